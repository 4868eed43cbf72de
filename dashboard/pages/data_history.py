"""The card of earlier imports, and the way to take the last one back."""

import datetime as dt

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.marks import Node, icon, status
from dashboard.components.states import state_empty
from dashboard.components.still import element
from dashboard.components.tables import Column, Row, data_table
from dashboard.components.writing_forms import moment, take_back_button
from dashboard.i18n import _, number
from dashboard.pages.data_forms import form, submit
from dashboard.reports.access import Access
from dashboard.reports.loading import KEPT_DAYS, PastImport, State, past_imports, undo_hindrance
from dashboard.reports.written import WrittenLine, written_in_place
from dashboard.words import word

SHOWN = 20


def history_card(access: Access) -> Component:
    """The card."""
    past = past_imports(access)
    if not past:
        text = _("Each import is listed here with who, when, and what it changed.")
        inside: list[Node] = [state_empty(_("Nothing has been imported"), text, icon_name="clock", level=3)]
    else:
        inside = [*_undo(access, past), _table(past)]
    return card(ids.Data.HISTORY_CARD, _("Earlier imports"), inside)


def written_card(access: Access) -> Component:
    """What was written in place, with the way to take it back."""
    page = written_in_place(access, dt.datetime.now(dt.UTC))
    title = _("Written in Brygga")
    if not page.lines:
        text = _("Follow-ups, contacts and quiet periods that are written here are listed with who and when.")
        return card(ids.Data.WRITTEN_CARD, title, html.P(text, className="b-muted"))
    columns = [
        Column("what", _("What")),
        Column("about", _("About")),
        Column("at", _("When")),
        Column("who", _("Who")),
        Column("state", _("Undo")),
    ]
    caption = _("The latest {shown} of {n} that were written.").format(
        shown=number(len(page.lines)), n=number(page.total)
    )
    rows = [_written_row(line) for line in page.lines]
    return card(
        ids.Data.WRITTEN_CARD,
        title,
        [
            html.P(_("A file does not replace it before somebody has said so."), className="u-measure"),
            data_table(ids.Data.WRITTEN_TABLE, caption, columns, rows),
        ],
    )


def _written_row(line: WrittenLine) -> Row:
    written = line.written
    if written.undone_at is not None:
        state: Node = status("neutral", _("Undone by {who}").format(who=written.undone_by), "undo")
    elif line.may_take_back:
        state = take_back_button(written.number, f"{line.about}, {moment(written.at)}")
    else:
        state = None
    return Row(
        {
            "what": word("written", written.action),
            "about": line.about,
            "at": moment(written.at),
            "who": written.who,
            "state": state,
        }
    )


def _undo(access: Access, past: tuple[PastImport, ...]) -> list[Node]:
    last = next((one for one in past if one.state is State.DONE), None)
    if last is None:
        return []
    hindrance = undo_hindrance(access)
    if hindrance:
        return [html.P([icon("info"), html.Span(hindrance)], className="u-note")]
    text = _(
        "Everything becomes as it was before {file} was imported. It can be undone within {n} days, "
        "as long as nothing else has been changed."
    ).format(file=last.file_name, n=number(KEPT_DAYS))
    number_of = element("input", type="hidden", name="nummer", value=str(last.number))
    button = form("angra", number_of, submit([icon("undo"), _("Undo the import")]))
    return [
        html.Details(
            [html.Summary(_("Undo the last import")), html.P(text, className="u-measure"), button],
            className="u-other",
        )
    ]


def _table(past: tuple[PastImport, ...]) -> Component:
    columns = [
        Column("file", _("File")),
        Column("at", _("When")),
        Column("who", _("Who")),
        Column("state", _("How it went")),
        Column("new", _("New rows"), number=True),
        Column("changed", _("Changed"), number=True),
        Column("removed", _("Removed"), number=True),
    ]
    caption = _("The latest {shown} of {n} imports.").format(
        shown=number(min(SHOWN, len(past))), n=number(len(past))
    )
    return data_table(ids.Data.HISTORY_TABLE, caption, columns, [_row(one) for one in past[:SHOWN]])


def _row(past: PastImport) -> Row:
    def total(key: str) -> str:
        return number(sum(counts.get(key, 0) for counts in past.counts.values()))

    return Row(
        {
            "file": past.file_name,
            "at": moment(past.at),
            "who": past.who,
            "state": _state(past),
            **{key: total(key) for key in ("new", "changed", "removed")},
        }
    )


def _state(past: PastImport) -> Component:
    if past.state is State.DONE:
        return status("good", _("Imported"))
    if past.state is State.UNDONE:
        return status("neutral", _("Undone by {who}").format(who=past.undone_by), "undo")
    if past.state is State.RUNNING:
        return status("neutral", _("Under way"))
    return status("attention", _("Cut off"))
