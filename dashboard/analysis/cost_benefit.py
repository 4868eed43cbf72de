"""What the support costs and gives, and to whom: MEASURES.md, "Cost and benefit".

M months in work were observed; a part a = 1 − p0/p1 of them would not have been without the support. An extra
month is worth k kronor to a view (an actor, or society), and the unit costs it c. Everything follows from
net = M · a · k − c, which is linear, so that what turns the result is had exactly.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.analysis.basis import Basis
from dashboard.analysis.cost_lines import (
    SOCIETY,
    VIEWS,
    Kind,
    Values,
    View,
    cost_of_a_year,
    lines_of,
    needed,
    worth_of_a_month,
)
from dashboard.analysis.person_months import months_of_period, person_months
from dashboard.domain.assumptions import Assumptions

MONTHS_A_YEAR = 12
ADDITIONALITY = ("share_with_support", "share_without_support")
"""What the additionality follows from."""
TRIED = (0.1, 0.25, 0.5, 0.75, 1.0)
"""Additionalities that the result is shown for, whatever is assumed."""

Result = Callable[[Values], float]
"""A figure as a function of all assumptions."""


@dataclass(frozen=True, slots=True)
class Observed:
    """What the data says.

    Attributes:
        person_months: M: months in work in the period.
        months: months of the period as far as it has come.
    """

    person_months: float
    months: float


@dataclass(frozen=True, slots=True)
class Amount:
    """One line of a view, in kronor for the period, negative for who pays it."""

    key: str
    kind: Kind
    kronor: float


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a result turns from loss to gain, everything else being as it is.

    Attributes:
        additionality: the part of the months in work that must be owed to the support; above 1 none is
            enough; None when no part turns it.
        months: the months in work; None when no number turns it.
    """

    additionality: float | None
    months: float | None


@dataclass(frozen=True, slots=True)
class Balance:
    """What a view comes to in the period, in kronor.

    Attributes:
        worth: k: what one extra month in work is worth.
        benefit: M · a · k.
        cost: c: what the unit costs it.
        net: benefit less cost.
        turn: where net is 0.
        amounts: the lines that it is the sum of.
    """

    worth: float
    benefit: float
    cost: float
    net: float
    turn: Turn
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A view, or why there is none.

    Attributes:
        view: an actor, or society.
        missing: the assumptions that it needs and that are empty.
        examples: those that are only examples.
        balance: what it comes to; None while something is missing.
        tried: its net for each additionality of TRIED; None while something else is missing.
    """

    view: View
    missing: tuple[str, ...]
    examples: tuple[str, ...]
    balance: Balance | None
    tried: tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class Bar:
    """What one assumption does to a result: a bar of the tornado.

    Attributes:
        name: the assumption.
        at_low: the result when it is at its low, all others as assumed.
        at_high: when it is at its high.
    """

    name: str
    at_low: float
    at_high: float

    @property
    def swing(self) -> float:
        """How much the result moves."""
        return abs(self.at_high - self.at_low)


def observed(basis: Basis) -> Observed:
    """What the selection's employments come to in the period."""
    return Observed(person_months(basis), months_of_period(basis))


def additionality(values: Values) -> float:
    """The part of those in work who would not have been without the support: a = 1 − p0/p1.

    Below zero when the support is believed to do harm.
    """
    return 1 - values["share_without_support"] / values["share_with_support"]


def judged(seen: Observed, assumptions: Assumptions) -> dict[View, Judged]:
    """Every view, as far as the assumptions go."""
    return {view: _judged(view, seen, assumptions) for view in VIEWS}


def _judged(view: View, seen: Observed, assumptions: Assumptions) -> Judged:
    rest = needed(view)
    needs = (*ADDITIONALITY, *rest)
    missing = missing_of(needs, assumptions)
    values = assumed_values(assumptions)
    return Judged(
        view=view,
        missing=missing,
        examples=tuple(name for name in needs if assumptions.state(name) == "example"),
        balance=None if missing else balance(view, seen, values),
        tried=None
        if missing_of(rest, assumptions)
        else tuple(net(view, seen, values, share) for share in TRIED),
    )


