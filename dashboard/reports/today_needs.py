"""What each thing that needs somebody is about: whom, where, and the numbers that say why."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.analysis.coded import NEVER, NOBODY
from dashboard.analysis.standard import last_done, steps_at
from dashboard.analysis.urgency import (
    AT_RISK,
    ENDING,
    KINDS,
    OF_FOLLOW_UPS,
    OF_SPELLS,
    Urgent,
    last_judged,
)
from dashboard.reports.follow_ground import FollowGround
from dashboard.reports.gap_ground import Gaps


@dataclass(frozen=True, slots=True)
class Need:
    """Something that needs somebody.

    Attributes:
        kind: which of KINDS.
        coaches: names of those whose it is.
        employer_id: the employer's key; empty for studies.
        employer: its name.
        client: the client's key; empty when it is about an employer alone.
        placement_id: the placement, the last of its spell.
        placement_kind: the kind of placement.
        runs: whether the placement runs on the day.
        follow_up_id: the follow-up, when it is one.
        party: with whom the follow-up is; empty when not known.
        days: days to the day it is about, negative when it has passed; of what is at risk, unseen or
            silent, days since.
        usual: what the days are held against: what the standard allows, or the usual gap.
        occupied: people at the employer on the day.
        capacity: how many it has places for.
        contacts: contacts lately on our initiative.
        on: the day it is about: a meeting's, or a planned end.
    """

    kind: str
    coaches: tuple[str, ...]
    employer_id: str = ""
    employer: str = ""
    client: str = ""
    placement_id: str = ""
    placement_kind: str = ""
    runs: bool = False
    follow_up_id: str = ""
    party: str = ""
    days: int = 0
    usual: float = 0
    occupied: int = 0
    capacity: int = 0
    contacts: int = 0
    on: dt.date | None = None


def needs_of(
    page: FollowGround, gaps: Gaps, everything: Urgent, shown: Urgent, lines: Sequence[tuple[int, ...]]
) -> tuple[tuple[Need, ...], ...]:
    """The needs of some lines.

    Args:
        page: the selection.
        gaps: its gaps.
        everything: all that needs somebody, which tells who shares a tired employer.
        shown: what the lines are places in.
        lines: the lines.
    """
    about = _Teller(page, gaps, everything)
    return tuple(
        tuple(
            about.need(int(shown.kind[place]), int(shown.row[place]), int(shown.coach[place]))
            for place in line
        )
        for line in lines
    )


class _Teller:
    """Looks up what a need is about."""

    def __init__(self, page: FollowGround, gaps: Gaps, everything: Urgent) -> None:
        self._page, self._gaps, self._everything = page, gaps, everything
        self._basis, self._coded = page.ground.basis, page.ground.scope.coded
        self._done, self._judged = last_done(self._basis), last_judged(self._basis)

    def need(self, kind: int, row: int, coach: int) -> Need:
        """What stands at a row of the tables that the kind is about."""
        if kind in OF_FOLLOW_UPS:
            return self._follow_up(kind, row, coach)
        return self._spell(kind, row, coach) if kind in OF_SPELLS else self._employer(kind, row)

    def _follow_up(self, kind: int, row: int, coach: int) -> Need:
        frame, coded = self._coded.world.follow_ups, self._coded.follow_ups
        placement = int(coded.placement[row])
        party = frame["party"].iloc[row]
        return Need(
            KINDS[kind],
            self._names([coach]),
            **self._placement(placement, int(self._basis.spells.of_row[placement])),
            follow_up_id=str(frame["follow_up_id"].iloc[row]),
            party=party if isinstance(party, str) else "",
            days=int(coded.planned[row]) - self._basis.on,
            on=_date(int(coded.planned[row])),
        )

    def _spell(self, kind: int, spell: int, coach: int) -> Need:
        last = int(self._basis.spells.last_row[spell])
        if kind == AT_RISK:
            days: dict[str, Any] = {"days": self._basis.on - int(self._judged[spell])}
        else:
            days = self._ends(last) if kind == ENDING else self._unseen(spell)
        return Need(KINDS[kind], self._names([coach]), **self._placement(last, spell), **days)

    def _ends(self, placement: int) -> dict[str, Any]:
        end = int(self._coded.placements.planned_end[placement])
        return {"days": end - self._basis.on, "on": _date(end)}

    def _unseen(self, spell: int) -> dict[str, Any]:
        spells, standard = self._basis.spells, self._basis.definitions.standard
        since = max(int(self._done[spell]), int(spells.start[spell]))
        age = self._basis.on - spells.start[spell : spell + 1]
        allowed = int(steps_at(spells.kind[spell : spell + 1], age, standard)[0]) + standard.grace
        return {"days": self._basis.on - since, "usual": allowed}

    def _employer(self, kind: int, code: int) -> Need:
        theirs = (self._everything.kind == kind) & (self._everything.row == code)
        key = str(self._coded.world.employers["employer_id"].iloc[code])
        row: Any = self._gaps.state.employers.loc[key]
        facts: Any = self._gaps.facts.loc[key]
        return Need(
            KINDS[kind],
            self._names(self._everything.coach[theirs].tolist()),
            employer_id=key,
            employer=str(row["name"]),
            days=int(np.nan_to_num(facts["silence"])),
            usual=float(np.nan_to_num(facts["usual"])),
            occupied=int(row["occupied"]),
            capacity=int(row["capacity"]),
            contacts=int(facts["contacts"]),
        )

    def _placement(self, row: int, spell: int) -> dict[str, Any]:
        placements, employer = self._coded.world.placements, int(self._coded.placements.employer[row])
        world = self._coded.world.employers
        return {
            "employer_id": "" if employer == NOBODY else str(world["employer_id"].iloc[employer]),
            "employer": "" if employer == NOBODY else str(world["name"].iloc[employer]),
            "client": str(placements["client_id"].iloc[row]),
            "placement_id": str(placements["placement_id"].iloc[row]),
            "placement_kind": str(placements["kind"].iloc[row]),
            "runs": int(self._basis.spells.end[spell]) == NEVER,
        }

    def _names(self, coaches: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._page.name(code) for code in coaches if code != NOBODY)


def _date(day: int) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(days=day)
