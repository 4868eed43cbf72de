"""Employers ranked for a client, as they are drawn: the whole list, the first few, and those ruled out."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding, tools
from dashboard.components.definitions import how_counted
from dashboard.components.links import link
from dashboard.components.marks import Node, icon
from dashboard.components.match_parts import match_bar, match_parts
from dashboard.components.states import state_empty
from dashboard.components.tables import Column, Paging, Row, data_table, pager
from dashboard.domain.definitions import Definitions
from dashboard.i18n import _, ngettext, number
from dashboard.pages.client_words import match_path
from dashboard.pages.employer_words import employer_path
from dashboard.reports.access import Access
from dashboard.reports.match import MOST_RULED_OUT, PAGE_SIZE, ClientMatch, MatchLine, RuledOut
from dashboard.reports.state import PageState
from dashboard.words import word

TOP = 5
MEASURES = (
    "match.score",
    *(f"match.{part}" for part in ("occupation", "adjustments", "distance", "relation", "success")),
    *("match.places", "match.rest", "match.ruled_out", "gap_lists.ask_first"),
)


def top_matches(found: ClientMatch, client_id: str, access: Access, state: PageState) -> Component:
    """The first few, and the way to all of them."""
    lines = found.lines(0, TOP)
    whole = link(_("The whole match, with what was ruled out"), state.href(match_path(client_id)), "b-btn")
    body: list[Node] = [finding(counted(found)), *_notes(found)]
    if lines:
        body.append(html.Ol([_short(line, state) for line in lines], className="k-top"))
    return card(
        ids.Client.MATCH,
        _("Employers that suit"),
        [*body, html.P(whole, className="b-noprint"), *tools(how=_how(access.definitions, state))],
    )


def ranked_list(found: ClientMatch, client_id: str, access: Access, state: PageState) -> list[Component]:
    """The page of the ranked that the address asks for."""
    count = len(found.rows)
    shown = min(state.page, max(1, -(-count // PAGE_SIZE)))
    lines = found.lines((shown - 1) * PAGE_SIZE, PAGE_SIZE)
    said = [finding(counted(found)), *_notes(found)]
    if not lines:
        return [*said, _nobody(found, client_id, state)]
    path = match_path(client_id)
    paging = Paging(shown, PAGE_SIZE, count, lambda page: state.href(path, page=page))
    items = [_line(line, state) for line in lines]
    return [
        *said,
        html.Ol(items, className="k-ranked"),
        pager(ids.Match.BODY, paging),
        *tools(_twin(lines), how=_how(access.definitions, state)),
    ]


def ruled_out_list(found: ClientMatch, state: PageState) -> list[Component]:
    """How many each reason rules out, and the first of them."""
    counts = found.ruled_out_by()
    if not found.left:
        return [html.P(_("Nobody is ruled out."))]
    parts = [f"{word('ruled_out', reason)} {number(count)}" for reason, count in counts.items()]
    said = ngettext("**{n} employer is not ranked.**", "**{n} employers are not ranked.**", found.left)
    shown = found.ruled_out(MOST_RULED_OUT)
    caption = _("{k} of {n} ruled out. Those that something can be done about first; the file has all.")
    table = data_table(
        f"{ids.Match.OUT}-tabell",
        caption.format(k=number(len(shown)), n=number(found.left)),
        [Column("employer", _("Employer")), Column("why", _("Ruled out because"))],
        [_out(one, state) for one in shown],
    )
    return [
        finding(said.format(n=number(found.left))),
        html.P(
            _("By reason, several may apply: {parts}.").format(parts=", ".join(parts)),
            className="b-s b-muted",
        ),
        table,
    ]


def counted(found: ClientMatch) -> str:
    """How many are ranked, and how many of them are shown."""
    if not found.ranked:
        return _("**No employer suits as things are.** Below stands why.")
    said = ngettext("**{n} employer suits.**", "**{n} employers suit.**", found.ranked)
    text = said.format(n=number(found.ranked))
    if len(found.rows) == found.ranked:
        return text
    left = _("{k} of them are within the filters.").format(k=number(len(found.rows)))
    return f"{text} {left}"


def _notes(found: ClientMatch) -> list[Component]:
    """What is not known about the client, and what that does."""
    texts = {
        "occupation": _("No wished occupation is written down, so occupation is not counted."),
        "adjustments": _("No support need is written down, so adjustments are not counted."),
        "distance": _("There is no known postal code, so distance is not counted."),
    }
    said = [texts[part] for part in found.left_out]
    if found.home == "municipality":
        said.append(_("Of the home only the municipality is known, so distances are rough."))
    return [html.P([icon("info"), html.Span(text)], className="e-next b-s") for text in said]


def _short(line: MatchLine, state: PageState) -> Component:
    return html.Li(
        [
            html.Div(
                [_name(line, state, "topp"), html.B(number(round(line.score)), className="b-num k-sum")],
                className="k-top__h",
            ),
            html.P(line.sentence, className="b-s"),
            match_bar_only(line),
            *_ask(line),
        ]
    )


def match_bar_only(line: MatchLine) -> Component:
    """The bar of the sum, under a row that already tells the number."""
    return html.Div(match_bar(line.score, line.parts), className="k-bar")


def _line(line: MatchLine, state: PageState) -> Component:
    return html.Li(
        [
            html.Span(number(line.number), className="k-no", **{"aria-hidden": "true"}),
            html.Div(
                [
                    html.H3(_name(line, state, "match")),
                    html.P(line.place, className="b-s b-muted"),
                    html.P(line.sentence),
                    *_ask(line),
                ],
                className="k-ranked__main",
            ),
            html.Div([match_bar(line.score, line.parts), match_parts(line.parts)], className="k-ranked__sum"),
        ],
        className="k-ranked__row",
    )


def _name(line: MatchLine, state: PageState, part: str) -> Component:
    href = PageState(day=state.day).href(employer_path(line.employer_id))
    return link(line.name, href, link_id=f"{ids.Match.BODY}-{part}-{line.number}")


def _ask(line: MatchLine) -> list[Component]:
    if line.ask is None:
        return []
    text = _("Ask {name} first: has the strongest tie.") if line.ask.active else _("{name} knew them last.")
    return [
        html.P([icon("person"), html.Span(text.format(name=line.ask.name))], className="e-next b-s k-ask")
    ]


def _twin(lines: Sequence[MatchLine]) -> Component:
    """The same numbers as a table."""
    parts = [part.name for part in lines[0].parts]
    columns = [
        Column("name", _("Employer")),
        Column("score", _("Match"), number=True),
        *(Column(part, word("match_part", part), number=True) for part in parts),
    ]
    rows = [
        Row(
            {
                "name": f"{number(line.number)}. {line.name}",
                "score": number(line.score, 1),
                **{part.name: number(part.points, 1) if part.weight else None for part in line.parts},
            }
        )
        for line in lines
    ]
    caption = _("Points by part; a part that is not counted has a dash")
    return data_table(f"{ids.Match.BODY}-tabell", caption, columns, rows)


def _out(one: RuledOut, state: PageState) -> Row:
    why = ", ".join(word("ruled_out", reason) for reason in one.reasons)
    if one.reasons == ("inactive",):  # has no page
        return Row({"employer": one.name, "why": why})
    return Row(
        {"employer": one.name, "why": why}, href=PageState(day=state.day).href(employer_path(one.employer_id))
    )


def _nobody(found: ClientMatch, client_id: str, state: PageState) -> Component:
    if found.ranked:
        href = state.href(match_path(client_id), occupation=None, within=None, page=1)
        return state_empty(
            _("No employer is within the filters"),
            _("Take one away to see those that suit."),
            [link(_("Without filters"), href, "b-btn")],
            level=3,
        )
    return state_empty(
        _("Nobody to rank"),
        _("Every employer is ruled out. The list below says why."),
        level=3,
    )


def _how(definitions: Definitions, state: PageState) -> Component:
    return how_counted(*MEASURES, definitions=definitions, state=PageState(day=state.day))
