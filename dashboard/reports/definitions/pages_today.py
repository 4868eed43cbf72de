"""What the page of today adds: its rules, the order of urgency, and the week."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_today",
    N_("On the page Today"),
    (
        Measure(
            "today.order",
            N_("The order of urgency"),
            N_(
                "Kind by kind. First overdue follow-ups, the oldest first; then follow-ups for the day; "
                "placements judged to be at risk, the oldest judgement first; trials that end without a "
                "plan, the nearest end first; placements nobody has looked at, those longest beyond the "
                "standard first; three-party meetings ahead, the nearest first; relations that fade, then "
                "tired employers, the strongest first; and last, for managers, new gaps. A placement that "
                "has a line already gets its further reasons there. A follow-up or placement is its "
                "coach's; a fading relation is of the coach to ask first; a tired employer is of each coach"
                " with a living tie to it."
            ),
            settings=("due_after_end", "tie_window"),
        ),
        Measure(
            "today.at_risk",
            N_("Placements at risk"),
            N_(
                "Placements that run and whose last follow-up that says how it goes says that it may break "
                "off. Of several on that day one is enough."
            ),
        ),
        Measure(
            "today.ending",
            N_("Trials that end without a plan"),
            N_(
                "Running trials whose planned end is at most 14 days ahead, or has passed. Without a plan "
                "means: no follow-up of the trial is planned on the day or later and still open, and no "
                "placement of the client begins after the day. On a past day, what began later counts as "
                "planned."
            ),
            settings=("spell_gap",),
        ),
        Measure(
            "today.meetings",
            N_("Three-party meetings to prepare"),
            N_(
                "Three-party meetings planned within 14 days after the day and not yet done, of placements "
                "that run. One on the day itself is a follow-up for the day."
            ),
        ),
        Measure(
            "today.cooling",
            N_("Relations that fade and can be warmed"),
            N_(
                "The gap of fading relations without the employers that are tired and those in a quiet "
                "period: nobody is asked to get in touch with them."
            ),
        ),
        Measure(
            "today.tired",
            N_("Tired employers without a quiet period"),
            N_("Tired employers for which no quiet period holds on the day."),
            settings=("fatigue_contacts", "fatigue_window"),
        ),
        Measure(
            "today.new_gaps",
            N_("New gaps"),
            N_(
                "Occupations that are missing or thin, and employers that are strong on one coach only, "
                "dormant, unused or dead ends, on the day and not 28 days before it."
            ),
            settings=("ssyk_level",),
        ),
        Measure(
            "today.week.contacts",
            N_("Contacts this week"),
            N_("Contacts with employers from Monday to the day, in the ISO week that holds it."),
        ),
        Measure(
            "today.week.visits",
            N_("Visits this week"),
            N_("Those of them that were visits or workplace analyses."),
        ),
        Measure(
            "today.week.meetings",
            N_("Three-party meetings left this week"),
            N_(
                "Three-party meetings planned from the day to Sunday and not yet done, of placements that "
                "run."
            ),
        ),
    ),
)
