"""What an import stops for and asks: much would go, or the file is not what it usually is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.data.import_history import LastFile
from dashboard.data.importer.merge import TablePlan
from dashboard.data.importer.stored import Stored
from dashboard.i18n import _, number, percent

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
    plans: Mapping[str, TablePlan], stored: Stored, last: Mapping[str, LastFile], *, replace: bool
) -> Iterator[Guard]:
    """The questions that an import raises."""
    for plan in plans.values():
        yield from _cleared(plan)
        if replace and plan.removed:
            yield _removed(plan, stored)
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
    return Guard(Doubt.REMOVED, plan.table.name, n, of, "", text)


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
