"""A unit large enough to publish something of: 40 people, some in work, trials that ended, 12 employers."""

import datetime as dt
from typing import Any

from sqlalchemy import Engine, insert, select

from dashboard.data.engine import keeping
from dashboard.data.models import User
from dashboard.domain.access import Role, Viewer
from dashboard.domain.publication_choice import Choice
from dashboard.reports.access import Access, Store
from tests.builders import Row, client, employer, placement

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 6, 30)
NOW = dt.datetime(2026, 8, 3, 9, 30, tzinfo=dt.UTC)
OUTCOMES = ("employment", "employment", "no_job", "no_job", "interrupted_client", "studies")
KEY = "HEMLIG-{n:02}"


def people(count: int = 40) -> list[Row]:
    """Two of three are women; one of ten came in the period, and one of eight left in it."""
    return [
        client(
            KEY.format(n=n),
            coach_id="C-ANNA",
            gender="man" if n % 3 == 0 else "woman",
            enrolled_on="2026-03-02" if n % 10 == 0 else "2024-05-06",
            closed_on="2026-05-04" if n % 8 == 0 else None,
        )
        for n in range(1, count + 1)
    ]


def trials(count: int = 40) -> list[Row]:
    """A trial each, and a job for every third woman and every sixth man."""
    ended = [
        placement(
            f"A-{n % 12:02}", KEY.format(n=n), "2026-01-12", "2026-03-30", outcome=OUTCOMES[n % len(OUTCOMES)]
        )
        for n in range(1, count + 1)
    ]
    jobs = [
        placement(f"A-{n % 12:02}", KEY.format(n=n), "2026-04-01", kind="employment")
        for n in range(1, count + 1)
        if n % 3 == 1 or n % 6 == 0
    ]
    return [*ended, *jobs]


def employers() -> list[Row]:
    kinds = ("private", "private", "municipal")
    return [
        employer(
            f"A-{n:02}",
            name=f"Hemliga Bolaget {n}",
            ownership=kinds[n % 3],
            sni_code="56100" if n % 2 else "47110",
        )
        for n in range(12)
    ]


def everything(count: int = 40) -> list[Row]:
    return [*people(count), *employers(), *trials(count)]


def choice(**changed: Any) -> Choice:
    return Choice(**{"first": FIRST, "last": LAST, "unit": "Solrosen", **changed})


def manager(engine: Engine, store: Store, name: str = "Maja", role: Role = Role.MANAGER) -> Access:
    """An account without a password that anybody has: hashing one takes longer than the test."""
    with keeping(engine) as connection:
        connection.execute(
            insert(User).values(username=name, name=name, role=role.value, password_hash="-", created_at=NOW)
        )
        number = connection.execute(select(User.user_id).where(User.username == name)).scalar_one()
    return Access(Viewer(number, name, role), store)
