"""The finder: what fits, in which order, on which page, and what to loosen when nothing does."""

import datetime as dt

import pytest

from dashboard.domain.errors import AccessDenied
from dashboard.reports.access import Access, Store
from dashboard.reports.employer_index import employer_index, plain_text
from dashboard.reports.employer_map import MOST_POINTS, employer_map
from dashboard.reports.finder import PAGE_SIZE, finder, finder_choices
from tests.builders import employer, stored
from tests.reports.employers_small import ADMIN, ANNA, VISITOR, seen_by, small, state


@pytest.fixture
def access(sqlite_engine):
    return small(sqlite_engine)


def keys(access, query: str = "") -> list[str]:
    return [line.employer_id for line in finder(access, state(query)).lines]


def test_everything_active_is_there_the_strongest_first(access):
    found = finder(access, state())
    assert (found.total, found.matching) == (6, 6)
    assert [line.strength for line in found.lines] == sorted(
        (line.strength for line in found.lines), reverse=True
    )
    assert found.lines[0].employer_id == "E1"
    assert [line.number for line in found.lines] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=artans", {"E1"}),
        ("q=ÄRTANS", {"E1"}),
        ("q=grona", {"E1"}),
        ("q=taby", {"E1"}),
        ("q=vallentuna lager", {"E4"}),
        ("q=lager vallentuna", {"E4"}),
        ("q=E5", {"E5"}),
        ("q=finns inte", set()),
        ("sektor=I", {"E1", "E6"}),
        ("sektor=56", {"E1"}),
        ("agarform=municipal", {"E3"}),
        ("agarform=unknown", set()),
        ("steg=4", {"E1"}),
        ("varme=dormant", {"E3"}),
        ("varme=never", {"E4", "E5"}),
        ("ort=Vallentuna", {"E2", "E3", "E4", "E6"}),
        ("kommun=0160", {"E1"}),
        ("kommun=0000", {"E5"}),
        ("ledig=2", {"E3"}),
        ("coach=A", {"E1"}),
        ("coach=C", {"E3"}),
        ("sektor=I&varme=active&ledig=1", {"E1", "E6"}),
    ],
)
def test_a_filter_leaves_what_it_says(access, query, expected):
    assert set(keys(access, query)) == expected


def test_names_are_sorted_the_swedish_way(access):
    names = [line.name for line in finder(access, state("sort=name")).lines]
    assert names == [
        "Bygg utan ort",
        "Trötta hotellet",
        "Zetas lager",
        "Åsens skola",
        "Ärtans kök",
        "Östans bageri",
    ]


def test_those_never_contacted_stand_last_in_both_orders_of_contact(access):
    assert keys(access, "sort=-last_on")[:2] == ["E1", "E6"]
    assert keys(access, "sort=last_on")[0] == "E3"
    for query in ("sort=last_on", "sort=-last_on"):
        assert set(keys(access, query)[-2:]) == {"E4", "E5"}


def test_most_free_places_first(access):
    free = [line.free for line in finder(access, state("sort=-free")).lines]
    assert free == sorted(free, reverse=True)


def test_an_unknown_order_is_said_and_the_strongest_stand_first(access):
    found = finder(access, state("sort=farg"))
    assert found.sort == "-strength"
    assert "farg" in found.notices[0]


def test_a_line_says_what_one_chooses_by(access):
    line = finder(access, state()).lines[0]
    assert (line.trials_succeeded, line.trials_completed) == (1, 2)
    assert (line.capacity, line.occupied, line.free) == (2, 1, 1)
    assert line.coaches == ("Anna", "Bo")
    assert (line.section, line.place, line.precision, line.rung) == ("I", "Täby", "exact", 4)
    assert not line.fatigued
    assert finder(access, state("q=trotta")).lines[0].fatigued


def test_a_coach_who_left_knows_nobody(access):
    assert finder(access, state("q=asens")).lines[0].coaches == ()


def test_on_an_earlier_day_nothing_later_is_known(access):
    line = finder(access, state("q=artans").replace(day=dt.date(2026, 1, 15))).lines[0]
    assert (line.trials_completed, line.rung, line.last_on) == (0, 3, dt.date(2026, 1, 10))


def test_when_nothing_fits_it_says_what_each_filter_costs(access):
    found = finder(access, state("q=artans&agarform=municipal"))
    assert found.matching == 0
    assert {one.criterion.attribute: one.matching for one in found.loosened} == {"text": 1, "ownership": 1}


def test_filters_that_only_help_together_are_not_offered_alone(access):
    assert finder(access, state("q=artans&agarform=municipal&varme=never")).loosened == ()


def test_criteria_are_in_words(access):
    texts = [one.text for one in finder(access, state("sektor=I&kommun=0115&coach=A&steg=4")).criteria]
    assert texts == ["Bransch: Hotell och restaurang", "Steg: Anställt", "Kommun: Vallentuna", "Coach: Anna"]


