"""The words of the drawn ladder: its rungs, and who is left out of it."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from dashboard.domain.vocabulary import RUNGS
from dashboard.i18n import _, ngettext, number
from dashboard.reports.network_picture import Picture
from dashboard.words import word


def row_texts(marks: Mapping[str, Any]) -> dict[str, Any]:
    """The marks with a text for each rung, from 0 to 5, in place of its count."""
    if "rows" not in marks:
        return dict(marks)
    drawn = Counter(marks["rungs"])
    texts = [_row(rung, drawn[rung], marks["rows"][rung]) for rung in RUNGS]
    return {**marks, "rows": texts}


def _row(rung: int, drawn: int, there: int) -> str:
    name = word("rung", rung)
    if drawn == there:
        return f"{rung} {name} · {number(there)}"
    return _("{rung} {name} · {n} of {of}").format(rung=rung, name=name, n=number(drawn), of=number(there))


def left_out_of_ladder(drawn: Picture) -> str:
    """How many employers the ladder shows, of how many."""
    there = drawn.tied + drawn.without
    if not there:
        return _("No employer is left by the filters.")
    if drawn.drawn < there:
        return _(
            "Shows {n} of {of} employers: those of the question first, then as large a part of every rung, "
            "the strongest of it."
        ).format(n=number(drawn.drawn), of=number(there))
    return ngettext(
        "Shows the only employer, with or without a living tie.",
        "Shows all {of} employers, with and without a living tie.",
        there,
    ).format(of=number(there))
