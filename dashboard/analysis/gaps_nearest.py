"""Which known employers are nearest to offering an occupation that is missing or thin.

Nothing is guessed from what an occupation is. An employer is near when its own record says that it offers the
occupation and only something else is lacking, or when others in the data, in the same branch or offering the
same as it does, already offer it.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.coded import Codes, Flags
from dashboard.analysis.gaps_occupations import OFFERING_RUNG, is_warm, offered_groups
from dashboard.analysis.network_state import EmployerState

OFFERS, BRANCH, KIN = "offers", "branch", "kin"
"""It is recorded; others in its branch offer it; others that offer the same as it does offer it."""
DIVISION_DIGITS = 2
SHRINK = 2
"""Added to the number of others, so that one of one is no better evidence than five of six."""
WARMTH_ORDER = {"active": 0, "cooling": 1, "dormant": 2, "never": 3}
COLUMNS = ("ssyk", "row", "why", "met", "warm", "room", "through", "shared", "of")

Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The employers of `total` laid out for the question. Rows are employers, columns groups.

    Attributes:
        groups: the groups that somebody offers, sorted.
        offers: who offers what.
        division: the SNI division of each, as a place in `divisions`; -1 when not known.
        divisions: the divisions, sorted.
        met: rung 2 or higher.
        warm: active or cooling.
        once_warm: warm now or earlier.
        room: has a free place.
        tired: is asked for more than it can bear.
        standing: a place for each, the warmest first, then the highest rung, the strongest, the key.
    """

    groups: tuple[str, ...]
    offers: Flags
    division: Codes
    divisions: tuple[str, ...]
    met: Flags
    warm: Flags
    once_warm: Flags
    room: Flags
    tired: Flags
    standing: Codes

    @property
    def supplies(self) -> Flags:
        """Those whose free places are supply: met, warm and with room."""
        return self.met & self.warm & self.room


def field_of(state: EmployerState, ssyk_level: int) -> Field:
    """Lay out the employers of a state."""
    frame = state.employers
    offered = offered_groups(state, ssyk_level)
    offers = np.zeros((len(frame), len(offered.names)), dtype=bool)
    offers[offered.row, offered.group] = True
    division, names = pd.factorize(frame["sni_code"].str.slice(0, DIVISION_DIGITS), sort=True)
    warmth = frame["warmth"].map(WARMTH_ORDER).to_numpy()
    order = np.lexsort(
        (np.arange(len(frame)), -frame["strength"].to_numpy(), -frame["rung"].to_numpy(), warmth)
    )
    standing = np.empty(len(frame), dtype=np.int64)
    standing[order] = np.arange(len(frame))
    return Field(
        groups=offered.names,
        offers=offers,
        division=division,
        divisions=tuple(names),
        met=frame["rung"].to_numpy() >= OFFERING_RUNG,
        warm=is_warm(state),
        once_warm=(frame["warmth"] != "never").to_numpy(dtype=bool),
        room=frame["free"].to_numpy() > 0,
        tired=frame["fatigued"].to_numpy(dtype=bool),
        standing=standing,
    )


def nearest(field: Field, groups: tuple[str, ...], among: Flags, most: int) -> pd.DataFrame:
    """The employers nearest to offering each of some groups.

    First those whose record says that they offer it, the fewest things lacking first; then those for which
    others are evidence, the strongest evidence first. Who is tired of us is never proposed.

    Args:
        field: all employers: what is evidence.
        groups: the groups asked about.
        among: whom to propose: one flag an employer.
        most: how many for each group.

    Returns:
        One row a proposal, nearest first within each group: `ssyk`; `row`, the employer's place in the
        state; `why`, OFFERS, BRANCH or KIN; whether it is `met`, `warm` and has `room`; and for BRANCH and
        KIN the evidence: `shared` of `of` others in the branch or offering the group `through` offer it.
    """
    frames = [_recorded(field, group, among, most) for group in groups]
    frames += [_alike(field, group, among, most) for group in groups]
    found = pd.concat(frames, ignore_index=True) if frames else _proposals(field, "", np.arange(0), OFFERS)
    place = {group: number for number, group in enumerate(groups)}
    ordered = found.sort_values("ssyk", key=lambda keys: keys.map(place), kind="stable")
    return ordered.groupby("ssyk", sort=False).head(most).reset_index(drop=True)


