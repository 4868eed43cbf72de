"""The form in which a manager chooses what is to be public."""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.components.marks import Node, icon
from dashboard.components.still import element
from dashboard.domain.period import Period, today
from dashboard.domain.publication import TABLES
from dashboard.domain.publication_choice import LONGEST_CONTACT, LONGEST_NAME, Choice
from dashboard.i18n import N_, _
from dashboard.pages.data_forms import check, choice, form, submit
from dashboard.reports.access import Access
from dashboard.reports.publish_choices import costs_hindrance, ended_halves, half_told, offered_unit
from dashboard.reports.publish_people import name_of_half
from dashboard.reports.publish_words import table_meaning, table_title

BEGIN = "/publicera/"
CONTACTS: Mapping[str, tuple[str, str]] = {
    "name": (N_("Whom the public may ask"), N_("An office, never a person.")),
    "email": (N_("E-mail"), ""),
    "phone": (N_("Telephone"), ""),
}


def publish_form(step: str, *children: Any, **more: str) -> Any:
    """A form of this page."""
    return form(step, *children, begin=BEGIN, **more)


def choosing(access: Access, chosen: Choice | None) -> Any:
    """The form, as it was last filled in."""
    return publish_form(
        "granska",
        _period(chosen),
        _tables(chosen),
        _beside(access, chosen),
        _texts(access, chosen),
        submit([icon("check"), _("Audit and preview")], primary=True),
        class_="u-form p-form",
    )


def _period(chosen: Choice | None) -> Any:
    names = ended_halves(today())
    options = [(name, half_told(name)) for name in names]
    first = name_of_half(Period(chosen.first, chosen.first)) if chosen else names[0]
    last = name_of_half(Period(chosen.last, chosen.last)) if chosen else names[0]
    last = last if last in names else names[0]
    return _group(
        _("Period"),
        [
            element(
                "div",
                choice("fran", _("From"), options, first if first in names else names[0]),
                choice("till", _("To and including"), options, last),
                class_="u-steps",
            )
        ],
        _("Whole half-years that have ended. The longer the period, the less has to be hidden."),
    )


def _tables(chosen: Choice | None) -> Any:
    wanted = chosen.tables if chosen else TABLES
    boxes = [
        check(f"tabell-{key}", table_title(key), checked=key in wanted, hint=table_meaning(key))
        for key in TABLES
    ]
    return _group(_("Tables"), [element("div", *boxes, class_="p-tables")])


def _beside(access: Access, chosen: Choice | None) -> Any:
    hindrance = costs_hindrance(access.store)
    boxes = [
        check(
            "mal",
            _("Targets"),
            checked=chosen is None or chosen.targets,
            hint=_("What clients and employers thought of the trials: reached, missed or cannot be told."),
        ),
        check(
            "jamforelser",
            _("Studies"),
            checked=chosen is None or chosen.benchmarks,
            hint=_("What randomised trials of the method found, with source and caveat."),
        ),
    ]
    if not hindrance:
        boxes.append(
            check(
                "kostnad",
                _("Cost and benefit"),
                checked=chosen is not None and chosen.costs,
                hint=_("In two figures, with the share of jobs at which it turns."),
            )
        )
    note = [html.P([icon("info"), html.Span(hindrance)], className="u-note")] if hindrance else []
    return _group(_("Beside the tables"), [element("div", *boxes, class_="p-tables"), *note])


def _texts(access: Access, chosen: Choice | None) -> Any:
    unit = chosen.unit if chosen else offered_unit(access.store)
    contact = chosen.contact if chosen else {}
    fields = [
        _text("enhet", _("Name that the public sees"), unit, LONGEST_NAME, required=True),
        *(
            _text(f"kontakt-{key}", _(label), contact.get(key, ""), LONGEST_CONTACT, _(hint) if hint else "")
            for key, (label, hint) in CONTACTS.items()
        ),
    ]
    return _group(_("Texts"), [element("div", *fields, class_="p-texts")])


def _text(name: str, label: str, value: str, longest: int, hint: str = "", *, required: bool = False) -> Any:
    note = element("p", hint, class_="b-field__hint", id=f"val-{name}-tips") if hint else None
    box = element(
        "input",
        type="text",
        name=name,
        id=f"val-{name}",
        value=value,
        maxlength=longest,
        required=required,
        autocomplete="off",
        class_="b-input",
        aria_describedby=f"val-{name}-tips" if hint else None,
    )
    return element("div", element("label", label, for_=f"val-{name}"), box, note, class_="b-field")


def _group(legend: str, inside: list[Node], hint: str = "") -> Any:
    note = element("p", hint, class_="b-field__hint") if hint else None
    return element("fieldset", element("legend", legend), note, *inside, class_="p-group")
