"""How values are written in the JSON report."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from dashboard.analysis.intervals import Interval, Share

DECIMALS = 4

Json = dict[str, Any]


def rounded(value: float | None) -> float | None:
    """A decimal with four decimals, or None."""
    return None if value is None else round(float(value), DECIMALS)


def limits(interval: Interval | None) -> list[float] | None:
    """An interval as a list of two."""
    return None if interval is None else [round(float(limit), DECIMALS) for limit in interval]


def share(value: Share) -> Json:
    """A `share` object: n, of, share, interval."""
    return {
        "n": value.n,
        "of": value.of,
        "share": rounded(value.share),
        "interval": limits(value.interval),
    }


def counts(words: "pd.Series[str]", keys: Iterable[str]) -> dict[str, int]:
    """How many of each key, with 0 for those that do not occur."""
    found = words.value_counts()
    return {key: int(found.get(key, 0)) for key in keys}
