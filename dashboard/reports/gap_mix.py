"""How the network is spread over forms of ownership, and how women's and men's placements are spread."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.coded import NOBODY
from dashboard.analysis.equality import non_traditional
from dashboard.analysis.intervals import Share
from dashboard.analysis.places import count_by
from dashboard.domain.vocabulary import OWNERSHIPS
from dashboard.reports.gap_ground import GapGround
from dashboard.reports.report_input import women_by_occupation
from dashboard.reports.trace_flags import placements_of_period

NOT_KNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of ownership, or `unknown`.

    Attributes:
        form: its key.
        employers: the employers of that form.
        warm: those of them that are active or cooling.
        placements: placements that started there in the period, studies aside.
    """

    form: str
    employers: int
    warm: int
    placements: int


def mix(ground: GapGround) -> tuple[Form, ...]:
    """Every form of ownership, also those that no employer has."""
    frame = ground.known.employers
    basis = ground.gaps.basis
    world = basis.scope.coded.world.employers
    started = basis.scope.coded.placements.employer[placements_of_period(basis)]
    placed = count_by(started[started != NOBODY], len(world))
    keys = world["employer_id"]
    here = np.zeros(len(frame), dtype=np.int64)
    places = frame.index.get_indexer(pd.Index(keys))
    here[places[places >= 0]] = placed[places >= 0]
    form = frame["ownership"].fillna(NOT_KNOWN)
    warm = frame["warmth"].isin(["active", "cooling"])
    return tuple(
        Form(key, int((form == key).sum()), int((warm & (form == key)).sum()), int(here[form == key].sum()))
        for key in (*OWNERSHIPS, NOT_KNOWN)
    )


def non_traditional_of(ground: GapGround) -> Mapping[str, Share]:
    """Placements of women and of men in occupations where their own sex is rare."""
    basis = ground.gaps.basis
    return non_traditional(basis, women_by_occupation(basis.scope.coded.world))
