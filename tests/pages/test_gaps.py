"""The page of gaps and its callback, without a browser."""

import json
import re
from typing import Any

import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard import ids
from dashboard.callbacks import gaps as callbacks
from dashboard.data.reference import find_postal_code
from dashboard.domain.access import STAFF, Role, Viewer
from dashboard.i18n import use_language
from dashboard.pages import find_page
from dashboard.pages.gaps import layout
from dashboard.pages.gaps_card import gap_card
from dashboard.pages.gaps_list import list_table
from dashboard.reports.access import Access
from dashboard.reports.gap_answers import gap_answer
from dashboard.reports.gap_employers import EMPLOYER_GAPS
from dashboard.reports.state import DATA_GAPS, GAPS, PageState
from tests.builders import Row, client, coach, employer, unit
from tests.pages.drawn_pages import DAY
from tests.pages.test_network import hrefs, plain, words
from tests.reports.network_small import ON, anna_and_bo, at, opened


def drawn(access: Access, query: str = "") -> list[Any]:
    """What the callback draws still, as trees: tiles, card, list, and what is said of the map."""
    *trees, _text, hidden, said = callbacks.draw_gaps(access, f"?per={ON}&{query}", "/luckor")
    assert hidden == ("lucka=areas" not in query)
    return [json.loads(tree) for tree in (*trees, said)]


def test_the_page_stands_in_the_menu_for_coaches_and_managers() -> None:
    found = find_page("/luckor")
    assert found is not None
    assert found[0].roles == STAFF == callbacks.group.allow


def test_the_callback_fills_what_the_page_drew_first(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *anna_and_bo())
    holders = {ids.Gaps.TILES: 0, ids.Gaps.PLACE: 1, ids.Gaps.TABLE: 2, ids.Gaps.MAP_TEXT: 3}
    for gap in (*GAPS, *DATA_GAPS):
        page = plain(layout(access, at(f"lucka={gap}")))
        answer = drawn(access, f"lucka={gap}")
        found = {key: tree for key, tree in _held(page) if key in holders}
        assert found == {key: answer[place] for key, place in holders.items()}, gap


