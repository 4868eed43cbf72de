"""What the page of outcomes adds to the outcomes themselves."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_outcomes",
    N_("On the page of outcomes"),
    (
        Measure(
            "outcomes.split",
            N_("Trials by group"),
            N_(
                "The completed trials by kind, by the employer's sector or ownership, by occupation "
                "(two digits), by referrer or gender of the client, or by subsidy. Of several rows in one "
                "trial the last one's. The two groups with the most known outcomes are compared; they differ "
                "only when Newcombe's interval excludes 0."
            ),
            formula="s / n",
            source="wilson",
            settings=("spell_gap",),
        ),
        Measure(
            "outcomes.by_coach",
            N_("Trials by coach"),
            N_(
                "The completed trials by the coach of the trial, or else of the client; of several rows in "
                "one trial the last one's. Each share is set beside that of all other coaches together, from "
                "ten trials; it differs when Newcombe's interval of the difference excludes 0, at a risk of "
                "5% that all comparisons share. Coaches stand by name, and nobody is ranked."
            ),
            formula="s / n, α = 0.05 / m",
            source="bonferroni",
            settings=("spell_gap",),
        ),
        Measure(
            "outcomes.waiting_change",
            N_("Whether the first contact comes sooner"),
            N_(
                "The curves of the period's new clients and of those one period earlier, by the log-rank "
                "test: sooner or later when so much would come by chance in fewer than one of twenty. Both "
                "periods need ten new clients, and both are followed for equally long."
            ),
            formula="χ² = (Σ(d − e))² / V",
            source="log_rank",
        ),
        Measure(
            "outcomes.anywhere",
            N_("Still in work anywhere"),
            N_(
                "How long each client's first stretch in work lasts, whoever the employer is: employments "
                "that overlap, or follow within {spell_gap} days, are one stretch. A change of employer is "
                "no loss."
            ),
            formula="S(t) = Π (1 − d/n)",
            source="kaplan_meier_limits",
            settings=("spell_gap",),
        ),
        Measure(
            "outcomes.half_years",
            N_("A first job within a year, by half-year"),
            N_(
                "Of the clients enrolled in a calendar half-year, those whose first employment came within "
                "365 days and before studies or closure. Told when everybody has been followed for as long."
            ),
            formula="k / n",
            source="wilson",
            settings=("spell_gap",),
        ),
        Measure(
            "outcomes.interruption",
            N_("When trials break off"),
            N_(
                "The share of all trials begun by the day that had broken off by the end of each week since "
                "their start. Other endings compete, and running trials are followed to the day. The limits "
                "are log-log ones with the variance of the delta method."
            ),
            formula="F₁(t) = Σ S(u−) · d₁(u) / n(u)",
            source="aalen_johansen",
            settings=("spell_gap",),
        ),
        Measure(
            "outcomes.step_days",
            N_("Usual time in each step"),
            N_(
                "The median number of days from an entry into a step to the next entry, for all the "
                "selection's clients; those still in it count for as long as they have been there."
            ),
            source="kaplan_meier",
        ),
        Measure(
            "outcomes.went_back",
            N_("Clients who went back a step"),
            N_(
                "Of the clients who changed step in the period, those who at some time in it went to a "
                "lower one. A first step is no change, and of several on one day the highest counts."
            ),
            formula="k / n",
            source="wilson",
        ),
        Measure(
            "outcomes.by_gender",
            N_("Work and studies of women and men"),
            N_(
                "Of the women and of the men served in the period, those who got work and those who began to "
                "study in it; and of their completed trials with a known outcome, those that led to either."
            ),
            formula="k / n",
            source="wilson",
            settings=("spell_gap",),
        ),
        Measure(
            "outcomes.queue",
            N_("Clients who wait to be enrolled"),
            N_(
                "Clients who had applied by the day and were neither enrolled nor closed. Beside them the "
                "median days they have waited, and the day by which half of all who ever applied were "
                "enrolled."
            ),
        ),
        Measure(
            "outcomes.returns",
            N_("Those who come back"),
            N_(
                "Of the clients enrolled in the period, those with the key of a former enrolment. Where that "
                "one is in the data with its closing day: the days from it to the new enrolment, and why it "
                "was closed."
            ),
            formula="k / n",
            source="wilson",
        ),
        Measure(
            "outcomes.coordination",
            N_("Who coordinates"),
            N_(
                "Of the active clients around whom somebody is involved on the day, those for whom at least "
                "one party coordinates."
            ),
            formula="k / n",
            source="wilson",
        ),
        Measure(
            "outcomes.gaps",
            N_("Gaps between those who are involved"),
            N_(
                "Of the clients served in the period around whom somebody has ever been involved, those with "
                "at least one day in it on which nobody was: between the last who left and the next who "
                "came, or, of an active client, since the last who left."
            ),
            formula="k / n",
            source="wilson",
        ),
        Measure(
            "outcomes.hours",
            N_("Part-time work"),
            N_(
                "Clients with an employment that runs on the day, by the hours by week of all their "
                "employments together; not known when one of them has no hours. Part-time is under 35 hours, "
                "as Statistics Sweden has it. The same on the day of each half-year before."
            ),
            formula="k / n",
            source="wilson",
        ),
        Measure(
            "outcomes.cooperation",
            N_("Who else is involved"),
            N_(
                "The parties that run around each active client on the day, and the clients with several of "
                "them and nobody who coordinates."
            ),
        ),
    ),
)
