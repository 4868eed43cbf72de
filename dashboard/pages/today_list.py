"""What needs somebody, line by line: why, whom it is about, what to do, and the form to do it with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import rich, tools
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node, StatusKind, avatars, count, hidden_text, status
from dashboard.components.states import state_empty
from dashboard.components.still import element
from dashboard.components.tables import Paging, pager
from dashboard.components.writing_forms import contact_form, follow_up_form, plan_form, quiet_form
from dashboard.domain.period import today
from dashboard.i18n import _
from dashboard.pages.client_words import client_link
from dashboard.pages.employer_words import employer_path
from dashboard.pages.follow_heat import PATH as FOLLOW_UPS
from dashboard.reports.access import Access
from dashboard.reports.follow_findings import hidden_sentence
from dashboard.reports.quiet import quiet_period
from dashboard.reports.state import NEEDS, PageState
from dashboard.reports.today import PAGE_SIZE, Today
from dashboard.reports.today_gaps import NewGap
from dashboard.reports.today_needs import Need
from dashboard.reports.today_words import (
    gap_about,
    gap_name,
    gap_why,
    held_against,
    next_step,
    today_finding,
    why,
)
from dashboard.reports.writable import (
    WritableFollowUp,
    WritablePlacement,
    writable_follow_ups,
    writable_placements,
)
from dashboard.words import word

PATH, GAPS, FINDER = "/idag", "/luckor", "/arbetsgivare"
STATUS: Mapping[str, tuple[StatusKind, str]] = {
    "overdue": ("critical", ""),
    "due": ("attention", ""),
    "at_risk": ("critical", ""),
    "ending": ("attention", "clock"),
    "unseen": ("attention", ""),
    "meeting": ("neutral", "calendar"),
    "cooling": ("neutral", "warm-cooling"),
    "tired": ("neutral", "clock"),
    "gap": ("neutral", "n-luckor"),
}
MANY = 5
"""From so many lines on it helps to look at one kind at a time."""
MEASURES = (
    *("today.order", "today.at_risk", "today.ending", "today.meetings"),
    *("today.cooling", "today.tired", "today.new_gaps"),
)


@dataclass(frozen=True, slots=True)
class Forms:
    """What the lines of a page share.

    Attributes:
        access: who looks.
        follow_ups: those that may be marked as done.
        placements: those for which a follow-up may be planned; the form of each stands once on a page.
        writes: whether anything may be written: not on a past day.
        tells_coaches: whether each line says whose it is, as it does when they are several coaches'.
    """

    access: Access
    follow_ups: Mapping[str, WritableFollowUp]
    placements: dict[str, WritablePlacement]
    writes: bool
    tells_coaches: bool


def list_body(access: Access, found: Today, state: PageState) -> list[Component]:
    """The finding, the kinds, and the page of lines that the address asks for."""
    said = [html.P(rich(today_finding(found)), className="b-finding")]
    if found.hidden:
        said.append(html.P(hidden_sentence(found.hidden), className="b-note"))
    return [*said, *_kinds(found, state), *_lines(access, found, state), *_foot(access, found, state)]


def _kinds(found: Today, state: PageState) -> list[Component]:
    """Each kind that there is, as a link that narrows the list to it, or widens it again."""
    held = [kind for kind in NEEDS if found.counts[kind] or kind == state.need]
    if state.need is None and (len(held) < 2 or found.of < MANY):
        return []
    items = [html.Li(_kind(kind, found.counts[kind], state)) for kind in held]
    return [html.Nav(html.Ul(items, className="i-kinds"), **{"aria-label": _("Kinds of what needs you")})]


def _kind(kind: str, number_of: int, state: PageState) -> Component:
    chosen = state.need == kind
    return link(
        [word("need", kind), " ", count(number_of)],
        state.href(PATH, need=None if chosen else kind, page=1),
        "b-chip b-chip--on" if chosen else "b-chip",
        current=chosen,
        link_id=f"idag-slag-{kind}",
    )


def _lines(access: Access, found: Today, state: PageState) -> list[Component]:
    if not found.found:
        return [_nothing(found, state)]
    forms = _forms(access, found, state)
    lines = [_line(line, forms, state) for line in found.lines]
    lines += [_gap_line(gap, state) for gap in found.gaps]
    paging = Paging(found.page, PAGE_SIZE, found.found, lambda page: state.href(PATH, page=page))
    first = (found.page - 1) * PAGE_SIZE + 1
    return [
        element("ol", *lines, class_="i-list", start=str(first), id=ids.Today.ROWS + "-lista"),
        pager(ids.Today.ROWS, paging),
    ]


def _forms(access: Access, found: Today, state: PageState) -> Forms:
    writes = state.day is None
    firsts = [line[0] for line in found.lines if writes]
    late = [need.follow_up_id for need in firsts if need.kind in {"overdue", "due"}]
    placed = [need.placement_id for need in firsts if need.runs and need.kind != "meeting"]
    return Forms(
        access,
        {one.follow_up_id: one for one in writable_follow_ups(access, late)} if late else {},
        {one.placement_id: one for one in writable_placements(access, placed)} if placed else {},
        writes=writes,
        tells_coaches=found.whose is None,
    )


def _line(line: Sequence[Need], forms: Forms, state: PageState) -> Any:
    first, definitions = line[0], forms.access.definitions
    marks = [_mark(need.kind, why(need, definitions)) for need in line]
    whose = [avatars(first.coaches)] if first.coaches and forms.tells_coaches else []
    held = " ".join(text for need in line if (text := held_against(need)))
    ways = _ways(first, forms, state)
    return element(
        "li",
        html.P([*marks, *whose], className="i-why"),
        html.P(_about(first, state), className="i-what"),
        html.P(html.B(next_step(first, definitions.standard.grace))),
        *([html.P(held, className="b-s b-muted")] if held else []),
        *([element("div", *ways, class_="w-ways")] if ways else []),
        class_=f"i-need i-need--{STATUS[first.kind][0]}",
    )


def _mark(kind: str, text: str) -> Component:
    look, icon_name = STATUS[kind]
    return status(look, text, icon_name)


def _about(need: Need, state: PageState) -> list[Node]:
    """The client, the kind of placement and the employer; an employer alone by name."""
    employer = [_employer(need, state)] if need.employer_id else []
    if not need.client:
        return [html.Span([hidden_text(word("need", need.kind)), *employer])]
    kind = word("placement_kind", need.placement_kind)
    with_whom = [word("party", need.party)] if need.party else []
    parts = [html.B(client_link(need.client, state), className="b-nowrap"), kind, *employer, *with_whom]
    return [html.Span(part) for part in parts]


def _employer(need: Need, state: PageState) -> Component:
    place = PageState(units=state.units, programme=state.programme, day=state.day)
    return link(need.employer, place.href(employer_path(need.employer_id), employer=need.employer_id))


def _ways(first: Need, forms: Forms, state: PageState) -> list[Any]:
    """The forms of a line; on a past day none, and never the same one twice on a page."""
    day = today()
    if not forms.writes:
        return []
    made: list[Any] = []
    if first.follow_up_id in forms.follow_ups:
        made.append(follow_up_form(forms.follow_ups[first.follow_up_id], day))
    if first.kind != "meeting" and first.placement_id in forms.placements:
        made.append(plan_form(forms.placements.pop(first.placement_id), day))
    if first.kind == "cooling":
        made.append(contact_form(forms.access, first.employer_id, day))
    if first.kind == "tired":
        made += quiet_form(first.employer_id, quiet_period(forms.access, first.employer_id, day), day)
    if first.kind == "meeting":
        made.append(button_link(_("Open in Follow-up"), state.href(FOLLOW_UPS, need=None, page=1)))
    return made


def _gap_line(gap: NewGap, state: PageState) -> Any:
    here = state.href(GAPS, need=None, page=1, gap=gap.gap)
    return element(
        "li",
        html.P(_mark("gap", gap_why(gap)), className="i-why"),
        html.P([html.Span(html.B(gap_name(gap))), html.Span(gap_about(gap))], className="i-what"),
        html.P(html.B(_("See what would close it"))),
        element("div", button_link(_("Open in Gaps"), here), class_="w-ways"),
        class_="i-need i-need--neutral",
    )


def _nothing(found: Today, state: PageState) -> Component:
    if state.need is not None and found.of:
        return state_empty(
            _("Nothing of this kind"),
            _("Nothing that you may see is of the kind that is chosen."),
            [button_link(_("Show all"), state.href(PATH, need=None, page=1))],
            level=3,
        )
    ways = [
        button_link(_("See what is planned"), state.href(FOLLOW_UPS, need=None, page=1)),
        button_link(_("Find an employer"), FINDER),
    ]
    return state_empty(
        _("Nothing is urgent"),
        _(
            "No follow-up is late or for today, every placement has been looked after, and no relation is "
            "about to fade. A good day to get to know somebody new."
        ),
        ways,
        level=3,
        icon_name="good",
    )


def _foot(access: Access, found: Today, state: PageState) -> list[Component]:
    here = state.replace(coach=found.whose, need=None, page=1)
    late = ("follow_ups.due", "follow_ups.overdue", "follow_ups.unseen")
    how = how_counted(*MEASURES, *late, definitions=access.definitions, state=here)
    return tools(how=how, rows=rows_list(here, *MEASURES, *late))
