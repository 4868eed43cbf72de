"""Cost and benefit in the workbook and in sentences: two figures, and no number that nobody stands for."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.analysis.cost_benefit import Observed, balance
from dashboard.analysis.cost_lines import SOCIETY
from dashboard.analysis.cost_years import Lasting
from dashboard.data.cost_assumptions import store_assumptions
from dashboard.domain.access import Role, Viewer
from dashboard.domain.assumption_catalogue import ASSUMED
from dashboard.domain.assumptions import Assumptions
from dashboard.i18n import HARD_SPACE, THIN_SPACE, use_language
from dashboard.reports import report_costs as sheets
from dashboard.reports.access import Access, Store
from dashboard.reports.costs import costs_of
from dashboard.reports.report_book import report_book
from dashboard.reports.rounding import kronor, months, part, two_figures
from dashboard.reports.sentences_costs import cost_benefit, turn_told
from dashboard.reports.whole_report import WholeReport, whole_report
from dashboard.reports.workbook import Form, Sheet, Shown
from tests.analysis import costs_small as small
from tests.builders import stored

SEEN = Observed(10.516129, 6.0)
LASTS = Lasting(10, 6.0, (1.0, 0.9, 0.8))


@pytest.fixture
def empty(sqlite_engine: Engine) -> WholeReport:
    use_language("en")
    return whole_report(sqlite_engine, small.ON, small.HALF_YEAR)


def with_costs(
    report: WholeReport, assumptions: Assumptions, seen: Observed = SEEN, lasts: Lasting = LASTS
) -> WholeReport:
    """The report with other assumptions and observations."""
    costs = costs_of(seen, lasts, assumptions)
    return replace(report, supplement=replace(report.supplement, costs=costs))


def balances(report: WholeReport) -> Sheet:
    return sheets.balances(report.supplement.costs)


def amounts(report: WholeReport) -> Sheet:
    return sheets.amounts(report.supplement.costs)


def additionalities(report: WholeReport) -> Sheet:
    return sheets.additionalities(report.supplement.costs)


def what_matters(report: WholeReport) -> Sheet:
    return sheets.what_matters(report.supplement.costs)


def assumed(report: WholeReport) -> Sheet:
    return sheets.assumed(report.supplement.costs)


def values(sheet: Sheet) -> list[list[Any]]:
    return [[cell.value if isinstance(cell, Shown) else cell for cell in row] for row in sheet.rows]


def told(sentences: Iterator[str]) -> str:
    return " ".join(sentences).replace(HARD_SPACE, " ").replace(THIN_SPACE, " ")


def turned(assumptions: Assumptions, seen: Observed = SEEN) -> str:
    """What is said of when society's result turns."""
    found = costs_of(seen, LASTS, assumptions)
    assert found.society.balance is not None
    return turn_told(found, found.society.balance)


def test_with_nothing_set_it_says_what_is_missing_and_no_amount(empty: WholeReport) -> None:
    text = told(cost_benefit(empty))
    assert text.startswith("Months in work in the period: 0. Too little to go on; still empty: share who get")
    assert text.endswith("what the unit costs central government. Set them with: brygga assumptions set")
    assert "kr" not in text.replace("kronor", "")
    society = values(balances(empty))[5]
    assert society[:9] == ["Society as a whole", *[None] * 8]
    assert society[9].startswith(
        "Too little to go on; still empty: share who get work with the support (p1), "
    )


def test_underlag_saknas_is_said_in_swedish(empty: WholeReport) -> None:
    use_language("sv")
    changed = with_costs(empty, small.assumed(without=("wage_per_hour",)))
    assert told(cost_benefit(changed)) == (
        "Månader i arbete under perioden: 11. Underlag saknas. Ännu tomt: timlön före skatt (w). "
        "Sätt dem med: brygga assumptions set"
    )


def test_the_worked_example_in_sentences(empty: WholeReport) -> None:
    ranged = small.assumed(small.with_range("wage_per_hour", 120, 200), without=("social_contributions",))
    assert told(cost_benefit(with_costs(empty, ranged))) == (
        "Months in work in the period: 11. For society: benefit 130,000 kr, cost 200,000 kr, net −72,000 kr. "
        "It turns to a gain if more than 94% of the work is owed to the support (assumed is 60%), "
        "or at 16 months in work. "
        "By actor, transfers included: The municipality −130,000 kr, The region 12,000 kr, "
        "Central government 13,000 kr, The individuals 4,800 kr, The employers 32,000 kr. "
        "Over 3 months, as far as retention is known, the employments begun in the period give society "
        "330,000 kr; net 130,000 kr. The cost is paid back in month 2. "
        "What matters most: wage for an hour, before tax (w) (net −92,000 kr to −39,000 kr). "
        "Only examples, not set by the unit: employer's contributions, of the wage (s)."
    )


