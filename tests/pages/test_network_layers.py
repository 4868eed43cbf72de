"""The networks behind the ties on the network page: what is drawn, sent and offered, without a browser."""

import json
from typing import Any

import pytest
from dash import no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard import ids
from dashboard.callbacks import network
from dashboard.callbacks import network_layers as callbacks
from dashboard.domain.access import STAFF
from dashboard.pages.network import layout
from dashboard.reports.access import Access
from dashboard.reports.network_communities import employer_communities
from dashboard.reports.state import LAYERS
from tests.pages.test_network import TILES, hrefs, words
from tests.reports.layers_small import bridge, two_towns
from tests.reports.network_small import ON, at, opened

CHOICE, SHOWN, HEAD, CAPTION, SIDE, GROUPS, TABLE, PICTURE, AT_REST = range(9)
STILL = frozenset({CHOICE, HEAD, CAPTION, SIDE, GROUPS, TABLE})


def drawn(access: Access, query: str) -> tuple[Any, ...]:
    answer = callbacks.draw_layer(access, f"?per={ON}&{query}", None, "/natverk")
    return tuple(json.loads(part) if place in STILL else part for place, part in enumerate(answer))


@pytest.fixture
def coaches(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *bridge())


def test_the_page_has_a_place_for_everything_and_staff_alone_may_ask(coaches: Access) -> None:
    page = layout(coaches, at("lager=coaches"))
    assert isinstance(page, Component)
    held = {name for name in page if isinstance(name, str)}
    places = {value for name, value in vars(ids.Layers).items() if name.isupper()}
    # The heading, the groups and what depends on the network are drawn within those.
    assert places - held == {ids.Layers.TITLE}
    assert callbacks.group.allow == STAFF


def test_every_network_is_offered_and_the_shown_one_is_current(coaches: Access) -> None:
    chips = drawn(coaches, "lager=ways&nod=coach:A&grupp=E1&q=x")[CHOICE]
    assert hrefs(chips) == [f"/natverk?per={ON}", *(f"/natverk?per={ON}&lager={name}" for name in LAYERS)]
    assert json.dumps(chips).count('"aria-current"') == 1


def test_without_a_network_asked_for_nothing_is_worked_out(coaches: Access) -> None:
    answer = drawn(coaches, "")
    assert (answer[SHOWN], answer[PICTURE], answer[AT_REST]) == ("none", None, True)
    with pytest.raises(PreventUpdate):
        callbacks.draw_layer(coaches, "?lager=ways", None, "/luckor")


def test_the_first_page_and_the_callback_say_the_same(coaches: Access) -> None:
    page = words(layout(coaches, at("lager=coaches&nod=coach:X")))
    answer = drawn(coaches, "lager=coaches&nod=coach:X")
    for part in (CHOICE, HEAD, CAPTION, SIDE, TABLE):
        assert words(answer[part]) in page


def test_a_row_chooses_its_node_and_the_chosen_one_lets_go(coaches: Access) -> None:
    answer = drawn(coaches, "lager=coaches&nod=coach:X")
    rows = hrefs(answer[TABLE])
    assert f"/natverk?per={ON}&lager=coaches&nod=coach%3AA" in rows
    assert f"/natverk?per={ON}&lager=coaches" in rows
    assert "Utan Xenia faller n\u00e4tverket is\u00e4r." in words(answer[SIDE])
    assert "1 delad arbetsgivare" in words(answer[SIDE])


def test_an_empty_network_leads_back_to_the_ties(coaches: Access) -> None:
    answer = drawn(coaches, "lager=ways")
    assert (answer[SHOWN], answer[PICTURE]) == ("empty", None)
    assert f"/natverk?per={ON}" in hrefs(answer[HEAD])


def test_filters_that_do_not_narrow_the_network_are_named(coaches: Access) -> None:
    assert "\u00e4ndrar inget h\u00e4r" in words(drawn(coaches, "lager=coaches&coach=A")[CAPTION])


def test_groups_stand_by_number_with_their_members_when_chosen(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *two_towns())
    employer_communities(access, at())
    answer = drawn(access, "lager=alike&grupp=N1")
    said = words(answer[GROUPS])
    assert (
        "4 arbetsgivare \u00b7 hittas igen till 100 %: g\u00e5r att lita p\u00e5".replace(" %", "\u00a0%")
        in said
    )
    assert "Firm N0" in said
    assert "Firm S1" not in said
    assert answer[AT_REST] is True
    assert f"/natverk?per={ON}&lager=alike&grupp=S0" in hrefs(answer[GROUPS])


def test_groups_on_their_way_are_said_to_be_and_asked_for_again(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = opened(sqlite_engine, *two_towns())
    with monkeypatch.context() as patched:
        patched.setattr("dashboard.reports.network_layer_groups.communities_soon", lambda *_given: None)
        patched.setattr("dashboard.pages.network_layers.groups", lambda *_given: None)
        waiting = drawn(access, "lager=alike")
    assert waiting[AT_REST] is False
    assert "Grupperna r\u00e4knas, klart om en stund." in words(waiting[GROUPS])
    employer_communities(access, at())
    assert drawn(access, "lager=alike")[AT_REST] is True


def test_another_network_hides_the_ties_and_the_questions_lead_back(coaches: Access) -> None:
    behind = network.draw_network(coaches, f"?per={ON}&lager=coaches", "/natverk", None)
    assert [place for place, part in enumerate(behind) if part is not no_update] == [TILES]
    assert len(behind) == len(network.draw_network(coaches, f"?per={ON}", "/natverk", None))
    tiles = json.loads(behind[TILES])
    assert not any("lager" in href for href in hrefs(tiles))
    assert '"aria-current"' not in json.dumps(tiles)
