"""The networks behind the ties: through clients, from stone to job, between coaches, and from who sends.

MEASURES.md, "Network": G3, G4 (stepping stones), G5 and G6. The rest of G4, what is alike, stands in
`likeness`.
"""

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, triu

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, STUDIES, Codes, Flags
from dashboard.analysis.links import Links, Node, distinct, gathered
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.stepping_stones import stepping_stones
from dashboard.domain.vocabulary import REFERRERS


def client_links(basis: Basis) -> Links:
    """G3: active clients, each tied to her coach, and to where she is or was placed in the window of a tie.

    Every link weighs 1: it is there or not. For staff only: its nodes are clients.
    """
    scope, rows = basis.scope, basis.scope.coded.placements
    coach = scope.coded.clients.coach
    cared_for = np.flatnonzero(scope.active_client & np.append(scope.works, False)[coach])
    placed = _recently_placed(basis) & scope.active_client[rows.client]
    clients, employers = distinct(rows.client[placed], rows.employer[placed])
    coaches, all_clients = len(scope.has_coach), len(scope.has_client)
    nodes = [
        *_nodes("coach", scope.coded.world.coaches["coach_id"]),
        *_nodes("client", scope.coded.world.clients["client_id"]),
        *_nodes("employer", scope.coded.world.employers["employer_id"]),
    ]
    return gathered(
        nodes,
        np.concatenate([coach[cared_for], coaches + clients]),
        np.concatenate([coaches + cared_for, coaches + all_clients + employers]),
    )


def way_links(basis: Basis) -> Links:
    """G4, stepping stones: from where a client was to where she was then employed; weighs the clients."""
    found = stepping_stones(basis)
    nodes = _nodes("employer", basis.scope.coded.world.employers["employer_id"])
    return gathered(nodes, found.stone, found.employer, directed=True)


def coach_links(state: EmployerState) -> Links:
    """G5: coaches who both have an active tie with an employer; weighs the employers they share."""
    edges = state.active_ties
    coach, coaches = pd.factorize(edges["coach_id"], sort=True)
    employer, employers = pd.factorize(edges["employer_id"])
    knows = csr_array((np.ones(len(edges)), (coach, employer)), shape=(len(coaches), len(employers)))
    shared = triu(knows @ knows.T, k=1).tocoo()
    start, end = (np.asarray(side, dtype=np.int64) for side in (shared.row, shared.col))
    return gathered(_nodes("coach", coaches), start, end, shared.data)


def referrer_links(basis: Basis) -> Links:
    """G6: who sends clients to a unit, who works with it around them, and where it places them.

    Weighs the different clients, of those enrolled and not closed on some day in the window of a tie. Parties
    are there when the cooperation table is kept.
    """
    scope = basis.scope
    clients, since = scope.coded.clients, basis.on - basis.definitions.tie_window
    there = scope.has_client & (clients.enrolled <= basis.on) & (clients.closed > since)
    there &= clients.unit != NOBODY
    units = len(scope.coded.world.units)
    sends = np.flatnonzero(there & (clients.referrer != NOBODY))
    who, party = _parties(basis, there, since)
    rows = scope.coded.placements
    placed = _recently_placed(basis) & there[rows.client]
    client, employer = distinct(rows.client[placed], rows.employer[placed])
    kinds = len(REFERRERS)
    nodes = [
        *_nodes("referrer", REFERRERS),
        *_nodes("party", REFERRERS),
        *_nodes("unit", scope.coded.world.units["unit_id"]),
        *_nodes("employer", scope.coded.world.employers["employer_id"]),
    ]
    unit = 2 * kinds + clients.unit
    return gathered(
        nodes,
        np.concatenate([clients.referrer[sends], kinds + party, unit[client]]),
        np.concatenate([unit[sends], unit[who], 2 * kinds + units + employer]),
    )


def _nodes(kind: str, keys: "pd.Series[str] | pd.Index[str] | tuple[str, ...]") -> list[Node]:
    return [(kind, str(key)) for key in keys]


def _recently_placed(basis: Basis) -> Flags:
    """The selection's placements, studies aside, that run or ended in the window of a tie."""
    rows = basis.scope.coded.placements
    recent = basis.ends > basis.on - basis.definitions.tie_window
    placed: Flags = basis.scope.has_placement & (rows.kind != STUDIES) & (rows.employer != NOBODY) & recent
    return placed


def _parties(basis: Basis, there: Flags, since: int) -> tuple[Codes, Codes]:
    """Clients of `there` and the parties that were involved around each since a day."""
    table = basis.scope.coded.world.cooperation
    first = table["from_on"].to_numpy().astype("datetime64[D]").astype(np.int64)
    ended = table["to_on"].to_numpy().astype("datetime64[D]")
    over = ~np.isnat(ended) & (ended.astype(np.int64) <= since)
    client = pd.Index(basis.scope.coded.world.clients["client_id"]).get_indexer(pd.Index(table["client_id"]))
    party = pd.Index(REFERRERS).get_indexer(pd.Index(table["party"]))
    kept = (first <= basis.on) & ~over & np.append(there, False)[client] & (party >= 0)
    found = distinct(client[kept].astype(np.int64), party[kept].astype(np.int64))
    return found[0], found[1]
