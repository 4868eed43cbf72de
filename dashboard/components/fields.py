"""Labelled native controls that keep their value in the address.

A control within `data-q="coach"` writes itself into the query of the page (`assets/40-app.js`); the page's
callbacks read the query. So every filter can be linked to, and the back button works.
"""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node

Options = Sequence[tuple[str, str]]
"""(value, label) pairs; the value "" is "all" and takes the key out of the address."""

ALL = "*"
"""What the browser holds for "": `dbc.Select` keeps the empty value for its own placeholder."""


def field(
    control_id: str,
    label: Node,
    control: Component,
    *,
    query_key: str = "",
    hint: str = "",
    hide_label: bool = False,
) -> Component:
    """A control under its label. With `query_key` its value is kept in the address under that key."""
    name = html.Label(label, htmlFor=control_id, className="b-vh" if hide_label else None)
    note = [html.Span(hint, className="b-field__hint")] if hint else []
    extra = {"data-q": query_key} if query_key else {}
    return html.Div([name, control, *note], className="b-field", **extra)


def select(control_id: str, label: Node, options: Options, value: str, query_key: str = "") -> Component:
    """A native select; the empty value stands for "all"."""
    control = dbc.Select(
        id=control_id,
        options=[{"value": key or ALL, "label": text} for key, text in options],
        value=value or ALL,
        className="b-select",
    )
    return field(control_id, label, control, query_key=query_key)


def text_input(
    control_id: str,
    label: Node,
    value: Any = "",
    *,
    kind: str = "text",
    query_key: str = "",
    hint: str = "",
    **more: Any,
) -> Component:
    """A native input: `kind` is text, search, date, number or range; `more` goes to `dbc.Input`."""
    class_name = "b-range" if kind == "range" else "b-input"
    control = dbc.Input(id=control_id, type=kind, value=value, class_name=class_name, **more)
    return field(control_id, label, control, query_key=query_key, hint=hint)


def text_area(
    control_id: str, label: Node, value: str = "", *, query_key: str = "", hint: str = "", **more: Any
) -> Component:
    """A native text area of some lines; `more` goes to `dbc.Textarea`."""
    control = dbc.Textarea(id=control_id, value=value, class_name="b-input b-input--area", **more)
    return field(control_id, label, control, query_key=query_key, hint=hint)


def check_group(
    group_id: str,
    legend: str,
    options: Options,
    chosen: Sequence[str],
    *,
    query_key: str = "",
    row: bool = False,
) -> Component:
    """Checkboxes under a legend; in the address the chosen values stand with commas between.

    With `row` they are chips in a row, otherwise lines under each other.
    """
    boxes = dbc.Checklist(
        id=group_id,
        options=[{"value": key, "label": text, "input_id": f"{group_id}-{key}"} for key, text in options],
        value=list(chosen),
        class_name="b-checks b-checks--row" if row else "b-checks",
        label_checked_class_name="b-checks__on",
    )
    extra = {"data-q-many": query_key} if query_key else {}
    return html.Fieldset([html.Legend(legend), boxes], className="b-fs b-fs--row" if row else "b-fs", **extra)
