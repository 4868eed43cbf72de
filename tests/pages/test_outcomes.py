"""The page of outcomes: its cards say what the report says, and follow the address."""

import datetime as dt
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
from dashboard.domain.period import Period
from dashboard.i18n import use_language
from dashboard.pages import find_page
from dashboard.pages.outcomes import FILE, FIRST, drawn, layout
from dashboard.reports.access import Access
from dashboard.reports.outcome_cards import CARDS, outcome_card
from dashboard.reports.outcome_parts import TableRow
from dashboard.reports.report_json import report
from dashboard.reports.state import SPLITS, PageState
from dashboard.reports.telling import limits_told
from dashboard.reports.trace import trace
from dashboard.reports.whole_report import whole_report
from tests.pages.drawn_pages import DAY
from tests.pages.test_network import hrefs, plain, words
from tests.reports.network_small import at, opened


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


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


QUERIES = (f"per={DAY}", "per=2026-06-30&fran=2026-01-01&till=2026-06-30")
ADDED_UP = {"split", "coaches", "interruption", "chain", "half_years"}
"""Cards that no key of the report has a row for: they add up to figures that it has, or tells in words."""


def test_every_card_is_held_to_the_report(demo_access: Access) -> None:
    with_a_key = {
        key
        for key in CARDS
        if any(row.path for row in outcome_card(demo_access, PageState(day=DAY), key).rows)
    }
    assert with_a_key | ADDED_UP == set(CARDS)
    assert not with_a_key & ADDED_UP


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("split", [*SPLITS, "coaches"])
def test_the_groups_add_up_to_the_trials_of_the_report(demo_access: Access, query: str, split: str) -> None:
    page = PageState.parse(query if split == "coaches" else f"{query}&uppdelat={split}")
    trials = report(demo_access, page.on, page.period)["trials"]
    rows = outcome_card(demo_access, page, "coaches" if split == "coaches" else "split").rows
    sums = [sum(int(row.cells[place] or 0) for row in rows) for place in (1, 2, 3, 7)]
    expected = [
        trials["completed"],
        trials["success"]["n"],
        trials["success"]["of"],
        trials["interrupted"]["n"],
    ]
    assert sums == expected


@pytest.mark.parametrize("query", QUERIES)
def test_what_the_report_tells_otherwise_is_the_same(demo_access: Access, query: str) -> None:
    page = PageState.parse(query)
    whole = whole_report(demo_access, page.on, page.period)
    shares = [row.cells[1:3] for row in outcome_card(demo_access, page, "chain").rows]
    assert shares == [(one.n, one.of) for one in whole.further().ways.conversion.values()]
    for row in outcome_card(demo_access, page, "half_years").rows:
        assert row.cells[1] == _enrolled(demo_access, page, str(row.cells[0]))
    ever = report(demo_access, page.on, Period(dt.date(2000, 1, 1), page.on))["trials"]["started"]
    assert trace(demo_access, page, "outcomes.interruption").rows["client"].size == ever
    women = outcome_card(demo_access, page.replace(split="gender"), "split").rows
    by_gender = {row.cells[0]: row.cells[2:4] for row in women}
    stated = {row.cells[0]: row.cells[1:3] for row in outcome_card(demo_access, page, "equality").rows}
    for sex, gender in (("Women", "Woman"), ("Men", "Man")):
        assert stated[f"Trials that led to work or studies: {sex}"] == by_gender[gender]


def _enrolled(access: Access, page: PageState, half: str) -> int:
    year, first = int(half[-4:]), "first" in half
    period = Period(dt.date(year, 1 if first else 7, 1), dt.date(year, *((6, 30) if first else (12, 31))))
    return int(report(access, page.on, period)["clients"]["enrolled"])


@pytest.mark.parametrize("query", QUERIES)
def test_what_was_before_is_the_report_of_the_period_before(demo_access: Access, query: str) -> None:
    page = PageState.parse(query)
    period = page.period.before
    before = report(demo_access, page.on - (page.period.last - period.last), period)
    for row in outcome_card(demo_access, page, "outcomes").rows:
        was = in_report(before, row.path)
        assert row.cells[6] == (was["n"] if isinstance(was, dict) else was), row.path
    for row in outcome_card(demo_access, page, "work").rows:
        was = in_report(before, row.path)
        assert row.cells[6] == (was["n"] if isinstance(was, dict) else was), row.path
    medians = [
        row.cells[1] for row in outcome_card(demo_access, page, "waiting").rows if "before" in str(row)
    ]
    assert medians == [before["waiting"][f"first_{what}_median_days"] for what in ("contact", "placement")]
    against = [row.cells for row in outcome_card(demo_access, page, "equality").rows if row.path]
    traditional = before["equality"]["non_traditional"]
    assert [cells[6] for cells in against] == [traditional["woman"]["n"], traditional["man"]["n"]]
    splits = outcome_card(demo_access, page, "split").rows
    assert sum(int(row.cells[9] or 0) for row in splits) <= before["trials"]["success"]["n"]


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
