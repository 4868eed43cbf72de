"""What the page of follow-ups adds to the follow-ups themselves: its list, and what an absence would mean."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_follow_ups",
    N_("On the page of follow-ups"),
    (
        Measure(
            "follow_lists.urgency",
            N_("The order of the list"),
            N_(
                "First the overdue follow-ups, the oldest first; then those for today; then those planned "
                "after it, the nearest first; and last the lapsed ones."
            ),
            settings=("due_after_end",),
        ),
        Measure(
            "follow_lists.three_party",
            N_("Three-party meetings ahead"),
            N_(
                "Follow-ups with client and employer together, planned on the day or later and not yet done, "
                "of placements that run."
            ),
        ),
        Measure(
            "absence.moved",
            N_("What somebody else would have to do"),
            N_(
                "All follow-ups of the coach that wait on the day, as if none of them were done before she "
                "goes; those planned for a day on which she is away; and the days of the unit's standard "
                "while she is away. Each goes to the coach who stays and has the strongest tie to the "
                "employer, ended ties included, else to the one with the lowest caseload per full-time post."
            ),
            settings=("due_after_end", "standard.first_days", "standard.trial_step"),
        ),
        Measure(
            "absence.over",
            N_("Who would have more to do than time"),
            N_(
                "Coaches who take something over and whose own follow-ups of a week together with it take "
                "longer than the time there is: {hours_per_week} hours a week and full-time post. What waits "
                "is counted in the first week."
            ),
            settings=("hours_per_week",),
        ),
    ),
)
