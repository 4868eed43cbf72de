"""The cards of Kostnad och nytta in the board report. All amounts are told in two figures."""

from dataclasses import replace

from dashboard.analysis.cost_benefit import TRIED
from dashboard.analysis.cost_lines import ACTORS, SOCIETY
from dashboard.i18n import _, number, percent
from dashboard.reports.access import Access
from dashboard.reports.board_parts import Bar, Bars, BoardCard, Chart, Columns, Paired
from dashboard.reports.cost_headline import headline
from dashboard.reports.cost_page import CostAnswer, cost_answer
from dashboard.reports.cost_scenarios import compared, scenarios_told, turn_of
from dashboard.reports.costs import Costs
from dashboard.reports.outcome_parts import Column, TableRow, Value
from dashboard.reports.rounding import kronor, part, two_figures
from dashboard.reports.sentences_costs import (
    actors_told,
    built_on_examples,
    matters_told,
    meanings,
    missing_told,
    observed_told,
    society_told,
    years_told,
)
from dashboard.reports.state import PageState
from dashboard.words import word

MOST_BARS = 8
"""Assumptions that the tornado draws: the rest move the result less."""


def result(access: Access, state: PageState) -> BoardCard:
    """What it comes to for society, and when that turns."""
    found = cost_answer(access, state).costs
    balance, told = found.society.balance, headline(found)
    amounts = (None,) * 3 if told is None else (told.benefit, -told.cost, told.net)
    names = {"benefit": _("Benefit"), "cost": _("Cost"), "net": _("Net")}
    lines = dict(zip(names, zip(names.values(), amounts, strict=True), strict=True))
    if balance is None or told is None:
        said = [missing_told(found.society.missing), observed_told(found)]
    else:
        said = [society_told(balance), told.turns]
    card = BoardCard(
        key="cost_result",
        title=_("What it costs and gives society"),
        finding=" ".join(said),
        charts=_amounts([(name, amount) for name, amount in lines.values() if amount is not None]),
        columns=(Column(_("Figure")), Column(_("Kronor"), "kronor")),
        rows=tuple(TableRow(line, f"costs.{path}") for path, line in lines.items()),
        measures=("costs.person_months", "costs.net", "costs.turn"),
    )
    return _finished(card, found)


def additionality(access: Access, state: PageState) -> BoardCard:
    """Society's net for several parts of the work that may be owed to the support."""
    answer = cost_answer(access, state)
    balance, tried = answer.costs.society.balance, answer.costs.society.tried or ()
    lines = list(zip(TRIED, tried, answer.ranges, strict=False))
    said = [_("Nobody can observe how much of the work is owed to the support: here is the net for several.")]
    if balance is not None and balance.turn.additionality is not None:
        said.append(_("The net is 0 at {turn}.").format(turn=part(balance.turn.additionality)))
    bars = tuple(
        Bar(percent(share), two_figures(net), _rounded(ends), _told(net, ends)) for share, net, ends in lines
    )
    card = BoardCard(
        key="cost_additionality",
        title=_("How much is owed to the support"),
        finding=" ".join(said if tried else [_too_little()]),
        charts=(Bars("", "kronor", bars),) if bars else (),
        columns=(
            Column(_("Additionality"), "percent"),
            Column(_("Net, kronor"), "kronor"),
            Column(_("Lowest"), "kronor"),
            Column(_("Highest"), "kronor"),
        ),
        rows=tuple(TableRow((share, net, *ends), f"costs.tried.{share:g}") for share, net, ends in lines),
        measures=("costs.additionality",),
    )
    return _finished(card, answer.costs)


def actors(access: Access, state: PageState) -> BoardCard:
    """The net of each actor, transfers included."""
    found = cost_answer(access, state).costs
    nets = {
        actor: None if (balance := found.period[actor].balance) is None else balance.net for actor in ACTORS
    }
    card = BoardCard(
        key="cost_actors",
        title=_("Who gains and who pays"),
        finding=" ".join(actors_told(found)),
        charts=_amounts([(word("actor", actor), net) for actor, net in nets.items() if net is not None]),
        columns=(Column(_("Actor")), Column(_("Net, kronor"), "kronor")),
        rows=tuple(
            TableRow((word("actor", actor), net), f"costs.actor.{actor}") for actor, net in nets.items()
        ),
        measures=("costs.actors",),
        notes=(
            _("Transfers stand here alone: what one pays another gets, and for society they are nothing."),
        ),
    )
    return _finished(card, found)


