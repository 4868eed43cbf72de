"""Small parts of sentences: shares with their intervals, days, names, and what is said of too little."""

from collections.abc import Iterable

from dashboard.analysis.poisson import poisson
from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.json_values import Json
from dashboard.reports.whole_report import WholeReport

FEW = 10
"""Of fewer than this no share is said, only its numbers and its interval."""


def missing() -> str:
    """What stands where there is nothing to compute from."""
    return _("too little to go on")


def share_told(value: Json) -> str:
    """`8 of 13 (62 %, interval 36–82 %)`, or that there is too little to go on."""
    if value["share"] is None:
        return missing()
    return _("{n} of {of} ({share}, interval {limits})").format(
        n=number(value["n"]),
        of=number(value["of"]),
        share=percent(value["share"]),
        limits=limits_told(value["interval"]),
    )


def limits_told(limits: list[float]) -> str:
    """Two limits: `36–82 %`."""
    low, high = limits
    return f"{number(round(low * 100))}–{percent(high)}"


def count_told(count: int) -> str:
    """A count per period with its interval: `35 (interval 24–49)`."""
    return _("{n} (interval {limits})").format(n=number(count), limits=count_limits_told(count))


def count_limits_told(count: int) -> str:
    """The 95 % limits of a count per period as whole numbers: `24–49`."""
    low, high = poisson(count)
    return f"{number(round(low))}–{number(round(high))}"


def rate_told(value: float | None) -> str:
    """A share without a base of its own, as whole per cent."""
    return missing() if value is None else percent(value)


def days_told(days: float) -> str:
    """So many days; half days are shown."""
    text = number(days, 0 if days == int(days) else 1)
    return ngettext("{n} day", "{n} days", days).format(n=text)


def listed(parts: Iterable[str]) -> str:
    """Parts in a row."""
    return ", ".join(parts)


def selection_in_words(report: WholeReport) -> str:
    """The units by name, and the programme that was asked for."""
    units = ", ".join(f"{name} ({key})" for key, name in report.units.items())
    if report.programme is None:
        return units or _("everything")
    return _("{units}; the programme {programme}").format(units=units, programme=report.programme)
