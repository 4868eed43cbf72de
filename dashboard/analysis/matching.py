"""Which employers suit a client: seven parts from 0 to 1, weighted and summed; and who is left out, and why.

The sum is additive so that each part can be shown beside it with its weight: there is nothing else in it.
What is asked for stands in `Wanted`, which holds neither gender nor age, so they cannot count.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, STUDIES, Codes, Flags
from dashboard.analysis.gaps_areas import Point
from dashboard.analysis.matching_parts import (
    FITS,
    MATCH_PARTS,
    FloatsOf,
    Nearness,
    Similar,
    adjustments_met,
    nearness,
    occupation_fit,
    similar_trials,
)
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.places import own_contacts
from dashboard.analysis.selection import Scope
from dashboard.analysis.strength import COMPARED_DECIMALS
from dashboard.domain.definitions import Definitions
from dashboard.domain.vocabulary import OUTCOMES

REASONS = (
    *("inactive", "there_now", "interrupted", "full", "tired", "quiet"),
    *("no_occupation", "other_occupation"),
)
"""Why an employer is ruled out, in the order in which reasons are told."""
FULL_MARKS_PLACES = 2
INTERRUPTIONS = tuple(code for code, word in enumerate(OUTCOMES) if word.startswith("interrupted_"))
_NEEDED = {"occupation": "wishes", "adjustments": "needs", "distance": "home"}
"""What must be known about the client for a part to be counted at all."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for a client, and nothing else about the person.

    Attributes:
        clients: the codes of the person's enrolments, this one and earlier ones.
        wishes: SSYK codes of the wished occupations, 2 to 4 digits.
        needs: keys of SUPPORT_NEEDS.
        home: latitude and longitude; None when not known.
        home_is_measurable: whether it is known better than its municipality.
    """

    clients: tuple[int, ...]
    wishes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    home: Point | None = None
    home_is_measurable: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """How each employer of `total` suits a client. Arrays have one place for each row of the state.

    Attributes:
        employer_ids: the employers.
        ranked: rows of those not ruled out, the best first; equals by occupation, distance, then key.
        score: the sum, 0–100.
        parts: each part by name, 0–1.
        weights: what each part weighs here; what is not known about the client weighs nothing.
        digits: how many digits of a wish the best offer shares.
        offered: that offer; empty without one in common.
        met: how many of the client's needs the employer meets.
        near: how far away it is.
        similar: trials there of others with similar needs.
        contacts: contacts that we took lately.
        reasons: reason → the rows that it rules out.
        inactive: keys of employers that are no longer active.
    """

    employer_ids: NDArray[np.object_]
    ranked: Codes
    score: FloatsOf
    parts: Mapping[str, FloatsOf]
    weights: Mapping[str, float]
    digits: Codes
    offered: NDArray[np.object_]
    met: Codes
    near: Nearness
    similar: Similar
    contacts: Codes
    reasons: Mapping[str, Flags]
    inactive: tuple[str, ...]

    def reasons_of(self, row: int) -> tuple[str, ...]:
        """Why the employer in a row is ruled out, in the order of REASONS."""
        return tuple(name for name in REASONS if name in self.reasons and self.reasons[name][row])


def match(basis: Basis, state: EmployerState, wanted: Wanted, quiet: frozenset[str] = frozenset()) -> Matches:
    """Rank the employers of a selection for one client.

    Args:
        basis: the selection on the day.
        state: its employers.
        wanted: what is asked for.
        quiet: keys of the employers that have asked to be left alone on the day.
    """
    frame, definitions = state.employers, basis.definitions
    digits, offered = occupation_fit(frame["occupations"], wanted.wishes)
    met = adjustments_met(frame["adjustments"], wanted.needs)
    near = nearness(frame, wanted.home, wanted.home_is_measurable, definitions.area_km)
    rows = _codes_of(basis.scope, frame.index)
    similar = similar_trials(basis, wanted.clients, wanted.needs, rows)
    contacts = own_contacts(basis.scope, definitions)[rows]
    parts = {
        "occupation": FITS[digits],
        "adjustments": met / max(1, len(wanted.needs)),
        "distance": near.value,
        "relation": frame["strength"].to_numpy(dtype=np.float64) / 100,
        "success": similar.share,
        "places": np.minimum(1.0, frame["free"].to_numpy() / FULL_MARKS_PLACES),
        "rest": 1 - np.minimum(1.0, contacts / (definitions.fatigue_contacts + 1)),
    }
    weights = weights_for(wanted, definitions)
    score = np.round(100 * sum(weights[part] * parts[part] for part in MATCH_PARTS), COMPARED_DECIMALS)
    reasons = {
        **_from_history(basis, wanted, rows),
        "full": frame["free"].to_numpy() <= 0,
        "tired": frame["fatigued"].to_numpy(dtype=bool),
        "quiet": frame.index.isin(quiet),
        **_by_occupation(frame["occupations"], wanted, digits),
    }
    left = np.flatnonzero(~np.any(list(reasons.values()), axis=0))
    order = np.lexsort((left, near.sorted_by[left], -digits[left], -score[left]))
    return Matches(
        employer_ids=frame.index.to_numpy(dtype=object),
        ranked=left[order],
        score=score,
        parts=parts,
        weights=weights,
        digits=digits,
        offered=offered,
        met=met,
        near=near,
        similar=similar,
        contacts=contacts,
        reasons=reasons,
        inactive=_inactive(basis.scope),
    )


def weights_for(wanted: Wanted, definitions: Definitions) -> dict[str, float]:
    """The unit's weights, without the parts that nothing is known for; the others share what these weighed.

    >>> weights = weights_for(Wanted(clients=(0,), wishes=("9412",)), Definitions())
    >>> weights["adjustments"], round(sum(weights.values()), 9)
    (0.0, 1.0)
    """
    known = {
        part: weight if part not in _NEEDED or getattr(wanted, _NEEDED[part]) else 0.0
        for part, weight in asdict(definitions.match_weights).items()
    }
    total = sum(known.values())
    return {part: weight / total if total else 0.0 for part, weight in known.items()}


def _from_history(basis: Basis, wanted: Wanted, rows: Codes) -> dict[str, Flags]:
    """Where the person is now, or has been and it was interrupted."""
    spells = basis.spells
    own = np.isin(spells.client, wanted.clients) & (spells.employer != NOBODY) & (spells.kind != STUDIES)
    interrupted = own & np.isin(spells.outcome, INTERRUPTIONS) & (spells.end <= basis.on)
    return {
        "there_now": np.isin(rows, spells.employer[own & (spells.end > basis.on)]),
        "interrupted": np.isin(rows, spells.employer[interrupted]),
    }


def _by_occupation(column: "pd.Series[Any]", wanted: Wanted, digits: Codes) -> dict[str, Flags]:
    silent, wishing = column.isna().to_numpy(dtype=bool), bool(wanted.wishes)
    return {
        "no_occupation": silent & wishing,
        "other_occupation": (FITS[digits] == 0) & ~silent & wishing,
    }


def _inactive(scope: Scope) -> tuple[str, ...]:
    gone = scope.has_employer & ~scope.coded.employers.active
    return tuple(scope.coded.world.employers["employer_id"][gone])


def _codes_of(scope: Scope, keys: "pd.Index[str]") -> Codes:
    codes: Codes = pd.Index(scope.coded.world.employers["employer_id"]).get_indexer(keys).astype(np.int64)
    return codes
