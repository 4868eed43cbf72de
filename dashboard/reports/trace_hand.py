"""The rows behind the items rated by hand: every rating of the page's unit, those taken back too."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.domain.hand_items import HAND_ITEMS
from dashboard.i18n import _
from dashboard.reports.hand_ratings import ratings_of
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]
COLUMNS = ("hand_item", "points", "rated_on", "rater", "evidence", "withdrawn_by")


def _ratings(ground: Ground) -> Found:
    rows = [
        (_item(one.item), one.score, one.rated_on, one.rater, one.evidence, one.withdrawn_by)
        for one in ratings_of(ground.access, ground.page)
    ]
    return Found(COLUMNS, pd.DataFrame(rows, columns=[*COLUMNS], dtype=object))


def _item(key: str) -> str:
    return _(HAND_ITEMS.get(key, key))


TRACERS: Mapping[str, Tracer] = {}
BEHIND: Mapping[str, Tracer] = {"method.by_hand": _ratings}
"""What people have written here: it comes from no file."""
