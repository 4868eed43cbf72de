"""The page of cost and benefit: the report's own numbers on every card, and its empty state."""

import datetime as dt
import json
from typing import Any

import orjson
import pytest
from dash.exceptions import PreventUpdate
from sqlalchemy import Engine

from dashboard import ids
from dashboard.analysis.cost_benefit import TRIED, balance, society_ranges
from dashboard.analysis.cost_lines import SOCIETY
from dashboard.analysis.cost_years import Lasting, ahead, benefit_by_month
from dashboard.callbacks import costs as callbacks
from dashboard.data.cost_assumptions import store_assumptions
from dashboard.domain.access import MANAGERS, Role
from dashboard.domain.assumption_catalogue import ASSUMED, Estimate
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import use_language
from dashboard.pages import find_page
from dashboard.pages.costs import layout
from dashboard.pages.costs_table import cell_text
from dashboard.reports.access import Access
from dashboard.reports.cost_page import cost_answer, cost_history
from dashboard.reports.report_costs import COST_SHEETS, balances
from dashboard.reports.sentences_costs import cost_benefit
from dashboard.reports.state import PageState
from dashboard.reports.whole_report import WholeReport, whole_report
from tests.analysis import costs_small as small
from tests.analysis.test_cost_benefit import SEEN
from tests.builders import stored
from tests.pages.drawn_pages import Tag, tag_of
from tests.reports.employers_small import ADMIN, ANNA, MANAGER, seen_by
from tests.reports.network_small import opened

STATE = PageState(day=small.ON, first=small.HALF_YEAR.first)
NOW = dt.datetime(2026, 7, 1, tzinfo=dt.UTC)
RANGES = {"wage_per_hour": (120, 200), "share_without_support": (0.1, 0.4)}


def own(without: tuple[str, ...] = ()) -> dict[str, Estimate]:
    """The worked example's assumptions, two of them with a range."""
    return {
        name: small.estimate(value, *RANGES.get(name, ()))
        for name, value in small.VALUES.items()
        if name not in without
    }


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    jobs = [small.job(f"K{number}", "2026-01-01", None) for number in range(6)]
    stored(sqlite_engine, *jobs)
    return opened(sqlite_engine)


def set_them(access: Access, without: tuple[str, ...] = ()) -> None:
    store_assumptions(access.store.engine, own(without), who="Maja", now=NOW)


def page(access: Access) -> Tag:
    drawn = tag_of(json.loads(orjson.dumps(layout(access, STATE), default=lambda one: one.to_plotly_json())))
    assert isinstance(drawn, Tag)
    return drawn


def part(drawn: Tag, part_id: str) -> Tag:
    return next(one for one in drawn.within() if one.attributes.get("id") == part_id)


def cells(table: Tag) -> list[list[str]]:
    """The body of a table as texts; what is missing is empty."""
    rows = [one for one in table.within() if one.attributes.get("role") == "row"]
    texts = [
        [cell.text for cell in row.within() if cell.attributes.get("role") in {"rowheader", "cell"}]
        for row in rows
    ]
    return [["" if text == "–" else text for text in row] for row in texts if row]


def report(access: Access) -> WholeReport:
    return whole_report(access, small.ON, STATE.period)


def test_managers_alone_see_it(access: Access) -> None:
    found = find_page("/kostnad")
    assert found is not None
    assert found[0].roles == MANAGERS == callbacks.group.allow == {Role.MANAGER}
    for viewer in (ANNA, ADMIN):
        for ask in (lambda who: cost_answer(who, STATE), cost_history):
            with pytest.raises(AccessDenied):
                ask(seen_by(access, viewer))
    assert cost_history(seen_by(access, MANAGER)) == ()


@pytest.mark.parametrize(
    "without", [(), ("share_without_support",), ("benefit_state", "years"), tuple(ASSUMED)]
)
def test_every_table_and_sentence_of_the_page_is_the_reports(
    access: Access, without: tuple[str, ...]
) -> None:
    set_them(access, without)
    made, drawn = report(access), page(access)
    found = made.supplement.costs
    sheets = dict(zip(("balances", "amounts", "tried", "tornado", "assumed"), COST_SHEETS, strict=True))
    shown = {
        "tried": part(drawn, f"{ids.Costs.ADDITIONALITY}-tabell"),
        "tornado": part(drawn, f"{ids.Costs.TORNADO}-tabell"),
        "assumed": part(drawn, f"{ids.Costs.LIST}-tabell"),
    }
    for name, table in shown.items():
        rows = [[cell_text(cell) for cell in row] for row in sheets[name](found).rows]
        if name == "assumed":  # without the names of the command line
            rows = [row[1:] for row in rows]
        width = max(map(len, rows), default=0)
        assert cells(table) == [[*row, *[""] * (width - len(row))] for row in rows], name
    views = [[cell_text(cell) for cell in row] for row in balances(found).rows]
    assert cells(part(drawn, f"{ids.Costs.ACTORS}-tabell")) == views[:6]
    society = [value for _name, value in cells(part(drawn, f"{ids.Costs.RESULT}-tabell"))]
    assert society == [*views[5][1:], *(row[1] for row in views[7:])]
    years = [value for _name, value in cells(part(drawn, f"{ids.Costs.YEARS}-tabell"))]
    assert years[:2] == views[5][7:9][: len(years)]
    assert without or years[0]
    text = drawn.text.replace("Set them with: brygga assumptions set", "")
    for sentence in cost_benefit(made):
        assert sentence in text or sentence.startswith("Set them with"), sentence


