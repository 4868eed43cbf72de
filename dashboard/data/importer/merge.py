"""The rows of a file against those of the database: what is new, what changes, and what would be cleared."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dashboard.data.importer.cells.trouble import KEPT, Kept, Value
from dashboard.data.importer.columns import Table
from dashboard.data.importer.file_table import Cells, FileTable, Key
from dashboard.data.importer.held import Conflict, HeldCells, against_written
from dashboard.data.importer.stored import Stored, Whole, keys_of

_BUILT_KEY = re.compile(r"auto-[0-9a-f]{20}")


def is_built_key(key: Key) -> bool:
    """Whether a key is one that was built from a row's content: our own exports carry them."""
    return isinstance(key, str) and _BUILT_KEY.fullmatch(key) is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a file after it was laid over what is stored."""

    key: Key
    whole: Whole
    number: int


@dataclass(slots=True)
class TablePlan:
    """What an import does to one table.

    Attributes:
        file: the table as the file has it.
        entries: every row of the file that was merged.
        new: those that are not stored yet.
        changed: those that are, with other values.
        unchanged: how many are stored just so.
        removed: keys of stored rows that the file, being the whole truth about them, lacks.
        replaced: keys that were built and give way to one of the file's own.
        built: keys among the new ones that were built.
        cleared: per column, how many stored values an empty cell would clear.
        stored_values: for those columns, how many values are stored.
        conflicts: cells that say something else than what was written in place.
        written: keys of the file's rows in which something written in place stays.
        left_alone: how many stored rows stay, though the file lacks them, because they were written in place.
    """

    file: FileTable
    entries: list[Entry] = field(default_factory=list)
    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    removed: list[Key] = field(default_factory=list)
    replaced: list[Key] = field(default_factory=list)
    built: set[Key] = field(default_factory=set)
    cleared: Counter[str] = field(default_factory=Counter)
    stored_values: dict[str, int] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    written: set[Key] = field(default_factory=set)
    left_alone: int = 0

    @property
    def table(self) -> Table:
        """Which table it is about."""
        return self.file.table

    @property
    def changes(self) -> bool:
        """Whether anything is written."""
        return bool(self.new or self.changed or self.removed or self.replaced)


class Overlay:
    """Lays a file's cells over a stored row: a missing column keeps, an empty cell gives the default."""

    def __init__(self, file: FileTable) -> None:
        at = {heading.column.name: place for place, heading in enumerate(file.headings)}
        self._plan = [(at.get(column.name, -1), column.default) for column in file.table.columns]

    def whole(self, cells: Cells, stored: Whole | None) -> Whole:
        """The row as it will be stored."""
        return tuple(self._values(cells, stored))

    def cleared(self, cells: Cells, stored: Whole) -> Iterator[int]:
        """The places of stored values that empty cells clear."""
        for place, (at, default) in enumerate(self._plan):
            if at >= 0 and cells[at] is None and stored[place] != default:
                yield place

    def says(self, cells: Cells, place: int) -> bool:
        """Whether the file has a value for a column."""
        at, _default = self._plan[place]
        return at >= 0 and cells[at] is not None and not isinstance(cells[at], Kept)

    def _values(self, cells: Cells, stored: Whole | None) -> Iterator[Value]:
        for place, (at, default) in enumerate(self._plan):
            cell = cells[at] if at >= 0 else KEPT
            if cell is None:
                yield default
            elif isinstance(cell, Kept):
                yield default if stored is None else stored[place]
            else:
                yield cell


def merge(
    file: FileTable, stored: Stored, tick: Callable[[int], None], *, file_wins: bool = False
) -> TablePlan:
    """Lay a table's rows with keys over the stored ones, and put the result into `stored`.

    Rows without a key are left to `keyless.place_keyless`. With `file_wins`, what the file says replaces what
    was written in place.
    """
    plan = TablePlan(file)
    rows, written = stored.rows(file.table.name), stored.written(file.table.name)
    overlay = Overlay(file)
    own_key = file.heading(file.table.key[0]) if file.table.builds_key else None
    key_at = file.headings.index(own_key) if own_key else -1
    key_of = keys_of(file.table)
    for cells, number in zip(file.rows, file.numbers, strict=True):
        if file.table.builds_key and (key_at < 0 or cells[key_at] is None):
            continue
        fresh = overlay.whole(cells, None)
        key = key_of(fresh)
        old = rows.get(key)
        if old is None:
            entry = Entry(key, fresh, number)
            plan.new.append(entry)
            if file.table.builds_key and is_built_key(key):
                plan.built.add(key)
        else:
            whole, held = overlay.whole(cells, old), written.get(key)
            if held:
                whole = lay_against(plan, overlay, cells, Laid(whole, old, held, number), file_wins=file_wins)
            # An unchanged row is held once, however many there are.
            entry = Entry(key, old if whole == old else whole, number)
            if entry.whole is old:
                plan.unchanged += 1
            else:
                plan.changed.append(entry)
                for place in overlay.cleared(cells, old):
                    if whole[place] != old[place]:
                        plan.cleared[file.table.columns[place].name] += 1
        plan.entries.append(entry)
    _count_stored(plan, rows)
    rows.update((entry.key, entry.whole) for entry in plan.entries)
    tick(len(file.rows))
    return plan


@dataclass(frozen=True, slots=True)
class Laid:
    """A row of a file as it would be, the stored row it is laid over, and what was written in that one."""

    fresh: Whole
    old: Whole
    held: HeldCells
    number: int


def lay_against(plan: TablePlan, overlay: Overlay, cells: Cells, row: Laid, *, file_wins: bool) -> Whole:
    """The row as it will be where somebody has written in place; what differs is noted in the plan."""
    whole, differing = against_written(
        row.fresh, row.old, row.held, lambda place: overlay.says(cells, place), file_wins=file_wins
    )
    plan.conflicts += [Conflict(row.number, place, row.fresh[place], row.held[place]) for place in differing]
    if any(whole[place] == row.old[place] for place in row.held):
        key_at = plan.table.index(plan.table.key[0])
        plan.written.add(row.old[key_at])
    return whole


def _count_stored(plan: TablePlan, rows: dict[Key, Whole]) -> None:
    for name in plan.cleared:
        place = plan.table.index(name)
        default = plan.table.columns[place].default
        plan.stored_values[name] = sum(whole[place] != default for whole in rows.values())
