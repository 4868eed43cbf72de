"""Sessions and the slowing down of guesses, on both databases."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, func, select, update

from dashboard.data.accounts import add_account, find_account, set_disabled, set_password, set_role
from dashboard.data.demo_accounts import add_demo_accounts
from dashboard.data.engine import keeping
from dashboard.data.models import DataState, Session, User
from dashboard.data.sessions import Sessions, SignedIn
from dashboard.data.sign_in import CHECKED_BY_ALL, WINDOW, SignIn
from dashboard.domain.access import Role

PASSWORD = "trumpet-lastbil-hav"


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **time: int) -> None:
        self.now += dt.timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def karin(engine: Engine) -> int:
    return add_account(
        engine, username="karin", name="Karin Ek", role=Role.MANAGER, password=PASSWORD
    ).user_id


def sessions_of(engine: Engine, clock: Clock, *, demo_allowed: bool = True) -> Sessions:
    return Sessions(
        engine,
        idle=dt.timedelta(minutes=30),
        longest=dt.timedelta(hours=10),
        demo_allowed=demo_allowed,
        clock=clock,
    )


@pytest.fixture
def sessions(engine: Engine, clock: Clock) -> Sessions:
    return sessions_of(engine, clock)


def found(sessions: Sessions, token: str) -> SignedIn:
    session = sessions.find(token)
    assert session is not None
    return session


def test_a_token_leads_to_the_person(sessions: Sessions, karin: int) -> None:
    session = found(sessions, sessions.open(karin))
    assert (session.viewer.user_id, session.viewer.name, session.viewer.role) == (
        karin,
        "Karin Ek",
        Role.MANAGER,
    )


def test_tokens_are_long_random_and_stored_as_digests_alone(
    engine: Engine, sessions: Sessions, karin: int
) -> None:
    tokens = {sessions.open(karin) for _ in range(5)}
    assert len(tokens) == 5
    assert all(len(token) == 43 for token in tokens)  # 256 bits in base64
    with engine.connect() as connection:
        rows = connection.execute(select(Session.token_digest, Session.csrf_token)).all()
    assert {len(digest) for digest, _csrf in rows} == {32}
    assert not tokens & {digest.hex() for digest, _csrf in rows} | tokens & {csrf for _digest, csrf in rows}


@pytest.mark.parametrize("token", ["", "x", "å", "\ud800", "A" * 43, "a" * 100_000])
def test_a_made_up_token_leads_nowhere(sessions: Sessions, token: str) -> None:
    assert sessions.find(token) is None


def test_a_session_ends_after_thirty_idle_minutes(sessions: Sessions, clock: Clock, karin: int) -> None:
    token = sessions.open(karin)
    for _ in range(3):
        clock.forward(minutes=29)
        found(sessions, token)
    clock.forward(minutes=31)
    assert sessions.find(token) is None


def test_a_session_ends_after_ten_hours_in_any_case(sessions: Sessions, clock: Clock, karin: int) -> None:
    token = sessions.open(karin)
    for _ in range(24):
        clock.forward(minutes=25)
        session = found(sessions, token)
    assert session.ends_at == clock.now
    clock.forward(minutes=1)
    assert sessions.find(token) is None


def test_the_time_of_a_request_is_written_once_a_minute(
    engine: Engine, sessions: Sessions, clock: Clock, karin: int
) -> None:
    token = sessions.open(karin)
    seen = []
    for _ in range(7):
        clock.forward(seconds=20)
        found(sessions, token)
        with engine.connect() as connection:
            seen.append(connection.execute(select(Session.seen_at)).scalar_one())
    assert len(set(seen)) == 3  # as opened, after one minute, after two


def test_signing_out_ends_one_session_and_everywhere_ends_all(sessions: Sessions, karin: int) -> None:
    first, second, third = (sessions.open(karin) for _ in range(3))
    sessions.close(first)
    assert sessions.find(first) is None
    found(sessions, second)
    sessions.close_all(karin)
    assert sessions.find(second) is None
    assert sessions.find(third) is None


@pytest.mark.parametrize("change", ["disable", "password", "role"])
def test_a_change_of_the_account_ends_its_sessions_at_once(
    engine: Engine, sessions: Sessions, karin: int, change: str
) -> None:
    token = sessions.open(karin)
    {
        "disable": lambda: set_disabled(engine, "karin", True),
        "password": lambda: set_password(engine, "karin", "en annan lång fras"),
        "role": lambda: set_role(engine, "karin", Role.VISITOR),
    }[change]()
    assert sessions.find(token) is None


def test_a_session_that_outlived_the_closing_of_its_account_is_worth_nothing(
    engine: Engine, sessions: Sessions, karin: int
) -> None:
    token = sessions.open(karin)
    with keeping(engine) as connection:
        connection.execute(update(User).values(disabled=True))
    assert sessions.find(token) is None


def test_dead_sessions_are_cleared_away_at_the_next_sign_in(
    engine: Engine, sessions: Sessions, clock: Clock, karin: int
) -> None:
    sessions.open(karin)
    clock.forward(minutes=40)
    sessions.open(karin)
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(Session)).scalar_one() == 1


def test_a_demo_session_holds_only_for_demo_data_on_this_machine(engine: Engine, clock: Clock) -> None:
    with keeping(engine) as connection:
        connection.execute(update(DataState).values(demo=True))
    add_demo_accounts(engine, b"a secret of this copy, long enough")
    here = sessions_of(engine, clock)
    token = here.open(find_account(engine, "chef").user_id)
    found(here, token)
    assert sessions_of(engine, clock, demo_allowed=False).find(token) is None
    with keeping(engine) as connection:
        connection.execute(update(DataState).values(demo=False))
    assert here.find(token) is None


def test_the_right_password_lets_in_and_forgets_the_failures(
    engine: Engine, clock: Clock, karin: int
) -> None:
    door = SignIn(engine, demo_allowed=False, clock=clock)
    for _ in range(2):
        assert door.attempt("karin", "fel", "10.0.0.1").account is None
    account = door.attempt("Karin", PASSWORD, "10.0.0.1").account
    assert account is not None
    assert account.user_id == karin
    assert [door.attempt("karin", "fel", "10.0.0.1").wait for _ in range(3)] == [0, 0, 0]


def test_after_three_failures_each_costs_twice_the_wait(engine: Engine, clock: Clock, karin: int) -> None:
    door = SignIn(engine, demo_allowed=False, clock=clock)
    waits = []
    for _ in range(6):
        answer = door.attempt("karin", "fel", "10.0.0.1")
        if answer.wait:
            waits.append(answer.wait)
            assert door.attempt("karin", PASSWORD, "10.0.0.1").account is None  # the right one waits too
            clock.forward(seconds=answer.wait)
            door.attempt("karin", "fel", "10.0.0.1")
    assert waits == [1, 2, 4]


def test_a_thousand_guesses_are_checked_at_most_twenty_times_in_a_quarter(
    engine: Engine, clock: Clock, karin: int
) -> None:
    door = SignIn(engine, demo_allowed=False, clock=clock)
    checked = 0
    for _ in range(1_000):
        checked += door.attempt("karin", "fel", "10.0.0.1").wait == 0
        clock.now += dt.timedelta(seconds=0.9)
    assert checked <= 20


def test_another_address_and_another_name_are_not_made_to_wait(
    engine: Engine, clock: Clock, karin: int
) -> None:
    door = SignIn(engine, demo_allowed=False, clock=clock)
    for _ in range(5):
        door.attempt("karin", "fel", "10.0.0.1")
    assert door.attempt("karin", PASSWORD, "10.0.0.2").account is not None
    assert door.attempt("nobody", "fel", "10.0.0.1").wait == 0


def test_an_unknown_name_waits_just_like_a_known_one(engine: Engine, clock: Clock, karin: int) -> None:
    door = SignIn(engine, demo_allowed=False, clock=clock)
    known = [door.attempt("karin", "fel", "10.0.0.1").wait for _ in range(5)]
    unknown = [door.attempt("nobody", "fel", "10.0.0.1").wait for _ in range(5)]
    assert known == unknown == [0, 0, 0, 1, 1]


def test_nobody_is_locked_out_for_ever(engine: Engine, clock: Clock, karin: int) -> None:
    door = SignIn(engine, demo_allowed=False, clock=clock)
    for _ in range(40):
        door.attempt("karin", "fel", "10.0.0.1")
        clock.forward(seconds=60)
    clock.now += WINDOW
    assert door.attempt("karin", PASSWORD, "10.0.0.1").account is not None


def test_there_is_a_limit_for_everybody_together(
    sqlite_engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.data.sign_in.check_password", lambda *_args, **_named: None)
    door = SignIn(sqlite_engine, demo_allowed=False, clock=clock)
    waits = [door.attempt(f"name{number}", "fel", "10.0.0.1").wait for number in range(CHECKED_BY_ALL + 2)]
    assert waits == [0] * CHECKED_BY_ALL + [300] * 2


def test_many_at_once_cannot_slip_by(engine: Engine, clock: Clock, karin: int) -> None:
    door = SignIn(engine, demo_allowed=False, clock=clock)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: door.attempt("karin", "fel", "10.0.0.1"), range(16)))
    assert sum(answer.wait == 0 for answer in answers) == 3
