"""What an import stops for and asks: much would go, or the file is not what it usually is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.data.import_history import LastFile
from dashboard.data.importer.merge import TablePlan
from dashboard.data.importer.order import Order
from dashboard.data.importer.stored import Stored
from dashboard.i18n import _, ngettext, number, percent

MOST_CLEARED = 0.10
MOST_CHANGED = 0.30
FEWEST_OF_LAST = 0.50
ENOUGH_ROWS = 10
"""With fewer rows than these a share says nothing."""


class Doubt(StrEnum):
    """Why an import asks."""

    CLEARED = "cleared"
    REMOVED = "removed"
    MANY_CHANGED = "many_changed"
    FEWER_ROWS = "fewer_rows"
    WRITTEN_HERE = "written_here"


@dataclass(frozen=True, slots=True)
class Guard:
    """A question that somebody must say yes to.

    Attributes:
        doubt: which kind of question.
        table: the table it is about.
        n: how many rows or values.
        of: of how many.
        column: the column, for cleared values.
        text: the question as a sentence, in the reader's language.
    """

    doubt: Doubt
    table: str
    n: int
    of: int
    column: str
    text: str


def guards(
    plans: Mapping[str, TablePlan], stored: Stored, last: Mapping[str, LastFile], *, order: Order
) -> Iterator[Guard]:
    """The questions that an import raises."""
    for plan in plans.values():
        yield from _cleared(plan)
        if order.replace and plan.removed:
            yield _removed(plan, stored)
        if plan.conflicts:
            yield _written_here(plan, file_wins=order.file_wins)
        yield from _many_changed(plan, stored)
        yield from _fewer_rows(plan, last.get(plan.table.name, LastFile()))


def _cleared(plan: TablePlan) -> Iterator[Guard]:
    for name, n in plan.cleared.items():
        of = plan.stored_values[name]
        if of and n / of > MOST_CLEARED:
            title = plan.table.columns[plan.table.index(name)].title
            text = _(
                "{table}, {column}: {n} of {stored} stored values ({share}) are cleared by empty cells."
            ).format(
                table=plan.table.title, column=title, n=number(n), stored=number(of), share=percent(n / of)
            )
            yield Guard(Doubt.CLEARED, plan.table.name, n, of, name, text)


def _removed(plan: TablePlan, stored: Stored) -> Guard:
    n, of = len(plan.removed), len(stored.before(plan.table.name))
    text = _("{table}: {n} of {stored} rows are removed, because the file lacks them.").format(
        table=plan.table.title, n=number(n), stored=number(of)
    )
    here = len(stored.written(plan.table.name).keys() & set(plan.removed))
    if here:
        text += " " + ngettext(
            "{n} of them was written in Brygga.", "{n} of them were written in Brygga.", here
        ).format(n=number(here))
    return Guard(Doubt.REMOVED, plan.table.name, n, of, "", text)


def _written_here(plan: TablePlan, *, file_wins: bool) -> Guard:
    n = len(plan.conflicts)
    text = (
        ngettext(
            "{table}: {n} value that was written in Brygga is replaced by the file's.",
            "{table}: {n} values that were written in Brygga are replaced by the file's.",
            n,
        )
        if file_wins
        else ngettext(
            "{table}: {n} value of the file differs from what was written in Brygga, which stays.",
            "{table}: {n} values of the file differ from what was written in Brygga, which stays.",
            n,
        )
    ).format(table=plan.table.title, n=number(n))
    return Guard(Doubt.WRITTEN_HERE, plan.table.name, n, plan.file.count, "", text)


def _many_changed(plan: TablePlan, stored: Stored) -> Iterator[Guard]:
    n, of = len(plan.changed) + len(plan.removed), len(stored.before(plan.table.name))
    if of >= ENOUGH_ROWS and n / of > MOST_CHANGED:
        text = _("{table}: {n} of {stored} stored rows ({share}) are changed or removed.").format(
            table=plan.table.title, n=number(n), stored=number(of), share=percent(n / of)
        )
        yield Guard(Doubt.MANY_CHANGED, plan.table.name, n, of, "", text)


def _fewer_rows(plan: TablePlan, last: LastFile) -> Iterator[Guard]:
    n = plan.file.count
    # As many rows as were left out last time are most likely those, corrected.
    if last.rows >= ENOUGH_ROWS and last.rejected < n < last.rows * FEWEST_OF_LAST:
        text = _(
            "{table}: the file has {n} rows; the one before it had {last}. Is it the right file?"
        ).format(table=plan.table.title, n=number(n), last=number(last.rows))
        yield Guard(Doubt.FEWER_ROWS, plan.table.name, n, last.rows, "", text)
