"""What trials lead to, and whether employments last."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure
from dashboard.reports.definitions.report_parts import OUTCOMES_UNKNOWN, RETENTION, SHARE

AREA = Area(
    "placements",
    N_("Trials and employments"),
    (
        Measure(
            "trials.started",
            N_("Trials started"),
            N_(
                "Work trials, work training and internships that started in the period; an extension "
                "within {spell_gap} days is the same trial."
            ),
            settings=("spell_gap",),
        ),
        Measure(
            "trials.running",
            N_("Running trials"),
            N_("Trials that run on the day."),
            settings=("spell_gap",),
        ),
        Measure(
            "trials.completed",
            N_("Completed trials"),
            N_("Trials that ended in the period, whatever came of them."),
            settings=("spell_gap",),
        ),
        Measure(
            "trials.by_outcome",
            N_("Trials by outcome"),
            N_(
                "How the completed trials ended; unknown when nobody has recorded it. An unknown outcome "
                "is in no share."
            ),
            settings=("spell_gap",),
            parts=OUTCOMES_UNKNOWN,
        ),
        Measure(
            "trials.success",
            N_("Trials that led to work or studies"),
            N_("Of the completed trials with a known outcome, those that ended in employment or studies."),
            formula="s / n",
            source="wilson",
            settings=("spell_gap",),
            parts=SHARE,
        ),
        Measure(
            "trials.interrupted",
            N_("Trials that broke off"),
            N_(
                "Of the completed trials with a known outcome, those that the client, the employer or "
                "something else interrupted."
            ),
            formula="a / n",
            source="wilson",
            settings=("spell_gap",),
            parts=SHARE,
        ),
        Measure(
            "trials.converted",
            N_("Trials that became a job there"),
            N_(
                "Of the trials completed at least 90 days before the day, those whose client was employed"
                " at the same employer before 90 days had passed after the end."
            ),
            formula="k / n",
            source="wilson",
            settings=("spell_gap",),
            parts=SHARE,
        ),
        Measure(
            "trials.median_days",
            N_("Length of a trial"),
            N_("The median number of days of the completed trials."),
            settings=("spell_gap",),
        ),
        Measure(
            "employments.started",
            N_("Employments started"),
            N_(
                "Employments that started in the period; a renewal within {spell_gap} days at the same "
                "employer is the same employment."
            ),
            settings=("spell_gap",),
        ),
        Measure(
            "employments.running",
            N_("Running employments"),
            N_("Employments that run on the day."),
            settings=("spell_gap",),
        ),
        Measure(
            "employments.retention",
            N_("Employments that last"),
            N_(
                "The share of all employments that still run after 90, 182 and 365 days; those that run "
                "on the day are followed as long as they have lasted. Empty when fewer than 5 have been "
                "followed that far."
            ),
            formula="S(t) = Π (1 − d/n)",
            source="kaplan_meier_limits",
            settings=("spell_gap",),
            parts=RETENTION,
        ),
    ),
)
