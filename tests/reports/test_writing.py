"""Who may write what in place: the client's own coach, managers for all, nobody else."""

import datetime as dt

import pytest

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, InvalidParameter, NotFound
from dashboard.i18n import use_language
from dashboard.reports.access import Access, Store
from dashboard.reports.quiet import quiet_employers, quiet_period
from dashboard.reports.writable import (
    clients_to_write_about,
    coaches_to_write_as,
    running_placements,
    waiting_follow_ups,
    writable_follow_up,
)
from dashboard.reports.writing import Asked, take_back_written, write_in_place
from dashboard.reports.written import written_by_me, written_in_place
from tests.builders import client, coach, contact, follow_up, placement, stored, stored_tables
from tests.reports.employers_small import ADMIN, ANNA, BO, MANAGER, VISITOR, seen_by

TODAY = dt.date(2026, 6, 30)
NOW = dt.datetime(2026, 6, 30, 8, 0, tzinfo=dt.UTC)
NO_COACH = Viewer(9, "Ny", Role.COACH)
UNIT = [
    coach("A", name="Anna"),
    coach("B", name="Bo"),
    client("KA", "A"),
    client("KB", "B"),
    contact("E1", "A", "2026-05-01"),
    contact("E2", "B", "2026-05-01"),
    placement("E1", "KA", "2026-05-01", placement_id="PA"),
    placement("E1", "KB", "2026-05-02", placement_id="PB"),
    follow_up("PA", "2026-06-25", follow_up_id="FA", party="client"),
    follow_up("PB", "2026-06-26", follow_up_id="FB", party="client"),
    follow_up("PB", "2026-05-26", "2026-05-26", follow_up_id="FB0"),
]


@pytest.fixture
def access(sqlite_engine) -> Access:
    stored(sqlite_engine, *UNIT)
    return Access(MANAGER, Store(sqlite_engine))


def done(access: Access, key: str) -> Asked:
    """The form that marks a follow-up as done, as somebody who may see it gets it."""
    seen = writable_follow_up(seen_by(access, MANAGER), key).mark
    return Asked("follow_up_done", key, seen, {"done_on": "2026-06-30", "mode": "phone"})


def cancelled(access: Access, key: str) -> Asked:
    return Asked("follow_up_cancelled", key, writable_follow_up(seen_by(access, MANAGER), key).mark)


def plan(key: str) -> Asked:
    return Asked("follow_up_planned", key, "", {"planned_on": "2026-07-07"})


def visit(**cells: str) -> Asked:
    return Asked("contact_logged", "E1", "", {"contacted_on": "2026-06-30", "kind": "visit", **cells})


def quiet(key: str = "E2", seen: str = "", **cells: str) -> Asked:
    given = {"from_on": "2026-06-30", "to_on": "2026-07-31", "reason": "workload", **cells}
    return Asked("quiet_set", key, seen, given)


def write(access: Access, asked: Asked):
    return write_in_place(access, asked, now=NOW, today=TODAY)


def count(access: Access) -> dict[str, int]:
    return {name: len(rows) for name, rows in stored_tables(access.store.engine).items()}


@pytest.mark.parametrize("viewer", [VISITOR, ADMIN], ids=["visitor", "admin"])
def test_visitors_and_administrators_write_nothing(access: Access, viewer: Viewer) -> None:
    before = stored_tables(access.store.engine)
    for asked in (done(access, "FA"), plan("PA"), visit(coach_id="A"), quiet()):
        with pytest.raises(AccessDenied):
            write(seen_by(access, viewer), asked)
    for ask in (
        lambda own: writable_follow_up(own, "FA"),
        lambda own: running_placements(own, "E1", TODAY),
        lambda own: clients_to_write_about(own, TODAY),
        lambda own: quiet_employers(own, TODAY),
        lambda own: take_back_written(own, 1, now=NOW),
    ):
        with pytest.raises(AccessDenied):
            ask(seen_by(access, viewer))
    assert stored_tables(access.store.engine) == before


