"""What waits to be done, what was done in time, and what nobody has looked at."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure
from dashboard.reports.definitions.report_parts import SHARE

AREA = Area(
    "follow_ups",
    N_("Follow-ups"),
    (
        Measure(
            "follow_ups.due",
            N_("Follow-ups that wait"),
            N_(
                "Planned on or before the day, neither done nor cancelled, of a placement that runs or "
                "ended less than {due_after_end} days ago."
            ),
            settings=(
                "due_after_end",
                "spell_gap",
            ),
            also=("follow_ups.by_coach.due",),
        ),
        Measure(
            "follow_ups.overdue",
            N_("Overdue follow-ups"),
            N_("Those of them that were planned before the day."),
            settings=(
                "due_after_end",
                "spell_gap",
            ),
            also=("follow_ups.by_coach.overdue",),
        ),
        Measure(
            "follow_ups.lapsed",
            N_("Lapsed follow-ups"),
            N_("Open follow-ups of placements that ended so long ago that nobody will do them."),
            settings=(
                "due_after_end",
                "spell_gap",
            ),
        ),
        Measure(
            "follow_ups.done",
            N_("Follow-ups done"),
            N_("Follow-ups done on a day of the period."),
        ),
        Measure(
            "follow_ups.on_time",
            N_("Follow-ups done in time"),
            N_(
                "Of those planned in the period whose time has run out, the ones done at most "
                "{standard_grace} days late."
            ),
            formula="k / n",
            source="wilson",
            settings=("standard.grace",),
            parts=SHARE,
        ),
        Measure(
            "follow_ups.unseen",
            N_("Placements nobody has looked at"),
            N_(
                "Running trials, employments and studies whose last follow-up is older than the standard "
                "allows at their age, with {standard_grace} days to spare."
            ),
            settings=(
                "standard.grace",
                "standard.first_days",
                "standard.trial_step",
                "standard.employment_step",
                "standard.studies_step",
                "spell_gap",
            ),
        ),
        Measure(
            "follow_ups.both_parties",
            N_("Both parties reached"),
            N_(
                "Of the trials and employments that have run for at least {both_parties_after} days, "
                "those in which both the client and the employer were met in the last 60 days."
            ),
            formula="k / n",
            source="wilson",
            settings=(
                "both_parties_after",
                "spell_gap",
            ),
            parts=SHARE,
        ),
        Measure(
            "follow_ups.by_coach.planned_next_4_weeks",
            N_("Planned in four weeks"),
            N_("Follow-ups planned within 28 days after the day, of placements that run."),
        ),
        Measure(
            "follow_ups.by_coach.expected_next_4_weeks",
            N_("Expected in four weeks"),
            N_(
                "The days within 28 days on which the unit's standard asks for a follow-up that nobody "
                "has planned yet."
            ),
            settings=(
                "standard.first_days",
                "standard.trial_step",
                "standard.employment_months",
                "standard.employment_step",
                "standard.studies_step",
            ),
        ),
        Measure(
            "follow_ups.load.done",
            N_("Done in a week"),
            N_(
                "Follow-ups done in a week by a coach. The load shows the twelve weeks before the one that "
                "holds the day, that one, and the twelve after."
            ),
        ),
        Measure(
            "follow_ups.load.due",
            N_("Waiting from a week"),
            N_("Follow-ups that wait, by the week that they were planned for."),
            settings=("due_after_end", "spell_gap"),
        ),
        Measure(
            "follow_ups.load.planned",
            N_("Planned in a week"),
            N_("Follow-ups planned in a week after the day, of placements that run."),
        ),
        Measure(
            "follow_ups.load.expected",
            N_("Expected in a week"),
            N_(
                "The days of a week on which the unit's standard asks for a follow-up that nobody has "
                "planned yet."
            ),
            settings=(
                "standard.first_days",
                "standard.trial_step",
                "standard.employment_months",
                "standard.employment_step",
                "standard.studies_step",
            ),
        ),
    ),
)