def _recorded(field: Field, group: str, among: Flags, most: int) -> pd.DataFrame:
    """Those that offer the group and supply nothing: not met, not warm, or full."""
    rows = np.flatnonzero(_offering(field, group) & ~field.supplies & ~field.tired & among)
    lacking = (~field.met).astype(int) + ~field.warm + ~field.room
    rows = rows[np.lexsort((field.standing[rows], lacking[rows]))][:most]
    return _proposals(field, group, rows, OFFERS)


def _alike(field: Field, group: str, among: Flags, most: int) -> pd.DataFrame:
    """Those that do not offer the group, once were warm and have room, and that others are evidence for."""
    offering = _offering(field, group)
    rows = np.flatnonzero(~offering & field.once_warm & field.room & ~field.tired & among)
    branch, branch_of = _in_branch(field, offering)
    kin, kin_of, through = _with_kin(field, offering, rows)
    by_branch = _shrunk(branch[rows], branch_of[rows])
    by_kin = _shrunk(kin, kin_of)
    likeness = np.maximum(by_branch, by_kin)
    order = np.lexsort((field.standing[rows], -likeness))
    order = order[likeness[order] > 0][:most]
    is_branch = by_branch[order] >= by_kin[order]
    divisions = np.array([*field.divisions, ""], dtype=object)[field.division[rows[order]]]
    made = _proposals(field, group, rows[order], BRANCH)
    return made.assign(
        why=pd.array(np.where(is_branch, BRANCH, KIN), dtype="str"),
        through=pd.array(np.where(is_branch, divisions, through[order]), dtype="str"),
        shared=np.where(is_branch, branch[rows[order]], kin[order]),
        of=np.where(is_branch, branch_of[rows[order]], kin_of[order]),
    )


def _in_branch(field: Field, offering: Flags) -> tuple[Codes, Codes]:
    """Of the employers in each one's division that say what they offer: those with the group, and all.

    Who is asked about does not offer the group, but may be one of those that say what they offer: it is
    left out of its own evidence.
    """
    known = field.division >= 0
    says = field.offers.any(axis=1)
    count = len(field.divisions)
    having = np.bincount(field.division[known & offering], minlength=count + 1)
    telling = np.bincount(field.division[known & says], minlength=count + 1)
    return np.where(known, having[field.division], 0), np.where(known, telling[field.division] - says, 0)


def _with_kin(field: Field, offering: Flags, rows: Codes) -> tuple[Codes, Codes, NDArray[np.object_]]:
    """The best evidence through another group that each row offers: those with both, of those with it."""
    both = field.offers[offering].sum(axis=0)
    of = field.offers.sum(axis=0) - 1
    share = np.where(field.offers[rows], _shrunk(both, of), -1.0)
    if not share.size:
        none = np.zeros(len(rows), dtype=np.int64)
        return none, none, np.full(len(rows), "", dtype=object)
    best = share.argmax(axis=1)
    some = share[np.arange(len(rows)), best] > 0
    names = np.array(field.groups, dtype=object)[best]
    return np.where(some, both[best], 0), np.where(some, of[best], 0), np.where(some, names, "")


def _shrunk(shared: Codes, of: Codes) -> Shares:
    return np.asarray(shared / (of + SHRINK), dtype=np.float64)


def _offering(field: Field, group: str) -> Flags:
    if group not in field.groups:
        return np.zeros(len(field.met), dtype=bool)
    return field.offers[:, field.groups.index(group)]


def _proposals(field: Field, group: str, rows: Codes, why: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "ssyk": pd.array([group] * len(rows), dtype="str"),
            "row": rows,
            "why": pd.array([why] * len(rows), dtype="str"),
            "met": field.met[rows],
            "warm": field.warm[rows],
            "room": field.room[rows],
            "through": pd.array([""] * len(rows), dtype="str"),
            "shared": np.zeros(len(rows), dtype=np.int64),
            "of": np.zeros(len(rows), dtype=np.int64),
        },
        columns=list(COLUMNS),
    )
