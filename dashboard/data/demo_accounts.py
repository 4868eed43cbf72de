"""The ready accounts of a demo database: one for each role, with passwords that can be printed again.

Nothing is stored in clear. A password is worked out from the copy's own secret key, so it differs from
copy to copy and is still the same at every start.
"""

import hashlib
import hmac
from dataclasses import dataclass

from sqlalchemy import Engine, delete, select

from dashboard.data.accounts import insert_account
from dashboard.data.engine import is_demo, keeping, reading
from dashboard.data.models import Coach, User
from dashboard.domain.access import Role
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import N_, _

USERNAMES = {
    Role.MANAGER: ("chef", N_("Demo manager")),
    Role.COACH: ("coach", N_("Demo coach")),
    Role.VISITOR: ("besok", N_("Demo visitor")),
    Role.ADMIN: ("admin", N_("Demo administrator")),
}
WORDS = (
    "sten", "bro", "gran", "moln", "lampa", "stig", "vind", "berg", "hav", "strand", "klocka", "fjord",
    "tall", "kust", "ljung", "dal", "skog", "vik", "holme", "fyr", "segel", "lykta", "kajak", "orre",
    "uggla", "lax", "abborre", "asp", "ek", "mossa", "hjortron", "lingon", "kantarell", "havre", "humla",
    "trast", "svala", "igelkott", "utter", "krabba", "ostron", "klippa", "sund", "torn", "valv", "grind",
    "kvarn", "tegel", "ull", "linne", "silver", "koppar", "harpa", "fiol", "trumma", "pensel", "penna",
    "kork", "docka", "koja", "segla", "vandra", "ro", "cykla",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """What is printed at the start of a demo: who, and with which password."""

    username: str
    password: str
    role: Role


def demo_password(secret: bytes, role: Role) -> str:
    """The password of a role's demo account on this copy: three words and four digits."""
    digest = hmac.digest(secret, f"demo account {role.value}".encode(), hashlib.sha256)
    words = [WORDS[byte % len(WORDS)] for byte in digest[:3]]
    return f"{'-'.join(words)}-{int.from_bytes(digest[3:7]) % 10_000:04d}"


def add_demo_accounts(engine: Engine, secret: bytes, coach_id: str | None = None) -> tuple[DemoAccount, ...]:
    """Make one account for each role in a demo database, or make them anew.

    Args:
        engine: a database that holds the demo data.
        secret: the copy's secret key.
        coach_id: the coach that the coach's account belongs to; the first by key when left out.

    Raises:
        InvalidParameter: when the database holds real data.
    """
    if not is_demo(engine):
        raise InvalidParameter(_("Demo accounts can only be made in a demo database."))
    with keeping(engine) as connection:
        connection.execute(delete(User).where(User.demo.is_(True)))
        coach = coach_id or connection.execute(select(Coach.coach_id).order_by(Coach.coach_id)).scalar()
        for role, (username, name) in USERNAMES.items():
            tied = coach if role is Role.COACH else None
            insert_account(
                connection,
                username=username,
                name=_(name),
                role=role,
                coach_id=tied,
                password=demo_password(secret, role),
                demo=True,
            )
    return demo_accounts(engine, secret)


def demo_accounts(engine: Engine, secret: bytes) -> tuple[DemoAccount, ...]:
    """The demo accounts that can sign in here, with their passwords; none in a database with real data."""
    if not is_demo(engine):
        return ()
    with reading(engine) as connection:
        rows = connection.execute(
            select(User.username, User.role).where(User.demo.is_(True), User.disabled.is_(False))
        ).all()
    order = list(USERNAMES)
    found = [DemoAccount(name, demo_password(secret, Role(role)), Role(role)) for name, role in rows]
    return tuple(sorted(found, key=lambda account: order.index(account.role)))
