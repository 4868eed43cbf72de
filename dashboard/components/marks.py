"""Icons, and the marks that mean the same on every page: rung, warmth, level, outcome and status."""

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import _, number
from dashboard.words import word

Node: TypeAlias = Component | str | int | float | Sequence[Any] | None
"""What Dash takes as children."""

StatusKind = Literal["good", "attention", "critical", "neutral"]

_OUTCOME_ICONS = {
    "new_placement": "new",
    "no_job": "none",
    "interrupted_client": "client",
    "interrupted_employer": "employer",
    "interrupted_other": "other",
}


def icon(name: str) -> Component:
    """A picture of `assets/15-icons.css`; always beside a word, so hidden from screen readers."""
    return html.Span(className=f"b-i b-i--{name}", **{"aria-hidden": "true"})


def hidden_text(text: str) -> Component:
    """Text for screen readers only."""
    return html.Span(text, className="b-vh")


def count(value: int, meaning: str = "") -> Component:
    """A number in a pill; `meaning` is read before it ("to do: 6")."""
    spoken = [hidden_text(f"{meaning}: ")] if meaning else []
    return html.Span([*spoken, number(value)], className="b-count")


def _mark(icon_name: str, text: str) -> Component:
    return html.Span([icon(icon_name), text], className="b-mark")


def mark_rung(rung: int) -> Component:
    """A rung of the relationship ladder, 0–5: the number of corners and the word."""
    return _mark(f"rung-{rung}", word("rung", rung))


def mark_warmth(warmth: str) -> Component:
    """How warm a relation is: a thermometer and the word."""
    return _mark(f"warm-{warmth}", word("warmth", warmth))


def mark_look(look: str, text: str) -> Component:
    """A mark of the network picture, by the class of its node, and what it stands for."""
    return _mark(look, text)


def mark_outcome(outcome: str) -> Component:
    """How a placement ended, `running`, or `unknown`: its own sign, in the colour of its group."""
    return _mark(f"out-{_OUTCOME_ICONS.get(outcome, outcome)}", word("outcome", outcome))


def mark_level(level: str, strength: float | None = None) -> Component:
    """The strength as a whole number with its level in words: "81 stark"."""
    level_word = html.Span(word("level", level), className="b-muted")
    if strength is None or level == "none":
        return level_word
    return html.Span([html.B(number(round(strength))), " ", level_word], className="b-nowrap")


def status(kind: StatusKind, text: str, icon_name: str = "") -> Component:
    """A state with its colour, an icon and a word; the word alone must be enough."""
    default = "clock" if kind == "neutral" else kind
    return html.Span([icon(icon_name or default), text], className=f"b-status b-status--{kind}")


def avatar(name: str) -> Component:
    """A coach: the first letter in a ring, and the name."""
    letter = html.Span(name[:1].upper(), **{"aria-hidden": "true"})
    return html.Span([letter, name], className="b-ava")


def avatars(names: Sequence[str]) -> Component:
    """Several coaches in a row; a sentence when there is none."""
    if not names:
        return html.Span(_("nobody now"), className="b-muted")
    return html.Span([avatar(name) for name in names], className="b-avas")
