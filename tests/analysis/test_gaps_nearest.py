"""Who is near to offering an occupation, and who would help clients near home: small worlds by hand."""

from typing import Any

import numpy as np
import pytest

from dashboard.analysis.gaps_areas import area_gaps
from dashboard.analysis.gaps_employers import completed_trials, rhythm
from dashboard.analysis.gaps_nearest import BRANCH, KIN, OFFERS, field_of, nearest
from dashboard.analysis.gaps_reach import reach
from dashboard.analysis.network_state import employer_state
from dashboard.data.reference import find_postal_code
from tests.analysis.reporting import basis_of
from tests.analysis.small import DEFINITIONS, ON, ago, state_of
from tests.builders import Row, client, contact, employer, placement

VALLENTUNA = "18630"


def offering(key: str, codes: str | None, **cells) -> Row:
    return employer(key, occupations=codes, **cells)


def visit(key: str, age: int = 10) -> Row:
    return contact(key, "A", ago(age), kind="visit")


def near(*rows: Row, group: str = "94", most: int = 9, leave: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
    """The proposals for a group: employer, why, and for evidence how many of how many."""
    state = state_of(*rows)
    among = ~state.employers.index.isin(leave)
    found = nearest(field_of(state, 2), (group,), among, most)
    keys = state.employers.index[found["row"]]
    return list(zip(keys, found["why"], found["shared"], found["of"], strict=True))


def test_who_says_that_it_offers_it_comes_first_and_by_how_much_is_lacking() -> None:
    rows = (
        offering("E1", "94"),
        *(offering("E2", "94"), visit("E2", 300)),
        *(offering("E3", "94"), visit("E3"), placement("E3", "K9", ago(10)), client("K9")),
    )
    # E3 is full, E2 is dormant; E1 has neither been met nor is it warm.
    assert near(*rows) == [("E3", OFFERS, 0, 0), ("E2", OFFERS, 0, 0), ("E1", OFFERS, 0, 0)]


def test_who_already_supplies_it_is_not_near_it() -> None:
    assert near(offering("E1", "94"), visit("E1")) == []


def test_others_in_the_branch_are_evidence_and_the_employer_itself_is_not() -> None:
    cafes = [row for n in range(3) for row in (offering(f"C{n}", "94", sni_code="56.100"), visit(f"C{n}"))]
    silent = offering("S", "52", sni_code="56290")
    asked = (offering("E1", None, sni_code="56"), visit("E1"))
    assert near(*cafes, silent, *asked) == [("E1", BRANCH, 3, 4)]
    # The silent one was never warm: it is evidence, and no proposal, until somebody visits.
    assert [(key, shared, of) for key, _why, shared, of in near(*cafes, silent, visit("S", 400), *asked)] == [
        ("S", 3, 3),
        ("E1", 3, 4),
    ]


def test_those_that_offer_the_same_are_evidence() -> None:
    both = [row for n in range(2) for row in (offering(f"C{n}", "94;52"), visit(f"C{n}"))]
    only = (offering("E1", "5222"), visit("E1"))
    other = (offering("E2", "83"), visit("E2"))
    assert near(*both, *only, *other) == [("E1", KIN, 2, 2)]


def test_one_of_one_is_weaker_evidence_than_three_of_four() -> None:
    one = (offering("B0", "94", sni_code="10110"), visit("B0"))
    many = [row for n in range(3) for row in (offering(f"C{n}", "94", sni_code="56100"), visit(f"C{n}"))]
    asked = [row for key, code in (("E1", "10200"), ("E2", "56200")) for row in (
        offering(key, None, sni_code=code), visit(key),
    )]  # fmt: skip
    fourth = offering("S", "52", sni_code="56100")
    found = near(*one, *many, fourth, *asked)
    assert [(key, shared, of) for key, _why, shared, of in found] == [("E2", 3, 4), ("E1", 1, 1)]


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ({"sni_code": None}, [visit("E1")]),
        ({"sni_code": "56100"}, []),
        ({"sni_code": "56100", "capacity": 0}, [visit("E1")]),
        ({"sni_code": "56100"}, [visit("E1", age) for age in range(1, 8)]),
        ({"sni_code": "56100", "active": False}, [visit("E1")]),
    ],
    ids=["no branch", "never warm", "no place", "tired of us", "not active"],
)
def test_nobody_is_proposed_without_evidence_warmth_room_and_rest(
    cells: dict[str, Any], rows: list[Row]
) -> None:
    full = (offering("C0", "94", sni_code="56100", capacity=0), visit("C0"))
    assert [found[0] for found in near(*full, offering("E1", None, **cells), *rows)] == ["C0"]


