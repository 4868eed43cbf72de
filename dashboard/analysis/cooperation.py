"""Who else is involved around the clients."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.domain.vocabulary import REFERRERS


@dataclass(frozen=True, slots=True)
class Cooperation:
    """MEASURES.md, "Cooperation". None where the table holds nothing: it is not kept.

    Attributes:
        clients: active clients.
        parties_per_client: parties involved on the day, per active client; None without clients.
        several_uncoordinated: active clients with several parties and nobody who coordinates.
        with_re_entries: active clients who were enrolled before under another key.
        by_party: active clients with each party involved.
    """

    clients: int
    parties_per_client: float | None
    several_uncoordinated: int
    with_re_entries: int
    by_party: dict[str, int]


def cooperation(basis: Basis) -> Cooperation | None:
    """What the cooperation table says on the day; None when it is empty."""
    table = basis.scope.coded.world.cooperation
    if table.empty:
        return None
    active = basis.scope.active_client
    ids = basis.scope.coded.world.clients["client_id"]
    rows = table[running(table, basis) & table["client_id"].isin(ids[active]).to_numpy()]
    pairs = rows.drop_duplicates(["client_id", "party"])
    parties = pairs["client_id"].value_counts()
    coordinated = set(rows.loc[rows["role"] == "coordinator", "client_id"])
    several = set(parties.index[parties > 1])
    involved = pairs["party"].value_counts()
    count = int(active.sum())
    return Cooperation(
        clients=count,
        parties_per_client=len(pairs) / count if count else None,
        several_uncoordinated=len(several - coordinated),
        with_re_entries=int((active & basis.scope.coded.clients.returns).sum()),
        by_party={party: int(involved.get(party, 0)) for party in REFERRERS},
    )


def running(table: pd.DataFrame, basis: Basis) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Rows that run on the day: from ≤ on < to."""
    on = np.datetime64(basis.scope.date)
    begun = (table["from_on"] <= on).to_numpy()
    over = (table["to_on"] <= on).to_numpy()
    return begun & ~over