def test_a_coach_writes_about_her_own_clients_and_no_other_coachs(access: Access) -> None:
    before = stored_tables(access.store.engine)
    bo = seen_by(access, BO)
    # What is not there is told apart from what is another's by nobody.
    for asked in (
        *(done(access, "FA"), cancelled(access, "FA"), Asked("follow_up_done", "F99", "", {})),
        *(plan("PA"), plan("P99")),
    ):
        with pytest.raises(AccessDenied, match="egen coach"):
            write(bo, asked)
    for asked in (visit(client_id="KA"), visit(client_id="K99")):
        with pytest.raises(AccessDenied):
            write(bo, asked)
    assert stored_tables(access.store.engine) == before

    for asked in (done(access, "FB"), plan("PB"), visit(client_id="KB"), visit()):
        assert write(bo, asked).number is not None


def test_a_coach_logs_contacts_as_herself_and_a_manager_as_anybody(access: Access) -> None:
    anna = seen_by(access, ANNA)
    with pytest.raises(AccessDenied, match="dig själv"):
        write(anna, visit(coach_id="B"))
    with pytest.raises(AccessDenied):
        write(seen_by(access, NO_COACH), visit())
    write(anna, visit())
    write(access, visit(coach_id="B", kind="email"))
    made = [row for row in stored_tables(access.store.engine)["contacts"] if row["source"] == "i Brygga"]
    assert sorted((row["coach_id"], row["kind"]) for row in made) == [("A", "visit"), ("B", "email")]
    # Without a coach a manager is told what is missing.
    assert [one.column for one in write(access, visit()).problems] == ["coach_id"]


def test_the_lists_hold_what_one_may_write_about(access: Access) -> None:
    anna = seen_by(access, ANNA)
    assert [one.placement_id for one in running_placements(anna, "E1", TODAY)] == ["PA"]
    assert [one.placement_id for one in running_placements(access, "E1", TODAY)] == ["PB", "PA"]
    everything = running_placements(access, "E1", TODAY)
    assert [one.follow_up_id for one in waiting_follow_ups(access, everything)] == ["FA", "FB"]
    assert [one.follow_up_id for one in waiting_follow_ups(anna, everything)] == ["FA"]
    assert clients_to_write_about(anna, TODAY) == ("KA",)
    assert clients_to_write_about(access, TODAY) == ("KA", "KB")
    assert coaches_to_write_as(anna, TODAY) == (("A", "Anna"),)
    assert coaches_to_write_as(access, TODAY) == (("A", "Anna"), ("B", "Bo"))


def test_figures_follow_at_once(access: Access) -> None:
    version = access.store.data_version()
    write(access, done(access, "FA"))
    assert access.store.data_version() != version
    assert writable_follow_up(access, "FA").done_on == TODAY


def test_of_two_who_mark_the_same_follow_up_the_second_is_told_who_was_first(access: Access) -> None:
    use_language("en")
    asked = done(access, "FA")
    assert write(seen_by(access, ANNA), asked).number == 1

    answer = write(access, asked)

    assert answer.number is None
    assert answer.sentence.startswith("Anna marked this follow-up as done 2026-06-30 10:00.")


def test_a_follow_up_is_cancelled_told_to_the_second_and_taken_back(access: Access) -> None:
    use_language("en")
    asked, late = cancelled(access, "FA"), done(access, "FA")
    number = write(seen_by(access, ANNA), asked).number
    assert not writable_follow_up(access, "FA").waits
    assert write(access, late).sentence.startswith("Anna cancelled this follow-up 2026-06-30 10:00.")
    assert number is not None
    take_back_written(seen_by(access, ANNA), number, now=NOW)
    assert writable_follow_up(access, "FA").waits


