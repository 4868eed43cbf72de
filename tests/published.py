"""A publication as the tests need one, made of nothing but numbers."""

import datetime as dt
from dataclasses import replace
from typing import Any

from dashboard.domain.publication import Benchmark, Cell, CostLine, Part, Publication, Table, TargetResult

NOW = dt.datetime(2026, 7, 2, 9, 30, tzinfo=dt.UTC)


def publication(**changed: Any) -> Publication:
    """The first half of 2026, with something of everything."""
    whole = Publication(
        key="0f3c9a",
        unit="Solrosen",
        first=dt.date(2026, 1, 1),
        last=dt.date(2026, 6, 30),
        published_on=dt.date(2026, 7, 2),
        floor=5,
        words={"sv": {"client": "kund"}, "en": {"client": "client"}},
        tables=(
            Table("people", (Cell("served", 60), Cell("active", 48), Cell("in_work", None, ".."))),
            Table(
                "trials",
                (Cell("completed", 24),),
                (Part("success", 45, 30, 65), Part("interrupted", None, sign="..")),
            ),
        ),
        targets=(
            TargetResult(
                {"sv": "Till arbete", "en": "To work"}, 40, "open", Part("quarterly_rate", 45, 30, 60)
            ),
        ),
        benchmarks=(
            Benchmark(
                {"sv": "IPS", "en": "IPS"}, 46, 11, 18, 120, "Bejerholm (2015)", {"sv": "a", "en": "b"}
            ),
        ),
        costs=(CostLine("net", 1_200_000),),
        turns_at=35,
        quality={"gender": 95},
        contact={"name": "Arbetsmarknadsenheten å", "email": "ame@example.se"},
    )
    return replace(whole, **changed)
