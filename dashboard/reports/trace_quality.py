"""The rows behind the data quality: everything stored, whatever the selection."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pandas as pd

from dashboard.data.importer.columns import TABLE_BY_NAME
from dashboard.reports.quality import PREFIX, may_see, quality
from dashboard.reports.quality_kinds import KINDS
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]
QUALITY_COLUMNS = ("table", "row_key", "said")


def _tracer(kind: str) -> Tracer:
    def trace(ground: Ground) -> Found:
        found = quality(ground.access, ground.page.on)[kind]
        rows = [row for row in found.rows if may_see(ground.access, row)]
        frame = pd.DataFrame(
            {
                "table": [TABLE_BY_NAME[row.table].title for row in rows],
                "row_key": [row.key for row in rows],
                "said": [row.message for row in rows],
                "origins": [
                    ((row.table, row.key),) if len(TABLE_BY_NAME[row.table].key) == 1 else () for row in rows
                ],
            }
        )
        said = any(row.message for row in rows)
        return Found(QUALITY_COLUMNS if said else QUALITY_COLUMNS[:2], frame, hidden=found.n - len(rows))

    return trace


TRACERS: Mapping[str, Tracer] = MappingProxyType({PREFIX + kind.key: _tracer(kind.key) for kind in KINDS})
BEHIND: Mapping[str, Tracer] = MappingProxyType({})
