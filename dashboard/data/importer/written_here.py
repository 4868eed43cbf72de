"""What was written in place against what a file says: nothing is overwritten before somebody has said so.

A cell that is empty in the file takes nothing away. One that says something else is a conflict: what was
written in place stays, unless the import is told that the file wins. A file that is the whole truth leaves
rows alone in which somebody has written, under the same condition.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.data.importer.file_table import Cells, Key
from dashboard.data.importer.findings import Findings, Severity
from dashboard.data.importer.folding import fold
from dashboard.data.importer.held import Conflict, HeldCells
from dashboard.data.importer.merge import Entry, Laid, Overlay, TablePlan, lay_against
from dashboard.data.importer.rules.reporter import as_in_file
from dashboard.data.importer.stored import Stored, Whole
from dashboard.data.writable_rows import KEY_BEGINS
from dashboard.data.writings import moment
from dashboard.i18n import _, ngettext
from dashboard.i18n import number as shown_number

IDENTITY: Mapping[str, tuple[str, ...]] = {
    "contacts": ("employer_id", "coach_id", "contacted_on", "kind"),
    "follow_ups": ("placement_id", "planned_on"),
}
"""What a row without a key is known by when the rest of it has been written over in place."""


@dataclass(frozen=True, slots=True)
class Keyless:
    """A row of a file without a key: its cells, the row it would be, and its number."""

    cells: Cells
    whole: Whole
    number: int


def is_added_here(key: Key) -> bool:
    """Whether a key is that of a row that was added in place."""
    return isinstance(key, str) and key.startswith(KEY_BEGINS)


def place_in_written(
    plan: TablePlan,
    left: list[Keyless],
    compared: list[int],
    rows: dict[Key, Whole],
    written: Mapping[Key, HeldCells],
    *,
    file_wins: bool,
) -> list[Keyless]:
    """Find rows again in which somebody has written in place, so that their content is no longer the file's.

    Args:
        plan: what happens to the table.
        left: rows without a key that were not found by their content.
        compared: places of the columns that the file has.
        rows: the table as it becomes.
        written: the rows written in place, with what was written.
        file_wins: whether what the file says replaces what was written.

    Returns:
        Those that are not found in this way either.
    """
    taken = {entry.key for entry in plan.entries}
    free = {key: rows[key] for key in written if key in rows and key not in taken}
    overlay = Overlay(plan.file)
    known_by = [plan.table.index(name) for name in IDENTITY.get(plan.table.name, ())]
    still_left: list[Keyless] = []
    for one in left:
        key = _meant(one, overlay, free, known_by, compared)
        if key is None:
            still_left.append(one)
            continue
        old = free.pop(key)
        fresh = (key, *overlay.whole(one.cells, old)[1:])
        whole = lay_against(
            plan, overlay, one.cells, Laid(fresh, old, written[key], one.number), file_wins=file_wins
        )
        entry = Entry(key, old if whole == old else whole, one.number)
        if entry.whole is old:
            plan.unchanged += 1
        else:
            plan.changed.append(entry)
        rows[key] = entry.whole
        plan.entries.append(entry)
    return still_left


def _meant(
    one: Keyless,
    overlay: Overlay,
    free: Mapping[Key, Whole],
    known_by: list[int],
    compared: list[int],
) -> Key:
    """The row that is most like it among those with the same identity; None when there is none."""
    alike = [
        key
        for key, whole in free.items()
        if all(whole[place] == one.whole[place] for place in known_by)
        and (not is_added_here(key) or _agree(one, overlay, whole, compared))
    ]
    if not alike:
        return None

    def equal(key: Key) -> int:
        return sum(free[key][place] == one.whole[place] for place in compared)

    return min(alike, key=lambda key: (-equal(key), str(key)))


def _agree(one: Keyless, overlay: Overlay, whole: Whole, compared: list[int]) -> bool:
    """Whether neither says anything that the other denies: a row added in place may be another one."""
    return all(
        whole[place] in (None, one.whole[place]) or not overlay.says(one.cells, place) for place in compared
    )


def note_what_was_written(plan: TablePlan, stored: Stored, findings: Findings, *, file_wins: bool) -> None:
    """Warn of every cell that says something else, of rows that may be the same, and of those left alone."""
    for conflict in plan.conflicts:
        _note_conflict(plan, conflict, findings, file_wins=file_wins)
    _note_likely_same(plan, stored, findings)
    if plan.left_alone:
        findings.add(
            Severity.WARNING,
            "written_here_kept",
            ngettext(
                "{n} row that the file lacks was written in Brygga, and stays.",
                "{n} rows that the file lacks were written in Brygga, and stay.",
                plan.left_alone,
            ).format(n=shown_number(plan.left_alone)),
            sheet=plan.file.sheet,
        )


def _note_conflict(plan: TablePlan, conflict: Conflict, findings: Findings, *, file_wins: bool) -> None:
    column = plan.table.columns[conflict.place]
    heading = plan.file.heading(column.name)
    swedish = heading is not None and fold(heading.text) != fold(column.name)
    said = _("{who} wrote {value} here in Brygga {time}; the file says something else.").format(
        who=conflict.held.who,
        value=as_in_file(conflict.held.value, column, swedish=swedish),
        time=moment(conflict.held.at),
    )
    findings.add(
        Severity.WARNING,
        "written_here",
        said,
        _("The file's value replaces it, because the file wins.")
        if file_wins
        else _("What was written in Brygga stays. Correct the file, or let the file win."),
        sheet=plan.file.sheet,
        row=conflict.number,
        column=heading.letter if heading else "",
        header=heading.text if heading else "",
        value=as_in_file(conflict.said, column, swedish=swedish),
    )


def _note_likely_same(plan: TablePlan, stored: Stored, findings: Findings) -> None:
    """A new row with the identity of one that was added in place may be written twice."""
    places = [plan.table.index(name) for name in IDENTITY.get(plan.table.name, ())]
    rows = stored.rows(plan.table.name)
    added = [key for key in stored.written(plan.table.name) if is_added_here(key) and key in rows]
    if not added:
        return
    known = {tuple(rows[key][place] for place in places): key for key in added}
    for entry in plan.new:
        key = known.get(tuple(entry.whole[place] for place in places))
        if key is not None and key != entry.key:
            findings.add(
                Severity.WARNING,
                "like_written_here",
                _("This may be what was written in Brygga as {key}; both stay.").format(key=key),
                _("Check it. If it is one and the same, take back what was written in Brygga."),
                sheet=plan.file.sheet,
                row=entry.number,
            )
