"""What needs whoever asks on a day, the most urgent first, as far as the person may see it.

An answer is numbers and keys; its words are made in `today_words`, when it is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import NOBODY, Codes, Flags
from dashboard.analysis.urgency import (
    KINDS,
    OF_FOLLOW_UPS,
    OF_SPELLS,
    Urgent,
    urgent,
)
from dashboard.domain.access import Role
from dashboard.reports.access import Access
from dashboard.reports.follow_ground import FollowGround, follow_ground
from dashboard.reports.gap_ground import Gaps, gap_ground
from dashboard.reports.quiet import quiet_employers
from dashboard.reports.state import PageState
from dashboard.reports.today_gaps import NewGap, new_gaps
from dashboard.reports.today_needs import Need, needs_of

PAGE_SIZE = 12
GAP = "gap"
"""The kind of a new gap, which is the unit's and no coach's; the last of all."""


@dataclass(frozen=True, slots=True, eq=False)
class CoachNeeds:
    """How much needs one coach: the coach's key (empty for nobody), name, and how many of each kind."""

    coach_id: str
    name: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All kinds together."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, eq=False)
class Today:
    """A page of what needs somebody.

    Attributes:
        whose: the coach that it is about; None for the whole selection.
        lines: those of the page, the most urgent first: each a need, and what more there is to say of it.
        gaps: the new gaps of the page, after all else.
        counts: how many of each kind there are, whatever kind is chosen.
        found: how many lines there are.
        of: how many there would be whatever kind is chosen.
        hidden: how many more are about clients whom the person may not see.
        page: which page it is, from 1.
        coaches: each coach's, for a manager who looks at the whole selection.
    """

    whose: str | None
    lines: tuple[tuple[Need, ...], ...]
    gaps: tuple[NewGap, ...]
    counts: Mapping[str, int]
    found: int
    of: int
    hidden: int
    page: int
    coaches: tuple[CoachNeeds, ...]


def whose_day(access: Access, page: PageState) -> str | None:
    """The coach whose day it is: the one that is chosen, else a coach's own; None for the whole selection."""
    return page.coach or (access.viewer.coach_id if access.viewer.role is Role.COACH else None)


def today_ground(access: Access, page: PageState) -> FollowGround:
    """What the page works on, with the coach whose day it is as its filter.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    return follow_ground(access, page.replace(coach=whose_day(access, page), sector=None, kind=None))


def today_answer(access: Access, page: PageState) -> Today:
    """The page of the list that the address asks for; raises as `today_ground` does."""
    ground, everything = today_ground(access, page), urgent_of(access, page)
    mine = everything.of(coach_code(ground))
    seen = _seen(ground, mine)
    whole = mine.at(np.flatnonzero(seen))
    shown = whole.at(np.flatnonzero(_of_kind(whole, page.need)))
    lines = folded(ground, shown)
    fresh = _fresh(access, ground)
    told = fresh if page.need in (None, GAP) else ()
    found = len(lines) + len(told)
    number = min(page.page, max(1, -(-found // PAGE_SIZE)))
    first, end = (number - 1) * PAGE_SIZE, number * PAGE_SIZE
    counted = np.bincount(whole.kind, minlength=len(KINDS)).tolist()
    return Today(
        whose=ground.page.coach,
        lines=needs_of(ground, selection_gaps(access, page), everything, shown, lines[first:end]),
        gaps=told[max(0, first - len(lines)) : max(0, end - len(lines))],
        counts={**dict(zip(KINDS, counted, strict=True)), GAP: len(fresh)},
        found=found,
        of=len(folded(ground, whole)) + len(fresh),
        hidden=int((~seen).sum()),
        page=number,
        coaches=_by_coach(ground, everything) if _is_of_all(access, ground) else (),
    )


def urgent_of(access: Access, page: PageState) -> Urgent:
    """All that needs somebody in the selection, the same for everybody."""
    units = tuple(sorted(set(page.units)))
    found: Urgent = access.cached(
        ("urgent", units, page.programme, page.on, page.period), lambda _snapshot: _urgent(access, page)
    )
    return found


def selection_gaps(access: Access, page: PageState) -> Gaps:
    """The gaps of the whole selection, whoever's day it is."""
    return gap_ground(access, whole_selection(page)).gaps


