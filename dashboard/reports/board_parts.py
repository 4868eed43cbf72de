"""What a card of the board report is made of: words, charts and a table, before paper, slide or sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dashboard.analysis.intervals import Share
from dashboard.analysis.suppression import LOWEST_FLOOR
from dashboard.i18n import _, number, percent
from dashboard.reports.outcome_parts import Column, Panel, Point, TableRow, Value, shown
from dashboard.reports.rounding import kronor
from dashboard.reports.telling import FEW, limits_told

Unit = Literal["share", "count", "kronor", "decimal"]
"""What a chart's axis measures."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value where there is one, the ends it may well have, and all of it in words.

    Attributes:
        value: None when there are too few to say; then the ends stand alone.
    """

    name: str
    value: float | None
    ends: tuple[float, float] | None
    said: str

    @property
    def tells_more(self) -> bool:
        """Whether its words say more than its value does."""
        return self.value is None or self.ends is not None or self.said != number(self.value)


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one unit, one a row; `top` is where the axis ends when the unit does not say it."""

    title: str
    unit: Unit
    bars: tuple[Bar, ...]
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Paired:
    """Two numbers of each row: `names` tells them apart, `base` is where bars begin that do not at zero."""

    title: str
    unit: Unit
    names: tuple[str, str]
    rows: tuple[tuple[str, float, float], ...]
    base: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A share over time with its limits and how many are followed; days since the start."""

    title: str
    points: tuple[Point, ...]
    weeks: bool = False

    @property
    def top(self) -> float:
        """Where its axis ends: all of it, or a half or a quarter where the curve stays below."""
        highest = max(point.interval[1] if point.interval else point.share for point in self.points)
        return next(top for top in (0.25, 0.5, 1.0) if highest <= top or top == 1)


@dataclass(frozen=True, slots=True)
class Columns:
    """One column a step of time, and the level that each is held against.

    Attributes:
        title: above the chart.
        unit: what is measured.
        steps: what each step is called.
        values: the columns.
        levels: one a step; empty without any.
        names: what the columns are, and what the levels are.
    """

    title: str
    unit: Unit
    steps: tuple[str, ...]
    values: tuple[float, ...]
    levels: tuple[float, ...]
    names: tuple[str, str]


Chart = Bars | Paired | Curve | Columns


@dataclass(frozen=True, slots=True)
class BoardCard:
    """A card of the board report.

    Attributes:
        key: its name in addresses.
        title: what it is about.
        finding: what the numbers say, as plain text.
        charts: its charts, side by side; empty when the table says all.
        columns: the columns of its table.
        rows: the same numbers as the charts; a row's `path` is the key of `brygga report` that says the same.
        measures: the figures that it shows.
        notes: what a reader must know of what is counted.
        of_people: whether its counts are of people, so that small ones can tell who they are.
    """

    key: str
    title: str
    finding: str
    charts: tuple[Chart, ...]
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    measures: tuple[str, ...]
    notes: tuple[str, ...] = ()
    of_people: bool = True

    @property
    def holds_small_numbers(self) -> bool:
        """Whether a number of people is so small that it may not be published."""
        return self.of_people and any(0 < count < LOWEST_FLOOR for count in self._counts())

    def _counts(self) -> Iterator[int]:
        for row in self.rows:
            cells = [
                cell
                for column, cell in zip(self.columns, row.cells, strict=True)
                if column.kind in {"count", "decimal"} and isinstance(cell, int)
            ]
            yield from cells
            # What is left of a share tells as much as what is counted.
            yield from (of - part for part, of in pairwise(cells) if part <= of)


def plain(text: str) -> str:
    """A finding without the marks of its news and intervals.

    >>> plain("**7 av 12** ledde vidare. {osäkert: 32–81 %.}")
    '7 av 12 ledde vidare. (osäkert: 32–81 %.)'
    """
    return text.replace("**", "").replace("{", "(").replace("}", ")")


def cell_told(column: Column, value: Value) -> str:
    """A cell of the table as a person reads it; an amount of kronor in two figures."""
    if column.kind == "kronor" and isinstance(value, int | float):
        return kronor(value)
    return shown(column, value) or ""


def share_bar(name: str, share: Share, beside: str = "") -> Bar:
    """A share as a bar: drawn only when it is of enough, its interval always."""
    counted = _("{k} of {n}").format(k=number(share.n), n=number(share.of))
    if share.interval is None or share.share is None:
        return Bar(name, None, None, counted)
    value = share.share if share.of >= FEW else None
    told = [
        counted,
        _("too few to say") if value is None else percent(value),
        _("uncertain: {limits}").format(limits=limits_told([*share.interval])),
        *([beside] if beside else []),
    ]
    return Bar(name, value, share.interval, " · ".join(told))


def count_bar(name: str, count: float, decimals: int = 0) -> Bar:
    """A number as a bar."""
    return Bar(name, count, None, number(count, decimals))


def chart_of(panel: Panel) -> Chart:
    """A small picture of the page of outcomes as a chart."""
    if panel.curve:
        return Curve(panel.title, panel.curve, panel.weeks)
    if panel.shares:
        bars = tuple(share_bar(row.name, row.share, row.beside) for row in panel.shares)
        return Bars(panel.title, "share", bars)
    counted = []
    for row in panel.counts:
        limits = row.interval and f"{number(round(row.interval[0]))}–{number(round(row.interval[1]))}"
        said = [
            number(row.count),
            *([_("uncertain: {limits}").format(limits=limits)] if limits else []),
            *([row.beside] if row.beside else []),
        ]
        counted.append(Bar(row.name, row.count, row.interval, " · ".join(said)))
    return Bars(panel.title, "count", tuple(counted))
