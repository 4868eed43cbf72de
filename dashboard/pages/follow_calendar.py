"""The card of the calendar address: made, shown once, and withdrawn."""

import datetime as dt
from urllib.parse import SplitResult, urlsplit

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.marks import Node, icon
from dashboard.domain.access import Role
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _, day
from dashboard.reports.access import Access
from dashboard.reports.calendar_feed import feed_since, may_have_feed
from dashboard.reports.state import PageState

ADDRESS = "/kalender/{secret}.ics"


def calendar_card(access: Access) -> Component:
    """The card; what it can do depends on whether the person has an address."""
    return card(
        ids.FollowUps.CALENDAR,
        _("In your calendar"),
        html.Div(calendar_parts(access), id=ids.FollowUps.CALENDAR_PLACE, **{"aria-live": "polite"}),
        class_name="f-calendar",
    )


def shown_page(href: str) -> SplitResult:
    """The whole address of the page on which a calendar address is made, in its parts.

    Raises:
        InvalidParameter: when it is no address of a page: the secret could not be shown.
    """
    try:
        page = urlsplit(href)
    except ValueError:
        page = urlsplit("")
    if page.scheme not in {"http", "https"} or not page.netloc:
        raise InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
    return page


def calendar_parts(access: Access, fresh: str = "") -> list[Component]:
    """What the card says now.

    Args:
        access: who asks.
        fresh: the calendar address that has just been made; empty when none has.
    """
    if not may_have_feed(access):
        text = _("Your account is not tied to a coach, so there is nothing to put in a calendar.")
        return [html.P(text, className="b-note"), *_buttons(None, hidden=True)]
    since = feed_since(access)
    return [
        html.P(_intro(access), className="f-calendar__intro"),
        *(_fresh(fresh) if fresh else []),
        *_standing(since, bool(fresh)),
        html.Div(_buttons(since), className="b-chips"),
    ]


def calendar_address(page: SplitResult, secret: str) -> str:
    """The calendar's address on the host of a page, narrowed to the units that the page shows."""
    asked = PageState.parse(page.query)
    path = PageState(units=asked.units, programme=asked.programme).href(ADDRESS.format(secret=secret))
    return f"{page.scheme}://{page.netloc}{path}"


def _intro(access: Access) -> str:
    if access.viewer.role is Role.COACH:
        return _(
            "An address of your own, from which your calendar fetches your follow-ups, your three-party "
            "meetings and the planned ends of your trials. It holds the keys of your clients and the "
            "employers' names."
        )
    return _(
        "An address of your own, from which your calendar fetches the unit's follow-ups, three-party "
        "meetings and planned ends of trials. It holds the clients' keys and the employers' names."
    )


def _fresh(address: str) -> list[Component]:
    said = _(
        "Copy the address now: it is shown this once. In your calendar, choose to subscribe to an address."
    )
    return [
        html.P([icon("good"), html.Span(said)], className="f-calendar__said"),
        html.Code(address, className="f-secret"),
    ]


def _standing(since: dt.date | None, fresh: bool) -> list[Component]:
    if since is None:
        return []
    told = _(
        "Whoever has the address can read the calendar. Withdraw it if it has come into the wrong "
        "hands; a new address takes the place of the old one."
    )
    made: Node = "" if fresh else _("You have an address, made on {day}.").format(day=day(since))
    return [html.P(f"{made} {told}".strip(), className="b-note")]


def _buttons(since: dt.date | None, *, hidden: bool = False) -> list[Component]:
    make = _("Make an address") if since is None else _("Make a new address")
    return [
        html.Button(
            [icon("calendar"), make],
            id=ids.FollowUps.CALENDAR_MAKE,
            type="button",
            className="b-btn",
            hidden=hidden,
        ),
        html.Button(
            [icon("x"), _("Withdraw the address")],
            id=ids.FollowUps.CALENDAR_REVOKE,
            type="button",
            className="b-btn b-btn--quiet",
            hidden=hidden or since is None,
        ),
    ]
