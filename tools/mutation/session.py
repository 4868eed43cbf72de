"""Run tests against one change after another, in processes forked from one that has everything loaded."""

import gc
import json
import os
import resource
import signal
import sys
import time
import traceback
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import Any

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tools.mutation.patch import patch
from tools.mutation.sites import Mutant, mutated

KILLED, SURVIVED, TIMED_OUT, UNTESTED = "killed", "survived", "timed out", "untested"
SLOWER, AT_LEAST = 4, 15
"""A change may make its tests so many times slower, and so many seconds in any case."""
MEMORY = 6 * 1024**3

Reach = dict[str, dict[str, list[int]]]
"""For each test, the lines it ran of each file."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is done to notice a change.

    Attributes:
        examples: how many random worlds a test may look at.
        seconds: how many seconds of tests a change gets, the cheapest first; None for all that reach it.
        reach: a file that keeps which tests run which lines, so that it is measured once.
    """

    examples: int
    seconds: float | None
    reach: Path | None


class MutationSession:
    """A pytest plugin: instead of running the tests once, it runs them against each mutant.

    Args:
        mutants: the changes, in the order in which they are tried.
        root: the folder the package lies in.
        effort: how much is done to notice each.
        told: is called with each mutant, its fate and the test that noticed it.
    """

    def __init__(
        self, mutants: list[Mutant], root: Path, effort: Effort, told: Callable[[Mutant, str, str], None]
    ) -> None:
        self._mutants, self._root, self._effort, self._told = mutants, root, effort, told

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Random worlds are the same for all, and a world that fails is not made smaller."""
        # Not before pytest has begun: it rewrites what its plugins assert, and this is one of them.
        import hypothesis  # noqa: PLC0415

        hypothesis.settings.register_profile(
            "mutation",
            parent=hypothesis.settings.get_profile("brygga"),
            phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
            derandomize=True,
            database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        calm = hypothesis.settings.get_profile("mutation")
        for item in session.items:
            function: Any = getattr(item, "function", None)
            if hasattr(function, "_hypothesis_internal_use_settings"):
                own = function._hypothesis_internal_use_settings.max_examples
                function._hypothesis_internal_use_settings = hypothesis.settings(
                    calm, max_examples=min(own, self._effort.examples)
                )

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure once which tests run which lines, then try the mutants one by one."""
        gc.freeze()  # what is shared with the children is not looked through, and so not copied
        items = {item.nodeid: item for item in session.items}
        seconds, reach = self._measured(list(items.values()))
        # A test that runs little else is more likely to notice than one that runs everything.
        price = {name: seconds[name] * sum(map(len, reach[name].values())) for name in items}
        for mutant in self._mutants:
            wanted = self._within(sorted(self._reaching(mutant, reach), key=price.__getitem__), seconds)
            if not wanted:
                self._told(mutant, UNTESTED, "")
                continue
            limit = AT_LEAST + SLOWER * sum(seconds[name] for name in wanted)
            fate = _in_a_fork(partial(self._try, mutant, [items[name] for name in wanted]), limit)
            self._told(mutant, TIMED_OUT if fate is None else fate["fate"], (fate or {}).get("by", ""))
        return True

    def _measured(self, items: list[pytest.Item]) -> tuple[dict[str, float], Reach]:
        """How long each test takes, and which lines it runs."""
        kept = self._effort.reach
        if kept and kept.exists():
            found = json.loads(kept.read_text())
        else:
            found = _in_a_fork(lambda out: self._measure(items, out), None)
            if kept and found:
                kept.write_text(json.dumps(found))
        if not found or found["failed"]:
            raise pytest.UsageError(f"Mend these first: {found and found['failed']}")
        return found["seconds"], found["reach"]

    def _within(self, names: list[str], seconds: dict[str, float]) -> list[str]:
        """As many of the tests as there is time for, and the first in any case."""
        if self._effort.seconds is None:
            return names
        spent = list(accumulate(seconds[name] for name in names))
        return names[: max(1, bisect_right(spent, self._effort.seconds))]

    def _measure(self, items: list[pytest.Item], out: Path) -> None:
        watched = coverage.Coverage(
            data_file=None, config_file=False, include=[str(self._root / "dashboard" / "analysis" / "*")]
        )
        seconds, failed, reach = {}, [], {}
        watched.start()
        for name, passed, took in _run(items, on_start=watched.switch_context):
            seconds[name] = took
            failed += [] if passed else [name]
        watched.stop()
        data = watched.get_data()
        for name in seconds:
            data.set_query_context(name)
            reach[name] = {path: data.lines(path) or [] for path in data.measured_files()}
        out.write_text(json.dumps({"seconds": seconds, "failed": failed, "reach": reach}))

    def _reaching(self, mutant: Mutant, reach: Reach) -> Iterator[str]:
        path = str(self._path(mutant))
        first, last = mutant.lines
        # A module of constants alone is run by no test, and all of them depend on it.
        every = not mutant.in_function and not any(files.get(path) for files in reach.values())
        for name, files in reach.items():
            lines = files.get(path, [])
            here = any(first <= line <= last for line in lines) if mutant.in_function else lines
            if every or here:
                yield name

    def _path(self, mutant: Mutant) -> Path:
        return self._root.joinpath(*mutant.module.split(".")).with_suffix(".py")

    def _try(self, mutant: Mutant, items: list[pytest.Item], out: Path) -> None:
        path = self._path(mutant)
        try:
            code = mutated(path.read_text(), str(path), mutant.number)
            patch(import_module(mutant.module), code, in_function=mutant.in_function)
        except Exception as error:  # a module that cannot be loaded is noticed
            out.write_text(json.dumps({"fate": KILLED, "by": repr(error)}))
            return
        for name, passed, _took in _run(items):
            if not passed:
                out.write_text(json.dumps({"fate": KILLED, "by": name}))
                return
        out.write_text(json.dumps({"fate": SURVIVED}))


def _run(
    items: list[pytest.Item], on_start: Callable[[str], Any] = lambda _name: None
) -> Iterator[tuple[str, bool, float]]:
    """Run tests: name, whether it passed, seconds."""
    for item, after in zip(items, [*items[1:], None], strict=True):
        on_start(item.nodeid)
        began = time.process_time()
        reports = runtestprotocol(item, log=False, nextitem=after)
        yield item.nodeid, not any(report.failed for report in reports), time.process_time() - began


def _in_a_fork(work: Callable[[Path], None], limit: float | None) -> dict[str, Any] | None:
    """Let a child do the work; what it wrote, or None when it died or took too long."""
    out = Path(f"/proc/self/fd/{os.memfd_create('mutant')}")
    child = os.fork()
    if not child:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 5))
            signal.alarm(int(10 * limit))
        try:
            work(out)
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    text = out.read_text()
    os.close(int(out.name))
    return json.loads(text) if text else None
