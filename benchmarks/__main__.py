"""Run `main()` of every `*_bench.py` in this folder, or of those whose name holds a word that is given."""

import importlib
import sys
import time
from pathlib import Path


def main() -> None:
    """Run the benchmarks, each under its own heading."""
    wanted = sys.argv[1:]
    for path in sorted(Path(__file__).parent.glob("*_bench.py")):
        if wanted and not any(word in path.stem for word in wanted):
            continue
        module = importlib.import_module(f"benchmarks.{path.stem}")
        heading = (module.__doc__ or path.stem).strip().splitlines()[0]
        print(f"\n{path.stem}: {heading}", flush=True)
        started = time.perf_counter()
        module.main()
        print(f"  ({time.perf_counter() - started:.0f} s)")


if __name__ == "__main__":
    main()
