"""The calendar at its secret address: made, read back by the library, withdrawn, and nobody else's."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import Engine, select

from dashboard.app import create_app
from dashboard.cli.database import ready_engine
from dashboard.data.accounts import add_account, set_disabled, set_role
from dashboard.data.calendar_feeds import feed_made_at, find_feed, make_feed, withdraw_feed
from dashboard.data.engine import reading
from dashboard.data.models import CalendarFeed
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import use_language
from dashboard.reports.access import Access, Store
from dashboard.reports.calendar_feed import calendar_file, new_feed, no_feed
from dashboard.server.calendar import PER_ADDRESS, Pace
from dashboard.settings import Settings
from tests.builders import client, coach, employer, follow_up, placement, stored
from tests.reports.network_small import at, opened
from tests.reports.test_follow_ups import as_anna, planted
from tests.server.conftest import PASSWORD, Browser
from tests.server.test_callbacks import body_of

NOW = dt.datetime(2026, 6, 30, 8, 0, tzinfo=dt.UTC)


def events(content: bytes) -> list[dict[str, Any]]:
    """The events of a file as the library reads them back."""
    return [
        {
            "uid": str(event["uid"]),
            "on": event.decoded("dtstart"),
            "end": event.decoded("dtend"),
            "title": str(event["summary"]),
            "text": str(event["description"]),
        }
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]


def with_end() -> list[Any]:
    """What is planted, a trial with a planned end, and two things that are not Anna's to do or to see."""
    return [
        *planted(),
        follow_up("P1", "2026-07-15", coach_id="B"),  # Bo does it, for Anna's client
        client("K5", "B"),  # Bo's client, in a trial that Anna runs
        placement("E2", "K5", "2026-06-29", planned_end_on="2026-09-02", placement_id="P5", coach_id="A"),
        client("K4", "A"),
        placement("E1", "K4", "2026-06-29", planned_end_on="2026-09-01", placement_id="P4", coach_id="A"),
    ]


def test_a_coach_s_calendar_holds_her_own_follow_ups_and_the_planned_ends_of_her_trials(
    sqlite_engine: Engine,
) -> None:
    anna = as_anna(opened(sqlite_engine, *with_end()))
    use_language("en")
    found = events(calendar_file(anna, at()))
    assert [(event["on"].isoformat()[5:], event["title"]) for event in found] == [
        ("06-01", "Follow-up with the client: K1, Backa livs"),
        ("06-30", "Follow-up with the employer: K1, Backa livs"),
        ("07-03", "Three-party meeting: K1, Backa livs"),
        ("07-20", "Follow-up: K3"),
        ("09-01", "Work trial ends as planned: K4, Backa livs"),
    ]
    assert all(type(event["on"]) is dt.date for event in found)
    assert all(event["end"] == event["on"] + dt.timedelta(days=1) for event in found)
    use_language("sv")
    assert "Trepartsmöte: K1, Backa livs" in [event["title"] for event in events(calendar_file(anna, at()))]


def test_a_manager_s_calendar_holds_everybody_s_with_the_coach_or_one_unit_s(sqlite_engine: Engine) -> None:
    manager = opened(sqlite_engine, *with_end())
    use_language("en")
    found = events(calendar_file(manager, at()))
    assert {event["title"].split(": ")[1].split(",")[0] for event in found} == {"K1", "K2", "K3", "K4", "K5"}
    assert "Employment. Coach: Bo" in {event["text"] for event in found}


def test_the_file_says_what_calendar_programs_ask_for(sqlite_engine: Engine) -> None:
    content = calendar_file(as_anna(opened(sqlite_engine, *planted())), at())
    calendar = Calendar.from_ical(content)
    assert (str(calendar["version"]), str(calendar["x-wr-timezone"])) == ("2.0", "Europe/Stockholm")
    assert str(calendar["x-wr-calname"]) == "Brygga: mina uppföljningar"
    assert b"\r\n" in content
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert not [event.errors for event in calendar.walk("VEVENT") if event.errors]


def test_an_event_keeps_its_key_when_its_day_and_all_else_changes(sqlite_engine: Engine) -> None:
    rows = [coach("A"), employer("E1"), placement("E1", "K1", "2026-06-01", placement_id="P1", coach_id="A")]
    planned = follow_up("P1", "2026-07-03", coach_id="A")
    access = as_anna(opened(sqlite_engine, *rows, planned))
    (first,) = events(calendar_file(access, at()))
    (later,) = events(calendar_file(access, at("per=2026-07-01")))
    assert first["uid"] == later["uid"]
    assert planned.cells["follow_up_id"] not in first["uid"]
    assert len({event["uid"] for event in events(calendar_file(access, at()))}) == 1


def test_only_the_digest_of_an_address_is_kept_and_a_new_one_takes_the_place_of_the_old(
    engine: Engine,
) -> None:
    add_account(engine, username="anna", name="Anna", role=Role.MANAGER, password=PASSWORD)
    user = 1
    first = make_feed(engine, user, "sv", NOW)
    with reading(engine) as connection:
        digest = connection.execute(select(CalendarFeed.secret_digest)).scalar_one()
    assert digest == hashlib.sha256(first.encode()).digest()
    second = make_feed(engine, user, "en", NOW)
    assert find_feed(engine, first, demo_allowed=False) is None
    found = find_feed(engine, second, demo_allowed=False)
    assert found is not None
    assert (found.viewer.user_id, found.language, found.made_at) == (user, "en", NOW)
    assert feed_made_at(engine, user) == NOW
    assert withdraw_feed(engine, user)
    assert find_feed(engine, second, demo_allowed=False) is None
    assert feed_made_at(engine, user) is None
    assert not withdraw_feed(engine, user)


