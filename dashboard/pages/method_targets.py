"""The cards of the targets: what clients and employers thought, and whom the answers leave out."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.answers import Answers
from dashboard.analysis.intervals import Share
from dashboard.analysis.ratings import Rated, Ratings
from dashboard.components.cards import finding, graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.marks import Node, StatusKind, status
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.definitions import Definitions
from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.method_findings import group_name, target_findings, unanswered_finding
from dashboard.reports.method_ground import MethodGround
from dashboard.reports.report_ratings import state_told
from dashboard.reports.sentences_work import target_told
from dashboard.reports.state import PageState
from dashboard.reports.telling import limits_told

_KINDS: dict[str, StatusKind] = {"reached": "good", "missed": "critical", "cannot_tell": "neutral"}


def target_card(ground: MethodGround, definitions: Definitions, state: PageState) -> Component:
    """The share that gave 4 or 5, of clients and of employers, with its interval and the target."""
    parties, before = _parties(ground.ratings), _parties(ground.ratings_before)
    note = _(
        "The line is the target, the bar the 95% interval and the dot the share. A target is reached when "
        "the whole interval is at or above it, and missed when the whole is below."
    )
    measures = ("ratings.client", "ratings.employer", "ratings.answered")
    return graph_card(
        ids.Method.TARGETS,
        _("Ratings against the targets"),
        html.Div([finding(said) for said in target_findings(ground)], className="m-findings"),
        figure=html.Ul([_row(name, rated) for name, rated in parties], className="m-rows"),
        caption=note,
        table=_table(parties, [rated for _name, rated in before]),
        how=how_counted(*measures, definitions=definitions, state=state),
        rows=rows_list(state, *measures),
    )


def _parties(found: Ratings) -> list[tuple[str, Rated]]:
    return [(_("Clients"), found.client), (_("Employers"), found.employer)]


def _row(name: str, rated: Rated) -> Component:
    judged = rated.judgement
    return html.Li(
        [
            html.Div(
                [html.B(name), status(_KINDS[judged.state], state_told(rated))], className="m-row__name"
            ),
            html.Div(_drawn(judged.share, judged.target), className="m-axis", **{"aria-hidden": "true"}),
            html.Div(_said(rated), className="m-row__value b-muted"),
            *([html.P(more_told(rated), className="m-row__next")] if more_told(rated) else []),
        ],
        className="m-row",
    )


def _drawn(share: Share, target: float) -> list[Component]:
    line = html.I(className="m-target", style={"left": f"{100 * target:.1f}%"})
    if share.interval is None or share.share is None:
        return [line]
    low, high = share.interval
    place = {"left": f"{100 * low:.1f}%", "width": f"{100 * (high - low):.1f}%"}
    return [
        html.I(className="m-iv", style=place),
        line,
        html.I(className="m-dot", style={"left": f"{100 * share.share:.1f}%"}),
    ]


def _said(rated: Rated) -> Node:
    answered = _("{k} of {n} answered").format(k=number(rated.answered.n), n=number(rated.answered.of))
    target = _("target {share}").format(share=target_told(rated.judgement.target))
    rate = [] if rated.answered.share is None else [percent(rated.answered.share)]
    return " · ".join([answered, *rate, target])


def more_told(rated: Rated) -> str:
    """How many more answers it takes, at least, to know it either way; empty when it is known."""
    judged, parts = rated.judgement, []
    if judged.state != "cannot_tell":
        return ""
    if judged.to_reach is not None:
        parts.append(
            ngettext(
                "At least {n} more answer, a 4 or 5, to show it as reached.",
                "At least {n} more answers, all of them 4 or 5, to show it as reached.",
                judged.to_reach,
            ).format(n=number(judged.to_reach))
        )
    if judged.to_miss is not None:
        parts.append(
            ngettext(
                "At least {n} more answer, below 4, to show it as missed.",
                "At least {n} more answers, all of them below 4, to show it as missed.",
                judged.to_miss,
            ).format(n=number(judged.to_miss))
        )
    return " ".join(parts)


def _table(parties: list[tuple[str, Rated]], before: list[Rated]) -> Component:
    columns = [
        Column("who", _("Who")),
        Column("good", _("4 or 5"), number=True),
        Column("of", _("Answers"), number=True),
        Column("limits", _("Interval"), number=True),
        Column("target", _("Target"), number=True),
        Column("state", _("Against the target")),
        Column("rate", _("Response rate"), number=True),
        Column("before", _("The period before"), number=True),
    ]
    rows = [
        Row(
            {
                "who": name,
                "good": number(rated.judgement.share.n),
                "of": number(rated.judgement.share.of),
                "limits": limits_told([*rated.judgement.share.interval])
                if rated.judgement.share.interval
                else None,
                "target": target_told(rated.judgement.target),
                "state": state_told(rated),
                "rate": None if rated.answered.share is None else percent(rated.answered.share),
                "before": _counted(earlier.judgement.share),
            }
        )
        for (name, rated), earlier in zip(parties, before, strict=True)
    ]
    return data_table(f"{ids.Method.TARGETS}-tabell", _("Ratings against the targets"), columns, rows)


def _counted(share: Share) -> str | None:
    return _("{k} of {n}").format(k=number(share.n), n=number(share.of)) if share.of else None


def answers_card(ground: MethodGround, definitions: Definitions, state: PageState) -> Component:
    """Which trials were rated and which not: by how they ended, and by the client's gender."""
    measures = ("method.unanswered", "ratings.answered")
    drawn = html.Ul([_group(one) for one in ground.answers], className="m-rows m-rows--tight")
    return graph_card(
        ids.Method.ANSWERS,
        _("Who is not represented"),
        unanswered_finding(ground.answers),
        figure=drawn if ground.answers else None,
        caption=_("The clients' answers, of the trials in each group. The table has the employers' too.")
        if ground.answers
        else None,
        table=_answers_table(ground.answers) if ground.answers else None,
        how=how_counted(*measures, definitions=definitions, state=state),
        rows=rows_list(state, *measures),
    )


def _group(one: Answers) -> Component:
    share = one.client.share or 0.0
    bar = html.I(className="m-share", style={"width": f"{100 * share:.1f}%"})
    counted = _("{k} of {n}").format(k=number(one.client.n), n=number(one.client.of))
    return html.Li(
        [
            html.Span(group_name(one)),
            html.Span(bar, className="m-axis m-axis--bar", **{"aria-hidden": "true"}),
            html.Span(counted, className="b-num"),
        ],
        className="m-group" + (" m-group--first" if one.group == "woman" else ""),
    )


def _answers_table(answers: tuple[Answers, ...]) -> Component:
    columns = [
        Column("group", _("Group")),
        Column("trials", _("Trials"), number=True),
        Column("client", _("Clients who answered"), number=True),
        Column("employer", _("Employers who answered"), number=True),
    ]
    rows = [
        Row(
            {
                "group": group_name(one),
                "trials": number(one.client.of),
                "client": number(one.client.n),
                "employer": number(one.employer.n),
            }
        )
        for one in answers
    ]
    return data_table(f"{ids.Method.ANSWERS}-tabell", _("Who answered"), columns, rows)
