"""The card that says whether the network is healthier than a quarter ago, with the numbers it says so by."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_href, rows_list
from dashboard.components.links import link
from dashboard.components.marks import Node, StatusKind, hidden_text, status
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, day, day_short, number
from dashboard.reports import network_health_words as words
from dashboard.reports.access import Access
from dashboard.reports.comparison import Compared
from dashboard.reports.network_health import Effect, Health, Number, earlier, effect, health, year_to
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState

MEASURES = (
    *("health.verdict", "health.ties", "questions.tied", "questions.strongest", "questions.single_coach"),
    *("resilience.kept", "questions.cooling", "health.hosted"),
)
_STATUS: dict[Effect, StatusKind] = {"better": "good", "worse": "critical", "unsure": "neutral"}


def health_card(access: Access, state: PageState) -> Component:
    """The verdict, at most eight numbers, and the same as a table."""
    found = health(access, state)
    measures = (*MEASURES, *([found.equal.key] if found.equal else []))
    names = tuple(known(access, state).name_of(coach) for coach in found.worst)
    return graph_card(
        ids.Network.HEALTH,
        _("Is the network healthier?"),
        words.health_finding(found),
        figure=None if found.verdict == "nothing" else _numbers(found, state, names[0]),
        caption=_("Compared with {day}, three months earlier.").format(day=day(found.before)),
        table=None if found.verdict == "nothing" else _table(found, state, names[0]),
        how=how_counted(*measures, definitions=access.definitions, state=state),
        rows=rows_list(state, *measures),
        class_name="n-health",
    )


def _numbers(found: Health, state: PageState, coach: str) -> Component:
    ties = _item(
        number(found.ties.after or 0),
        _("Living ties"),
        words.ties_sentence(found),
        html.Span(words.difference_words(found.ties.difference), className="n-vital__d"),
        rows_href(found.ties.key, state),
    )
    spread = []
    if found.equal:
        spread = [
            _item(
                _decimal(found.equal.after),
                _("Equal employers"),
                words.equal_sentence(found),
                html.Span(words.difference_words(found.equal.difference, 1), className="n-vital__d"),
                rows_href(found.equal.key, year_to(state)),
            )
        ]
    shares = [_share(each, found, state, coach) for each in found.shares]
    return html.Ul([ties, *shares, *spread], className="n-vitals")


def _share(compared: Compared, found: Health, state: PageState, coach: str) -> Component:
    kind, said = effect(compared), words.change_words(compared)
    change = html.Span(
        [
            html.Span(words.interval_words(compared.after), className="b-muted"),
            html.Span(said) if kind == "unsure" else status(_STATUS[kind], said),
        ],
        className="n-vital__c",
    )
    return _item(
        words.share_words(compared.after),
        words.share_name(compared.path),
        words.share_sentence(compared.path, compared.after, coach),
        change,
        _rows(compared, found, state),
    )


def _item(shown: str, name: str, sentence: str, change: Node, href: str) -> Component:
    figure = link([shown, hidden_text(f" {name}")], href, "n-vital__n")
    return html.Li([html.Span(name, className="n-vital__h"), figure, change, html.P(sentence)])


def _rows(compared: Compared, found: Health, state: PageState, place: int = 0) -> str:
    changes = {"leaving": (found.worst[place],)} if compared.path == "resilience.kept" else {}
    return rows_href(compared.path, state.replace(**changes))


def _decimal(value: float | None) -> str:
    return "–" if value is None else number(value, 1)


def _table(found: Health, state: PageState, coach: str) -> Component:
    then = earlier(state)
    return data_table(
        f"{ids.Network.HEALTH}-tabell",
        _("The network's health on two days."),
        [
            Column("name", _("Figure")),
            Column("now", day_short(state.on), number=True),
            Column("interval", _("Uncertain"), number=True),
            Column("then", day_short(then.on), number=True),
            Column("change", _("Change")),
            Column("said", _("What can be said")),
        ],
        [
            _number_row(found.ties, _("Living ties"), words.ties_sentence(found), (state, then)),
            *(_share_row(each, found, (state, then), coach) for each in found.shares),
            *(_equal_rows(found, state, then)),
        ],
        hide_caption=True,
    )


def _equal_rows(found: Health, state: PageState, then: PageState) -> list[Row]:
    if not found.equal:
        return []
    days = year_to(state), year_to(then)
    return [_number_row(found.equal, _("Equal employers"), words.equal_sentence(found), days, decimals=1)]


def _number_row(
    value: Number, name: str, sentence: str, days: tuple[PageState, PageState], decimals: int = 0
) -> Row:
    now, then = (
        None if given is None else link(number(given, decimals), rows_href(value.key, page))
        for given, page in zip((value.after, value.before), days, strict=True)
    )
    change = words.difference_words(value.difference, decimals)
    return Row({"name": name, "now": now, "then": then, "change": change, "said": sentence})


def _share_row(compared: Compared, found: Health, days: tuple[PageState, PageState], coach: str) -> Row:
    now, then = (
        link(
            f"{words.share_words(share)}, {_('{n} of {of}').format(n=number(share.n), of=number(share.of))}",
            _rows(compared, found, page, place),
        )
        for place, (share, page) in enumerate(zip((compared.after, compared.before), days, strict=True))
    )
    sentence = words.share_sentence(compared.path, compared.after, coach)
    return Row(
        {
            "name": words.share_name(compared.path),
            "now": now,
            "interval": words.limits(compared.after),
            "then": then,
            "change": words.points_words(compared),
            "said": f"{sentence} {words.sentence_of_change(compared)}",
        }
    )
