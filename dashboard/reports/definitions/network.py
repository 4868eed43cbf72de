"""Coaches, employers and the ties between them."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "network",
    N_("The network"),
    (
        Measure(
            "network.ties",
            N_("Living ties"),
            N_(
                "Pairs of a coach who works on the day and an employer with at least one warm contact "
                "between them in the last {tie_window} days. E-mails and events that we started make no "
                "tie."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "network.coaches",
            N_("Coaches in the network"),
            N_("Coaches with at least one living tie."),
            settings=("tie_window",),
        ),
        Measure(
            "network.employers",
            N_("Employers in the network"),
            N_("Employers with at least one living tie."),
            settings=("tie_window",),
        ),
        Measure(
            "network.density",
            N_("Density"),
            N_("The ties there are, of all that there could be between these coaches and employers."),
            formula="m / (c · e)",
            source="two_mode",
            settings=("tie_window",),
        ),
        Measure(
            "network.components",
            N_("Separate parts"),
            N_("How many parts the network falls into when one can only walk along ties."),
            settings=("tie_window",),
        ),
        Measure(
            "network.ties_list.strength",
            N_("Strength of a tie"),
            N_(
                "Everything between coach and employer, weighed and ageing: a call weighs 1, a meeting 2,"
                " a study visit 3, a trial 5, an employment 8, and each halves every {half_life} days."
            ),
            formula="Σ w · 2^(−t / {half_life})",
            settings=("half_life",),
        ),
        Measure(
            "network.ties_list.last_on",
            N_("Latest contact of a tie"),
            N_("The day of the last thing that happened between the two, our own mailings too."),
        ),
        Measure(
            "network.hhi_placements",
            N_("Concentration of placements"),
            N_(
                "The sum of the squared shares of each employer in the placements that started in the "
                "period, studies aside: 1 when all are at one employer. One divided by it is as many "
                "equal employers."
            ),
            formula="Σ (n / N)²",
            source="herfindahl",
        ),
        Measure(
            "network.top5_share",
            N_("Share of the five largest"),
            N_("The share of those placements that the five employers with the most of them have."),
            formula="Σ₅ n / N",
        ),
        Measure(
            "network.if_leaves.orphaned",
            N_("Left without a coach"),
            N_("Employers that would have no living tie left if the coach left."),
            settings=("tie_window",),
        ),
        Measure(
            "network.if_leaves.orphaned_strong",
            N_("Strong ones left without a coach"),
            N_("Those of them that are strong relationships."),
            settings=(
                "tie_window",
                "strong_from",
                "strong_from_rung",
            ),
        ),
        Measure(
            "network.if_leaves.running_at_orphaned",
            N_("Placements at them"),
            N_("Placements that run on the day at the employers left without a coach, studies aside."),
            settings=("tie_window",),
        ),
        Measure(
            "network.if_leaves.running_of_coach",
            N_("The coach's own placements"),
            N_("The coach's own placements that run on the day, studies too."),
        ),
        Measure(
            "network.if_leaves.due_of_coach",
            N_("The coach's own follow-ups"),
            N_("The coach's own follow-ups that wait to be done."),
            settings=("due_after_end",),
        ),
    ),
)
