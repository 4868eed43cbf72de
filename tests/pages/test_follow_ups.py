"""The page of follow-ups and its callbacks, without a browser."""

import datetime as dt
import json
import re
from types import SimpleNamespace
from typing import Any

import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard import ids
from dashboard.callbacks import follow_ups as callbacks
from dashboard.components.fields import ALL
from dashboard.data.access_log import read_log
from dashboard.data.accounts import add_account
from dashboard.domain.access import STAFF, Role, Viewer
from dashboard.domain.period import today
from dashboard.i18n import use_language
from dashboard.pages import find_page
from dashboard.pages.follow_calendar import calendar_card
from dashboard.pages.follow_heat import cell_sentence
from dashboard.pages.follow_ups import layout
from dashboard.reports.access import Access
from dashboard.reports.follow_ground import follow_ground
from dashboard.reports.follow_heat import heat
from dashboard.reports.state import PageState
from dashboard.reports.writing import Sent, answer_to
from tests.builders import client, coach, follow_up, placement
from tests.pages.drawn_pages import DAY
from tests.pages.test_gaps import _addresses, _held
from tests.pages.test_network import plain, words
from tests.reports.network_small import ON, at, opened
from tests.reports.test_follow_ups import as_anna, planted

HOLDERS = (
    *(ids.FollowUps.HEAT_PLACE, ids.FollowUps.TILES, ids.FollowUps.TABLE, ids.FollowUps.BELOW),
    ids.FollowUps.AWAY_PLACE,
)


def drawn(access: Access, query: str = "") -> list[Any]:
    """What the callback answers: five trees, and the values of the controls."""
    *answer, who, first, weeks = callbacks.draw_follow_ups(access, f"?per={ON}&{query}", None, "/uppfoljning")
    return [*(json.loads(tree) for tree in answer[:5]), *answer[5:], who, first, weeks]


def test_the_page_stands_in_the_menu_for_coaches_and_managers() -> None:
    found = find_page("/uppfoljning")
    assert found is not None
    assert found[0].roles == STAFF == callbacks.group.allow
    assert found[0].place == "menu"


@pytest.mark.parametrize("query", ["", "lage=overdue", "coach=B", "borta=B&veckor=3", "sektor=I&q=x"])
def test_the_callback_fills_what_the_page_drew_first(sqlite_engine: Engine, query: str) -> None:
    access = opened(sqlite_engine, *planted())
    page, answer = plain(layout(access, at(query))), drawn(access, query)
    found = {key: tree for key, tree in _held(page) if key in HOLDERS}
    assert found == {key: answer[place] for place, key in enumerate(HOLDERS)}


def test_the_controls_follow_the_address(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *planted())
    assert drawn(access)[5:] == [ALL, ALL, "", "A", ON, "2"]
    asked = "part=both&slag=studies&q=x&borta=B&borta_fran=2026-07-10&veckor=5"
    assert drawn(access, asked)[5:] == ["both", "studies", "x", "B", "2026-07-10", "5"]


def test_another_page_is_left_alone(sqlite_engine: Engine) -> None:
    with pytest.raises(PreventUpdate):
        callbacks.draw_follow_ups(opened(sqlite_engine), "", None, "/natverk")


