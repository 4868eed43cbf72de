"""The page of outcomes: its cards say what the report says, and follow the address."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard.callbacks import outcomes as callbacks
from dashboard.components.still import drawn_still
from dashboard.domain.access import STAFF
from dashboard.i18n import use_language
from dashboard.pages import find_page
from dashboard.pages.outcomes import FILE, FIRST, drawn, layout
from dashboard.reports.access import Access
from dashboard.reports.outcome_cards import CARDS, outcome_card
from dashboard.reports.outcome_parts import TableRow
from dashboard.reports.report_json import report
from dashboard.reports.state import PageState
from dashboard.reports.telling import limits_told
from tests.pages.drawn_pages import DAY
from tests.pages.test_network import hrefs, plain, words
from tests.reports.network_small import at, opened

AREAS = ("trials", "waiting", "cohort")
"""Areas of the report that stand on the cards whole."""


def in_report(found: Mapping[str, Any], path: str) -> Any:
    value: Any = found
    for key in path.split("."):
        value = value[key]
    return value


def says(row: TableRow, value: Any) -> bool:
    """Whether a row of a card holds what the report has under its key."""
    if not isinstance(value, dict):
        return value in row.cells[1:]
    numbers = [value[key] for key in ("n", "of") if key in value and "of" in value]
    rest = [value["share"], *(value.get("interval") or [])]
    cells = [round(cell, 4) if isinstance(cell, float) else cell for cell in row.cells]
    expected = [*numbers, *rest, *([value["at_risk"]] if "at_risk" in value else [])]
    return cells[1 : 1 + len(expected)] == expected


@pytest.mark.parametrize("query", ["", "per=2026-06-30&fran=2026-01-01&till=2026-06-30"])
def test_the_numbers_of_every_card_are_those_of_the_report(demo_access: Access, query: str) -> None:
    page = PageState.parse(query or f"per={DAY}")
    found = report(demo_access, page.on, page.period)
    paths: set[str] = set()
    for key in CARDS:
        for row in outcome_card(demo_access, page, key).rows:
            if row.path:
                paths.add(row.path)
                assert says(row, in_report(found, row.path)), (key, row, in_report(found, row.path))
    whole = {f"{area}.{key}" for area in AREAS for key in found[area] if not key.startswith("by_")} | {
        f"trials.by_outcome.{key}" for key in found["trials"]["by_outcome"]
    }
    assert whole <= paths
    assert {f"employments.retention.{days}" for days in (90, 182, 365)} <= paths
    assert {f"clients.{key}" for key in found["clients"] if key.startswith(("to_", "in_work"))} <= paths


def test_a_card_shows_the_same_number_in_sentence_picture_and_table(demo_access: Access) -> None:
    use_language("en")
    page = PageState(day=DAY)
    share = report(demo_access, DAY)["trials"]["success"]
    text = " ".join(str(words(json.loads(drawn_still(drawn(demo_access, page, "outcomes"))))).split())
    assert len(re.findall(rf"\b{share['n']} of {share['of']}\b", text)) >= 2
    assert limits_told(share["interval"]) in text


def test_each_callback_fills_what_the_page_drew_first(demo_access: Access) -> None:
    page = list(_stills(plain(layout(demo_access, PageState(day=DAY)))))
    filled = [json.loads(callbacks.DRAW[key](demo_access, f"?per={DAY}", None, "/utfall")) for key in CARDS]
    assert page[: len(FIRST)] == filled[: len(FIRST)]
    # The others come by themselves: the page has their headings, which the cards then keep.
    assert [_heading(one) for one in page] == [_heading(one) for one in filled]
    assert all("b-card--waits" in str(one) for one in page[len(FIRST) :])
    chosen = callbacks.show_choices(demo_access, f"?per={DAY}&uppdelat=gender", "/utfall")
    assert chosen == ("2025-11-22", "2026-11-21", "gender")


def _stills(part: Any) -> Iterator[Any]:
    if isinstance(part, dict):
        if "data-still" in part:
            yield part["data-still"]
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from _stills(one)


def _heading(place: Any) -> Any:
    """The card's id, and its heading with its id."""
    ((_tag, card, heading, *_rest),) = place
    return card["id"], heading


def test_another_page_is_left_alone(sqlite_engine: Engine) -> None:
    with pytest.raises(PreventUpdate):
        callbacks.DRAW["outcomes"](opened(sqlite_engine), "", None, "/luckor")


def test_the_page_stands_in_the_menu_for_coaches_and_managers() -> None:
    found = find_page("/utfall")
    assert found is not None
    assert found[0].roles == STAFF == callbacks.group.allow


def test_without_any_data_the_page_says_what_to_do_first(sqlite_engine: Engine) -> None:
    assert "brygga demo" in str(words(plain(layout(opened(sqlite_engine), at()))))


def test_every_card_leads_to_its_file_in_the_same_selection(demo_access: Access) -> None:
    page = PageState.parse(f"per={DAY}&agarform=private&uppdelat=sector")
    tree = json.loads(drawn_still(drawn(demo_access, page, "split")))
    files = [address for address in hrefs(tree) if address.startswith(FILE)]
    assert [re.search(r"form=(\w+)", address)[1] for address in files] == ["xlsx", "csv"]  # type: ignore[index]
    assert all("agarform=private" in file and "uppdelat=sector" in file for file in files)
    assert f"per={DAY}" in files[0]
    assert "These numbers are of the whole" not in str(tree)
