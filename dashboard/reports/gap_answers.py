"""Each gap with its number and the employers of its list, in the order in which they matter.

An answer is numbers and keys; its words are made in `gap_findings` and `gap_advice`, when it is read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pandas as pd

from dashboard.reports.access import Access
from dashboard.reports.gap_employers import EMPLOYER_GAPS, OF, ordered
from dashboard.reports.gap_equality import non_traditional_of
from dashboard.reports.gap_ground import GapGround, gap_ground
from dashboard.reports.gap_occupations import lacking, picked, proposals
from dashboard.reports.state import DATA_GAPS, GAPS, PageState

NAMED = 3
"""How many employers a sentence names."""


@dataclass(frozen=True, slots=True, eq=False)
class GapAnswer:
    """What a gap comes to.

    Attributes:
        gap: its key.
        rows: one row of its list a row: `employer_id`, and what only this gap knows.
        number: the number on its tile.
        of: what that is a number of.
        counts: further numbers, by a name of the gap's own.
        names: the first employers of the list, by name.
        about: a key that the words are about: an occupation group, a form of ownership.
        picked: the occupation group that the list is narrowed to.
    """

    gap: str
    rows: pd.DataFrame
    number: int
    of: int
    counts: Mapping[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    about: str = ""
    picked: str = ""


def gap_answer(access: Access, page: PageState, gap: str = "") -> GapAnswer:
    """The answer to a gap, or to the one that the page is open on."""
    asked = gap or page.gap or GAPS[0]
    ground = gap_ground(access, page)
    occupation = picked(ground.gaps, page) if asked == "occupations" else ""
    found: GapAnswer = ground.results.get(
        ("answer", asked, occupation), lambda: _ANSWERS[asked](ground, occupation)
    )
    return found


def gap_answers(access: Access, page: PageState) -> tuple[GapAnswer, ...]:
    """The answers of all gaps, for their tiles: the real ones first."""
    return tuple(gap_answer(access, page, gap) for gap in (*GAPS, *DATA_GAPS))


def _occupations(ground: GapGround, occupation: str) -> GapAnswer:
    short = lacking(ground.gaps)
    rows = proposals(ground, occupation)
    return GapAnswer(
        "occupations",
        rows,
        number=len(short),
        of=len(ground.gaps.occupations),
        counts={
            "missing": sum(gap.state == "missing" for gap in short),
            "without": len({gap.ssyk for gap in short} - set(rows["ssyk"])),
        },
        names=_names(rows, ground),
        about=occupation or (short[0].ssyk if short else ""),
        picked=occupation,
    )


def _areas(ground: GapGround, _occupation: str) -> GapAnswer:
    areas, near = ground.gaps.areas, ground.gaps.reach
    frame = pd.DataFrame(
        {"employer_id": ground.gaps.state.employers.index, "helps": near.helps, "closes": near.closes}
    )
    rows = frame[(frame["helps"] > 0) & ground.left]
    # Who stands first among equals is the one with the deepest relation.
    rows = rows.assign(standing=ground.gaps.field.standing[rows.index])
    rows = rows.sort_values(["helps", "closes", "standing"], ascending=[False, False, True])
    return GapAnswer(
        "areas",
        rows.drop(columns="standing").reset_index(drop=True),
        number=int(areas.named.sum()),
        of=int(areas.asked.sum()),
        counts={
            "none": int((areas.named & (areas.near == 0)).sum()),
            "could": int(near.could.sum()),
            "municipality_only": int(areas.municipality_only.sum()),
        },
        names=_names(rows, ground),
    )


def _employers(gap: str, ground: GapGround, _occupation: str) -> GapAnswer:
    rows = ordered(ground, gap)
    frame = ground.known.employers
    dormant = frame["warmth"].reindex(rows["employer_id"]) == "dormant"
    without = ground.gaps.facts["coach_id"].reindex(rows["employer_id"]).isna()
    return GapAnswer(
        gap,
        rows,
        number=len(rows),
        of=int(OF[gap](frame).sum()) if gap in OF else len(frame),
        counts={"dormant": int(dormant.sum()), "without": int(without.sum())},
        names=_names(rows, ground),
    )


def _mix(ground: GapGround, _occupation: str) -> GapAnswer:
    *forms, unknown = ground.gaps.mix
    largest = max(forms, key=lambda one: one.employers.n)
    frame = ground.known.employers
    others = frame["ownership"].notna() & (frame["ownership"] != largest.ownership)
    cold = frame[others & ~frame["warmth"].isin(["active", "cooling"])]
    rows = _by_standing(cold.index, ground)
    return GapAnswer(
        "mix",
        rows,
        number=largest.employers.n,
        of=largest.employers.of,
        counts={"unknown": unknown.employers.n},
        names=_names(rows, ground),
        about=largest.ownership if largest.employers.n else "",
    )


def _equality(ground: GapGround, _occupation: str) -> GapAnswer:
    shares = non_traditional_of(ground)
    return GapAnswer(
        "equality",
        pd.DataFrame({"employer_id": pd.array([], dtype="str")}),
        number=sum(share.n for share in shares.values()),
        of=sum(share.of for share in shares.values()),
    )


def _by_standing(keys: pd.Index, ground: GapGround) -> pd.DataFrame:
    places = ground.gaps.state.employers.index.get_indexer(keys)
    order = np.argsort(ground.gaps.field.standing[places], kind="stable")
    return keys[order].to_frame(index=False, name="employer_id")


def _names(rows: pd.DataFrame, ground: GapGround) -> tuple[str, ...]:
    names = ground.gaps.state.employers["name"]
    return tuple(names.reindex(rows["employer_id"].unique()[:NAMED]))


_ANSWERS: Mapping[str, Callable[[GapGround, str], GapAnswer]] = {
    "occupations": _occupations,
    "areas": _areas,
    **{gap: partial(_employers, gap) for gap in EMPLOYER_GAPS},
    "mix": _mix,
    "equality": _equality,
}
