"""Accounts and passwords, on both databases."""

import pytest
from sqlalchemy import Engine, insert, select, update

from dashboard.data import passwords
from dashboard.data.accounts import (
    accounts,
    add_account,
    check_password,
    count_accounts,
    find_account,
    local_words,
    set_disabled,
    set_password,
    set_role,
)
from dashboard.data.demo_accounts import add_demo_accounts, demo_accounts, demo_password
from dashboard.data.engine import data_version, keeping, writing
from dashboard.data.models import Coach, DataState, Unit, User
from dashboard.domain.access import Role
from dashboard.domain.errors import InvalidParameter, NotFound

PASSWORD = "trumpet-lastbil-hav"
SECRET = b"a secret of this copy, long enough"


def karin(engine: Engine, **changes: object) -> None:
    values = {"username": "karin", "name": "Karin Ek", "role": Role.MANAGER, "password": PASSWORD, **changes}
    add_account(engine, **values)  # type: ignore[arg-type]


def test_an_account_is_found_whatever_the_case_of_its_name(engine: Engine) -> None:
    karin(engine, username="  Karin ")
    found = find_account(engine, "KARIN")
    assert (found.username, found.name, found.role, found.disabled) == (
        "karin",
        "Karin Ek",
        Role.MANAGER,
        False,
    )
    assert found.viewer.role is Role.MANAGER
    assert [one.username for one in accounts(engine)] == ["karin"]


def test_making_an_account_leaves_the_data_version_alone(engine: Engine) -> None:
    before = data_version(engine)
    karin(engine)
    assert data_version(engine) == before


def test_the_password_is_stored_as_argon2id_with_the_agreed_cost(engine: Engine) -> None:
    karin(engine)
    with engine.connect() as connection:
        stored = connection.execute(select(User.password_hash)).scalar_one()
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert PASSWORD not in stored


def test_only_the_right_password_lets_in(engine: Engine) -> None:
    karin(engine)
    assert check_password(engine, "Karin", PASSWORD) == find_account(engine, "karin")
    for wrong in ("", PASSWORD + "x", PASSWORD.upper(), "x" * 5_000, "\ud800", "\x00"):
        assert check_password(engine, "karin", wrong) is None


def test_a_letter_with_a_ring_is_the_same_from_every_keyboard(engine: Engine) -> None:
    karin(engine, password="sjo\u0308ga\u030ang pa\u030a bron")
    assert check_password(engine, "karin", "sjögång på bron") is not None


@pytest.mark.parametrize("username", ["nobody", "", "\x00", "a" * 5_000, "\ud800"])
def test_an_unknown_name_costs_as_much_as_a_known_one(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, username: str
) -> None:
    checked: list[str] = []
    monkeypatch.setattr(passwords, "match_nobody", checked.append)
    assert check_password(engine, username, PASSWORD) is None
    assert checked == [PASSWORD]


