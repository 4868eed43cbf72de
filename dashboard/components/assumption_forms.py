"""The forms of one assumption: set it, take it back to its example or to nothing, set it back to before.

They are sent by `assets/54-writing.js`, as every form that writes in place, and are drawn still.
"""

import datetime as dt
from typing import Any

from dashboard.components.form_parts import control, field, write_form, wrong_line
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.still import element
from dashboard.domain.assumption_catalogue import ASSUMED, Assumed, Estimate
from dashboard.domain.assumptions import Assumptions, source_told
from dashboard.i18n import _
from dashboard.reports.cost_words import how_typed, typed_value
from dashboard.reports.cost_writing import Doing, mark_of


def set_form(assumptions: Assumptions, name: str, today: dt.date) -> Any:
    """A button that opens the form; an example is offered as it stands, with its source."""
    assumed, estimate = ASSUMED[name], assumptions.of(name)
    form_id = f"skriv-antagande-{name}"
    own = assumptions.state(name) == "set"
    source = "" if estimate is None else source_told(estimate)
    fields = [
        *(
            _text(form_id, key, label, _typed(assumed, estimate, key), hint=hint, needed=key == "value")
            for key, label, hint in (
                ("value", _("Value"), how_typed(assumed)),
                ("low", _("Lowest it may well be"), _("empty: the value itself")),
                ("high", _("Highest it may well be"), _("empty: the value itself")),
            )
        ),
        _day(form_id, estimate.dated if estimate else today),
        _text(form_id, "source", _("Source"), source, hint=_("where the value comes from"), needed=True),
    ]
    inside = [
        element("div", *fields, class_="w-fields"),
        wrong_line(form_id),
        element("button", _("Save the assumption"), type="submit", class_="b-btn b-btn--primary"),
    ]
    form = write_form(form_id, Doing.SET, name, inside, seen=mark_of(assumptions.own.get(name)))
    title = _("Change it") if own else _("Set")
    summary = element("summary", icon("right"), title, hidden_text(_(assumed.meaning)), class_="b-btn")
    return element("details", summary, form, class_="w-open", id=f"{form_id}-oppna")


def reset_form(assumptions: Assumptions, name: str) -> Any:
    """The button that takes the unit's own back."""
    assumed = ASSUMED[name]
    title = _("Make it empty") if assumed.example is None else _("Back to the example")
    button = _button(icon("x"), title, _(assumed.meaning))
    form_id = f"skriv-antagande-{name}-bort"
    mark = mark_of(assumptions.own.get(name))
    return write_form(form_id, Doing.RESET, name, [button, wrong_line(form_id)], seen=mark)


def back_form(assumptions: Assumptions, number: int, name: str) -> Any:
    """The button that sets an assumption back to what an earlier change made it."""
    form_id = f"skriv-antagande-{name}-till-{number}"
    button = _button(icon("undo"), _("Set back to this"), _(ASSUMED[name].meaning))
    mark = mark_of(assumptions.own.get(name))
    return write_form(form_id, Doing.BACK, f"{number} {name}", [button, wrong_line(form_id)], seen=mark)


def _button(picture: Node, title: str, which: str) -> Any:
    return element("button", picture, title, hidden_text(which), type="submit", class_="b-btn b-btn--quiet")


def _typed(assumed: Assumed, estimate: Estimate | None, key: str) -> str:
    return "" if estimate is None else typed_value(assumed, getattr(estimate, key))


def _text(form_id: str, name: str, label: str, value: str, *, hint: str, needed: bool) -> Any:
    decimal = {} if name == "source" else {"inputmode": "decimal"}
    box = element(
        "input",
        type="text",
        value=value,
        autocomplete="off",
        **control(form_id, name, "b-input", needed=needed),
        **decimal,
    )
    return field(form_id, name, [label, element("span", f" ({hint})", class_="c-hint")], box)


def _day(form_id: str, value: dt.date) -> Any:
    box = element(
        "input", type="date", value=value.isoformat(), **control(form_id, "dated", "b-input", needed=True)
    )
    return field(form_id, "dated", [_("True for the day")], box)
