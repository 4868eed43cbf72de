"""Change the analysis in one place at a time, and see whether a test notices: `make mutate`.

Nothing is written to the tree: each change lives in a process of its own, forked from one that has loaded
the tests. Which tests run a line is measured first, and only those are run, the quick and narrow ones first.
"""

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest

from tools.mutation.session import KILLED, TIMED_OUT, Effort, MutationSession
from tools.mutation.sites import Mutant, mutants

ROOT = Path(__file__).parents[1]
ANALYSIS = ROOT / "dashboard" / "analysis"


def all_mutants(names: list[str]) -> list[Mutant]:
    """The changes of all modules of the analysis, or of those that are named."""
    paths = sorted(ANALYSIS.glob("*.py"))
    chosen = [path for path in paths if not names or path.stem in names]
    return [one for path in chosen for one in mutants(path.read_text(), f"dashboard.analysis.{path.stem}")]


def _told(text: str) -> str:
    """A change as it is printed, without fate, line and what noticed it: lines move as one works."""
    return re.sub(r"^.*?(dashboard\.[\w.]+):\d+ ", r"\1 ", text.strip())


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="modules of dashboard/analysis, all when left out")
    parser.add_argument(
        "--sample", type=int, help="how many changes to try, drawn at random; all when left out"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=20, help="how many random worlds a test may look at")
    parser.add_argument("--seconds", type=float, help="of tests for each change, the cheapest first")
    parser.add_argument("--reach", type=Path, help="a file to keep which tests run which lines")
    parser.add_argument(
        "--again", type=argparse.FileType(), help="what an earlier run said: only its survivors"
    )
    parser.add_argument("--tests", nargs="+", default=["tests/analysis"])
    asked = parser.parse_args()
    chosen = all_mutants(asked.modules)
    random.Random(asked.seed).shuffle(chosen)  # so that a run that is stopped is a fair sample
    if asked.again:
        left = {_told(line) for line in asked.again if not line.startswith("killed")}
        chosen = [one for one in chosen if _told(str(one)) in left]
    chosen = chosen[: asked.sample]
    fates: Counter[str] = Counter()
    began = time.monotonic()

    def told(mutant: Mutant, fate: str, by: str) -> None:
        fates[fate] += 1
        print(f"{fate:9}  {mutant}{f'  [{by}]' if by else ''}", flush=True)

    effort = Effort(asked.examples, asked.seconds, asked.reach and asked.reach.resolve())
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(ROOT)
        options = [
            "-q",
            "-s",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "-p",
            "no:cov",
            f"--basetemp={folder}/t",
        ]
        options += ["--assert=plain", "--tb=native"]
        code = pytest.main([*options, *asked.tests], plugins=[MutationSession(chosen, ROOT, effort, told)])
    total = sum(fates.values())
    noticed = fates[KILLED] + fates[TIMED_OUT]
    print(f"{noticed} of {total} noticed ({noticed / max(1, total):.1%}): {dict(fates)}")
    print(f"{time.monotonic() - began:.0f} s")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
