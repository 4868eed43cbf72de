"""The unit's own assumptions beside the saved sets of them: what each comes to, and what differs."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.data.cost_scenarios import Scenario, read_scenarios
from dashboard.domain.assumption_catalogue import ASSUMED
from dashboard.domain.assumptions import Assumptions, assumptions_of
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.cost_page import cost_answer, require_manager
from dashboard.reports.costs import Costs, costs_of
from dashboard.reports.rounding import kronor, part
from dashboard.reports.state import PageState

MOST_SCENARIOS = 8
"""More do not fit beside each other."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A set of assumptions and what it comes to.

    Attributes:
        scenario: the saved set; None for the unit's own, in force now.
        costs: what it comes to in the selection.
    """

    scenario: Scenario | None
    costs: Costs

    @property
    def name(self) -> str:
        """What it is called."""
        return _("The unit's own, now") if self.scenario is None else self.scenario.name

    @property
    def net(self) -> float | None:
        """Society's net; None while something is missing."""
        balance = self.costs.society.balance
        return None if balance is None else balance.net


def compared(access: Access, state: PageState) -> tuple[Compared, ...]:
    """The unit's own first, then the saved sets, the oldest first.

    Raises:
        AccessDenied: when the person is no manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_manager(access)
    own = cost_answer(access, state).costs
    saved = read_scenarios(access.store.engine)
    return (
        Compared(None, own),
        *(Compared(one, costs_of(own.observed, own.lasting, assumptions_of(one.estimates))) for one in saved),
    )


def differing(sets: tuple[Compared, ...]) -> tuple[str, ...]:
    """The assumptions whose value is not the same in all of them, in the order of the list."""
    return tuple(name for name in ASSUMED if len({value_of(one.costs.assumptions, name) for one in sets}) > 1)


def value_of(assumptions: Assumptions, name: str) -> float | None:
    """What is assumed; None while it is empty."""
    estimate = assumptions.of(name)
    return None if estimate is None else estimate.value


def scenarios_told(sets: tuple[Compared, ...]) -> str:
    """How far apart the sets are, and whether that turns the result."""
    return " ".join(_told(sets))


def _told(sets: tuple[Compared, ...]) -> Iterator[str]:
    if len(sets) == 1:
        yield _(
            "No scenario has been saved yet. Save a set of assumptions under a name to see it beside the "
            "unit's own."
        )
        return
    known = sorted(((one.net, one.name) for one in sets if one.net is not None), key=lambda pair: pair[0])
    if len(known) < 2:
        yield _("Too little to go on: fewer than two of the sets can be worked out.")
        return
    (low, lowest), *_between, (high, highest) = known
    yield _("The net for society goes from {low} ({lowest}) to {high} ({highest}).").format(
        low=kronor(low), lowest=lowest, high=kronor(high), highest=highest
    )
    if low < 0 <= high:
        yield _("So it turns with what is assumed.")
    else:
        yield _("It is a gain in all of them.") if low >= 0 else _("It is a loss in all of them.")


def turn_of(one: Compared) -> str:
    """The part of the work that must be owed to the support for the net to be 0."""
    balance = one.costs.society.balance
    if balance is None or balance.turn.additionality is None:
        return "–"
    return part(balance.turn.additionality)
