"""Rows of the unit's tables as a trace shows them: what they are, whom about, and where they came from."""

from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import NEVER, NOBODY, Codes, Flags, to_dates
from dashboard.domain.vocabulary import OUTCOMES
from dashboard.reports.trace_ground import Found, Ground, Origins

EMPLOYER_COLUMNS = ("employer", "rung", "warmth", "level", "strength", "free", "last_on")
CLIENT_COLUMNS = ("client", "coach", "enrolled_on", "closed_on")
PLACEMENT_COLUMNS = ("placement", "kind", "client", "employer", "coach", "started_on", "ended_on", "outcome")
SPELL_COLUMNS = ("kind", "client", "employer", "coach", "started_on", "ended_on", "outcome", "parts")
FOLLOW_UP_COLUMNS = ("follow_up", "planned_on", "done_on", "client", "employer", "coach", "party")
CONTACT_COLUMNS = ("contacted_on", "contact_kind", "initiator", "employer", "coach", "client")
TIE_COLUMNS = ("employer", "coach", "tie_strength", "first_on", "last_on")


def employers(ground: Ground, keys: Any, *extra: str, amount: str = "") -> Found:
    """Employers, by keys or by a flag for each employer of the state."""
    frame = ground.state.employers.loc[keys]
    rows = frame[["rung", "warmth", "level", "strength", "free", "last_on", *extra]].reset_index()
    rows = rows.assign(employer=frame["name"].array, origins=origins("employers", frame.index))
    return Found((*EMPLOYER_COLUMNS, *extra), rows, amount=amount)


def clients(ground: Ground, wanted: Flags) -> Found:
    """Clients, by a flag for each client of the world."""
    rows = np.flatnonzero(wanted & ground.sees)
    frame = ground.scope.coded.world.clients.take(rows)
    closed = frame["closed_on"].mask(frame["closed_on"] > pd.Timestamp(ground.scope.date))
    return Found(
        CLIENT_COLUMNS,
        pd.DataFrame(
            {
                "client": frame["client_id"].array,
                "coach": coach_names(ground, ground.scope.coded.clients.coach[rows]),
                "enrolled_on": frame["enrolled_on"].array,
                "closed_on": closed.array,
                "origins": origins("clients", frame["client_id"]),
            }
        ),
        hidden=int(wanted.sum()) - len(rows),
    )


def placements(ground: Ground, wanted: Flags) -> Found:
    """Placements, by a flag for each row of the world."""
    coded = ground.scope.coded.placements
    rows = np.flatnonzero(wanted & ground.sees[coded.client])
    frame = ground.scope.coded.world.placements.take(rows)
    ends = ground.basis.ends[rows]
    outcome = frame["outcome"].mask(ends == NEVER)
    return Found(
        PLACEMENT_COLUMNS,
        pd.DataFrame(
            {
                "placement": frame["placement_id"].array,
                "kind": frame["kind"].array,
                "client": frame["client_id"].array,
                **employer_cells(ground, coded.employer[rows]),
                "coach": coach_names(ground, coded.coach[rows]),
                "started_on": frame["started_on"].array,
                "ended_on": to_dates(ends),
                "outcome": outcome.array,
                "origins": origins("placements", frame["placement_id"]),
            }
        ),
        hidden=int(wanted.sum()) - len(rows),
    )


def spells(ground: Ground, wanted: Flags) -> Found:
    """Spells (an extended trial or renewed employment is one), by a flag for each spell of the basis."""
    joined, world = ground.basis.spells, ground.scope.coded.world
    rows = np.flatnonzero(wanted & ground.sees[joined.client])
    last = joined.last_row[rows]
    parts = rows_of_spells(ground, rows)
    return Found(
        SPELL_COLUMNS,
        pd.DataFrame(
            {
                "kind": world.placements["kind"].array.take(last),
                "client": world.clients["client_id"].array.take(joined.client[rows]),
                **employer_cells(ground, joined.employer[rows]),
                "coach": coach_names(ground, ground.scope.coded.placements.coach[last]),
                "started_on": to_dates(joined.start[rows]),
                "ended_on": to_dates(joined.end[rows]),
                "outcome": np.array([*OUTCOMES, None], dtype=object)[joined.outcome[rows]],
                "parts": [len(part) for part in parts],
                "origins": parts,
            }
        ),
        hidden=int(wanted.sum()) - len(rows),
    )


