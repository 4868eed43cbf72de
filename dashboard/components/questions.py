"""The ready questions: tiles that each show their answer as a number and open on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import link
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Question:
    """One ready question.

    Attributes:
        key: what `fraga` holds in the address.
        text: the question, short.
        answer: the number, as text.
        unit: the words after it ("of 120").
        href: the address that opens it, or that closes it when it is open.
    """

    key: str
    text: str
    answer: str
    unit: str
    href: str


def question_tiles(questions: Sequence[Question], chosen: str, label: str = "") -> Component:
    """The questions in a row; the chosen one is marked as current.

    Args:
        questions: the tiles.
        chosen: the key of the one that is open.
        label: the name of the row; "ready questions" when left out.
    """
    tiles = [html.Li(_tile(question, question.key == chosen)) for question in questions]
    return html.Nav(
        html.Ul(tiles, className="b-qs"),
        className="b-noprint",
        **{"aria-label": label or _("Ready questions")},
    )


def _tile(question: Question, is_chosen: bool) -> Component:
    return link(
        [
            html.Span([question.text, " "], className="b-q__t"),
            html.Span([html.B(question.answer), " ", question.unit], className="b-q__n"),
        ],
        question.href,
        "b-q",
        current=is_chosen,
        link_id=f"fraga-{question.key}",
    )
