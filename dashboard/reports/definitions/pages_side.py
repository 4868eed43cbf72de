"""What the page "Side by side" adds to the figures that it compares."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_side",
    N_("On the page “Side by side”"),
    (
        Measure(
            "side.apart",
            N_("When a group differs from the others"),
            N_(
                "Each group is set beside all the others together. A share differs when Newcombe's "
                "interval of the difference excludes 0, a median by the log-rank test, and what still "
                "runs after half a year by the squared reaches of the two log-log intervals. The risk "
                "of 5% is shared by all comparisons of a card (Bonferroni), as of many groups some "
                "stick out by chance. Groups of fewer than ten are shown and not compared; two groups "
                "that are all there is are compared once."
            ),
            formula="α = 0.05 / m",
            source="bonferroni",
        ),
        Measure(
            "side.reached",
            N_("To work or studies, of those served"),
            N_(
                "Of the clients served in the period: those with an employment, and those with studies, that "
                "began in it."
            ),
            formula="k / n",
            source="wilson",
            settings=("spell_gap",),
        ),
        Measure(
            "side.round",
            N_("Rounds of admission, a year later"),
            N_(
                "A round is a day on which at least four clients were enrolled, when at least half of those "
                "of the last {cohort_months} months were enrolled on such days; otherwise a calendar "
                "half-year. Of a round: those whose first employment, or studies, came within 365 days and "
                "before the other, and before closure. Told when everybody has been followed for as long; "
                "the other cards count what has happened since the first round."
            ),
            formula="k / n",
            source="wilson",
            settings=("cohort_months", "spell_gap"),
        ),
    ),
)
