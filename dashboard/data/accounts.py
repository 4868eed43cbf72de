"""Local accounts: who may sign in, and as what."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.data import passwords
from dashboard.data.engine import is_demo, keeping, reading
from dashboard.data.models import Coach, Session, Unit, User
from dashboard.data.reference.municipalities import find_municipality
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import InvalidParameter, NotFound
from dashboard.i18n import _

_USERNAME = re.compile(r"[\w.@-]{2,64}")


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it is listed; never with its password."""

    user_id: int
    username: str
    name: str
    role: Role
    coach_id: str | None
    disabled: bool
    demo: bool
    created_at: dt.datetime

    @property
    def viewer(self) -> Viewer:
        """The person, as rights are decided."""
        return Viewer(user_id=self.user_id, name=self.name, role=self.role, coach_id=self.coach_id)


def normal_username(username: str) -> str:
    """The name as it is stored and looked up: case and spaces at the ends do not matter."""
    return unicodedata.normalize("NFC", username).strip().casefold()


def add_account(
    engine: Engine, *, username: str, name: str, role: Role, password: str, coach_id: str | None = None
) -> Account:
    """Make an account.

    Raises:
        InvalidParameter: when the name is taken or unusable, the password weak, or the coach unknown.
    """
    username = normal_username(username)
    if not _USERNAME.fullmatch(username):
        raise InvalidParameter(_("A user name has 2–64 letters, digits or any of . _ - @"))
    passwords.refuse_weak(password, (username, *name.split(), *local_words(engine)))
    with keeping(engine) as connection:
        _require_coach(connection, role, coach_id)
        insert_account(
            connection,
            username=username,
            name=name.strip() or username,
            role=role,
            coach_id=coach_id,
            password=password,
        )
    return find_account(engine, username)


def _require_coach(connection: Connection, role: Role, coach_id: str | None) -> None:
    if coach_id is None:
        return
    if role is not Role.COACH:
        raise InvalidParameter(_("Only a work coach's account can be tied to a coach."))
    if connection.execute(select(Coach.coach_id).where(Coach.coach_id == coach_id)).first() is None:
        raise InvalidParameter(_("There is no coach with the key “{coach}”.").format(coach=coach_id))


def insert_account(connection: Connection, **values: Any) -> None:
    """Write an account's row inside a transaction, its `password` as a hash; it has been judged already."""
    row = {
        **values,
        "role": values["role"].value,
        "password_hash": passwords.hashed(values["password"]),
        "created_at": dt.datetime.now(dt.UTC),
    }
    del row["password"]
    try:
        connection.execute(insert(User).values(row))
    except IntegrityError as error:
        sentence = _("There is already an account named “{name}”.")
        raise InvalidParameter(sentence.format(name=row["username"])) from error


def accounts(engine: Engine) -> tuple[Account, ...]:
    """All accounts, by user name."""
    with reading(engine) as connection:
        return tuple(_account(row) for row in connection.execute(_ACCOUNTS.order_by(User.username)))


_ACCOUNTS = select(
    User.user_id,
    User.username,
    User.name,
    User.role,
    User.coach_id,
    User.disabled,
    User.demo,
    User.created_at,
)


def _account(row: Row[*tuple[Any, ...]]) -> Account:
    return Account(**{**row._mapping, "role": Role(row.role)})


def find_account(engine: Engine, username: str) -> Account:
    """The account with a user name.

    Raises:
        NotFound: when there is none.
    """
    with reading(engine) as connection:
        row = connection.execute(_ACCOUNTS.where(User.username == normal_username(username))).first()
    if row is None:
        raise NotFound(_("There is no account named “{name}”.").format(name=username))
    return _account(row)


def count_accounts(engine: Engine) -> int:
    """How many accounts can sign in."""
    with reading(engine) as connection:
        return connection.execute(
            select(func.count()).select_from(User).where(User.disabled.is_(False))
        ).scalar_one()


def check_password(
    engine: Engine, username: str, password: str, *, demo_allowed: bool = False
) -> Account | None:
    """The account, when the name and the password belong together and it may sign in.

    An unknown name, a disabled account and a wrong password take the same time and give the same answer.

    Args:
        engine: where the accounts are.
        username: as typed.
        password: as typed.
        demo_allowed: whether demo accounts may be used here (this machine only).
    """
    stored = _stored_hash(engine, normal_username(username))
    if stored is None:
        passwords.match_nobody(password)
        return None
    if not passwords.matches(stored, password):
        return None
    account = find_account(engine, username)
    return None if account.demo and not (demo_allowed and is_demo(engine)) else account


def _stored_hash(engine: Engine, username: str) -> str | None:
    if not _USERNAME.fullmatch(username):
        return None
    with reading(engine) as connection:
        return connection.execute(
            select(User.password_hash).where(User.username == username, User.disabled.is_(False))
        ).scalar()


def set_disabled(engine: Engine, username: str, disabled: bool) -> None:
    """Close an account, or open it again; closing ends its sessions at once."""
    _change(engine, username, disabled=disabled)


def set_password(engine: Engine, username: str, password: str) -> None:
    """Give an account a new password and end its sessions."""
    account = find_account(engine, username)
    passwords.refuse_weak(password, (account.username, *account.name.split(), *local_words(engine)))
    _change(engine, username, password_hash=passwords.hashed(password))


def set_role(engine: Engine, username: str, role: Role, coach_id: str | None = None) -> None:
    """Give an account another role and end its sessions."""
    with reading(engine) as connection:
        _require_coach(connection, role, coach_id)
    _change(engine, username, role=role.value, coach_id=coach_id)


def _change(engine: Engine, username: str, **values: object) -> None:
    account = find_account(engine, username)
    with keeping(engine) as connection:
        connection.execute(update(User).where(User.user_id == account.user_id).values(**values))
        connection.execute(delete(Session).where(Session.user_id == account.user_id))


def local_words(engine: Engine) -> tuple[str, ...]:
    """Words that anyone here would try as a password: the units' municipalities and names."""
    with reading(engine) as connection:
        units = connection.execute(select(Unit.name, Unit.municipality_code)).all()
    places = [find_municipality(code) for _name, code in units if code]
    texts = [*(place.name for place in places if place), *(name for name, _code in units)]
    return tuple(word for text in texts for word in text.split())
