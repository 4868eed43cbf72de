"""The quiet periods of employers, as every page that suggests an employer must respect them."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select
from sqlalchemy.sql.schema import Table

from dashboard.data.edits import ChangedSince
from dashboard.data.employer_decisions import aliases
from dashboard.data.models import QuietPeriod
from dashboard.data.readers import one_moment
from dashboard.data.stored_rows import plain
from dashboard.data.writable_rows import mark_of
from dashboard.i18n import _, day

_QUIET: Table = QuietPeriod.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Days on which an employer is left in peace; both ends count.

    Attributes:
        quiet_id: its key.
        employer_id: whom it is about, by the key that is kept when two employers were made one.
        from_on: the first day.
        to_on: the last day.
        reason: a key of QUIET_REASONS.
        mark: what the row is known by when it is written over.
    """

    quiet_id: str
    employer_id: str
    from_on: dt.date
    to_on: dt.date
    reason: str
    mark: str

    def covers(self, on: dt.date) -> bool:
        """Whether a day is one of them."""
        return self.from_on <= on <= self.to_on


def read_quiet(engine: Engine) -> tuple[Quiet, ...]:
    """Every quiet period, by its first day.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    with one_moment(engine) as connection:
        return _all(connection)


def require_none_yet(connection: Connection, employer_id: str, today: dt.date) -> None:
    """Stop when an employer has a quiet period that is not over: of two who set one, the second is told.

    Raises:
        ChangedSince: naming its days.
    """
    for one in _all(connection):
        if one.employer_id == employer_id and one.to_on >= today:
            raise ChangedSince(
                _(
                    "There is a quiet period already, {first}–{last}. Nothing was saved. "
                    "Load the page again to change it."
                ).format(first=day(one.from_on), last=day(one.to_on))
            )


def _all(connection: Connection) -> tuple[Quiet, ...]:
    rows = connection.execute(select(*_QUIET.c).order_by(_QUIET.c.from_on, _QUIET.c.quiet_id)).all()
    kept = aliases(connection) if rows else {}
    return tuple(
        Quiet(
            quiet_id=row.quiet_id,
            employer_id=kept.get(row.employer_id, row.employer_id),
            from_on=row.from_on,
            to_on=row.to_on,
            reason=row.reason,
            mark=mark_of(list(map(plain, row))),
        )
        for row in rows
    )
