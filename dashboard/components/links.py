"""Links within the application.

A plain `<a href>`, marked so that `assets/40-app.js` can follow it without loading the page again. It works
with the keyboard, in a new tab and before the script has run, and may carry `aria-current`.
"""

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node, hidden_text, icon
from dashboard.i18n import _


def link(
    children: Node,
    href: str,
    class_name: str = "",
    *,
    current: bool | str = False,
    label: str = "",
    link_id: str = "",
) -> Component:
    """A link to another page or another state of this one.

    Args:
        children: what is read and clicked.
        href: a path, or only a query (`?fraga=svalnat`) for another state of the page at hand.
        class_name: classes of the look.
        current: whether it leads to what is shown now; a text is used as the value of `aria-current`.
        label: an accessible name when the text alone does not say where it leads.
        link_id: keeps focus in place when a callback draws the link again.
    """
    extra: dict[str, str] = {"data-app": "yes"}
    if current:
        extra["aria-current"] = current if isinstance(current, str) else "true"
    if label:
        extra["aria-label"] = label
    if link_id:
        extra["id"] = link_id
    return html.A(children, href=href, className=class_name or None, disable_n_clicks=True, **extra)


def button_link(children: Node, href: str, *, primary: bool = False, quiet: bool = False) -> Component:
    """A link that looks like a button."""
    kind = " b-btn--primary" if primary else " b-btn--quiet" if quiet else ""
    return link(children, href, f"b-btn{kind}")


def chip(text: str, href: str = "", *, on: bool = False) -> Component:
    """A choice that is in force. With `href` it is a link to the page without it."""
    class_name = "b-chip b-chip--on" if on else "b-chip"
    if not href:
        return html.Span(text, className=class_name)
    return link([text, " ", icon("x"), hidden_text(_("remove"))], href, class_name)
