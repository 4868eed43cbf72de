"""Reading a drawn component as a reader would: its text, and its parts by class, tag or attribute."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def walk(node: Any) -> Iterator[Any]:
    """Every component and text below a node, in order."""
    if isinstance(node, list | tuple):
        for part in node:
            yield from walk(part)
    elif node is not None:
        yield node
        if isinstance(node, Component):
            yield from walk(getattr(node, "children", None))


def text(node: Any) -> str:
    """All text below a node."""
    return "".join(str(part) for part in walk(node) if not isinstance(part, Component))


def parts(node: Any, tag: str = "", class_name: str = "", **attributes: Any) -> list[Component]:
    """The components below a node with a tag, a class and attributes (`aria_sort` is `aria-sort`)."""
    found = []
    for part in walk(node):
        if not isinstance(part, Component) or (tag and type(part).__name__ != tag):
            continue
        if class_name and class_name not in (getattr(part, "className", None) or "").split():
            continue
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        if all(getattr(part, name, None) == value for name, value in wanted.items()):
            found.append(part)
    return found
