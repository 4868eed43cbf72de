"""The finder's employers as a table, with the links of the list: the number points one out on the map."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import link
from dashboard.components.marks import Node, mark_rung, mark_warmth
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, number
from dashboard.pages.employer_words import away_words, employer_path, free_places, trial_sentence
from dashboard.reports.finder import PAGE_SIZE, EmployerLine, Finder
from dashboard.reports.state import PageState

PATH = "/arbetsgivare"
TABLE = "ag-tabell"


def employer_table(found: Finder, state: PageState, chosen: str) -> Component:
    """The page of employers, one a row."""
    columns = [
        Column("number", _("No."), number=True),
        Column("name", _("Employer")),
        Column("rung", _("Rung")),
        Column("warmth", _("Warmth")),
        Column("strength", _("Strength"), number=True),
        Column("results", _("Results")),
        Column("places", _("Places")),
        *([Column("away", _("Distance"), number=True)] if found.origin else []),
        Column("ask", _("Ask first")),
    ]
    rows = [Row(_cells(line, found, state, line.employer_id == chosen)) for line in found.lines]
    return data_table(TABLE, _("Employers that fit"), columns, rows, hide_caption=True)


def _cells(line: EmployerLine, found: Finder, state: PageState, chosen: bool) -> dict[str, Node]:
    opened = state.href(employer_path(line.employer_id), employer=line.employer_id, page=1)
    return {
        "number": number_link(line, state, chosen),
        "name": link(line.name, opened, link_id=f"{ids.Employers.LIST}-{line.number}"),
        "rung": mark_rung(line.rung),
        "warmth": mark_warmth(line.warmth),
        "strength": number(round(line.strength)),
        "results": trial_sentence(line),
        "places": free_places(line),
        "away": away_words(line, found),
        "ask": line.coaches[0] if line.coaches else html.Span(_("nobody"), className="b-muted"),
    }


def number_link(line: EmployerLine, state: PageState, chosen: bool) -> Component:
    """The number in the list, which also points the employer out on the map."""
    text = _("{name} is shown on the map") if chosen else _("Show {name} on the map")
    return link(
        number(line.number),
        state.href(PATH, employer=None if chosen else line.employer_id, page=-(-line.number // PAGE_SIZE)),
        "a-row__no",
        current=chosen,
        label=f"{number(line.number)}. " + text.format(name=line.name),
        link_id=f"{ids.Employers.LIST}-no-{line.number}",
    )
