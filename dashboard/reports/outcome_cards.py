"""All cards of the page of outcomes, in the order in which they stand."""

from collections.abc import Callable, Mapping

from dashboard.domain.errors import NotFound
from dashboard.i18n import _, language
from dashboard.reports import outcome_coaches as coaches
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.network_export import stamp_of
from dashboard.reports.outcome_around import around, waiting_list
from dashboard.reports.outcome_coordination import coordination
from dashboard.reports.outcome_equality import equality
from dashboard.reports.outcome_ground import OutcomeGround, outcome_ground
from dashboard.reports.outcome_hours import hours
from dashboard.reports.outcome_interruption import interruption_card
from dashboard.reports.outcome_parts import OutcomeCard, filed
from dashboard.reports.outcome_returns import came_back
from dashboard.reports.outcome_steps import steps
from dashboard.reports.outcome_time import by_half_year, first_job
from dashboard.reports.outcome_trials import chain, outcomes, split
from dashboard.reports.outcome_waiting import waiting
from dashboard.reports.outcome_work import lasting, work
from dashboard.reports.stamped_file import StampedTable
from dashboard.reports.state import PageState

CARDS: Mapping[str, Callable[[OutcomeGround], OutcomeCard]] = {
    "outcomes": outcomes,
    "split": split,
    coaches.KEY: coaches.coaches,
    "interruption": interruption_card,
    "chain": chain,
    "work": work,
    "lasting": lasting,
    "waiting": waiting,
    "first_job": first_job,
    "half_years": by_half_year,
    "steps": steps,
    "equality": equality,
    "queue": waiting_list,
    "returns": came_back,
    "around": around,
    "coordination": coordination,
    "hours": hours,
}
"""Each card by its key."""
STAFF_ONLY = frozenset({coaches.KEY})
"""Cards about those who work in the unit: what leaves it, such as a report to a board, leaves them out."""


def outcome_card(access: Access, page: PageState, key: str) -> OutcomeCard:
    """One card of the page, for what its address asks for.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
        NotFound: when there is no such card.
    """
    if key not in CARDS:
        raise NotFound(_("There is no such card."))
    ground = outcome_ground(access, page)
    made: OutcomeCard = ground.results.get(
        ("card", key, page.split if key == "split" else "", language()), lambda: CARDS[key](ground)
    )
    return made


def outcome_file(access: Access, page: PageState, key: str) -> StampedTable:
    """A card's table as a file that says where it comes from; raises as `outcome_card` does."""
    made = outcome_card(access, page, key)
    told = " ".join(note.sentence for note in notes(made.measures, access.definitions))
    period = f"{page.period.first.isoformat()} – {page.period.last.isoformat()}"
    plain = made.finding.replace("**", "").replace("{", "(").replace("}", ")")
    return StampedTable(
        name=f"utfall-{key.replace('_', '-')}-{page.on.isoformat()}",
        title=made.title,
        stamp=[
            (_("Finding"), plain),
            (_("Period"), period),
            *stamp_of(access, page.replace(coach=None), len(made.rows), told),
        ],
        header=[column.label for column in made.columns],
        rows=[[filed(cell) for cell in row.cells] for row in made.rows],
    )
