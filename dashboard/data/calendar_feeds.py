"""Private calendar addresses: whoever holds one reads its owner's follow-ups, until it is withdrawn.

The address holds a random secret; the database holds its digest alone, and no address can be read out of it.
"""

import datetime as dt
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from dashboard.data.engine import keeping, reading
from dashboard.data.models import CalendarFeed, DataState, User
from dashboard.domain.access import Role, Viewer

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Feed:
    """An account's calendar address, without its secret.

    Attributes:
        viewer: whose it is, with the rights that the account has now.
        language: what its texts are in.
        made_at: when it was made.
    """

    viewer: Viewer
    language: str
    made_at: dt.datetime


def make_feed(engine: Engine, user_id: int, language: str, now: dt.datetime) -> str:
    """Give an account a new address; the one it had stops working. The secret is told this once."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with keeping(engine) as connection:
        connection.execute(delete(CalendarFeed).where(CalendarFeed.user_id == user_id))
        connection.execute(
            insert(CalendarFeed).values(
                user_id=user_id, secret_digest=_digest(secret), language=language, made_at=now
            )
        )
    return secret


def withdraw_feed(engine: Engine, user_id: int) -> bool:
    """Take an account's address away; whether it had one."""
    with keeping(engine) as connection:
        gone = connection.execute(delete(CalendarFeed).where(CalendarFeed.user_id == user_id))
    return bool(gone.rowcount)


def feed_made_at(engine: Engine, user_id: int) -> dt.datetime | None:
    """When the account's address was made; None when it has none."""
    with reading(engine) as connection:
        made = connection.execute(
            select(CalendarFeed.made_at).where(CalendarFeed.user_id == user_id)
        ).scalar()
    return None if made is None else _utc(made)


def find_feed(engine: Engine, secret: str, *, demo_allowed: bool) -> Feed | None:
    """The feed of a secret; None when there is none, or its account may not sign in.

    Args:
        engine: where the feeds are.
        secret: what the address holds.
        demo_allowed: whether demo accounts may be used here (this machine only).
    """
    digest = _digest(secret)
    with reading(engine) as connection:
        row = connection.execute(_FIND.where(CalendarFeed.secret_digest == digest)).first()
    # Looked up by its digest, which tells nothing of the secret; compared once more in constant time.
    if row is None or not hmac.compare_digest(row.secret_digest, digest):
        return None
    if row.disabled or (row.demo and not (demo_allowed and row.demo_data)):
        return None
    viewer = Viewer(user_id=row.user_id, name=row.name, role=Role(row.role), coach_id=row.coach_id)
    return Feed(viewer, row.language, _utc(row.made_at))


_FIND = (
    select(
        CalendarFeed.secret_digest,
        CalendarFeed.language,
        CalendarFeed.made_at,
        User.user_id,
        User.name,
        User.role,
        User.coach_id,
        User.disabled,
        User.demo,
        DataState.demo.label("demo_data"),
    )
    .join(User, User.user_id == CalendarFeed.user_id)
    .join(DataState, DataState.id == 1)
)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()


def _utc(moment: dt.datetime) -> dt.datetime:
    # SQLite gives back a time without its zone; what we store is always UTC.
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
