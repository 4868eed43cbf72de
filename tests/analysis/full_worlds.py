"""Random worlds in which every column that a report counts is filled now and then."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from dashboard.domain.vocabulary import CONTRACTS, GENDERS, REFERRERS, STEPS, SUBSIDIES
from tests.analysis.worlds import CLIENTS, before, maybe_day, rows, spans
from tests.builders import Row

OCCUPATIONS = ("9412", "9411", "522", "53", "5311", "8341", "0110")
POSTAL_CODES = ("18630", "18632", "18695", "11121", "99999")
"""Three post towns in Vallentuna and one in Stockholm; where they are known better than that or not."""
lists = st.none() | st.lists(st.sampled_from(OCCUPATIONS), min_size=1, max_size=3).map(";".join)


def maybe(words: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(words)


@st.composite
def client_cells(draw) -> dict[str, Any]:
    start, end = draw(spans())
    waits = draw(st.integers(0, 9)) == 0
    earlier = dt.date.fromisoformat(start) - dt.timedelta(days=draw(st.integers(0, 90)))
    return {
        "applied_on": earlier.isoformat() if waits or draw(st.booleans()) else None,
        "enrolled_on": None if waits else start,
        "closed_on": draw(st.sampled_from((None, end))),
        "gender": draw(maybe(GENDERS)),
        "referrer": draw(maybe(REFERRERS)),
        "earlier_client_id": draw(st.sampled_from((None, None, "K0"))),
        "wished_occupations": draw(lists),
        "postal_code": draw(maybe(POSTAL_CODES)),
    }


@st.composite
def employer_cells(draw) -> dict[str, Any]:
    precision = draw(st.sampled_from(("exact", "postal_code", "locality", "municipality", "none")))
    placed = precision != "none"
    return {
        "occupations": draw(lists),
        "sni_code": draw(maybe(("10710",))),
        "position_precision": precision,
        "map_latitude": draw(st.floats(59.3, 59.7)) if placed else None,
        "map_longitude": draw(st.floats(17.9, 18.4)) if placed else None,
    }


@st.composite
def placement_cells(draw, row: Row) -> dict[str, Any]:
    start = dt.date.fromisoformat(row.cells["started_on"])
    ends = draw(st.none() | st.sampled_from((0, 7, 28, 60, 120, 400)) | st.integers(0, 500))
    return {
        "planned_end_on": None if ends is None else (start + dt.timedelta(days=ends)).isoformat(),
        "occupation": draw(maybe(OCCUPATIONS)),
        "contract": draw(maybe(CONTRACTS)),
        "subsidy": draw(maybe(SUBSIDIES)),
    }


def _filled(draw, row: Row) -> Row:
    cells: dict[str, Any] = {}
    if row.table == "clients":
        cells = draw(client_cells())
    elif row.table == "employers":
        cells = draw(employer_cells())
    elif row.table == "contacts":
        cells = {"client_id": draw(maybe(CLIENTS))}
    elif row.table == "placements":
        cells = draw(placement_cells(row))
    elif row.table == "follow_ups" and draw(st.booleans()):
        # What is planned ahead takes the place of the standard's days.
        cells = {"planned_on": before(draw(st.integers(-100, 30)))}
    return Row(row.table, row.cells | cells)


@st.composite
def full_rows(draw) -> list[Row]:
    """The rows of a whole world, with clients who come and go and wish for something."""
    found = [_filled(draw, row) for row in draw(rows())]
    entries = draw(
        st.lists(
            st.tuples(st.sampled_from(CLIENTS), st.sampled_from(STEPS), maybe_day.filter(bool)),
            max_size=6,
            unique=True,
        )
    )
    return found + [
        Row("steps", {"client_id": key, "step": step, "entered_on": there}) for key, step, there in entries
    ]


periods = st.tuples(st.integers(-60, 500), st.integers(0, 400)).map(
    lambda pair: (before(pair[0] + pair[1]), before(pair[0]))
)
"""First and last day; some reach past the day, some begin after it."""
