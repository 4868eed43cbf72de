"""The rows behind figures that are made of interactions, and of one tie's."""

import numpy as np
import pandas as pd

from dashboard.analysis.coded import KINDS, NOBODY, Flags, to_dates
from dashboard.analysis.interactions import Interactions, interactions
from dashboard.analysis.ties import aged_weights
from dashboard.reports.trace_flags import interaction_rows
from dashboard.reports.trace_ground import Found, Ground, Origins

INTERACTION_COLUMNS = ("happened_on", "interaction", "coach", "client")


def tie_table(ground: Ground, coach_id: str) -> Found:
    """All between one coach and the employer of the address; what they weigh sums to the tie's strength."""
    rows = interactions(ground.scope)
    coach = int(np.flatnonzero(ground.scope.coded.world.coaches["coach_id"] == coach_id)[0])
    theirs = (rows.employer == ground.employer) & (rows.coach == coach)
    return interaction_table(ground, rows, np.asarray(theirs, dtype=bool), weighed=True)


def interaction_table(ground: Ground, rows: Interactions, wanted: Flags, *, weighed: bool = False) -> Found:
    """Interactions, newest first. All are told, as on the employer's page; whom they were about, to some.

    Args:
        ground: whose selection and day.
        rows: the interactions of the selection.
        wanted: one flag for each.
        weighed: whether what each weighs in its tie stands beside it.
    """
    parts = interaction_rows(ground.scope)
    tables_of = np.repeat([name for name, _rows in parts], [len(part) for _name, part in parts])
    places = np.concatenate([part for _name, part in parts])
    chosen = np.flatnonzero(wanted)
    chosen = chosen[np.argsort(-rows.day[chosen], kind="stable")]
    people = [_about(ground, str(tables_of[row]), int(places[row])) for row in chosen]
    coaches = ground.scope.coded.world.coaches["name"]
    aged = aged_weights(rows, ground.basis.on, ground.basis.definitions)[chosen]
    weights = {"weight": rows.weight[chosen], "weighs": aged} if weighed else {}
    return Found(
        (*INTERACTION_COLUMNS, *weights),
        pd.DataFrame(
            {
                "happened_on": to_dates(rows.day[chosen]),
                "interaction": np.array(KINDS, dtype=object)[rows.kind[chosen]],
                "coach": coaches.array.take(rows.coach[chosen], allow_fill=True),
                "client": [client for client, _origins in people],
                **weights,
                "origins": [origins for _client, origins in people],
            }
        ),
        amount="weighs" if weighed else "",
    )


def _about(ground: Ground, table: str, row: int) -> tuple[str | None, Origins]:
    """The client that an interaction was about, and the row it is, where the person may know."""
    coded, world = ground.scope.coded, ground.scope.coded.world
    placement = int(coded.follow_ups.placement[row]) if table == "follow_ups" else row
    client = int(coded.contacts.client[row] if table == "contacts" else coded.placements.client[placement])
    key = {"contacts": "contact_id", "placements": "placement_id", "follow_ups": "follow_up_id"}[table]
    origin = (table, str(getattr(world, table)[key].iloc[row]))
    if client == NOBODY:
        return None, (origin,)
    if not ground.sees[client]:
        return None, ()
    return str(world.clients["client_id"].iloc[client]), (origin,)
