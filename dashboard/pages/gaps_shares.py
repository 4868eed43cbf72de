"""The pictures of the mix of employers, and of women's and men's placements."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.intervals import Share
from dashboard.analysis.mix import UNKNOWN, MixRow
from dashboard.components.marks import Node
from dashboard.components.share_axis import share_row, share_scale
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, ngettext, number, percent
from dashboard.pages.gaps_pictures import Picture, bar, legend
from dashboard.reports.gap_equality import non_traditional_of
from dashboard.reports.gap_ground import GapGround
from dashboard.reports.telling import limits_told
from dashboard.words import word


def mix_picture(ground: GapGround) -> Picture | None:
    """The part of each form of ownership among the employers, the warm ones and the placements."""
    *forms, unknown = ground.gaps.mix
    if not forms[0].employers.of:
        return None
    rows = [
        html.Li(_form(one), className="l-bars__row")
        for one in sorted(forms, key=lambda form: -form.employers.n)
    ]
    key = legend(("supply", _("share of the employers")), ("demand", _("share of the placements")))
    figure = html.Div([key, html.Ul(rows, className="l-bars")], className="l-pic")
    return Picture(figure, _form_table(ground.gaps.mix), _based_on(forms[0], unknown))


def _form(one: MixRow) -> list[Node]:
    share, placed = one.employers.share or 0.0, one.placements.share or 0.0
    said: list[Node] = [_("{share} of the employers").format(share=percent(share))]
    if one.placements.of:
        said += [html.Br(), _("{share} of the placements").format(share=percent(placed))]
    return [
        html.Span(html.B(word("ownership", one.ownership)), className="l-name"),
        html.Span([bar(share, "supply"), bar(placed, "demand")], className="l-pair"),
        html.Span(said, className="l-said"),
    ]


def _based_on(one: MixRow, unknown: MixRow) -> list[Node]:
    """How many the shares are of, and how many are left out."""
    employers, placements, left = one.employers.of, one.placements.of, unknown.employers.n
    said = [
        ngettext("{n} employer has a known form.", "{n} employers have a known form.", employers).format(
            n=number(employers)
        ),
        ngettext(
            "{n} placement started in the period.", "{n} placements started in the period.", placements
        ).format(n=number(placements)),
    ]
    left_out = ngettext(
        "{n} employer has no known form and is left out.",
        "{n} employers have no known form and are left out.",
        left,
    ).format(n=number(left))
    return [" ".join(said), *([left_out] if left else [])]


def _form_table(rows: Sequence[MixRow]) -> Component:
    columns = [
        Column("name", _("Ownership")),
        Column("employers", _("Employers"), number=True),
        Column("warm", _("Warm"), number=True),
        Column("placements", _("Placements"), number=True),
    ]
    cells = [
        Row(
            {
                "name": _("Not known") if one.ownership == UNKNOWN else word("ownership", one.ownership),
                "employers": number(one.employers.n),
                "warm": number(one.warm.n),
                "placements": number(one.placements.n),
            }
        )
        for one in rows
    ]
    return data_table(f"{ids.Gaps.CARD}-tabell", _("Employers and placements by form"), columns, cells)


def equality_picture(ground: GapGround) -> Picture | None:
    """The interval of women's and of men's share, and the share where there are enough."""
    found = non_traditional_of(ground)
    shares = [(_("Women"), found["woman"]), (_("Men"), found["man"])]
    if not any(share.of for _name, share in shares):
        return None
    rows = [html.Li(share_row(html.B(name), share), className="l-bars__row") for name, share in shares]
    note = _("A woman in an occupation with under 40% women, or a man in one with over 60%.")
    figure = html.Div([html.Ul(rows, className="l-bars"), share_scale()], className="l-pic")
    return Picture(figure, _sex_table(shares), [note])


def _sex_table(shares: Sequence[tuple[str, Share]]) -> Component:
    columns = [
        Column("name", _("Sex")),
        Column("n", _("Against the usual"), number=True),
        Column("of", _("Placements"), number=True),
        Column("limits", _("Interval"), number=True),
    ]
    rows = [
        Row(
            {
                "name": name,
                "n": number(share.n),
                "of": number(share.of),
                "limits": limits_told([*share.interval]) if share.interval else None,
            }
        )
        for name, share in shares
    ]
    return data_table(f"{ids.Gaps.CARD}-tabell", _("Placements against the usual"), columns, rows)
