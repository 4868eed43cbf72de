"""The shares of a period beside those of the period before, and which differences may be called changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.analysis.intervals import Interval, Share, has_changed, newcombe
from dashboard.domain.period import Period
from dashboard.reports.json_values import Json
from dashboard.reports.report_clients import clients, trials
from dashboard.reports.report_follow_ups import follow_ups
from dashboard.reports.report_gaps import equality
from dashboard.reports.report_input import ReportInput

AREAS = {"clients": clients, "trials": trials, "follow_ups": follow_ups, "equality": equality}
"""The areas of the report that hold shares of so many of so many."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One share in two periods.

    Attributes:
        path: its key in the report.
        after: in the period.
        before: in the period before.
    """

    path: str
    after: Share
    before: Share

    @property
    def difference(self) -> float | None:
        """After − before; None when one of them is of nothing."""
        if self.after.share is None or self.before.share is None:
            return None
        return self.after.share - self.before.share

    @property
    def interval(self) -> Interval | None:
        """Newcombe's 95 % limits of the difference. Approximate: the same clients can stand in both."""
        return newcombe(self.after, self.before)

    @property
    def changed(self) -> bool:
        """Whether it may be called a change: the interval excludes 0."""
        return has_changed(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The shares of two periods.

    Attributes:
        before: the earlier period; its figures are true for the day that lies as long after its end as the
            report's day lies after its own.
        shares: one each share of the report.
    """

    before: Period
    shares: tuple[Compared, ...]


def comparison(given: ReportInput, earlier: ReportInput) -> Comparison:
    """Compare a period with the one before it, as `earlier_input` gives it."""
    found = []
    for area, make in AREAS.items():
        now, then = dict(_shares(make(given), area)), dict(_shares(make(earlier), area))
        found += [Compared(path, share, then[path]) for path, share in now.items()]
    return Comparison(earlier.period, tuple(found))


def _shares(value: Any, path: str) -> Iterator[tuple[str, Share]]:
    if not isinstance(value, dict):
        return
    if "of" in value:
        yield path, _as_share(value)
        return
    for key, each in value.items():
        yield from _shares(each, f"{path}.{key}")


def _as_share(value: Json) -> Share:
    return Share(value["n"], value["of"])