def years(access: Access, state: PageState) -> BoardCard:
    """What the employments give as long as they last, against the cost."""
    answer = cost_answer(access, state)
    over = answer.costs.years[SOCIETY]
    card = BoardCard(
        key="cost_years",
        title=_("Over years"),
        finding=" ".join(years_told(answer.costs)),
        charts=() if over is None else (_by_month(answer.by_month, over.cost),),
        columns=(Column(_("Figure")), Column(_("Kronor"), "kronor")),
        rows=(
            TableRow((_("Net over years"), None if over is None else over.net), "costs.years.net"),
            TableRow((_("Cost of the period"), None if over is None else over.cost), "costs.years.cost"),
            *_yearly(answer),
        ),
        measures=("costs.years",),
    )
    return _finished(card, answer.costs)


def tornado(access: Access, state: PageState) -> BoardCard:
    """What each assumption does to society's net, the one that matters most first."""
    found = cost_answer(access, state).costs
    moving = [bar for bar in found.tornado if bar.swing]
    nothing = _("No assumption has a range, so nothing can be said of what matters most.")
    card = BoardCard(
        key="cost_tornado",
        title=_("What matters most"),
        finding=" ".join(matters_told(found)) or (nothing if found.society.balance else _too_little()),
        charts=(_swings(found),) if moving else (),
        columns=(
            Column(_("Assumption")),
            Column(_("Net at its low, kronor"), "kronor"),
            Column(_("Net at its high, kronor"), "kronor"),
        ),
        rows=tuple(
            TableRow((meanings([bar.name]), bar.at_low, bar.at_high), f"costs.tornado.{bar.name}")
            for bar in moving
        ),
        measures=("costs.tornado",),
    )
    return _finished(card, found)


def scenarios(access: Access, state: PageState) -> BoardCard:
    """The unit's own assumptions beside the saved sets of them."""
    sets = compared(access, state)
    nets = [(one.name, one.net) for one in sets if one.net is not None]
    card = BoardCard(
        key="cost_scenarios",
        title=_("Scenarios side by side"),
        finding=scenarios_told(sets),
        charts=_amounts(nets) if len(sets) > 1 else (),
        columns=(
            Column(_("Scenario")),
            Column(_("Net, kronor"), "kronor"),
            Column(_("Turns at the part owed to the support")),
        ),
        rows=tuple(
            TableRow((one.name, one.net, turn_of(one)), "" if one.scenario else "costs.net") for one in sets
        ),
        measures=("costs.net", "costs.turn"),
    )
    return _finished(card, sets[0].costs)


def _swings(found: Costs) -> Paired:
    drawn = tuple(
        (meanings([bar.name]), two_figures(bar.at_low), two_figures(bar.at_high))
        for bar in found.tornado[:MOST_BARS]
        if bar.swing
    )
    net = found.society.balance.net if found.society.balance else 0.0
    return Paired(_("Net, kronor"), "kronor", (_("At its low"), _("At its high")), drawn, two_figures(net))


def _by_month(amounts: tuple[float, ...], cost: float) -> Columns:
    steps = tuple(_("month {n}").format(n=number(month)) for month in range(1, len(amounts) + 1))
    names = (_("Benefit so far"), _("Cost of the period"))
    levels = (two_figures(cost),) * len(steps)
    return Columns(_("Kronor"), "kronor", steps, tuple(map(two_figures, amounts)), levels, names)


def _yearly(answer: CostAnswer) -> list[TableRow]:
    last = len(answer.by_month)
    return [
        TableRow((_("Benefit by month {n}").format(n=number(month)), amount))
        for month, amount in enumerate(answer.by_month, start=1)
        if month % 12 == 0 or month == last
    ]


def _finished(card: BoardCard, found: Costs) -> BoardCard:
    """The card with its amounts in two figures, and what it rests on."""
    examples = built_on_examples(found.examples(SOCIETY))
    version = _("Version of the assumptions: {version}.").format(version=found.assumptions.version)
    return replace(
        card,
        rows=tuple(TableRow(tuple(map(_cell, row.cells)), row.path) for row in card.rows),
        notes=tuple(filter(None, (*card.notes, examples, version))),
        of_people=False,
    )


def _cell(value: Value) -> Value:
    """Amounts in two figures, also in the cells: more would be a pretence."""
    return two_figures(value) if isinstance(value, float) and abs(value) > 1 else value


def _amounts(lines: list[tuple[str, float]]) -> tuple[Chart, ...]:
    bars = tuple(Bar(name, two_figures(amount), None, kronor(amount)) for name, amount in lines)
    return (Bars(_("Kronor"), "kronor", bars),) if bars else ()


def _rounded(ends: tuple[float, float]) -> tuple[float, float]:
    low, high = map(two_figures, ends)
    return low, high


def _told(net: float, ends: tuple[float, float]) -> str:
    if ends[0] == ends[1]:
        return kronor(net)
    between = _("{low} to {high}").format(low=kronor(ends[0]), high=kronor(ends[1]))
    return f"{kronor(net)} · {between}"


def _too_little() -> str:
    return _("Too little to go on: first fill in what is missing.")
