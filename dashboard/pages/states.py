"""Every part and every state on one page: for whoever builds the next page, and for the tests."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, graph_card
from dashboard.components.fields import check_group, select, text_input
from dashboard.components.links import button_link, chip, link
from dashboard.components.marks import (
    Node,
    avatars,
    icon,
    mark_outcome,
    mark_rung,
    mark_warmth,
    status,
)
from dashboard.components.questions import Question, question_tiles
from dashboard.components.shell import tag
from dashboard.components.states import (
    map_unavailable,
    state_empty,
    state_error,
    state_loading,
    state_too_few,
)
from dashboard.components.strength import PARTS, strength_bar, strength_key, strength_parts
from dashboard.components.tables import Column, Paging, Row, Sorting, data_table
from dashboard.domain.vocabulary import OUTCOMES, RUNGS, SUPPORT_NEEDS, WARMTHS
from dashboard.i18n import _, number
from dashboard.reports.access import Access
from dashboard.reports.state import PageState
from dashboard.words import choices, word

PATH = "/tillstand"
SAMPLE_PARTS = dict(zip(PARTS, (0.94, 0.83, 1.0, 0.33, 0.6, 0.64), strict=True))
SAMPLE_STRENGTHS = (81, 74, 69, 66, 63, 61, 56, 54, 39, 14)
PAGE_SIZE = 4


def layout(access: Access, state: PageState) -> Node:
    """All parts, with invented content."""
    return html.Div(
        [
            html.P(
                _("The unusual cases are drawn too. Each says what happened, why, and what you can do."),
                className="b-muted",
            ),
            html.Div(sample_questions(state), className="t-all"),
            html.Div(_states(), className="t-grid"),
            html.Div(id=ids.States.PICTURES, className="b-grid b-grid--2 t-pictures"),
            html.Div(sample_table(state), id=ids.States.TABLE, className="t-table"),
            _controls(state),
            _signs(),
        ],
        className="t-page",
    )


def _cell(said: str, body: Node, label: str, class_name: str = "") -> Component:
    section = html.Section(body, className="b-card", **{"aria-label": label})
    return html.Div([tag(said), section], className=f"t-cell {class_name}".strip())


def _states() -> list[Component]:
    nothing_yet = state_empty(
        _("The network will appear here"),
        _("Load employers and contacts, or try the sample data first."),
        [button_link(_("Back to the start"), "/", primary=True)],
        icon_name="upload",
    )
    no_match = state_empty(
        _("No employers match the selection"),
        _("Without **calm surroundings** there are {n}.").format(n=4),
        [chip(word("support_need", "calm"), "?"), chip(_("At most 12 km"), "?")],
    )
    return [
        _cell(_("Empty: no data yet"), nothing_yet, _("Empty")),
        _cell(_("Empty: the selection gives nothing"), no_match, _("No match")),
        _cell(_("Loading: the skeleton of a card"), state_loading(), _("Loading")),
        _cell(_("An error in a card"), state_error("7F3-214"), _("Error")),
        _cell(_("The map cannot be drawn"), map_unavailable(303, 9, ids.States.TABLE), _("No map")),
        html.Div([tag(_("Too few to say")), _too_few()], className="t-cell"),
    ]


def _too_few() -> Component:
    return graph_card(
        "tillstand-fa",
        _("Internships in care"),
        _("**{k} of {n}** led to work. Too few to say anything about the share.").format(k=2, n=4),
        state_too_few(0.15, 0.85),
    )


def sample_questions(state: PageState) -> Component:
    """The ready questions with invented answers."""
    samples = (
        ("leaving", _("If Anna leaves?"), "19", _("are left without a coach")),
        ("single_coach", _("Who depends on a single coach?"), "85", _("of {n}").format(n=120)),
        ("cooling", _("Who has cooled?"), "23", _("strong or medium")),
        ("strongest", _("Who are the strongest?"), "31", _("employers")),
    )
    questions = [
        Question(key, text, answer, unit, state.href(PATH, question=None if state.question == key else key))
        for key, text, answer, unit in samples
    ]
    return question_tiles(questions, state.question or "")


def sample_table(state: PageState) -> Component:
    """A table that is sorted and paged through the address."""
    sort = state.sort or "-strength"
    numbered = sorted(enumerate(SAMPLE_STRENGTHS, 1), key=lambda pair: pair[1], reverse=sort.startswith("-"))
    last = -(-len(numbered) // PAGE_SIZE)
    page = min(state.page, last)
    shown = numbered[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    table = data_table(
        "tillstand-lista",
        _("Invented employers. {shown} of {all} are shown.").format(shown=len(shown), all=len(numbered)),
        [
            Column("name", _("Employer")),
            Column("rung", _("Rung")),
            Column("strength", _("Strength"), sort="strength", descending_first=True),
            Column("running", _("Running"), number=True),
            Column("coaches", _("Known by")),
        ],
        [_sample_row(index, strength) for index, strength in shown],
        sorting=Sorting(sort, lambda key: state.href(PATH, sort=key, page=1)),
        paging=Paging(page, PAGE_SIZE, len(numbered), lambda target: state.href(PATH, page=target)),
    )
    return card("tillstand-kort-lista", _("The same as a list"), [table, strength_key()])


def _sample_row(index: int, strength: int) -> Row:
    level = "strong" if strength >= 60 else "medium" if strength >= 35 else "weak"
    return Row(
        {
            "name": _("Workplace {n}").format(n=index),
            "rung": mark_rung(min(5, strength // 14)),
            "strength": strength_bar(strength, level, dict.fromkeys(PARTS, strength / 100)),
            "running": number(index % 3) if index % 3 else None,
            "coaches": avatars(("Anna", "Elin")[: index % 3]),
        },
        href="?",
        selected=index == 2,
    )


def _controls(state: PageState) -> Component:
    options = [("", _("All")), *choices("warmth", WARMTHS)]
    needs = choices("support_need", SUPPORT_NEEDS[:4])
    buttons = html.Div(
        [
            html.Button(_("Primary"), type="button", className="b-btn b-btn--primary"),
            html.Button(_("Ordinary"), type="button", className="b-btn"),
            html.Button(_("Quiet"), type="button", className="b-btn b-btn--quiet"),
            chip(_("Chosen"), "?", on=True),
            link(_("A link"), "?"),
        ],
        className="b-chips",
    )
    fields = html.Div(
        [
            select("tillstand-varme", _("Warmth"), options, state.warmth or "", "varme"),
            text_input(
                "tillstand-sok",
                _("Search"),
                state.text,
                kind="search",
                query_key="q",
                placeholder=_("Name or place"),
            ),
            text_input("tillstand-antal", _("Number"), 12, kind="number", min=1, max=50),
            text_input("tillstand-avstand", _("At most (km)"), 12, kind="range", min=1, max=50, step=1),
            check_group("tillstand-behov", _("Can meet"), needs, ["calm"]),
        ],
        className="t-fields",
    )
    toast = html.Div([icon("check"), html.Span(_("The follow-up is done."))], className="b-toast")
    chips = check_group(
        "tillstand-om", _("If they leave:"), [("a", "Anna"), ("b", "Bashir")], ["a"], row=True
    )
    return card("tillstand-kort-val", _("Controls"), [buttons, chips, fields, toast])


def _signs() -> Component:
    def marks(title: str, items: Sequence[Component]) -> Component:
        return html.Div([html.H3(title), html.Ul([html.Li(item) for item in items])])

    statuses = [
        status("good", _("Good")),
        status("attention", _("Look into it")),
        status("critical", _("Urgent")),
        status("neutral", _("Planned")),
    ]
    return card(
        "tillstand-kort-tecken",
        _("Signs and colours, the same on every page"),
        [
            html.Div(
                [
                    marks(_("The relationship ladder"), [mark_rung(rung) for rung in RUNGS]),
                    marks(_("Warmth"), [mark_warmth(warmth) for warmth in WARMTHS]),
                    marks(_("Outcomes"), [mark_outcome(key) for key in (*OUTCOMES, "unknown", "running")]),
                    marks(_("Status"), statuses),
                ],
                className="t-marks",
            ),
            html.Div(
                [html.H3(_("Strength")), strength_parts(SAMPLE_PARTS)],
                className="t-strength",
            ),
            html.Div(
                [
                    _swatches(_("Categories"), "cat", 4),
                    _swatches(_("Sequential"), "seq", 6),
                    _swatches(_("Diverging"), "div", 7),
                ],
                className="t-pal",
            ),
        ],
    )


def _swatches(title: str, name: str, steps: int) -> Component:
    items = [
        html.Li([html.Span(className="t-sw", style={"background": f"var(--{name}-{step})"}), str(step)])
        for step in range(1, steps + 1)
    ]
    return html.Div([html.H3(title), html.Ul(items, className="t-sws")])
