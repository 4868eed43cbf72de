"""One employer in the network: what the side panel says of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.strength import PARTS
from dashboard.data.reference.industries import sni_title
from dashboard.i18n import language
from dashboard.reports.access import Access
from dashboard.reports.network_answers import DEFAULT_QUESTION, leaving
from dashboard.reports.network_rows import day_or_none
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A coach who knows the employer, or once did."""

    coach_id: str
    name: str
    strength: float
    last_on: dt.date
    active: bool
    works: bool


@dataclass(frozen=True, slots=True)
class Heir:
    """Who could take over an employer, and why: an old tie, or the lowest caseload."""

    name: str
    reason: str
    last_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Ego:
    """An employer as the side panel shows it.

    Attributes:
        sector: the title of its line of business, in the language in use; empty when unknown.
        parts: the six parts of its strength, 0–1.
        trials: completed trials with an outcome, and how many of them led to work or studies.
        acquaintances: coaches with an active tie first, then by strength.
        orphaned: whether it would be without a coach if those of the question left.
        heir: who could take over then; None when it is not orphaned or nobody remains.
        in_filter: whether the filters in force leave it in.
    """

    employer_id: str
    name: str
    sector: str
    locality: str
    size_class: str
    rung: int
    warmth: str
    strength: float
    level: str
    parts: Mapping[str, float]
    running: int
    occupied: int
    capacity: int
    free: int
    fatigued: bool
    trials_completed: int
    trials_succeeded: int
    acquaintances: tuple[Acquaintance, ...]
    orphaned: bool
    heir: Heir | None
    in_filter: bool


def ego(access: Access, page: PageState) -> Ego | None:
    """The selected employer; None when none is, or when it is not among the selection's employers."""
    scope = known(access, page)
    if page.employer is None or page.employer not in scope.state.employers.index:
        return None
    row: Any = scope.state.employers.loc[page.employer]
    orphaned, heir = _if_leaving(access, page, scope)
    return Ego(
        employer_id=page.employer,
        name=row["name"],
        sector=_sector(row["sni_code"]),
        locality=_text(row["locality"]),
        size_class=_text(row["size_class"]),
        rung=int(row["rung"]),
        warmth=row["warmth"],
        strength=float(row["strength"]),
        level=row["level"],
        parts={part: float(row[part]) for part in PARTS},
        running=int(row["running"]),
        occupied=int(row["occupied"]),
        capacity=int(row["capacity"]),
        free=int(row["free"]),
        fatigued=bool(row["fatigued"]),
        trials_completed=int(row["trials_completed"]),
        trials_succeeded=int(row["trials_succeeded"]),
        acquaintances=_acquaintances(scope, page.employer),
        orphaned=orphaned,
        heir=heir,
        in_filter=page.employer in scope.employers.index,
    )


def _acquaintances(scope: Known, employer: str) -> tuple[Acquaintance, ...]:
    ties = scope.state.ties
    rows = ties[ties["employer_id"] == employer].sort_values(
        ["active", "strength", "coach_id"], ascending=[False, False, True], kind="stable"
    )
    working = set(scope.working)
    return tuple(
        Acquaintance(
            coach, scope.name_of(coach), float(strength), last.date(), bool(active), coach in working
        )
        for coach, strength, last, active in zip(
            rows["coach_id"], rows["strength"], rows["last_on"], rows["active"], strict=True
        )
    )


def _if_leaving(access: Access, page: PageState, scope: Known) -> tuple[bool, Heir | None]:
    if (page.question or DEFAULT_QUESTION) != "leaving":
        return False, None
    orphans = leaving(access, page).orphans
    if page.employer not in orphans.index:
        return False, None
    row: Any = orphans.loc[page.employer]
    if pd.isna(row["heir"]):
        return True, None
    return True, Heir(scope.name_of(row["heir"]), str(row["heir_reason"]), day_or_none(row["heir_last_on"]))


def _sector(code: Any) -> str:
    return "" if pd.isna(code) else sni_title(str(code), "sv" if language() == "sv" else "en") or ""


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
