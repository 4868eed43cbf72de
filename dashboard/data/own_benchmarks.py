"""The figures that the unit holds its own against, as they are stored: one row a change."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Engine

from dashboard.data.changes import Seen, Stored, aware, history, in_force, require_unchanged, store_change
from dashboard.data.engine import reading
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.models import OwnBenchmarks
from dashboard.domain.own_benchmarks import OwnBenchmark, WrongBenchmark, checked_benchmark
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class BenchmarkChange:
    """One change: what was put in by its key, or None for one that was taken away."""

    number: int
    at: dt.datetime
    by: str
    benchmarks: Mapping[str, OwnBenchmark | None]


def read_benchmarks(engine: Engine) -> dict[str, OwnBenchmark]:
    """Those in force by key, in the order in which they were first put in."""
    with reading(engine) as connection:
        stored = in_force(connection, OwnBenchmarks)
    return {key: OwnBenchmark(**stored[key]) for key in sorted(stored, key=int)}


def stored_benchmarks(engine: Engine) -> Stored:
    """The same as they are stored, for `changes.mark_of`."""
    with reading(engine) as connection:
        return in_force(connection, OwnBenchmarks)


def store_benchmark(
    engine: Engine,
    key: str,
    benchmark: OwnBenchmark | None,
    *,
    who: str,
    now: dt.datetime,
    seen: Seen | None = None,
) -> bool:
    """Put in a figure, change it, or take it away; the data version moves.

    Args:
        engine: the database.
        key: which; empty for a new one.
        benchmark: the figure; None takes it away.
        who: whom the history names.
        now: the moment.
        seen: what was shown of it, when a page was.

    Returns:
        Whether anything was changed.

    Raises:
        WrongBenchmark: when a part of it cannot be used.
        ChangedSince: when it is no longer what was shown.
        DatabaseUnreachable: when the database does not answer.
    """
    checked = None if benchmark is None else checked_benchmark(benchmark)
    for name in () if checked is None else ("name", "source", "caveat"):
        if holds_identity_number(getattr(checked, name)):
            raise WrongBenchmark(name, _("It holds what looks like a personal identity number."))

    def after(before: Stored) -> tuple[Stored, Stored]:
        require_unchanged(before, seen)
        own = key or str(1 + max((int(one) for one in before), default=0))
        rest = {one: value for one, value in before.items() if one != own}
        return (rest if checked is None else {**rest, own: asdict(checked)}), {}

    change = "benchmark " + json.dumps([key, None if checked is None else asdict(checked)])
    return bool(store_change(engine, OwnBenchmarks, change, after, who=who, now=now))


def benchmarks_history(engine: Engine) -> tuple[BenchmarkChange, ...]:
    """Every change, the newest first."""
    return tuple(
        BenchmarkChange(
            row.change_id,
            aware(row.changed_at),
            row.changed_by,
            {key: None if one is None else OwnBenchmark(**one) for key, one in row.changed.items()},
        )
        for row in history(engine, OwnBenchmarks)
    )
