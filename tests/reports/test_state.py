"""The filter state and its address: a link reopens what its sender saw, and a broken one says so."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.period import Period, today
from dashboard.domain.vocabulary import OWNERSHIPS, WARMTHS
from dashboard.i18n import use_language
from dashboard.reports.state import COLOURINGS, DRAWINGS, EVENTS, QUESTIONS, PageState
from tests.builders import coach, employer, unit, world

keys = (
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)
    .map(str.strip)
    .filter(bool)
)
days = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
states = st.builds(
    PageState,
    units=st.lists(keys, max_size=3, unique=True).map(tuple),
    programme=st.none() | keys,
    day=st.none() | days,
    coach=st.none() | keys,
    ownership=st.none() | st.sampled_from((*OWNERSHIPS, "unknown")),
    sector=st.none() | st.sampled_from("AFU"),
    question=st.none() | st.sampled_from(QUESTIONS),
    leaving=st.lists(keys, max_size=3, unique=True).map(tuple),
    employer=st.none() | keys,
    depth=st.sampled_from((0, 1, 2)),
    drawing=st.sampled_from(DRAWINGS),
    colour=st.sampled_from(COLOURINGS),
    text=st.just("") | keys,
    occupation=st.none() | st.sampled_from(("5", "52", "5223")),
    week=st.none() | st.sampled_from(("2026-W01", "2026-W53")),
    rung=st.none() | st.integers(0, 5),
    warmth=st.none() | st.sampled_from(WARMTHS),
    locality=st.none() | keys,
    municipality=st.none() | st.from_regex(r"[0-9]{4}", fullmatch=True),
    free=st.none() | st.integers(1, 999),
    event=st.none() | st.sampled_from(EVENTS),
    measure=st.none() | st.sampled_from(("employers.total", "trials.success.n")),
    sort=st.none() | st.sampled_from(("name", "-strength")),
    page=st.integers(1, 99),
)


@given(states)
def test_a_link_reopens_what_its_sender_saw(state: PageState) -> None:
    again = PageState.parse("?" + state.query())
    assert again == state
    assert again.notices == ()


@given(days, days)
def test_a_period_comes_back_when_it_is_one(first: dt.date, last: dt.date) -> None:
    state = PageState(first=first, last=last)
    again = PageState.parse(state.query())
    assert (again == state) == (first <= last) == (again.notices == ())


@given(st.text(max_size=300))
def test_no_address_stops_a_page(query: str) -> None:
    state = PageState.parse(query)
    assert PageState.parse(state.query()) == state
    assert state.period.first <= state.period.last


def test_an_empty_address_is_the_default() -> None:
    assert PageState.parse("") == PageState()
    assert PageState().query() == ""
    assert PageState().on == today()
    assert PageState().period == Period.year_to(today())


def test_the_address_uses_the_agreed_names() -> None:
    state = PageState(units=("U1", "U,2"), day=dt.date(2026, 6, 30), leaving=("A", "B"), text="å & ä", page=2)
    assert state.query() == "enhet=U1,U%2C2&per=2026-06-30&om=A,B&q=%C3%A5%20%26%20%C3%A4&sida=2"


def test_a_key_may_be_repeated_and_a_plus_is_a_space() -> None:
    assert PageState.parse("enhet=U1&enhet=U2&enhet=U1").units == ("U1", "U2")
    assert PageState.parse("q=stora+kök").text == "stora kök"


def test_unknown_keys_and_empty_values_are_nothing_to_speak_of() -> None:
    assert PageState.parse("utm_source=mail&per=&steg&&=") == PageState()
    assert PageState.parse("utm_source=mail&per=&steg&&=").notices == ()


@pytest.mark.parametrize(
    "broken",
    [
        "per=i-går",
        "per=2026-02-30",
        "per=20260630",
        "per=0001-01-01",
        "per=9999-12-31",
        "fran=x",
        "till=2026-6-1",
        "agarform=privat",
        "sektor=Z",
        "fraga=vem",
        "jamfor=2026-6-1",
        "andring=borta",
        "djup=3",
        "djup=-1",
        "steg=6",
        "steg=%C2%B2",
        "varme=het",
        "kommun=115",
        "sort=name;drop",
        "sida=0",
        "sida=9999999",
        "enhet=%00",
        "q=" + "x" * 201,
        "coach=1%0A2",
        "rubrik=%EF%BF%BE",
        "inledning=a%EF%BF%BF",
        "ledig=0",
        "handelse=fest",
        "yrke=12345",
        "vecka=2026-44",
        "vecka=2026-W54",
        "vecka=2025-W53",
        "vecka=0001-W01",
    ],
)
def test_a_broken_value_is_left_out_and_named_in_one_sentence(broken: str) -> None:
    state = PageState.parse(broken)
    assert state == PageState()
    [sentence] = state.notices
    assert f"({broken.partition('=')[0]})" in sentence
    assert sentence.endswith("har tagits bort.")
    assert len(sentence) < 160


def test_the_rest_of_a_broken_address_still_holds() -> None:
    state = PageState.parse("steg=9&varme=cooling&enhet=U1")
    assert (state.warmth, state.units, len(state.notices)) == ("cooling", ("U1",), 1)


def test_notices_speak_the_reader_s_language() -> None:
    use_language("en")
    assert PageState.parse("steg=9").notices == (
        "“9” in the address (steg) is not a rung from 0 to 5; it was left out.",
    )


def test_a_period_that_ends_before_it_begins_is_the_default_with_a_sentence() -> None:
    state = PageState.parse("per=2026-06-30&fran=2026-06-30&till=2026-06-01")
    assert state.period == Period.year_to(dt.date(2026, 6, 30))
    assert state.notices == (
        "Perioden slutar (2026-06-01) innan den börjar (2026-06-30). Det senaste året visas i stället.",
    )


def test_a_period_that_begins_after_the_day_is_backward_too() -> None:
    state = PageState.parse("per=2026-06-30&fran=2026-07-01")
    assert (state.first, len(state.notices)) == (None, 1)


def test_a_day_to_compare_with_that_is_later_than_the_day_is_the_default_with_a_sentence() -> None:
    state = PageState.parse("per=2026-06-30&jamfor=2026-07-01")
    assert (state.since, len(state.notices)) == (None, 1)
    assert "(2026-07-01)" in state.notices[0]
    assert PageState.parse("per=2026-06-30&jamfor=2026-06-30").since == dt.date(2026, 6, 30)


def test_half_a_period_is_filled_in() -> None:
    assert PageState.parse("per=2026-06-30&fran=2026-03-01").period == Period(
        dt.date(2026, 3, 1), dt.date(2026, 6, 30)
    )
    assert PageState.parse("per=2026-06-30&till=2025-12-31").period == Period(
        dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    )


def test_a_changed_state_is_linked_without_the_old_notices() -> None:
    state = PageState.parse("steg=9&enhet=U1")
    assert state.replace(page=3).notices == ()
    assert state.href("/natverk", page=3) == "/natverk?enhet=U1&sida=3"
    assert state.href("/natverk", units=()) == "/natverk"


def test_what_a_control_leaves_empty_goes_back_to_the_default() -> None:
    state = PageState(text="kök", rung=2, units=("U1",), coach="A")
    assert state.replace(text=None, rung=None, units=[], coach="") == PageState()
    assert state.replace(units=["U1", "U2"], rung=0).units == ("U1", "U2")


def test_what_is_not_in_the_data_is_left_out_and_named() -> None:
    there = world(unit("U1", programme="Norr"), coach("A"), employer("E1"))
    good = PageState(units=("U1",), programme="Norr", coach="A", leaving=("A",), employer="E1")
    assert good.checked(there) == good
    assert good.checked(there).notices == ()
    bad = PageState(units=("U1", "U9"), programme="Söder", coach="B", leaving=("A", "B"), employer="E9")
    checked = bad.checked(there)
    assert checked == PageState(units=("U1",), leaving=("A",))
    assert checked.notices == (
        "Det finns ingen enhet ”U9”. Den har tagits bort ur urvalet.",
        "Det finns inget program ”Söder”. Det har tagits bort ur urvalet.",
        "Det finns ingen coach ”B”. Valet har tagits bort.",
        "Det finns ingen coach ”B”. Valet har tagits bort.",
        "Det finns ingen arbetsgivare ”E9”. Valet har tagits bort.",
    )
