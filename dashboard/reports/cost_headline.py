"""The one result of cost and benefit that can be told by itself, in two figures."""

from dataclasses import dataclass

from dashboard.analysis.cost_lines import SOCIETY
from dashboard.reports.costs import Costs
from dashboard.reports.rounding import two_figures
from dashboard.reports.sentences_costs import turn_told


@dataclass(frozen=True, slots=True)
class Headline:
    """What the support comes to for society in the period, in kronor of two figures.

    Attributes:
        benefit: what it gives.
        cost: what it costs.
        net: the one less the other.
        turns: when the result turns, in a sentence.
        on_examples: whether it rests on assumptions that are only examples, which nobody stands for.
    """

    benefit: float
    cost: float
    net: float
    turns: str
    on_examples: bool


def headline(found: Costs) -> Headline | None:
    """The result; None while an assumption that it needs is empty."""
    balance = found.society.balance
    if balance is None:
        return None
    return Headline(
        benefit=two_figures(balance.benefit),
        cost=two_figures(balance.cost),
        net=two_figures(balance.net),
        turns=turn_told(found, balance),
        on_examples=bool(found.examples(SOCIETY)),
    )
