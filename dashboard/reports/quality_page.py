"""The data quality as a page shows it: each kind in words, with its first rows and where they stand."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.data.importer.columns import TABLE_BY_NAME
from dashboard.data.sources import read_sources
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.definitions import Note, notes
from dashboard.reports.quality import PREFIX, OddRow, Quality, may_see, quality
from dashboard.reports.quality_kinds import GROUPS

SHOWN = 5


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row to mend.

    Attributes:
        table: what its table is called.
        key: its key; empty when the person may not see which client it is about.
        message: what is odd about this very row; may be empty.
        source: file, sheet and row; empty when it did not come from a file.
    """

    table: str
    key: str
    message: str
    source: str


@dataclass(frozen=True, slots=True)
class QualityLine:
    """One kind of thing to mend.

    Attributes:
        measure: the key of its definition.
        name: what it is called.
        sentence: what is counted.
        remedy: what to do.
        n: how many rows.
        of: how many were looked at.
        hurts: the figures that it hurts.
        first: its first rows.
    """

    measure: str
    name: str
    sentence: str
    remedy: str
    n: int
    of: int
    hurts: tuple[Note, ...]
    first: tuple[ShownRow, ...]

    @property
    def share(self) -> float | None:
        """The share of those looked at; None when there are none."""
        return self.n / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class QualityPage:
    """All kinds by group, those with most rows first, and what is in order.

    Attributes:
        groups: title of the group, and its kinds with rows.
        fine: names of the kinds without any row.
    """

    groups: tuple[tuple[str, tuple[QualityLine, ...]], ...]
    fine: tuple[str, ...]

    @property
    def n(self) -> int:
        """How many things there are to mend; a row counts once for each kind."""
        return sum(line.n for _title, lines in self.groups for line in lines)

    @property
    def kinds(self) -> int:
        """Of how many kinds."""
        return sum(len(lines) for _title, lines in self.groups)


def quality_page(access: Access, on: dt.date) -> QualityPage:
    """The data quality on a day; raises as `quality` does."""
    found = quality(access, on)
    wrong = sorted((one for one in found.values() if one.n), key=lambda one: -one.n)
    fine = [PREFIX + one.kind.key for one in found.values() if not one.n]
    return QualityPage(
        groups=tuple(
            (_(title), tuple(_line(access, one) for one in wrong if one.kind.group == group))
            for group, title in GROUPS.items()
        ),
        fine=tuple(note.name for note in notes(fine)),
    )


def _line(access: Access, found: Quality) -> QualityLine:
    key = PREFIX + found.kind.key
    (note,) = notes([key], access.definitions)
    return QualityLine(
        measure=key,
        name=note.name,
        sentence=note.sentence,
        remedy=_(found.kind.remedy),
        n=found.n,
        of=found.of,
        hurts=notes(found.kind.hurts, access.definitions),
        first=tuple(_shown(access, found.rows[:SHOWN])),
    )


def _shown(access: Access, rows: tuple[OddRow, ...]) -> Iterator[ShownRow]:
    for row in rows:
        table = TABLE_BY_NAME[row.table]
        known = read_sources(access.store.engine, row.table, [row.key]) if len(table.key) == 1 else {}
        key, message = (row.key, row.message) if may_see(access, row) else ("", "")
        yield ShownRow(table.title, key, message, known.get(row.key, ""))
