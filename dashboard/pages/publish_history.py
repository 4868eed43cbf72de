"""What has been public: who published it and when, its signature, and the way to withdraw it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.marks import Node, icon, status
from dashboard.components.states import state_empty
from dashboard.components.still import element
from dashboard.components.tables import Column, Row, data_table
from dashboard.components.writing_forms import moment
from dashboard.i18n import _, ngettext, number
from dashboard.pages.data_forms import submit
from dashboard.pages.publish_forms import publish_form
from dashboard.reports.access import Access
from dashboard.reports.publish_choices import period_told
from dashboard.reports.publish_desk import LONGEST_REASON, PublishDesk, Record

MOST = 50
SHORT = 12
"""Letters of a fingerprint that are shown; the whole is in its title."""


def history_card(access: Access) -> Component:
    """The card."""
    past = PublishDesk(access.store).history(access)
    title = _("What has been public")
    if not past:
        text = _("Each publication is listed here with who, when, what it showed, and its signature.")
        return card(
            ids.Publish.HISTORY_CARD,
            title,
            state_empty(_("Nothing has been published"), text, icon_name="globe", level=3),
        )
    latest = past[0]
    withdraw = _withdraw(latest) if latest.withdrawn_at is None else []
    return card(ids.Publish.HISTORY_CARD, title, [*withdraw, _table(past)])


def _withdraw(latest: Record) -> list[Node]:
    text = _(
        "It is gone for everybody at once, and its content is overwritten. That it was there stays in the "
        "history. No earlier publication comes back by itself."
    )
    reason = element(
        "div",
        element("label", _("Why"), for_=ids.Publish.REASON),
        element(
            "input",
            type="text",
            name="skal",
            id=ids.Publish.REASON,
            required=True,
            maxlength=LONGEST_REASON,
            autocomplete="off",
            class_="b-input",
            aria_describedby=ids.Publish.REASON_HINT,
        ),
        element(
            "p",
            _("No names, and nothing about a person."),
            class_="b-field__hint",
            id=ids.Publish.REASON_HINT,
        ),
        class_="b-field",
    )
    key = element("input", type="hidden", name="nyckel", value=latest.key)
    form = publish_form("dra-in", key, reason, submit([icon("x"), _("Withdraw")]))
    links = html.P(
        html.A(
            [icon("globe"), _("See what is public now")], href="/", className="b-btn", disable_n_clicks=True
        )
    )
    details = html.Details(
        [html.Summary(_("Withdraw what is public now")), html.P(text, className="u-measure"), form],
        className="u-other",
    )
    return [links, details]


def _table(past: tuple[Record, ...]) -> Component:
    columns = [
        Column("period", _("Period")),
        Column("at", _("Published")),
        Column("who", _("Who")),
        Column("tables", _("Tables"), number=True),
        Column("digest", _("Signature")),
        Column("state", _("Standing")),
    ]
    caption = ngettext("{n} publication.", "{n} publications.", len(past)).format(n=number(len(past)))
    rows = [_row(one, is_latest=place == 0) for place, one in enumerate(past[:MOST])]
    return data_table(ids.Publish.HISTORY_TABLE, caption, columns, rows)


def _row(one: Record, *, is_latest: bool) -> Row:
    return Row(
        {
            "period": period_told(one.first_on, one.last_on),
            "at": moment(one.published_at),
            "who": one.published_by,
            "tables": number(len(one.tables)),
            "digest": html.Code(one.signature[:SHORT], title=one.signature),
            "state": _state(one, is_latest=is_latest),
        }
    )


def _state(one: Record, *, is_latest: bool) -> Any:
    if one.withdrawn_at is not None:
        told = _("withdrawn {time} by {who}: {why}").format(
            time=moment(one.withdrawn_at), who=one.withdrawn_by, why=one.withdrawn_why
        )
        return status("neutral", told, "x")
    return (
        status("good", _("public now"))
        if is_latest
        else status("neutral", _("replaced by a later one"), "clock")
    )