def follow_ups(ground: Ground, wanted: Flags) -> Found:
    """Follow-ups, by a flag for each row of the world."""
    coded, placed = ground.scope.coded.follow_ups, ground.scope.coded.placements
    rows = np.flatnonzero(wanted & ground.sees[placed.client[coded.placement]])
    world = ground.scope.coded.world
    frame = world.follow_ups.take(rows)
    done = frame["done_on"].mask(frame["done_on"] > pd.Timestamp(ground.scope.date))
    placement = coded.placement[rows]
    return Found(
        FOLLOW_UP_COLUMNS,
        pd.DataFrame(
            {
                "follow_up": frame["follow_up_id"].array,
                "planned_on": frame["planned_on"].array,
                "done_on": done.array,
                "client": world.placements["client_id"].array.take(placement),
                **employer_cells(ground, placed.employer[placement]),
                "coach": coach_names(ground, coded.coach[rows]),
                "party": frame["party"].array,
                "origins": origins("follow_ups", frame["follow_up_id"]),
            }
        ),
        hidden=int(wanted.sum()) - len(rows),
    )


def contacts(ground: Ground, wanted: Flags) -> Found:
    """Contacts, by a flag for each row of the world. All are told; whom they were about, only to some."""
    coded = ground.scope.coded.contacts
    rows = np.flatnonzero(wanted)
    frame = ground.scope.coded.world.contacts.take(rows)
    told = (coded.client[rows] == NOBODY) | ground.sees[coded.client[rows]]
    return Found(
        CONTACT_COLUMNS,
        pd.DataFrame(
            {
                "contacted_on": frame["contacted_on"].array,
                "contact_kind": frame["kind"].array,
                "initiator": frame["initiated_by"].array,
                **employer_cells(ground, coded.employer[rows]),
                "coach": coach_names(ground, coded.coach[rows]),
                "client": frame["client_id"].where(told).array,
                "origins": origins("contacts", frame["contact_id"], told),
            }
        ),
    )


def ties(ground: Ground, frame: pd.DataFrame, *extra: str) -> Found:
    """Ties, as rows of the state's frame; they are made from many rows and have no source of their own."""
    names = ground.state.employers["name"].reindex(frame["employer_id"])
    rows = frame[["employer_id", "strength", "first_on", "last_on", *extra]].reset_index(drop=True)
    rows = rows.rename(columns={"strength": "tie_strength"})
    coach = ground.state.coaches["name"].reindex(frame["coach_id"])
    return Found((*TIE_COLUMNS, *extra), rows.assign(employer=names.array, coach=coach.array))


def coaches(ground: Ground, keys: Any) -> Found:
    """Coaches, by keys."""
    frame = ground.state.coaches.loc[keys]
    rows = frame[["caseload", "active_ties"]].reset_index(drop=True)
    rows = rows.assign(coach=frame["name"].array, origins=origins("coaches", frame.index))
    return Found(("coach", "caseload", "active_ties"), rows)


def rows_of_spells(ground: Ground, spells_shown: Codes) -> list[Origins]:
    """The placements that each of some spells is made of; a spell may stand there several times."""
    shown, back = np.unique(spells_shown, return_inverse=True)
    of_row = ground.basis.spells.of_row
    place = np.full(len(ground.basis.spells.start) + 1, NOBODY)
    place[shown] = np.arange(len(shown))
    keys = ground.scope.coded.world.placements["placement_id"].array
    found: list[list[tuple[str, str]]] = [[] for _spell in shown]
    rows = np.flatnonzero(of_row != NOBODY)
    for row in rows[place[of_row[rows]] != NOBODY]:
        found[place[of_row[row]]].append(("placements", str(keys[row])))
    return [tuple(found[spell]) for spell in back]


def employer_cells(ground: Ground, codes: Codes) -> dict[str, Any]:
    """Name and key of employers; empty without one, as for studies."""
    frame = ground.scope.coded.world.employers
    return {
        "employer": frame["name"].array.take(codes, allow_fill=True),
        "employer_id": frame["employer_id"].array.take(codes, allow_fill=True),
    }


def coach_names(ground: Ground, codes: Codes) -> Any:
    """Names of coaches; none where there is no coach."""
    return ground.scope.coded.world.coaches["name"].array.take(codes, allow_fill=True)


def origins(table: str, keys: Any, told: Any = None) -> list[Origins]:
    """The row of a table that each row was made from; none where it may not be told."""
    shown = [True] * len(keys) if told is None else told
    return [((table, str(key)),) if may else () for key, may in zip(keys, shown, strict=True)]
