"""A file that is the whole truth for its tables: what it lacks goes, unless others still refer to it."""

from collections import defaultdict
from collections.abc import Iterator

from dashboard.data.importer.columns import TABLES, Column
from dashboard.data.importer.file_table import Key
from dashboard.data.importer.findings import Severity, shown
from dashboard.data.importer.merge import TablePlan
from dashboard.data.importer.rules.reporter import Case
from dashboard.data.importer.stored import Stored
from dashboard.i18n import _, ngettext
from dashboard.i18n import number as written

MOST_NAMED = 10


def remove_the_rest(plan: TablePlan, stored: Stored, *, file_wins: bool = False) -> None:
    """Plan the removal of every stored row that the file lacks. A file's empty table removes nothing.

    A row in which somebody has written in place stays, unless the file wins.
    """
    if not plan.entries and not plan.file.stands_for:
        return
    rows = stored.rows(plan.table.name)
    kept = {entry.key for entry in plan.entries} | set(plan.replaced) | plan.file.stands_for
    written = {} if file_wins else stored.written(plan.table.name)
    plan.left_alone = 0
    for key in sorted(stored.before(plan.table.name).keys() - kept - set(plan.removed), key=str):
        if key in written:
            plan.left_alone += 1
            continue
        plan.removed.append(key)
        del rows[key]


def refuse_what_is_needed(case: Case) -> None:
    """A row that others still refer to is not removed: an error that names them."""
    for plan in case.plans.values():
        users = _users(case, plan, set(plan.removed))
        for key in plan.removed:
            if key in users:
                _refuse(case, plan, key, users[key])


def _users(case: Case, plan: TablePlan, removed: set[Key]) -> dict[Key, list[str]]:
    found: defaultdict[Key, list[str]] = defaultdict(list)
    if removed:
        for title, place, name in _references(plan.table.name):
            for key, whole in case.rows(name).items():
                if whole[place] in removed:
                    found[whole[place]].append(f"{title} {shown(key_text(key))}")
    return found


def _references(target: str) -> Iterator[tuple[str, int, str]]:
    for table in TABLES:
        for place, column in enumerate(table.columns):
            if _points_at(column, target):
                yield table.title, place, table.name


def _points_at(column: Column, target: str) -> bool:
    return column.refers_to == target


def _refuse(case: Case, plan: TablePlan, key: Key, users: list[str]) -> None:
    named = ", ".join(users[:MOST_NAMED])
    if len(users) > MOST_NAMED:
        left = len(users) - MOST_NAMED
        named += " " + ngettext("and {n} more", "and {n} more", left).format(n=written(left))
    case.findings.add(
        Severity.ERROR,
        "still_referred_to",
        _("{key} is not in the file, but others still refer to it: {users}.").format(
            key=shown(key_text(key)), users=named
        ),
        _("Keep the row in the file, or change or remove those that refer to it."),
        sheet=plan.file.sheet,
        value=key_text(key),
    )


def key_text(key: Key) -> str:
    """A key as a person reads it.

    >>> key_text(("K1", "lss"))
    'K1, lss'
    """
    return ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)
