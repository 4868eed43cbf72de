"""What an import would do, or did: the sentence first, then questions, errors, rows and figures."""

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import finding
from dashboard.components.marks import Node, icon, status
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, ngettext, number
from dashboard.pages.data_forms import BEGIN, check, form, submit
from dashboard.pages.data_meanings import meanings_form
from dashboard.reports.import_desk import Job
from dashboard.reports.import_outcome import MOST_SHOWN, Outcome
from dashboard.reports.loading import Finding, Severity, TableCounts, title_of


def preview_parts(job: Job, outcome: Outcome, leave: Any) -> list[Node]:
    """A file that has been read and waits for a decision."""
    steps = html.Div([*_write(job, outcome), leave], className="u-steps")
    return [
        finding(_said(outcome)),
        *meanings_form(job, outcome),
        *([steps] if outcome.can_write else []),
        *_findings(outcome),
        *_otherwise(job, outcome),
        *_counts(outcome),
        *_effect(outcome),
        *_removed(outcome),
        *([] if outcome.can_write else [steps]),
    ]


def result_parts(job: Job, outcome: Outcome, leave: Any) -> list[Node]:
    """What an import did."""
    said = _("**The file is imported.** The data version is {version}.").format(version=outcome.version)
    nothing = _("**Nothing was changed.** The database already held everything in the file.")
    return [
        finding(said if outcome.changes else nothing),
        *_counts(outcome),
        *_rejected(job, outcome),
        html.P(_("If it was the wrong file it can be undone under Earlier imports."), className="b-muted"),
        html.Div([leave], className="u-steps"),
    ]


def _said(outcome: Outcome) -> str:
    if outcome.errors and not outcome.can_write:
        said = ngettext("**{n} error.**", "**{n} errors.**", outcome.errors).format(n=number(outcome.errors))
        return said + " " + _("Nothing is changed. Correct the file and choose it again.")
    if outcome.already:
        return _("**Already imported.** The database holds exactly what the file says.")
    if not outcome.changes and outcome.guards:
        return _("**Nothing to do.** What was written in Brygga stays, and the rest is there already.")
    if not outcome.changes:
        return _("**Nothing to do.** The database already holds everything in the file.")
    said = ngettext(
        "**{n} row would be written.**", "**{n} rows would be written.**", outcome.changes
    ).format(n=number(outcome.changes))
    if outcome.rejected:
        left_out = ngettext("{n} row is left out.", "{n} rows are left out.", outcome.rejected)
        said += " " + left_out.format(n=number(outcome.rejected))
    return said + " " + _("Nothing is changed yet.")


def _findings(outcome: Outcome) -> list[Node]:
    if not outcome.findings:
        return []
    total = outcome.errors + outcome.warnings
    columns = [
        Column("place", _("Where")),
        Column("kind", _("Kind")),
        Column("value", _("Value")),
        Column("said", _("What is wrong, and what to do")),
    ]
    caption = _("{shown} of {n} shown; the workbook holds all of them.").format(
        shown=number(len(outcome.findings)), n=number(total)
    )
    table = data_table(
        ids.Data.FINDINGS, caption, columns, [Row(_finding_cells(one)) for one in outcome.findings]
    )
    return [
        html.H3(_("What was found in the file")),
        html.Ul([_kind(*one) for one in outcome.kinds], className="u-tallies"),
        _file(BEGIN + "fel.xlsx", _("All of it as a workbook")),
        table if total <= MOST_SHOWN // 10 else html.Details([html.Summary(_("Show them here")), table]),
    ]


def _finding_cells(one: Finding) -> dict[str, Node]:
    place = [one.sheet, *([_("row {row}").format(row=one.row)] if one.row is not None else [])]
    cell = f"{one.column}{one.row or ''} ({one.header})" if one.column and one.header else one.column
    return {
        "place": [
            html.Span(", ".join(place)),
            *([html.Br(), html.Span(cell, className="b-muted")] if cell else []),
        ],
        "kind": _severity(one.severity),
        "value": one.value,
        "said": [one.message, *([html.Br(), html.B(one.remedy)] if one.remedy else [])],
    }


def _severity(severity: Severity) -> Component:
    if severity is Severity.ERROR:
        return status("critical", _("Error"))
    return status("attention", _("Warning"))