def test_a_closed_account_answers_like_an_unknown_one(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    karin(engine)
    set_disabled(engine, "karin", True)
    checked: list[str] = []
    monkeypatch.setattr(passwords, "match_nobody", checked.append)
    assert check_password(engine, "karin", PASSWORD) is None
    assert checked == [PASSWORD]
    assert count_accounts(engine) == 0
    set_disabled(engine, "karin", False)
    assert check_password(engine, "karin", PASSWORD) is not None


@pytest.mark.parametrize(
    "weak",
    [
        "kort",
        "elva tecken",
        "x" * 129,
        "aaaaaaaaaaaaaaaa",
        "abababababab",
        "Brygga2026!!",
        "brygga-brygga",
        "password1234",
        "Lösenord12345",
        "123456789012",
        "qwertyuiop123",
        "Karin12345678",
        "Vallentuna26!",
    ],
)
def test_a_password_that_anyone_would_try_is_refused(engine: Engine, weak: str) -> None:
    with writing(engine, "a unit") as connection:
        connection.execute(insert(Unit).values(unit_id="U1", name="Stöd", municipality_code="0115"))
    with pytest.raises(InvalidParameter):
        karin(engine, password=weak)


@pytest.mark.parametrize(
    "strong", ["x y z å ä ö !", "broar över mörkt vatten", "brygga mellan öar 7", "😀" * 7 + "abcde"]
)
def test_a_password_of_ones_own_words_is_taken(engine: Engine, strong: str) -> None:
    karin(engine, password=strong)
    assert check_password(engine, "karin", strong) is not None


def test_the_municipality_is_a_word_that_anyone_here_would_try(engine: Engine) -> None:
    with writing(engine, "a unit") as connection:
        connection.execute(insert(Unit).values(unit_id="U1", name="Norra enheten", municipality_code="0115"))
    assert local_words(engine) == ("Vallentuna", "Norra", "enheten")


@pytest.mark.parametrize("username", ["k", "karin ek", "<b>", "a" * 65, "karin\n"])
def test_a_strange_user_name_is_refused(engine: Engine, username: str) -> None:
    if username == "karin\n":
        karin(engine, username=username)
        assert find_account(engine, "karin").username == "karin"
        return
    with pytest.raises(InvalidParameter, match="2–64"):
        karin(engine, username=username)


def test_a_name_can_be_taken_once(engine: Engine) -> None:
    karin(engine)
    with pytest.raises(InvalidParameter, match="karin"):
        karin(engine)


def test_a_coachs_account_is_tied_to_a_coach_that_exists(engine: Engine) -> None:
    with writing(engine, "a coach") as connection:
        connection.execute(insert(Coach).values(coach_id="C1", name="Anna"))
    karin(engine, username="anna", role=Role.COACH, coach_id="C1")
    assert find_account(engine, "anna").viewer.coach_id == "C1"
    with pytest.raises(InvalidParameter, match="C9"):
        karin(engine, username="bo", role=Role.COACH, coach_id="C9")
    with pytest.raises(InvalidParameter):
        karin(engine, username="cia", role=Role.MANAGER, coach_id="C1")


def test_password_and_role_can_be_changed(engine: Engine) -> None:
    karin(engine)
    set_password(engine, "karin", "en annan lång fras")
    assert check_password(engine, "karin", PASSWORD) is None
    assert check_password(engine, "karin", "en annan lång fras") is not None
    set_role(engine, "karin", Role.VISITOR)
    assert find_account(engine, "karin").role is Role.VISITOR
    with pytest.raises(NotFound, match="nobody"):
        set_password(engine, "nobody", "en annan lång fras")


def make_demo(engine: Engine, demo: bool = True) -> None:
    with keeping(engine) as connection:
        connection.execute(update(DataState).values(demo=demo))


def test_a_demo_has_one_account_for_each_role(engine: Engine) -> None:
    make_demo(engine)
    with writing(engine, "a coach") as connection:
        connection.execute(insert(Coach).values(coach_id="C1", name="Anna"))
    made = add_demo_accounts(engine, SECRET)
    assert [one.role for one in made] == [Role.MANAGER, Role.COACH, Role.VISITOR, Role.ADMIN]
    assert find_account(engine, "coach").coach_id == "C1"
    for one in made:
        assert len(one.password) >= 12
        assert check_password(engine, one.username, one.password, demo_allowed=True) is not None
        assert check_password(engine, one.username, one.password, demo_allowed=False) is None


def test_demo_passwords_can_be_told_again_and_differ_between_copies(engine: Engine) -> None:
    make_demo(engine)
    made = add_demo_accounts(engine, SECRET)
    assert demo_accounts(engine, SECRET) == made
    assert add_demo_accounts(engine, SECRET) == made
    assert demo_password(SECRET, Role.COACH) != demo_password(b"another" + SECRET, Role.COACH)


def test_there_are_no_demo_accounts_where_the_data_is_real(engine: Engine) -> None:
    with pytest.raises(InvalidParameter):
        add_demo_accounts(engine, SECRET)
    make_demo(engine)
    coach = add_demo_accounts(engine, SECRET)[0]
    make_demo(engine, demo=False)
    assert demo_accounts(engine, SECRET) == ()
    assert check_password(engine, coach.username, coach.password, demo_allowed=True) is None
