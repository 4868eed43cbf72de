"""Occupations that are missing or thin, and the employers nearest to offering them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.gaps_nearest import nearest
from dashboard.analysis.gaps_occupations import COVERED, MISSING, OccupationGap
from dashboard.reports.gap_ground import GapGround, Gaps, demand_by_group
from dashboard.reports.state import PageState

NEAREST, NEAREST_TO_ONE = 3, 25
"""How many are proposed for each group, and for one that is picked."""
NOW = "now"
COVERED_LAST = {MISSING: 0, "thin": 1, COVERED: 2}


@dataclass(frozen=True, slots=True)
class Unwished:
    """A group that employers offer and nobody wishes for now.

    Attributes:
        ssyk: the group.
        employers: those that we have met and that are warm with a free place.
    """

    ssyk: str
    employers: int


def by_need(gaps: Gaps) -> tuple[OccupationGap, ...]:
    """The groups with demand: the missing ones first, then the thin ones, each by how much is lacking."""
    return tuple(
        sorted(gaps.occupations, key=lambda gap: (COVERED_LAST[gap.state], gap.supply - gap.demand, gap.ssyk))
    )


def lacking(gaps: Gaps) -> tuple[OccupationGap, ...]:
    """Those that are missing or thin, in the same order."""
    return tuple(gap for gap in by_need(gaps) if gap.state != COVERED)


def picked(gaps: Gaps, page: PageState) -> str:
    """The group that the address asks for, when somebody wishes for it or offers it; else empty."""
    asked = page.occupation or ""
    return asked if asked in demand_by_group(gaps) or asked in gaps.field.groups else ""


def unwished(gaps: Gaps) -> tuple[Unwished, ...]:
    """What could be offered and nobody wishes for: most employers first."""
    demand = demand_by_group(gaps)
    counts = gaps.field.offers[gaps.field.supplies].sum(axis=0)
    found = [
        Unwished(group, int(count))
        for group, count in zip(gaps.field.groups, counts, strict=True)
        if count and group not in demand
    ]
    return tuple(sorted(found, key=lambda one: (-one.employers, one.ssyk)))


def proposals(ground: GapGround, occupation: str) -> pd.DataFrame:
    """The rows of the list: who offers a picked group and who is near; without one, who is nearest to each.

    Returns:
        `employer_id` and the columns of `gaps_nearest.nearest` but `row`; `why` is NOW for who offers now.
    """
    gaps = ground.gaps
    groups = (occupation,) if occupation else tuple(gap.ssyk for gap in lacking(gaps))
    most = NEAREST_TO_ONE if occupation else NEAREST
    found = nearest(gaps.field, groups, ground.to_propose, most)
    if occupation:
        found = pd.concat([_now(ground, occupation), found], ignore_index=True)
    keys = gaps.state.employers.index.take(found["row"].to_numpy(dtype=np.int64))
    return found.drop(columns="row").assign(employer_id=pd.Series(keys, dtype="str"))


def _now(ground: GapGround, group: str) -> pd.DataFrame:
    """Who offers the group now: met, warm and with a free place."""
    field = ground.gaps.field
    if group not in field.groups:
        return nearest(field, (), ground.left, 0)
    rows = np.flatnonzero(field.offers[:, field.groups.index(group)] & field.supplies & ground.left)
    rows = rows[np.argsort(field.standing[rows])]
    yes = np.ones(len(rows), dtype=bool)
    count = np.zeros(len(rows), dtype=np.int64)
    texts = {
        name: pd.Series([text] * len(rows), dtype="str")
        for name, text in (("ssyk", group), ("why", NOW), ("through", ""))
    }
    return pd.DataFrame(
        {**texts, "row": rows, "met": yes, "warm": yes, "room": yes, "shared": count, "of": count}
    )
