"""What the columns of the gaps' lists are called, and their cells as text."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.analysis.gaps_nearest import BRANCH, OFFERS
from dashboard.data.reference import sni_section, sni_title, ssyk_title
from dashboard.i18n import N_, _, day_short, language, ngettext, number
from dashboard.reports.gap_occupations import NOW
from dashboard.reports.names_in_a_row import listed
from dashboard.words import word

SHORT = 3
"""How many occupations a cell names."""
LABELS: Mapping[str, str] = {
    "name": N_("Employer"),
    "ssyk": N_("Occupation"),
    "why": N_("Why near"),
    "warmth": N_("Warmth"),
    "free": N_("Free"),
    "ask": N_("Ask first"),
    "helps": N_("Would help"),
    "closes": N_("Would be enough for"),
    "last_on": N_("Latest contact"),
    "last_warm_on": N_("Latest warm contact"),
    "strength": N_("Strength"),
    "running": N_("Running"),
    "silence": N_("Silent for, days"),
    "usual": N_("Usual gap, days"),
    "rung": N_("Rung"),
    "clients_placed": N_("Clients placed"),
    "wanted": N_("Wished for"),
    "demand": N_("Demand"),
    "trials": N_("Completed trials"),
    "places": N_("Places taken"),
    "contacts": N_("Contacts by us"),
    "ownership": N_("Ownership"),
    "locality": N_("Locality"),
    "sector": N_("Sector"),
    "offered": N_("Occupations"),
}


def label(column: str) -> str:
    """The heading of a column."""
    return _(LABELS[column])


def is_empty(value: Any) -> bool:
    """Whether a cell of a frame holds nothing."""
    return value is None or bool(pd.isna(value)) or value == ""


def in_peace(row: Mapping[str, Any]) -> str:
    """That nobody is to be asked yet, and until when; empty when it may be asked."""
    until = row["quiet_until"]
    return "" if is_empty(until) else _("leave in peace until {day}").format(day=day_short(until))


def cell_text(column: str, value: Any) -> str:
    """A cell that is a text or a key, in words."""
    if is_empty(value):
        return ""
    if column == "ssyk":
        return occupation(value)
    if column in {"wanted", "offered"}:
        return occupations(value)
    if column == "sector":
        section = sni_section(str(value))
        return word("sector", section) if section else str(value)
    return word("ownership", value) if column == "ownership" else str(value)


def occupation(code: str) -> str:
    """The title of an occupation group in the language in use; the code when there is none."""
    return ssyk_title(code, "en" if language() == "en" else "sv") or code


def occupations(codes: str) -> str:
    """The first few of a list of codes by title, and how many more there are."""
    keys = [code.strip() for code in codes.split(";") if code.strip()]
    named = ", ".join(occupation(code) for code in keys[:SHORT])
    more = len(keys) - SHORT
    return _("{names} and {n} more").format(names=named, n=number(more)) if more > 0 else named


def why_near(row: Mapping[str, Any]) -> str:
    """Why an employer is near to offering a group, with the evidence counted."""
    if row["why"] == NOW:
        return _("Offers it now.")
    if row["why"] == OFFERS:
        return _("Says that it offers it, but {what}.").format(what=listed(_lacking(row)))
    shared, of = number(row["shared"]), number(row["of"])
    if row["why"] == BRANCH:
        branch = sni_title(row["through"], "en" if language() == "en" else "sv") or row["through"]
        return ngettext(
            "{k} of {n} other in the same branch offers it ({branch}).",
            "{k} of {n} others in the same branch offer it ({branch}).",
            int(row["of"]),
        ).format(k=shared, n=of, branch=branch)
    return ngettext(
        "{k} of {n} other that offers the same ({occupation}) offers it too.",
        "{k} of {n} others that offer the same ({occupation}) offer it too.",
        int(row["of"]),
    ).format(k=shared, n=of, occupation=occupation(row["through"]))


def _lacking(row: Mapping[str, Any]) -> list[str]:
    said = []
    if not row["met"]:
        said.append(_("we have not met"))
    if not row["warm"]:
        said.append(_("there is no contact now") if row["warmth"] == "never" else _("the contact is dormant"))
    if not row["room"]:
        said.append(_("no place is free"))
    return said
