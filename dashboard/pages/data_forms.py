"""Plain forms, of the pages Data and Publicera, each with what it is about and the token of the session.

`assets/53-data.js` puts the session's token into `csrf_token` when a form is sent.
"""

from typing import Any

from dashboard.components.marks import Node
from dashboard.components.still import element

BEGIN = "/data/import/"


def form(
    step: str, *children: Any, job: str = "", class_: str = "u-form", begin: str = BEGIN, **more: str
) -> Any:
    """A form that does one step of an import, or of what begins with another address."""
    hidden = [element("input", type="hidden", name="csrf_token", value="")]
    hidden += [element("input", type="hidden", name="jobb", value=job)] if job else []
    return element("form", *hidden, *children, action=begin + step, method="post", class_=class_, **more)


def submit(text: Node, *, primary: bool = False, quiet: bool = False) -> Any:
    """The button that sends a form."""
    kind = " b-btn--primary" if primary else " b-btn--quiet" if quiet else ""
    return element("button", text, type="submit", class_=f"b-btn{kind}")


def check(name: str, text: Node, *, checked: bool = False, hint: str = "", required: bool = False) -> Any:
    """A box to tick, with what it means."""
    note = [element("span", hint, class_="u-check__hint")] if hint else []
    box = element("input", type="checkbox", name=name, value="ja", checked=checked, required=required)
    return element("label", box, element("span", text, *note), class_="u-check")


def choice(name: str, label: Node, options: list[tuple[str, str]], chosen: str) -> Any:
    """A native select under its label."""
    boxes = [element("option", text, value=key, selected=key == chosen) for key, text in options]
    select = element("select", *boxes, name=name, id=f"val-{name}", class_="b-select")
    return element("div", element("label", label, for_=f"val-{name}"), select, class_="b-field")
