"""The card of what others have found, each with its source and what sets it apart, beside the unit's own."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.benchmarks import BENCHMARKS, Benchmark
from dashboard.domain.definitions import Definitions
from dashboard.domain.own_benchmarks import OwnBenchmark
from dashboard.i18n import _, number, percent
from dashboard.reports.method_findings import benchmark_finding
from dashboard.reports.method_ground import MethodGround
from dashboard.reports.state import PageState
from dashboard.reports.telling import missing

MEASURES = ("method.benchmark", "cohort")


def benchmark_card(
    ground: MethodGround, definitions: Definitions, state: PageState, chosen: tuple[OwnBenchmark, ...] = ()
) -> Component:
    """The unit's own share with a job within 18 months, those of the studies, and what it has put in."""
    own = ground.cohort.shares["18"]
    return graph_card(
        ids.Method.BENCHMARKS,
        _("What others have found"),
        benchmark_finding(ground),
        figure=html.Ul(
            [
                _row(_("This unit"), own),
                *(part for one in BENCHMARKS for part in _study(one)),
                *(part for one in chosen for part in _put_in(one, ground)),
            ],
            className="m-rows m-rows--tight",
        ),
        caption=_(
            "With a job within 18 months; your own share counts jobs with a wage subsidy too. Other people, "
            "other times and other rules: it tells what is possible, not whether you are better or worse."
        ),
        table=_table(own, ground.cohort.clients, chosen),
        how=how_counted(*MEASURES, definitions=definitions, state=state),
        rows=rows_list(state, "cohort.18.n"),
    )


def _study(one: Benchmark) -> list[Component]:
    name, caveat = _(one.study), _(one.caveat)
    told = html.Li([html.B(name), html.Br(), caveat, " ", html.Span(one.source)], className="m-study")
    return [
        told,
        _row(_("with IPS"), one.supported),
        _row(_("with other help"), one.others, "m-share--other"),
    ]


def _put_in(one: OwnBenchmark, ground: MethodGround) -> list[Component]:
    """A figure that the unit has put in, beside its own within the same months."""
    about = f"{one.caveat} " if one.caveat.endswith(".") else f"{one.caveat}. "
    told = [html.B(one.name), html.Br(), about, html.Span(f"{one.source} (n = {number(one.people)})")]
    months = number(int(one.term))
    return [
        html.Li(told, className="m-study"),
        _row(_("within {months} months").format(months=months), one.value),
        _row(_("this unit, {months} months").format(months=months), ground.cohort.shares[one.term]),
    ]


def _row(name: str, value: float | None, kind: str = "") -> Component:
    bar = (
        []
        if value is None
        else [html.I(className=f"m-share {kind}".strip(), style={"width": f"{100 * value:.1f}%"})]
    )
    return html.Li(
        [
            html.Span(name),
            html.Span(bar, className="m-axis m-axis--bar", **{"aria-hidden": "true"}),
            html.Span(missing() if value is None else percent(value), className="b-num"),
        ],
        className="m-group",
    )


def _table(own: float | None, clients: int, chosen: tuple[OwnBenchmark, ...]) -> Component:
    columns = [
        Column("who", _("Who")),
        Column("share", _("Job within 18 months"), number=True),
        *([Column("term", _("Job, other months"), number=True)] if chosen else []),
        Column("others", _("With other help"), number=True),
        Column("n", _("Number"), number=True),
        Column("source", _("Source")),
    ]
    rows = [
        Row(
            {
                "who": _("This unit"),
                "share": None if own is None else percent(own),
                "others": None,
                "n": number(clients),
                "source": _("Your own records"),
            }
        ),
        *(_table_row(one) for one in BENCHMARKS),
        *(_own_row(one) for one in chosen),
    ]
    return data_table(f"{ids.Method.BENCHMARKS}-tabell", _("What others have found"), columns, rows)


def _own_row(one: OwnBenchmark) -> Row:
    told = percent(one.value)
    other = _("{share} within {months} months").format(share=told, months=number(int(one.term)))
    return Row(
        {
            "who": one.name,
            "share": told if one.term == "18" else None,
            "term": None if one.term == "18" else other,
            "others": None,
            "n": number(one.people),
            "source": one.source,
        }
    )


def _table_row(one: Benchmark) -> Row:
    study = _(one.study)
    return Row(
        {
            "who": study,
            "share": percent(one.supported),
            "others": percent(one.others),
            "n": number(one.people),
            "source": one.source,
        }
    )
