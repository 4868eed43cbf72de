"""The product and a slow, plain second implementation agree on random worlds."""

import datetime as dt
from typing import Any, cast

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from dashboard.analysis.coded import encode
from dashboard.analysis.graphs import Node, contact_graph, network_numbers, single_coach_employers
from dashboard.analysis.leaving import if_coaches_leave, leaving_summary
from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope, select
from dashboard.data.importer.run import Order, import_file
from dashboard.data.readers import world_of
from dashboard.domain.definitions import Definitions
from tests.analysis.second import Second
from tests.analysis.worlds import ON, rows
from tests.builders import SAMPLES, Row, stored_tables, tables_of, world

DEFINITIONS = Definitions()
USUAL_DAY = dt.date(2026, 3, 1)
selections = st.sampled_from(((), ("U1",), ("U2",), ("U1", "U2")))
NUMBERS = ("strength", "recency", "frequency", "depth", "breadth", "reciprocity", "outcome")
COUNTS = ("rung", "level", "warmth", "running", "occupied", "free", "fatigued")


def both(records: list[Row], units: tuple[str, ...]) -> tuple[Scope, EmployerState, Second]:
    scope = select(encode(world(*records)), units, None, ON)
    return scope, employer_state(scope, ON, DEFINITIONS), Second(tables_of(records), ON, units)


@settings(max_examples=50, deadline=None)
@given(rows(), selections)
def test_employers_agree(records: list[Row], units: tuple[str, ...]) -> None:
    _scope, state, second = both(records, units)
    agree(state, second)


def agree(state: EmployerState, second: Second) -> None:
    """Every employer and the unit's share of successful trials."""
    assert state.employers.index.tolist() == second.total()
    assert state.mean_success == pytest.approx(second.mean_success())
    for key, row in state.employers.iterrows():
        expected = second.employer(str(key))
        assert {name: row[name] for name in COUNTS} == {name: expected[name] for name in COUNTS}
        assert [row[name] for name in NUMBERS] == pytest.approx([expected[name] for name in NUMBERS])


@settings(max_examples=50, deadline=None)
@given(rows(), selections)
def test_ties_agree(records: list[Row], units: tuple[str, ...]) -> None:
    _scope, state, second = both(records, units)
    expected = second.ties()
    assert list(zip(state.ties["coach_id"], state.ties["employer_id"], strict=True)) == sorted(expected)
    for row in state.ties.to_dict("records"):
        tie = expected[row["coach_id"], row["employer_id"]]
        assert row["strength"] == pytest.approx(tie["strength"])
        assert row["active"] == tie["active"]
        assert (row["first_on"].date(), row["last_on"].date()) == (min(tie["days"]), max(tie["days"]))


@settings(max_examples=25, deadline=None)
@given(rows(), selections)
def test_if_a_coach_leaves_agrees(records: list[Row], units: tuple[str, ...]) -> None:
    scope, state, second = both(records, units)
    summary = leaving_summary(state, scope, DEFINITIONS)
    working = [coach for coach in ("A", "B", "C") if second.works(coach)]
    assert summary.index.tolist() == working
    for coach in working:
        expected = second.if_leaves(coach)
        assert summary.loc[coach].to_dict() == expected
        alone = if_coaches_leave(state, scope, (coach,), ON, DEFINITIONS)
        assert expected == {
            "orphaned": len(alone.orphans),
            "orphaned_strong": alone.orphaned_strong,
            "running_at_orphaned": alone.running_at_orphaned,
            "running_of_coach": alone.running_of_coach,
            "due_of_coach": alone.due_of_coach,
        }


@settings(max_examples=20, deadline=None)
@given(rows())
def test_the_graph_gives_the_same_numbers_by_networkx(records: list[Row]) -> None:
    _scope, state, _second = both(records, ())
    graph = contact_graph(state)
    numbers = network_numbers(state)
    assert numbers.components == nx.number_connected_components(graph)
    assert (numbers.coaches + numbers.employers, numbers.ties) == (len(graph), graph.number_of_edges())
    # A coach with a single employer makes a bridge too; the employer's side is what is asked for.
    # networkx's own types forbid nodes that are pairs; it does not mind them.
    bridges: list[tuple[Node, Node]] = list(nx.bridges(cast(Any, graph)))
    ends = {node for edge in bridges for node in edge if graph.degree[node] == 1}
    assert {key for kind, key in ends if kind == "employer"} == set(single_coach_employers(state))


@pytest.mark.parametrize("units", [(), ("UA",), ("UB",)])
def test_a_unit_of_the_usual_size_agrees_whole_and_in_halves(
    sqlite_engine: Engine, units: tuple[str, ...]
) -> None:
    now = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    import_file(sqlite_engine, Order(SAMPLES / "vallentuna.xlsx", now, now.date(), "test"))
    tables = stored_tables(sqlite_engine)
    if units:
        halve(tables)
    second = Second(tables, USUAL_DAY, units)
    scope = select(encode(world_of("test", tables)), units, None, USUAL_DAY)
    state = employer_state(scope, USUAL_DAY, DEFINITIONS)
    assert len(state.employers) > 100
    agree(state, second)
    summary = leaving_summary(state, scope, DEFINITIONS)
    assert len(summary) > 0
    for coach in summary.index:
        assert summary.loc[coach].to_dict() == second.if_leaves(coach)


def halve(tables: dict[str, list[dict[str, Any]]]) -> None:
    """Make two units of one: every other coach, and every third client without a unit of its own."""
    tables["units"] = [
        {**tables["units"][0], "unit_id": "UA"},
        {**tables["units"][0], "unit_id": "UB", "municipality_code": "0114"},
    ]
    for number, row in enumerate(tables["coaches"]):
        row["unit_id"] = "UA" if number % 2 else "UB"
    for number, row in enumerate(tables["clients"]):
        row["unit_id"] = ("UA", "UB", None)[number % 3]
