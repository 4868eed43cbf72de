"""What a report is made from: who asks, and the data as it stands now."""

import datetime as dt
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import wait
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from dashboard.analysis.coded import CodedWorld, encode
from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope, select
from dashboard.data import engine as database
from dashboard.data import positions as stored_positions
from dashboard.data.readers import read_unit
from dashboard.data.unit_words import read_wording
from dashboard.domain.access import Viewer
from dashboard.domain.assumptions import Assumptions
from dashboard.domain.definitions import Definitions
from dashboard.domain.world import World
from dashboard.i18n import wording
from dashboard.reports.cache import Cache
from dashboard.wording import Wording

Value = TypeVar("Value")
Units = tuple[str, ...]

FEWEST_RESULTS, MOST_RESULTS = 24, 96
PATIENCE = 0.15
"""Seconds that a page waits for what can come later."""
KEPT_ROWS = 300_000
"""Results kept for one data version are selections, days and panels that people go back and forth between;
the more employers there are, the fewer, so that memory stays bounded. Another day of a page asks for ten."""
LASTING_RESULTS = 16


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The data at one version, and what has been worked out from it.

    Attributes:
        version: the data version.
        world: the unit's tables as frames.
        coded: the same as integers, which analysis works on.
        definitions: what the unit has decided: thresholds, windows and weights.
        assumptions: what it assumes about cost and benefit.
        results: what has been computed from them; it goes when the version goes.
        lasting: the few results among these that every day and selection asks for.
    """

    version: str
    world: World
    coded: CodedWorld
    definitions: Definitions
    assumptions: Assumptions
    results: Cache
    lasting: Cache


class Store:
    """The database, read once per data version. One a process is enough; threads may share it.

    Args:
        engine: the opened database.
        folder: where files that belong to it lie: uploads, backups and keys.
        public: the file of what is public; in the folder when left out.
    """

    def __init__(
        self, engine: database.Database, folder: Path | None = None, public: Path | None = None
    ) -> None:
        self.engine = engine
        self.folder = folder or Path()
        self.public = public or self.folder / "public.db"
        self._snapshots = Cache(size=1)
        self._wordings = Cache(size=1)

    def data_version(self) -> str:
        """The version of the data now."""
        return database.data_version(self.engine)

    def is_demo(self) -> bool:
        """Whether the data is the invented demo."""
        return database.is_demo(self.engine)

    def snapshot(self) -> Snapshot:
        """The data as it is now, read again only when its version has changed."""
        return self._snapshots.get(self.data_version(), self._read)

    def wording(self) -> Wording:
        """The unit's own words, read again only when the data version has changed: a plain frozen value."""
        return self._wordings.get(self.data_version(), lambda: read_wording(self.engine))

    def world(self) -> World:
        """The unit's tables as frames. Treat them as read-only: everybody gets the same ones."""
        return self.snapshot().world

    def positions(self, graph: str) -> Mapping[str, tuple[float, float]]:
        """Where the nodes of a graph are drawn, as stored: node → (x, y)."""
        return stored_positions.read_places(self.engine, graph)

    def keep_positions(self, graph: str, positions: Mapping[str, tuple[float, float]]) -> None:
        """Store where new nodes of a graph are drawn; those that already have a place keep it."""
        stored_positions.store_places(self.engine, graph, positions)

    def _read(self) -> Snapshot:
        unit = read_unit(self.engine)
        kept = KEPT_ROWS // max(1, len(unit.world.employers))
        return Snapshot(
            version=unit.world.version,
            world=unit.world,
            coded=encode(unit.world),
            definitions=unit.definitions,
            assumptions=unit.assumptions,
            results=Cache(min(MOST_RESULTS, max(FEWEST_RESULTS, kept))),
            lasting=Cache(LASTING_RESULTS),
        )


class _PinnedStore(Store):
    """The database as it was when it was first asked."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.engine, store.folder, store.public)
        self._store = store
        self._snapshot: Snapshot | None = None

    def data_version(self) -> str:
        return self.snapshot().version

    def snapshot(self) -> Snapshot:
        if self._snapshot is None:
            self._snapshot = self._store.snapshot()
        return self._snapshot

    def wording(self) -> Wording:
        return self._store.wording()


@dataclass(frozen=True, slots=True)
class Access:
    """A person, the data, and the definitions in force: the first parameter of every report.

    Attributes:
        viewer: who asks; rights are decided from it.
        store: the data.
        tried: definitions to compute with instead of the unit's own, to see what they would give.
    """

    viewer: Viewer
    store: Store
    tried: Definitions | None = None

    @property
    def definitions(self) -> Definitions:
        """The thresholds, windows and weights in force."""
        return self.tried or self.store.snapshot().definitions

    def cached(self, key: Hashable, make: Callable[[Snapshot], Value]) -> Value:
        """The result that `key` names, made at most once per data version, definitions and words in use.

        Args:
            key: what the result depends on besides those: its own name, the selection, `on` …
                Whoever gets a result that differs by viewer must put what it differs by in the key.
            make: makes it from the snapshot. It may ask for other results, not for its own.
        """
        snapshot = self.store.snapshot()
        definitions = self.tried or snapshot.definitions
        return snapshot.results.get((definitions.version, wording(), key), lambda: make(snapshot))

    def begun(
        self, key: Hashable, make: Callable[[Snapshot], Value], patience: float = PATIENCE
    ) -> Value | None:
        """The same for what may take long: it is made beside the request; None while it is under way.

        Args:
            key: as for `cached`; the two share their results.
            make: as for `cached`.
            patience: seconds to wait for it before giving None.
        """
        snapshot = self.store.snapshot()
        definitions = self.tried or snapshot.definitions
        future = snapshot.results.begin((definitions.version, wording(), key), lambda: make(snapshot))
        wait([future], patience)
        return future.result() if future.done() else None

    def lasting(self, key: Hashable, make: Callable[[Snapshot], Value]) -> Value:
        """The same for what depends on the data alone: no day, selection or definition pushes it out."""
        snapshot = self.store.snapshot()
        return snapshot.lasting.get(key, lambda: make(snapshot))

    def pinned(self) -> "Access":
        """The same, with the data as it is when first asked for.

        A page of many parts asks the database once, not for each, and all its parts show the same data.
        """
        return replace(self, store=_PinnedStore(self.store))

    def scope(self, units: Units, programme: str | None, on: dt.date) -> Scope:
        """The selection's rows as they were known on a day.

        Raises:
            InvalidParameter: when there is no such unit or programme.
        """
        key = ("scope", tuple(sorted(set(units))), programme, on)
        return self.cached(key, lambda snapshot: select(snapshot.coded, units, programme, on))

    def employer_state(self, units: Units, programme: str | None, on: dt.date) -> EmployerState:
        """What holds for every employer and every tie of the selection on a day.

        Raises:
            InvalidParameter: when there is no such unit or programme.
        """
        key = ("employer_state", tuple(sorted(set(units))), programme, on)
        return self.cached(
            key,
            lambda snapshot: employer_state(
                self.scope(units, programme, on), on, self.tried or snapshot.definitions
            ),
        )
