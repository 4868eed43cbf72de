"""What is missing, stale or odd in the rows: counted over everything stored, whatever the selection."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "quality",
    N_("Data quality"),
    (
        Measure(
            "quality.no_position",
            N_("Employers that are on no map"),
            N_(
                "Active employers without latitude and longitude, and without a postal code, a locality "
                "or a municipality that is known."
            ),
        ),
        Measure(
            "quality.rough_position",
            N_("Employers placed only by municipality"),
            N_("Active employers of which nothing closer than the municipality is known."),
        ),
        Measure(
            "quality.no_occupation",
            N_("Active employers without occupations"),
            N_("Active employers for which nobody has written which jobs they can offer."),
        ),
        Measure(
            "quality.no_sni",
            N_("Active employers without an SNI code"),
            N_("Active employers without an SNI code."),
        ),
        Measure(
            "quality.no_coach",
            N_("Clients without a coach"),
            N_("Enrolled clients who have no coach."),
        ),
        Measure(
            "quality.no_wish",
            N_("Clients without a wished occupation"),
            N_("Enrolled clients for whom no wished occupation is written."),
        ),
        Measure(
            "quality.no_postal_code",
            N_("Clients without a postal code"),
            N_("Enrolled clients without a postal code."),
        ),
        Measure(
            "quality.no_outcome",
            N_("Ended trials without an outcome"),
            N_("Trials that have ended without an outcome."),
        ),
        Measure(
            "quality.no_trade",
            N_("Placements without an occupation"),
            N_("Placements, studies aside, without an occupation."),
        ),
        Measure(
            "quality.no_contract",
            N_("Employments without a form of contract"),
            N_("Employments for which the form of the contract is not written."),
        ),
        Measure(
            "quality.silent",
            N_("Clients nothing is written about"),
            N_(
                "Enrolled clients about whom nothing has been written for 180 days: no contact, step, "
                "placement or follow-up."
            ),
        ),
        Measure(
            "quality.past_plan",
            N_("Placements past their planned end"),
            N_("Placements without an end whose planned end was more than 14 days ago."),
        ),
        Measure(
            "quality.left_open",
            N_("Follow-ups left open"),
            N_("Follow-ups planned more than 30 days ago that are neither done nor cancelled."),
        ),
        Measure(
            "quality.outcome_without_end",
            N_("Outcome without an end"),
            N_("Placements with an outcome and no end: they count as running."),
        ),
        Measure(
            "quality.long_trial",
            N_("Trials longer than a year"),
            N_("Trials that last, or have lasted, longer than 12 months."),
        ),
        Measure(
            "quality.overlapping_employments",
            N_("Two employments at the same time"),
            N_("Employments of one client that overlap."),
        ),
        Measure(
            "quality.before_enrolment",
            N_("Before the enrolment"),
            N_("Placements and steps before the client was enrolled."),
        ),
        Measure(
            "quality.reason_without_placement",
            N_("Closed for work or studies that are not there"),
            N_("Clients closed for employment or studies without any such placement."),
        ),
        Measure(
            "quality.done_and_cancelled",
            N_("Both done and cancelled"),
            N_("Follow-ups that are both done and cancelled: done counts."),
        ),
        Measure(
            "quality.done_before_placement",
            N_("Done before the placement began"),
            N_("Follow-ups done before their placement began."),
        ),
        Measure(
            "quality.twin_employers",
            N_("Employers that may be the same"),
            N_("Employers with one organisation number and address, or nearly one name in one locality."),
        ),
        Measure(
            "quality.outside_municipality",
            N_("Position outside the municipality"),
            N_("Employers whose latitude and longitude lie outside their municipality."),
        ),
        Measure(
            "quality.unknown_code",
            N_("Codes that no register knows"),
            N_("SNI and SSYK codes that the registers do not know."),
        ),
        Measure(
            "quality.day_to_come",
            N_("Days that have not come"),
            N_("Days after today where the column is no plan."),
        ),
    ),
)
