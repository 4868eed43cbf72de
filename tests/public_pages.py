"""A publication with something of everything, and ways to change one table of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.domain.publication import Benchmark, Cell, CostLine, Part, Publication, Table, TargetResult

HALVES = ("2023-1", "2023-2", "2024-1", "2024-2", "2025-1", "2025-2", "2026-1")
LAYERS = ("known", "met", "trial", "job")


def cells(**counts: int | str | None) -> tuple[Cell, ...]:
    """Cells in order; a text is the sign of a number that is not shown."""
    return tuple(
        Cell(key, None, count) if isinstance(count, str) else Cell(key, count)  # type: ignore[arg-type]  # a sign
        for key, count in counts.items()
    )


def table(key: str, counts: Mapping[str, int | str | None], parts: tuple[Part, ...] = ()) -> Table:
    return Table(key, cells(**counts), parts)


GROWTH = {
    "2023-1": (31, 22, 14, 6),
    "2023-2": (44, 31, 19, 10),
    "2024-1": (60, 40, 26, 15),
    "2024-2": (82, 49, 33, 21),
    "2025-1": (101, 58, 41, 29),
    "2025-2": (123, 66, 47, 38),
    "2026-1": (142, 71, 52, 47),
}

TABLES: tuple[Table, ...] = (
    table(
        "people",
        {
            "served": 94,
            "active": 57,
            "enrolled": 21,
            "closed": 37,
            "to_work": 31,
            "to_studies": 7,
            "to_work_or_studies": 38,
            "in_work": 29,
        },
        (Part("to_work_or_studies", 40, 30, 50),),
    ),
    table("steps", {"1": 9, "2": 11, "3": 16, "4": 8, "5": 13, "none": 0}),
    table("gender", {"woman": 45, "man": 49, "other": "."}),
    table(
        "gender_results",
        {"woman": 19, "man": 19, "other": "."},
        (Part("woman", 40, 30, 55), Part("man", 40, 25, 55), Part("other", None, sign=".")),
    ),
    table(
        "trials",
        {
            "employment": 22,
            "studies": "..",
            "extended": 9,
            "new_placement": 7,
            "no_job": 11,
            "interrupted_client": 8,
            "interrupted_employer": "..",
            "interrupted_other": "..",
        },
        (Part("success", 40, 25, 55), Part("interrupted", 20, 10, 30)),
    ),
    table(
        "retention",
        {"90": 61, "182": 48, "365": 27},
        (Part("90", 85, 75, 95), Part("182", 70, 60, 80), Part("365", 65, 50, 75)),
    ),
    table(
        "half_years",
        {"2023-1": 8, "2023-2": 11, "2024-1": 9, "2024-2": "..", "2025-1": 17, "2025-2": 16, "2026-1": 22},
    ),
    table(
        "employer_kinds",
        {
            "ownership.private": 61,
            "ownership.municipal": 24,
            "ownership.association": 13,
            "ownership.social_enterprise": 8,
            "ownership.regional": "..",
            "ownership.state": "..",
            "sector.G": 31,
            "sector.Q": 22,
            "sector.I": 18,
            "sector.C": 11,
            "sector.H": 8,
            "sector.P": "..",
        },
    ),
    table("rungs", {"0": 58, "1": 84, "2": 71, "3": 52, "4": 33, "5": 14}),
    table(
        "growth",
        {f"{half}.{layer}": n for half, ns in GROWTH.items() for layer, n in zip(LAYERS, ns, strict=True)},
    ),
    table("areas", {"0180": 128, "0182": 46, "0184": 39, "0183": 34, "0186": 31, "0163": 20, "0127": ".."}),
    table("wishes", {"52": 12, "91": 9, "53": 7, "43": 5}),
)


def rich(**changed: Any) -> Publication:
    """The first half of 2026, with everything that can be published."""
    whole = Publication(
        key="4b1f0c",
        unit="Enheten för arbete och stöd, Ekvik",
        first=dt.date(2026, 1, 1),
        last=dt.date(2026, 6, 30),
        published_on=dt.date(2026, 8, 14),
        floor=5,
        words={"sv": {}, "en": {}},
        tables=TABLES,
        targets=(
            TargetResult(
                {"sv": "Börjar arbeta eller studera", "en": "Begin to work or study"},
                35,
                "met",
                Part("a", 40, 35, 50),
            ),
            TargetResult(
                {"sv": "Nöjda med stödet", "en": "Pleased with the support"},
                90,
                "open",
                Part("b", 85, 70, 95),
            ),
            TargetResult(
                {"sv": "Uppföljda i tid", "en": "Followed up in time"}, 80, "missed", Part("c", 60, 50, 70)
            ),
        ),
        benchmarks=(
            Benchmark(
                {"sv": "en studie i Malmö", "en": "a study in Malmö"},
                46,
                11,
                18,
                120,
                "Bejerholm m.fl. (2015)",
                {
                    "sv": "Personer med psykisk ohälsa i öppenvård.",
                    "en": "People with mental illness in outpatient care.",
                },
            ),
            Benchmark(
                {"sv": "en studie i Norge", "en": "a study in Norway"},
                37,
                27,
                12,
                410,
                "Reme m.fl. (2019)",
                {
                    "sv": "Personer med måttlig till svår psykisk ohälsa.",
                    "en": "People with moderate to severe mental illness.",
                },
            ),
        ),
        costs=(
            CostLine("municipality", 1_200_000),
            CostLine("state", 2_400_000),
            CostLine("individual", 950_000),
            CostLine("cost_municipality", -3_100_000),
        ),
        turns_at=35,
        quality={"gender": 100, "occupation": 85, "outcome": 95},
        contact={"name": "Arbetsmarknadsenheten", "email": "stod@ekvik.example", "phone": "0123-45 67 89"},
    )
    return replace(whole, **changed)


def with_table(key: str, counts: Mapping[str, int | str | None], parts: tuple[Part, ...] = ()) -> Publication:
    """The rich one with one table in other words."""
    other = table(key, counts, parts)
    return rich(tables=tuple(other if one.key == key else one for one in TABLES))


def only(*tables: Table, **changed: Any) -> Publication:
    """A publication of some tables and nothing else."""
    return rich(tables=tables, targets=(), benchmarks=(), costs=(), turns_at=None, **changed)
