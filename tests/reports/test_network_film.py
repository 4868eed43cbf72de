"""The network month by month: marks on the same nodes, and nothing that was not yet known."""

import datetime as dt

import pandas as pd
import pytest
from sqlalchemy import Engine

from dashboard.reports.network_film import Frame, days, film
from dashboard.reports.network_picture import Picture, picture
from tests.builders import contact
from tests.reports.network_small import at, opened

ROWS = (
    contact("E1", "A", "2026-02-10", kind="visit"),
    contact("E2", "B", "2026-04-20"),
    contact("E1", "B", "2026-05-15"),
)


def told(drawn: Picture, frame: Frame) -> list[str]:
    return [drawn.employers[place][0] for place in frame.marks["shown"]]


@pytest.fixture
def on_the_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.reports.network_picture.today", lambda: dt.date(2026, 6, 30))


@pytest.mark.usefixtures("on_the_last_day")
def test_each_month_knows_what_had_happened(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *ROWS)
    drawn = picture(access, at())
    frames = film(access, at(), drawn)
    assert [(frame.day.month, frame.day.day, frame.alive) for frame in frames] == [
        *((3, 1, 1), (4, 1, 1), (5, 1, 2), (6, 1, 3), (6, 30, 3))
    ]
    assert told(drawn, frames[0]) == ["E1"]
    assert told(drawn, frames[2]) == ["E1", "E2"]
    assert [drawn.ties[place] for place in frames[0].marks["ties"]] == [[0, 0]]
    # A visit is the second rung.
    assert frames[0].marks["rungs"] == [2]


@pytest.mark.usefixtures("on_the_last_day")
def test_days_share_their_nodes_and_the_film(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *ROWS)
    late, early = picture(access, at()), picture(access, at("per=2026-03-15"))
    assert early.key == late.key
    assert early.employers is late.employers
    assert early.marks["view"] == late.marks["view"]
    assert [late.employers[place][0] for place in early.marks["shown"]] == ["E1"]
    assert film(access, at("per=2026-03-15"), early) is film(access, at(), late)


@pytest.mark.usefixtures("on_the_last_day")
def test_the_film_keeps_to_the_filters_and_to_the_neighbourhood(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *ROWS)
    of_b = at("coach=B")
    assert [frame.alive for frame in film(access, of_b, picture(access, of_b))] == [0, 0, 1, 2, 2]
    near = at("arbetsgivare=E2&djup=1")
    drawn = picture(access, near)
    assert told(drawn, film(access, near, drawn)[-1]) == ["E2"]


def test_without_a_tie_there_is_no_film(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine)
    assert film(access, at(), picture(access, at())) == ()


def test_very_many_months_are_the_last_ten_years() -> None:
    first = pd.Series([pd.Timestamp("2001-05-05")])
    found = list(days(first, dt.date(2026, 6, 30)))
    assert (len(found), found[0], found[-1]) == (121, dt.date(2016, 7, 1), dt.date(2026, 6, 30))