def test_one_takes_back_ones_own_and_a_manager_anybodys(access: Access) -> None:
    before = stored_tables(access.store.engine)
    annas = write(seen_by(access, ANNA), done(access, "FA")).number
    bos = write(seen_by(access, BO), visit()).number
    assert annas is not None
    assert bos is not None
    # Bo's visit was about no client, and is his all the same.
    for viewer, number in ((BO, annas), (ANNA, bos), (BO, 99)):
        with pytest.raises(AccessDenied):
            take_back_written(seen_by(access, viewer), number, now=NOW)

    assert take_back_written(access, annas, now=NOW).number is None
    take_back_written(seen_by(access, BO), bos, now=NOW)

    assert stored_tables(access.store.engine) == before
    assert "redan" in take_back_written(access, annas, now=NOW).sentence


def test_a_coach_who_no_longer_has_the_client_takes_nothing_back(access: Access) -> None:
    number = write(seen_by(access, ANNA), done(access, "FA")).number
    annas_number_another_coach = Viewer(ANNA.user_id, "Anna", Role.COACH, "B")
    assert number is not None
    with pytest.raises(AccessDenied):
        take_back_written(seen_by(access, annas_number_another_coach), number, now=NOW)


def test_a_quiet_period_is_respected_changed_and_ended(access: Access) -> None:
    anna = seen_by(access, ANNA)
    write(anna, quiet())
    assert set(quiet_employers(anna, TODAY)) == {"E2"}
    assert quiet_employers(anna, dt.date(2026, 8, 1)) == {}
    period = quiet_period(access, "E2", TODAY)
    assert period is not None

    # Who did not know of it makes no second one.
    assert write(access, quiet(from_on="2026-07-05")).number is None
    seen = f"{period.quiet_id} {period.mark}"
    with pytest.raises(InvalidParameter):
        write(access, quiet("E1", seen))
    write(access, quiet(seen=seen, to_on="2026-08-15"))
    longer = quiet_period(access, "E2", TODAY)
    assert longer is not None
    assert longer.to_on == dt.date(2026, 8, 15)
    # The first form is no longer what is shown.
    assert write(access, Asked("quiet_cleared", "E2", seen)).number is None
    assert write(access, Asked("quiet_cleared", "E2", f"{longer.quiet_id} {longer.mark}")).number is not None
    assert quiet_employers(access, TODAY) == {}


@pytest.mark.parametrize(
    "asked",
    [
        Asked("employers_removed", "E1"),
        Asked("follow_up_done", "FA", "", {"placement_id": "PB"}),
        Asked("contact_logged", "E1", "", {"employer_id": "E2"}),
        Asked("contact_logged", "E1", "", {"kind": "x" * 201}),
        Asked("quiet_cleared", "E1", ""),
    ],
)
def test_what_no_form_of_ours_sends_is_refused(access: Access, asked: Asked) -> None:
    before = count(access)
    with pytest.raises(InvalidParameter):
        write(access, asked)
    assert count(access) == before


def test_an_unknown_row_is_told_to_a_manager(access: Access) -> None:
    for asked in (Asked("follow_up_done", "F99", "", {}), plan("P99"), quiet("E99")):
        with pytest.raises(NotFound):
            write(access, asked)


def test_ones_own_latest_can_be_taken_back_for_a_day(access: Access) -> None:
    anna = seen_by(access, ANNA)
    write(anna, done(access, "FA"))
    write(seen_by(access, BO), visit())
    (line,) = written_by_me(anna, NOW)
    assert (line.about, line.may_take_back) == ("FA", True)
    (line,) = written_by_me(seen_by(access, BO), NOW)
    assert line.about == "Employer E1"
    assert written_by_me(anna, NOW + dt.timedelta(days=1, seconds=1)) == ()
    assert written_by_me(access, NOW) == ()


def test_the_history_says_who_and_when_to_keepers(access: Access) -> None:
    write(seen_by(access, ANNA), done(access, "FA"))
    page = written_in_place(access, NOW)
    (line,) = page.lines
    assert (line.written.who, line.written.at, line.may_take_back, page.total) == ("Anna", NOW, True, 1)
    (seen,) = written_in_place(seen_by(access, ADMIN), NOW).lines
    assert not seen.may_take_back
    with pytest.raises(AccessDenied):
        written_in_place(seen_by(access, ANNA), NOW)
