"""Placements nobody has looked at, those where a party was not met, and the three-party meetings ahead."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.analysis.coded import ALWAYS, NOBODY, Codes, Flags, to_dates
from dashboard.analysis.intervals import Share
from dashboard.analysis.open_follow_ups import three_party_ahead
from dashboard.analysis.standard import last_done, steps_at
from dashboard.analysis.unseen import parties_reached, unseen
from dashboard.reports.follow_ground import FollowGround, in_sector
from dashboard.reports.trace_ground import Ground

NEXT_MEETINGS = 14
"""Days within which a meeting is near."""


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """A placement as the lists show it.

    Attributes:
        client: the client's key.
        employer_id: the employer's key; empty for studies.
        employer: its name.
        kind: the kind of placement.
        coach: the name of its coach; empty without one.
        started_on: when its spell began.
        seen_on: when somebody last followed it up; None for never.
        days: days since then, or since the start.
        allowed: how many days the standard allows, with what it gives to spare.
        missing: the party that was not met: "client", "employer", "both"; empty elsewhere.
    """

    client: str
    employer_id: str
    employer: str
    kind: str
    coach: str
    started_on: dt.date
    seen_on: dt.date | None
    days: int
    allowed: int
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A three-party meeting ahead."""

    on: dt.date
    days: int
    client: str
    employer_id: str
    employer: str
    coach: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """The placements nobody has looked at, the longest first; `of` is how many there are in all."""

    rows: tuple[PlacementRow, ...]
    hidden: int
    of: int


@dataclass(frozen=True, slots=True)
class BothMet:
    """How often both parties were met, and where they were not."""

    share: Share
    rows: tuple[PlacementRow, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Meetings:
    """The three-party meetings ahead, the next first."""

    rows: tuple[Meeting, ...]
    hidden: int

    @property
    def total(self) -> int:
        """All of them, those that may not be seen too."""
        return len(self.rows) + self.hidden

    @property
    def near(self) -> int:
        """How many of those shown are within two weeks."""
        return sum(row.days <= NEXT_MEETINGS for row in self.rows)


def unseen_placements(page: FollowGround) -> Unseen:
    """The running placements whose last follow-up is too long ago, as far as the person may see them."""
    basis = page.ground.basis
    flags = unseen(basis) & _wanted_spells(page)
    rows = sorted(_rows(page, flags), key=lambda row: (row.allowed - row.days, row.client))
    return Unseen(tuple(rows), int(flags.sum()) - len(rows), int(flags.sum()))


def both_met(page: FollowGround) -> BothMet:
    """The share of placements in which both were met, and the others one by one."""
    found, wanted = parties_reached(page.ground.basis), _wanted_spells(page)
    left = found.counted & ~found.both & wanted
    missing = np.where(found.client, "employer", np.where(found.employer, "client", "both"))
    rows = sorted(_rows(page, left, missing), key=lambda row: (row.missing != "both", -row.days, row.client))
    share = Share(int((found.both & wanted).sum()), int((found.counted & wanted).sum()))
    return BothMet(share, tuple(rows), int(left.sum()) - len(rows))


def meetings_ahead(page: FollowGround) -> Meetings:
    """The three-party meetings planned on the day or later."""
    ground = page.ground
    coded, world = ground.scope.coded, ground.scope.coded.world
    rows = np.flatnonzero(three_party_ahead(ground.basis) & _wanted_follow_ups(page))
    seen = rows[ground.sees[coded.placements.client[coded.follow_ups.placement[rows]]]]
    seen = seen[np.lexsort((seen, coded.follow_ups.planned[seen]))]
    placement = coded.follow_ups.placement[seen]
    names = _names(ground, coded.placements.employer[placement], coded.follow_ups.coach[seen])
    days = coded.follow_ups.planned[seen]
    told = zip(to_dates(days), days - ground.basis.on, placement, *names, strict=True)
    return Meetings(
        tuple(
            Meeting(
                when.astype(object).date(), int(ahead), str(world.placements["client_id"].iloc[row]), *rest
            )
            for when, ahead, row, *rest in told
        ),
        len(rows) - len(seen),
    )


def _wanted_spells(page: FollowGround) -> Flags:
    """The spells that the filters of coach, sector and kind leave."""
    ground, spells = page.ground, page.ground.basis.spells
    coach = ground.scope.coded.placements.coach[spells.last_row]
    wanted = in_sector(ground)[spells.employer] & _of_coach(page, coach)
    return wanted & _of_kind(page, spells.last_row)


def _wanted_follow_ups(page: FollowGround) -> Flags:
    coded = page.ground.scope.coded
    placement = coded.follow_ups.placement
    wanted = in_sector(page.ground)[coded.placements.employer[placement]]
    return wanted & _of_coach(page, coded.follow_ups.coach) & _of_kind(page, placement)


def _of_coach(page: FollowGround, coach: Codes) -> Flags:
    if page.page.coach is None:
        return np.ones(len(coach), dtype=bool)
    ids = np.append(page.coach_ids.to_numpy() == page.page.coach, False)
    return np.asarray(ids[coach], dtype=bool)


def _of_kind(page: FollowGround, placement: Codes) -> Flags:
    if page.page.kind is None:
        return np.ones(len(placement), dtype=bool)
    kinds = page.ground.scope.coded.world.placements["kind"].array.take(placement)
    return np.asarray(kinds == page.page.kind, dtype=bool)


def _names(ground: Ground, employer: Codes, coach: Codes) -> tuple[list[str], list[str], list[str]]:
    """Key and name of employers, and names of coaches; empty where there is none."""
    world = ground.scope.coded.world
    columns = (
        (world.employers["employer_id"], employer),
        (world.employers["name"], employer),
        (world.coaches["name"], coach),
    )
    keys, names, coaches = (
        ["" if code == NOBODY else str(column.iloc[code]) for code in codes] for column, codes in columns
    )
    return keys, names, coaches


def _rows(page: FollowGround, wanted: Flags, missing: Any = None) -> list[PlacementRow]:
    """The spells that the person may see of some."""
    basis, world = page.ground.basis, page.ground.scope.coded.world
    spells, standard = basis.spells, basis.definitions.standard
    rows = np.flatnonzero(wanted & page.ground.sees[spells.client])
    last = spells.last_row[rows]
    done = last_done(basis)[rows]
    since = np.where(done > ALWAYS, done, spells.start[rows])
    allowed = steps_at(spells.kind[rows], basis.on - spells.start[rows], standard) + standard.grace
    names = _names(page.ground, spells.employer[rows], page.ground.scope.coded.placements.coach[last])
    return [
        PlacementRow(
            client=str(world.clients["client_id"].iloc[spells.client[spell]]),
            employer_id=key,
            employer=name,
            kind=str(world.placements["kind"].iloc[row]),
            coach=coach,
            started_on=_date(spells.start[spell]),
            seen_on=_date(last_seen) if last_seen > ALWAYS else None,
            days=int(basis.on - latest),
            allowed=int(most),
            missing="" if missing is None else str(missing[spell]),
        )
        for spell, row, last_seen, latest, most, key, name, coach in zip(
            rows, last, done, since, allowed, *names, strict=True
        )
    ]


def _date(day: int) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(days=int(day))
