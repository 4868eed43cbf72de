"""The hand-over list of those who leave, heir by heir, before it is taken to the meeting as a file."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding, tools
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.list_card import file_buttons
from dashboard.components.marks import Node, icon, mark_level, mark_rung, mark_warmth
from dashboard.components.still import still
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, day_short, ngettext, number
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.handover import HandedFollowUp, HandedPlacement, HeirsPart, OrphanedEmployer, handover
from dashboard.reports.handover_file import FIGURES, client_told, heirs_name, hidden_told
from dashboard.reports.handover_words import counted, handover_finding
from dashboard.reports.state import PageState
from dashboard.reports.trace import is_traceable
from dashboard.words import word

QUESTION = "leaving"
SHOWN = 15
"""So many of each kind are shown for each heir; the file holds all."""


def handover_card(access: Access, state: PageState) -> Component:
    """The card with its files; there is nothing to see of it under another question."""
    return html.Div(
        card(
            f"{ids.Network.HANDOVER}-kort",
            _("Hand-over list"),
            [
                still(ids.Network.HANDOVER_PLACE, handover_list(access, state)),
                dcc.Download(id=ids.Network.HANDOVER_FILE),
            ],
            head=file_buttons(
                ids.Network.HANDOVER_XLSX, ids.Network.HANDOVER_CSV, _("Download the hand-over list as")
            ),
            class_name="n-over",
        ),
        id=ids.Network.HANDOVER,
        className="n-hand",
        hidden=is_hidden(state),
    )


def is_hidden(state: PageState) -> bool:
    """Whether something else is asked than who leaves."""
    return state.question != QUESTION


def handover_list(access: Access, state: PageState) -> list[Component]:
    """What there is to hand over in a sentence, and heir by heir; empty under another question."""
    if is_hidden(state):
        return []
    found = handover(access, state)
    hidden = (
        [html.P(f"{_('Not shown')}: {hidden_told(found)}.", className="b-s b-muted")] if found.hidden else []
    )
    single = len(found.parts) == 1
    return [
        finding(handover_finding(found)),
        *(_heir(place, part, state, is_open=single) for place, part in enumerate(found.parts)),
        *hidden,
        *tools(
            how=how_counted(*FIGURES, definitions=access.definitions, state=state),
            rows=rows_list(state, *filter(is_traceable, FIGURES)),
        ),
    ]


def _heir(place: int, part: HeirsPart, state: PageState, *, is_open: bool) -> Component:
    name = heirs_name(part)
    table, heir = f"{ids.Network.HANDOVER}-{place}", part.name
    said = [html.B(name), " ", html.Span(", ".join(counted(part)), className="b-muted")]
    return html.Details(
        [
            html.Summary([icon("right"), html.Span(said)]),
            *_employers(f"{table}-arbetsgivare", part, heir, state),
            *_placements(f"{table}-placeringar", part.placements, heir),
            *_follow_ups(f"{table}-uppfoljningar", part.follow_ups, heir),
        ],
        className="n-over__heir",
        open=is_open,
    )


def _employers(table_id: str, part: HeirsPart, heir: str, state: PageState) -> list[Component]:
    columns = [
        Column("name", _("Employer")),
        Column("from", _("From")),
        Column("strength", _("Strength"), number=True),
        Column("rung", _("Rung")),
        Column("warmth", _("Warmth")),
        Column("last", _("Latest contact")),
        Column("others", _("Who else has known them")),
        Column("why", _("Why that heir")),
    ]
    rows = [_employer(one, state) for one in part.employers[:SHOWN]]
    caption = _("Employers that {heir} takes over, the strong ones first").format(heir=heir)
    if not heir:
        caption = _("Employers that nobody is left to take over, the strong ones first")
    return _table(table_id, caption, columns, rows, len(part.employers))


def _employer(one: OrphanedEmployer, state: PageState) -> Row:
    cells: dict[str, Node] = {
        "name": one.name,
        "from": ", ".join(one.leaving),
        "strength": mark_level(one.level, one.strength),
        "rung": mark_rung(one.rung),
        "warmth": mark_warmth(one.warmth),
        "last": html.Span(day_short(one.last_on), className="b-nowrap") if one.last_on else None,
        "others": "; ".join(other.told for other in one.others),
        "why": one.heir.why,
    }
    return Row(cells, href=state.href(PATH, employer=one.employer_id))


def _placements(table_id: str, placements: Sequence[HandedPlacement], heir: str) -> list[Component]:
    columns = [
        Column("client", _("Client")),
        Column("kind", _("Placement")),
        Column("employer", _("Employer")),
        Column("from", _("From")),
        Column("started", _("Started")),
    ]
    rows = [
        Row(
            {
                "client": client_told(one.client),
                "kind": word("placement_kind", one.kind),
                "employer": one.employer,
                "from": one.coach,
                "started": html.Span(day_short(one.started_on), className="b-nowrap"),
            }
        )
        for one in placements[:SHOWN]
    ]
    caption = _("Running placements that {heir} takes over").format(heir=heir)
    if not heir:
        caption = _("Running placements that nobody is left to take over")
    return _table(table_id, caption, columns, rows, len(placements))


def _follow_ups(table_id: str, follow_ups: Sequence[HandedFollowUp], heir: str) -> list[Component]:
    columns = [
        Column("planned", _("Planned")),
        Column("client", _("Client")),
        Column("employer", _("Employer")),
        Column("from", _("From")),
    ]
    rows = [
        Row(
            {
                "planned": html.Span(day_short(one.planned_on), className="b-nowrap"),
                "client": client_told(one.client),
                "employer": one.employer,
                "from": one.coach,
            }
        )
        for one in follow_ups[:SHOWN]
    ]
    caption = _("Follow-ups due that {heir} takes over").format(heir=heir)
    if not heir:
        caption = _("Follow-ups due that nobody is left to take over")
    return _table(table_id, caption, columns, rows, len(follow_ups))


def _table(
    table_id: str, caption: str, columns: Sequence[Column], rows: Sequence[Row], of: int
) -> list[Component]:
    if not rows:
        return []
    more = of - len(rows)
    rest = ngettext("and {n} more, in the file", "and {n} more, in the file", more).format(n=number(more))
    return [
        data_table(table_id, caption, columns, rows),
        *([html.P(rest, className="b-s b-muted")] if more > 0 else []),
    ]
