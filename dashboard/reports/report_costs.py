"""Cost and benefit as sheets: who gains and who pays, what turns it, what matters, and what is assumed."""

from collections.abc import Iterator

from dashboard.analysis.cost_benefit import TRIED, Bar, Judged
from dashboard.analysis.cost_lines import VIEWS, View
from dashboard.domain.assumption_catalogue import ASSUMED, UNITS
from dashboard.domain.assumptions import Assumptions, source_told
from dashboard.i18n import _
from dashboard.reports.costs import Costs
from dashboard.reports.rounding import two_figures
from dashboard.reports.sentences_costs import built_on_examples, meanings, missing_told
from dashboard.reports.workbook import Form, Row, Sheet, Shown
from dashboard.words import word


def balances(found: Costs) -> Sheet:
    """One row for each actor, and one for society."""
    header = [
        _("View"),
        _("Net, kronor"),
        _("Benefit, kronor"),
        _("Cost, kronor"),
        _("Worth of an extra month in work, kronor"),
        _("Turns at the part owed to the support"),
        _("Turns at months in work"),
        _("Net over years, kronor"),
        _("Paid back in month"),
        _("Remark"),
    ]
    rows: list[Row] = [_balance(found, view) for view in VIEWS]
    rows += _observed(found)
    return Sheet(_("Cost and benefit"), header, rows)


def amounts(found: Costs) -> Sheet:
    """The lines that each view is the sum of."""
    rows: list[Row] = [
        [
            word("actor", view),
            word("cost_line", amount.key),
            word("cost_kind", amount.kind),
            _rounded(amount.kronor),
        ]
        for view in VIEWS
        if (balance := found.period[view].balance) is not None
        for amount in balance.amounts
    ]
    return Sheet(_("Who gains and who pays"), [_("View"), _("Line"), _("Kind of line"), _("Kronor")], rows)


def additionalities(found: Costs) -> Sheet:
    """The net of each view for several additionalities."""
    rows = [
        [
            Shown(share, Form.PERCENT),
            *(_rounded(judged.tried[place]) if judged.tried else None for judged in _views(found)),
        ]
        for place, share in enumerate(TRIED)
    ]
    return Sheet(
        _("Additionality"),
        [
            _("Additionality"),
            *(_("{view}: net, kronor").format(view=word("actor", view)) for view in VIEWS),
        ],
        rows,
    )


def what_matters(found: Costs) -> Sheet:
    """The tornado: what each assumption does to society's net, the largest first."""
    header = [
        _("Result"),
        _("Assumption"),
        _("Net at its low, kronor"),
        _("Net at its high, kronor"),
        _("Swing, kronor"),
    ]
    rows = [
        *_bars(_("Society in the period"), found.tornado),
        *_bars(_("Society over years"), found.tornado_years),
    ]
    return Sheet(_("What matters most"), header, rows)


def assumed(found: Costs) -> Sheet:
    """Every assumption: whether it is empty, an example or set, with its range, day and source."""
    header = [
        _("Name"),
        _("What it is"),
        _("Unit of measure"),
        _("State of it"),
        _("Value"),
        _("Low"),
        _("High"),
        _("True for the day"),
        _("Source"),
    ]
    return Sheet(_("Assumptions"), header, [_assumption(found.assumptions, name) for name in ASSUMED])


COST_SHEETS = (balances, amounts, additionalities, what_matters, assumed)
"""The sheets in their order."""


def _balance(found: Costs, view: View) -> Row:
    judged, years = found.period[view], found.years[view]
    balance = judged.balance
    if balance is None:
        return [word("actor", view), *[None] * 8, missing_told(judged.missing)]
    turn = balance.turn
    return [
        word("actor", view),
        *map(_rounded, (balance.net, balance.benefit, balance.cost, balance.worth)),
        _rounded(turn.additionality, Form.PERCENT),
        _rounded(turn.months, Form.DECIMAL),
        _rounded(None if years is None else years.net),
        Shown(None if years is None else years.paid_back, Form.COUNT),
        built_on_examples(found.examples(view)),
    ]


def _observed(found: Costs) -> Iterator[Row]:
    yield []
    yield [_("Months in work in the period"), Shown(found.observed.person_months, Form.DECIMAL)]
    yield [_("Months of the period"), Shown(found.observed.months, Form.DECIMAL)]
    yield [_("Employments started in the period"), Shown(found.lasting.started, Form.COUNT)]
    yield [_("Months ahead that retention is known"), Shown(len(found.lasting.kept), Form.COUNT)]
    yield [_("Version of the assumptions"), found.assumptions.version]


def _views(found: Costs) -> list[Judged]:
    return [found.period[view] for view in VIEWS]


def _bars(result: str, bars: tuple[Bar, ...]) -> list[Row]:
    return [
        [result, meanings([bar.name]), *map(_rounded, (bar.at_low, bar.at_high, bar.swing))] for bar in bars
    ]


def _assumption(assumptions: Assumptions, name: str) -> Row:
    estimate, asked = assumptions.of(name), ASSUMED[name]
    state = assumptions.state(name)
    row: Row = [name, _(asked.meaning), _(UNITS[asked.unit]), word("assumption_state", state)]
    if estimate is None:
        return row
    numbers = (Shown(value, Form.EXACT) for value in (estimate.value, estimate.low, estimate.high))
    return [*row, *numbers, Shown(estimate.dated, Form.DAY), source_told(estimate)]


def _rounded(value: float | None, form: Form = Form.COUNT) -> Shown:
    return Shown(None if value is None else two_figures(value), form)
