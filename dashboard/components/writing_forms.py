"""Forms that write one row in place, for any page: markup to be drawn still, with native controls alone.

    still("plats", [follow_up_form(follow_up, today), contact_form(access, "E1", today)])

Each is a button that opens its form. `assets/54-writing.js` sends it and shows what was wrong beside the
field; what was typed stays. The frame of every page has the line that says what was saved, with the way to
take it back. A page that shows the rows draws itself anew when `ids.Writing.SAVED` changes.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.form_parts import control, field, write_form, wrong_line
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.still import ATTRIBUTE, drawn_still, element
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.quiet import Quiet
from dashboard.reports.writable import (
    WritableFollowUp,
    WritablePlacement,
    clients_to_write_about,
    coaches_to_write_as,
)
from dashboard.reports.writing import TAKE_BACK, Action, Answer
from dashboard.reports.written import WrittenLine
from dashboard.words import choices, word

LONGEST_VISIT = 600
"""Minutes that a number field offers at most; what is stored has the limit of the import."""


def writing_frame() -> list[Component]:
    """What the frame of every page needs: what is asked and answered, and the line that tells."""
    return [
        dcc.Store(id=ids.Writing.ASKED),
        dcc.Store(id=ids.Writing.ANSWER),
        dcc.Store(id=ids.Writing.TOLD),
        dcc.Store(id=ids.Writing.SAVED),
        html.Div(
            id=ids.Writing.TOAST,
            className="w-toast b-noprint",
            role="status",
            tabIndex=-1,
            disable_n_clicks=True,
            **{ATTRIBUTE: drawn_still([])},
        ),
    ]


def told(answer: Answer, *, in_form: bool) -> str:
    """The line that says what was saved, as its place holds it; what was not saved a form tells itself."""
    if in_form and not answer.done:
        return drawn_still([])
    odd = [html.Li([html.B(one.message), " ", one.remedy]) for one in answer.problems]
    return drawn_still(
        [
            html.Div(
                [
                    html.P([icon("good" if answer.done else "attention"), html.Span(answer.sentence)]),
                    *([html.Ul(odd)] if odd else []),
                ],
                className="w-toast__said",
            ),
            *([take_back_button(answer.number, answer.sentence)] if answer.number is not None else []),
            element("button", _("Close"), type="button", class_="b-btn b-btn--quiet", data_close_toast="ja"),
        ]
    )


def take_back_button(number_of: int, what: str) -> Any:
    """The button that takes back what was written."""
    return element(
        "button",
        icon("undo"),
        _("Undo"),
        hidden_text(what),
        type="button",
        class_="b-btn",
        data_take_back=str(number_of),
        data_action=TAKE_BACK,
    )


def written_lately(lines: Sequence[WrittenLine]) -> list[Any]:
    """What the person has just written, with the way to take it back; nothing when there is none."""
    if not lines:
        return []
    shown = [
        element(
            "li",
            html.P(f"{word('written', line.written.action)}: {line.about}, {moment(line.written.at)}"),
            *([take_back_button(line.written.number, line.about)] if line.may_take_back else []),
            class_="w-row",
        )
        for line in lines
    ]
    return [element("h3", _("Written by you lately")), element("ul", *shown, class_="w-mine")]


def moment(at: dt.datetime) -> str:
    """A moment in Swedish time, to the minute."""
    return at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")


def follow_up_form(follow_up: WritableFollowUp, today: dt.date) -> Any:
    """Mark a follow-up as done, or cancel it."""
    form_id = f"skriv-klar-{follow_up.follow_up_id}"
    which = f"{follow_up.client_id}, {day(follow_up.planned_on)}"
    minutes = "" if follow_up.minutes is None else str(follow_up.minutes)
    cancelling = f"{form_id}-installd"
    button = element("button", icon("x"), _("Cancel it instead"), type="submit", class_="b-btn b-btn--quiet")
    return _opened(
        form_id,
        [icon("check"), _("Mark as done")],
        which,
        _form(
            form_id,
            Action.FOLLOW_UP_DONE,
            follow_up.follow_up_id,
            [
                _day(form_id, "done_on", _("Day it was done"), today, most=today),
                _choice(form_id, "party", _("With whom"), choices("party"), follow_up.party),
                _choice(form_id, "mode", _("How"), choices("mode"), follow_up.mode),
                _number(form_id, "minutes", _("Minutes"), minutes),
                _choice(form_id, "assessment", _("How it goes"), choices("assessment"), follow_up.assessment),
            ],
            _("Save as done"),
            seen=follow_up.mark,
        ),
        write_form(
            cancelling,
            Action.FOLLOW_UP_CANCELLED,
            follow_up.follow_up_id,
            [button, wrong_line(cancelling)],
            seen=follow_up.mark,
        ),
    )


def plan_form(placement: WritablePlacement, today: dt.date) -> Any:
    """Plan a follow-up of a placement."""
    form_id = f"skriv-plan-{placement.placement_id}"
    which = f"{placement.client_id}, {word('placement_kind', placement.kind)}"
    return _opened(
        form_id,
        [icon("calendar"), _("Plan a follow-up")],
        which,
        _form(
            form_id,
            Action.FOLLOW_UP_PLANNED,
            placement.placement_id,
            [
                _day(form_id, "planned_on", _("Day"), today),
                _choice(form_id, "party", _("With whom"), choices("party"), None),
                _choice(form_id, "mode", _("How"), choices("mode"), None),
            ],
            _("Save the plan"),
        ),
    )


def contact_form(access: Access, employer_id: str, today: dt.date) -> Any:
    """Log a contact with an employer."""
    form_id = f"skriv-kontakt-{employer_id}"
    coaches = coaches_to_write_as(access, today)
    clients = [(key, key) for key in clients_to_write_about(access, today)]
    whose = coaches[0][0] if len(coaches) == 1 else None
    return _opened(
        form_id,
        [icon("phone"), _("Log a contact")],
        "",
        _form(
            form_id,
            Action.CONTACT_LOGGED,
            employer_id,
            [
                _day(form_id, "contacted_on", _("Day"), today, most=today),
                _choice(form_id, "kind", _("Kind of contact"), choices("contact_kind"), None, needed=True),
                _choice(form_id, "initiated_by", _("Whose initiative"), choices("initiator"), "unit"),
                _choice(form_id, "client_id", _("About the client"), clients, None),
                _choice(form_id, "coach_id", _("Coach"), coaches, whose, needed=True),
            ],
            _("Save the contact"),
        ),
    )


def quiet_form(employer_id: str, quiet: Quiet | None, today: dt.date) -> list[Any]:
    """Set an employer's quiet period; change or end the one there is."""
    form_id = f"skriv-vila-{employer_id}"
    seen = "" if quiet is None else f"{quiet.quiet_id} {quiet.mark}"
    reasons = choices("quiet_reason")
    until = quiet.to_on if quiet else today + dt.timedelta(days=30)
    parts = _opened(
        form_id,
        [icon("clock"), _("Change the quiet period") if quiet else _("Set a quiet period")],
        "",
        _form(
            form_id,
            Action.QUIET_SET,
            employer_id,
            [
                _day(form_id, "from_on", _("From"), quiet.from_on if quiet else today),
                _day(form_id, "to_on", _("To and including"), until),
                _choice(form_id, "reason", _("Why"), reasons, quiet.reason if quiet else None, needed=True),
            ],
            _("Save the quiet period"),
            seen=seen,
        ),
    )
    if quiet is None:
        return [parts]
    ending = f"{form_id}-slut"
    button = [element("button", icon("x"), _("End it now"), type="submit", class_="b-btn")]
    return [
        parts,
        write_form(ending, Action.QUIET_CLEARED, employer_id, [*button, wrong_line(ending)], seen=seen),
    ]