def _held(part: Any) -> list[tuple[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _held(one)]
    if not isinstance(part, dict):
        return []
    own = [(part["id"], part["data-still"])] if "data-still" in part else []
    return own + [found for value in part.values() for found in _held(value)]


def test_another_page_is_left_alone(sqlite_engine: Engine) -> None:
    with pytest.raises(PreventUpdate):
        callbacks.draw_gaps(opened(sqlite_engine), "", "/natverk")


def test_a_tile_opens_its_gap_without_the_search_of_another(sqlite_engine: Engine) -> None:
    tiles, *_rest = drawn(opened(sqlite_engine, *anna_and_bo()), "lucka=fading&q=x&sort=name&sida=2&yrke=94")
    addresses = [address for address in _addresses(tiles) if "lucka=" in address]
    assert len(addresses) == len(GAPS) + len(DATA_GAPS)
    assert not any(key in address for address in addresses for key in ("q=", "sort=", "sida=", "yrke="))


def _addresses(tree: Any) -> list[str]:
    if isinstance(tree, dict):
        return [tree["href"]] if "href" in tree else []
    return [found for part in tree for found in _addresses(part)] if isinstance(tree, list) else []


def test_the_quality_of_all_data_is_a_way_for_those_who_may_load_it(sqlite_engine: Engine) -> None:
    manager = opened(sqlite_engine, employer("E1"))
    coach_of_a = Access(Viewer(2, "Anna", Role.COACH, "A"), manager.store)
    here = at("lucka=no_sni")
    assert any(address.startswith("/data#") for address in hrefs(gap_card(manager, here)))
    assert not any(address.startswith("/data#") for address in hrefs(gap_card(coach_of_a, here)))


def test_no_client_is_named_on_the_page(demo_access: Access) -> None:
    keys = set(demo_access.store.world().clients["client_id"])
    for gap in (*GAPS, *DATA_GAPS):
        state = PageState.parse(f"per={DAY}&lucka={gap}")
        said = words(gap_card(demo_access, state)) + words(list_table(demo_access, state))
        assert not {word.strip(".,:()") for word in said.split()} & keys, gap


def living_in(*codes: str) -> list[Row]:
    """Clients who wish for kitchen work, by postal code; one cold employer of it, where the first lives."""
    wishes = [
        client(f"K{n}", "A", wished_occupations="94", postal_code=code) for n, code in enumerate(codes, 1)
    ]
    home = find_postal_code(codes[0])
    assert home is not None
    place = {"map_latitude": home.latitude, "map_longitude": home.longitude}
    return [*wishes, employer("E1", occupations="94", position_precision="postal_code", **place)]


def test_the_map_has_a_circle_a_post_town_and_no_client(sqlite_engine: Engine) -> None:
    use_language("en")
    # Two codes of one town, one of another, and a code that tells no more than its municipality.
    access = opened(sqlite_engine, *living_in("18630", "18650", "18436", "99999"))
    figure, _key = callbacks.draw_map(access, f"?per={ON}&lucka=areas", "light", "/luckor", "")
    _land, _casing, towns, helpers = figure["data"]
    assert [text.partition("<br>")[2] for text in towns["text"]] == [
        "2 of 2 clients have too few",
        "1 of 1 client has too few",
    ]
    places = {code: find_postal_code(code) for code in ("18650", "18436")}
    assert towns["lat"] == [place.latitude for place in places.values() if place]
    assert helpers["text"] == ["Employer E1<br>would help 3 clients · approximate place"]
    assert not any(f"K{n}" in json.dumps(figure["data"][1:]) for n in range(1, 5))
    said = words(layout(access, at("lucka=areas")))
    assert "1 client is not on the map" in said
    assert "1 of the employers has an approximate place" in said


def test_the_map_is_drawn_once_and_only_where_it_can_be(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *living_in("18630"))
    here = f"?per={ON}&lucka=areas"
    _figure, key = callbacks.draw_map(access, here, "light", "/luckor", "")
    assert callbacks.draw_map(access, here, "dark", "/luckor", key)[1] != key
    for search, theme, path, drawn_one in (
        (f"{here}&q=x&sort=name", "light", "/luckor", key),
        (here, "", "/luckor", ""),
        (here, "light", "/natverk", ""),
        (f"?per={ON}&lucka=mix", "light", "/luckor", ""),
    ):
        with pytest.raises(PreventUpdate):
            callbacks.draw_map(access, search, theme, path, drawn_one)


def test_a_filter_says_what_it_does_not_narrow(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(sqlite_engine, *anna_and_bo(), client("K2", "A", wished_occupations="94"))
    said = "coach, ownership and sector narrow the list"
    assert said in words(gap_card(access, at("coach=A")))
    assert said not in words(gap_card(access, at()))


def test_without_any_employer_the_page_says_what_to_do(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(sqlite_engine, coach("A", name="Anna"))
    assert "brygga demo" in words(layout(access, PageState()))
    assert "Show today" in words(layout(access, at()))


def test_a_unit_without_employers_still_has_its_tiles(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, unit("U1"), unit("U2"), coach("A", unit_id="U1"), employer("E1"))
    assert len(_addresses(drawn(access, "enhet=U2")[0])) == len(GAPS) + len(DATA_GAPS)


def test_every_gap_of_the_network_has_a_picture_that_adds_up_to_its_number(demo_access: Access) -> None:
    use_language("en")
    for gap in GAPS:
        card = gap_card(demo_access, PageState.parse(f"per={DAY}&lucka={gap}"))
        assert "b-figure" in words(card), gap
        if gap in EMPLOYER_GAPS:
            answer = gap_answer(demo_access, PageState.parse(f"per={DAY}"), gap)
            told = [[int(n) for n in pair] for pair in re.findall(r"(\d+) of (\d+) employers?", _bars(card))]
            assert [sum(column) for column in zip(*told, strict=True)] == [answer.number, answer.of], gap


def _bars(card: Any) -> str:
    """What stands beside the bars of a card."""
    return " ".join(
        str(part.children) for part in card._traverse() if "l-said" in str(getattr(part, "className", ""))
    )
