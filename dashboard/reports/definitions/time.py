"""What every figure is true for: the day, the period and the selection."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "time",
    N_("Time and selection"),
    (
        Measure(
            "meta.on",
            N_("The day"),
            N_(
                "The day that the figures are true for. Nothing that happened after it is known; a "
                "placement that ended later is still running."
            ),
            formula="start ≤ d < end",
        ),
        Measure(
            "meta.from",
            N_("The period"),
            N_("First and last day, both included. When none is chosen it is the year that ends on the day."),
            formula="a ≤ d ≤ b",
            also=("meta.to",),
        ),
        Measure(
            "compared.share",
            N_("Compared with the period before"),
            N_(
                "The same share in the period that ends where this one begins, as many whole months or days "
                "long, as it stood equally long after its own end. It is called a change only when the "
                "interval of the difference excludes 0. Approximate: the same clients can stand in both. "
                "What the latest import says of employers, coaches and plans counts for both."
            ),
            formula="p₁ − p₀",
            source="newcombe",
        ),
        Measure(
            "compared.count",
            N_("Interval of a count in the period"),
            N_(
                "What happens one by one, clients enrolled or trials started for instance, varies from "
                "period to period by chance alone. The interval holds the averages that the number may well "
                "have come from."
            ),
            source="garwood",
        ),
        Measure(
            "meta.units",
            N_("The selection"),
            N_(
                "The units whose coaches, clients, contacts and placements count. An employer belongs to "
                "it when the selection has met it, or when nobody has and it lies in the unit's "
                "municipality."
            ),
        ),
        Measure(
            "meta.data_version",
            N_("Data version"),
            N_(
                "Changes with everything that is written, so that two reports with the same one were made"
                " from the same data."
            ),
        ),
        Measure(
            "meta.definitions_version",
            N_("Definitions version"),
            N_(
                "Changes when any of the unit's settings does, so that two reports with the same one were"
                " counted in the same way."
            ),
        ),
    ),
)
