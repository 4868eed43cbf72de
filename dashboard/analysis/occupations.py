"""Occupations: lists of SSYK codes as groups."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Codes

SEPARATOR = ";"


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """One row a group that stands in a row's list of occupations, each once a row.

    Attributes:
        row: the row's place in the column.
        group: the group, as a place in `names`.
        names: the groups, sorted.
    """

    row: Codes
    group: Codes
    names: tuple[str, ...]


def occupation_groups(column: "pd.Series[Any]", level: int) -> Groups:
    """The different groups (the first `level` digits) in each cell of a column of `;`-separated codes."""
    places, texts = pd.factorize(column)
    lists = [_groups_in(str(text), level) for text in texts]
    names = sorted(set().union(*lists))
    number = {name: place for place, name in enumerate(names)}
    lengths = np.array([len(each) for each in lists] + [0], dtype=np.int64)
    flat = np.array([number[name] for each in lists for name in sorted(each)], dtype=np.int64)
    begins = np.concatenate([[0], np.cumsum(lengths)])[:-1]
    repeats = lengths[places]
    row = np.repeat(np.arange(len(places)), repeats)
    within = np.arange(len(row)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return Groups(row, flat[np.repeat(begins[places], repeats) + within], tuple(names))


def _groups_in(text: str, level: int) -> set[str]:
    return {code.strip()[:level] for code in text.split(SEPARATOR) if code.strip()}
