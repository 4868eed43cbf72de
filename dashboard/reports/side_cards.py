"""All cards of the page "Side by side", and which of them each way of grouping has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.domain.errors import NotFound
from dashboard.i18n import _, language
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.network_export import stamp_of
from dashboard.reports.outcome_parts import filed
from dashboard.reports.side_ground import SideGround, grouping_in_force, side_ground
from dashboard.reports.side_network import rungs, single_coach
from dashboard.reports.side_parts import SideCard
from dashboard.reports.side_shares import SHARES, reached, share_card, year_after
from dashboard.reports.side_size import size
from dashboard.reports.side_table import GROUP_NAMES
from dashboard.reports.side_time import first_contact, lasting, to_enrolment
from dashboard.reports.stamped_file import StampedTable
from dashboard.reports.state import GROUPINGS, PageState

_OF_CLIENTS = ("unit", "programme", "district", "referrer")


@dataclass(frozen=True, slots=True)
class _Card:
    """What makes a card, and the ways of grouping that have it."""

    make: Callable[[SideGround], SideCard]
    groupings: tuple[str, ...] = GROUPINGS


CARDS: Mapping[str, _Card] = {
    "size": _Card(size),
    "reached": _Card(reached, _OF_CLIENTS),
    "year_after": _Card(year_after, ("round",)),
    **{key: _Card(share_card(key)) for key in SHARES if key != "on_time"},
    "to_enrolment": _Card(to_enrolment, _OF_CLIENTS),
    "first_contact": _Card(first_contact, (*_OF_CLIENTS, "round")),
    "lasting": _Card(lasting),
    "on_time": _Card(share_card("on_time"), (*_OF_CLIENTS, "ownership")),
    "single_coach": _Card(single_coach, ("unit", "programme", "ownership")),
    "rungs": _Card(rungs, ("unit", "programme", "ownership")),
}
"""Each card by its key, in the order in which they stand."""


def has_card(access: Access, page: PageState, key: str) -> bool:
    """Whether what the address asks for has the card."""
    return grouping_in_force(page, access.store.world()) in CARDS[key].groupings


def side_card(access: Access, page: PageState, key: str) -> SideCard:
    """One card of the page, for what its address asks for.

    Raises:
        AccessDenied: when the person is no manager.
        InvalidParameter: when there is no such unit or programme.
        NotFound: when there is no such card, or none for this way of grouping.
    """
    if key not in CARDS or not has_card(access, page, key):
        raise NotFound(_("There is no such card."))
    ground = side_ground(access, page)
    made: SideCard = ground.results.get(("card", key, language()), lambda: CARDS[key].make(ground))
    return made


def side_file(access: Access, page: PageState, key: str) -> StampedTable:
    """A card's table as a file that says where it comes from; raises as `side_card` does."""
    made = side_card(access, page, key).told
    told = " ".join(note.sentence for note in notes(made.measures, access.definitions))
    period = f"{page.period.first.isoformat()} – {page.period.last.isoformat()}"
    plain = made.finding.replace("**", "").replace("{", "(").replace("}", ")")
    bare = page.replace(coach=None, ownership=None, sector=None)
    return StampedTable(
        name=f"sida-vid-sida-{key.replace('_', '-')}-{page.on.isoformat()}",
        title=f"{made.title}: {_(GROUP_NAMES[grouping_in_force(page, access.store.world())])}",
        stamp=[
            (_("Finding"), plain),
            (_("Period"), period),
            *stamp_of(access, bare, len(made.rows), told),
        ],
        header=[column.label for column in made.columns],
        rows=[[filed(cell) for cell in row.cells] for row in made.rows],
    )