def test_a_cell_says_in_words_what_it_shows_and_opens_its_rows(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(sqlite_engine, *planted())
    anna = heat(follow_ground(access, at())).rows[0]
    late = next(cell for cell in anna.cells if cell.overdue)
    said = "Anna, week 23: 12%. 1 waits, 1 of them late; 1.5 h of 12 h."
    assert cell_sentence(anna, late) == said
    heat_and_forecast = drawn(access)[0]
    assert f"/underlag?per={ON}&coach=A&vecka=2026-W23&matt=follow_ups.load.due" in _addresses(
        heat_and_forecast
    )
    assert said in json.dumps(heat_and_forecast, ensure_ascii=False)


def test_no_coach_finds_another_s_client_on_the_page(sqlite_engine: Engine) -> None:
    manager = opened(sqlite_engine, *planted())
    for query in ("", "coach=B", "borta=B&veckor=12", "q=K2", "lage=overdue"):
        hers = json.dumps(plain(layout(as_anna(manager), at(query))))
        called = str(
            callbacks.draw_follow_ups(as_anna(manager), f"?per={ON}&{query}", None, "/uppfoljning")[:5]
        )
        assert "K2" not in hers.replace("q=K2", "").replace('"value": "K2"', ""), query
        assert "K2" not in called.replace("q=K2", ""), query
    assert "K2" in json.dumps(plain(layout(manager, at())))


def test_every_page_of_the_list_and_every_state_can_be_drawn(demo_access: Access) -> None:
    for query in ("lage=planned&sida=2", "lage=lapsed", "sort=-party", "coach=C6", "sektor=unknown"):
        assert words(layout(demo_access, PageState.parse(f"per={DAY}&{query}")))


def test_without_any_placement_the_page_says_what_to_do(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(sqlite_engine, coach("A", name="Anna"))
    assert "brygga demo" in words(layout(access, PageState()))


def test_nothing_that_matches_has_a_way_back(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(sqlite_engine, *planted())
    assert "Nothing matches" in words(layout(access, at("q=zzz")))
    anna = Access(Viewer(2, "Anna", Role.COACH, "A"), access.store)
    assert "2 more are about other coaches' clients" in words(layout(anna, at()))


def test_a_calendar_address_is_shown_once_and_withdrawn(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_language("en")
    manager = opened(sqlite_engine, *planted())
    add_account(
        sqlite_engine, username="maja", name="Maja", role=Role.MANAGER, password="trumpet-lastbil-hav"
    )
    here = "https://brygga.example/uppfoljning?enhet=U1&lage=due"
    assert "Make an address" in words(calendar_card(manager))
    _clicked(monkeypatch, ids.FollowUps.CALENDAR_MAKE)
    said = words(callbacks.change_calendar(manager, 1, None, here))
    address = re.search(r"https://brygga\.example/kalender/[\w-]{43}\.ics\?enhet=U1", said)
    assert address is not None
    again = words(calendar_card(manager))
    assert "You have an address" in again
    assert "/kalender/" not in again
    _clicked(monkeypatch, ids.FollowUps.CALENDAR_REVOKE)
    assert "Make an address" in words(callbacks.change_calendar(manager, 1, 1, here))
    with pytest.raises(PreventUpdate):
        callbacks.change_calendar(manager, None, None, here)
    log = [(entry.who, entry.what, entry.client_id) for entry in read_log(sqlite_engine).entries]
    assert log == [("Maja", "no_calendar", ""), ("Maja", "calendar", "")]


def _clicked(monkeypatch: pytest.MonkeyPatch, button: str) -> None:
    """As if Dash had told that this button was clicked."""
    monkeypatch.setattr(callbacks, "ctx", SimpleNamespace(triggered_id=button))


def test_a_follow_up_is_marked_as_done_where_it_stands_and_the_list_is_drawn_anew(
    sqlite_engine: Engine,
) -> None:
    use_language("en")
    late = (today() - dt.timedelta(days=3)).isoformat()
    begun = (today() - dt.timedelta(days=30)).isoformat()
    manager = opened(
        sqlite_engine,
        *(coach("A", name="Anna"), coach("B", name="Bo"), client("K1", "A"), client("K2", "B")),
        placement("E1", "K1", begun, placement_id="P1", coach_id="A"),
        placement("E1", "K2", begun, placement_id="P2", coach_id="B"),
        follow_up("P1", late, coach_id="A"),
        follow_up("P2", late, coach_id="B"),
    )
    anna = as_anna(manager)
    table = callbacks.draw_follow_ups(anna, "", None, "/uppfoljning")[2]
    # One row to mark as done or to cancel: both forms know it by the same.
    (key,) = set(re.findall(r'"data-key":"([^"]+)"', table))
    (seen,) = set(re.findall(r'"data-seen":"([^"]+)"', table))
    assert (
        len(re.findall("follow_up_done", callbacks.draw_follow_ups(manager, "", None, "/uppfoljning")[2]))
        == 2
    )
    sent = Sent(
        form="f",
        action="follow_up_done",
        key=key,
        seen=seen,
        cells={"done_on": late, "party": "both", "mode": "phone", "minutes": "15", "assessment": ""},
    )
    assert answer_to(anna, sent, now=dt.datetime.now(dt.UTC), today=today()).done
    again = callbacks.draw_follow_ups(as_anna(manager), "", "saved", "/uppfoljning")[2]
    assert "data-key" not in again
    assert "Nothing is open" in again or "is for today" in again or "Nothing is late" in again


def test_a_past_day_is_looked_at_and_not_written_in(sqlite_engine: Engine) -> None:
    manager = opened(sqlite_engine, *planted())
    assert "data-write" not in callbacks.draw_follow_ups(manager, f"?per={ON}", None, "/uppfoljning")[2]
