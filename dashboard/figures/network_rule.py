"""One rule of cytoscape's stylesheet, from Python's own names."""

from typing import Any


def rule(selector: str, **style: Any) -> dict[str, Any]:
    """A selector and its style.

    >>> rule("node", background_color="#FFFFFF")
    {'selector': 'node', 'style': {'background-color': '#FFFFFF'}}
    """
    return {"selector": selector, "style": {key.replace("_", "-"): value for key, value in style.items()}}
