"""Random small worlds for hypothesis, dense around one day so that edges are met."""

import datetime as dt

from hypothesis import strategies as st

from dashboard.domain.vocabulary import CONTACT_KINDS, INITIATORS, OUTCOMES, PARTIES, PLACEMENT_KINDS
from tests.builders import Row, client, coach, contact, employer, follow_up, placement, unit

ON = dt.date(2026, 6, 30)
EDGES = (0, 1, 13, 14, 15, 29, 30, 89, 90, 91, 179, 180, 181, 182, 364, 365, 366, 729, 730)
EMPLOYERS, COACHES, CLIENTS = ("E1", "E2", "E3"), ("A", "B", "C"), ("K1", "K2", "K3", "K4")


def before(days: int) -> str:
    return (ON - dt.timedelta(days=days)).isoformat()


ages = st.one_of(st.sampled_from(EDGES), st.integers(-40, 800))
days = ages.map(before)
maybe_day = st.none() | days


@st.composite
def spans(draw) -> tuple[str, str | None]:
    """A start and perhaps an end, not before it."""
    age = draw(ages)
    length = draw(st.none() | st.sampled_from((0, 1, 5, 14, 30, 100, 200)) | st.integers(0, 300))
    return before(age), None if length is None else before(age - length)


@st.composite
def _coaches(draw) -> list[Row]:
    units = st.sampled_from(("U1", "U2", None))
    rows = []
    for key in COACHES:
        start, end = draw(spans())
        limits = draw(st.sampled_from(({}, {"started_on": start}, {"started_on": start, "ended_on": end})))
        fte = draw(st.sampled_from((0.0, 0.5, 1.0)))
        rows.append(coach(key, unit_id=draw(units), fte=fte, **limits))
    return rows


@st.composite
def _employers(draw) -> list[Row]:
    return [
        employer(
            key,
            capacity=draw(st.integers(0, 2)),
            active=draw(st.sampled_from((True, True, True, False))),
            registered_on=draw(maybe_day),
            municipality_code=draw(st.sampled_from(("0115", "0114", None))),
        )
        for key in EMPLOYERS
    ]


@st.composite
def _placements(draw, earlier: list[Row]) -> Row:
    number = len(earlier)
    if earlier and draw(st.booleans()):
        return _renewed(draw, draw(st.sampled_from(earlier)), f"P{number:02}")
    start, end = draw(spans())
    kind = draw(st.sampled_from(PLACEMENT_KINDS))
    return placement(
        draw(st.sampled_from(EMPLOYERS)) if kind != "studies" else draw(st.sampled_from((None, "E1"))),
        draw(st.sampled_from(CLIENTS)),
        start,
        end,
        kind,
        placement_id=f"P{number:02}",
        coach_id=draw(st.sampled_from((*COACHES, None))),
        outcome=draw(st.sampled_from((*OUTCOMES, "extended", "extended", None))),
    )


def _renewed(draw, former: Row, key: str) -> Row:
    """A row that continues an earlier one, more or less well."""
    ended = former.cells["ended_on"] or former.cells["started_on"]
    start = dt.date.fromisoformat(ended) + dt.timedelta(days=draw(st.sampled_from((-3, 0, 13, 14, 15))))
    length = draw(st.none() | st.integers(0, 200))
    return Row(
        "placements",
        former.cells
        | {
            "placement_id": key,
            "started_on": start.isoformat(),
            "ended_on": None if length is None else (start + dt.timedelta(days=length)).isoformat(),
            "outcome": draw(st.sampled_from((*OUTCOMES, "extended", None))),
        },
    )


@st.composite
def rows(draw) -> list[Row]:
    """The rows of a whole world: two units, three coaches, four clients, three employers."""
    contacts = st.builds(
        lambda at, who, when, kind, by: contact(at, who, when, kind, initiated_by=by),
        st.sampled_from(EMPLOYERS),
        st.sampled_from(COACHES),
        days,
        st.sampled_from(CONTACT_KINDS),
        st.sampled_from(INITIATORS),
    )
    placed: list[Row] = []
    for _number in range(draw(st.integers(0, 8))):
        placed.append(draw(_placements(placed)))
    follow_ups = st.builds(
        lambda of, planned, done, party, cancelled, who: follow_up(
            of.cells["placement_id"], planned, done, party, cancelled=cancelled, coach_id=who
        ),
        st.sampled_from(placed or [placement()]),
        days,
        maybe_day,
        st.sampled_from((*PARTIES, None)),
        st.booleans(),
        st.sampled_from((*COACHES, None)),
    )
    return [
        unit("U1", municipality_code="0115"),
        unit("U2", municipality_code=draw(st.sampled_from(("0114", "0115", None)))),
        *draw(_coaches()),
        *draw(_employers()),
        *(
            client(
                key,
                draw(st.sampled_from((*COACHES, None))),
                unit_id=draw(st.sampled_from(("U1", "U2", None))),
            )
            for key in CLIENTS
        ),
        *draw(st.lists(contacts, max_size=12)),
        *placed,
        *(draw(st.lists(follow_ups, max_size=8)) if placed else []),
    ]
