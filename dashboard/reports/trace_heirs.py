"""The rows behind a suggested heir: the tie with all that it is made of, or the caseloads compared."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.leaving import caseload_per_fte
from dashboard.domain.errors import NotFound
from dashboard.i18n import _
from dashboard.reports import trace_tables as tables
from dashboard.reports.network_answers import answer, leaving, leaving_coaches
from dashboard.reports.network_scope import known
from dashboard.reports.trace_ground import Found, Ground
from dashboard.reports.trace_interactions import tie_table

Tracer = Callable[[Ground], Found]
WHY = "questions.heir.why"
HEIR_COLUMNS = ("employer", "heir", "heir_reason", "last_on")
CASELOAD_COLUMNS = ("coach", "caseload", "fte", "per_fte")


def _heirs(ground: Ground) -> Found:
    """One row an employer that would be left alone, with who could take over."""
    rows = answer(ground.access, ground.page, "leaving").rows
    names = ground.state.employers["name"].reindex(rows["employer_id"])
    heirs = ground.state.coaches["name"].reindex(rows["heir"])
    return Found(
        HEIR_COLUMNS,
        pd.DataFrame(
            {
                "employer_id": rows["employer_id"].array,
                "employer": names.array,
                "heir": heirs.array,
                "heir_reason": rows["heir_reason"].array,
                "last_on": rows["heir_last_on"].array,
            }
        ),
    )


def _why(ground: Ground) -> Found:
    """What speaks for the heir of the employer that the address names."""
    wanted = ground.employer_id
    orphans = leaving(ground.access, ground.page).orphans
    if wanted not in orphans.index:
        raise NotFound(_("The employer would keep a living tie, so nobody needs to take over."))
    row: Any = orphans.loc[wanted]
    if row["heir_reason"] == "tie":
        return tie_table(ground, str(row["heir"]))
    return _caseloads(ground)


def _caseloads(ground: Ground) -> Found:
    """Those who stay, the one with the most room first."""
    frame = ground.state.coaches
    gone = leaving_coaches(known(ground.access, ground.page), ground.page)
    stay = frame[frame["works"] & ~frame.index.isin(gone)]
    stay = stay.assign(per_fte=caseload_per_fte(stay)).sort_values("per_fte", kind="stable")
    rows = pd.DataFrame(
        {
            "coach": stay["name"].array,
            **{column: stay[column].array for column in ("caseload", "fte", "per_fte")},
            "origins": tables.origins("coaches", stay.index),
        }
    )
    # Per no time at all is no number; whoever works none stands last.
    return Found(CASELOAD_COLUMNS, rows.assign(per_fte=rows["per_fte"].replace(np.inf, np.nan)))


def _others(ground: Ground) -> Found:
    """What those who do not leave have had with the employers that would be left alone, ended ties too."""
    orphans = answer(ground.access, ground.page, "leaving").employers
    gone = leaving_coaches(known(ground.access, ground.page), ground.page)
    ties = ground.state.ties
    return tables.ties(ground, ties[ties["employer_id"].isin(orphans) & ~ties["coach_id"].isin(gone)])


TRACERS: Mapping[str, Tracer] = {}
BEHIND: Mapping[str, Tracer] = {"questions.heir": _heirs, WHY: _why, "handover.others": _others}
"""Rows that stand behind a figure which is not their number."""
