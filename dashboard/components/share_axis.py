"""A share on a line from 0 to 100 per cent: its interval a band, the share a point if it is of enough."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.intervals import Share
from dashboard.components.marks import Node
from dashboard.i18n import _, number, percent
from dashboard.reports.telling import FEW, limits_told


def share_row(name: Node, share: Share, beside: str = "") -> list[Node]:
    """A row of shares: the name, the line, and the numbers in words, and `beside` under them."""
    more = [html.Span(beside, className="l-beside")] if beside else []
    return [
        html.Span(name, className="l-name"),
        html.Span(share_marks(share), className="l-axis", **{"aria-hidden": "true"}),
        html.Span([*_told(share), *more], className="l-said"),
    ]


def share_marks(share: Share) -> list[Component]:
    """The band and the point; nothing of a share of nobody."""
    if share.interval is None or share.share is None:
        return []
    low, high = share.interval
    place = {"left": f"{100 * low:.1f}%", "width": f"{100 * (high - low):.1f}%"}
    point = html.I(className="l-dot", style={"left": f"{100 * share.share:.1f}%"})
    return [html.I(className="l-iv", style=place), *([point] if share.of >= FEW else [])]


def share_ends(class_name: str = "l-ends") -> Component:
    """What the ends of the line are."""
    return html.Span([html.Span(percent(0)), html.Span(percent(1))], className=class_name)


def share_scale() -> Component:
    """The ends under a list of rows."""
    cells = [html.Span(), share_ends(), html.Span()]
    return html.Div(cells, className="l-bars__row l-bars__axis", **{"aria-hidden": "true"})


def _told(share: Share) -> list[Node]:
    """The numbers; the limits stay on one line, for a range is not read across two."""
    counted = _("{k} of {n}").format(k=number(share.n), n=number(share.of))
    if share.interval is None or share.share is None:
        return [counted]
    value = percent(share.share) if share.of >= FEW else _("too few to say")
    limits = _("uncertain: {limits}").format(limits=limits_told([*share.interval]))
    return [f"{counted} · {value} · ", html.Span(limits, className="b-nowrap")]