@pytest.mark.parametrize(
    ("changes", "seen", "sentence"),
    [
        ({}, SEEN, "It turns to a gain if more than 94% of the work is owed to the support (assumed is 60%)"),
        ({"cost_municipality": 40_000}, SEEN,
         "It turns to a loss if less than 19% of the work is owed to the support; assumed is 60%."),
        ({"cost_municipality": 900_000}, SEEN,
         "It would be a loss even if all of the work were owed to the support; where 60% is, as assumed, it "
         "turns to a gain at 39 months in work."),
        ({"share_without_support": 0.6}, SEEN,
         "It turns to a gain if more than 94% of the work is owed to the support; assumed is −20%."),
        ({}, Observed(0.0, 6.0), "Nobody was in work in the period, so nothing weighs against the cost."),
        ({"cost_municipality": 0, "cost_state": 0}, SEEN,
         "Nothing turns it: the unit is said to cost nothing."),
    ],
)  # fmt: skip
def test_it_is_said_when_the_result_turns(changes: dict[str, float], seen: Observed, sentence: str) -> None:
    use_language("en")
    assert sentence in turned(small.assumed(changes), seen)


def test_a_month_that_is_worth_nothing_turns_nothing() -> None:
    use_language("en")
    found = costs_of(SEEN, LASTS, small.assumed())
    poor = replace(balance(SOCIETY, SEEN, small.VALUES), worth=0.0)
    assert turn_told(found, poor) == "Nothing turns it: a month in work is said to be worth nothing."


def test_what_is_not_known_over_years_or_of_an_actor_is_said(empty: WholeReport) -> None:
    changed = with_costs(empty, small.assumed(without=("benefit_state",)), lasts=Lasting(2, 6.0, ()))
    text = told(cost_benefit(changed))
    assert "For these, too little to go on: Central government, The individuals." in text
    assert "Over years: too little to go on." in text
    assert "Only examples" not in text
    assert "What matters most" not in text
    unpaid = with_costs(empty, small.assumed(), lasts=Lasting(1, 6.0, (1.0,)))
    assert "Over 1 month, as far as retention is known" in told(cost_benefit(unpaid))
    assert "The cost is not paid back within them." in told(cost_benefit(unpaid))


def test_the_sheet_of_balances_is_in_two_figures(empty: WholeReport) -> None:
    rows = values(balances(with_costs(empty, small.assumed())))
    assert rows[0][:8] == ["The municipality", -130_000, 47_000, 180_000, 7_400, 2.3, 41, -61_000]
    assert rows[5] == ["Society as a whole", -72_000, 130_000, 200_000, 20_000, 0.94, 16, 130_000, 2, ""]
    assert rows[1][5:7] == [None, None]
    assert rows[6:9] == [
        [],
        ["Months in work in the period", 10.516129],
        ["Months of the period", 6.0],
    ]
    example = values(balances(with_costs(empty, small.assumed(without=("social_contributions",)))))
    assert example[5][9] == "Only examples, not set by the unit: employer's contributions, of the wage (s)."


def test_examples_over_years_are_named_where_there_are_years(empty: WholeReport) -> None:
    own = small.assumed(without=("years",))
    sentence = (
        "Only examples, not set by the unit: years ahead that are counted, as far as retention is known."
    )
    assert told(cost_benefit(with_costs(empty, own))).endswith(sentence)
    assert values(balances(with_costs(empty, own)))[0][9] == sentence
    assert values(balances(with_costs(empty, own, lasts=Lasting(2, 6.0, ()))))[0][9] == ""


def test_society_has_no_transfer_among_its_lines(empty: WholeReport) -> None:
    rows = values(amounts(with_costs(empty, small.assumed())))
    assert ["The municipality", "Tax to the municipality", "transfer", 15_000] in rows
    assert ["The individuals", "Tax to the municipality", "transfer", -15_000] in rows
    assert ["Society as a whole", "Wage", "production", 76_000] in rows
    assert "transfer" not in [row[2] for row in rows if row[0] == "Society as a whole"]
    assert values(amounts(empty)) == []


