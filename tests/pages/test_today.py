"""The page of today and its callback, without a browser."""

import datetime as dt
import json
import re

import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard import ids
from dashboard.callbacks import today as callbacks
from dashboard.domain.access import STAFF, Role, Viewer
from dashboard.domain.period import today
from dashboard.i18n import use_language
from dashboard.pages import PAGES, find_page
from dashboard.pages.today import layout
from dashboard.reports.access import Access
from dashboard.reports.state import PageState
from dashboard.reports.writing import Sent, answer_to
from tests.builders import client, coach, contact, employer, follow_up, placement
from tests.pages.test_gaps import _held
from tests.pages.test_network import plain, words
from tests.reports.network_small import ON, at, opened
from tests.reports.test_today import as_coach, planted

HOLDERS = (ids.Today.ROWS, ids.Today.BESIDE)


def called(access: Access, query: str = "") -> tuple[str, str]:
    """What the callback answers on the day."""
    return callbacks.draw_today(access, f"?per={ON}&{query}", None, "/idag")


def ago(days: int) -> str:
    return (today() - dt.timedelta(days=days)).isoformat()


def test_it_is_the_first_page_of_coaches_and_managers() -> None:
    assert find_page("/idag") == (PAGES[0], {})
    assert PAGES[0].roles == STAFF == callbacks.group.allow
    assert PAGES[0].place == "menu"


@pytest.mark.parametrize("query", ["", "sak=unseen", "coach=B", "sida=2"])
def test_the_callback_fills_what_the_page_drew_first(sqlite_engine: Engine, query: str) -> None:
    access = opened(sqlite_engine, *planted())
    drawn = {key: tree for key, tree in _held(plain(layout(access, at(query)))) if key in HOLDERS}
    answer = [json.loads(tree) for tree in called(access, query)]
    assert drawn == dict(zip(HOLDERS, answer, strict=True))


def test_another_page_is_left_alone(sqlite_engine: Engine) -> None:
    with pytest.raises(PreventUpdate):
        callbacks.draw_today(opened(sqlite_engine), "", None, "/natverk")


def test_a_line_says_what_why_and_what_next(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(sqlite_engine, *planted())
    said = words(layout(access, at("coach=A")))
    for text in (
        *("6 days late", "planned for today", "ends in 5 days", "Nothing is planned after it."),
        *("not looked at for 90 days", "The standard allows 38 days.", "meeting in 10 days"),
        *("silent for 117 days", "Usually there are 31 days between contacts.", "full: 2 of 1 places"),
        *("Do it now, or plan a new day", "Leave them in peace; set a quiet period"),
    ):
        assert text in said, text


def test_no_coach_finds_another_s_client_on_the_page(sqlite_engine: Engine) -> None:
    manager = opened(sqlite_engine, *planted())
    hers = [f"K{n:02}" for n in (2, 5, 10, 14)]
    for query in ("", "coach=B", "sak=overdue", "coach=B&sak=ending", "sida=2"):
        seen = json.dumps(plain(layout(as_coach(manager, "A"), at(query)))) + str(
            called(as_coach(manager, "A"), query)
        )
        assert not [key for key in hers if key in seen], query
    assert all(key in "".join(called(manager, f"sida={n}")[0] for n in (1, 2)) for key in hers[:3])


def test_what_is_done_on_the_page_leaves_it(sqlite_engine: Engine) -> None:
    use_language("en")
    manager = opened(
        sqlite_engine,
        *(coach("A", name="Anna"), client("K1", "A")),
        placement("E1", "K1", ago(10), placement_id="P1", coach_id="A"),
        follow_up("P1", ago(3), coach_id="A"),
    )
    anna = as_coach(manager, "A")
    rows = callbacks.draw_today(anna, "", None, "/idag")[0]
    offered = {"follow_up_done", "follow_up_cancelled", "follow_up_planned"}
    assert set(re.findall(r'"data-write":"([^"]+)"', rows)) == offered
    (key,), (seen, *_more) = (
        re.findall(r'"data-write":"follow_up_done","data-key":"([^"]+)"', rows),
        re.findall(r'"data-seen":"([^"]+)"', rows),
    )
    cells = {"done_on": ago(0), "party": "both", "mode": "phone", "minutes": "15", "assessment": ""}
    sent = Sent(form="f", action="follow_up_done", key=key, seen=seen, cells=cells)
    assert answer_to(anna, sent, now=dt.datetime.now(dt.UTC), today=today()).done
    assert "Nothing is urgent" in callbacks.draw_today(as_coach(manager, "A"), "", "saved", "/idag")[0]


def test_no_form_stands_twice_on_a_page(sqlite_engine: Engine) -> None:
    late = [follow_up("P1", ago(days), coach_id="A") for days in (3, 5, 9)]
    manager = opened(
        sqlite_engine,
        *(coach("A", name="Anna"), client("K1", "A")),
        placement("E1", "K1", ago(60), placement_id="P1", coach_id="A", planned_end_on=ago(-3)),
        *late,
    )
    rows = callbacks.draw_today(manager, "", None, "/idag")[0]
    found = re.findall(r'"id":"([^"]+)"', rows)
    assert len(found) == len(set(found))
    assert rows.count('"data-write":"follow_up_done"') == 3
    assert rows.count('"data-write":"follow_up_planned"') == 1


def test_a_past_day_is_looked_at_and_not_written_in(sqlite_engine: Engine) -> None:
    assert "data-write" not in called(opened(sqlite_engine, *planted()))[0]


def test_without_data_and_without_a_coach_the_page_says_what_to_do(sqlite_engine: Engine) -> None:
    use_language("en")
    empty = opened(sqlite_engine, coach("A", name="Anna"))
    assert "brygga demo" in words(layout(empty, at()))
    assert "belongs to no coach" in words(layout(as_coach(empty, None), at()))


def test_a_calm_day_is_told_as_one_and_a_coach_without_clients_how_to_begin(sqlite_engine: Engine) -> None:
    use_language("en")
    calm = opened(
        sqlite_engine,
        *(coach("A", name="Anna"), coach("B", name="Bo"), client("K1", "A")),
        *(employer("E1"), contact("E1", "A", "2026-06-20")),
    )
    assert "Nothing is urgent" in words(layout(as_coach(calm, "A"), at()))
    assert "You have no clients yet" in words(layout(as_coach(calm, "B"), at()))
    assert "Nothing is urgent" in words(layout(calm, at()))


def test_the_week_and_the_coaches_lead_on(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *planted())
    hers = called(as_coach(access, "A"))[1]
    assert f"/uppfoljning?per={ON}&coach=A" in hers
    assert "idag-coacher" not in hers
    assert f"/idag?per={ON}&coach=B" in called(access)[1]


def test_a_viewer_without_the_role_is_refused() -> None:
    assert Role.VISITOR not in PAGES[0].roles
    assert Role.ADMIN not in PAGES[0].roles
    assert Viewer(1, "V", Role.ADMIN).may_see_client("A") is False
    assert PageState.parse("sak=nonsense").need is None
