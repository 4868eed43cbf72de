"""The last look at a publication before it is kept: only declared tables, only protected numbers."""

from collections.abc import Iterator

from dashboard.domain.errors import PublicationRefused
from dashboard.domain.publication import (
    EMPLOYER_TABLES,
    HIDDEN,
    MISSING,
    NOT_APPLICABLE,
    TABLES,
    Part,
    Publication,
    Table,
)
from dashboard.domain.setting_catalogue import setting_named
from dashboard.i18n import _

LOWEST_FLOOR = setting_named("published_from").lowest
STEP = 5
HALVES = {((1, 1), (6, 30)), ((7, 1), (12, 31))}
SIGNS = (HIDDEN, MISSING, NOT_APPLICABLE)


def require_declared(publication: Publication) -> None:
    """Refuse anything that is not on the list of what may be public.

    It is the second guard, after the audit: it knows nobody, but it sees a number that is too small, a share
    that is too fine and a table that was never declared.

    Raises:
        PublicationRefused: naming the first.
    """
    for what in _undeclared(publication):
        raise PublicationRefused(
            _("The publication holds what may not be public ({what}), and is not kept.").format(what=what)
        )


def _undeclared(publication: Publication) -> Iterator[str]:
    if publication.floor < LOWEST_FLOOR:
        yield "floor"
    ends = ((publication.first.month, publication.first.day), (publication.last.month, publication.last.day))
    if ends[0] not in {half[0] for half in HALVES} or ends[1] not in {half[1] for half in HALVES}:
        yield "period"
    keys = [table.key for table in publication.tables]
    if keys != [key for key in TABLES if key in keys]:
        yield "tables"
    for table in publication.tables:
        yield from _in_table(table, publication.floor)
    for target in publication.targets:
        yield from _in_part("targets", target.part)
    if any(not _in_steps(share) for share in publication.quality.values()):
        yield "quality"


def _in_table(table: Table, floor: int) -> Iterator[str]:
    for keys in ([cell.key for cell in table.cells], [part.key for part in table.parts]):
        if len(set(keys)) != len(keys):
            yield table.key
    for cell in table.cells:
        shown = cell.sign == ""
        if shown != (cell.count is not None) or (not shown and cell.sign not in SIGNS):
            yield f"{table.key}.{cell.key}"
        few = table.key not in EMPLOYER_TABLES and 0 < (cell.count or 0) < floor
        if few or (cell.count or 0) < 0:
            yield f"{table.key}.{cell.key}"
    for part in table.parts:
        yield from _in_part(table.key, part)


def _in_part(table: str, part: Part) -> Iterator[str]:
    shown = part.sign == ""
    limits = (part.low, part.high)
    told = [number for number in (part.per_cent, *limits) if number is not None]
    if shown != (part.per_cent is not None) or (not shown and told) or not all(map(_in_steps, told)):
        yield f"{table}.{part.key}"


def _in_steps(per_cent: int) -> bool:
    return 0 <= per_cent <= 100 and per_cent % STEP == 0
