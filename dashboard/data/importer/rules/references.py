"""Keys that a row refers to must stand in the file or the database."""

from dashboard.data.importer.columns import TABLE_BY_NAME, Column
from dashboard.data.importer.file_table import Key
from dashboard.data.importer.folding import fold
from dashboard.data.importer.merge import TablePlan
from dashboard.data.importer.rules.reporter import Case
from dashboard.i18n import _


def check_references(case: Case) -> None:
    """Every key that a row of the file refers to is known."""
    for plan in case.plans.values():
        for place, column in enumerate(plan.table.columns):
            target = case.plans.get(column.refers_to)
            # When the other table could not be read, an error for each reference would say nothing.
            if column.refers_to and (target is None or target.file.complete):
                _check(case, plan, place, column, target.file.refused_keys if target else set())


def _check(case: Case, plan: TablePlan, place: int, column: Column, refused: set[Key]) -> None:
    known = case.rows(column.refers_to)
    unknown = [
        entry
        for entry in plan.entries
        if (key := entry.whole[place]) is not None and key not in known and key not in refused
    ]
    if not unknown:
        return
    table = TABLE_BY_NAME[column.refers_to].title
    near = {_plain(str(key)): str(key) for key in known}
    for entry in unknown:
        meant = near.get(_plain(str(entry.whole[place])))
        case.refuse(
            plan,
            entry,
            column.name,
            "unknown_reference",
            _("There is no such key among {table}, neither in the file nor in the database.").format(
                table=table
            ),
            remedy=_("Did you mean {key}?").format(key=meant)
            if meant
            else _("Correct the key, or add the row to {table}.").format(table=table),
        )


def _plain(key: str) -> str:
    """The key without case, marks and leading zeros: what a spreadsheet or a hasty hand may have changed."""
    return fold(key).lstrip("0")
