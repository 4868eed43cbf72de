"""The picture's card: question, finding, who leaves, the canvas, and what is left out."""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import graph_card, rich, tools
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.fields import check_group
from dashboard.components.marks import Node
from dashboard.components.network_canvas import NetworkCanvas
from dashboard.components.questions import Question, question_tiles
from dashboard.figures.network_style import network_style
from dashboard.i18n import _, ngettext, number
from dashboard.pages.network_choices import choices
from dashboard.pages.network_compare import compare_controls
from dashboard.pages.network_ladder import left_out_of_ladder
from dashboard.pages.network_legend import legend
from dashboard.pages.network_list import PATH
from dashboard.pages.network_time import marks, time_bar
from dashboard.reports.access import Access
from dashboard.reports.network_answers import DEFAULT_QUESTION, answer, leaving_coaches
from dashboard.reports.network_findings import finding, question_title
from dashboard.reports.network_panels import tiles
from dashboard.reports.network_picture import Picture
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState
from dashboard.reports.trace import is_traceable

_FIGURES: Mapping[str, tuple[str, ...]] = {
    "single_coach": ("questions.single_coach", "questions.tied", "network.ties"),
    "leaving": (
        "questions.leaving",
        "questions.leaving.of",
        "network.if_leaves.running_of_coach",
        "network.if_leaves.due_of_coach",
        "questions.heir",
        "network.ties",
    ),
    "cooling": ("questions.cooling", "questions.cooling.of", "employers.by_warmth"),
    "strongest": ("questions.strongest", "questions.strongest.of", "ranking.strength"),
    "changed": ("questions.gained", "questions.lost", "questions.kept", "network.ties"),
    "shared": ("questions.shared", "questions.tied", "network.ties"),
    "stepping": ("questions.stepping", "questions.stepping.of", "questions.went_on"),
    "concentrated": ("questions.concentrated", "questions.concentrated.of", "questions.equal"),
}
_COLOURED: Mapping[str, str] = {
    "rung": "employers.by_ladder",
    "warmth": "employers.by_warmth",
    "ownership": "employers.by_ownership",
    "sector": "picture.look",
}
"""The figures of each question, and of what the marks stand for."""


def asked(state: PageState) -> str:
    """The question that the page is open on."""
    return state.question or DEFAULT_QUESTION


def question_row(access: Access, state: PageState) -> Component:
    """The ready questions as tiles; each opens the page on itself, with an empty search."""
    questions = [
        Question(
            tile.question,
            tile.text,
            tile.number,
            tile.unit,
            state.href(
                PATH,
                question=tile.question,
                change=None,
                layer=None,
                node=None,
                group=None,
                text="",
                sort=None,
                page=1,
            ),
        )
        for tile in tiles(access, state)
    ]
    return question_tiles(questions, "" if state.layer else asked(state))


def title(access: Access, state: PageState) -> str:
    """The question as a heading."""
    return question_title(answer(access, state), known(access, state))


def finding_parts(access: Access, state: PageState) -> list[Node]:
    """The finding, with its news in bold."""
    return rich(finding(answer(access, state), known(access, state)))


def question_controls(access: Access, state: PageState) -> Component | None:
    """What can be chosen under the question: who leaves, or the day to compare with."""
    return compare_controls(access, state) if asked(state) == "changed" else who_leaves(access, state)


def who_leaves(access: Access, state: PageState) -> Component | None:
    """The coaches to tick, under the question that needs them."""
    scope = known(access, state)
    if asked(state) != "leaving" or not scope.working:
        return None
    return check_group(
        ids.Network.LEAVING,
        _("If they left:"),
        [(coach, scope.name_of(coach)) for coach in scope.working],
        leaving_coaches(scope, state),
        query_key="om",
        row=True,
    )


def picture_card(access: Access, state: PageState, drawn: Picture) -> Component:
    """The card as it is first drawn. Afterwards its parts are filled one by one; the canvas stays."""
    canvas = NetworkCanvas(
        ids.Network.CANVAS,
        [],
        network_style("light"),
        label=_("A picture of coaches and employers. The list below holds the same."),
    )
    return graph_card(
        ids.Network.CARD,
        title(access, state),
        html.P(finding_parts(access, state), id=ids.Network.FINDING, className="b-finding"),
        control=html.Div(
            [
                html.Div(question_controls(access, state), id=ids.Network.WHO, className="n-who"),
                html.Div(choices(state), id=ids.Network.CHOICES, className="n-choices b-noprint"),
            ],
            className="n-controls",
        ),
        figure=html.Div([canvas, *_stores(access, state, drawn)]),
        caption=html.Div(caption(access, state, drawn), id=ids.Network.CAPTION),
        below=time_bar(access, state),
        class_name="n-main",
    )


