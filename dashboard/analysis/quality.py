"""What is missing in the stored rows, and what nobody has written down for too long."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Flags
from dashboard.domain.vocabulary import TRIAL_KINDS
from dashboard.domain.world import World

PLAN_PASSED = 14
"""Days past its planned end after which a placement that still runs is odd."""
LEFT_OPEN = 30
"""Days after which a planned follow-up that is neither done nor cancelled is odd."""
SILENT = 180
"""Days without anything written down about a client."""


@dataclass(frozen=True, slots=True, eq=False)
class Lacking:
    """Rows of one table that lack something, among those that should have it.

    Attributes:
        table: which table.
        rows: one flag a row of the table.
        among: one flag a row: those that are looked at.
    """

    table: str
    rows: Flags
    among: Flags

    @property
    def n(self) -> int:
        """How many lack it."""
        return int(self.rows.sum())

    @property
    def of(self) -> int:
        """How many are looked at."""
        return int(self.among.sum())


def lacking(world: World, on: pd.Timestamp) -> Mapping[str, Lacking]:
    """What is missing or stale on a day, by kind; each kind has its definition under `quality.<kind>`."""
    return {**_employers(world), **_clients(world, on), **_placements(world, on), **_follow_ups(world, on)}


def _employers(world: World) -> dict[str, Lacking]:
    frame = world.employers
    active = frame["active"].to_numpy()
    place = frame["position_precision"]
    return {
        "no_position": _among("employers", active, place == "none"),
        "rough_position": _among("employers", active, place == "municipality"),
        "no_occupation": _among("employers", active, frame["occupations"].isna()),
        "no_sni": _among("employers", active, frame["sni_code"].isna()),
    }


def _clients(world: World, on: pd.Timestamp) -> dict[str, Lacking]:
    frame = world.clients
    active = ((frame["enrolled_on"] <= on) & ~(frame["closed_on"] <= on)).to_numpy()
    return {
        "no_coach": _among("clients", active, frame["coach_id"].isna()),
        "no_wish": _among("clients", active, frame["wished_occupations"].isna()),
        "no_postal_code": _among("clients", active, frame["postal_code"].isna()),
        "silent": _among("clients", active, _last_written(world, on) < on - pd.Timedelta(days=SILENT)),
    }


def _last_written(world: World, on: pd.Timestamp) -> "pd.Series[Any]":
    """The latest day that anything is written down about each client, up to the day."""
    if world.clients.empty:
        return world.clients["enrolled_on"]
    placed = world.placements.set_index("placement_id")["client_id"]
    told = [
        world.clients[["client_id", "enrolled_on"]],
        world.contacts[["client_id", "contacted_on"]],
        world.steps[["client_id", "entered_on"]],
        world.placements[["client_id", "started_on"]],
        world.placements[["client_id", "ended_on"]],
        world.follow_ups[["done_on"]].assign(client_id=world.follow_ups["placement_id"].map(placed)),
    ]
    days = pd.concat([part.set_axis(_named(part), axis=1) for part in told if len(part)], ignore_index=True)
    last = days[days["day"] <= on].groupby("client_id")["day"].max()
    return world.clients["client_id"].map(last)


def _named(part: pd.DataFrame) -> list[str]:
    return ["client_id" if name == "client_id" else "day" for name in part.columns]


def _placements(world: World, on: pd.Timestamp) -> dict[str, Lacking]:
    frame = world.placements
    begun = frame["started_on"] <= on
    ended = frame["ended_on"] <= on
    trial = frame["kind"].isin(TRIAL_KINDS)
    work = begun & (frame["kind"] != "studies")
    runs = begun & ~ended
    late = frame["planned_end_on"] < on - pd.Timedelta(days=PLAN_PASSED)
    return {
        "no_outcome": _among("placements", begun & ended & trial, frame["outcome"].isna()),
        "no_trade": _among("placements", work, frame["occupation"].isna()),
        "no_contract": _among(
            "placements", begun & (frame["kind"] == "employment"), frame["contract"].isna()
        ),
        "past_plan": _among("placements", runs & frame["planned_end_on"].notna(), late),
    }


def _follow_ups(world: World, on: pd.Timestamp) -> dict[str, Lacking]:
    frame = world.follow_ups
    due = (frame["planned_on"] <= on).to_numpy()
    waits = frame["done_on"].isna() & ~frame["cancelled"]
    old = frame["planned_on"] < on - pd.Timedelta(days=LEFT_OPEN)
    return {"left_open": _among("follow_ups", due, waits & old)}


def _among(table: str, among: Any, lacks: Any) -> Lacking:
    looked_at = np.asarray(among, dtype=bool)
    return Lacking(table, looked_at & np.asarray(lacks, dtype=bool), looked_at)
