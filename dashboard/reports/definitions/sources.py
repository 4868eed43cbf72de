"""Where the definitions come from, in words: our own, or a paper that others can check."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.i18n import N_

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "own": N_("Our own definition."),
        "wilson": N_("Our own definition; the 95 % interval is Wilson's (1927)."),
        "freeman": N_("Freeman (1977), by Brandes's sums (2001); a sample after Brandes and Pich (2007)."),
        "burt": N_("Burt (1992), on structural holes."),
        "borgatti": N_("Burt (1992), counted as Borgatti (1997) does."),
        "louvain": N_(
            "Louvain's method: Blondel and others (2008). That a group is found again: Hennig (2007)."
        ),
        "hubert_arabie": N_("Hubert and Arabie (1985): the adjusted Rand index."),
        "newcombe": N_("Newcombe (1998), his method 10: the difference of two shares, from Wilson's limits."),
        "bonferroni": N_(
            "Newcombe (1998); Zou and Donner (2008); the log-rank test; limits of a median after Brookmeyer "
            "and Crowley (1982). The risk is shared after Bonferroni."
        ),
        "log_rank": N_("Mantel (1966): the log-rank test."),
        "garwood": N_("Garwood (1936): the exact 95 % interval of a Poisson count."),
        "kaplan_meier": N_("Kaplan and Meier (1958): who still waits counts for as long as she has waited."),
        "kaplan_meier_limits": N_("Kaplan and Meier (1958), with log-log 95 % limits."),
        "aalen_johansen": N_("Aalen and Johansen (1978): one minus Kaplan–Meier would overstate it."),
        "herfindahl": N_("Herfindahl's and Hirschman's index."),
        "two_mode": N_("Borgatti and Everett (1997), on networks of two kinds of nodes."),
        "shrinkage": N_(
            "Our own definition: a share from few cases is drawn towards the average of all, "
            "as in empirical Bayes."
        ),
        "ips": N_("Our own computation after the scale IPS-25; not the official score."),
        "ips_outcome": N_(
            "Bond, Peterson, Becker and Drake (2012), on the scale IPS-25 and how much of the outcome it "
            "explains."
        ),
        "steps": N_("The five steps of Supported Employment (European Union of Supported Employment)."),
        "wishes": N_(
            "Our own definition. That the client's wish leads is a principle of IPS; on wishes and how long "
            "jobs last: Mueser, Becker and Wolfe (2001)."
        ),
        "scb": N_("Statistics Sweden's 40/60 rule and its occupational register."),
    }
)
