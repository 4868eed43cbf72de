"""The unit's tables as integers: the form in which analysis counts.

A key's code is its row in its table (tables are sorted by key, so order by code is order by key); a day is
its number since 1970. Made once per data version; what depends on a day or a selection comes later.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.coded_tables import (
    ALWAYS,
    EMPLOYMENT,
    EXTENDED,
    FOLLOW_UP,
    JOB_TASTING,
    KINDS,
    MAILINGS,
    NEVER,
    NOBODY,
    STUDIES,
    STUDY_VISIT,
    TASTINGS,
    TRIALS,
    Clients,
    Coaches,
    Codes,
    Contacts,
    Days,
    Employers,
    Flags,
    FollowUps,
    Placements,
    Steps,
)
from dashboard.domain.vocabulary import (
    CONTRACTS,
    GENDERS,
    MODES,
    OUTCOMES,
    REFERRERS,
    SUBSIDIES,
)
from dashboard.domain.world import World

__all__ = [
    "ALWAYS",
    "EMPLOYMENT",
    "EXTENDED",
    "FOLLOW_UP",
    "JOB_TASTING",
    "KINDS",
    "MAILINGS",
    "NEVER",
    "NOBODY",
    "STUDIES",
    "STUDY_VISIT",
    "TASTINGS",
    "TRIALS",
    "Clients",
    "Coaches",
    "CodedWorld",
    "Codes",
    "Contacts",
    "Days",
    "Employers",
    "Flags",
    "FollowUps",
    "Placements",
    "Steps",
    "day_number",
    "encode",
    "to_dates",
]


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
    steps: Steps


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
        contacts=_contacts(world.contacts, employers, coaches, clients),
        placements=_placements(world.placements, clients, employers, coaches),
        follow_ups=_follow_ups(world.follow_ups, pd.Index(world.placements["placement_id"]), coaches),
        steps=_steps(world.steps, clients),
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
        applied=_days(frame["applied_on"], NEVER),
        enrolled=_days(frame["enrolled_on"], NEVER),
        closed=_days(frame["closed_on"], NEVER),
        gender=_codes(frame["gender"], pd.Index(GENDERS)),
        referrer=_codes(frame["referrer"], pd.Index(REFERRERS)),
        returns=frame["earlier_client_id"].notna().to_numpy(),
    )


def _contacts(frame: pd.DataFrame, employers: pd.Index, coaches: pd.Index, clients: pd.Index) -> Contacts:
    return Contacts(
        employer=_codes(frame["employer_id"], employers),
        coach=_codes(frame["coach_id"], coaches),
        client=_codes(frame["client_id"], clients),
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
        planned_end=_days(frame["planned_end_on"], NEVER),
        end=_days(frame["ended_on"], NEVER),
        outcome=_codes(frame["outcome"], pd.Index(OUTCOMES)),
        contract=_codes(frame["contract"], pd.Index(CONTRACTS)),
        subsidy=_codes(frame["subsidy"], pd.Index(SUBSIDIES)),
    )


def _follow_ups(frame: pd.DataFrame, placements: pd.Index, coaches: pd.Index) -> FollowUps:
    return FollowUps(
        placement=_codes(frame["placement_id"], placements),
        coach=_codes(frame["coach_id"], coaches),
        planned=_days(frame["planned_on"], NEVER),
        done=_days(frame["done_on"], NEVER),
        cancelled=frame["cancelled"].to_numpy(dtype=bool),
        meets_client=frame["party"].isin(["client", "both", "three_party"]).to_numpy(),
        meets_employer=frame["party"].isin(["employer", "both", "three_party"]).to_numpy(),
        judged=frame["assessment"].notna().to_numpy(dtype=bool),
        at_risk=(frame["assessment"] == "at_risk").to_numpy(dtype=bool),
        mode=_codes(frame["mode"], pd.Index(MODES)),
        minutes=frame["minutes"].to_numpy(dtype=np.float64),
    )


def _steps(frame: pd.DataFrame, clients: pd.Index) -> Steps:
    return Steps(
        client=_codes(frame["client_id"], clients),
        step=frame["step"].to_numpy(dtype=np.int64),
        day=_days(frame["entered_on"], NEVER),
    )


def _codes(column: "pd.Series[Any]", keys: pd.Index) -> Codes:
    # Few distinct keys stand in many rows: each is looked up once.
    places, distinct = pd.factorize(column)
    return np.append(keys.get_indexer(pd.Index(distinct)), NOBODY)[places].astype(np.int64)


def _days(column: "pd.Series[Any]", missing: int) -> Days:
    days = column.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), missing, days.astype(np.int64))
