"""The page "Side by side": its cards follow the address, and belong to the way of grouping."""

import json

import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard.callbacks import side as callbacks
from dashboard.components.still import drawn_still
from dashboard.domain.access import MANAGERS
from dashboard.i18n import use_language
from dashboard.pages import find_page
from dashboard.pages.side import FILE, FIRST, drawn, layout
from dashboard.reports.access import Access
from dashboard.reports.side_cards import CARDS
from dashboard.reports.state import PageState
from tests.pages.drawn_pages import DAY
from tests.pages.test_network import hrefs, plain, words
from tests.pages.test_outcomes import _heading, _stills
from tests.reports.network_small import at, opened

QUERY = f"?per={DAY}&gruppera=referrer"


def test_each_callback_fills_what_the_page_drew_first(demo_access: Access) -> None:
    page = list(_stills(plain(layout(demo_access, PageState.parse(QUERY)))))
    filled = [json.loads(callbacks.DRAW[key](demo_access, QUERY, None, "/sida-vid-sida")) for key in CARDS]
    assert page[: len(FIRST)] == filled[: len(FIRST)]
    # The others come by themselves, and a way of grouping that lacks a card has nothing in its place.
    assert [bool(one) for one in page] == [bool(one) for one in filled]
    assert [_heading(one) for one in page if one] == [_heading(one) for one in filled if one]
    drawn_keys = [key for key, tree in zip(CARDS, filled, strict=True) if tree]
    assert "reached" in drawn_keys
    assert "rungs" not in drawn_keys
    chosen = callbacks.show_grouping(demo_access, QUERY, "/sida-vid-sida")
    assert chosen == ("referrer", "2025-11-22", "2026-11-21")


def test_a_copy_with_one_unit_sets_its_referrers_side_by_side(demo_access: Access) -> None:
    use_language("en")
    text = str(words(layout(demo_access, PageState(day=DAY))))
    assert "Income support" in text
    assert "large enough to compare" in text


def test_a_dot_is_drawn_with_its_limits_and_the_line_of_all(demo_access: Access) -> None:
    tree = drawn_still(drawn(demo_access, PageState.parse(QUERY), "success"))
    assert all(mark in tree for mark in ("l-dot", "v-reach", "v-line", "v-reach--few"))
    grid = drawn_still(drawn(demo_access, PageState.parse(QUERY.replace("referrer", "ownership")), "rungs"))
    assert "v-grid--" in grid


def test_every_card_leads_to_its_file_in_the_same_selection(demo_access: Access) -> None:
    tree = json.loads(drawn_still(drawn(demo_access, PageState.parse(QUERY), "on_time")))
    files = [address for address in hrefs(tree) if address.startswith(FILE)]
    assert len(files) == 2
    assert all("gruppera=referrer" in file and f"per={DAY}" in file for file in files)


def test_another_page_is_left_alone(sqlite_engine: Engine) -> None:
    with pytest.raises(PreventUpdate):
        callbacks.DRAW["size"](opened(sqlite_engine), "", None, "/luckor")


def test_the_page_stands_in_the_menu_for_managers() -> None:
    found = find_page("/sida-vid-sida")
    assert found is not None
    assert found[0].roles == MANAGERS == callbacks.group.allow


def test_without_any_data_the_page_says_what_to_do_first(sqlite_engine: Engine) -> None:
    assert "brygga demo" in str(words(plain(layout(opened(sqlite_engine), at()))))