def test_the_numbers_are_those_of_a_calculation_by_hand(access: Access) -> None:
    set_them(access)
    # 6 clients, 6 months: 36 · 0.6 · 20,270.40 = 437,840; the unit has cost 200,000.
    text = page(access).text
    assert "For society: benefit 440,000 kr, cost 200,000 kr, net 240,000 kr." in text
    assert "It turns to a loss if less than 27% of the work is owed to the support; assumed is 60%." in text


def test_before_anything_is_set_it_says_what_is_known_and_what_to_fill_in_first(access: Access) -> None:
    text = page(access)
    card = part(text, ids.Costs.RESULT)
    assert "Months in work in the period: 36." in card.text
    todo = [
        one.attributes["href"] for one in card.within() if "kostnad-post-" in str(one.attributes.get("href"))
    ]
    assert todo[:3] == [f"#kostnad-post-{name}" for name in list(ASSUMED)[:3]]
    places = {one.attributes.get("id") for one in text.within()}
    assert {address.removeprefix("#") for address in todo} < places
    assert "kr" not in part(text, ids.Costs.ADDITIONALITY).text.split("Show as a table")[0].replace(
        "kronor", ""
    )


def test_each_assumption_has_a_form_with_its_value_and_the_mark_of_what_was_shown(access: Access) -> None:
    set_them(access, ("years", "wage_subsidy"))
    forms = [one for one in page(access).within() if one.attributes.get("data-write") == "assumption_set"]
    assert [one.attributes["data-key"] for one in forms] == list(ASSUMED)
    assert len({one.attributes["data-seen"] for one in forms}) > 1
    by_name = {one.attributes["data-key"]: one for one in forms}
    typed = {
        name: [one.attributes["value"] for one in by_name[name].within() if "value" in one.attributes]
        for name in ("wage_per_hour", "years", "wage_subsidy")
    }
    assert typed["wage_per_hour"] == ["150", "120", "200", "2026-06-30", "the worked example"]
    assert typed["years"][:3] == ["5", "3", "10"]
    assert typed["wage_subsidy"][:3] == ["", "", ""]


def test_the_history_offers_a_way_back_to_what_is_no_longer_so(access: Access) -> None:
    set_them(access)
    store_assumptions(access.store.engine, {"wage_per_hour": small.estimate(170)}, who="Bo", now=NOW)
    card = part(page(access), ids.Costs.HISTORY)
    back = [one.attributes["data-key"] for one in card.within() if one.attributes.get("data-write")]
    assert back == ["1 wage_per_hour"]
    assert "Bo" in card.text


def test_the_callback_draws_what_the_page_drew_and_leaves_other_pages(access: Access) -> None:
    set_them(access)
    drawn = callbacks.draw_costs(access, f"?{STATE.query()}", None, "/kostnad")
    held: list[Any] = _stills(layout(access, STATE))
    assert [json.loads(one) for one in drawn] == [json.loads(one) for one in held]
    with pytest.raises(PreventUpdate):
        callbacks.draw_costs(access, "", None, "/luckor")


def _stills(component: Any) -> list[str]:
    return [vars(child)["data-still"] for child in component.children]


def test_a_range_holds_the_net_and_is_what_the_other_assumptions_do_one_at_a_time() -> None:
    assumptions = small.assumed({"wage_per_hour": small.estimate(150, 120, 200)})
    # 10.516 months · a · (80 · wage · 1.3142 + 4,500) − 200,000, at the wages 120 and 200.
    expected = [
        tuple(
            SEEN.person_months * share * (80 * wage * 1.3142 + 4_500) - 200_000
            for wage in RANGES["wage_per_hour"]
        )
        for share in TRIED
    ]
    for found, wanted in zip(society_ranges(SEEN, assumptions), expected, strict=True):
        assert found == pytest.approx(wanted)
    assert society_ranges(SEEN, small.assumed(without=("wage_per_hour",))) == ()
    assert balance(SOCIETY, SEEN, small.VALUES).net < 0


def test_the_last_month_is_the_whole_benefit_and_each_adds_its_own() -> None:
    lasts = Lasting(10, 6.0, (1.0, 0.9, 0.8))
    found = benefit_by_month(SOCIETY, lasts, small.VALUES)
    assert found[-1] == pytest.approx(ahead(SOCIETY, lasts, small.VALUES).benefit)
    first = 10 * 0.6 * 20_270.4 / 1.04 ** (0.5 / 12)
    assert found[0] == pytest.approx(first)
    assert (found[1] - found[0]) / first == pytest.approx(0.9 / 1.04 ** (1 / 12))
