"""What the unit decides, kept as changes: one row a change, the newest in force, the rest its history."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select

from dashboard.data.edits import ChangedSince
from dashboard.data.engine import reading, writing
from dashboard.data.models import DataState, KeptChange
from dashboard.i18n import _

Stored = dict[str, Any]
"""Values as JSON has them, by name."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page showed of some names when somebody began to change them: only that is written over."""

    names: tuple[str, ...]
    mark: str


def mark_of(stored: Stored, names: Iterable[str]) -> str:
    """What the stored values of some names are known by: it changes when any of them does."""
    values = [[name, stored.get(name)] for name in sorted(names)]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:12]


def require_unchanged(before: Stored, seen: Seen | None) -> None:
    """Stop the second of two who change the same things at once.

    Raises:
        ChangedSince: when what was shown is no longer so.
    """
    if seen is not None and mark_of(before, seen.names) != seen.mark:
        raise ChangedSince(_("It has been changed since it was shown. Nothing was saved."))


def in_force(connection: Connection, table: type[KeptChange]) -> Stored:
    """What the newest change left in force; nothing when there is none."""
    query = select(table.in_force).order_by(table.change_id.desc()).limit(1)
    return dict(connection.execute(query).scalar() or {})


def store_change(
    engine: Engine,
    table: type[KeptChange],
    change: str,
    after: Callable[[Stored], tuple[Stored, Stored]],
    *,
    who: str,
    now: dt.datetime,
) -> Stored:
    """Store a change, or nothing of it; the data version moves, so that every figure follows at once.

    Args:
        engine: the database.
        table: where such changes are kept.
        change: what is being written, in few words.
        after: what was in force → what shall be, and the table's own columns. It raises when that cannot be.
        who: whom the history names.
        now: the moment.

    Returns:
        What changed, by name; None: no longer set. What already holds changes nothing and leaves no row.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    with reading(engine) as connection:
        before = in_force(connection, table)
        if after(before)[0] == before:
            return {}
    with writing(engine, change) as connection:
        # Locked: the second of two who change at once must start from what the first has stored.
        connection.execute(select(DataState.version).with_for_update())
        before = in_force(connection, table)
        stored, columns = after(before)
        changed = _difference(before, stored)
        row = {"changed_at": now, "changed_by": who, "changed": changed, "in_force": stored, **columns}
        connection.execute(insert(table), row)
    return changed


def history(engine: Engine, table: type[KeptChange]) -> Sequence[Row[Any]]:
    """Every change, the newest first."""
    query = select(table.__table__).order_by(table.change_id.desc())
    with reading(engine) as connection:
        return connection.execute(query).all()


def aware(moment: dt.datetime) -> dt.datetime:
    """The moment with its zone, which SQLite forgets."""
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _difference(before: Stored, after: Stored) -> Stored:
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {name: after.get(name) for name in names}
