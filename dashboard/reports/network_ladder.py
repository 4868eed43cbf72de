"""The relationship ladder as a drawing of the network: who stands on it, and how many on each rung."""

import itertools

import pandas as pd

from dashboard.domain.vocabulary import RUNGS
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_scope import Known
from dashboard.reports.state import PageState

STANDING = 400
"""Employers drawn at once: more are a grey cloud, and slow."""


def is_ladder(page: PageState) -> bool:
    """Whether the page shows the ladder and not the web of ties."""
    return page.drawing == "ladder"


def standing(scope: Known, asked: Answer, page: PageState, around: set[str] | None) -> list[str]:
    """The employers to draw, also those without a tie.

    Of more than there is room for: the selected one, those of the answer (half of the room at most), then the
    strongest of each rung, so many of each that the ladder keeps its form.
    """
    rows = _rows(scope, around)
    if len(rows) <= STANDING:
        return list(rows.index)
    selected = [page.employer] if page.employer and page.employer in rows.index else []
    meant = [key for key in asked.employers if key in rows.index][: STANDING // 2]
    wanted = dict.fromkeys([*selected, *meant, *_evenly(rows)])
    return list(itertools.islice(wanted, STANDING))


def rung_counts(scope: Known, around: set[str] | None) -> list[int]:
    """How many employers stand on each rung, from 0 to 5, drawn or not."""
    counts = _rows(scope, around)["rung"].value_counts()
    return [int(counts.get(rung, 0)) for rung in RUNGS]


def _rows(scope: Known, around: set[str] | None) -> pd.DataFrame:
    return scope.employers if around is None else scope.employers[scope.employers.index.isin(around)]


def _evenly(rows: pd.DataFrame) -> list[str]:
    """The employers so ordered that any beginning holds the same part of each rung, its strongest."""
    strongest = rows[["rung", "strength"]].sort_values("strength", ascending=False, kind="stable")
    rung = strongest.groupby("rung")["strength"]
    part = rung.cumcount() / rung.transform("size")
    return list(part.sort_values(kind="stable").index)
