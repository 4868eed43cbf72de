"""The unit's tables as integers: the form in which analysis counts.

A key's code is its row in its table (tables are sorted by key, so order by code is order by key); a day is
its number since 1970. Made once per data version; what depends on a day or a selection comes later.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.vocabulary import OUTCOMES, PLACEMENT_KINDS, TASTING_KINDS, TRIAL_KINDS
from dashboard.domain.world import World

Codes = NDArray[np.int64]
Days = NDArray[np.int64]
Flags = NDArray[np.bool_]

NOBODY = -1
"""The code of a reference that is empty."""
NEVER = 10**9
"""The day of what has not happened: after every day."""
ALWAYS = -(10**9)
"""The day of what has no known beginning: before every day."""

KINDS = ("phone", "email", "event", "follow_up", "meeting", "visit", "workplace_analysis", *PLACEMENT_KINDS)
"""What an interaction or a placement can be; its code is the place in this list."""
STUDIES = KINDS.index("studies")
EMPLOYMENT = KINDS.index("employment")
STUDY_VISIT = KINDS.index("study_visit")
JOB_TASTING = KINDS.index("job_tasting")
FOLLOW_UP = KINDS.index("follow_up")
MAILINGS = tuple(KINDS.index(kind) for kind in ("email", "event"))
TRIALS = tuple(KINDS.index(kind) for kind in TRIAL_KINDS)
TASTINGS = tuple(KINDS.index(kind) for kind in TASTING_KINDS)
EXTENDED = OUTCOMES.index("extended")


@dataclass(frozen=True, slots=True, eq=False)
class Coaches:
    """One row a coach."""

    unit: Codes
    start: Days
    end: Days
    fte: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Employers:
    """One row an employer."""

    registered: Days
    active: Flags
    capacity: Codes


@dataclass(frozen=True, slots=True, eq=False)
class Clients:
    """One row a client; `enrolled` is NEVER for one who still waits."""

    unit: Codes
    coach: Codes
    enrolled: Days
    closed: Days


@dataclass(frozen=True, slots=True, eq=False)
class Contacts:
    """One row a contact."""

    employer: Codes
    coach: Codes
    day: Days
    kind: Codes
    by_unit: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Placements:
    """One row a placement; `end` is the stated one, NEVER without; `outcome` NOBODY without."""

    client: Codes
    employer: Codes
    coach: Codes
    kind: Codes
    start: Days
    end: Days
    outcome: Codes


@dataclass(frozen=True, slots=True, eq=False)
class FollowUps:
    """One row a follow-up; `meets_employer` when it was with the employer too."""

    placement: Codes
    coach: Codes
    planned: Days
    done: Days
    cancelled: Flags
    meets_employer: Flags


@dataclass(frozen=True, slots=True, eq=False)
class CodedWorld:
    """The tables that analysis counts in, as arrays, with the frames they came from."""

    world: World
    coaches: Coaches
    employers: Employers
    clients: Clients
    contacts: Contacts
    placements: Placements
    follow_ups: FollowUps


def encode(world: World) -> CodedWorld:
    """The world's tables as integers.

    Args:
        world: frames sorted by key, as `read_world` gives them.
    """
    units = pd.Index(world.units["unit_id"])
    coaches = pd.Index(world.coaches["coach_id"])
    employers = pd.Index(world.employers["employer_id"])
    clients = pd.Index(world.clients["client_id"])
    return CodedWorld(
        world=world,
        coaches=_coaches(world.coaches, units),
        employers=_employers(world.employers),
        clients=_clients(world.clients, units, coaches),
        contacts=_contacts(world.contacts, employers, coaches),
        placements=_placements(world.placements, clients, employers, coaches),
        follow_ups=_follow_ups(world.follow_ups, pd.Index(world.placements["placement_id"]), coaches),
    )


def day_number(day: Any) -> int:
    """The number of a day since 1970."""
    return int(np.datetime64(day, "D").astype(np.int64))


def to_dates(days: Days) -> NDArray[np.datetime64]:
    """Day numbers as dates; NEVER and ALWAYS as NaT."""
    known = np.abs(days) < NEVER
    dates = np.where(known, days, 0).astype("datetime64[D]").astype("datetime64[s]")
    return np.where(known, dates, np.datetime64("NaT", "s"))


def _coaches(frame: pd.DataFrame, units: pd.Index) -> Coaches:
    return Coaches(
        unit=_codes(frame["unit_id"], units),
        start=_days(frame["started_on"], ALWAYS),
        end=_days(frame["ended_on"], NEVER),
        fte=frame["fte"].to_numpy(dtype=np.float64),
    )


def _employers(frame: pd.DataFrame) -> Employers:
    return Employers(
        registered=_days(frame["registered_on"], ALWAYS),
        active=frame["active"].to_numpy(dtype=bool),
        capacity=frame["capacity"].to_numpy(dtype=np.int64),
    )


def _clients(frame: pd.DataFrame, units: pd.Index, coaches: pd.Index) -> Clients:
    return Clients(
        unit=_codes(frame["unit_id"], units),
        coach=_codes(frame["coach_id"], coaches),
        enrolled=_days(frame["enrolled_on"], NEVER),
        closed=_days(frame["closed_on"], NEVER),
    )


def _contacts(frame: pd.DataFrame, employers: pd.Index, coaches: pd.Index) -> Contacts:
    return Contacts(
        employer=_codes(frame["employer_id"], employers),
        coach=_codes(frame["coach_id"], coaches),
        day=_days(frame["contacted_on"], NEVER),
        kind=_codes(frame["kind"], pd.Index(KINDS)),
        by_unit=frame["initiated_by"].to_numpy() == "unit",
    )


def _placements(frame: pd.DataFrame, clients: pd.Index, employers: pd.Index, coaches: pd.Index) -> Placements:
    return Placements(
        client=_codes(frame["client_id"], clients),
        employer=_codes(frame["employer_id"], employers),
        coach=_codes(frame["coach_id"], coaches),
        kind=_codes(frame["kind"], pd.Index(KINDS)),
        start=_days(frame["started_on"], NEVER),
        end=_days(frame["ended_on"], NEVER),
        outcome=_codes(frame["outcome"], pd.Index(OUTCOMES)),
    )


def _follow_ups(frame: pd.DataFrame, placements: pd.Index, coaches: pd.Index) -> FollowUps:
    return FollowUps(
        placement=_codes(frame["placement_id"], placements),
        coach=_codes(frame["coach_id"], coaches),
        planned=_days(frame["planned_on"], NEVER),
        done=_days(frame["done_on"], NEVER),
        cancelled=frame["cancelled"].to_numpy(dtype=bool),
        meets_employer=frame["party"].isin(["employer", "both", "three_party"]).to_numpy(),
    )


def _codes(column: "pd.Series[Any]", keys: pd.Index) -> Codes:
    # Few distinct keys stand in many rows: each is looked up once.
    places, distinct = pd.factorize(column)
    return np.append(keys.get_indexer(pd.Index(distinct)), NOBODY)[places].astype(np.int64)


def _days(column: "pd.Series[Any]", missing: int) -> Days:
    days = column.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), missing, days.astype(np.int64))