def _kind(severity: Severity, message: str, count: int) -> Component:
    return html.Li([html.B(number(count), className="u-tallies__n"), _severity(severity), html.Span(message)])


def _counts(outcome: Outcome) -> list[Node]:
    if not outcome.counts:
        return []
    columns = [
        Column("table", _("Table")),
        *(Column(key, label, number=True) for key, label in _count_labels()),
    ]
    rows = [
        Row({"table": title_of(name), **{key: _count(counts, key) for key, _label in _count_labels()}})
        for name, counts in outcome.counts.items()
    ]
    return [
        html.H3(_("Rows in each table")),
        data_table(ids.Data.COUNTS, _("Rows in each table"), columns, rows, hide_caption=True),
    ]


def _count_labels() -> tuple[tuple[str, str], ...]:
    return (
        ("new", _("New rows")),
        ("changed", _("Changed")),
        ("unchanged", _("Unchanged")),
        ("removed", _("Removed")),
        ("rejected", _("Left out")),
    )


def _count(counts: TableCounts, key: str) -> str:
    return number(getattr(counts, key))


def _effect(outcome: Outcome) -> list[Node]:
    if not outcome.headlines and not outcome.steady:
        return []
    columns = [
        Column("name", _("Figure")),
        Column("before", _("Now"), number=True),
        Column("after", _("Then"), number=True),
    ]
    rows = [
        Row({"name": name, "before": before, "after": after}) for name, before, after in outcome.headlines
    ]
    steady = ngettext("{n} figure stays as it is.", "{n} figures stay as they are.", outcome.steady).format(
        n=number(outcome.steady)
    )
    table = data_table(ids.Data.EFFECT, _("What it does to the figures"), columns, rows, hide_caption=True)
    return [
        html.H3(_("What it does to the figures")),
        *([table] if rows else []),
        *([html.P(steady, className="b-muted b-s")] if outcome.steady else []),
    ]


def _removed(outcome: Outcome) -> list[Node]:
    lines = [
        html.Li([html.B(title_of(table)), ": ", ", ".join(keys)])
        for table, keys in outcome.removed.items()
        if keys
    ]
    return [html.H3(_("Rows that would be removed")), html.Ul(lines, className="u-rows b-s")] if lines else []


def _write(job: Job, outcome: Outcome) -> Iterator[Any]:
    if not outcome.can_write:
        return
    asked: list[Any] = []
    if outcome.guards:
        asked = [
            html.Div(
                [
                    html.P([icon("attention"), html.B(_("Is this meant?"))], className="u-guard__h"),
                    html.Ul([html.Li(text) for text in outcome.guards]),
                    check("ja", _("Yes, this is what the file should do"), required=True),
                ],
                className="u-guard",
            )
        ]
    yield form("skriv", *asked, submit(_("Import the file"), primary=True), job=job.job_id)


def _otherwise(job: Job, outcome: Outcome) -> Iterator[Any]:
    """Other ways to read the same file."""
    options = job.options
    good = check(
        "godkanda",
        _("Leave out rows with errors"),
        checked=options.good_rows,
        hint=_("and the rows that refer to them. They come back as a workbook to correct."),
    )
    whole = check(
        "hela",
        _("The file is the whole truth"),
        checked=options.replace,
        hint=_("Rows that it lacks are removed from the tables in it."),
    )
    wins = check(
        "filen-galler",
        _("The file wins over what was written in Brygga"),
        checked=options.file_wins,
        hint=_("Otherwise follow-ups and contacts stay as somebody has written them here."),
    )
    yield html.Details(
        [
            html.Summary(_("Read the file in another way")),
            form("las", good, whole, wins, submit(_("Read it again")), job=job.job_id),
            *_rejected(job, outcome),
        ],
        className="u-other",
        open=bool(outcome.errors or options.good_rows or options.replace or options.file_wins),
    )


def _rejected(job: Job, outcome: Outcome) -> list[Node]:
    if not job.has_rejected:
        return []
    return [_file(BEGIN + "kvar.xlsx", _("The rows that were left out, as a workbook"))]


def _file(href: str, text: str) -> Component:
    inside = [icon("download"), text]
    button = html.A(inside, href=href, className="b-btn", download="", disable_n_clicks=True)
    return html.P(button, className="b-chips")
