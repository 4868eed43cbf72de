"""Employers that resemble one, why, and which of them could be asked next."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import asin
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.gaps_areas import EARTH_RADIUS_KM, MEASURABLE, on_the_globe
from dashboard.analysis.gaps_employers import SHALLOW_RUNG
from dashboard.analysis.occupations import SEPARATOR
from dashboard.i18n import _, ngettext, number
from dashboard.reports.access import Access
from dashboard.reports.layers import alike_employers
from dashboard.reports.network_scope import Known
from dashboard.reports.network_way_in import WayIn, way_in
from dashboard.reports.quiet import quiet_employers
from dashboard.reports.reference_words import municipality, occupation
from dashboard.reports.state import PageState

SHOWN = 3
AT_HAND_KM = 0.1
"""Nearer than this two employers are at the same place."""


@dataclass(frozen=True, slots=True)
class Alike:
    """An employer that resembles another.

    Attributes:
        shared: the occupation groups that both offer, as codes.
        away_km: the distance along the ground; None when one of them is known by its municipality alone.
        municipality: of the employer, a code; empty when not known.
        free: free places.
    """

    employer_id: str
    name: str
    shared: tuple[str, ...]
    away_km: float | None
    municipality: str
    free: int


@dataclass(frozen=True, slots=True)
class Next:
    """The employer to ask next, and who knows it."""

    alike: Alike
    way: WayIn | None


def alike_to(access: Access, page: PageState, scope: Known, employer_id: str) -> tuple[Alike, ...]:
    """The employers most alike it, the most alike first."""
    keys = alike_employers(access, page).alike(employer_id)[:SHOWN]
    return tuple(
        _alike(scope.state.employers, employer_id, key, access.definitions.ssyk_level) for key in keys
    )


def next_to_ask(access: Access, page: PageState, scope: Known, employer_id: str) -> Next | None:
    """The most alike of those to ask; None when there is none."""
    keys = could_be_asked(access, page, scope, employer_id)
    if not keys:
        return None
    found = _alike(scope.state.employers, employer_id, keys[0], access.definitions.ssyk_level)
    return Next(found, way_in(access, page, scope, keys[0]))


def could_be_asked(access: Access, page: PageState, scope: Known, employer_id: str) -> tuple[str, ...]:
    """Alike employers with room that may be asked and have hosted nobody: those someone knows first."""
    rows = scope.state.employers.loc[list(alike_employers(access, page).alike(employer_id))]
    rested = ~rows["fatigued"].astype(bool) & ~rows.index.isin(list(quiet_employers(access, page.on)))
    fit = rows[(rows["rung"] <= SHALLOW_RUNG) & (rows["free"] > 0) & rested]
    someone = fit["active_ties"] > 0
    return tuple(itertools.chain(fit.index[someone], fit.index[~someone]))


def alike_words(found: Alike) -> str:
    """Why it is alike: what both offer, the first of it by name, and where it lies."""
    names = occupation(found.shared[0])
    more = len(found.shared) - 1
    if more:
        rest = ngettext("and {n} more", "and {n} more", more).format(n=number(more))
        names = f"{names} {rest}"
    what = ngettext("same occupation: {names}", "same occupations: {names}", len(found.shared))
    return _("{what}; {where}").format(what=what.format(names=names), where=_where(found))


def free_words(found: Alike) -> str:
    """What makes it one to ask."""
    return ngettext(
        "{n} free place, and nobody has been placed there.",
        "{n} free places, and nobody has been placed there.",
        found.free,
    ).format(n=number(found.free))


def _where(found: Alike) -> str:
    if found.away_km is None:
        return _("also in {municipality}").format(municipality=municipality(found.municipality))
    if found.away_km < AT_HAND_KM:
        return _("at the same place")
    return _("{n} km away").format(n=number(found.away_km, 1 if found.away_km < 10 else 0))


def _alike(frame: pd.DataFrame, one: str, other: str, level: int) -> Alike:
    this: Any = frame.loc[one]
    that: Any = frame.loc[other]
    code = that["map_municipality_code"]
    return Alike(
        employer_id=other,
        name=str(that["name"]),
        shared=tuple(sorted(_groups(this["occupations"], level) & _groups(that["occupations"], level))),
        away_km=_away_km([this, that]),
        municipality="" if pd.isna(code) else str(code),
        free=int(that["free"]),
    )


def _groups(text: object, level: int) -> set[str]:
    return {code.strip()[:level] for code in str(text).split(SEPARATOR) if code.strip()}


def _away_km(two: Sequence[Any]) -> float | None:
    if any(row["position_precision"] not in MEASURABLE for row in two):
        return None
    places = [(row["map_latitude"], row["map_longitude"]) for row in two]
    here, there = on_the_globe(np.array(places, dtype=np.float64))
    through = float(np.linalg.norm(here - there))
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, through / (2 * EARTH_RADIUS_KM)))
