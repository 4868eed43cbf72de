"""Sets of assumptions under a name: saved, compared with the unit's own, made its own, and removed."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from dashboard.callbacks import writing as callbacks
from dashboard.data.cost_assumptions import read_assumptions, store_assumptions
from dashboard.data.cost_scenarios import add_scenario, read_scenarios, remove_scenario
from dashboard.domain.access import Viewer
from dashboard.domain.assumption_catalogue import ASSUMED, Estimate
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.i18n import use_language
from dashboard.pages.costs_scenarios import scenarios_card
from dashboard.reports.access import Access
from dashboard.reports.board_costs import scenarios
from dashboard.reports.cost_headline import headline
from dashboard.reports.cost_page import cost_answer
from dashboard.reports.cost_scenarios import MOST_SCENARIOS, compared, differing, scenarios_told, turn_of
from dashboard.reports.cost_words import typed_value
from dashboard.reports.scenario_writing import ScenarioDoing, scenario_answer
from dashboard.reports.state import PageState
from dashboard.reports.writing import Answer, Sent
from tests.analysis import costs_small as small
from tests.builders import stored
from tests.reports.employers_small import ADMIN, ANNA, VISITOR, seen_by
from tests.reports.network_small import opened

STATE = PageState(day=small.ON, first=small.HALF_YEAR.first)
NOW = dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC)


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    stored(sqlite_engine, *(small.job(f"K{number}", "2026-01-01", None) for number in range(6)))
    own = {name: small.estimate(value) for name, value in small.VALUES.items()}
    store_assumptions(sqlite_engine, own, who="Maja", now=NOW)
    return opened(sqlite_engine)


def ask(access: Access, doing: ScenarioDoing, key: str = "", seen: str = "", **cells: str) -> Answer:
    return scenario_answer(access, Sent("form", doing.value, key, seen, cells), now=NOW)


def as_shown(access: Access, **changed: str) -> dict[str, str]:
    """What the form holds when it is opened, with some of it changed."""
    own = read_assumptions(access.store.engine)
    shown = {name: typed_value(ASSUMED[name], one.value) for name, one in own.in_force.items()}
    return {**shown, **changed}


def save(access: Access, name: str, **changed: str) -> Answer:
    return ask(access, ScenarioDoing.SAVE, **as_shown(access, **changed), name=name)


def test_a_set_is_kept_with_who_and_when_and_changes_only_what_was_typed(access: Access) -> None:
    before = read_assumptions(access.store.engine)
    assert save(access, "  Low   wage ", wage_per_hour="120").sentence == "Saved: the scenario Low wage."
    (kept,) = read_scenarios(access.store.engine)
    assert (kept.name, kept.by, kept.at) == ("Low wage", "Maja", NOW)
    wage = kept.estimates["wage_per_hour"]
    assert (wage.value, wage.low, wage.high, wage.source) == (120, 120, 150, "the scenario Low wage")
    assert {name for name, one in before.own.items() if kept.estimates[name] != one} == {"wage_per_hour"}
    assert read_assumptions(access.store.engine) == before


def test_the_sets_stand_beside_each_other_with_what_each_comes_to(access: Access) -> None:
    assert "No scenario has been saved yet" in scenarios_told(compared(access, STATE))
    save(access, "Cheap", cost_municipality="0", cost_region="0", cost_state="0")
    save(access, "Dear", cost_municipality="9000000")
    own, cheap, dear = sets = compared(access, STATE)
    now = cost_answer(access, STATE).costs
    assert own.costs == now
    assert own.net is not None
    assert cheap.net is not None
    assert dear.net is not None
    # 36 months in work, all of them of whole clients: what the unit costs is all that differs.
    assert now.society.balance is not None
    assert cheap.net == pytest.approx(now.society.balance.benefit)
    assert turn_of(cheap) == "–"
    assert "cost_municipality" in differing(sets)
    assert "wage_per_hour" not in differing(sets)
    told = scenarios_told(sets)
    assert "(Dear)" in told
    assert "(Cheap)" in told
    assert "turns with what is assumed" in told
    drawn = str(scenarios_card(access, STATE))
    assert "Make it the unit's own" in drawn
    assert [row.cells[0] for row in scenarios(access, STATE).rows] == ["The unit's own, now", "Cheap", "Dear"]


def test_all_gains_and_all_losses_are_told_as_such(access: Access) -> None:
    save(access, "Dear", cost_municipality="9000000")
    save(access, "Dearer", cost_municipality="90000000")
    assert "loss in all" in scenarios_told(compared(access, STATE)[1:])
    save(access, "Free", cost_municipality="0", cost_region="0", cost_state="0")
    save(access, "Free too", cost_municipality="0", cost_region="0", cost_state="0")
    assert "gain in all" in scenarios_told(compared(access, STATE)[3:])
    save(access, "Nothing", wage_per_hour="")
    assert "fewer than two" in scenarios_told(compared(access, STATE)[4:])


def test_one_of_them_becomes_the_units_own_and_what_it_leaves_empty_becomes_empty(access: Access) -> None:
    engine = access.store.engine
    save(access, "Without region", wage_per_hour="200", savings_region="")
    (kept,) = read_scenarios(engine)
    version = read_assumptions(engine).version
    answer = ask(access, ScenarioDoing.USE, str(kept.number), version)
    assert answer.done
    own = read_assumptions(engine)
    assert own.of("savings_region") is None
    assert own.of("wage_per_hour") == kept.estimates["wage_per_hour"]
    again = ask(access, ScenarioDoing.USE, str(kept.number), own.version)
    assert again.sentence == "Nothing was changed: it already is so."
    # Somebody else has changed them since this was shown.
    stale = ask(access, ScenarioDoing.USE, str(kept.number), version)
    assert (stale.done, "changed since" in stale.sentence) == (False, True)


def test_a_name_is_taken_once_and_a_set_is_removed_once(access: Access) -> None:
    save(access, "One")
    taken = save(access, "One")
    assert [one.column for one in taken.problems] == ["name"]
    (kept,) = read_scenarios(access.store.engine)
    assert ask(access, ScenarioDoing.REMOVE, str(kept.number)).done
    with pytest.raises(InvalidParameter, match="removed already"):
        ask(access, ScenarioDoing.REMOVE, str(kept.number))
    assert read_scenarios(access.store.engine) == ()


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"name": ""}, ["name"]),
        ({"name": "x" * 61}, ["name"]),
        ({"name": "Hon 19811218-9876"}, ["name"]),
        ({"name": "A", "wage_per_hour": "mycket"}, ["wage_per_hour"]),
        ({"name": "A", "wage_per_hour": "6000", "years": "0"}, ["wage_per_hour", "years"]),
    ],
)
def test_what_will_not_do_is_told_beside_its_field(
    access: Access, cells: dict[str, str], columns: list[str]
) -> None:
    answer = ask(access, ScenarioDoing.SAVE, **cells)
    assert (answer.done, [one.column for one in answer.problems]) == (False, columns)
    assert read_scenarios(access.store.engine) == ()


def test_there_is_room_for_so_many(access: Access) -> None:
    for number in range(MOST_SCENARIOS):
        assert save(access, f"S{number}").done
    refused = save(access, "One more")
    assert (refused.done, "Remove one first" in refused.sentence) == (False, True)


@pytest.mark.parametrize("viewer", [ANNA, ADMIN, VISITOR])
def test_nobody_but_a_manager_touches_them(access: Access, viewer: Viewer) -> None:
    other = seen_by(access, viewer)
    for doing in ScenarioDoing:
        with pytest.raises(AccessDenied):
            ask(other, doing)
    with pytest.raises(AccessDenied):
        compared(other, STATE)


@pytest.mark.parametrize("key", ["", "x", "99", "1 or 1", "9" * 20])
def test_what_no_form_sends_is_refused(access: Access, key: str) -> None:
    with pytest.raises(InvalidParameter):
        ask(access, ScenarioDoing.USE, key)
    with pytest.raises(InvalidParameter):
        ask(access, ScenarioDoing.SAVE, key, other="1")


def test_the_page_sends_it_through_the_one_door(access: Access) -> None:
    sent = Sent("skriv-scenario", ScenarioDoing.SAVE.value, "", "", {**as_shown(access), "name": "Via"})
    answer, _said, saved = callbacks.save_in_place(access, sent)
    assert answer["done"]
    assert saved
    assert [one.name for one in read_scenarios(access.store.engine)] == ["Via"]


def test_the_names_are_one_each_on_both_databases(engine: Engine) -> None:
    estimate = Estimate(1.0, 1.0, 2.0, dt.date(2026, 1, 1), "x")
    assert add_scenario(engine, "A", {"years": estimate}, who="Maja", now=NOW)
    assert not add_scenario(engine, "A", {}, who="Bo", now=NOW)
    (kept,) = read_scenarios(engine)
    assert (kept.estimates, kept.at) == ({"years": estimate}, NOW)
    assert remove_scenario(engine, kept.number)
    assert not remove_scenario(engine, kept.number)


def test_the_headline_is_the_result_in_two_figures_and_says_when_it_rests_on_examples(
    access: Access,
) -> None:
    found = cost_answer(access, STATE).costs
    told = headline(found)
    assert told is not None
    assert found.society.balance is not None
    # 36 months · 0.6 · 20,270 kronor, less 200,000: the worked example with six clients.
    assert (told.benefit, told.cost, told.net) == (440_000, 200_000, 240_000)
    assert "turns to a loss" in told.turns
    assert not told.on_examples or found.examples("society")
    empty = replace(found, period={**found.period, "society": replace(found.society, balance=None)})
    assert headline(empty) is None
