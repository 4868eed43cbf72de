"""The flows of cost and benefit: what each is, from whom it comes and to whom it goes.

The whole computation is linear in these lines. Production, savings and costs are real: they come from, or go
to, nobody. A transfer moves from one actor to another, so that it cancels in the sum over all actors.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Actor = Literal["municipality", "region", "state", "individual", "employer"]
View = Actor | Literal["society"]
Kind = Literal["production", "saving", "transfer", "cost"]
Values = Mapping[str, float]

ACTORS: tuple[Actor, ...] = ("municipality", "region", "state", "individual", "employer")
SOCIETY: View = "society"
VIEWS: tuple[View, ...] = (*ACTORS, SOCIETY)


@dataclass(frozen=True, slots=True)
class Line:
    """One flow.

    Attributes:
        key: its name; that of the assumption where it is one.
        kind: a cost is kronor a year, everything else kronor for each extra month in work.
        payer: who pays; None for what is produced or saved.
        payee: who gets it; None for what is used up.
        needs: the assumptions that it follows from.
        amount: the kronor.
    """

    key: str
    kind: Kind
    payer: Actor | None
    payee: Actor | None
    needs: tuple[str, ...]
    amount: Callable[[Values], float]

    def concerns(self, view: View) -> bool:
        """Whether it is part of a view. Society is all that is real."""
        if view == SOCIETY:
            return self.kind != "transfer"
        return view in {self.payer, self.payee}

    def sign(self, view: View) -> int:
        """+1 for one who gets it, −1 for one who pays."""
        loses = self.payee is None if view == SOCIETY else self.payer == view
        return -1 if loses else 1


def _wage(values: Values) -> float:
    return values["hours_per_month"] * values["wage_per_hour"]


def _saving(name: str, actor: Actor) -> Line:
    return Line(name, "saving", None, actor, (name,), lambda values: values[name])


def _tax(name: str, actor: Actor) -> Line:
    needs = ("hours_per_month", "wage_per_hour", name)
    return Line(name, "transfer", "individual", actor, needs, lambda values: _wage(values) * values[name])


def _transfer(name: str, payer: Actor, payee: Actor) -> Line:
    return Line(name, "transfer", payer, payee, (name,), lambda values: values[name])


def _cost(name: str, actor: Actor) -> Line:
    return Line(name, "cost", actor, None, (name,), lambda values: values[name])


LINES: tuple[Line, ...] = (
    Line("wage", "production", None, "individual", ("hours_per_month", "wage_per_hour"), _wage),
    Line(
        "social_contributions",
        "production",
        None,
        "state",
        ("hours_per_month", "wage_per_hour", "social_contributions"),
        lambda values: _wage(values) * values["social_contributions"],
    ),
    _saving("savings_municipality", "municipality"),
    _saving("savings_region", "region"),
    _saving("savings_state", "state"),
    _tax("income_tax_municipality", "municipality"),
    _tax("income_tax_region", "region"),
    _tax("income_tax_state", "state"),
    _transfer("benefit_municipality", "individual", "municipality"),
    _transfer("benefit_state", "individual", "state"),
    _transfer("wage_subsidy", "state", "employer"),
    _cost("cost_municipality", "municipality"),
    _cost("cost_region", "region"),
    _cost("cost_state", "state"),
)
"""Wage and contributions together are the production h · w · (1 + s): what an employer pays for the work and,
as far as anybody knows, what it is worth. The employer's own sum is therefore the wage subsidy alone."""


def lines_of(view: View) -> tuple[Line, ...]:
    """The lines that a view holds."""
    return tuple(line for line in LINES if line.concerns(view))


def worth_of_a_month(view: View, values: Values) -> float:
    """Kronor that one extra month in work is worth to an actor, or to society."""
    return sum(line.sign(view) * line.amount(values) for line in lines_of(view) if line.kind != "cost")


def cost_of_a_year(view: View, values: Values) -> float:
    """Kronor a year that the unit costs."""
    return sum(line.amount(values) for line in lines_of(view) if line.kind == "cost")


def needed(view: View) -> tuple[str, ...]:
    """The assumptions that a view follows from besides the additionality, each once."""
    return tuple(dict.fromkeys(name for line in lines_of(view) for name in line.needs))
