"""Kill imports at random moments and see that the database is the old one or the new one, never a mixture.

    python tools/kill_imports.py --kills 300
    python tools/kill_imports.py --kills 300 --database postgresql+psycopg://…

A helper process that has everything loaded forks one importer after the other; each is ended with SIGKILL.
"""

import argparse
import datetime as dt
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select, text

from dashboard.data.engine import data_version, open_engine
from dashboard.data.import_history import State, history
from dashboard.data.import_undo import undo_last
from dashboard.data.models import UNIT_TABLES
from dashboard.data.schema import upgrade

SAMPLE = Path(__file__).parents[1] / "tests" / "samples" / "tiny"
NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
_HELPER = """
import datetime as dt, os, signal, sys, time
from pathlib import Path
from dashboard.data.engine import open_engine
from dashboard.data.importer.run import Order, import_file
now = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        engine = open_engine(sys.argv[1])
        import_file(engine, Order(Path(sys.argv[2]), now, now.date(), "kill", yes=True))
        os._exit(0)
    if line.strip():
        time.sleep(float(line))
        # Not waited for yet, so the number is still its own.
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print("over", flush=True)
"""
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the old and the new state were found, and how many imports were marked as cut off."""

    old: int
    new: int
    aborted: int


class Importers:
    """Starts an importer that is ready to run at once, and ends it at a moment of one's choice."""

    def __init__(self, address: str, path: Path = SAMPLE) -> None:
        command = [sys.executable, "-c", _HELPER, address, str(path)]
        pipe = subprocess.PIPE
        self._helper = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)

    def run(self, seconds: float | None) -> None:
        """Import, and end it after so many seconds; None lets it finish."""
        assert self._helper.stdin is not None
        assert self._helper.stdout is not None
        self._helper.stdin.write("\n" if seconds is None else f"{seconds}\n")
        self._helper.stdin.flush()
        assert self._helper.stdout.readline() == "over\n"

    def close(self) -> None:
        """End the helper."""
        self._helper.kill()
        self._helper.communicate()


@contextmanager
def importers(address: str) -> Iterator[Importers]:
    """Importers for a database, ended afterwards."""
    made = Importers(address)
    try:
        yield made
    finally:
        made.close()


def everything(engine: Engine) -> Rows:
    """Every row of the unit's tables, with its traces."""
    with engine.connect() as connection:
        return {
            model.__tablename__: sorted(map(tuple, connection.execute(select(model.__table__))), key=repr)
            for model in UNIT_TABLES
        }


def kill_many(engine: Engine, address: str, kills: int, seed: int = 1) -> Tally:
    """End so many imports at random moments, each time from an empty unit.

    Raises:
        AssertionError: when a state was found that is neither the old nor the new one, or a damaged database.
    """
    dice = random.Random(seed)
    old = everything(engine)
    with importers(address) as made:
        start = time.perf_counter()
        made.run(None)
        whole = time.perf_counter() - start
        new = everything(engine)
        undo_last(engine, who="kill", now=NOW)
        found = {"old": 0, "new": 0}
        for _kill in range(kills):
            made.run(dice.uniform(0, whole * 1.1))
            found[_state(engine, old, new)] += 1
    aborted = sum(one.state is State.ABORTED for one in history(engine))
    return Tally(found["old"], found["new"], aborted)


def _state(engine: Engine, old: Rows, new: Rows) -> str:
    _wait_for_the_dead(engine)
    _require_sound(engine)
    rows = everything(engine)
    if rows == new:
        undo_last(engine, who="kill", now=NOW)
        assert everything(engine) == old
        return "new"
    assert rows == old, f"neither old nor new at {data_version(engine)}"
    return "old"


def _wait_for_the_dead(engine: Engine) -> None:
    """PostgreSQL notices a moment later that its client is gone, and takes the transaction back then."""
    for _attempt in range(200):
        past = history(engine)
        if not past or past[0].state is not State.RUNNING:
            return
        time.sleep(0.05)
    raise AssertionError("a dead import still counts as running")


def _require_sound(engine: Engine) -> None:
    if engine.url.get_backend_name() == "sqlite":
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def main() -> None:
    """Kill as many as are asked for, and tell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--database", default="", help="an empty database; SQLite in a new folder if left out"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.database or f"sqlite:///{folder}/brygga.db"
        engine = open_engine(address)
        upgrade(engine)
        tally = kill_many(engine, address, given.kills, given.seed)
        engine.dispose()
    print(
        f"{given.kills} kills: {tally.old} old, {tally.new} new, {tally.aborted} marked as cut off, 0 mixed"
    )


if __name__ == "__main__":
    main()