def missing_of(names: tuple[str, ...], assumptions: Assumptions) -> tuple[str, ...]:
    """Those of the assumptions that are empty."""
    return tuple(name for name in names if assumptions.of(name) is None)


def assumed_values(assumptions: Assumptions) -> dict[str, float]:
    """The value of every assumption that has one."""
    return {name: estimate.value for name, estimate in assumptions.in_force.items()}


def balance(view: View, seen: Observed, values: Values) -> Balance:
    """What a view comes to in the period.

    Raises:
        KeyError: when an assumption that it needs has no value.
    """
    share, worth = additionality(values), worth_of_a_month(view, values)
    extra, cost = seen.person_months * share, cost_of_a_year(view, values) * seen.months / MONTHS_A_YEAR
    return Balance(
        worth=worth,
        benefit=extra * worth,
        cost=cost,
        net=extra * worth - cost,
        turn=turn(cost, worth, seen.person_months, share),
        amounts=tuple(
            Amount(
                line.key,
                line.kind,
                line.sign(view)
                * line.amount(values)
                * (seen.months / MONTHS_A_YEAR if line.kind == "cost" else extra),
            )
            for line in lines_of(view)
        ),
    )


def net(view: View, seen: Observed, values: Values, share: float) -> float:
    """The net of a view at an additionality of one's own."""
    cost = cost_of_a_year(view, values) * seen.months / MONTHS_A_YEAR
    return seen.person_months * share * worth_of_a_month(view, values) - cost


def turn(cost: float, worth: float, months: float, share: float) -> Turn:
    """Where months · share · worth = cost: the share for the months, and the months for the share.

    Nothing turns what costs nothing, or what is worth nothing.
    """
    if cost <= 0 or worth <= 0:
        return Turn(None, None)
    all_of_it, of_a_month = months * worth, share * worth
    return Turn(
        cost / all_of_it if all_of_it > 0 else None,
        cost / of_a_month if of_a_month > 0 else None,
    )


def tornado(names: tuple[str, ...], result: Result, assumptions: Assumptions) -> tuple[Bar, ...]:
    """Each assumption moved between its low and its high, the one that matters most first.

    Args:
        names: the assumptions that the result follows from; all of them have a value.
        result: the figure.
        assumptions: their values, lows and highs.
    """
    values = assumed_values(assumptions)
    in_force = assumptions.in_force
    bars = [
        Bar(
            name,
            result({**values, name: in_force[name].low}),
            result({**values, name: in_force[name].high}),
        )
        for name in names
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.swing))


def society_tornado(seen: Observed, assumptions: Assumptions) -> tuple[Bar, ...]:
    """What each assumption does to society's net in the period; nothing while one of them is empty."""
    needs = (*ADDITIONALITY, *needed(SOCIETY))
    if missing_of(needs, assumptions):
        return ()
    return tornado(needs, lambda values: balance(SOCIETY, seen, values).net, assumptions)


def society_ranges(seen: Observed, assumptions: Assumptions) -> tuple[tuple[float, float], ...]:
    """For each additionality of TRIED, the lowest and the highest net that society may well get.

    They are the ends that any one of the other assumptions moves it to. Nothing while one of them is empty.
    """
    needs = needed(SOCIETY)
    if missing_of(needs, assumptions):
        return ()
    return tuple(_ends(needs, share, seen, assumptions) for share in TRIED)


def _ends(
    names: tuple[str, ...], share: float, seen: Observed, assumptions: Assumptions
) -> tuple[float, float]:
    bars = tornado(names, lambda values: net(SOCIETY, seen, values, share), assumptions)
    ends = [end for bar in bars for end in (bar.at_low, bar.at_high)]
    return min(ends), max(ends)
