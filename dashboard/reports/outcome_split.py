"""What trials can be divided by: the key of each spell in one of the ways that the address may ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import KINDS, NOBODY, Codes, Flags
from dashboard.analysis.intervals import Share
from dashboard.analysis.strength import SUCCESS_CODES
from dashboard.analysis.trials import INTERRUPTIONS
from dashboard.data.reference.industries import sni_section
from dashboard.domain.vocabulary import GENDERS, REFERRERS, SUBSIDIES
from dashboard.i18n import N_, _
from dashboard.reports.reference_words import occupation
from dashboard.reports.state import UNKNOWN
from dashboard.words import word

Keys = NDArray[np.object_]
NAMES: Mapping[str, str] = {
    "kind": N_("Kind of trial"),
    "sector": N_("Sector"),
    "ownership": N_("Ownership"),
    "occupation": N_("Occupation"),
    "referrer": N_("Referrer"),
    "gender": N_("Gender"),
    "subsidy": N_("Subsidy"),
}
"""What each way of dividing is called, as English msgids."""
_WORDS = {"kind": "placement_kind"}
OCCUPATION_DIGITS = 2


def keys_of(basis: Basis, split: str) -> Keys:
    """The key of each spell, "unknown" without one; of a spell of several rows, the last one's.

    Args:
        basis: the selection.
        split: one of NAMES, or "coach", which no address may ask for.
    """
    return _KEYS[split](basis)


def name_of(split: str, key: str) -> str:
    """A key in words."""
    if key == UNKNOWN:
        return _("Not known")
    return occupation(key) if split == "occupation" else word(_WORDS.get(split, split), key)


@dataclass(frozen=True, slots=True)
class GroupNumbers:
    """The trials of one group that were completed in the period, as `TrialNumbers` counts them."""

    completed: int
    success: Share
    interrupted: Share


def trials_by(basis: Basis, wanted: Flags, split: str) -> dict[str, GroupNumbers]:
    """The trials completed in the period by key, those with the most known outcomes first."""
    counted = basis.trials & wanted & basis.within(basis.spells.end)
    names, group = np.unique(keys_of(basis, split)[counted].astype(str), return_inverse=True)
    outcome = basis.spells.outcome[counted]

    def count(flags: Flags) -> list[int]:
        # All groups at once: a large unit has hundreds of coaches.
        return [int(found) for found in np.bincount(group[flags], minlength=len(names))]

    every, known = count(outcome >= NOBODY), count(outcome != NOBODY)
    won, broke = count(np.isin(outcome, SUCCESS_CODES)), count(np.isin(outcome, INTERRUPTIONS))
    found = {
        str(name): GroupNumbers(every[at], Share(won[at], known[at]), Share(broke[at], known[at]))
        for at, name in enumerate(names)
    }
    return dict(sorted(found.items(), key=lambda row: (row[0] == UNKNOWN, -row[1].success.of, row[0])))


def sector_flags(basis: Basis, sector: str) -> Flags:
    """Spells at employers of a sector: a letter, the first two digits of SNI, or "unknown"."""
    if not sector.isdigit():
        return np.asarray(keys_of(basis, "sector") == sector, dtype=bool)
    codes = basis.scope.coded.world.employers["sni_code"].str.startswith(sector).fillna(value=False)
    return np.append(codes.to_numpy(dtype=bool), False)[basis.spells.employer]


def _of_employer(basis: Basis, column: "pd.Series[Any]") -> Keys:
    # A spell without an employer has the last place.
    known = column.fillna(UNKNOWN).to_numpy(dtype=object)
    return np.append(known, UNKNOWN)[basis.spells.employer]


def _sector(basis: Basis) -> Keys:
    column = basis.scope.coded.world.employers["sni_code"]
    sections = {code: sni_section(code) for code in column.dropna().unique()}
    return _of_employer(basis, column.map(sections))


def _occupation(basis: Basis) -> Keys:
    column = basis.scope.coded.world.placements["occupation"].str.slice(0, OCCUPATION_DIGITS)
    known: Keys = column.fillna(UNKNOWN).to_numpy(dtype=object)[basis.spells.last_row]
    return known


def _words(codes: Codes, words: tuple[str, ...]) -> Keys:
    return np.array([*words, UNKNOWN], dtype=object)[np.where(codes == NOBODY, len(words), codes)]


def _coach(basis: Basis) -> Keys:
    coded = basis.scope.coded
    own, clients = coded.placements.coach[basis.spells.last_row], coded.clients.coach[basis.spells.client]
    codes = np.where(own == NOBODY, clients, own)
    return np.array([*coded.world.coaches["coach_id"], UNKNOWN], dtype=object)[codes]


_KEYS: Mapping[str, Callable[[Basis], Keys]] = {
    "coach": _coach,
    "kind": lambda basis: _words(basis.spells.kind, KINDS),
    "sector": _sector,
    "ownership": lambda basis: _of_employer(basis, basis.scope.coded.world.employers["ownership"]),
    "occupation": _occupation,
    "referrer": lambda basis: _words(basis.scope.coded.clients.referrer[basis.spells.client], REFERRERS),
    "gender": lambda basis: _words(basis.scope.coded.clients.gender[basis.spells.client], GENDERS),
    "subsidy": lambda basis: _words(basis.scope.coded.placements.subsidy[basis.spells.last_row], SUBSIDIES),
}
