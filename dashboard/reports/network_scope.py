"""What the network page works on: the employers and ties of the shared filters on a day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from dashboard.analysis.network_state import EmployerState
from dashboard.data.reference.industries import sni_section
from dashboard.reports.access import Access
from dashboard.reports.cache import Cache
from dashboard.reports.employer_index import require_staff
from dashboard.reports.state import UNKNOWN, PageState

KEPT_RESULTS = 32
"""Answers and pictures of one selection that people go back and forth between."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The employers that the filters leave, with all their ties. Treat the frames as read-only.

    Attributes:
        on: the day.
        state: the whole selection on that day, unfiltered.
        employers: rows of `state.employers`.
        ties: rows of `state.ties` of those employers, ended ones too.
        active: the active ones of `ties`.
        coach_names: name by coach, also of those who have left.
        working: coaches who work on the day, by name.
        tied: the employers with at least one active tie; of one coach, those with a tie to that coach.
        strongest_tied: the keys of `tied`, strongest first.
        coach: the one coach whose employers they are; None for everybody's.
        filtered: whether a filter leaves anything out.
        results: what has been worked out from all this; it goes when this goes.
    """

    on: dt.date
    state: EmployerState
    employers: pd.DataFrame
    ties: pd.DataFrame
    active: pd.DataFrame
    coach_names: Mapping[str, str]
    working: tuple[str, ...]
    tied: pd.DataFrame
    strongest_tied: tuple[str, ...]
    coach: str | None
    filtered: bool
    results: Cache = field(default_factory=lambda: Cache(KEPT_RESULTS))

    def name_of(self, coach_id: str) -> str:
        """A coach's name; the key when there is none."""
        return self.coach_names.get(coach_id, coach_id)

    def coaches_of(self, employers: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The names of the coaches with an active tie, by employer."""
        ties = self.active[self.active["employer_id"].isin(list(employers))]
        found: dict[str, tuple[str, ...]] = {}
        for coach, employer in zip(ties["coach_id"].tolist(), ties["employer_id"].tolist(), strict=True):
            found[employer] = (*found.get(employer, ()), self.coach_names[coach])
        return found

    @property
    def alive(self) -> int:
        """How many ties live; when a coach is chosen, that coach's own."""
        return len(self.active) if self.coach is None else int((self.active["coach_id"] == self.coach).sum())


Filters = tuple[object, ...]


def filters(page: PageState) -> Filters:
    """What a result of this page depends on besides the question: the key of its cached parts."""
    return (
        tuple(sorted(page.units)),
        page.programme,
        page.on,
        page.coach,
        page.ownership,
        page.sector,
    )


def known(access: Access, page: PageState) -> Known:
    """The employers and ties in question.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    return access.cached(("network_known", filters(page)), lambda _snapshot: _known(access, page))


def _known(access: Access, page: PageState) -> Known:
    return known_of(access.employer_state(page.units, page.programme, page.on), page)


def known_of(state: EmployerState, page: PageState) -> Known:
    """The same from a state that is at hand."""
    employers = _filtered(state, page)
    ties = state.ties
    if len(employers) < len(state.employers):
        ties = ties[ties["employer_id"].isin(employers.index)]
    coaches = state.coaches
    names = {str(coach): str(name) for coach, name in coaches["name"].items()}
    working = sorted(coaches.index[coaches["works"]], key=lambda key: (names[key].casefold(), key))
    active = ties[ties["active"]]
    tied = _tied(employers, active, page.coach)
    return Known(
        on=state.on,
        state=state,
        employers=employers,
        ties=ties,
        active=active,
        coach_names=names,
        working=tuple(working),
        tied=tied,
        strongest_tied=tuple(tied["strength"].sort_values(ascending=False, kind="stable").index),
        coach=page.coach,
        filtered=len(employers) < len(state.employers),
    )


def _tied(employers: pd.DataFrame, active: pd.DataFrame, coach: str | None) -> pd.DataFrame:
    if coach is None:
        return employers[employers["active_ties"] > 0]
    return employers[employers.index.isin(active["employer_id"][active["coach_id"] == coach])]


def _filtered(state: EmployerState, page: PageState) -> pd.DataFrame:
    employers = state.employers
    if page.ownership:
        is_unknown = employers["ownership"].isna()
        employers = employers[
            is_unknown if page.ownership == UNKNOWN else employers["ownership"] == page.ownership
        ]
    if page.sector:
        employers = employers[_in_sector(employers["sni_code"], page.sector)]
    if page.coach:
        theirs = state.ties["employer_id"][state.ties["coach_id"] == page.coach]
        employers = employers[employers.index.isin(theirs)]
    return employers


def _in_sector(codes: "pd.Series[str]", sector: str) -> "pd.Series[bool]":
    if sector.isdigit():
        return codes.str.startswith(sector).fillna(False).astype(bool)
    # Few distinct codes stand in many rows: each is looked up once.
    section_of = {code: sni_section(code) for code in codes.dropna().unique()}
    sections = codes.map(section_of)
    return sections.isna() if sector == UNKNOWN else sections == sector
