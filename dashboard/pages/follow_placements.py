"""The cards of placements nobody has looked at, of both parties met, and of three-party meetings ahead."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.intervals import Share
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.links import link
from dashboard.components.marks import Node, avatar
from dashboard.components.share_axis import share_ends, share_marks
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, day_short, ngettext, number
from dashboard.pages.client_words import client_link
from dashboard.pages.employer_words import employer_path
from dashboard.reports.access import Access
from dashboard.reports.follow_findings import (
    both_finding,
    hidden_sentence,
    meetings_finding,
    missing_word,
    unseen_finding,
)
from dashboard.reports.follow_ground import FollowGround
from dashboard.reports.follow_placements import (
    Meeting,
    PlacementRow,
    both_met,
    meetings_ahead,
    unseen_placements,
)
from dashboard.reports.state import PageState
from dashboard.words import word

SHOWN = 5
"""Rows that a card shows at once; the rest is behind "Show the rows"."""


def unseen_card(access: Access, page: FollowGround) -> Component:
    """The running placements that nobody has looked at for too long."""
    found, state = unseen_placements(page), page.page
    columns = [
        Column("client", _("Client")),
        Column("employer", _("Employer")),
        Column("kind", _("Kind")),
        Column("coach", _("Coach")),
        Column("seen", _("Last seen")),
        Column("days", _("Days since"), number=True),
        Column("allowed", _("The standard allows"), number=True),
    ]
    shown, whole = _tables(ids.FollowUps.UNSEEN, columns, [_unseen_row(row, state) for row in found.rows])
    return graph_card(
        ids.FollowUps.UNSEEN,
        _("Placements nobody has looked at"),
        unseen_finding(found),
        figure=shown,
        caption=_note(found.hidden),
        table=whole,
        how=how_counted("follow_ups.unseen", definitions=access.definitions, state=state),
        rows=rows_list(state, "follow_ups.unseen"),
        class_name="b-span",
    )


def _unseen_row(row: PlacementRow, state: PageState) -> Row:
    return Row(
        {
            **_placement_cells(row, state),
            "seen": html.Span(day_short(row.seen_on), className="b-nowrap") if row.seen_on else _("never"),
            "days": number(row.days),
            "allowed": number(row.allowed),
        }
    )


def both_card(access: Access, page: FollowGround) -> Component:
    """How often both parties were met, and the placements where they were not."""
    found, state = both_met(page), page.page
    columns = [
        Column("client", _("Client")),
        Column("employer", _("Employer")),
        Column("coach", _("Coach")),
        Column("missing", _("Not met")),
    ]
    rows = [Row({**_placement_cells(row, state), "missing": missing_word(row.missing)}) for row in found.rows]
    shown, whole = _tables(ids.FollowUps.BOTH, columns, rows)
    drawn = [*([_interval(found.share)] if found.share.of else []), *([shown] if shown else [])]
    return graph_card(
        ids.FollowUps.BOTH,
        _("Both parties met"),
        both_finding(found),
        figure=html.Div(drawn) if drawn else None,
        caption=_note(found.hidden),
        table=whole,
        how=how_counted("follow_ups.both_parties", definitions=access.definitions, state=state),
        rows=rows_list(state, "follow_ups.both_parties.n", "follow_ups.both_parties.of"),
    )


def _interval(share: Share) -> Component:
    """The interval as a band on a line from 0 to 100 per cent, the share as a point if they are enough."""
    axis = html.Span(share_marks(share), className="l-axis")
    return html.Div(
        [axis, share_ends("l-ends b-s b-muted")], className="f-interval", **{"aria-hidden": "true"}
    )


def meetings_card(access: Access, page: FollowGround) -> Component:
    """The three-party meetings ahead, the next first."""
    found, state = meetings_ahead(page), page.page
    columns = [
        Column("on", _("Day")),
        Column("in", _("When")),
        Column("client", _("Client")),
        Column("employer", _("Employer")),
        Column("coach", _("Coach")),
    ]
    shown, whole = _tables(ids.FollowUps.MEETINGS, columns, [_meeting_row(row, state) for row in found.rows])
    return graph_card(
        ids.FollowUps.MEETINGS,
        _("Three-party meetings ahead"),
        meetings_finding(found),
        figure=shown,
        caption=_note(found.hidden),
        table=whole,
        how=how_counted("follow_lists.three_party", definitions=access.definitions, state=state),
        rows=rows_list(state, "follow_lists.three_party"),
    )


def _meeting_row(row: Meeting, state: PageState) -> Row:
    when = (
        ngettext("in {n} day", "in {n} days", row.days).format(n=number(row.days)) if row.days else _("today")
    )
    return Row(
        {
            "on": html.Span(day_short(row.on), className="b-nowrap"),
            "in": when,
            "client": html.Span(client_link(row.client, state), className="b-nowrap"),
            "employer": employer_link(row.employer_id, row.employer, state),
            "coach": avatar(row.coach) if row.coach else None,
        }
    )


def _placement_cells(row: PlacementRow, state: PageState) -> dict[str, Node]:
    return {
        "client": html.Span(client_link(row.client, state), className="b-nowrap"),
        "employer": employer_link(row.employer_id, row.employer, state),
        "kind": word("placement_kind", row.kind),
        "coach": avatar(row.coach) if row.coach else None,
    }


def employer_link(employer_id: str, name: str, state: PageState) -> Node:
    """An employer's name as the way to its page; nothing for studies."""
    if not employer_id:
        return None
    place = PageState(units=state.units, programme=state.programme, day=state.day)
    return link(name, place.href(employer_path(employer_id), employer=employer_id))


def _tables(
    card_id: str, columns: list[Column], rows: list[Row]
) -> tuple[Component | None, Component | None]:
    """The first rows, as the card shows them, and all of them for its table and its file."""
    if not rows:
        return None, None
    said = _("{shown} of {n} rows shown.")
    first = said.format(shown=number(min(len(rows), SHOWN)), n=number(len(rows)))
    every = said.format(shown=number(len(rows)), n=number(len(rows)))
    return (
        data_table(f"{card_id}-rader", first, columns, rows[:SHOWN]),
        data_table(f"{card_id}-alla", every, columns, rows),
    )


def _note(hidden: int) -> Node:
    return hidden_sentence(hidden) if hidden else None
