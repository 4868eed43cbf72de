"""Markup without callbacks of its own, drawn as one Dash component instead of hundreds.

Dash gives every component a subscription to its store, and asks all of them at each step of each callback: a
list of a thousand components takes seconds to change. What only shows text and links needs none of that. It
travels as a tree in one attribute, and `assets/45-still.js` builds it with the DOM's own functions, so that
text stays text.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node

ATTRIBUTE = "data-still"
NAMESPACE = "dash_html_components"
_RENAMED = {"className": "class", "htmlFor": "for"}
_OF_DASH = {"_prop_names", "_valid_wildcard_attributes", "available_properties"}
_LEFT_OUT = _OF_DASH | {
    *("children", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "loading_state", "key"),
    "available_wildcard_properties",
}
"""What a component holds besides what is drawn. Its own `to_plotly_json` asks for every attribute there is,
which takes a third of the time of a page."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Markup whose tree is made already: for what is shown again and again."""

    tree: Any


def kept(node: Node) -> Kept:
    """The node as a part of other markup that is to be drawn still, and only there."""
    return Kept(_tree(node))


def element(tag: str, *children: Any, **attributes: str | int | bool | None) -> Any:
    """A part that Dash has no component for, such as an input of a form: for markup that is drawn still.

    `for_` and `class_` lose their `_`, and the others in a name become hyphens.
    """
    plain = {
        name.rstrip("_").replace("_", "-"): value
        for name, value in attributes.items()
        if value is not None and value is not False
    }
    return Kept([tag, plain, *(_tree(child) for child in children if child is not None)])


def still(holder_id: str, children: Node, class_name: str = "") -> Component:
    """A place that shows the children; a callback fills it through `Output(holder_id, ATTRIBUTE)`."""
    return html.Div(
        id=holder_id,
        className=class_name or None,
        disable_n_clicks=True,
        **{ATTRIBUTE: drawn_still(children)},
    )


def drawn_still(children: Node) -> str:
    """The children as the text that the attribute holds.

    >>> drawn_still(html.P(["Hej ", html.B("då")], className="b-s"))
    '[["p",{"class":"b-s"},"Hej ",["b",{},"då"]]]'

    Raises:
        TypeError: for a component that is more than markup.
    """
    parts = children if isinstance(children, list | tuple) else [children]
    return json.dumps([_tree(part) for part in parts], ensure_ascii=False, separators=(",", ":"))


def _tree(node: Any) -> Any:
    if isinstance(node, Kept):
        return node.tree
    if node is None or isinstance(node, str | int | float):
        return node
    if isinstance(node, Sequence):
        return ["", {}, *(_tree(part) for part in node)]
    if node._namespace != NAMESPACE:
        raise TypeError(f"{node._type} is more than markup")
    props = vars(node)
    children = props.get("children")
    inside = children if isinstance(children, list | tuple) else [children]
    return [node._type.lower(), _attributes(props), *(_tree(part) for part in inside if part is not None)]


def _attributes(props: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        _RENAMED.get(name, name if "-" in name else name.lower()): value
        for name, value in props.items()
        if name not in _LEFT_OUT and value is not None and value is not False
    }
