"""Employers ranked for one client, each with a sentence and its parts; and those ruled out, with why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.matching import REASONS, Matches, Wanted, match
from dashboard.analysis.matching_parts import MATCH_PARTS, occupation_fit
from dashboard.analysis.network_state import EmployerState
from dashboard.data.reference import find_postal_code
from dashboard.reports.access import Access
from dashboard.reports.client import earlier_rows, ground_of_clients
from dashboard.reports.employer_index import split_list, text_or_none
from dashboard.reports.gap_ground import ask_first
from dashboard.reports.match_words import Reasoned, sentence
from dashboard.reports.quiet import quiet_employers
from dashboard.reports.reference_words import municipality
from dashboard.reports.report_input import ReportInput, report_input
from dashboard.reports.state import PageState

PAGE_SIZE = 10
MOST_RULED_OUT = 20
"""Ruled out that a page lists; the file has them all."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a match: its name, 0–1, what it weighs here, and the points that it gives."""

    name: str
    value: float
    weight: float

    @property
    def points(self) -> float:
        """What it adds to the sum."""
        return 100 * self.value * self.weight


@dataclass(frozen=True, slots=True)
class Ask:
    """The colleague who knows an employer best, when it is not the client's own coach."""

    name: str
    active: bool


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One employer in the list.

    Attributes:
        number: its rank among all that are ranked.
        employer_id: its key.
        name: its name.
        place: where it is.
        score: 0–100.
        parts: what the sum is made of.
        reasoned: the facts behind them.
        ask: whom to ask first.
    """

    number: int
    employer_id: str
    name: str
    place: str
    score: float
    parts: tuple[Part, ...]
    reasoned: Reasoned
    ask: Ask | None

    @property
    def sentence(self) -> str:
        """Why it stands where it does."""
        return sentence(self.reasoned)


@dataclass(frozen=True, slots=True)
class RuledOut:
    """An employer that is not ranked, and every reason."""

    employer_id: str
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClientMatch:
    """The whole match of one client.

    Attributes:
        state: the employers.
        matches: how each suits the client.
        wanted: what is asked for.
        rows: ranks (from 0) that the page's filters leave, in order.
        coach_id: the client's coach.
        names: name by coach.
        asked: who to ask first, by employer.
        inactive_names: the names of those no longer active, by key.
    """

    state: EmployerState
    matches: Matches
    wanted: Wanted
    rows: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
    coach_id: str | None
    names: Mapping[str, str]
    asked: pd.DataFrame
    inactive_names: Mapping[str, str]

    @property
    def ranked(self) -> int:
        """How many are ranked."""
        return len(self.matches.ranked)

    @property
    def home(self) -> str:
        """How well the client's home is known: "known", "municipality" or "none"."""
        if self.wanted.home is None:
            return "none"
        return "known" if self.wanted.home_is_measurable else "municipality"

    @property
    def left_out(self) -> tuple[str, ...]:
        """The parts that nothing is known for, so that they are not counted."""
        known = {
            "occupation": self.wanted.wishes,
            "adjustments": self.wanted.needs,
            "distance": self.wanted.home,
        }
        return tuple(part for part, value in known.items() if not value)

    def lines(self, first: int = 0, most: int | None = None) -> tuple[MatchLine, ...]:
        """Some of the ranked, in order."""
        wanted = self.rows[first:] if most is None else self.rows[first : first + most]
        return tuple(self._line(int(rank)) for rank in wanted)

    @property
    def left(self) -> int:
        """How many are not ranked."""
        return len(self.state.employers) - self.ranked + len(self.matches.inactive)

    def ruled_out(self, most: int | None = None) -> tuple[RuledOut, ...]:
        """Those not ranked: the ones that something can be done about first, then by strength."""
        found, frame = self.matches, self.state.employers
        is_out = np.ones(len(frame), dtype=bool)
        is_out[found.ranked] = False
        rows = np.flatnonzero(is_out)
        hopeless = found.reasons["no_occupation"][rows] | found.reasons["other_occupation"][rows]
        order = rows[np.lexsort((rows, -frame["strength"].to_numpy()[rows], hopeless))][:most]
        names = frame["name"].array
        listed = [
            RuledOut(str(found.employer_ids[row]), str(names[row]), found.reasons_of(int(row)))
            for row in order
        ]
        gone = [RuledOut(key, self.inactive_names[key], ("inactive",)) for key in found.inactive]
        return (*listed, *gone)[:most]

    def ruled_out_by(self) -> dict[str, int]:
        """How many each reason rules out; an employer counts at each of its reasons."""
        found = self.matches
        counts = {name: int(flags.sum()) for name, flags in found.reasons.items()}
        return {
            name: count for name in REASONS if (count := {**counts, "inactive": len(found.inactive)}[name])
        }

    def _line(self, rank: int) -> MatchLine:
        found, row = self.matches, int(self.matches.ranked[rank])
        cell = self.state.employers.iloc[row]
        key = str(found.employer_ids[row])
        kilometres = float(found.near.kilometres[row])
        return MatchLine(
            number=rank + 1,
            employer_id=key,
            name=str(cell["name"]),
            place=text_or_none(cell["locality"]) or municipality(cell["map_municipality_code"]),
            score=float(found.score[row]),
            parts=tuple(
                Part(name, float(found.parts[name][row]), found.weights[name]) for name in MATCH_PARTS
            ),
            reasoned=Reasoned(
                digits=int(found.digits[row]),
                offered=str(found.offered[row]),
                wishes=len(self.wanted.wishes),
                met=int(found.met[row]),
                needs=len(self.wanted.needs),
                has_home=self.wanted.home is not None,
                kilometres=None if np.isnan(kilometres) else kilometres,
                measured=bool(found.near.measured[row]),
                strength=float(cell["strength"]),
                level=str(cell["level"]),
                succeeded=int(found.similar.succeeded[row]),
                completed=int(found.similar.completed[row]),
                free=int(cell["free"]),
                capacity=int(cell["capacity"]),
                contacts=int(found.contacts[row]),
            ),
            ask=self._ask(key),
        )

    def _ask(self, employer_id: str) -> Ask | None:
        if employer_id not in self.asked.index:
            return None
        coach_id = str(self.asked.at[employer_id, "coach_id"])
        if coach_id == self.coach_id:
            return None
        return Ask(self.names.get(coach_id, coach_id), bool(self.asked.at[employer_id, "coach_active"]))