def nodes(drawn: Picture) -> dict[str, Any]:
    """The base of the picture for the browser."""
    return {
        "key": drawn.key,
        "coaches": drawn.coaches,
        "employers": drawn.employers,
        "ties": drawn.ties,
        **drawn.codes,
    }


def _stores(access: Access, state: PageState, drawn: Picture) -> list[Component]:
    return [
        dcc.Store(id=ids.Network.NODES, data=nodes(drawn)),
        dcc.Store(id=ids.Network.MARKS, data=marks(access, state, drawn)),
        dcc.Store(id=ids.Network.FILM),
        dcc.Store(id=ids.Network.STYLES, data={name: network_style(name) for name in ("light", "dark")}),
    ]


def caption(access: Access, state: PageState, drawn: Picture) -> list[Node]:
    """The legend, what is left out, and what stands behind the question's figures."""
    signs = [html.Span(_key(*sign), className="b-mark") for sign in _signs(asked(state), drawn)]
    figures = _FIGURES[asked(state)]
    ladder = ("picture.ladder",) if drawn.ladder else ()
    explained = (
        *ladder,
        "employers.by_ladder",
        _COLOURED[state.colour],
        "employers.strength",
        "picture.look",
    )
    return [
        html.Div([*signs, *legend(access, state, drawn)], className="b-legend"),
        html.P(
            [left_out(drawn), " ", _("Size: strength."), *_left_out_of_time(drawn)],
            className="n-left-out" if drawn.ever or drawn.marks["shown"] else "n-left-out n-blank",
        ),
        *tools(
            how=how_counted(
                *dict.fromkeys((*figures, *explained)), definitions=access.definitions, state=state
            ),
            rows=rows_list(state, *filter(is_traceable, figures)),
        ),
    ]


def _left_out_of_time(drawn: Picture) -> list[str]:
    """What slider and play show where not every employer of all time fits in the picture."""
    nodes = len(drawn.employers)
    if drawn.neighbourhood or nodes >= drawn.ever:
        return []
    said = _(
        "Slider and play show these {n} of the {of} employers that have ever had a tie; the line above the "
        "slider counts all ties."
    )
    if drawn.ladder:
        said = _("Slider and play show these {n} of all {of} employers; the line above it counts all ties.")
    return [" ", said.format(n=number(nodes), of=number(drawn.ever))]


def _key(kind: str, text: str) -> list[Node]:
    return [html.Span(className=f"n-key n-key--{kind}", **{"aria-hidden": "true"}), text]


def _signs(question: str, drawn: Picture) -> list[tuple[str, str]]:
    if question == "leaving":
        return [("alarm", _("would be without a coach")), ("ring", _("strong relationship"))]
    if drawn.ladder:
        return [("meant", _("what the question is about"))]
    if question == "changed":
        return [("fresh", _("new or revived tie")), ("lost", _("lost tie"))]
    if question == "cooling":
        return [("meant", _("what the question is about")), ("gone", _("former tie"))]
    return [("meant", _("what the question is about"))]


def left_out(drawn: Picture) -> str:
    """How many employers the picture shows, of how many, and which are missing."""
    if drawn.neighbourhood:
        return _("Shows the neighbourhood: {n} of {of} employers with a living tie.").format(
            n=number(drawn.drawn), of=number(drawn.tied)
        )
    if drawn.ladder:
        return left_out_of_ladder(drawn)
    if not drawn.tied:
        said = _("No employer has a living tie on this day.")
    elif drawn.drawn < drawn.tied:
        said = _(
            "Shows {n} of {of} employers with a living tie: those of the question first, then the strongest."
        ).format(n=number(drawn.drawn), of=number(drawn.tied))
    else:
        said = ngettext(
            "Shows the only employer with a living tie.",
            "Shows all {of} employers with a living tie.",
            drawn.tied,
        ).format(of=number(drawn.tied))
    if not drawn.without:
        return said
    rest = ngettext(
        "{n} without a living tie is drawn only when the question is about it.",
        "{n} without a living tie are drawn only when the question is about them.",
        drawn.without,
    ).format(n=number(drawn.without))
    return f"{said} {rest}"
