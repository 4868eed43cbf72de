"""How figures are counted, beside what shows them; and the way to the rows behind a number."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import tools
from dashboard.components.links import link
from dashboard.components.marks import Node
from dashboard.domain.definitions import Definitions
from dashboard.reports.definitions import notes
from dashboard.reports.state import PageState
from dashboard.reports.trace import figure_name, is_about_one

DEFINITIONS = "/sa-raknas-det"
ROWS = "/underlag"


def how_counted(*keys: str, definitions: Definitions, state: PageState | None = None) -> Component:
    """The definitions of some figures, each with a link to its place on the page of definitions.

    Args:
        keys: keys of measures; they also tell which figures the card around shows.
        definitions: the settings in force.
        state: goes along to the page, so that the rows there are those of the same selection.
    """
    path = (state or PageState()).replace(page=1).href(DEFINITIONS)
    told = notes(keys, definitions)
    return html.Dl(
        [
            html.Div([html.Dt(link(note.name, f"{path}#{note.anchor}")), html.Dd(note.sentence)])
            for note in told
        ],
        className="d-how",
        **{"data-measures": " ".join(note.key for note in told)},
    )


def rows_href(key: str, state: PageState, employer_id: str | None = None) -> str:
    """The address of the rows behind a figure, in the same selection."""
    changes = {"employer": employer_id} if employer_id else {}
    return state.href(ROWS, measure=key, sort=None, page=1, **changes)


def rows_list(state: PageState, *keys: str, employer_id: str | None = None) -> Component:
    """The way to the rows behind figures, by name.

    Args:
        state: the selection that the figures are of.
        keys: the figures: keys of measures, or of the report.
        employer_id: the employer that they are about, when it is one.
    """
    links = [html.Li(link(figure_name(key), rows_href(key, state, employer_id))) for key in keys]
    return html.Ul(links, className="d-rowlist")


@dataclass(frozen=True, slots=True)
class Counted:
    """What the cards about one employer need to explain and trace their figures.

    Attributes:
        state: the selection that the figures are of.
        definitions: the settings in force.
        employer_id: the employer that they are about.
    """

    state: PageState
    definitions: Definitions
    employer_id: str

    def how(self, *keys: str) -> Component:
        """How some figures are counted."""
        return how_counted(*keys, definitions=self.definitions, state=self.state)

    def rows(self, *keys: str) -> Component:
        """The way to the rows behind those of the figures that are about the employer alone."""
        return rows_list(self.state, *filter(is_about_one, keys), employer_id=self.employer_id)

    def tie_href(self, coach_id: str) -> str:
        """The address of all that a tie between the employer and a coach is made of."""
        return rows_href("network.ties_list.strength", self.state.replace(coach=coach_id), self.employer_id)

    def foot(self, *keys: str, table: Node = None) -> list[Component]:
        """The foot of a card: its table, the rows behind its figures, and how they are counted."""
        return tools(table, how=self.how(*keys), rows=self.rows(*keys))
