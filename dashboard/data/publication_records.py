"""What the unit alone knows of what it made public: who, when, why withdrawn, whom each count was about."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Engine, Row, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.data.changes import aware
from dashboard.data.engine import keeping, reading
from dashboard.data.models import PublicationRecord

_RECORDS: Table = PublicationRecord.__table__  # type: ignore[assignment]
_SHOWN = (
    "key",
    "unit",
    "first_on",
    "last_on",
    "tables",
    "demo",
    "digest",
    "signature",
    "data_version",
    "published_at",
    "published_by",
    "withdrawn_at",
    "withdrawn_by",
    "withdrawn_why",
)


@dataclass(frozen=True, slots=True)
class Record:
    """A publication in the unit's own history.

    Attributes:
        key: its name.
        unit: the name that the public saw.
        first_on, last_on: the period.
        tables: those that were shown.
        demo: whether it was the invented demo.
        digest, signature: of its content, as hexadecimal digits.
        data_version: the data it was made from.
        published_at, published_by: when, and by whom.
        withdrawn_at, withdrawn_by, withdrawn_why: the same of its withdrawal; None while it is not.
    """

    key: str
    unit: str
    first_on: dt.date
    last_on: dt.date
    tables: list[str]
    demo: bool
    digest: str
    signature: str
    data_version: str
    published_at: dt.datetime
    published_by: str
    withdrawn_at: dt.datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_why: str | None = None


@dataclass(frozen=True, slots=True)
class Private:
    """What a later publication is held against.

    Attributes:
        first_on, last_on: the period.
        salt: what digests of persons were made with.
        values: system and release, as they are kept.
    """

    first_on: dt.date
    last_on: dt.date
    salt: bytes
    values: Mapping[str, Any]


def keep_record(
    engine: Engine,
    record: Record,
    *,
    after: str,
    salt: bytes,
    private: Mapping[str, Any],
    publish: Callable[[], None],
) -> bool:
    """Put a publication on record and make it public; both happen, or neither.

    Args:
        engine: the database.
        record: what the history tells.
        after: the key of the publication before it.
        salt: what digests of persons were made with.
        private: system and release, as they are kept.
        publish: makes it public; what it raises is raised, and nothing is kept.

    Returns:
        False when somebody else has published after the same one: nothing was made public.
    """
    values = asdict(record) | {"after": after, "salt": salt, "private": dict(private)}
    try:
        with keeping(engine) as connection:
            connection.execute(insert(_RECORDS).values(values))
            publish()
    except IntegrityError:
        return False
    return True


def withdraw_record(engine: Engine, key: str, *, now: dt.datetime, who: str, why: str) -> bool:
    """Put a withdrawal on record; False when there is none to withdraw."""
    wanted = update(_RECORDS).where(_RECORDS.c.key == key, _RECORDS.c.withdrawn_at.is_(None))
    with keeping(engine) as connection:
        changed = connection.execute(wanted.values(withdrawn_at=now, withdrawn_by=who, withdrawn_why=why))
    return changed.rowcount == 1


def records(engine: Engine) -> tuple[Record, ...]:
    """All that was ever made public, the latest first."""
    wanted = select(*(_RECORDS.c[name] for name in _SHOWN)).order_by(_RECORDS.c.publication_id.desc())
    with reading(engine) as connection:
        return tuple(_record(row) for row in connection.execute(wanted))


def private_parts(engine: Engine, *, demo: bool) -> tuple[Private, ...]:
    """What later publications are held against, the newest first: withdrawn ones too, for they were seen."""
    wanted = (
        select(_RECORDS.c.first_on, _RECORDS.c.last_on, _RECORDS.c.salt, _RECORDS.c.private)
        .where(_RECORDS.c.demo.is_(demo))
        .order_by(_RECORDS.c.publication_id.desc())
    )
    with reading(engine) as connection:
        return tuple(Private(*row) for row in connection.execute(wanted))


def forget_demo(engine: Engine) -> tuple[str, ...]:
    """Forget what was published of the demo; gives its keys."""
    with keeping(engine) as connection:
        keys = connection.execute(select(_RECORDS.c.key).where(_RECORDS.c.demo.is_(True))).scalars().all()
        connection.execute(delete(_RECORDS).where(_RECORDS.c.demo.is_(True)))
    return tuple(keys)


def _record(row: Row[Any]) -> Record:
    values = dict(row._mapping)
    withdrawn = values["withdrawn_at"]
    moments = {"published_at": aware(values["published_at"]), "withdrawn_at": withdrawn and aware(withdrawn)}
    return Record(**values | moments)
