"""Publications that are being audited: one a person, moved between states so that only one click counts."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Row, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.data.changes import aware
from dashboard.data.engine import keeping, reading
from dashboard.data.models import PublicationDraft

RUNNING, READY, REFUSED, FAILED = "running", "ready", "refused", "failed"
_DRAFTS: Table = PublicationDraft.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Draft:
    """One audited publication.

    Attributes:
        draft_id: random.
        user_id: whose it is.
        who: the person's name.
        state: running, ready, refused or failed.
        stage: what is being done while it runs.
        choice: what was chosen.
        outcome: what the audit gave; empty until it has ended.
        sentence: why it failed; empty otherwise.
        data_version: the data it was made from.
        after: the key of what was published last when it was made.
        begun_at: when it was begun.
        beat_at: its last sign of life.
    """

    draft_id: str
    user_id: int
    who: str
    state: str
    stage: str
    choice: Mapping[str, Any]
    outcome: Mapping[str, Any]
    sentence: str
    data_version: str
    after: str
    begun_at: dt.datetime
    beat_at: dt.datetime


def add_draft(engine: Engine, draft: Draft) -> bool:
    """Begin; tells whether the person had none already."""
    values = {name: getattr(draft, name) for name in Draft.__slots__}
    try:
        with keeping(engine) as connection:
            connection.execute(insert(_DRAFTS).values(values))
    except IntegrityError:
        return False
    return True


def drafts(engine: Engine) -> tuple[Draft, ...]:
    """Every draft, the oldest first."""
    with reading(engine) as connection:
        rows = connection.execute(select(_DRAFTS).order_by(_DRAFTS.c.begun_at)).all()
    return tuple(map(_draft, rows))


def draft_of(engine: Engine, user_id: int) -> Draft | None:
    """A person's draft."""
    with reading(engine) as connection:
        row = connection.execute(select(_DRAFTS).where(_DRAFTS.c.user_id == user_id)).first()
    return None if row is None else _draft(row)


def change_draft(engine: Engine, draft_id: str, **values: Any) -> bool:
    """Change a draft that still runs; tells whether it did."""
    wanted = update(_DRAFTS).where(_DRAFTS.c.draft_id == draft_id, _DRAFTS.c.state == RUNNING)
    with keeping(engine) as connection:
        return connection.execute(wanted.values(**values)).rowcount == 1


def drop_draft(engine: Engine, draft_id: str) -> bool:
    """Forget a draft; tells whether it was there: of two clicks only one takes it."""
    with keeping(engine) as connection:
        return connection.execute(delete(_DRAFTS).where(_DRAFTS.c.draft_id == draft_id)).rowcount == 1


def _draft(row: Row[Any]) -> Draft:
    values = dict(row._mapping)
    return Draft(**values | {name: aware(values[name]) for name in ("begun_at", "beat_at")})
