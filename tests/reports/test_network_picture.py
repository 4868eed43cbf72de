"""What is drawn, and where: places are kept, and marks point at the right nodes."""

from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.reports import network_picture
from dashboard.reports import positions as places_module
from dashboard.reports.access import Access
from dashboard.reports.network_picture import Picture, picture
from dashboard.reports.positions import GRAPH, network_places, ties_ever
from tests.builders import client, coach, contact, employer, follow_up, placement, store_tables, world
from tests.reports.network_small import anna_and_bo, at, opened


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *anna_and_bo())


def named(drawn: Picture, mark: str) -> list[str]:
    return [drawn.employers[place][0] for place in drawn.marks[mark]]


def ties(drawn: Picture, mark: str) -> set[tuple[str, str]]:
    return {
        (drawn.coaches[coach][0], drawn.employers[employer][0])
        for coach, employer in (drawn.ties[place] for place in drawn.marks[mark])
    }


def test_employers_with_a_living_tie_are_shown(access: Access) -> None:
    drawn = picture(access, at())
    assert sorted(named(drawn, "shown")) == ["E1", "E2", "E3", "E4"]
    assert (drawn.drawn, drawn.tied, drawn.without) == (4, 4, 2)
    assert ties(drawn, "ties") == {("A", "E1"), ("A", "E2"), ("A", "E3"), ("B", "E3"), ("B", "E4")}


def test_the_answer_is_highlighted_and_its_ties_lit(access: Access) -> None:
    drawn = picture(access, at())
    assert sorted(named(drawn, "highlighted")) == ["E1", "E2", "E4"]
    assert ties(drawn, "lit") == {("A", "E1"), ("A", "E2"), ("B", "E4")}
    assert drawn.marks["faded"] is True


def test_those_left_alone_are_critical_and_the_leavers_other_ties_are_gone(access: Access) -> None:
    drawn = picture(access, at("fraga=leaving&om=A"))
    assert (sorted(named(drawn, "critical")), named(drawn, "strong")) == (["E1", "E2"], ["E1"])
    assert ties(drawn, "alarm") == {("A", "E1"), ("A", "E2")}
    assert ties(drawn, "gone") == {("A", "E3")}
    assert [drawn.coaches[place][0] for place in drawn.marks["leaving"]] == ["A"]


def test_new_and_lost_ties_are_told_apart(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, contact("E1", "A", "2026-06-01"), contact("E2", "A", "2025-05-01"))
    drawn = picture(access, at("fraga=changed"))
    assert (ties(drawn, "fresh"), ties(drawn, "alarm")) == ({("A", "E1")}, {("A", "E2")})


def test_the_picture_of_changes_follows_the_chosen_kind(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, contact("E1", "A", "2026-06-01"), contact("E2", "A", "2025-05-01"))
    drawn = picture(access, at("fraga=changed&andring=lost"))
    assert (named(drawn, "highlighted"), ties(drawn, "fresh")) == (["E2"], set())
    # A year and more before, the other one was living as well as this one is now.
    early = picture(access, at("fraga=changed&jamfor=2025-04-01"))
    assert (named(early, "highlighted"), ties(early, "alarm")) == (["E1"], set())


def test_questions_share_their_nodes_so_that_only_marks_are_sent(access: Access) -> None:
    first, second = picture(access, at()), picture(access, at("fraga=leaving"))
    assert first.key == second.key == second.marks["key"]
    assert first.employers is second.employers
    assert picture(access, at("coach=A")).key != first.key


def test_the_selected_employer_is_marked_by_its_place(access: Access) -> None:
    drawn = picture(access, at("arbetsgivare=E3"))
    assert drawn.employers[drawn.marks["selected"]][0] == "E3"
    assert picture(access, at("arbetsgivare=nobody")).marks["selected"] == -1
    assert picture(access, at()).marks["selected"] == -1


def test_an_employer_without_a_tie_is_drawn_when_it_is_selected(access: Access) -> None:
    drawn = picture(access, at("arbetsgivare=E5"))
    assert "E5" in named(drawn, "shown")
    assert ties(drawn, "gone") == {("B", "E5")}


