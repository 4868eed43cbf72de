"""One import at a time: whoever comes second is told who is at it, and a dead one holds nobody up."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.data.import_history import ImportUnderWay, begun, history
from dashboard.data.importer.progress import ImportStopped
from dashboard.data.importer.run import Order, run_import
from dashboard.i18n import use_language
from tests.importer.helpers import NOW, SAMPLES, TODAY, load, state

HOLD = """
import sys, time, datetime as dt
from dashboard.data.engine import open_engine
from dashboard.data.import_history import begun
since = dt.datetime(2026, 11, 21, 9, 42, tzinfo=dt.UTC)
with begun(open_engine(sys.argv[1]), "karin", "klienter.xlsx", since):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(address: str):
    """Another process that is importing."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, address], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_the_second_is_told_who_is_at_it_and_since_when(other, engine: Engine) -> None:
    before = state(engine)
    with pytest.raises(ImportUnderWay, match=r"En import pågår, startad 10:42 av karin\."):
        load(engine, SAMPLES / "tiny")
    assert state(engine) == before
    assert history(engine)[0].state == "running"


def test_it_is_told_in_english_too(other, engine: Engine) -> None:
    use_language("en")
    with pytest.raises(ImportUnderWay, match=r"started 10:42 by karin"):
        load(engine, SAMPLES / "tiny")


def test_a_preview_waits_for_nobody(other, engine: Engine) -> None:
    assert load(engine, SAMPLES / "tiny", dry_run=True).changes == 97


def test_one_that_died_holds_nobody_up_and_is_marked_as_cut_off(other, engine: Engine) -> None:
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    wait_until_free(engine)

    assert load(engine, SAMPLES / "tiny").applied
    assert [past.state for past in history(engine)] == ["done", "aborted"]


def wait_until_free(engine: Engine) -> None:
    """PostgreSQL notices a moment later that its client is gone."""
    for _attempt in range(100):
        if history(engine)[0].state == "aborted":
            return
        time.sleep(0.05)


def test_two_in_one_process_keep_apart(engine: Engine) -> None:
    with (
        begun(engine, "karin", "a.xlsx", NOW),
        pytest.raises(ImportUnderWay),
        begun(engine, "anna", "b", NOW),
    ):
        pass
    with begun(engine, "anna", "b.xlsx", NOW):
        pass


def test_an_import_that_changes_nothing_leaves_no_trace(engine: Engine) -> None:
    load(engine, SAMPLES / "tiny")
    load(engine, SAMPLES / "tiny")
    assert len(history(engine)) == 1


def test_it_can_be_stopped_until_the_last_moment(engine: Engine) -> None:
    before = state(engine)
    asked = []

    def late() -> bool:
        asked.append(1)
        return len(asked) > 25

    with pytest.raises(ImportStopped, match="Inget ändrades"):
        run_import(engine, Order(Path(SAMPLES / "tiny"), NOW, TODAY, "test"), stop=late)

    assert (state(engine), history(engine)) == (before, ())
    assert load(engine, SAMPLES / "tiny").applied
