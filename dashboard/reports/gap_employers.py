"""The gaps that are lists of employers: which they are, and what stands first in each."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.occupations import occupation_groups
from dashboard.reports.gap_ground import GapGround, demand_by_group

EMPLOYER_GAPS: Mapping[str, str] = {
    "dependence": "dependence",
    "fading": "fading",
    "dormant": "dormant",
    "unused": "unused",
    "dead_ends": "dead_ends",
    "tired": "fatigued",
    "no_position": "no_position",
    "no_occupation": "no_occupation",
    "no_sni": "no_sni",
}
"""Each with its flag in the analysis."""
OF: Mapping[str, Callable[[pd.DataFrame], Any]] = {
    "dependence": lambda frame: frame["level"] == "strong",
    "fading": lambda frame: frame["level"].isin(["strong", "medium"]),
    "dormant": lambda frame: frame["warmth"] != "never",
}
"""Of which employers a gap is a number; of all when it is not here."""


def ordered(ground: GapGround, gap: str) -> pd.DataFrame:
    """The employers of a gap, what matters most first; `employer_id` and what only the gap knows."""
    keys = ground.flagged(EMPLOYER_GAPS[gap])
    places = ground.gaps.state.employers.index.get_indexer(keys)
    frame = ground.gaps.state.employers.iloc[places].join(ground.gaps.facts)
    frame = frame.assign(standing=ground.gaps.field.standing[places])
    if gap == "unused":
        frame = frame.join(_wanted(ground, frame))
    sorted_frame = frame.sort_values(
        [*_FIRST.get(gap, ()), "standing"], ascending=_rising(gap), kind="stable"
    )
    columns = ["wanted", "demand"] if gap == "unused" else []
    rows = sorted_frame[columns].rename_axis("employer_id").reset_index()
    return rows.astype({"employer_id": "str"})


_FIRST: Mapping[str, tuple[str, ...]] = {
    "dependence": ("strength",),
    "fading": ("strength",),
    "dormant": ("rung", "strength"),
    "unused": ("demand", "free"),
    "dead_ends": ("trials",),
    "tired": ("strength",),
}
"""The columns that an order goes by, each falling; then the warmest and deepest relation."""


def _rising(gap: str) -> list[bool]:
    return [*(False for _column in _FIRST.get(gap, ())), True]


def _wanted(ground: GapGround, frame: pd.DataFrame) -> pd.DataFrame:
    """The groups with demand that each employer offers, and how many clients that demand is in all."""
    demand = demand_by_group(ground.gaps)
    groups = occupation_groups(frame["occupations"], ground.gaps.given.definitions.ssyk_level)
    offered: list[list[str]] = [[] for _row in range(len(frame))]
    for row, group in zip(groups.row.tolist(), groups.group.tolist(), strict=True):
        if groups.names[group] in demand:
            offered[row].append(groups.names[group])
    total = [sum(demand[name].demand for name in names) for names in offered]
    wanted = pd.array([";".join(names) for names in offered], dtype="str")
    return pd.DataFrame({"wanted": wanted, "demand": np.array(total, dtype=np.float64)}, index=frame.index)