def client_match(access: Access, page: PageState, row: int) -> ClientMatch:
    """Rank the selection's employers for the client in a row of the world, which `client_rights` has opened.

    Raises:
        AccessDenied: to others than coaches and managers.
        InvalidParameter: when there is no such unit or programme.
    """
    access = access.pinned()
    units = tuple(sorted(set(page.units)))
    given = _given(access, page, units)
    state = given.state
    wanted = wanted_for(ground_of_clients(access, page), row)
    key = ("match", units, page.programme, page.on, row)
    quiet = frozenset(quiet_employers(access, page.on))
    found: Matches = access.cached(key, lambda _snapshot: match(given.basis, state, wanted, quiet))
    world = given.scope.coded.world
    coach = text_or_none(world.clients["coach_id"].array[row])
    asked = access.cached(("ask_first", units, page.programme, page.on), lambda _snapshot: ask_first(state))
    return ClientMatch(
        state=state,
        matches=found,
        wanted=wanted,
        rows=np.flatnonzero(_passing(found, state, page)),
        coach_id=coach,
        names=dict(zip(world.coaches["coach_id"], world.coaches["name"], strict=True)),
        asked=asked,
        inactive_names=_names_of(world.employers, found.inactive),
    )


def wanted_for(given: ReportInput, row: int) -> Wanted:
    """What is asked for a client: wishes, needs and home, and which enrolments are the same person's."""
    clients = given.scope.coded.world.clients
    code = text_or_none(clients["postal_code"].array[row])
    place = find_postal_code(code) if code else None
    return Wanted(
        clients=(row, *earlier_rows(given, row)),
        wishes=tuple(split_list(clients["wished_occupations"].array[row])),
        needs=tuple(split_list(clients["support_needs"].array[row])),
        home=None if place is None else (place.latitude, place.longitude),
        home_is_measurable=place is not None and place.precision == "postal_code",
    )


def _given(access: Access, page: PageState, units: tuple[str, ...]) -> ReportInput:
    key = ("report_input", units, page.programme, page.on, page.period)
    return access.cached(
        key, lambda _snapshot: report_input(access, page.on, page.period, units, page.programme)
    )


def _passing(found: Matches, state: EmployerState, page: PageState) -> Any:
    """Which of the ranked the page's filters leave, in the order of the rank."""
    passes = np.ones(len(found.ranked), dtype=bool)
    if page.occupation:
        digits, _offered = occupation_fit(state.employers["occupations"], (page.occupation,))
        passes &= digits[found.ranked] >= min(2, len(page.occupation))
    if page.within:
        passes &= found.near.kilometres[found.ranked] <= page.within
    return passes


def _names_of(frame: pd.DataFrame, keys: tuple[str, ...]) -> dict[str, str]:
    rows = frame["employer_id"].isin(keys).to_numpy()
    return dict(zip(frame["employer_id"].array[rows], frame["name"].array[rows], strict=True))