def test_where_nobody_offers_it_nobody_is_near() -> None:
    assert near(offering("E1", "52", sni_code="56100"), visit("E1")) == []
    assert near() == []


def test_so_many_are_proposed_and_only_among_those_asked_about() -> None:
    rows = [row for n in range(5) for row in (offering(f"E{n}", "94"), visit(f"E{n}", 300 + n))]
    assert [found[0] for found in near(*rows, most=2)] == ["E0", "E1"]
    assert [found[0] for found in near(*rows, most=2, leave=("E0",))] == ["E1", "E2"]


def test_groups_are_answered_in_the_order_in_which_they_are_asked() -> None:
    state = state_of(offering("E1", "94;52"), offering("E2", "52"))
    found = nearest(field_of(state, 2), ("94", "52"), np.ones(2, dtype=bool), 3)
    assert found["ssyk"].tolist() == ["94", "52", "52"]


# Near home


def at_home(key: str, kilometres: float = 1.0, precision: str = "exact", codes: str = "94", **cells) -> Row:
    place = find_postal_code(VALLENTUNA)
    assert place is not None
    at = {"map_latitude": place.latitude + kilometres / 111.195, "map_longitude": place.longitude}
    return offering(key, codes, position_precision=precision, **at, **cells)


def helped(*rows: Row) -> tuple[dict[str, tuple[int, int]], int]:
    """How many clients each employer would help and be enough for, and for how many all would be enough."""
    basis = basis_of(*rows)
    state = employer_state(basis.scope, ON, DEFINITIONS)
    place = find_postal_code(VALLENTUNA)
    assert place is not None
    homes = {VALLENTUNA: (place.latitude, place.longitude)}
    found = reach(basis, state, area_gaps(basis, state, homes), homes)
    keys = state.employers.index
    some = {
        str(key): (int(helps), int(closes))
        for key, helps, closes in zip(keys, found.helps, found.closes, strict=True)
        if helps
    }
    return some, int(found.could.sum())


def seeking(key: str, codes: str = "94") -> Row:
    return client(key, wished_occupations=codes, postal_code=VALLENTUNA)


def test_a_colder_employer_near_home_helps_those_who_wish_for_what_it_offers() -> None:
    rows = (seeking("K1"), seeking("K2"), seeking("K3", "52"), at_home("E1"), at_home("E2", 15.1))
    assert helped(*rows) == ({"E1": (2, 0)}, 0)


def test_it_is_enough_for_those_who_lack_one() -> None:
    warm = [row for n in range(2) for row in (at_home(f"W{n}"), visit(f"W{n}"))]
    assert helped(seeking("K1"), *warm, at_home("E1")) == ({"E1": (1, 1)}, 1)
    third = (at_home("W2"), visit("W2"))
    assert helped(seeking("K1"), *warm, *third, at_home("E1")) == ({}, 0)


def test_three_colder_ones_together_would_be_enough() -> None:
    assert helped(seeking("K1"), *(at_home(f"E{n}") for n in range(3)))[1] == 1
    assert helped(seeking("K1"), *(at_home(f"E{n}") for n in range(2)))[1] == 0


def test_who_is_placed_only_by_municipality_helps_nobody() -> None:
    assert helped(seeking("K1"), at_home("E1", 0.0, "municipality")) == ({}, 0)


# Rhythm


def test_a_rhythm_is_the_median_gap_and_the_silence_since() -> None:
    basis = basis_of(*(contact("E1", "A", ago(age)) for age in (70, 50, 40, 40)), employer("E2"))
    found = rhythm(basis)
    assert (found.silence[0], found.usual[0]) == (40, 15)
    assert np.isnan(found.usual[1])
    assert found.broken.tolist() == [False, False]


def test_trials_without_an_outcome_are_completed_too() -> None:
    basis = basis_of(placement("E1", "K1", ago(90), ago(30)), placement("E1", "K2", ago(90)))
    assert completed_trials(basis, employer_state(basis.scope, ON, DEFINITIONS)).tolist() == [1]
