"""What the page of gaps works on: the gaps of a selection, and the employers that the filters leave."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.gaps_areas import AreaGap, area_gaps
from dashboard.analysis.gaps_employers import (
    EmployerGaps,
    completed_trials,
    employer_codes,
    employer_gaps,
    rhythm,
)
from dashboard.analysis.gaps_nearest import Field, field_of
from dashboard.analysis.gaps_occupations import OccupationGap, occupation_gaps
from dashboard.analysis.gaps_reach import Reach, reach
from dashboard.analysis.mix import MixRow
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.places import own_contacts
from dashboard.reports.access import Access
from dashboard.reports.cache import Cache
from dashboard.reports.gaps_mix import employer_mix
from dashboard.reports.network_scope import Known, known
from dashboard.reports.quiet import quiet_employers
from dashboard.reports.report_input import ReportInput, homes, report_input
from dashboard.reports.state import PageState

KEPT_RESULTS = 32


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """The gaps of a selection on a day, whatever is filtered. Treat the frames as read-only.

    Attributes:
        given: what the report of the selection is made from.
        occupations: the groups with demand.
        areas: clients with too few employers near home.
        reach: what warming colder employers would do for them.
        found: the gaps among the employers of `total`.
        field: the employers laid out for asking who is nearest.
        mix: the forms of ownership, the unknown last.
        facts: one row an employer of `total`: `silence` in days, the `usual` gap, `trials` completed,
            `contacts` lately on our initiative; and who to ask first: `coach_id`, `coach_active`.
    """

    given: ReportInput
    occupations: tuple[OccupationGap, ...]
    areas: AreaGap
    reach: Reach
    found: EmployerGaps
    field: Field
    mix: tuple[MixRow, ...]
    facts: pd.DataFrame

    @property
    def state(self) -> EmployerState:
        """The selection's employers and ties."""
        return self.given.state

    @property
    def basis(self) -> Basis:
        """Its clients and placements."""
        return self.given.basis


@dataclass(frozen=True, slots=True, eq=False)
class GapGround:
    """The gaps, and the employers that the page's filters leave.

    Attributes:
        gaps: those of the whole selection.
        known: the employers in question, with their ties.
        on: the day.
        quiet: the last day of each employer that is to be left in peace on it.
        results: what has been worked out from all this; it goes when this goes.
    """

    gaps: Gaps
    known: Known
    on: dt.date
    quiet: Mapping[str, dt.date]
    results: Cache = field(default_factory=lambda: Cache(KEPT_RESULTS))

    @property
    def left(self) -> Any:
        """Which employers of `total` the filters leave: one flag each."""
        frame = self.gaps.state.employers
        if not self.known.filtered:
            return np.ones(len(frame), dtype=bool)
        return frame.index.isin(self.known.employers.index)

    @property
    def to_propose(self) -> Any:
        """Those of them that are not to be left in peace."""
        return self.left & ~self.gaps.state.employers.index.isin(list(self.quiet))

    def flagged(self, name: str) -> pd.Index:
        """The keys of the employers with a gap, of those that the filters leave."""
        flags = getattr(self.gaps.found, name) & self.left
        keys: pd.Index = self.gaps.state.employers.index[flags]
        return keys


def gap_ground(access: Access, page: PageState) -> GapGround:
    """The gaps of a page's selection.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    scope = known(access, page)
    key = ("gaps", page.period)
    quiet = {employer: period.to_on for employer, period in quiet_employers(access, page.on).items()}
    ground: GapGround = scope.results.get(key, lambda: GapGround(_gaps(access, page), scope, page.on, quiet))
    return ground


def _gaps(access: Access, page: PageState) -> Gaps:
    units = tuple(sorted(set(page.units)))
    key = (units, page.programme, page.on, page.period)
    given: ReportInput = access.cached(
        ("report_input", *key),
        lambda _snapshot: report_input(access, page.on, page.period, units, page.programme),
    )
    made: Gaps = access.cached(
        ("page_gaps", *key), lambda _snapshot: gaps_of(given, employer_mix(access, page))
    )
    return made


def gaps_of(given: ReportInput, mix: tuple[MixRow, ...]) -> Gaps:
    """The gaps of a selection, with its mix of employers."""
    basis, state = given.basis, given.state
    occupations = occupation_gaps(basis, state)
    places = homes(given.scope.coded.world)
    areas = area_gaps(basis, state, places)
    return Gaps(
        given=given,
        occupations=occupations,
        areas=areas,
        reach=reach(basis, state, areas, places),
        found=employer_gaps(basis, state, occupations),
        field=field_of(state, given.definitions.ssyk_level),
        mix=mix,
        facts=_facts(given),
    )


def _facts(given: ReportInput) -> pd.DataFrame:
    codes = employer_codes(given.basis, given.state)
    rests = rhythm(given.basis)
    silent_since = given.state.employers["last_on"]
    facts = pd.DataFrame(
        {
            "silence": pd.Series(rests.silence[codes], dtype="float64").where(
                silent_since.notna().to_numpy()
            ),
            "usual": rests.usual[codes],
            "trials": completed_trials(given.basis, given.state),
            "contacts": own_contacts(given.scope, given.definitions)[codes],
        }
    ).set_axis(given.state.employers.index, axis=0)
    return facts.join(ask_first(given.state))


def ask_first(state: EmployerState) -> pd.DataFrame:
    """Who to ask before getting in touch: the strongest living tie, else the strongest of one who works here.

    Returns:
        `coach_id` and `coach_active` by employer; employers that nobody who works here knows are left out.
    """
    ties = state.ties[state.ties["coach_id"].map(state.coaches["works"]).astype(bool)]
    ordered = ties.sort_values(["active", "strength", "coach_id"], ascending=[False, False, True])
    first = ordered.drop_duplicates("employer_id").set_index("employer_id")
    return first[["coach_id", "active"]].rename(columns={"active": "coach_active"})


def demand_by_group(gaps: Gaps) -> Mapping[str, OccupationGap]:
    """The groups with demand by code."""
    return {gap.ssyk: gap for gap in gaps.occupations}