def test_the_page_of_the_chosen_employer_is_shown(sqlite_engine):
    stored(sqlite_engine, *(employer(f"M{number:03}", name=f"Nr {number:03}") for number in range(60)))
    access = Access(ANNA, Store(sqlite_engine))
    found = finder(access, state("sort=name&arbetsgivare=M030"))
    assert found.selected is not None
    assert (found.page, found.selected.number) == (2, 31)
    assert [line.number for line in found.lines] == list(range(26, 51))
    assert finder(access, state("sort=name&sida=3&arbetsgivare=M030")).page == 3
    assert finder(access, state("sida=99")).page == 3
    assert len(finder(access, state()).lines) == PAGE_SIZE


def test_a_chosen_employer_that_the_filters_leave_out_is_still_told(access):
    found = finder(access, state("q=bageri&arbetsgivare=E1"))
    assert found.selected is not None
    assert (found.matching, found.selected.employer_id, found.selected.number) == (1, "E1", 0)


def test_the_choices_are_what_the_employers_hold(access):
    choices = finder_choices(access, state())
    assert choices.sections == ("C", "F", "H", "I", "P")
    assert choices.municipalities == (("0160", "Täby"), ("0115", "Vallentuna"))
    assert choices.localities == ("Täby", "Vallentuna")
    assert choices.ownerships == ("municipal", "private")
    assert not choices.too_many_localities
    assert finder_choices(access, state("kommun=0160")).localities == ("Täby",)


@pytest.mark.parametrize("viewer", [VISITOR, ADMIN])
def test_others_than_staff_get_nothing(access, viewer):
    stranger = seen_by(access, viewer)
    for report in (finder, finder_choices, employer_map):
        with pytest.raises(AccessDenied):
            report(stranger, state())


def test_a_search_is_blind_to_capitals_and_marks():
    assert plain_text("Pärlhönans KÖK Å") == "parlhonans kok a"


def test_the_map_counts_municipalities_and_names_what_it_cannot_draw(access):
    report = employer_map(access, state())
    assert [(area.code, area.employers) for area in report.counts] == [("0115", 4), ("0160", 1)]
    assert (report.matching, report.shown, report.without_position, report.approximate) == (6, 5, 1, 4)
    assert "0115" in [feature["id"] for feature in report.areas["features"]]


def test_employers_on_one_point_are_drawn_apart_and_always_in_the_same_place(access):
    index = employer_index(access, state())
    points = {
        key: (latitude, longitude)
        for key, latitude, longitude, placed in zip(
            index.ids, index.latitudes, index.longitudes, index.placed, strict=True
        )
        if placed
    }
    assert len(set(points.values())) == len(points)
    assert points["E1"] == (59.44, 18.07)
    assert all(abs(latitude - 59.53) < 0.01 for key, (latitude, _) in points.items() if key != "E1")
    again = employer_map(access, state("q=zetas")).points
    assert (again.latitudes[again.keys.index("E4")], again.longitudes[again.keys.index("E4")]) == points["E4"]


def test_a_filter_hides_points_and_leaves_the_ground_as_it_was(access):
    everything, some = employer_map(access, state()), employer_map(access, state("q=zetas"))
    assert everything.ground == some.ground
    assert everything.areas is some.areas
    assert everything.points.keys == some.points.keys
    assert [
        key for key, at in zip(some.points.keys, some.points.latitudes, strict=True) if at is not None
    ] == ["E4"]


def test_a_map_with_nothing_that_fits_shows_where_everything_is(access):
    nothing = employer_map(access, state("q=finns inte"))
    assert (nothing.shown, nothing.counts, nothing.box) == (0, (), employer_map(access, state()).box)


def test_another_day_is_another_ground(access):
    assert employer_map(access, state()).ground != employer_map(access, state("").replace(day=None)).ground


def test_the_chosen_employer_is_on_the_map_though_the_filters_leave_it_out(access):
    chosen = employer_map(access, state("q=zetas&arbetsgivare=E1")).selected
    assert chosen is not None
    assert (chosen.key, chosen.latitude) == ("E1", 59.44)
    assert employer_map(access, state("arbetsgivare=E5")).selected is None


def test_too_many_points_become_counts_until_a_filter_narrows_them(access, monkeypatch):
    monkeypatch.setattr("dashboard.reports.employer_map.MOST_POINTS", 3)
    many = employer_map(access, state())
    assert many.limited
    assert not many.fixed
    assert many.points.keys == ()
    few = employer_map(access, state("sektor=I"))
    assert not few.limited
    assert set(few.points.keys) == {"E1", "E6"}
    assert MOST_POINTS == 3_000


def test_the_same_question_twice_gives_the_same_order_whoever_asks(access):
    mine = [line.employer_id for line in finder(seen_by(access, ANNA), state()).lines]
    assert mine == keys(access)
