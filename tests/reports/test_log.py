"""Who opened what is on record, and managers can read it."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.data.access_log import read_log
from dashboard.domain.errors import AccessDenied
from dashboard.reports.access import Access
from dashboard.reports.client_rights import SAME_SITTING, guard_client, open_client
from dashboard.reports.log import log_file, log_report
from dashboard.reports.state import PageState
from tests.reports.clients_small import ADMIN, ANNA, BO, MANAGER, OF_ANNA, OF_BO, VISITOR, seen_by, small

NOON = dt.datetime(2026, 6, 30, 10, 0, tzinfo=dt.UTC)


def openings(access: Access) -> list[tuple[int, str, str]]:
    return [(one.user_id, one.what, one.client_id) for one in read_log(access.store.engine).entries]


def test_each_opening_leaves_a_row_with_who_when_and_which(engine: Engine) -> None:
    access = small(engine, ANNA)
    open_client(access, OF_ANNA, "client", NOON)
    open_client(access, OF_ANNA, "client", NOON)
    open_client(seen_by(access, MANAGER), OF_BO, "file", NOON)
    assert openings(access) == [(1, "file", OF_BO), (2, "client", OF_ANNA), (2, "client", OF_ANNA)]
    entry = read_log(engine).entries[-1]
    assert (entry.at, entry.who, entry.role) == (NOON, "Anna", "coach")


def test_an_attempt_that_is_refused_leaves_a_row_and_a_guess_none_of_its_text(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, BO)
    for key in (OF_ANNA, "19850709-9805"):
        for door in (guard_client, lambda access, key: open_client(access, key, "client")):
            with pytest.raises(AccessDenied):
                door(access, key)
    assert openings(access) == [*([(3, "refused", "")] * 2), *([(3, "refused", OF_ANNA)] * 2)]


def test_a_page_that_is_drawn_again_within_the_hour_is_one_opening(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, ANNA)
    for after in (dt.timedelta(), dt.timedelta(minutes=5), SAME_SITTING * 2):
        open_client(access, OF_ANNA, "match", NOON + after, again=True)
    assert len(openings(access)) == 2


def test_a_guard_that_lets_through_leaves_no_row(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, ANNA)
    guard_client(access, OF_ANNA)
    assert openings(access) == []


def test_the_log_is_narrowed_by_person_client_and_day_in_stockholm(engine: Engine) -> None:
    access = small(engine)
    late = dt.datetime(2026, 6, 30, 22, 30, tzinfo=dt.UTC)  # half past midnight on 1 July in Stockholm
    open_client(access, OF_ANNA, "client", NOON)
    open_client(seen_by(access, ANNA), OF_ANNA, "client", late)
    open_client(access, OF_BO, "client", NOON)

    def found(query: str) -> list[tuple[int, str]]:
        return [
            (one.user_id, one.client_id) for one in log_report(access, PageState.parse(query)).log.entries
        ]

    assert found("") == [(1, OF_BO), (2, OF_ANNA), (1, OF_ANNA)]
    assert found("person=2") == [(2, OF_ANNA)]
    assert found(f"kund={OF_ANNA}") == [(2, OF_ANNA), (1, OF_ANNA)]
    assert found("per=2026-07-01") == [(2, OF_ANNA)]
    assert found("per=2026-06-30&person=1&kund=K-BOOO") == [(1, OF_BO)]
    report = log_report(access, PageState.parse("sida=9"))
    assert (report.page, report.log.people) == (1, ((2, "Anna"), (1, "Chefen")))


def test_the_log_goes_out_stamped_and_that_is_on_record(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine)
    open_client(access, OF_ANNA, "client", NOON)
    table = log_file(access, PageState(), NOON)
    assert table.name == "logg-2026-06-30"
    assert table.rows == [["2026-06-30 12:00:00", "Chefen", 1, "Enhetschef", "öppnade kunden", OF_ANNA]]
    assert ("Uttaget", "2026-06-30 12:00:00") in table.stamp
    with sqlite_engine.connect() as connection:
        form = connection.exec_driver_sql("SELECT form, rows FROM exports").one()
    assert tuple(form) == ("access_log", 1)


@pytest.mark.parametrize("viewer", [ANNA, ADMIN, VISITOR])
def test_only_managers_read_the_log(sqlite_engine: Engine, viewer) -> None:
    access = small(sqlite_engine, viewer)
    for read in (log_report, log_file):
        with pytest.raises(AccessDenied):
            read(access, PageState())
