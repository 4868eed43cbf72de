"""Whether two employers are one, as a person has decided; "same" moves everything to the kept key.

Files go on naming the other key: from then on it is read as the kept one (`aliases`). A decision can be
taken back: the other employer returns as it was, with the rows that were moved from it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.sql.schema import Table

from dashboard.data.engine import keeping, reading, writing
from dashboard.data.full_disk import told_when_full
from dashboard.data.import_history import alone
from dashboard.data.models import UNIT_TABLES, DataState, Employer, EmployerDecision
from dashboard.data.stored_rows import batches, plain, put_back, take_out
from dashboard.domain.errors import BryggaError, InvalidParameter
from dashboard.i18n import _

_EMPLOYERS: Table = Employer.__table__  # type: ignore[assignment]
_DECISIONS: Table = EmployerDecision.__table__  # type: ignore[assignment]
_USERS: tuple[Table, ...] = tuple(
    model.__table__  # type: ignore[misc]
    for model in UNIT_TABLES
    if model is not Employer and "employer_id" in model.__table__.c
)
"""The tables that refer to an employer."""


class CannotDecide(BryggaError):
    """Two employers cannot be made one, or parted again; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        number: its number.
        kept: the key that is kept.
        other: the other key.
        same: whether the two are one.
        at: when it was decided.
        who: by whom.
        moved: how many rows were moved to the kept key.
    """

    number: int
    kept: str
    other: str
    same: bool
    at: dt.datetime
    who: str
    moved: int


def decisions(engine: Engine) -> tuple[Decision, ...]:
    """Every decision in force, the oldest first."""
    with reading(engine) as connection:
        return tuple(_decisions(connection))


def aliases(connection: Connection) -> Mapping[str, str]:
    """Keys that files may still name, and the key that each is read as."""
    direct = {one.other: one.kept for one in _decisions(connection) if one.same}
    found = {}
    for key, kept in direct.items():
        while kept in direct:
            kept = direct[kept]  # noqa: PLW2901 (one step further)
        found[key] = kept
    return found


def decided_pairs(connection: Connection) -> frozenset[frozenset[str]]:
    """The pairs of keys that somebody has decided about."""
    return frozenset(frozenset((one.kept, one.other)) for one in _decisions(connection))


@told_when_full()
def decide_same(engine: Engine, kept: str, other: str, *, who: str, now: dt.datetime) -> Decision:
    """Make two employers one: every row of the other is moved to the kept key, in one transaction.

    Args:
        engine: the database.
        kept: the key that stays.
        other: the key that goes, and is read as the kept one from then on.
        who: whom the decision names.
        now: the moment.

    Raises:
        CannotDecide: when there are not two employers with these keys.
        ImportUnderWay: when somebody is importing.
        DatabaseUnreachable: when the database does not answer.
    """
    with _changing(engine, f"same employer {now.isoformat()} {kept} {other}") as connection:
        _require_two(connection, kept, other)
        row = [plain(cell) for cell in _row(connection, other)]
        moved = {table.name: _move(connection, table, other, kept) for table in _USERS}
        take_out(connection, _EMPLOYERS, [other])
        _forget_about(connection, kept, other)
        made = {"kept_id": kept, "other_id": other, "decision": "same", "moved": {"row": row, "moved": moved}}
        return _remember(connection, made | {"decided_at": now, "decided_by": who})


def decide_different(engine: Engine, one: str, other: str, *, who: str, now: dt.datetime) -> Decision:
    """Note that two employers are two, so that nobody is asked again.

    Raises:
        CannotDecide: when there are not two employers with these keys.
    """
    with keeping(engine) as connection:
        _require_two(connection, one, other)
        _forget_about(connection, one, other)
        made = {"kept_id": one, "other_id": other, "decision": "different", "moved": {}}
        return _remember(connection, made | {"decided_at": now, "decided_by": who})


@told_when_full()
def undo_decision(engine: Engine, number: int, *, now: dt.datetime) -> Decision:
    """Take a decision back. After a "same" the other employer is there again, with the rows it had.

    Raises:
        InvalidParameter: when there is no such decision.
        CannotDecide: when a later decision builds on it.
        ImportUnderWay: when somebody is importing.
    """
    with reading(engine) as connection:
        undone = next((one for one in _decisions(connection) if one.number == number), None)
    if undone is None:
        raise InvalidParameter(_("There is no decision with number {number}.").format(number=number))
    gone = delete(_DECISIONS).where(_DECISIONS.c.decision_id == number)
    if not undone.same:
        with keeping(engine) as connection:
            connection.execute(gone)
        return undone
    with _changing(engine, f"undo employer decision {now.isoformat()}") as connection:
        _require_last_word(undone, _decisions(connection))
        _part(connection, undone)
        connection.execute(gone)
    return undone


@contextmanager
def _changing(engine: Engine, change: str) -> Iterator[Connection]:
    with alone(engine), writing(engine, change) as connection:
        connection.execute(select(DataState.version).with_for_update())
        yield connection


def _decisions(connection: Connection) -> Iterator[Decision]:
    for row in connection.execute(select(_DECISIONS).order_by(_DECISIONS.c.decision_id)):
        moved = row.moved.get("moved", {})
        at = row.decided_at if row.decided_at.tzinfo else row.decided_at.replace(tzinfo=dt.UTC)
        yield Decision(
            number=row.decision_id,
            kept=row.kept_id,
            other=row.other_id,
            same=row.decision == "same",
            at=at,
            who=row.decided_by,
            moved=sum(map(len, moved.values())),
        )


def _require_two(connection: Connection, one: str, other: str) -> None:
    if one == other:
        raise CannotDecide(_("That is one and the same key."))
    for key in (one, other):
        if _row(connection, key) is None:
            raise CannotDecide(_("There is no employer with the key {key}.").format(key=key))


def _require_last_word(undone: Decision, others: Iterable[Decision]) -> None:
    for one in others:
        if one.same and one.number > undone.number and {one.kept, one.other} & {undone.kept, undone.other}:
            raise CannotDecide(
                _("Decision {number} came later and builds on this one. Undo that first.").format(
                    number=one.number
                )
            )


def _row(connection: Connection, key: str) -> Any:
    return connection.execute(select(*_EMPLOYERS.c).where(_EMPLOYERS.c.employer_id == key)).first()


def _move(connection: Connection, table: Table, other: str, kept: str) -> list[Any]:
    """Point the rows at the kept key; `source` and `updated_at` stay, for the row was not read anew."""
    (key,) = table.primary_key
    keys = list(connection.execute(select(key).where(table.c.employer_id == other)).scalars())
    connection.execute(update(table).where(table.c.employer_id == other).values(employer_id=kept))
    return keys


def _part(connection: Connection, undone: Decision) -> None:
    query = select(_DECISIONS.c.moved).where(_DECISIONS.c.decision_id == undone.number)
    moved = connection.execute(query).scalar_one()
    put_back(connection, _EMPLOYERS, [moved["row"]])
    for table in _USERS:
        (key,) = table.primary_key
        for keys in batches(moved["moved"].get(table.name, [])):
            still = key.in_(keys) & (table.c.employer_id == undone.kept)
            connection.execute(update(table).where(still).values(employer_id=undone.other))


def _forget_about(connection: Connection, one: str, other: str) -> None:
    """An earlier "different" about the same two no longer holds."""
    pair = (one, other)
    both = _DECISIONS.c.kept_id.in_(pair) & _DECISIONS.c.other_id.in_(pair)
    connection.execute(delete(_DECISIONS).where(both, _DECISIONS.c.decision == "different"))


def _remember(connection: Connection, made: dict[str, Any]) -> Decision:
    statement = insert(_DECISIONS).values(made).returning(_DECISIONS.c.decision_id)
    number = connection.execute(statement).scalar_one()
    return next(one for one in _decisions(connection) if one.number == number)
