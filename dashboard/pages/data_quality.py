"""The card of data quality: what to mend, where it stands, and which figures it hurts."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding
from dashboard.components.definitions import DEFINITIONS, rows_href
from dashboard.components.links import link
from dashboard.components.marks import Node, hidden_text, icon, status
from dashboard.components.states import state_empty
from dashboard.domain.access import STAFF
from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.access import Access
from dashboard.reports.quality_kinds import KINDS
from dashboard.reports.quality_page import QualityLine, QualityPage, ShownRow, quality_page
from dashboard.reports.state import PageState


def quality_card(access: Access, state: PageState) -> Component:
    """The card."""
    found = quality_page(access, state.on)
    measures = [f"quality.{kind.key}" for kind in KINDS]
    return card(ids.Data.QUALITY_CARD, _("Data quality"), _inside(access, state, found), measures=measures)


def _inside(access: Access, state: PageState, found: QualityPage) -> list[Node]:
    if not any(len(getattr(access.store.world(), table)) for table in ("employers", "clients", "coaches")):
        text = _("When a file has been imported, what is missing or cannot be right is listed here.")
        return [state_empty(_("Nothing is stored yet"), text, icon_name="n-data", level=3)]
    said = ngettext("**{n} thing to mend**", "**{n} things to mend**", found.n).format(n=number(found.n))
    kinds = ngettext("of {n} kind.", "of {n} kinds.", found.kinds).format(n=number(found.kinds))
    intro = _(
        "Everything stored is looked at, whatever the selection. "
        "Mend it in your own file and import it again."
    )
    may_trace = access.viewer.role in STAFF
    return [
        finding(f"{said} {kinds}" if found.n else _("**Nothing to mend.**")),
        html.P(intro, className="u-measure b-muted"),
        *(_group(title, lines, state, may_trace) for title, lines in found.groups if lines),
        *_fine(found),
    ]


def _group(title: str, lines: tuple[QualityLine, ...], state: PageState, may_trace: bool) -> Component:
    return html.Section(
        [
            html.H3(title),
            html.Ul([_line(line, state, may_trace) for line in lines], className="u-kinds"),
        ],
        className="u-group",
    )


def _line(line: QualityLine, state: PageState, may_trace: bool) -> Component:
    share = "" if line.share is None else f" ({percent(line.share)})"
    count = _("{n} of {of}").format(n=number(line.n), of=number(line.of)) + share
    return html.Li(
        html.Details(
            [
                html.Summary(
                    [
                        html.Span(line.name, className="u-kind__name"),
                        html.Span(count, className="u-kind__n"),
                    ]
                ),
                html.Div(_details(line, state, may_trace), className="u-kind__body"),
            ]
        ),
        className="u-kind",
    )


def _details(line: QualityLine, state: PageState, may_trace: bool) -> list[Node]:
    hurts: list[Node] = []
    for place, note in enumerate(line.hurts):
        hurts += [", "] if place else []
        hurts.append(link(note.name, f"{DEFINITIONS}#{note.anchor}"))
    more = [
        link(
            [icon("table"), _("Show the rows"), hidden_text(f": {line.name}")],
            rows_href(line.measure, state),
            "d-rowlink",
        )
    ]
    return [
        html.P(line.sentence),
        html.Dl(
            [
                html.Div([html.Dt(_("What to do")), html.Dd(line.remedy)]),
                html.Div([html.Dt(_("Figures it hurts")), html.Dd(hurts)]),
            ],
            className="u-dl",
        ),
        html.Ul([_row(row) for row in line.first], className="u-rows"),
        *(more if may_trace else []),
    ]


def _row(row: ShownRow) -> Component:
    which = [html.B(row.key)] if row.key else [html.Span(_("a client you may not see"), className="b-muted")]
    where = [html.Span(row.source, className="b-muted")] if row.source else []
    parts: list[Node] = [*which, *([row.message] if row.message else []), *where]
    spaced: list[Node] = []
    for part in parts:
        spaced += [" · ", part] if spaced else [part]
    return html.Li(spaced)


def _fine(found: QualityPage) -> list[Component]:
    if not found.fine:
        return []
    text = ngettext("{n} check found nothing", "{n} checks found nothing", len(found.fine))
    names = html.Ul([html.Li(name) for name in found.fine], className="u-fine")
    said = status("good", text.format(n=number(len(found.fine))))
    return [html.Details([html.Summary(said), names], className="u-finebox")]
