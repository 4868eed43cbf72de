"""What the pages about employers say in the same words."""

from urllib.parse import quote

from dash import html

from dashboard.components.cards import rich
from dashboard.components.marks import Node
from dashboard.i18n import _, number
from dashboard.reports.finder import EmployerLine
from dashboard.words import word

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


def position_sentence(precision: str) -> str:
    """How well the position on the map is known."""
    if precision == "none":
        return _("Has no position and cannot be drawn on a map.")
    if precision not in APPROXIMATE:
        return _("Exact position.")
    return _("Approximate position: {how}.").format(how=word("precision", precision))
