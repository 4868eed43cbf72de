"""The forms of one assumption: set it, take it back to its example or to nothing, set it back to before.

They are sent by `assets/54-writing.js`, as every form that writes in place, and are drawn still.
"""

import datetime as dt
from typing import Any

from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.still import element
from dashboard.domain.assumption_catalogue import ASSUMED, Assumed, Estimate
from dashboard.domain.assumptions import Assumptions
from dashboard.i18n import _
from dashboard.reports.cost_words import how_typed, typed_value
from dashboard.reports.cost_writing import Doing, mark_of


def set_form(assumptions: Assumptions, name: str, today: dt.date) -> Any:
    """A button that opens the form; an example is offered as it stands, with its source."""
    assumed, estimate = ASSUMED[name], assumptions.of(name)
    form_id = f"skriv-antagande-{name}"
    own = name in assumptions.own
    source = "" if estimate is None else estimate.source if own else _(estimate.source)
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
        _wrong(form_id),
        element("button", _("Save the assumption"), type="submit", class_="b-btn b-btn--primary"),
    ]
    form = _form(form_id, Doing.SET, name, inside, mark_of(assumptions.own.get(name)))
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
    return _form(form_id, Doing.RESET, name, [button, _wrong(form_id)], mark)


def back_form(assumptions: Assumptions, number: int, name: str) -> Any:
    """The button that sets an assumption back to what an earlier change made it."""
    form_id = f"skriv-antagande-{name}-till-{number}"
    button = _button(icon("undo"), _("Set back to this"), _(ASSUMED[name].meaning))
    mark = mark_of(assumptions.own.get(name))
    return _form(form_id, Doing.BACK, f"{number} {name}", [button, _wrong(form_id)], mark)


def _button(picture: Node, title: str, which: str) -> Any:
    return element("button", picture, title, hidden_text(which), type="submit", class_="b-btn b-btn--quiet")


def _typed(assumed: Assumed, estimate: Estimate | None, key: str) -> str:
    return "" if estimate is None else typed_value(assumed, getattr(estimate, key))


def _form(form_id: str, doing: Doing, key: str, inside: list[Any], seen: str) -> Any:
    return element(
        "form",
        *inside,
        id=form_id,
        action="#",
        method="post",
        novalidate=True,
        class_="w-form",
        data_write=doing.value,
        data_key=key,
        data_seen=seen,
    )


def _text(form_id: str, name: str, label: str, value: str, *, hint: str, needed: bool) -> Any:
    decimal = {} if name == "source" else {"inputmode": "decimal"}
    control = element(
        "input", type="text", value=value, autocomplete="off", **_control(form_id, name, needed), **decimal
    )
    return _field(form_id, name, [label, element("span", f" ({hint})", class_="c-hint")], control)


def _day(form_id: str, value: dt.date) -> Any:
    control = element("input", type="date", value=value.isoformat(), **_control(form_id, "dated", True))
    return _field(form_id, "dated", [_("True for the day")], control)


def _control(form_id: str, name: str, needed: bool) -> dict[str, Any]:
    required = {"aria_required": "true"} if needed else {}
    own = f"{form_id}-{name}"
    return {"id": own, "name": name, "class_": "b-input", "aria_describedby": f"{own}-fel", **required}


def _field(form_id: str, name: str, label: list[Any], control: Any) -> Any:
    own = f"{form_id}-{name}"
    wrong = element("p", id=f"{own}-fel", class_="w-wrong", hidden=True)
    return element("div", element("label", *label, for_=own), control, wrong, class_="b-field")


def _wrong(form_id: str) -> Any:
    return element("p", id=f"{form_id}-fel", class_="u-wrong", role="alert", hidden=True)
