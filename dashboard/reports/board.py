"""The report to the board: chosen cards in their order, under a title and an introduction of one's own."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.data.importer.identity import holds_identity_number
from dashboard.domain.access import MANAGERS
from dashboard.domain.errors import AccessDenied
from dashboard.domain.period import Period
from dashboard.i18n import _, day
from dashboard.reports.access import Access
from dashboard.reports.board_cards import USUAL, board_card
from dashboard.reports.board_parts import BoardCard
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class Board:
    """A report to the board.

    Attributes:
        title: its heading.
        introduction: paragraphs of the writer's own.
        cards: in their order.
        on: the day the figures are true for.
        period: first and last day.
        selection: the units or the programme in words.
        source: where the figures come from, with the versions that they can be made again from.
        warnings: what the writer wanted to say and may not.
        demo: whether everything is invented.
    """

    title: str
    introduction: tuple[str, ...]
    cards: tuple[BoardCard, ...]
    on: dt.date
    period: Period
    selection: str
    source: str
    warnings: tuple[str, ...]
    demo: bool

    @property
    def secret(self) -> tuple[str, ...]:
        """The titles of the cards with numbers of people so small that they may not be published."""
        return tuple(card.title for card in self.cards if card.holds_small_numbers)

    @property
    def about(self) -> str:
        """Day, period and selection in one line."""
        first, last = day(self.period.first), day(self.period.last)
        return _("As of {day} · period {first} – {last} · {selection}").format(
            day=day(self.on), first=first, last=last, selection=self.selection
        )


def board(access: Access, state: PageState) -> Board:
    """The report that an address asks for.

    Raises:
        AccessDenied: to others than managers.
        InvalidParameter: when there is no such unit or programme.
    """
    if access.viewer.role not in MANAGERS:
        raise AccessDenied(_("Your account may not see or do this."))
    here = selected(state)
    written = {"title": state.heading, "introduction": state.introduction}
    unwanted = [name for name, text in written.items() if holds_identity_number(text)]
    own = {name: "" if name in unwanted else text for name, text in written.items()}
    return Board(
        title=own["title"] or usual_title(),
        introduction=tuple(filter(None, own["introduction"].split("\n"))),
        cards=tuple(board_card(access, here, key) for key in chosen(state)),
        on=state.on,
        period=state.period,
        selection=_selection(access, state),
        source=_("Brygga, the unit's own records. Data {data}, definitions {definitions}.").format(
            data=access.store.data_version(), definitions=access.definitions.version
        ),
        warnings=tuple(_warnings(unwanted)),
        demo=access.store.is_demo(),
    )


def chosen(state: PageState) -> tuple[str, ...]:
    """The keys of the chosen cards; the usual ones until somebody has chosen."""
    return state.cards or USUAL


def usual_title() -> str:
    """What it is called until somebody has given it a title."""
    return _("Report to the board")


def selected(state: PageState) -> PageState:
    """What the cards are of: units or programme, day and period, and how the trials are divided."""
    return PageState(
        units=state.units,
        programme=state.programme,
        day=state.day,
        first=state.first,
        last=state.last,
        split=state.split,
    )


def _selection(access: Access, state: PageState) -> str:
    units = access.store.world().units
    names = dict(zip(units["unit_id"], units["name"], strict=True))
    parts = [names.get(key, key) for key in state.units]
    parts += [_("the programme {name}").format(name=state.programme)] if state.programme else []
    return ", ".join(parts or names.values()) or _("everything")


def _warnings(unwanted: list[str]) -> Iterator[str]:
    told = {"title": _("The title"), "introduction": _("The introduction")}
    for name in unwanted:
        yield _(
            "{what} holds what looks like a personal identity number, and is left out. Take the number away."
        ).format(what=told[name])
