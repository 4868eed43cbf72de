"""What each role may see of a client. Every pair of role and client is written out."""

import pytest

from dashboard.domain.access import EVERYONE, KEEPERS, MANAGERS, STAFF, Role, Viewer

OWN, OTHERS, NOBODYS = "C1", "C2", None


def viewer(role: Role) -> Viewer:
    return Viewer(user_id=1, name="Someone", role=role, coach_id=OWN if role is Role.COACH else None)


@pytest.mark.parametrize(
    ("role", "coach_of_client", "allowed"),
    [
        (Role.VISITOR, OWN, False),
        (Role.VISITOR, OTHERS, False),
        (Role.VISITOR, NOBODYS, False),
        (Role.COACH, OWN, True),
        (Role.COACH, OTHERS, False),
        (Role.COACH, NOBODYS, False),
        (Role.MANAGER, OWN, True),
        (Role.MANAGER, OTHERS, True),
        (Role.MANAGER, NOBODYS, True),
        (Role.ADMIN, OWN, False),
        (Role.ADMIN, OTHERS, False),
        (Role.ADMIN, NOBODYS, False),
    ],
)
def test_who_may_see_a_clients_key(role: Role, coach_of_client: str | None, allowed: bool) -> None:
    assert viewer(role).may_see_client(coach_of_client) is allowed


def test_a_coach_account_without_a_coach_sees_no_client_not_even_one_without_a_coach() -> None:
    unbound = Viewer(user_id=1, name="Someone", role=Role.COACH, coach_id=None)
    assert not unbound.may_see_client(None)
    assert not unbound.may_see_client("C1")


def test_a_visitor_with_a_coach_id_is_still_a_visitor() -> None:
    assert not Viewer(user_id=1, name="Someone", role=Role.VISITOR, coach_id="C1").may_see_client("C1")


def test_the_groups_of_roles() -> None:
    assert {Role.COACH, Role.MANAGER} == STAFF
    assert {Role.MANAGER} == MANAGERS
    assert {Role.MANAGER, Role.ADMIN} == KEEPERS
    assert set(Role) == EVERYONE
