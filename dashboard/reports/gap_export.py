"""The list of a gap as a file, with the selection it comes from."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.i18n import _, number
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.gap_answers import gap_answer
from dashboard.reports.gap_findings import title
from dashboard.reports.gap_measures import FIGURES
from dashboard.reports.gap_rows import COLUMNS, NUMBERS, all_rows
from dashboard.reports.gap_words import cell_text, in_peace, is_empty, label, why_near
from dashboard.reports.network_export import stamp_of
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import PageState
from dashboard.words import word

_DAYS = frozenset({"last_on", "last_warm_on"})
_WORDS = frozenset({"warmth", "rung"})


def gap_file(access: Access, page: PageState) -> StampedTable:
    """All rows that the address asks for, in its order."""
    asked = gap_answer(access, page)
    rows, columns = all_rows(access, page), COLUMNS[asked.gap]
    told = " ".join(note.sentence for note in notes(FIGURES[asked.gap], access.definitions))
    return StampedTable(
        name=f"luckor-{asked.gap}-{page.on.isoformat()}",
        title=title(asked.gap),
        stamp=stamp_of(access, page, len(rows), told),
        header=[_("Key"), *(label(column) for column in columns)],
        rows=[[row["employer_id"], *(_cell(column, row) for column in columns)] for row in rows],
    )


def _cell(column: str, row: Mapping[str, Any]) -> Cell:
    if column == "why":
        return why_near(row)
    if column == "ask" and in_peace(row):
        return in_peace(row)
    if column == "places":
        return _("{k} of {n}").format(k=number(row["occupied"]), n=number(row["capacity"]))
    value = row[{"sector": "sni_code", "offered": "occupations"}.get(column, column)]
    if is_empty(value):
        return None
    if column in _DAYS:
        return pd.Timestamp(value).date()
    if column in _WORDS:
        return word(column, value)
    if column == "strength" or column in NUMBERS:
        return round(float(value), 1)
    return cell_text(column, value)
