"""Where employers and coaches are drawn: worked out once, stored, and never moved.

Places do not depend on the question, the selection or the day: they follow from everything that ever tied a
coach to an employer. Of very many employers the weightiest are placed at once, the others when they are first
shown.
"""

import threading
from collections.abc import Iterable

import pandas as pd

from dashboard.analysis.layout import Layout, Point, Tie, stable_layout
from dashboard.domain.world import World
from dashboard.reports.access import Access, Snapshot, Store

GRAPH = "network"
"""The name under which the places are stored."""
PLACED_AT_ONCE = 1_500
COACH, EMPLOYER = "coach:", "employer:"
_WITH_EMPLOYER = ("employer", "both", "three_party")


class Places:
    """The places of one data version. Threads share it.

    Args:
        store: where places are kept.
        ties: every pair of coach and employer that ever met: `coach_id`, `employer_id`, `weight`.
    """

    def __init__(self, store: Store, ties: pd.DataFrame) -> None:
        self._store = store
        self._ties = ties
        self._lock = threading.Lock()
        self._layout = _decoded(store)
        weightiest = ties.groupby("employer_id")["weight"].sum().sort_values(ascending=False, kind="stable")
        self._place(weightiest.index[:PLACED_AT_ONCE])

    def of(self, employers: Iterable[str]) -> Layout:
        """The layout, with a place for each of the employers that ever had a tie."""
        with self._lock:
            self._place(employers)
            return self._layout

    def _place(self, employers: Iterable[str]) -> None:
        """Give a place to those that have none, and keep it."""
        new = [employer for employer in employers if employer not in self._layout.employers]
        rows = self._ties[self._ties["employer_id"].isin(new)] if new else self._ties.iloc[:0]
        if rows.empty:
            return
        pairs = zip(rows["coach_id"], rows["employer_id"], rows["weight"], strict=True)
        grown = stable_layout([Tie(*pair) for pair in pairs], self._layout)
        self._store.keep_positions(GRAPH, _encoded(grown, self._layout))
        # Another process may have placed the same ones first: what is stored is what counts.
        self._layout = _decoded(self._store)


def network_places(access: Access) -> Places:
    """The places of the data as it is now."""

    def make(snapshot: Snapshot) -> Places:
        return Places(access.store, ties_ever(snapshot.world))

    return access.lasting("network_places", make)


def ties_ever(world: World) -> pd.DataFrame:
    """Every pair of coach and employer in the records, and how often it stands there.

    Returns:
        `coach_id`, `employer_id`, `weight`, by coach and employer.
    """
    placements = world.placements[world.placements["kind"] != "studies"]
    at = placements.set_index("placement_id")["employer_id"]
    met = world.follow_ups[world.follow_ups["party"].isin(_WITH_EMPLOYER)]
    pair = ["coach_id", "employer_id"]
    rows = pd.concat(
        [
            world.contacts[pair],
            placements[pair],
            met[["coach_id"]].assign(employer_id=met["placement_id"].map(at)),
        ]
    ).dropna()
    counted = rows.groupby(pair, sort=True).size()
    return counted.rename("weight").astype("float64").reset_index()


def _decoded(store: Store) -> Layout:
    coaches: dict[str, Point] = {}
    employers: dict[str, Point] = {}
    for node, (x, y) in store.positions(GRAPH).items():
        if node.startswith(COACH):
            coaches[node.removeprefix(COACH)] = Point(x, y)
        elif node.startswith(EMPLOYER):
            employers[node.removeprefix(EMPLOYER)] = Point(x, y)
    return Layout(coaches, employers)


def _encoded(layout: Layout, known: Layout) -> dict[str, tuple[float, float]]:
    coaches = {COACH + key: p for key, p in layout.coaches.items() if key not in known.coaches}
    employers = {EMPLOYER + key: p for key, p in layout.employers.items() if key not in known.employers}
    return {node: (point.x, point.y) for node, point in (coaches | employers).items()}
