"""Bars around zero on one axis, with how far each may well move: the pictures of cost and benefit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node, hidden_text
from dashboard.i18n import _
from dashboard.reports.rounding import kronor


@dataclass(frozen=True, slots=True)
class Axis:
    """The lowest and the highest amount of a picture; zero lies between them."""

    low: float
    high: float

    def place(self, amount: float) -> float:
        """Where an amount lies, in per cent of the width."""
        return 100 * (amount - self.low) / ((self.high - self.low) or 1)

    def stretch(self, one: float, other: float) -> dict[str, str]:
        """From one amount to another, as a part of the picture."""
        first, last = sorted((self.place(one), self.place(other)))
        return {"left": f"{first:.2f}%", "width": f"{last - first:.2f}%"}


def axis_of(amounts: Iterable[float]) -> Axis:
    """The axis that holds all of the amounts, and zero."""
    held = [0.0, *amounts]
    return Axis(min(held), max(held))


def bar(axis: Axis, amount: float, ends: tuple[float, float] | None = None) -> Component:
    """An amount from zero, and the ends that it may well have."""
    kind = "gain" if amount >= 0 else "loss"
    drawn = [html.I(className=f"c-fill c-fill--{kind}", style=axis.stretch(0, amount))]
    drawn += [html.I(className="c-ends", style=axis.stretch(*ends))] if ends else []
    return _room(axis, drawn)


def swing(axis: Axis, one: float, other: float, now: float) -> Component:
    """From one result to another, and where it is now."""
    here = html.I(className="c-now", style={"left": f"{axis.place(now):.2f}%"})
    return _room(axis, [html.I(className="c-fill c-fill--swing", style=axis.stretch(one, other)), here])


def _room(axis: Axis, drawn: Sequence[Component]) -> Component:
    zero = html.I(className="c-zero", style={"left": f"{axis.place(0):.2f}%"})
    return html.Span([*drawn, zero], className="c-bar", **{"aria-hidden": "true"})


def rows(*each: tuple[Node, Component, Node]) -> Component:
    """Name, picture and sentence, one row each."""
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(name, className="c-name"),
                    drawn,
                    html.Span(said, className="c-said"),
                ],
                className="c-row",
            )
            for name, drawn, said in each
        ],
        className="c-rows",
    )


def ends_told(ends: tuple[float, float] | None) -> list[Node]:
    """The two ends, under an amount."""
    if ends is None or ends[0] == ends[1]:
        return []
    told = _("{low} to {high}").format(low=kronor(ends[0]), high=kronor(ends[1]))
    return [html.Br(), html.Span(told, className="c-ends-told")]


def columns(amounts: Sequence[float], line: float) -> Component:
    """One column a month, and the line that they have to reach."""
    most = max([line, *amounts, 1.0])
    drawn = [
        html.I(
            className=f"c-col{' c-col--paid' if amount >= line else ''}",
            style={"height": f"{max(0.0, 100 * amount / most):.2f}%"},
        )
        for amount in amounts
    ]
    level = html.I(className="c-level", style={"bottom": f"{100 * line / most:.2f}%"})
    return html.Div(
        [
            html.Div([*drawn, level], className="c-cols", **{"aria-hidden": "true"}),
            html.Div(
                [html.Span(_("month 1")), html.Span(_("month {n}").format(n=len(amounts)))],
                className="c-cols__ends",
                **{"aria-hidden": "true"},
            ),
            hidden_text(_("The same numbers stand in the table.")),
        ]
    )
