"""How much one person may put on record in a short time."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.data.access_log import log_opening, read_log
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, TooMuchAtOnce
from dashboard.reports import pace
from dashboard.reports.access import Access
from dashboard.reports.client_rights import guard_client, open_client
from dashboard.reports.writing import Asked, take_back_written, write_in_place
from tests.builders import client, coach, employer
from tests.reports.network_small import opened

NOON = dt.datetime(2026, 6, 30, 12, tzinfo=dt.UTC)
LATER = NOON + pace.WITHIN + dt.timedelta(minutes=1)
DAY = dt.date(2026, 6, 30)


@pytest.fixture
def anna(sqlite_engine: Engine) -> Access:
    people = [coach("A"), coach("B"), client("K1", "A"), client("K2", "B")]
    access = opened(sqlite_engine, *people, employer("E1"))
    return Access(Viewer(2, "Anna", Role.COACH, "A"), access.store)


def test_who_guesses_at_keys_soon_fills_no_more_of_the_log(anna: Access) -> None:
    for number in range(pace.MOST_REFUSED):
        with pytest.raises(AccessDenied):
            guard_client(anna, "K2" if number % 2 else "guess", NOON)
    for guess in ("K2", "guess"):
        with pytest.raises(TooMuchAtOnce):
            guard_client(anna, guess, NOON)
    assert read_log(anna.store.engine).found == pace.MOST_REFUSED
    # Her own clients are hers all the while, and after some minutes a refusal is on record again.
    open_client(anna, "K1", "client", NOON)
    with pytest.raises(AccessDenied):
        guard_client(anna, "K2", LATER)


def test_who_opens_without_end_has_to_wait(anna: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST_OPENED", 5)
    for _time in range(pace.MOST_OPENED):
        log_opening(anna.store.engine, anna.viewer, "client", "K1", NOON)
    with pytest.raises(TooMuchAtOnce):
        open_client(anna, "K1", "client", NOON)
    # What is only drawn again is on record already.
    open_client(anna, "K1", "client", NOON, again=True)
    open_client(anna, "K1", "client", LATER)
    assert read_log(anna.store.engine).found == pace.MOST_OPENED + 1


def test_writing_and_taking_back_counts_as_writing(anna: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST_WRITTEN", 2)
    asked = [
        Asked(
            "contact_logged",
            "E1",
            cells={"contacted_on": f"2026-06-{day}", "kind": "phone", "initiated_by": "unit"},
        )
        for day in (10, 11, 12)
    ]
    first = write_in_place(anna, asked[0], now=NOON, today=DAY)
    assert first.number is not None, first
    take_back_written(anna, first.number, now=NOON)
    assert write_in_place(anna, asked[1], now=NOON, today=DAY).done
    refused = write_in_place(anna, asked[2], now=NOON, today=DAY)
    assert (refused.done, refused.sentence) == (False, pace.too_much())
    assert write_in_place(anna, asked[2], now=LATER, today=DAY).done
