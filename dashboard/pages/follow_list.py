"""The list of open follow-ups, with its states as tiles."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import rich, tools
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node, StatusKind, avatar, status
from dashboard.components.questions import Question, question_tiles
from dashboard.components.states import state_empty
from dashboard.components.tables import Column, Paging, Row, Sorting, data_table
from dashboard.components.writing_forms import follow_up_form
from dashboard.domain.period import today
from dashboard.i18n import _, day_short, number
from dashboard.pages.client_words import client_link
from dashboard.pages.employer_words import employer_path
from dashboard.pages.follow_heat import PATH
from dashboard.reports.access import Access
from dashboard.reports.follow_findings import hidden_sentence, list_finding, next_step, placed_for, why
from dashboard.reports.follow_ground import FollowGround
from dashboard.reports.follow_list import PAGE_SIZE, SORTED, FollowList, day_of, follow_list
from dashboard.reports.state import FOLLOW_UP_STATES, PageState
from dashboard.reports.writable import WritableFollowUp, writable_follow_ups
from dashboard.words import word

MEASURES = (
    *("follow_lists.urgency", "follow_ups.due", "follow_ups.overdue", "follow_ups.lapsed"),
    "follow_ups.load.planned",
)
STATUS: Mapping[str, StatusKind] = {
    "overdue": "critical",
    "due": "attention",
    "planned": "neutral",
    "lapsed": "neutral",
}
ICONS = {"planned": "calendar", "lapsed": "x"}


def state_tiles(page: FollowGround) -> Component:
    """The states with how many of each; a tile narrows the list to it, or widens it again."""
    found, state = follow_list(page), page.page
    names = {"overdue": _("Late"), "due": _("For today"), "planned": _("Planned"), "lapsed": _("Lapsed")}
    units = {
        "overdue": _("should be done"),
        "due": _("to be done today"),
        "planned": _("ahead"),
        "lapsed": _("of what is over"),
    }
    questions = [
        Question(
            f"lage-{key}",
            names[key],
            number(found.by_state[key]),
            units[key],
            state.href(PATH, follow_state=None if state.follow_state == key else key, page=1),
        )
        for key in FOLLOW_UP_STATES
    ]
    return question_tiles(questions, f"lage-{state.follow_state}", _("States of the follow-ups"))


def list_body(access: Access, page: FollowGround) -> list[Component]:
    """The finding, the page of the list that the address asks for, and how it is counted."""
    found, state = follow_list(page), page.page
    said = [html.P(rich(list_finding(found)), className="b-finding")]
    if found.hidden:
        said.append(html.P(hidden_sentence(found.hidden), className="b-note"))
    how = how_counted(*MEASURES, definitions=access.definitions, state=state)
    shown = [_table(access, found, state)] if found.rows else [_nothing(state)]
    return [*said, *shown, *tools(how=how, rows=rows_list(state, *MEASURES))]


def _table(access: Access, found: FollowList, state: PageState) -> Component:
    grace = access.definitions.standard.grace
    forms = _forms(access, found, state)
    return data_table(
        f"{ids.FollowUps.TABLE}-tabell",
        _caption(found),
        [_column(key, label) for key, label in _labels().items()],
        [_row(row, grace, state, forms) for row in found.rows],
        sorting=Sorting(found.sort, lambda key: state.href(PATH, sort=key, page=1)),
        paging=Paging(found.page, PAGE_SIZE, found.found, lambda page: state.href(PATH, page=page)),
    )


def _labels() -> Mapping[str, str]:
    return {
        "why": _("Why"),
        "planned_on": _("Planned"),
        "employer": _("Employer"),
        "client": _("Client"),
        "kind": _("Kind"),
        "party": _("With whom"),
        "coach": _("Coach"),
        "next": _("Next step"),
    }


def _column(key: str, label: str) -> Column:
    return Column(key, label, sort=key if key in SORTED else "")


def _caption(found: FollowList) -> str:
    said = _("{k} of {n} follow-ups shown.").format(k=number(len(found.rows)), n=number(found.found))
    return said if found.sort else _("{said} The most urgent stands first.").format(said=said)


def _forms(access: Access, found: FollowList, state: PageState) -> Mapping[str, WritableFollowUp]:
    """The follow-ups that can be marked as done where they stand; on a past day none is written in."""
    if state.day is not None:
        return {}
    keys = [row["follow_up_id"] for row in found.rows]
    return {one.follow_up_id: one for one in writable_follow_ups(access, keys)}


def _row(row: Mapping[str, Any], grace: int, state: PageState, forms: Mapping[str, WritableFollowUp]) -> Row:
    planned = day_of(row["planned_on"])
    return Row(
        {
            "why": status(STATUS[row["state"]], why(row), ICONS.get(row["state"], "")),
            "planned_on": html.Span(day_short(planned), className="b-nowrap") if planned else None,
            "employer": _employer(row, state),
            "client": html.Span(client_link(row["client"], state), className="b-nowrap"),
            "kind": placed_for(row),
            "party": word("party", row["party"]) if _held(row["party"]) else None,
            "coach": avatar(row["coach"]) if _held(row["coach"]) else None,
            "next": _next(row, grace, forms.get(row["follow_up_id"])),
        }
    )


def _next(row: Mapping[str, Any], grace: int, writable: WritableFollowUp | None) -> Node:
    """What to do about it, and the form to say that it is done."""
    said = html.Span(next_step(row, grace), className="f-next")
    return said if writable is None else [said, follow_up_form(writable, today())]


def _held(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _employer(row: Mapping[str, Any], state: PageState) -> Node:
    if not _held(row["employer_id"]):
        return None
    place = state.replace(sort=None, page=1, text="", follow_state=None, party=None, kind=None, away=None)
    return link(row["employer"], place.href(employer_path(row["employer_id"]), employer=row["employer_id"]))


def _nothing(state: PageState) -> Component:
    narrowed = state.text or state.follow_state or state.party or state.kind or state.sector or state.coach
    if not narrowed:
        return state_empty(
            _("Nothing is open"),
            _("Follow-ups that are planned and not done stand here. None is, in this selection."),
            level=3,
            icon_name="good",
        )
    clear = state.href(
        PATH, text="", follow_state=None, party=None, kind=None, sector=None, coach=None, sort=None, page=1
    )
    return state_empty(
        _("Nothing matches"),
        _("No open follow-up that you may see matches what is chosen."),
        [button_link(_("Show all"), clear)],
        level=3,
    )
