"""How long the finder and an employer's page take on the server, and how much they send.

The employers of `analysis_bench` on real places around the country, half of them placed by locality.
Prints medians in milliseconds and gzipped kilobytes. Nothing is asserted: the machine decides.
"""

import gzip
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from benchmarks.analysis_bench import ON, SIZES, Rows, median_ms, store, synthetic
from dashboard.callbacks.employer import fill_timeline
from dashboard.callbacks.employers import draw_map, fill_list
from dashboard.data.engine import open_engine
from dashboard.data.reference import municipalities
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.pages import employer, employers
from dashboard.reports.access import Access, Store
from dashboard.reports.state import PageState

TIMES = 9
PATH = "/arbetsgivare"
QUERY = f"?per={ON}"
SNI = ("56100", "10710", "85201", "52100", "41200", "81210", "87301")


def placed(rows: Rows, seed: int = 2) -> Rows:
    """The same rows, the employers on places: most in one municipality, the rest spread over the country."""
    dice = np.random.default_rng(seed)
    towns = list(municipalities().values())
    home = next(town for town in towns if town.code == "0115")
    for row in rows["employers"]:
        town = home if dice.random() < 0.6 else towns[int(dice.integers(len(towns)))]
        exact = bool(dice.random() < 0.5)
        spread = dice.normal(0, 0.03, size=2) if exact else (0.0, 0.0)
        row |= {
            "sni_code": str(dice.choice(SNI)),
            "locality": town.name,
            "map_municipality_code": town.code,
            "map_latitude": round(town.latitude + float(spread[0]), 5),
            "map_longitude": round(town.longitude + float(spread[1]), 5),
            "position_precision": "exact" if exact else "locality",
        }
    return rows


def encoded(value: Any) -> bytes:
    """As Dash sends it, near enough."""
    return orjson.dumps(value, default=lambda one: one.to_plotly_json(), option=orjson.OPT_SERIALIZE_NUMPY)


def kilobytes(*values: Any) -> float:
    return sum(len(gzip.compress(encoded(value), 6)) for value in values) / 1000


def measure(access: Access, report: Callable[[str], None]) -> None:
    started = time.perf_counter()
    employers.layout(access, PageState.parse(QUERY))
    report(f"{'first page, nothing computed yet':<34}{(time.perf_counter() - started) * 1000:>9.1f} ms")
    whole = draw_map(access, QUERY, "light", PATH, "")
    ground = whole[2]
    report(f"{'the whole map, once':<34}{kilobytes(whole):>22.1f} kB")
    changes = {
        "by text": "&q=employer+1",
        "by an occupation word": "&q=lager",
        "by a distance": "&nara=Vallentuna&km=15&sort=distance",
        "by all of it": "&q=kock&nara=Vallentuna&km=50&utom=tired,quiet&lyckat=1",
        "by sector": "&sektor=I",
        "by municipality": "&kommun=0115",
        "another page": "&sida=3",
        "chosen on the map": "&arbetsgivare=E000042",
    }
    for name, change in changes.items():
        query = QUERY + change
        sent = fill_list(access, query, PATH), draw_map(access, query, "light", PATH, ground)
        listed = median_ms(lambda query=query: encoded(fill_list(access, query, PATH)), TIMES)  # type: ignore[misc]
        drawn = median_ms(
            lambda query=query: encoded(draw_map(access, query, "light", PATH, ground)),  # type: ignore[misc]
            TIMES,
        )
        report(f"{name:<34}{listed:>9.1f} ms list{drawn:>8.1f} ms map{kilobytes(*sent):>8.1f} kB")
    one = "E000042"
    page = median_ms(lambda: encoded(employer.layout(access, PageState.parse(QUERY), one)), TIMES)
    timeline = median_ms(lambda: encoded(fill_timeline(access, QUERY, f"{PATH}/{one}")), TIMES)
    report(f"{'one employer':<34}{page:>9.1f} ms page{timeline:>7.1f} ms timeline")


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
            upgrade(engine)
            store(engine, placed(synthetic(size)))
            access = Access(Viewer(1, "Bench", Role.MANAGER), Store(engine))
            measure(access, lambda line, size=size: print(f"  {size:>6} employers  {line}", flush=True))  # type: ignore[misc]
            engine.dispose()


if __name__ == "__main__":
    main()