def whole_selection(page: PageState) -> PageState:
    """The page's selection without what narrows it to some employers."""
    return page.replace(coach=None, ownership=None, sector=None)


def quiet_flags(access: Access, page: PageState, gaps: Gaps) -> Flags:
    """Which employers are to be left in peace: one flag an employer of `total`."""
    flags: Flags = gaps.state.employers.index.isin(list(quiet_employers(access, page.on)))
    return flags


def coach_code(page: FollowGround) -> int | None:
    """The code of the coach whose day it is; None for the whole selection."""
    wanted = page.page.coach
    return None if wanted is None else int(np.flatnonzero(page.coach_ids == wanted)[0])


def folded(page: FollowGround, found: Urgent) -> list[tuple[int, ...]]:
    """The lines as places in what was found, each with those that say more about the same placement.

    A placement that is at risk, ends without a plan or was not looked at is told in the line that it has
    already: that of its late follow-up, or of what is more urgent.
    """
    lines: list[list[int]] = []
    line_of: dict[int, int] = {}
    for place, (kind, spell) in enumerate(
        zip(found.kind.tolist(), spells_of(page, found).tolist(), strict=True)
    ):
        if kind in OF_SPELLS and spell in line_of:
            lines[line_of[spell]].append(place)
            continue
        if spell != NOBODY:
            line_of.setdefault(spell, len(lines))
        lines.append([place])
    return [tuple(line) for line in lines]


def spells_of(page: FollowGround, found: Urgent) -> Codes:
    """The spell that each is about; NOBODY for an employer."""
    rows = page.ground.scope.coded.follow_ups
    followed, placed = np.isin(found.kind, OF_FOLLOW_UPS), np.isin(found.kind, OF_SPELLS)
    spells = np.full(len(found.kind), NOBODY)
    spells[followed] = page.ground.basis.spells.of_row[rows.placement[found.row[followed]]]
    spells[placed] = found.row[placed]
    return spells


def _urgent(access: Access, page: PageState) -> Urgent:
    gaps = selection_gaps(access, page)
    coaches = gaps.basis.scope.coded.world.coaches["coach_id"].tolist()
    codes = {key: code for code, key in enumerate(coaches)}
    asked = np.array([codes.get(key, NOBODY) for key in gaps.facts["coach_id"]], dtype=np.int64)
    return urgent(gaps.basis, gaps.state, gaps.found, asked, quiet_flags(access, page, gaps))


def _seen(page: FollowGround, found: Urgent) -> Flags:
    """Which of them the person may see: employers always, a client only by rights."""
    spells = spells_of(page, found)
    client = np.append(page.ground.basis.spells.client, NOBODY)[spells]
    seen: Flags = (spells == NOBODY) | np.append(page.ground.sees, False)[client]
    return seen


def _of_kind(found: Urgent, need: str | None) -> Flags:
    if need is None:
        return np.ones(len(found.kind), dtype=bool)
    wanted: Flags = found.kind == (KINDS.index(need) if need in KINDS else len(KINDS))
    return wanted


def _is_of_all(access: Access, page: FollowGround) -> bool:
    return access.viewer.role is Role.MANAGER and page.page.coach is None


def _fresh(access: Access, page: FollowGround) -> tuple[NewGap, ...]:
    return new_gaps(access, whole_selection(page.page)) if _is_of_all(access, page) else ()


def _by_coach(page: FollowGround, found: Urgent) -> tuple[CoachNeeds, ...]:
    """Everybody at work, and whoever else something waits for; last what is nobody's."""
    shown = [*np.flatnonzero(page.ground.scope.works), *found.coach.tolist()]
    counted = np.zeros((len(page.coach_ids) + 1, len(KINDS)), dtype=np.int64)
    np.add.at(counted, (found.coach, found.kind), 1)
    rows = [
        CoachNeeds(
            "" if code == NOBODY else str(page.coach_ids.iloc[code]),
            "" if code == NOBODY else page.name(code),
            dict(zip(KINDS, counted[code].tolist(), strict=True)),
        )
        for code in dict.fromkeys(int(code) for code in shown)
    ]
    return tuple(sorted(rows, key=lambda row: (not row.coach_id, row.name.casefold(), row.coach_id)))
