"""What every trace starts from: a selection on a day, who asks, and which clients that person may see."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Flags
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.selection import Scope
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.employer import employer_code, employer_row
from dashboard.reports.employer_index import employer_index
from dashboard.reports.report_input import ReportInput, report_input
from dashboard.reports.state import PageState

Origins = tuple[tuple[str, str], ...]
"""The rows of the unit's tables that something was made from: (table, key)."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The rows behind a figure, as far as the person may see them.

    Attributes:
        columns: keys of COLUMNS, in the order in which they are shown.
        rows: one column each, and `origins`: what each row was made from, empty where it may not be told.
        hidden: rows that count and may not be seen.
        amount: the column whose sum is the figure; empty when the number of rows is.
    """

    columns: tuple[str, ...]
    rows: pd.DataFrame
    hidden: int = 0
    amount: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A page's selection, day and period, for one person.

    Attributes:
        access: who asks, and the data.
        page: the filter state.
        given: what the report is made from, in the same selection.
        sees: the clients whose rows the person may see: one flag a client of the world.
    """

    access: Access
    page: PageState
    given: ReportInput
    sees: Flags = field(repr=False)

    @property
    def scope(self) -> Scope:
        """The selection's rows on the day."""
        return self.given.scope

    @property
    def state(self) -> EmployerState:
        """Its employers and ties."""
        return self.given.state

    @property
    def basis(self) -> Basis:
        """Its clients, placements and follow-ups."""
        return self.given.basis

    @property
    def employer(self) -> int:
        """The code of the employer that the address names.

        Raises:
            InvalidParameter: when it names none.
            NotFound: when the employer is not in the selection.
        """
        if not self.page.employer:
            raise InvalidParameter(_("The figure is about one employer. Choose which on its page."))
        return employer_code(self.scope, self.employer_id)

    @property
    def employer_id(self) -> str:
        """The key of the same employer; raises as `employer` does."""
        wanted = self.page.employer
        if not wanted:
            raise InvalidParameter(_("The figure is about one employer. Choose which on its page."))
        employer_row(self.access, self.page, employer_index(self.access, self.page), wanted)
        return wanted


def ground_of(access: Access, page: PageState) -> Ground:
    """The ground of a page's figures.

    Raises:
        InvalidParameter: when there is no such unit or programme.
    """
    units = tuple(sorted(set(page.units)))
    key = ("report_input", units, page.programme, page.on, page.period)
    given = access.cached(
        key, lambda _snapshot: report_input(access, page.on, page.period, units, page.programme)
    )
    return Ground(access, page, given, _visible_clients(access, given.scope))


def _visible_clients(access: Access, scope: Scope) -> Flags:
    coaches = scope.coded.world.coaches["coach_id"]
    allowed = [access.viewer.may_see_client(coach) for coach in coaches]
    # A client without a coach has the last place.
    return np.array([*allowed, access.viewer.may_see_client(None)], dtype=bool)[scope.coded.clients.coach]
