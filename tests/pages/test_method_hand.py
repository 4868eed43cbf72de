"""Items rated by hand: kept with day, rater and evidence, and taken back without being lost."""

import datetime as dt
import json
from dataclasses import replace

import orjson
import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard.callbacks.method import managers, save_rating
from dashboard.domain.access import MANAGERS, Role, Viewer
from dashboard.domain.errors import AccessDenied, InvalidParameter, NotFound
from dashboard.i18n import use_language
from dashboard.pages.method_hand import hand_card
from dashboard.reports.access import Access
from dashboard.reports.board_method import by_hand
from dashboard.reports.hand_file import hand_file, hand_sheet
from dashboard.reports.hand_ratings import in_force, rate, ratings_of, take_back
from dashboard.reports.report_text import report_text
from dashboard.reports.trace import trace
from dashboard.reports.whole_report import whole_report
from tests.pages.drawn_pages import tag_of
from tests.reports.network_small import ON, at, opened

COACH = Viewer(2, "Anna", Role.COACH, "A")


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


def given(access: Access, item: str, score: str, day: str = "2026-05-04", why: str = "Met the team") -> None:
    rate(access, at(), item, score, rated_on=day, evidence=why)


def text_of(access: Access, query: str = "") -> str:
    drawn = orjson.dumps(hand_card(access, at(query)), default=lambda one: one.to_plotly_json())
    return str(tag_of(json.loads(drawn)).text)


def test_the_newest_rating_counts_until_it_is_taken_back(engine: Engine) -> None:
    access = opened(engine)
    given(access, "in_team", "2", "2026-03-01")
    given(access, "in_team", "4", "2026-05-04", "  Two teams   asked ")
    (newest, older) = ratings_of(access, at())
    assert (newest.score, newest.rater, newest.evidence, str(newest.rated_on)) == (
        *(4, "Maja", "Two teams asked"),
        "2026-05-04",
    )
    assert in_force((newest, older)) == {"in_team": newest}
    take_back(access, at(), newest.rating_id)
    assert in_force(ratings_of(access, at())) == {"in_team": older}
    assert [one.withdrawn_by for one in ratings_of(access, at())] == ["Maja", None]
    with pytest.raises(InvalidParameter, match="taken back already"):
        take_back(access, at(), newest.rating_id)


def test_each_unit_has_its_own(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine)
    rate(access, at("enhet=U1"), "leader", "5", rated_on="2026-05-04", evidence="Seen")
    (own,) = ratings_of(access, at("enhet=U1"))
    assert ratings_of(access, at("enhet=U2")) == ratings_of(access, at()) == ()
    with pytest.raises(InvalidParameter):
        take_back(access, at("enhet=U2"), own.rating_id)
    for forged in ("1", None, [own.rating_id], {"a": 1}, 2**70):
        with pytest.raises(InvalidParameter):
            take_back(access, at("enhet=U1"), forged)


@pytest.mark.parametrize(
    ("item", "score", "day", "why", "said"),
    [
        ("caseload", "3", "2026-05-04", "Seen", "Choose an item"),
        ("leader", "6", "2026-05-04", "Seen", "1 to 5"),
        ("leader", "", "2026-05-04", "Seen", "1 to 5"),
        ("leader", "3", "4 May", "Seen", "Give the day"),
        ("leader", "3", "2026-07-01", "Seen", "after the day"),
        ("leader", "3", "2026-05-04", "  ", "rests on"),
        ("leader", "3", "2026-05-04", "x" * 501, "rests on"),
        ("leader", "3", "2026-05-04", "a\x00b", "rests on"),
        ("leader", "3", "2026-05-04", "Client 19811218-9876 said so", "identity number"),
    ],
)
def test_what_will_not_do_is_said_and_not_kept(sqlite_engine: Engine, item, score, day, why, said) -> None:
    access = opened(sqlite_engine)
    with pytest.raises(InvalidParameter, match=said):
        given(access, item, score, day, why)
    assert ratings_of(access, at()) == ()


def test_only_managers_rate_and_coaches_read(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine)
    given(access, "leader", "3", why="The plan of the year")
    coach = replace(access, viewer=COACH)
    with pytest.raises(AccessDenied):
        given(coach, "leader", "5")
    with pytest.raises(AccessDenied):
        take_back(coach, at(), 1)
    with pytest.raises(AccessDenied):
        ratings_of(replace(access, viewer=Viewer(3, "Ada", Role.ADMIN)), at())
    assert "The plan of the year" in text_of(coach)
    assert "Save the rating" not in text_of(coach)
    assert "Save the rating" in text_of(access)
    assert managers.allow == MANAGERS


def test_the_finding_counts_the_items_in_force(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine)
    assert "No item has been rated yet" in text_of(access)
    given(access, "leader", "3")
    assert "1 of 18 items is rated" in text_of(access)
    given(access, "in_team", "4")
    given(access, "leader", "5")
    said = text_of(access)
    assert "2 of 18 items are rated" in said
    assert "2 of them 4 or 5" in said


def test_the_form_keeps_what_was_written_when_it_will_not_do(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine)
    with pytest.raises(PreventUpdate):
        save_rating(access, None, f"?per={ON}", "leader", "3", ON, "Seen")
    _shown, evidence = save_rating(access, 1, f"?per={ON}", "leader", "9", ON, "Seen")
    assert evidence != ""
    _shown, evidence = save_rating(access, 1, f"?per={ON}", "leader", "3", ON, "Seen")
    assert evidence == ""
    assert [one.score for one in ratings_of(access, at())] == [3]


def test_the_card_has_a_file_its_rows_and_its_part_in_the_report(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine)
    given(access, "in_team", "2", "2026-03-01", "=1+1")
    given(access, "leader", "5")
    (taken, _kept) = ratings_of(access, at())
    take_back(access, at(), taken.rating_id)
    table = hand_file(access, at(), "by_hand")
    assert [row[:3] for row in table.rows] == [
        ["A leader guides the coaches", 5, dt.date(2026, 5, 4)],
        ["Each coach belongs to a care team", 2, dt.date(2026, 3, 1)],
    ]
    assert table.rows[0][5] == "Maja"
    assert dict(table.stamp)["Finding"] == "1 of 18 items is rated, 0 of them 4 or 5."
    with pytest.raises(NotFound):
        hand_file(access, at(), "another")
    rows = trace(access, at(), "method.by_hand").rows
    assert rows["points"].tolist() == [5, 2]
    assert rows["withdrawn_by"].tolist() == ["Maja", None]
    drawn = str(hand_card(access, at()))
    assert "/metod/fil?kort=by_hand&form=xlsx" in drawn
    assert "matt=method.by_hand" in drawn
    report = whole_report(access, at().on, at().period)
    assert [row[0] for row in hand_sheet(report).rows] == ["Each coach belongs to a care team"]
    assert "Rated by hand: 1 of 18 items is rated" in " ".join(report_text(report).split())
    card = by_hand(access, at())
    assert [row.cells[:2] for row in card.rows] == [("Each coach belongs to a care team", 2)]
