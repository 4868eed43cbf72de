"""Who the clients are, who came and who left, and who got to work."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure
from dashboard.reports.definitions.report_parts import (
    COHORT,
    GENDERS_UNKNOWN,
    REFERRERS_UNKNOWN,
    SHARE,
    STEP_KEYS,
)

AREA = Area(
    "clients",
    N_("Clients"),
    (
        Measure(
            "clients.active",
            N_("Active clients"),
            N_("Clients who are enrolled and not closed on the day."),
        ),
        Measure(
            "clients.served",
            N_("Clients served"),
            N_("Clients who were enrolled on at least one day of the period."),
        ),
        Measure(
            "clients.enrolled",
            N_("New clients"),
            N_("Clients enrolled on a day of the period; a person who returns counts again."),
        ),
        Measure(
            "clients.closed",
            N_("Closed clients"),
            N_("Clients closed on a day of the period."),
        ),
        Measure(
            "clients.re_entries",
            N_("Clients who returned"),
            N_("Of the new clients, those who had been enrolled before under another key."),
        ),
        Measure(
            "clients.by_step",
            N_("Clients by step"),
            N_(
                "The step that each active client entered last; on the same day the highest, and none "
                "without any."
            ),
            source="steps",
            parts=STEP_KEYS,
        ),
        Measure(
            "clients.by_gender",
            N_("Clients by gender"),
            N_("The active clients' gender as recorded; unknown when it is not."),
            parts=GENDERS_UNKNOWN,
        ),
        Measure(
            "clients.by_referrer",
            N_("Clients by referrer"),
            N_("Who sent the active clients; unknown when it is not recorded."),
            parts=REFERRERS_UNKNOWN,
        ),
        Measure(
            "clients.to_work",
            N_("Clients who got work"),
            N_(
                "Different clients with an employment that started in the period; a renewal within "
                "{spell_gap} days at the same employer is the same employment."
            ),
            settings=("spell_gap",),
        ),
        Measure(
            "clients.to_studies",
            N_("Clients who began to study"),
            N_("Different clients with studies that started in the period."),
        ),
        Measure(
            "clients.to_work_or_studies",
            N_("Clients to work or studies"),
            N_("Different clients with either of the two; who did both counts once."),
            settings=("spell_gap",),
        ),
        Measure(
            "clients.in_work",
            N_("Clients in work"),
            N_("Different clients with an employment that runs on the day."),
        ),
        Measure(
            "clients.in_work_unsubsidised",
            N_("Clients in work without a subsidy"),
            N_("Those of them who have an employment with no subsidy."),
        ),
        Measure(
            "clients.in_work_subsidy_unknown",
            N_("Clients in work, subsidy not known"),
            N_("Those of them who have none without a subsidy, and one for which it is not recorded."),
        ),
        Measure(
            "clients.per_fte",
            N_("Clients per full-time coach"),
            N_("Active clients for each full-time post of the coaches who work on the day."),
            formula="n / Σ f",
        ),
        Measure(
            "clients.quarterly_rate",
            N_("In work in the quarter"),
            N_(
                "Of the clients served in the calendar quarter, those with at least one day in employment"
                " in it. The quarter is that of the period's last day, cut at the day."
            ),
            formula="k / n",
            source="ips",
            settings=("spell_gap",),
            parts=SHARE,
        ),
        Measure(
            "waiting.n",
            N_("Clients whose waiting is measured"),
            N_("Clients enrolled in the period; those still waiting count for as long as they have waited."),
        ),
        Measure(
            "waiting.first_contact_median_days",
            N_("Days to the first contact"),
            N_(
                "The day by which half of the new clients have had a contact with an employer about them,"
                " or a placement. Empty when half has not been reached."
            ),
            formula="min{{t : S(t) ≤ ½}}",
            source="kaplan_meier",
        ),
        Measure(
            "waiting.first_placement_median_days",
            N_("Days to the first placement"),
            N_(
                "The day by which half of the new clients have begun a placement, studies aside. Empty "
                "when half has not been reached."
            ),
            formula="min{{t : S(t) ≤ ½}}",
            source="kaplan_meier",
        ),
        Measure(
            "cohort",
            N_("Got work after enrolment"),
            N_(
                "The share with a first employment within 182, 365 and 547 days of enrolment, among "
                "clients enrolled in the last {cohort_months} months. Studies and closure are other ways "
                "to leave, not waiting."
            ),
            formula="F₁(t) = Σ S(u−) · d₁(u) / n(u)",
            source="aalen_johansen",
            settings=(
                "cohort_months",
                "spell_gap",
            ),
            parts=COHORT,
        ),
    ),
)
