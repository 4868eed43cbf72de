"""The pages about clients and their callbacks, without a browser."""

import json
import re
from typing import Any

import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard.callbacks import clients as callbacks
from dashboard.data.access_log import read_log
from dashboard.domain.access import MANAGERS, STAFF
from dashboard.domain.errors import AccessDenied
from dashboard.pages import client, clients, find_page, log, match
from dashboard.pages.employer_history import timeline_card
from dashboard.reports.access import Access
from tests.pages.test_network import plain, words
from tests.reports.clients_small import ANNA, BO, MANAGER, OF_ANNA, OF_BO, ON, seen_by, small, state

QUERY = f"?per={ON}"


def layout(page: Any, access: Access, *key: str, query: str = "") -> Any:
    return page.layout(access, state(query), *key)


def links(drawn: Any) -> set[str]:
    return set(re.findall(r'"href": "([^"]+)"', json.dumps(plain(drawn))))


def test_the_pages_are_for_those_who_work_with_clients_and_the_log_for_managers() -> None:
    for path in ("/kunder", f"/kund/{OF_ANNA}", f"/kund/{OF_ANNA}/matchning"):
        found = find_page(path)
        assert found is not None
        assert found[0].roles == STAFF
    found = find_page("/logg")
    assert found is not None
    assert found[0].roles == MANAGERS


def test_the_heading_that_becomes_the_title_does_not_hold_the_key(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, ANNA)
    for page in (client, match):
        drawn = json.dumps(plain(layout(page, access, OF_ANNA)), ensure_ascii=False)
        heading = drawn[drawn.index('"type": "H1"') - 400 : drawn.index('"type": "H1"')]
        assert OF_ANNA in drawn
        assert OF_ANNA not in heading.rpartition('"children"')[2]


def test_a_client_page_leads_to_the_match_and_to_employers_and_leaves_a_row(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, ANNA)
    drawn = layout(client, access, OF_ANNA)
    assert {f"/kund/{OF_ANNA}/matchning?per={ON}", f"/arbetsgivare/E1?per={ON}"} <= links(drawn)
    assert "Ärtans kök" in words(drawn)
    assert [one.what for one in read_log(sqlite_engine).entries] == ["client"]


def test_nobody_elses_client_is_drawn(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, BO)
    for page in (client, match):
        with pytest.raises(AccessDenied):
            page.layout(access, state(), OF_ANNA)
    address = f"/kund/{OF_ANNA}/matchning"
    with pytest.raises(AccessDenied):
        callbacks.fill_match(access, QUERY, address)
    with pytest.raises(AccessDenied):
        callbacks.export_match(access, None, None, QUERY, address)


def test_the_callbacks_fill_what_the_pages_drew_first(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, MANAGER)
    path = f"/kund/{OF_ANNA}/matchning"
    pairs = (
        (layout(clients, access), callbacks.fill_clients(access, QUERY, "/kunder")),
        (layout(match, access, OF_ANNA), callbacks.fill_match(access, QUERY, path)),
        (
            layout(log, access, query="kund=" + OF_ANNA),
            callbacks.fill_log(access, f"{QUERY}&kund={OF_ANNA}", "/logg"),
        ),
    )
    for drawn, answer in pairs:
        assert json.dumps(json.loads(answer)) in json.dumps(plain(drawn))
    # The page was opened once; the callback drew it again.
    assert [one.what for one in read_log(sqlite_engine).entries] == ["match"]


def test_other_pages_are_left_alone(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, MANAGER)
    for call in (callbacks.fill_clients, callbacks.fill_match, callbacks.fill_log):
        with pytest.raises(PreventUpdate):
            call(access, "", "/natverk")


def test_every_part_of_every_match_stands_beside_its_sum(sqlite_engine: Engine) -> None:
    said = words(layout(match, small(sqlite_engine, ANNA), OF_ANNA))
    for part in ("Yrke", "Anpassningar", "Avstånd", "Relation", "Liknande behov", "Lediga platser", "Andrum"):
        assert part in said
    assert "ingen ledig plats" in said
    assert "Fråga Bo först" in said


def test_a_key_on_the_employers_page_is_a_link_for_whom_it_is_told(sqlite_engine: Engine) -> None:
    from dashboard.components.definitions import Counted
    from dashboard.reports.employer import employer_profile
    from dashboard.reports.employer_timeline import employer_timeline

    access = small(sqlite_engine, MANAGER)

    def clients_at(seen: Access) -> set[str]:
        counted = Counted(state(), seen.definitions, "E1")
        card = timeline_card(
            employer_timeline(seen, state(), "E1"), employer_profile(seen, state(), "E1"), state(), counted
        )
        return {href for href in links(card) if href.startswith("/kund/")}

    assert clients_at(access) == clients_at(seen_by(access, BO)) == {f"/kund/{OF_BO}?per={ON}"}
    assert clients_at(seen_by(access, ANNA)) == set()