def test_an_address_follows_the_rights_of_its_account(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, coach("A"))
    add_account(sqlite_engine, username="anna", name="A", role=Role.COACH, password=PASSWORD, coach_id="A")
    secret = make_feed(sqlite_engine, 1, "sv", NOW)

    def viewer() -> Viewer | None:
        found = find_feed(sqlite_engine, secret, demo_allowed=False)
        return found.viewer if found else None

    assert viewer() == Viewer(1, "A", Role.COACH, "A")
    set_role(sqlite_engine, "anna", Role.VISITOR)
    assert viewer() == Viewer(1, "A", Role.VISITOR)
    set_disabled(sqlite_engine, "anna", True)
    assert viewer() is None


@pytest.mark.parametrize(("role", "coach_id"), [(Role.VISITOR, None), (Role.ADMIN, None), (Role.COACH, None)])
def test_who_has_no_follow_ups_gets_no_address(
    sqlite_engine: Engine, role: Role, coach_id: str | None
) -> None:
    access = Access(Viewer(1, "x", role, coach_id), Store(sqlite_engine))
    with pytest.raises(AccessDenied):
        new_feed(access)
    assert not no_feed(access)


@pytest.fixture
def anna_s_copy(settings: Settings) -> tuple[Settings, Callable[[], str]]:
    """A copy with Anna's account and data, and what makes her a new address."""
    engine = ready_engine(settings)
    stored(engine, *planted())
    add_account(engine, username="anna", name="Anna", role=Role.COACH, password=PASSWORD, coach_id="A")
    add_account(engine, username="bo", name="Bo", role=Role.COACH, password=PASSWORD, coach_id="B")

    def make(username_number: int = 1) -> str:
        return make_feed(engine, username_number, "sv", NOW)

    return settings, make


def test_the_address_answers_without_a_session_and_not_after_it_is_withdrawn(
    anna_s_copy: tuple[Settings, Callable[[], str]],
) -> None:
    settings, make = anna_s_copy
    app = create_app(settings)
    browser, secret = Browser(app.server.test_client()), make()
    answer = browser.get(f"/kalender/{secret}.ics")
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "Set-Cookie" not in answer.headers
    assert "K2" not in answer.text
    assert events(answer.data)
    assert browser.get(f"/kalender/{secret}.ics?enhet=U1&coach=B").data == answer.data
    withdraw_feed(app.store.engine, 1)
    gone = browser.get(f"/kalender/{secret}.ics")
    assert (gone.status_code, gone.headers["Cache-Control"]) == (404, "no-store")


@pytest.mark.parametrize("href", ["http://[", "", "javascript:alert(1)", "//x", None])
def test_an_address_that_could_not_be_shown_does_not_take_the_place_of_the_one_in_use(
    anna_s_copy: tuple[Settings, Callable[[], str]], href: str | None
) -> None:
    settings, make = anna_s_copy
    app, secret = create_app(settings), make()
    browser = Browser(app.server.test_client())
    browser.sign_in("anna")
    body = body_of(app, "uppf-kalender-plats.children")
    body["inputs"][0]["value"], body["state"][0]["value"] = 1, href
    assert browser.call(body).status_code == 400
    assert browser.get(f"/kalender/{secret}.ics").status_code == 200
    body["state"][0]["value"] = "https://brygga.example/uppfoljning"
    made = re.search(r"([\w-]{43})\.ics", browser.call(body).text)
    assert made is not None
    assert browser.get(f"/kalender/{secret}.ics").status_code == 404
    assert browser.get(f"/kalender/{made[1]}.ics").status_code == 200


def test_nothing_else_is_open_and_a_guess_is_a_404(anna_s_copy: tuple[Settings, Callable[[], str]]) -> None:
    settings, make = anna_s_copy
    browser, secret = Browser(create_app(settings).server.test_client()), make()
    for wrong in (secret[:-1] + "x", secret[:-1], secret.swapcase(), "a" * 43):
        assert browser.get(f"/kalender/{wrong}.ics").status_code == 404
    for path in (f"/kalender/{secret}", f"/kalender/{secret}.ics/x", "/kalender/", "/uppfoljning"):
        answer = browser.get(path)
        assert (answer.status_code, "/logga-in" in answer.headers.get("Location", "")) == (302, True), path
    assert browser.client.post(f"/kalender/{secret}.ics").status_code in {401, 403, 405}


def test_whoever_asks_too_often_waits(anna_s_copy: tuple[Settings, Callable[[], str]]) -> None:
    settings, make = anna_s_copy
    browser, secret = Browser(create_app(settings).server.test_client()), make()
    path = f"/kalender/{'a' * 43}.ics"
    assert {browser.get(path).status_code for _time in range(PER_ADDRESS)} == {404}
    answer = browser.get(f"/kalender/{secret}.ics")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60


def test_the_wait_is_over_after_a_minute_and_others_do_not_wait() -> None:
    now = [0.0]
    pace = Pace(most=2, clock=lambda: now[0])
    assert [pace.wait("a") for _time in range(3)] == [0, 0, 60]
    assert pace.wait("b") == 0
    now[0] = 59.0
    assert pace.wait("a") == 1
    now[0] = 60.0
    assert pace.wait("a") == 0
