"""What a card of the page of outcomes is made of: words and numbers, before anything is drawn."""

from dataclasses import dataclass, field

from dashboard.analysis.intervals import Interval, Share
from dashboard.i18n import _, number, percent
from dashboard.reports.stamped_file import Cell

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One share with its interval; `beside` is said after it."""

    name: str
    share: Share
    beside: str = ""


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count; `interval` for a count per period, `beside` is said after it."""

    name: str
    count: int
    interval: Interval | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A curve on a day: the share, its limits where there are any, and how many are followed that far."""

    day: int
    share: float
    interval: Interval | None
    at_risk: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One of a card's small pictures: shares, counts or one curve."""

    title: str
    shares: tuple[ShareRow, ...] = ()
    counts: tuple[CountRow, ...] = ()
    curve: tuple[Point, ...] = ()
    weeks: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (any(row.share.of for row in self.shares) or self.counts or self.curve)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its heading, and what its cells are: "text", "count", "percent" or "decimal"."""

    label: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table; `path` is the key of the report that says the same, when one does."""

    cells: tuple[Value, ...]
    path: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeCard:
    """A card of the page of outcomes.

    Attributes:
        key: its name in addresses and ids.
        title: what it is about.
        finding: what the numbers say, with `**news**` and `{intervals}`.
        panels: its pictures, side by side.
        columns: the columns of its table.
        rows: the same numbers as the pictures.
        measures: the figures that it shows.
        notes: what is said under the pictures.
        unfiltered: whether the filters on employers do not touch it.
    """

    key: str
    title: str
    finding: str
    panels: tuple[Panel, ...]
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    measures: tuple[str, ...]
    notes: tuple[str, ...] = field(default=())
    unfiltered: bool = True


def shown(column: Column, value: Value) -> str | None:
    """A cell as a person reads it."""
    if value is None or isinstance(value, str):
        return value
    if column.kind == "percent":
        return percent(value)
    return number(value, 1 if column.kind == "decimal" and value != int(value) else 0)


def filed(value: Value) -> Cell:
    """A cell as a file holds it."""
    return round(value, 4) if isinstance(value, float) else value


def share_cells(share: Share) -> tuple[Value, ...]:
    """Number, of, share, lower and upper limit."""
    low, high = share.interval or (None, None)
    return share.n, share.of, share.share, low, high


def share_columns() -> tuple[Column, ...]:
    """The columns of a share with its interval."""
    return (
        Column(_("Number"), "count"),
        Column(_("Of"), "count"),
        Column(_("Share"), "percent"),
        Column(_("Lower limit, 95 %"), "percent"),
        Column(_("Upper limit, 95 %"), "percent"),
    )


def earlier_columns() -> tuple[Column, ...]:
    """The columns of the same share one period earlier."""
    return (
        Column(_("Number before"), "count"),
        Column(_("Of before"), "count"),
        Column(_("Share before"), "percent"),
    )