def test_a_neighbourhood_is_the_coaches_or_their_other_employers_too(access: Access) -> None:
    near = picture(access, at("arbetsgivare=E4&djup=1"))
    assert (named(near, "shown"), near.neighbourhood) == (["E4"], True)
    assert [near.coaches[place][0] for place in near.marks["coaches"]] == ["B"]
    assert sorted(named(picture(access, at("arbetsgivare=E4&djup=2")), "shown")) == ["E3", "E4"]
    assert picture(access, at("djup=2")).neighbourhood is False


def test_a_neighbourhood_is_fitted_anew_and_a_question_is_not(access: Access) -> None:
    whole = picture(access, at("arbetsgivare=E4")).marks["view"]
    assert picture(access, at("fraga=leaving")).marks["view"] == whole
    assert picture(access, at("arbetsgivare=E4&djup=1")).marks["view"] != whole


def test_more_than_can_be_drawn_are_counted_and_the_answer_comes_first(
    access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_picture, "SHOWN", 2)
    monkeypatch.setattr(network_picture, "KEPT", 2)
    drawn = picture(access, at("arbetsgivare=E4"))
    assert [row[0] for row in drawn.employers] == ["E1", "E4"]
    assert (drawn.drawn, drawn.tied) == (2, 4)


def test_an_empty_network_is_an_empty_picture(sqlite_engine: Engine) -> None:
    drawn = picture(opened(sqlite_engine), at())
    assert (drawn.employers, drawn.coaches, drawn.marks["shown"]) == ([], [], [])


def test_an_employer_keeps_its_place_over_questions_days_and_additions(
    sqlite_engine: Engine, access: Access
) -> None:
    before = place_of(picture(access, at()), "E3")
    new = {"contacts": [contact("E9", "C", "2026-06-29").cells | {"initiated_by": "unit"}]}
    people = {"coaches": [coach("C").cells | {"fte": 1.0}], "employers": [_bare("E9")]}
    store_tables(sqlite_engine, new | people)
    for query in ("fraga=strongest", "per=2026-05-31", "arbetsgivare=E3&djup=2", "coach=B"):
        assert place_of(picture(access, at(query)), "E3") == before
    assert place_of(picture(access, at("arbetsgivare=E9")), "E9") != before


def _bare(employer_id: str) -> dict[str, Any]:
    return employer(employer_id, capacity=1, active=True, position_precision="none").cells


def place_of(drawn: Picture, employer_id: str) -> tuple[Any, Any]:
    return next((row[2], row[3]) for row in drawn.employers if row[0] == employer_id)


def test_places_are_stored_for_the_next_start(access: Access) -> None:
    picture(access, at())
    nodes = access.store.positions(GRAPH)
    assert {"coach:A", "coach:B", "employer:E1", "employer:E5"} <= set(nodes)
    assert "employer:E6" not in nodes


def test_the_weightiest_are_placed_at_once_and_the_rest_when_shown(
    access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places_module, "PLACED_AT_ONCE", 1)
    places = network_places(access)
    assert list(places.of([]).employers) == ["E1"]
    assert set(places.of(["E1", "E4"]).employers) == {"E1", "E4"}
    assert places.of(["E6"]).employers.keys() == {"E1", "E4"}


def test_ties_ever_are_contacts_placements_and_follow_ups_with_the_employer() -> None:
    found = ties_ever(
        world(
            client("K1", "A"),
            contact("E1", "A"),
            contact("E1", "A"),
            placement("E1", "K1", placement_id="P1", coach_id="A"),
            placement("E2", "K1", kind="studies", placement_id="P2", coach_id="A"),
            follow_up("P1", coach_id="B", party="both"),
            follow_up("P1", coach_id="C", party="client"),
        )
    )
    assert list(found.itertuples(index=False, name=None)) == [("A", "E1", 3.0), ("B", "E1", 1.0)]
