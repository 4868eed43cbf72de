"""Every card that the board report can hold, by its key, in the order in which they are offered."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from dashboard.domain.errors import NotFound
from dashboard.i18n import N_, _
from dashboard.reports import board_costs as costs
from dashboard.reports import board_follow_ups as follow_ups
from dashboard.reports import board_gaps as gaps
from dashboard.reports import board_method as method
from dashboard.reports.access import Access
from dashboard.reports.board_network import network_health
from dashboard.reports.board_parts import BoardCard, chart_of, plain
from dashboard.reports.gap_findings import TITLES
from dashboard.reports.outcome_cards import CARDS as OUTCOMES
from dashboard.reports.outcome_cards import STAFF_ONLY, outcome_card
from dashboard.reports.outcome_titles import TITLES as OUTCOME_TITLES
from dashboard.reports.state import GAPS, PageState

Maker = Callable[[Access, PageState], BoardCard]


@dataclass(frozen=True, slots=True)
class Offered:
    """A card as it can be chosen.

    Attributes:
        name: what it is about, as an English msgid.
        area: the page that it comes from, as an English msgid.
        path: that page's address.
        make: makes it.
    """

    name: str
    area: str
    path: str
    make: Maker


def _of_outcomes(key: str, access: Access, state: PageState) -> BoardCard:
    made = outcome_card(access, state, key)
    return BoardCard(
        key=key,
        title=made.title,
        finding=plain(made.finding),
        charts=tuple(chart_of(panel) for panel in made.panels if not panel.is_empty),
        columns=made.columns,
        rows=made.rows,
        measures=made.measures,
        notes=made.notes,
    )


_OUTCOMES, _METHOD, _COSTS = N_("Outcomes"), N_("Method and targets"), N_("Cost and benefit")
_NETWORK, _GAPS, _FOLLOW = N_("Network"), N_("Gaps"), N_("Follow-up")

CARDS: Mapping[str, Offered] = {
    **{
        key: Offered(OUTCOME_TITLES[key], _OUTCOMES, "/utfall", partial(_of_outcomes, key))
        for key in OUTCOMES
        if key not in STAFF_ONLY
    },
    "method_check": Offered(N_("Method check"), _METHOD, "/metod", method.method_check),
    "targets": Offered(N_("Ratings against the targets"), _METHOD, "/metod", method.targets),
    "answers": Offered(N_("Who is not represented"), _METHOD, "/metod", method.answers),
    "ends": Offered(N_("Spread and strength"), _METHOD, "/metod", method.ends),
    "benchmarks": Offered(N_("What others have found"), _METHOD, "/metod", method.benchmarks),
    "by_hand": Offered(N_("Items rated by hand"), _METHOD, "/metod", method.by_hand),
    "cost_result": Offered(N_("What it costs and gives society"), _COSTS, "/kostnad", costs.result),
    "cost_additionality": Offered(
        N_("How much is owed to the support"), _COSTS, "/kostnad", costs.additionality
    ),
    "cost_actors": Offered(N_("Who gains and who pays"), _COSTS, "/kostnad", costs.actors),
    "cost_years": Offered(N_("Over years"), _COSTS, "/kostnad", costs.years),
    "cost_tornado": Offered(N_("What matters most"), _COSTS, "/kostnad", costs.tornado),
    "cost_scenarios": Offered(N_("Scenarios side by side"), _COSTS, "/kostnad", costs.scenarios),
    "network_health": Offered(N_("Is the network healthier?"), _NETWORK, "/natverk", network_health),
    "gaps": Offered(N_("The gaps side by side"), _GAPS, "/luckor", gaps.all_gaps),
    **{
        f"gap_{gap}": Offered(TITLES[gap], _GAPS, f"/luckor?lucka={gap}", gaps.ONE_BY_ONE[gap])
        for gap in GAPS
    },
    "follow_state": Offered(N_("How the follow-ups stand"), _FOLLOW, "/uppfoljning", follow_ups.follow_state),
    "follow_load": Offered(N_("The load by coach"), _FOLLOW, "/uppfoljning", follow_ups.follow_load),
    "follow_forecast": Offered(
        N_("The twelve weeks to come"), _FOLLOW, "/uppfoljning", follow_ups.follow_forecast
    ),
}
"""Each card by its key."""

USUAL = (
    *("outcomes", "work", "lasting", "first_job", "equality", "network_health"),
    *("gap_occupations", "follow_state", "method_check", "targets", "cost_result"),
)
"""What a report holds until somebody chooses."""


def board_card(access: Access, state: PageState, key: str) -> BoardCard:
    """One card, for the selection and the period of a page.

    Raises:
        AccessDenied: when the person may not see its page.
        InvalidParameter: when there is no such unit or programme.
        NotFound: when there is no such card.
    """
    if key not in CARDS:
        raise NotFound(_("There is no such card."))
    return CARDS[key].make(access, state)


def by_area() -> Iterator[tuple[str, list[str]]]:
    """The pages that cards come from, each with the keys of its cards."""
    for area in dict.fromkeys(offered.area for offered in CARDS.values()):
        yield area, [key for key, offered in CARDS.items() if offered.area == area]