def test_several_additionalities_stand_beside_each_other(empty: WholeReport) -> None:
    rows = values(additionalities(with_costs(empty, small.assumed(without=("share_without_support",)))))
    assert [row[0] for row in rows] == [0.1, 0.25, 0.5, 0.75, 1.0]
    assert [row[6] for row in rows] == [-180_000, -150_000, -93_000, -40_000, 13_000]
    assert values(additionalities(empty))[0] == [0.1, *[None] * 6]


def test_the_tornado_has_the_largest_swing_first(empty: WholeReport) -> None:
    ranges = {**small.with_range("wage_per_hour", 120, 200), **small.with_range("discount_rate", 0, 0.05)}
    rows = values(what_matters(with_costs(empty, small.assumed(ranges))))
    assert rows[0] == [
        "Society in the period", "wage for an hour, before tax (w)", -92_000, -39_000, 53_000,
    ]  # fmt: skip
    over_years = [row for row in rows if row[0] == "Society over years"]
    assert [row[1] for row in over_years[:2]] == ["wage for an hour, before tax (w)", "discount rate a year"]


def test_every_assumption_is_visible_dated_and_sourced(empty: WholeReport) -> None:
    rows = values(assumed(with_costs(empty, small.assumed(without=("years", "cost_region")))))
    assert [row[0] for row in rows] == list(ASSUMED)
    by_name = {row[0]: row[2:] for row in rows}
    assert by_name["wage_per_hour"] == [
        "kronor an hour", "set", 150.0, 150.0, 150.0, small.ON, "the worked example",
    ]  # fmt: skip
    assert by_name["years"][1:] == [
        "example", 5, 3, 10, dt.date(2026, 1, 1), "an example, of the size that Swedish appraisals use",
    ]  # fmt: skip
    assert by_name["cost_region"] == ["kronor a year", "empty"]


def test_what_the_unit_sets_reaches_the_workbook(sqlite_engine: Engine) -> None:
    use_language("en")
    stored(sqlite_engine, *(small.job(f"K{number}", "2026-01-01", None) for number in range(2)))
    own = {name: small.estimate(value) for name, value in small.VALUES.items()}
    access = Access(Viewer(1, "Maja", Role.MANAGER), Store(sqlite_engine))
    before = whole_report(access, small.ON, small.HALF_YEAR).supplement.costs.society
    assert before.balance is None
    store_assumptions(sqlite_engine, own, who="x", now=dt.datetime(2026, 7, 1, tzinfo=dt.UTC))
    for source in (access, sqlite_engine):
        report = whole_report(source, small.ON, small.HALF_YEAR)
        book = load_workbook(io.BytesIO(report_book(report)))
        row = [cell.value for cell in book["Cost and benefit"][7]]
        # 2 · 6 months, 0.6 of them extra: 7.2 · 20,270.40 less 200,000.
        assert row[:4] == ["Society as a whole", -54_000, 150_000, 200_000]
        assert report.supplement.costs.assumptions.own == own


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(0, 0), (1_234_567, 1_200_000), (-98.7, -99), (99.6, 100), (0.0456, 0.046), (7, 7), (0.625, 0.62)],
)
def test_two_figures(value: float, rounded: float) -> None:
    assert two_figures(value) == rounded


def test_amounts_are_told_in_the_language_in_use() -> None:
    assert (kronor(-72_100), part(0.938), months(5.04)) == (
        f"−72{THIN_SPACE}000{HARD_SPACE}kr", f"94{HARD_SPACE}%", "5",
    )  # fmt: skip
    assert kronor(0.2) == kronor(-0.2) == f"0{HARD_SPACE}kr"
    use_language("en")
    assert (kronor(1_250_000), part(1.28), months(5.55)) == ("1,200,000 kr", "130%", "5.5")


def test_shares_are_per_cent_and_assumptions_keep_their_decimals(empty: WholeReport) -> None:
    changed = with_costs(empty, small.assumed())
    forms = [cell.form for cell in balances(changed).rows[5] if isinstance(cell, Shown)]
    assert forms[4:6] == [Form.PERCENT, Form.DECIMAL]
    assert {cell.form for cell in assumed(changed).rows[4] if isinstance(cell, Shown)} == {
        Form.EXACT,
        Form.DAY,
    }
