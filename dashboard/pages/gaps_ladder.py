"""Where on the ladder the employers of a gap stand, of all that the gap is a number of."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.marks import Node, mark_rung
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.vocabulary import RUNGS
from dashboard.i18n import _, ngettext, number
from dashboard.pages.gaps_pictures import Picture, legend
from dashboard.reports.gap_employers import OF
from dashboard.reports.gap_findings import title
from dashboard.reports.gap_ground import GapGround
from dashboard.words import word


def ladder_picture(ground: GapGround, gap: str, employers: tuple[str, ...]) -> Picture | None:
    """A bar for each rung: those of the gap, and the others; None when the gap names nobody."""
    frame = ground.known.employers
    among = frame[OF[gap](frame)] if gap in OF else frame
    named = among["rung"][among.index.isin(employers)].value_counts()
    of = among["rung"].value_counts()
    counts = [(rung, int(named.get(rung, 0)), int(of.get(rung, 0))) for rung in reversed(RUNGS)]
    shown = [one for one in counts if one[2]]
    if not employers or not shown:
        return None
    most = max(all_of for _rung, _count, all_of in shown)
    key = legend(("few", title(gap)), ("enough", _("the others")))
    rows = [
        html.Li(_row(rung, count, all_of, most), className="l-bars__row") for rung, count, all_of in shown
    ]
    return Picture(
        html.Div([key, html.Ul(rows, className="l-bars")], className="l-pic"), _table(gap, shown), []
    )


def _row(rung: int, count: int, of: int, most: int) -> list[Node]:
    bars = [
        html.I(className=f"l-bar--{kind}", style={"width": f"{100 * part / most:.1f}%"})
        for kind, part in (("few", count), ("enough", of - count))
        if part
    ]
    said = ngettext("{k} of {n} employer", "{k} of {n} employers", of).format(k=number(count), n=number(of))
    return [
        html.Span(mark_rung(rung), className="l-name"),
        html.Span(bars, className="l-stack", **{"aria-hidden": "true"}),
        html.Span(said, className="l-said"),
    ]


def _table(gap: str, shown: list[tuple[int, int, int]]) -> Component:
    columns = [
        Column("rung", _("Rung")),
        Column("count", title(gap), number=True),
        Column("of", _("Employers"), number=True),
    ]
    rows = [
        Row({"rung": word("rung", rung), "count": number(count), "of": number(of)})
        for rung, count, of in shown
    ]
    return data_table(f"{ids.Gaps.CARD}-tabell", _("The gap by rung"), columns, rows)
