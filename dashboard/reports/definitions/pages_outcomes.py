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
    ),
)