def quiet_notice(quiet: Quiet, on: dt.date) -> Component:
    """That an employer is left in peace, or will be: for every place where it would be suggested."""
    text = _("In peace until {last}: {why}.") if quiet.covers(on) else _("In peace {first}–{last}: {why}.")
    said = text.format(
        first=day(quiet.from_on), last=day(quiet.to_on), why=word("quiet_reason", quiet.reason).lower()
    )
    return html.P([icon("clock"), html.Span(said)], className="u-notice")


def _opened(form_id: str, title: Node, which: str, *forms: Any) -> Any:
    """A button that opens its forms; its text is no other button's, so that it stays open when drawn anew."""
    beside = [hidden_text(which)] if which else []
    summary = element("summary", *_listed(title), *beside, class_="b-btn")
    return element("details", summary, *forms, class_="w-open", id=f"{form_id}-oppna")


def _form(form_id: str, action: Action, key: str, fields: Sequence[Any], save: str, *, seen: str = "") -> Any:
    button = element("button", save, type="submit", class_="b-btn b-btn--primary")
    holder = element("div", *fields, class_="w-fields")
    return write_form(form_id, action, key, [holder, wrong_line(form_id), button], seen=seen)


def _day(form_id: str, name: str, label: str, value: dt.date, *, most: dt.date | None = None) -> Any:
    limit = {"max": most.isoformat()} if most else {}
    box = element(
        "input",
        type="date",
        value=value.isoformat(),
        **control(form_id, name, "b-input", needed=True),
        **limit,
    )
    return field(form_id, name, [label], box)


def _number(form_id: str, name: str, label: str, value: str) -> Any:
    box = element(
        "input",
        type="number",
        inputmode="numeric",
        min="0",
        max=str(LONGEST_VISIT),
        step="5",
        value=value,
        placeholder=number(30),
        **control(form_id, name, "b-input"),
    )
    return field(form_id, name, [label], box)


def _choice(
    form_id: str,
    name: str,
    label: str,
    options: Iterable[tuple[str, str]],
    chosen: str | None,
    *,
    needed: bool = False,
) -> Any:
    nothing = _("Choose") if needed else _("not said")
    offered = [("", nothing), *options]
    boxes = [element("option", text, value=key, selected=key == (chosen or "")) for key, text in offered]
    box = element("select", *boxes, **control(form_id, name, "b-select", needed=needed))
    return field(form_id, name, [label], box)


def _listed(node: Node) -> Sequence[Any]:
    return node if isinstance(node, list | tuple) else [node]
