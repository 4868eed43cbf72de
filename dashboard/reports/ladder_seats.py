"""Which seat each employer has on its rung of the drawn ladder: given once, stored, and never changed.

A seat is a number; the picture makes a column of it. An employer that climbs takes its seat along, and one
that is added gets the next number, so nobody else moves.
"""

import threading
from collections.abc import Iterable

import pandas as pd

from dashboard.reports.access import Access, Snapshot, Store

GRAPH = "ladder"
"""The name under which the seats are stored."""
SEATED_AT_ONCE = 1_500


class Seats:
    """The seats of one data version. Threads share it.

    Args:
        store: where seats are kept.
        employers: the table of employers; who has been known longest is seated first.
    """

    def __init__(self, store: Store, employers: pd.DataFrame) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._seats = _stored(store)
        longest = employers.sort_values(["registered_on", "employer_id"], kind="stable", na_position="last")
        self._turn = {str(key): turn for turn, key in enumerate(longest["employer_id"])}
        self._seat(list(self._turn)[:SEATED_AT_ONCE])

    def order(self, employers: Iterable[str]) -> dict[str, int]:
        """The employers' places among each other, from 0, by their seats."""
        wanted = list(employers)
        with self._lock:
            self._seat(wanted)
            seated = sorted(wanted, key=lambda key: (self._seats.get(key, 0), key))
        return {key: place for place, key in enumerate(seated)}

    def _seat(self, employers: Iterable[str]) -> None:
        """Give the next seats to those who have none, and keep them."""
        new = [key for key in employers if key not in self._seats and key in self._turn]
        if not new:
            return
        new.sort(key=self._turn.__getitem__)
        free = max(self._seats.values(), default=-1) + 1
        self._store.keep_positions(GRAPH, {key: (float(free + at), 0.0) for at, key in enumerate(new)})
        # Another process may have seated the same ones first: what is stored is what counts.
        self._seats = _stored(self._store)


def ladder_seats(access: Access) -> Seats:
    """The seats of the data as it is now."""

    def make(snapshot: Snapshot) -> Seats:
        return Seats(access.store, snapshot.world.employers)

    return access.cached("ladder_seats", make)


def _stored(store: Store) -> dict[str, int]:
    return {node: int(seat) for node, (seat, _none) in store.positions(GRAPH).items()}
