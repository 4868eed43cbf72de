"""What holds for every network behind the ties, whatever the world looks like."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.basis import basis
from dashboard.analysis.communities import communities
from dashboard.analysis.likeness import likeness
from dashboard.analysis.mix import mix
from dashboard.analysis.network_state import employer_state
from dashboard.analysis.selection import select
from dashboard.analysis.stepping_stones import conversion
from dashboard.analysis.structure import structure
from dashboard.domain.period import Period
from dashboard.domain.vocabulary import COOPERATION_ROLES, REFERRERS
from dashboard.reports.layers import LAYERS, measure
from tests.analysis.full_worlds import full_rows
from tests.analysis.small import DEFINITIONS
from tests.analysis.test_second_report import as_known
from tests.analysis.worlds import CLIENTS, ON, before, spans
from tests.builders import Row, client, contact, employer, world

SELECTIONS = st.sampled_from(((), ("U1",), ("U2",)))


@st.composite
def worlds(draw) -> list[Row]:
    """A whole world, with parties around the clients and municipalities for all employers."""
    rows: list[Row] = draw(full_rows())
    for row in rows:
        if row.table == "employers" and draw(st.booleans()):
            row.cells["map_municipality_code"] = draw(st.sampled_from(("0115", "0114")))
    keys = st.tuples(st.sampled_from(CLIENTS), st.sampled_from(REFERRERS[:3]))
    for key, party in draw(st.lists(keys, max_size=4, unique=True)):
        start, end = draw(spans())
        cells = {"role": draw(st.sampled_from(COOPERATION_ROLES)), "from_on": start, "to_on": end}
        rows.append(Row("cooperation", {"client_id": key, "party": party, **cells}))
    return rows


def everything(rows: list[Row], units: tuple[str, ...]) -> dict[str, Any]:
    """All that is worked out, as plain values."""
    scope = select(world(*rows), units, None, ON)
    state = employer_state(scope, ON, DEFINITIONS)
    given = basis(scope, Period.year_to(ON), DEFINITIONS)
    found: dict[str, Any] = {}
    for name in LAYERS:
        measured = measure(name, given, state)
        links = measured.links
        found[name] = (
            links.nodes,
            list(zip(links.start.tolist(), links.end.tolist(), links.strength.tolist(), strict=True)),
            measured.nodes.to_dict("list"),
        )
    found["communities"] = communities(likeness(state, DEFINITIONS), seeds=3)
    found["mix"], found["conversion"] = mix(given, state), conversion(given)
    return found


@settings(max_examples=25, deadline=None)
@given(worlds(), SELECTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(
    rows: list[Row], units: tuple[str, ...], dice: random.Random
) -> None:
    shuffled = rows.copy()
    dice.shuffle(shuffled)
    assert everything(rows, units) == everything(shuffled, units)


@settings(max_examples=25, deadline=None)
@given(worlds(), SELECTIONS)
def test_nothing_after_the_day_matters(rows: list[Row], units: tuple[str, ...]) -> None:
    on = ON.isoformat()
    known = [row for record in rows if (row := as_known(record, on))]
    here = {row.cells["placement_id"] for row in known if row.table == "placements"}
    known = [row for row in known if row.table != "follow_ups" or row.cells["placement_id"] in here]
    known = [row for row in known if row.table != "cooperation" or row.cells["from_on"] <= on]
    for row in known:
        if row.table == "cooperation" and (row.cells["to_on"] or "") > on:
            row.cells["to_on"] = None
    assert everything(rows, units) == everything(known, units)


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_every_figure_lies_where_it_can(rows: list[Row]) -> None:
    found = everything(rows, ())
    for name in LAYERS:
        _nodes, links, figures = found[name]
        assert all(start != end and strength > 0 for start, end, strength in links)
        assert all(-1e-9 <= part <= 1 + 1e-9 for part in figures["between"])
        assert all(0 < bound <= 2 for bound in figures["constraint"])
        for contacts, circles in zip(figures["links"], figures["circles"], strict=True):
            assert contacts >= 1
            assert 1 - 1e-9 <= circles <= contacts


@pytest.mark.parametrize("rows", [[], [client("K1")], [employer("E1")], [contact("E1", "A", before(1))]])
def test_nobody_or_one_is_no_trouble(rows: list[Row]) -> None:
    found = everything(rows, ())
    assert found["communities"].found == ()
    for name in ("ways", "alike", "coaches"):
        assert found[name][0] == ()


def test_a_network_without_links_measures_nothing() -> None:
    state = employer_state(select(world(employer("E1")), (), None, ON), ON, DEFINITIONS)
    assert structure(likeness(state, DEFINITIONS).links).nodes.empty
