"""Strength, questions, fields and states."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.components.fields import ALL, check_group, select
from dashboard.components.questions import Question, question_tiles
from dashboard.components.states import (
    map_unavailable,
    state_empty,
    state_error,
    state_loading,
    state_too_few,
)
from dashboard.components.strength import PARTS, strength_bar, strength_parts
from dashboard.domain.definitions import StrengthWeights
from tests.components.drawn import parts, text


def test_strength_is_said_in_words_and_drawn_by_weight():
    bar = strength_bar(81, "strong", dict.fromkeys(PARTS, 0.5))
    (drawn,) = parts(bar, class_name="b-strength__bar")
    assert getattr(drawn, "aria-label") == "Styrka 81 av 100, stark"
    assert drawn.style["gridTemplateColumns"] == "25fr 20fr 25fr 10fr 10fr 10fr"
    assert [slot.style["--v"] for slot in parts(drawn, "I")] == ["50.0"] * 6


@given(some.lists(some.floats(0, 1), min_size=6, max_size=6))
def test_the_points_shown_are_the_part_times_its_weight(values):
    shown = parts(strength_parts(dict(zip(PARTS, values, strict=True))), class_name="b-num")
    points = [float(text(one).split(" ")[0].replace(",", ".")) for one in shown]
    weights = (25, 20, 25, 10, 10, 10)
    assert points == [pytest.approx(w * v, abs=0.051) for w, v in zip(weights, values, strict=True)]


def test_the_units_own_weights_are_used():
    weights = StrengthWeights(recency=0.5, frequency=0.1, depth=0.1)
    assert "av 50" in text(strength_parts(dict.fromkeys(PARTS, 1.0), weights))


def test_only_the_chosen_question_is_current():
    questions = [Question(key, f"{key}?", "3", "st", f"?fraga={key}") for key in ("a", "b")]
    links = parts(question_tiles(questions, "b"), "A")
    assert [getattr(one, "aria-current", None) for one in links] == [None, "true"]
    assert [one.href for one in links] == ["?fraga=a", "?fraga=b"]


def test_a_select_keeps_all_apart_from_a_missing_choice():
    drawn = select("s", "Coach", [("", "Alla"), ("A", "Anna")], "", "coach")
    (control,) = parts(drawn, "Select")
    assert control.value == ALL
    assert [one["value"] for one in control.options] == [ALL, "A"]
    assert parts(drawn, "Label", htmlFor="s")
    assert getattr(drawn, "data-q") == "coach"


def test_checkboxes_are_grouped_under_their_legend():
    group = check_group("g", "Kan möta", [("calm", "Lugn miljö")], ["calm"], query_key="behov")
    assert [text(one) for one in parts(group, "Legend")] == ["Kan möta"]
    assert getattr(group, "data-q-many") == "behov"


def test_an_error_is_an_alert_with_a_way_on_and_the_number_to_mention():
    error = state_error("7F3-214")
    assert error.role == "alert"
    assert "7F3-214" in text(error)
    assert parts(error, "A")
    assert "loggen" not in text(state_error(text="Det finns ingen enhet U9."))


def test_an_interval_is_drawn_where_it_lies():
    few = state_too_few(0.15, 0.85)
    (line,) = parts(few, class_name="b-few__iv")
    assert line.style == {"left": "15.0%", "width": "70.0%"}
    assert "osäkert: 15–85\u00a0%" in text(few)


@pytest.mark.parametrize("shape", ["bars", "list", "network"])
def test_what_is_on_its_way_says_so(shape):
    waiting = state_loading(shape=shape)
    assert (waiting.role, getattr(waiting, "aria-busy")) == ("status", "true")
    assert text(waiting) == "Hämtar"


def test_no_map_still_counts_those_without_a_place():
    assert "9 saknar läge" in text(map_unavailable(303, 9, "lista"))
    assert "saknar" not in text(map_unavailable(303, 0, "lista"))
    assert parts(map_unavailable(303, 9, "lista"), "A", href="#lista")


def test_an_empty_state_says_what_and_why():
    empty = state_empty("Inga träffar", "Utan kravet **lugn miljö** finns 4.")
    assert [text(one) for one in parts(empty, "H2")] == ["Inga träffar"]
    assert [text(one) for one in parts(empty, "B")] == ["lugn miljö"]
