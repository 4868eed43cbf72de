"""The network drawn as the relationship ladder: everybody is on it, each in a seat of its own for good."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.reports import network_ladder
from dashboard.reports.access import Access
from dashboard.reports.network_film import film
from dashboard.reports.network_picture import Picture, picture
from tests.builders import Row, client, contact, employer, placement, store_tables
from tests.reports.network_small import anna_and_bo, at, opened

LADDER = "vy=ladder"


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *anna_and_bo())


@pytest.fixture
def on_the_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.reports.network_picture.today", lambda: dt.date(2026, 6, 30))


def rungs(drawn: Picture, marks: dict[str, Any] | None = None) -> dict[str, int]:
    told = marks or drawn.marks
    return {drawn.employers[place][0]: rung for place, rung in zip(told["shown"], told["rungs"], strict=True)}


def seats(drawn: Picture) -> dict[str, int]:
    return {row[0]: row[2] for row in drawn.employers}


def test_everybody_stands_on_their_rung_also_without_a_tie(access: Access) -> None:
    drawn = picture(access, at(LADDER))
    assert rungs(drawn) == {"E1": 3, "E2": 1, "E3": 1, "E4": 1, "E5": 1, "E6": 0}
    assert drawn.marks["rows"] == [1, 4, 0, 1, 0, 0]
    assert (drawn.drawn, drawn.coaches, drawn.ties, drawn.marks["ties"]) == (6, [], [], [])


def test_a_question_marks_the_same_ones_as_in_the_web(access: Access) -> None:
    for question in ("single_coach", "leaving&om=A", "strongest", "shared"):
        web = picture(access, at(f"fraga={question}&arbetsgivare=E4"))
        ladder = picture(access, at(f"fraga={question}&arbetsgivare=E4&{LADDER}"))
        for mark in ("highlighted", "critical", "strong"):
            assert [web.employers[place][0] for place in web.marks[mark]] == [
                ladder.employers[place][0] for place in ladder.marks[mark]
            ]
        assert ladder.employers[ladder.marks["selected"]][0] == "E4"


def test_questions_days_and_colours_share_their_nodes(access: Access) -> None:
    first = picture(access, at(LADDER))
    for query in ("fraga=leaving", "per=2026-03-31", "farg=sector"):
        other = picture(access, at(f"{query}&{LADDER}"))
        assert other.key == first.key
        assert other.employers is first.employers
        assert other.marks["view"] == first.marks["view"]
    assert picture(access, at()).key != first.key


def test_nobody_moves_when_an_employer_is_added_whatever_its_key_and_age(
    sqlite_engine: Engine, access: Access
) -> None:
    before = seats(picture(access, at(LADDER)))
    assert sorted(before.values()) == [0, 1, 2, 3, 4, 5]
    added = {"capacity": 1, "active": True, "position_precision": "none", "registered_on": "2000-01-01"}
    store_tables(
        sqlite_engine, {"employers": [employer("E0", **added).cells, employer("E3b", **added).cells]}
    )
    after = seats(picture(access, at(LADDER)))
    assert {key: after[key] for key in before} == before
    assert {after["E0"], after["E3b"]} == {6, 7}


def test_who_has_been_known_longest_sits_first(sqlite_engine: Engine) -> None:
    known = {"E1": "2025-01-01", "E2": None, "E3": "2020-01-01"}
    access = opened(sqlite_engine, *(employer(key, registered_on=day) for key, day in known.items()))
    assert seats(picture(access, at(LADDER))) == {"E3": 0, "E1": 1, "E2": 2}


def many() -> list[Row]:
    """Forty that are only known, eight that were phoned, and two that hosted a trial."""
    return [
        *(employer(f"K{at:02}") for at in range(40)),
        *(contact(f"P{at}", "A", "2026-06-01") for at in range(8)),
        client("C1", "A"),
        *(placement(f"T{at}", "C1", "2026-05-01", kind="work_trial", coach_id="A") for at in range(2)),
    ]


def test_of_very_many_as_large_a_part_of_every_rung_is_drawn(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_ladder, "STANDING", 25)
    monkeypatch.setattr("dashboard.reports.network_picture.KEPT", 25)
    access = opened(sqlite_engine, *many())
    drawn = picture(access, at(f"fraga=shared&arbetsgivare=K39&{LADDER}"))
    stand = list(rungs(drawn).values())
    assert (drawn.drawn, len(drawn.employers), drawn.marks["rows"]) == (25, 25, [40, 8, 0, 2, 0, 0])
    assert [stand.count(rung) for rung in (0, 1, 3)] == [20, 4, 1]
    assert "K39" in rungs(drawn)


def test_those_of_the_question_come_first_but_leave_room_for_the_ladder(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_ladder, "STANDING", 10)
    drawn = picture(opened(sqlite_engine, *many()), at(LADDER))
    stand = list(rungs(drawn).values())
    # All ten with a tie hang on one coach; half of the room is theirs, the other half is everybody's.
    assert len(drawn.marks["highlighted"]) == stand.count(1) + stand.count(3)
    assert stand.count(0) >= 3


@pytest.mark.usefixtures("on_the_last_day")
def test_the_film_shows_who_climbs_and_who_was_not_yet_known(sqlite_engine: Engine) -> None:
    access = opened(
        sqlite_engine,
        contact("E1", "A", "2026-02-10"),
        contact("E1", "A", "2026-03-10", kind="visit"),
        employer("E2", registered_on="2026-03-15"),
        employer("E3"),
    )
    drawn = picture(access, at(LADDER))
    frames = film(access, at(LADDER), drawn)
    assert [rungs(drawn, frame.marks) for frame in frames[:3]] == [
        {"E1": 1, "E3": 0},
        {"E1": 2, "E2": 0, "E3": 0},
        {"E1": 2, "E2": 0, "E3": 0},
    ]
    assert [frame.marks["rows"][:3] for frame in frames[:2]] == [[1, 1, 0], [2, 0, 1]]


def test_a_neighbourhood_is_counted_alone(access: Access) -> None:
    drawn = picture(access, at(f"arbetsgivare=E4&djup=2&{LADDER}"))
    assert rungs(drawn) == {"E3": 1, "E4": 1}
    assert drawn.marks["rows"] == [0, 2, 0, 0, 0, 0]


def test_a_ladder_with_nobody_or_only_one_is_a_ladder(sqlite_engine: Engine) -> None:
    empty = picture(opened(sqlite_engine), at(LADDER))
    assert (empty.employers, empty.marks["rows"]) == ([], [0] * 6)
    one = picture(opened(sqlite_engine, employer("E1")), at(LADDER))
    assert (rungs(one), seats(one)) == ({"E1": 0}, {"E1": 0})
