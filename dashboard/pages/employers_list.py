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
from dashboard.i18n import _, day, language, ngettext, number, wording
from dashboard.pages.employer_words import (
    ask_first,
    away_words,
    employer_path,
    free_places,
    trial_sentence,
    where_and_what,
)
from dashboard.pages.employers_table import employer_table, number_link
from dashboard.reports.finder import PAGE_SIZE, EmployerLine, Finder
from dashboard.reports.nearby import origin_words
from dashboard.reports.occupation_words import reading_words
from dashboard.reports.state import LOOKS, PageState
from dashboard.wording import Wording

PATH = "/arbetsgivare"
FILTERS = (
    ("text", ""),
    *((name, None) for name in ("sector", "ownership", "rung", "warmth", "locality", "municipality")),
    *((name, None) for name in ("coach", "free", "occupation", "succeeded", "near", "within", "reading")),
    *((name, ()) for name in ("adjustments", "spared")),
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
        *_readings(found, state),
        *_measured(found, state),
        _looks(state),
    ]


def _looks(state: PageState) -> Component:
    """The same employers as a list, as cards or as a table."""
    words = {"list": _("List"), "cards": _("Cards"), "table": _("Table")}
    links = [
        link(
            words[look],
            state.href(PATH, look=look),
            "b-chip b-chip--on" if look == state.look else "b-chip",
            current=look == state.look,
            link_id=f"{ids.Employers.HEAD}-{look}",
        )
        for look in LOOKS
    ]
    return html.Nav(links, className="b-chips b-chips--below b-noprint", **{"aria-label": _("Shown as")})


def _readings(found: Finder, state: PageState) -> list[Component]:
    """What words were read as occupations: the chip reads them as names alone."""
    chips = [chip(reading_words(one), state.href(PATH, page=1, reading="names")) for one in found.read_as]
    if state.reading == "names" and state.text:
        both = link(_("Read as occupations too"), state.href(PATH, page=1, reading=None), "b-chip")
        chips.append(both)
    return [html.Div(chips, className="b-chips b-chips--below b-noprint")] if chips else []


def _measured(found: Finder, state: PageState) -> list[Component]:
    """From where it is measured, and how many nobody can measure to."""
    if found.origin is None:
        return []
    said: list[Node] = [origin_words(found.origin)]
    if found.unmeasured:
        more = ngettext(
            "{n} more fits all else, but its place is not known well enough to measure.",
            "{n} more fit all else, but their places are not known well enough to measure.",
            found.unmeasured,
        ).format(n=number(found.unmeasured))
        said += [" ", more, " ", link(_("Show the rows"), rows_href("finder.unmeasured", state))]
    return [html.P(said, className="b-note")]


def employer_list(found: Finder, state: PageState, definitions: Definitions) -> list[Component]:
    """The page of employers, or what to loosen when none fits."""
    notices = [_notice(sentence) for sentence in found.notices]
    if not found.matching:
        return [*notices, _nothing(found, state)]
    chosen = found.selected.employer_id if found.selected else ""
    paging = Paging(found.page, PAGE_SIZE, found.matching, lambda page: _page_href(state, page))
    if state.look == "table":
        return [*notices, employer_table(found, state, chosen), pager(ids.Employers.LIST, paging)]
    rows = [_row(line, found, state, definitions, line.employer_id == chosen) for line in found.lines]
    names = "a-list a-list--cards" if state.look == "cards" else "a-list"
    listed = html.Ol(rows, className=names, start=found.lines[0].number)
    return [*notices, listed, pager(ids.Employers.LIST, paging)]


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
        "distance": _("The nearest first."),
        "-distance": _("The farthest first."),
    }


def _chips(found: Finder, state: PageState) -> list[Component]:
    if not found.criteria:
        return []
    chips = [chip(one.text, state.href(PATH, page=1, **{one.attribute: one.empty})) for one in found.criteria]
    clear = link(_("Clear all"), state.href(PATH, **WITHOUT_FILTERS), "b-btn b-btn--quiet b-s")
    return [html.Div([*chips, clear], className="a-crit b-chips b-chips--below b-noprint")]


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


def _row(
    line: EmployerLine, found: Finder, state: PageState, definitions: Definitions, chosen: bool
) -> Component:
    where, marks, strength, facts = _unlinked(line, definitions.strength_weights, language(), wording())
    name = html.H3(
        link(
            line.name,
            state.href(employer_path(line.employer_id), employer=line.employer_id, page=1),
            link_id=f"{ids.Employers.LIST}-{line.number}",
        )
    )
    return html.Li(
        [
            number_link(line, state, chosen),
            html.Div(
                [name, where, *_away(line, found), marks, *_quiet(line, found)], className="a-row__main"
            ),
            strength,
            facts,
        ],
        className="a-row a-row--sel" if chosen else "a-row",
        **({"aria-current": "true"} if chosen else {}),
    )


def _away(line: EmployerLine, found: Finder) -> list[Component]:
    """How far away it is, when a place to measure from is named."""
    if found.origin is None:
        return []
    return [html.P(away_words(line, found), className="b-s")]


def _quiet(line: EmployerLine, found: Finder) -> list[Component]:
    """That it is to be left in peace, and until when."""
    until = found.quiet.get(line.employer_id)
    if until is None:
        return []
    said = _("Quiet period until {day}").format(day=day(until))
    return [html.P(status("attention", said), className="b-s")]


@lru_cache(maxsize=KEPT_ROWS)
def _unlinked(
    line: EmployerLine, weights: StrengthWeights, _language: str, _words: Wording
) -> tuple[Kept, ...]:
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


def _facts(line: EmployerLine) -> Component:
    last = _("Contact {day}").format(day=line.last_on.isoformat()) if line.last_on else _("No contact yet")
    facts: list[tuple[str, Node]] = [
        (_("Results"), trial_sentence(line)),
        (_("Places"), free_places(line)),
        (_("Latest contact"), last),
        (_("Known by"), avatars(line.coaches)),
        *([(_("Ask first"), ask_first(line))] if line.coaches else []),
    ]
    return html.Dl(
        [html.Div([html.Dt(term, className="b-vh"), html.Dd(value)]) for term, value in facts],
        className="a-row__facts b-s",
    )
