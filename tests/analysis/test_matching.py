"""Employers ranked for a client: small worlds whose right order and sums are worked out by hand."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dashboard.analysis.matching import Matches, Wanted, match, weights_for
from dashboard.analysis.matching_parts import great_circle
from dashboard.analysis.network_state import employer_state
from dashboard.domain.definitions import Definitions, MatchWeights
from tests.analysis.reporting import basis_of
from tests.analysis.small import ON, ago
from tests.builders import Row, client, contact, employer, placement

HOME = (59.534, 18.080)
HERE: dict[str, Any] = {"map_latitude": 59.534, "map_longitude": 18.080, "position_precision": "exact"}
WANTED = Wanted(
    clients=(0,), wishes=("9412",), needs=("calm", "structure"), home=HOME, home_is_measurable=True
)
GOOD: dict[str, Any] = {"occupations": "9412", "adjustments": "calm;structure", "capacity": 2, **HERE}


def matched(*rows: Row, wanted: Wanted = WANTED, quiet: tuple[str, ...] = (), **changed) -> Matches:
    definitions = replace(Definitions(), **changed)
    has_client = any(row.cells.get("client_id") == "K0" for row in rows if row.table == "clients")
    basis = basis_of(*([] if has_client else [client("K0")]), *rows, definitions=definitions)
    state = employer_state(basis.scope, ON, definitions)
    return match(basis, state, wanted, frozenset(quiet))


def order(found: Matches) -> list[str]:
    return [str(key) for key in found.employer_ids[found.ranked]]


def part(found: Matches, name: str, key: str = "E1") -> float:
    return float(found.parts[name][found.employer_ids.tolist().index(key)])


def why_not(found: Matches) -> dict[str, tuple[str, ...]]:
    rows = {str(key): found.reasons_of(row) for row, key in enumerate(found.employer_ids)}
    return {key: reasons for key, reasons in rows.items() if reasons}


def test_an_employer_that_has_everything_and_no_history_gets_what_the_weights_say() -> None:
    found = matched(employer("E1", **GOOD))
    # 0.30 + 0.20 + 0.15 + 0 (no relation) + 0 (nobody succeeded anywhere) + 0.05 + 0.05
    assert found.score.tolist() == [75.0]
    assert {name: part(found, name) for name in found.parts} == {
        "occupation": 1.0,
        "adjustments": 1.0,
        "distance": 1.0,
        "relation": 0.0,
        "success": 0.0,
        "places": 1.0,
        "rest": 1.0,
    }


def test_the_sum_is_its_parts_and_nothing_else() -> None:
    found = matched(
        employer("E1", **{**GOOD, "occupations": "9411;5120"}),
        employer("E2", **{**GOOD, "adjustments": "calm", "capacity": 1}),
        contact("E2", "A", ago(20), kind="visit"),
    )
    again = sum(found.weights[name] * found.parts[name] for name in found.parts)
    assert found.score == pytest.approx(100 * np.asarray(again), abs=1e-6)


@pytest.mark.parametrize(
    ("offers", "value"),
    [("9412", 1.0), ("9411;5120", 0.75), ("941", 0.75), ("9520;94", 0.5), ("5120;9411;9412", 1.0)],
)
def test_the_occupation_counts_by_shared_digits(offers: str, value: float) -> None:
    assert part(matched(employer("E1", **{**GOOD, "occupations": offers})), "occupation") == value


def test_one_shared_digit_is_no_occupation_in_common() -> None:
    found = matched(employer("E1", **{**GOOD, "occupations": "9310"}), employer("E2", **HERE))
    assert order(found) == []
    assert why_not(found) == {"E1": ("other_occupation",), "E2": ("no_occupation",)}


WORSE: dict[str, dict[str, Any]] = {
    "occupation": {"occupations": "9411"},
    "adjustments": {"adjustments": "calm"},
    "distance": {"map_latitude": 59.60},
    "places": {"capacity": 1},
}


@pytest.mark.parametrize("name", WORSE)
def test_one_factor_made_worse_moves_an_employer_down(name: str) -> None:
    # E1 comes first of equals by its key; the one factor turns them round.
    assert order(matched(employer("E1", **GOOD), employer("E2", **GOOD))) == ["E1", "E2"]
    worse = matched(employer("E1", **{**GOOD, **WORSE[name]}), employer("E2", **GOOD))
    assert order(worse) == ["E2", "E1"]
    assert part(worse, name) < part(worse, name, "E2")


def test_a_relation_moves_an_employer_up_and_fades() -> None:
    both = (employer("E1", **GOOD), employer("E2", **GOOD))
    fresh = matched(*both, contact("E2", "A", ago(5), kind="visit", initiated_by="employer"))
    assert order(fresh) == ["E2", "E1"]
    old = matched(*both, contact("E2", "A", ago(600), kind="visit", initiated_by="employer"))
    assert part(old, "relation", "E2") < part(fresh, "relation", "E2")


def test_contacts_on_our_initiative_take_breathing_space_until_the_employer_is_tired() -> None:
    def calls(count: int) -> list[Row]:
        return [contact("E1", "A", ago(day + 1), kind="email") for day in range(count)]

    assert part(matched(employer("E1", **GOOD), *calls(3)), "rest") == pytest.approx(1 - 3 / 7)
    assert why_not(matched(employer("E1", **GOOD), *calls(7))) == {"E1": ("tired",)}


def trial(key: str, who: str, outcome: str) -> Row:
    return placement(key, who, ago(300), ago(200), outcome=outcome)


def test_success_is_of_others_with_similar_needs_and_drawn_towards_the_average() -> None:
    alike = [client(f"K{n}", support_needs="calm;language") for n in (1, 2, 3)]
    rows = (
        *(employer("E1", **GOOD), employer("E2", **GOOD), client("K0", support_needs="calm"), *alike),
        client("K9", support_needs="physical"),
        *(trial("E1", "K1", "employment"), trial("E1", "K2", "studies"), trial("E1", "K3", "no_job")),
        *(trial("E2", "K9", "employment"), trial("E2", "K0", "no_job")),
    )
    found = matched(*rows)
    # 2 of 3 everywhere: p = 2/3. E1: (2 + 4 · 2/3) / (3 + 4); E2 has only trials that do not count.
    assert found.similar.completed.tolist() == [3, 0]
    assert found.similar.succeeded.tolist() == [2, 0]
    assert part(found, "success") == pytest.approx((2 + 8 / 3) / 7)
    assert part(found, "success", "E2") == pytest.approx(2 / 3)
    anybody = matched(*rows, wanted=replace(WANTED, needs=()))
    assert anybody.similar.completed.tolist() == [3, 1]


def test_distance_is_along_the_great_circle_and_halves_every_so_many_kilometres() -> None:
    # A quarter of the way round a sphere of 6371.0088 km, and Stockholm–Göteborg by the law of cosines.
    assert great_circle(np.array([[0.0, 18.0]]), (90.0, 18.0))[0] == pytest.approx(10007.557, abs=0.001)
    (south, west), (north, east) = np.radians([(57.7089, 11.9746), (59.3293, 18.0686)])
    angle = np.sin(south) * np.sin(north) + np.cos(south) * np.cos(north) * np.cos(east - west)
    apart = great_circle(np.array([[57.7089, 11.9746]]), (59.3293, 18.0686))[0]
    assert apart == pytest.approx(6371.0088 * np.arccos(angle), abs=0.001)
    farther = 59.534 + 15 / 111.195  # 15 km along a meridian
    found = matched(employer("E1", **{**GOOD, "map_latitude": farther}))
    assert found.near.kilometres[0] == pytest.approx(15, abs=0.01)
    assert part(found, "distance") == pytest.approx(0.5, abs=0.001)


def test_a_municipality_is_never_0_km_away_and_no_position_is_worth_nothing() -> None:
    found = matched(
        employer("E1", **{**GOOD, "position_precision": "municipality"}),
        employer("E2", **{**GOOD, "map_latitude": None, "map_longitude": None, "position_precision": "none"}),
    )
    assert found.near.kilometres[0] == 15
    assert not found.near.measured.any()
    assert (part(found, "distance"), part(found, "distance", "E2")) == (0.5, 0.0)
    home_unsure = matched(employer("E1", **GOOD), wanted=replace(WANTED, home_is_measurable=False))
    assert part(home_unsure, "distance") == 0.5


def test_who_is_ruled_out_is_told_with_every_reason() -> None:
    found = matched(
        employer("E1", **{**GOOD, "active": False}),
        employer("E2", **{**GOOD, "capacity": 1}),
        employer("E3", **GOOD),
        employer("E4", **GOOD),
        employer("E5", **{**GOOD, "occupations": "2512"}),
        employer("E6", **GOOD),
        placement("E2", "K7", ago(10)),
        trial("E3", "K0", "interrupted_employer"),
        placement("E4", "K0", ago(10)),
        quiet=("E5", "E9"),
    )
    assert order(found) == ["E6"]
    assert found.inactive == ("E1",)
    assert why_not(found) == {
        "E2": ("full",),
        "E3": ("interrupted",),
        "E4": ("there_now",),
        "E5": ("quiet", "other_occupation"),
    }


def test_an_interruption_of_an_earlier_enrolment_counts_and_one_of_somebody_else_does_not() -> None:
    rows = (
        *(employer("E1", **GOOD), employer("E2", **GOOD), client("K0-OLD"), client("K5")),
        *(trial("E1", "K0-OLD", "interrupted_client"), trial("E2", "K5", "interrupted_client")),
    )
    assert sorted(order(matched(*rows))) == ["E1", "E2"]
    assert order(matched(*rows, wanted=replace(WANTED, clients=(0, 1)))) == ["E2"]


def test_what_is_not_known_about_the_client_is_left_out_and_the_others_share_its_weight() -> None:
    nothing = Wanted(clients=(0,))
    weights = weights_for(nothing, Definitions())
    assert weights["occupation"] == weights["adjustments"] == weights["distance"] == 0
    # 0.15 of the 0.35 that are left
    assert weights["relation"] == pytest.approx(0.15 / 0.35)
    assert order(matched(employer("E1", capacity=2), wanted=nothing)) == ["E1"]


def test_the_units_weights_decide() -> None:
    rows = (
        employer("E1", **{**GOOD, "adjustments": None}),
        employer("E2", **{**GOOD, "occupations": "94"}),
    )
    assert order(matched(*rows)) == ["E2", "E1"]
    wish_only = MatchWeights(
        occupation=0.9, adjustments=0.1, distance=0, relation=0, success=0, places=0, rest=0
    )
    assert order(matched(*rows, match_weights=wish_only)) == ["E1", "E2"]


def test_equals_stand_by_occupation_then_distance_then_key() -> None:
    none = MatchWeights(occupation=0, adjustments=1, distance=0, relation=0, success=0, places=0, rest=0)
    far = {**GOOD, "map_latitude": 59.7}
    rows = (
        *(employer("E1", **{**GOOD, "occupations": "9411"}), employer("E2", **far)),
        *(employer("E4", **GOOD), employer("E3", **GOOD)),
    )
    assert order(matched(*rows, match_weights=none)) == ["E3", "E4", "E2", "E1"]


def test_gender_and_age_move_nothing() -> None:
    def unit(gender: str | None, born: int | None) -> Matches:
        person: dict[str, Any] = {"gender": gender, "birth_year": born, "support_needs": "calm"}
        return matched(
            *(employer("E1", **GOOD), employer("E2", **{**GOOD, "capacity": 1}), client("K0", **person)),
            *(client("K1", **person), trial("E2", "K1", "employment"), contact("E2", "A", ago(9))),
        )

    first = unit("woman", 1970)
    for other in (unit("man", 2004), unit(None, None)):
        assert order(other) == order(first)
        assert other.score.tolist() == first.score.tolist()
        assert {name: value.tolist() for name, value in other.parts.items()} == {
            name: value.tolist() for name, value in first.parts.items()
        }
    assert {"gender", "birth_year", "age"}.isdisjoint(Wanted.__dataclass_fields__)


def test_nobody_to_rank_is_an_answer() -> None:
    assert order(matched()) == []
