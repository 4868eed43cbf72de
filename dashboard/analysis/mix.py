"""What kinds of employers the network is made of, and where the placements go."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, STUDIES
from dashboard.analysis.gaps_occupations import is_warm
from dashboard.analysis.intervals import Share
from dashboard.analysis.network_state import EmployerState
from dashboard.domain.vocabulary import OWNERSHIPS

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MixRow:
    """One form of ownership.

    Attributes:
        ownership: a word of the vocabulary, or "unknown".
        employers: its share of the employers of `total` whose form is known.
        warm: of those that are active or cooling.
        placements: of the placements that started in the period, studies aside, at an employer whose form is
            known, inactive ones too.
    """

    ownership: str
    employers: Share
    warm: Share
    placements: Share


def mix(basis: Basis, state: EmployerState) -> tuple[MixRow, ...]:
    """MEASURES.md, "mix": each form of ownership in its order, "unknown" last with shares of nothing.

    Of the unknown the number stands there and 0 to be a share of: they are in no denominator.
    """
    ownership = state.employers["ownership"]
    counted = [_counts(each) for each in (ownership, ownership[is_warm(state)], _placed(basis))]
    known = [sum(counts.values()) - counts[UNKNOWN] for counts in counted]
    return tuple(
        MixRow(
            word,
            *(
                Share(counts[word], 0 if word == UNKNOWN else of)
                for counts, of in zip(counted, known, strict=True)
            ),
        )
        for word in (*OWNERSHIPS, UNKNOWN)
    )


def _placed(basis: Basis) -> "pd.Series[str]":
    """The ownership of the employer of each placement."""
    rows = basis.scope.coded.placements
    started = basis.scope.has_placement & basis.within(rows.start) & (rows.kind != STUDIES)
    employers = rows.employer[started & (rows.employer != NOBODY)]
    return basis.scope.coded.world.employers["ownership"].iloc[np.asarray(employers)]


def _counts(words: "pd.Series[str]") -> dict[str, int]:
    found = words.fillna(UNKNOWN).value_counts()
    return {word: int(found.get(word, 0)) for word in (*OWNERSHIPS, UNKNOWN)}
