"""What the pages about employers say in the same words."""

from urllib.parse import quote

from dash import html

from dashboard.components.cards import rich
from dashboard.components.marks import Node
from dashboard.i18n import _, number
from dashboard.reports.finder import EmployerLine, Finder
from dashboard.words import word

CLOSE_KM = 10
"""Nearer than this an exact distance is told with a decimal."""
APPROXIMATE = ("postal_code", "locality", "municipality")


def employer_path(employer_id: str) -> str:
    """The address of an employer's page."""
    return f"/arbetsgivare/{quote(employer_id, safe='')}"


def where_and_what(line: EmployerLine) -> str:
    """Sector and place: "Hotell och restaurang · Vallentuna"."""
    sector = word("sector", line.section) if line.section else _("Sector not known")
    place = line.place or _("place not known")
    return f"{sector} · {place}"


def trial_sentence(line: EmployerLine) -> Node:
    """Success as counts, never a bare share: "2 av 3 till jobb eller studier"."""
    if not line.trials_completed:
        return html.Span(_("No trials yet"), className="b-muted")
    text = _("**{k} of {n}** to work or studies")
    return html.Span(rich(text.format(k=number(line.trials_succeeded), n=number(line.trials_completed))))


def free_places(line: EmployerLine) -> Node:
    """Free places of all: "1 av 2 lediga", "Fullt, 2 av 2"."""
    if not line.capacity:
        return html.Span(_("Takes nobody now"), className="b-muted")
    if not line.free:
        text = _("Full, {k} of {n}")
        return text.format(k=number(line.occupied), n=number(line.capacity))
    return html.Span(rich(_("**{k} of {n}** free").format(k=number(line.free), n=number(line.capacity))))


def away_words(line: EmployerLine, found: Finder) -> str:
    """How far away it is: about so far, where its place is not exact; never 0 km from a mere municipality."""
    if found.origin is None:
        return ""
    if line.employer_id not in found.away:
        return _("distance not known")
    away = round(found.away[line.employer_id], 1)
    exact = line.precision == "exact" and found.origin.precision != "municipality"
    if not exact and away < 1:
        return _("about the same place")
    text = _("{n} km away") if exact else _("about {n} km away")
    return text.format(n=number(away, 1 if exact and away < CLOSE_KM else 0))


def ask_first(line: EmployerLine) -> str:
    """Whom to ask before getting in touch: who has the strongest living tie."""
    if not line.coaches:
        return _("nobody knows them")
    return _("ask {name} first").format(name=line.coaches[0])


def position_sentence(precision: str) -> str:
    """How well the position on the map is known."""
    if precision == "none":
        return _("Has no position and cannot be drawn on a map.")
    if precision not in APPROXIMATE:
        return _("Exact position.")
    return _("Approximate position: {how}.").format(how=word("precision", precision))
