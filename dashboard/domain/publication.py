"""What the public may see: a frozen publication of declared tables, and nothing else.

Every figure in it is already protected, every sentence on the public pages is made from it alone. It knows no
client, no coach and no single employer.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

FORMAT = 1
Sign = Literal["", "..", "-", "."]
HIDDEN: Sign = ".."
MISSING: Sign = "-"
NOT_APPLICABLE: Sign = "."
Language = Literal["sv", "en"]

TABLES: tuple[str, ...] = (
    "people",  # served, active, enrolled, closed, to_work, to_studies, to_work_or_studies, in_work
    "steps",  # 1 … 5, none: active clients by step
    "gender",  # woman, man, other: served clients
    "gender_results",  # woman, man, other: to work or studies; shares of those served
    "trials",  # by outcome, few ones together: completed trials; shares success and interrupted
    "retention",  # 90, 182, 365: at risk; shares still at work
    "half_years",  # 2026-1 …: to work or studies
    "employer_kinds",  # ownership.private …, sector.G …, each with .others: placements begun
    "rungs",  # 0 … 5: employers by rung of the ladder
    "growth",  # 2026-1.known, .met, .trial, .job, each employer in one: at the end of each half-year
    "areas",  # municipality code, others: employers
    "wishes",  # 1-digit or 2-digit SSYK: active clients who wish for it, where employers are few
)
"""All tables that can be public; a manager chooses among them. There is no other, and no filter."""
EMPLOYER_TABLES = frozenset({"rungs", "growth", "areas"})
"""Those that count employers and nobody: the floor is about persons."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a table.

    Attributes:
        key: which, within its table.
        count: the number; None when `sign` says why not.
        sign: "" when shown, ".." secrecy, "-" missing, "." not applicable.
    """

    key: str
    count: int | None
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a table, in whole steps of 5 %.

    Attributes:
        per_cent: a multiple of 5; None when `sign` says why not.
        low: the lower end of its 95 % interval, to the nearest 5 %; None when not shown.
        high: the upper end.
    """

    key: str
    per_cent: int | None
    low: int | None = None
    high: int | None = None
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the publication.

    Attributes:
        key: one of `TABLES`.
        cells: in the order they are shown.
        parts: the shares that belong to it.
    """

    key: str
    cells: tuple[Cell, ...]
    parts: tuple[Part, ...] = ()

    def cell(self, key: str) -> Cell:
        """A number by its key; one that is missing when there is none."""
        return next((one for one in self.cells if one.key == key), Cell(key, None, MISSING))

    def part(self, key: str) -> Part:
        """A share by its key; one that is missing when there is none."""
        return next((one for one in self.parts if one.key == key), Part(key, None, sign=MISSING))


@dataclass(frozen=True, slots=True)
class TargetResult:
    """A target of the unit, and how it stands.

    Attributes:
        name: language → what is aimed at.
        aim: per cent.
        state: "met", "missed", or "open" when it cannot be decided.
        part: the share.
    """

    name: Mapping[Language, str]
    aim: int
    state: Literal["met", "missed", "open"]
    part: Part


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A figure of a study beside the unit's own."""

    name: Mapping[Language, str]
    supported: int
    others: int
    months: int
    people: int
    source: str
    caveat: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class CostLine:
    """A line of cost and benefit, in whole kronor rounded to two figures."""

    key: str
    kronor: int


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication, as it is frozen, signed and shown.

    Attributes:
        key: a random name.
        unit: the name that the public sees.
        first: the first day of the period; the start of a half-year.
        last: its last day; the end of a half-year.
        published_on: the day it was published.
        floor: the smallest number of persons that is shown.
        words: language → the unit's own words, `step.1` … and `client.one`, `client.many` …; empty for ours.
        tables: those that the manager chose.
        targets, benchmarks, costs: those that were chosen; empty for none.
        turns_at: the additionality (per cent) at which cost and benefit turn; None when not published.
        quality: per cent of rows of data with each fact known (`gender`, `occupation`, …), steps of 5.
        contact: whom to ask: `name` of the unit's own office, `email` and `phone` as the manager wrote them.
        invented: whether everything in it is the invented demo's, which must then be said.
    """

    key: str
    unit: str
    first: dt.date
    last: dt.date
    published_on: dt.date
    floor: int
    words: Mapping[Language, Mapping[str, str]]
    tables: tuple[Table, ...]
    targets: tuple[TargetResult, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    costs: tuple[CostLine, ...] = ()
    turns_at: int | None = None
    quality: Mapping[str, int] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    invented: bool = False
    format: int = FORMAT

    def table(self, key: str) -> Table | None:
        """A table by its key, if it is among those published."""
        return next((one for one in self.tables if one.key == key), None)
