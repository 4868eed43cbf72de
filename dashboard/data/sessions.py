"""Signed-in browsers. The browser holds a random token; the database only its digest."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine, bindparam, delete, insert, or_, select, update

from dashboard.data.engine import keeping, reading
from dashboard.data.import_undo import forget_old
from dashboard.data.models import DataState, Session, User
from dashboard.domain.access import Role, Viewer

TOKEN_BYTES = 32
SEEN_EVERY = dt.timedelta(minutes=1)
"""How often the time of the latest request is written: once a minute, not at every click."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session that holds right now.

    Attributes:
        viewer: the person.
        csrf_token: what a form or a callback must carry.
        digest: the session's key in the database.
        ends_at: when it ends if nothing more is asked.
    """

    viewer: Viewer
    csrf_token: str
    digest: bytes
    ends_at: dt.datetime


def utc_now() -> dt.datetime:
    """The time, in UTC."""
    return dt.datetime.now(dt.UTC)


def _utc(moment: dt.datetime) -> dt.datetime:
    # SQLite gives back a time without its zone; what we store is always UTC.
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


_FIND = (
    select(
        Session.csrf_token,
        Session.created_at,
        Session.seen_at,
        User.user_id,
        User.name,
        User.role,
        User.coach_id,
        User.disabled,
        User.demo,
        DataState.demo.label("demo_data"),
    )
    .join(User, User.user_id == Session.user_id)
    .join(DataState, DataState.id == 1)
    .where(Session.token_digest == bindparam("digest"))
)


class Sessions:
    """The sessions of one database, with this copy's rules.

    Args:
        engine: where they are kept.
        idle: a session ends after this long without a request.
        longest: a session ends after this long in any case.
        demo_allowed: whether demo accounts may be used here (this machine only).
        clock: tells the time; tests give their own.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        idle: dt.timedelta,
        longest: dt.timedelta,
        demo_allowed: bool,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        self._engine = engine
        self._idle = idle
        self._longest = longest
        self._demo_allowed = demo_allowed
        self._clock = clock

    def open(self, user_id: int) -> str:
        """Begin a session and give the token for the browser's cookie.

        What is past its time is cleared away: dead sessions, and what takes old imports back.
        """
        token, now = secrets.token_urlsafe(TOKEN_BYTES), self._clock()
        forget_old(self._engine, now)
        with keeping(self._engine) as connection:
            connection.execute(
                delete(Session).where(
                    or_(Session.seen_at < now - self._idle, Session.created_at < now - self._longest)
                )
            )
            connection.execute(
                insert(Session).values(
                    token_digest=_digest(token),
                    user_id=user_id,
                    csrf_token=secrets.token_urlsafe(TOKEN_BYTES),
                    created_at=now,
                    seen_at=now,
                )
            )
        return token

    def find(self, token: str) -> SignedIn | None:
        """The session of a token; None when there is none, it has ended, or its account may not sign in."""
        digest = _digest(token)
        with reading(self._engine) as connection:
            row = connection.execute(_FIND, {"digest": digest}).first()
        if row is None or row.disabled or (row.demo and not (self._demo_allowed and row.demo_data)):
            return None
        now, seen = self._clock(), _utc(row.seen_at)
        latest = _utc(row.created_at) + self._longest
        if now > min(seen + self._idle, latest):
            return None
        if now - seen >= SEEN_EVERY:
            self._remember(digest, now)
        viewer = Viewer(user_id=row.user_id, name=row.name, role=Role(row.role), coach_id=row.coach_id)
        return SignedIn(viewer, row.csrf_token, digest, min(now + self._idle, latest))

    def _remember(self, digest: bytes, now: dt.datetime) -> None:
        with keeping(self._engine) as connection:
            connection.execute(update(Session).where(Session.token_digest == digest).values(seen_at=now))

    def close(self, token: str) -> None:
        """End one session."""
        with keeping(self._engine) as connection:
            connection.execute(delete(Session).where(Session.token_digest == _digest(token)))

    def close_all(self, user_id: int) -> None:
        """End every session of an account."""
        with keeping(self._engine) as connection:
            connection.execute(delete(Session).where(Session.user_id == user_id))
