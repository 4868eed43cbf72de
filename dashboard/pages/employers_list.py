"""The list of the finder: each employer with what one chooses by."""

from functools import lru_cache

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.definitions import rows_href
from dashboard.components.links import chip, link
from dashboard.components.marks import Node, avatars, icon, mark_rung, mark_warmth, status
from dashboard.components.states import state_empty
from dashboard.components.still import Kept, kept
from dashboard.components.strength import strength_bar
from dashboard.components.tables import Paging, pager
from dashboard.domain.definitions import Definitions, StrengthWeights
from dashboard.i18n import _, day, language, ngettext, number
from dashboard.pages.employer_words import employer_path, free_places, trial_sentence, where_and_what
from dashboard.reports.finder import PAGE_SIZE, EmployerLine, Finder
from dashboard.reports.state import PageState

PATH = "/arbetsgivare"
FILTERS = (
    ("text", ""),
    *((name, None) for name in ("sector", "ownership", "rung", "warmth", "locality", "municipality")),
    *((name, None) for name in ("coach", "free")),
)
KEPT_ROWS = 2_000
"""Rows whose drawing is kept, in all languages together."""
WITHOUT_FILTERS = {**dict(FILTERS), "page": 1}


def list_head(found: Finder, state: PageState) -> list[Component]:
    """How many fit, in which order, and the filters in force as chips that can be taken away."""
    return [
        html.H2(_sentence(found), **{"data-announce": "yes"}),
        html.P([*_beside(found, state)], className="b-s b-muted"),
        *_chips(found, state),
    ]


def employer_list(found: Finder, state: PageState, definitions: Definitions) -> list[Component]:
    """The page of employers, or what to loosen when none fits."""
    notices = [_notice(sentence) for sentence in found.notices]
    if not found.matching:
        return [*notices, _nothing(found, state)]
    chosen = found.selected.employer_id if found.selected else ""
    rows = [_row(line, state, definitions, line.employer_id == chosen) for line in found.lines]
    start = found.lines[0].number
    paging = Paging(found.page, PAGE_SIZE, found.matching, lambda page: _page_href(state, page))
    return [*notices, html.Ol(rows, className="a-list", start=start), pager(ids.Employers.LIST, paging)]


def _page_href(state: PageState, page: int) -> str:
    # A chosen employer decides which page is shown, so turning the page lets go of it.
    return state.href(PATH, page=page, employer=None)


def _sentence(found: Finder) -> str:
    if not found.criteria:
        return ngettext("{n} employer", "{n} employers", found.total).format(n=number(found.total))
    return ngettext("{k} of {n} employer fits", "{k} of {n} employers fit", found.total).format(
        k=number(found.matching), n=number(found.total)
    )


def _beside(found: Finder, state: PageState) -> list[Node]:
    said: list[Node] = []
    if state.day is not None:
        said += [_("As it was on {day}.").format(day=day(state.day)), " "]
    to_map = html.A(
        _("To the map"), href=f"#{ids.Employers.MAP_CARD}", className="a-tomap", disable_n_clicks=True
    )
    rows = link(
        _("Show the rows"), rows_href("finder.matching", state), link_id=f"{ids.Employers.LIST}-rader"
    )
    return [*said, _orders().get(found.sort, ""), " ", rows, " ", to_map]


def _orders() -> dict[str, str]:
    return {
        "-strength": _("The strongest relation first."),
        "strength": _("The weakest relation first."),
        "name": _("By name."),
        "-name": _("By name, from the end."),
        "-last_on": _("The latest contact first."),
        "last_on": _("The longest since contact first."),
        "-free": _("Most free places first."),
        "free": _("Fewest free places first."),
    }


def _chips(found: Finder, state: PageState) -> list[Component]:
    if not found.criteria:
        return []
    chips = [chip(one.text, state.href(PATH, page=1, **{one.attribute: one.empty})) for one in found.criteria]
    clear = link(_("Clear all"), state.href(PATH, **WITHOUT_FILTERS), "b-btn b-btn--quiet b-s")
    return [html.Div([*chips, clear], className="b-chips b-chips--below b-noprint")]


def _notice(sentence: str) -> Component:
    return html.P([icon("attention"), sentence], className="b-notice b-notice--attention", role="status")


def _nothing(found: Finder, state: PageState) -> Component:
    ways: list[Node] = [
        link(
            _("Without {filter}: {n}").format(filter=one.criterion.text, n=number(one.matching)),
            state.href(PATH, page=1, **{one.criterion.attribute: one.criterion.empty}),
            "b-chip",
        )
        for one in found.loosened
    ]
    if not found.total:
        text = _("The selection holds no employers on this day.")
    elif ways:
        text = _("Take one of the filters away, and there are some again:")
    else:
        text = _("No single filter is to blame. Take several away.")
    clear = link(_("Clear all"), state.href(PATH, **WITHOUT_FILTERS), "b-btn")
    return state_empty(_("No employer fits"), text, [*ways, clear], level=3)


def _row(line: EmployerLine, state: PageState, definitions: Definitions, chosen: bool) -> Component:
    where, marks, strength, facts = _unlinked(line, definitions.strength_weights, language())
    name = html.H3(
        link(
            line.name,
            state.href(employer_path(line.employer_id), employer=line.employer_id, page=1),
            link_id=f"{ids.Employers.LIST}-{line.number}",
        )
    )
    return html.Li(
        [
            _number(line, state, chosen),
            html.Div([name, where, marks], className="a-row__main"),
            strength,
            facts,
        ],
        className="a-row a-row--sel" if chosen else "a-row",
        **({"aria-current": "true"} if chosen else {}),
    )


@lru_cache(maxsize=KEPT_ROWS)
def _unlinked(line: EmployerLine, weights: StrengthWeights, _language: str) -> tuple[Kept, ...]:
    """The parts of a row that hold no links: the same whatever the address says, so they are kept."""
    marks: list[Component] = [mark_rung(line.rung), mark_warmth(line.warmth)]
    if line.fatigued:
        marks.append(status("attention", _("Tired of us")))
    return (
        kept(html.P(where_and_what(line), className="b-s b-muted")),
        kept(html.P(marks, className="a-row__marks b-s")),
        kept(html.Div(strength_bar(line.strength, line.level, line.parts, weights), className="a-row__str")),
        kept(_facts(line)),
    )


def _number(line: EmployerLine, state: PageState, chosen: bool) -> Component:
    """The number in the list, which also points the employer out on the map."""
    text = _("{name} is shown on the map") if chosen else _("Show {name} on the map")
    return link(
        number(line.number),
        state.href(PATH, employer=None if chosen else line.employer_id, page=-(-line.number // PAGE_SIZE)),
        "a-row__no",
        current=chosen,
        label=f"{number(line.number)}. " + text.format(name=line.name),
        link_id=f"{ids.Employers.LIST}-no-{line.number}",
    )


def _facts(line: EmployerLine) -> Component:
    last = _("Contact {day}").format(day=line.last_on.isoformat()) if line.last_on else _("No contact yet")
    facts: list[tuple[str, Node]] = [
        (_("Results"), trial_sentence(line)),
        (_("Places"), free_places(line)),
        (_("Latest contact"), last),
        (_("Known by"), avatars(line.coaches)),
    ]
    return html.Dl(
        [html.Div([html.Dt(term, className="b-vh"), html.Dd(value)]) for term, value in facts],
        className="a-row__facts b-s",
    )
