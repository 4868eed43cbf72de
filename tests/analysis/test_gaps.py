"""What is lacking: occupations, areas, employers, and non-traditional placements, by hand."""

from typing import Any

import numpy as np
import pytest

from dashboard.analysis.equality import non_traditional
from dashboard.analysis.gaps_areas import chord, on_the_globe
from dashboard.analysis.gaps_employers import grouped_median
from dashboard.analysis.occupations import occupation_groups
from dashboard.data.reference import find_postal_code, share_of_women
from tests.analysis.reporting import basis_of, report_of
from tests.analysis.small import ago
from tests.builders import Row, client, coach, contact, employer, placement, unit, world

VALLENTUNA = "18630"


def gaps(*rows: Row, **options) -> Any:
    return report_of(*rows, **options)["gaps"]


def occupations(*rows: Row) -> dict[str, tuple[float, float, str]]:
    return {gap["ssyk"]: (gap["demand"], gap["supply"], gap["state"]) for gap in gaps(*rows)["occupations"]}


def wishing(codes: str, key="K1", **cells) -> Row:
    return client(key, wished_occupations=codes, **cells)


def offering(codes: str | None, key="E1", **cells) -> Row:
    return employer(key, occupations=codes, **cells)


def visit(key="E1", age=10) -> Row:
    return contact(key, "A", ago(age), kind="visit")


# Occupations


def test_a_client_shares_one_over_the_groups_wished_for() -> None:
    assert occupations(wishing("9412;9411;5222"))["94"] == (0.5, 0.0, "missing")


def test_only_active_clients_without_a_running_employment_ask_for_anything() -> None:
    assert occupations(wishing("94", closed_on=ago(0))) == {}
    assert occupations(wishing("94", enrolled_on=None, applied_on=ago(9))) == {}
    running = placement("E9", "K1", ago(10), kind="employment")
    assert occupations(wishing("94"), running) == {}
    ended = placement("E9", "K1", ago(10), ago(0), kind="employment")
    assert list(occupations(wishing("94"), ended)) == ["94"]


def test_an_employer_shares_its_free_places_over_the_groups_that_are_wanted() -> None:
    rows = (wishing("94;52"), offering("9412;5222;8341", capacity=3), visit())
    assert occupations(*rows) == {"52": (0.5, 1.5, "covered"), "94": (0.5, 1.5, "covered")}


@pytest.mark.parametrize(
    ("touch", "supply"),
    [
        (contact("E1", "A", ago(10), kind="phone"), 0.0),
        (visit(age=180), 1.0),
        (visit(age=181), 0.0),
        (placement("E1", "K9", ago(20), ago(10), kind="study_visit"), 1.0),
    ],
)
def test_supply_takes_an_employer_that_was_met_and_is_warm(touch: Row, supply: float) -> None:
    assert occupations(wishing("94"), offering("94"), touch, client("K9"))["94"][1] == supply


def test_supply_equal_to_demand_covers_it_and_a_little_less_is_thin() -> None:
    three = [wishing("94;52;83", f"K{n}") for n in range(1, 4)]
    made = occupations(*three, offering("94", capacity=1), visit())
    assert made["94"] == (1.0, 1.0, "covered")
    two = [wishing("94", f"K{n}") for n in range(1, 3)]
    assert occupations(*two, offering("94"), visit())["94"] == (2.0, 1.0, "thin")


def test_a_full_employer_supplies_nothing() -> None:
    full = placement("E1", "K2", ago(10))
    assert occupations(wishing("94"), client("K2"), offering("94"), full)["94"][2] == "missing"


def test_codes_of_any_length_belong_to_the_group_of_their_first_two_digits() -> None:
    column = world(wishing("94"), wishing("941;9412;52", "K2"), wishing("", "K3"), client("K4")).clients
    groups = occupation_groups(column["wished_occupations"], 2)
    found = [(row, groups.names[group]) for row, group in zip(groups.row, groups.group, strict=True)]
    assert found == [(0, "94"), (1, "52"), (1, "94")]


# Areas


def near_home(key: str, kilometres: float = 1.0, precision="exact", codes="94") -> tuple[Row, Row]:
    """A warm employer so far north of the post town's point."""
    place = find_postal_code(VALLENTUNA)
    assert place is not None
    at = {"map_latitude": place.latitude + kilometres / 111.195, "map_longitude": place.longitude}
    return offering(codes, key, position_precision=precision, **at), visit(key)


def areas(*rows: Row) -> Any:
    return gaps(*rows)["areas"]


def asking(**cells) -> Row:
    return wishing("94", **{"postal_code": VALLENTUNA, **cells})


def test_fewer_than_three_warm_employers_near_home_are_a_gap() -> None:
    two = [*near_home("E1"), *near_home("E2", 14.9)]
    assert areas(asking(), *two) == {"clients": 1, "municipality_only": 0}
    assert areas(asking(), *two, *near_home("E3", 14.99))["clients"] == 0
    assert areas(asking(), *two, *near_home("E3", 15.01))["clients"] == 1


def test_an_employer_that_only_its_municipality_places_is_never_near() -> None:
    rows = [row for n in range(3) for row in near_home(f"E{n}", 0.0, "municipality")]
    assert areas(asking(), *rows)["clients"] == 1
    rows = [row for n in range(3) for row in near_home(f"E{n}", 0.0, "locality")]
    assert areas(asking(), *rows)["clients"] == 0


def test_the_employers_must_offer_what_is_wished() -> None:
    rows = [row for n in range(3) for row in near_home(f"E{n}", codes="52")]
    assert areas(asking(), *rows)["clients"] == 1
    assert areas(wishing("94;52", postal_code=VALLENTUNA), *rows)["clients"] == 0


def test_clients_whose_home_is_not_known_are_counted_apart() -> None:
    assert areas(asking(postal_code="99999")) == {"clients": 0, "municipality_only": 1}
    assert areas(asking(postal_code=None)) == {"clients": 0, "municipality_only": 0}
    assert areas(client(postal_code=VALLENTUNA)) == {"clients": 0, "municipality_only": 0}
    at_work = placement("E9", "K1", ago(10), kind="employment")
    assert areas(asking(), at_work) == {"clients": 0, "municipality_only": 0}


def test_distances_follow_the_great_circle() -> None:
    # Stockholm – Göteborg, 397 km.
    points = on_the_globe(np.array([[59.3293, 18.0686], [57.7089, 11.9746]]))
    straight = float(np.linalg.norm(points[0] - points[1]))
    assert chord(396.5) < straight < chord(397.5)


# Employers


def test_fading_is_a_silence_of_twice_the_usual_and_more_than_sixty_days() -> None:
    def relation(*ages: int) -> tuple[Row, ...]:
        # An employment makes the relation deep enough to be medium.
        return (
            placement("E1", "K1", ago(ages[0]), ago(ages[0] - 1), "employment"),
            *(contact("E1", "A", ago(age), kind="visit", initiated_by="employer") for age in ages[1:]),
        )

    assert gaps(*relation(121, 91, 61))["fading"] == 1
    assert gaps(*relation(122, 92, 60))["fading"] == 0
    assert gaps(*relation(125, 94, 62, 62))["fading"] == 0, "twice a gap of 31.5 days is 63"
    assert gaps(*relation(61))["fading"] == 0, "one day has no rhythm"


def test_a_weak_relation_does_not_fade() -> None:
    assert gaps(contact("E1", "A", ago(300)), contact("E1", "A", ago(290)))["fading"] == 0


def test_unused_is_known_long_shallow_untouched_and_wanted() -> None:
    wish = wishing("94")
    known = offering("94", registered_on=ago(181))
    assert gaps(wish, known)["unused"] == 1
    assert gaps(wish, offering("94"))["unused"] == 1
    assert gaps(wish, offering("94", registered_on=ago(180)))["unused"] == 0
    assert gaps(wish, offering("52"))["unused"] == 0
    assert gaps(wish, known, visit(age=180))["unused"] == 1
    assert gaps(wish, known, contact("E1", "A", ago(179), kind="email"))["unused"] == 0
    deep = placement("E1", "K2", ago(400), ago(300))
    assert gaps(wish, known, client("K2"), deep)["unused"] == 0


def test_a_dead_end_has_three_completed_trials_and_never_an_employment() -> None:
    def tries(n: int) -> list[Row]:
        return [placement("E1", f"K{k}", ago(200), ago(150), outcome=None) for k in range(n)]

    assert gaps(*tries(2))["dead_ends"] == 0
    assert gaps(*tries(3))["dead_ends"] == 1
    assert gaps(*tries(3), placement("E1", "K9", ago(900), ago(800), "employment"))["dead_ends"] == 0
    joined = [
        placement("E1", "K1", ago(200), ago(150), outcome="extended"),
        placement("E1", "K1", ago(149), ago(140), outcome="no_job"),
    ]
    assert gaps(*tries(1), placement("E1", "K3", ago(50), ago(40)), *joined)["dead_ends"] == 1
    assert gaps(*joined, placement("E1", "K3", ago(50), ago(40)))["dead_ends"] == 0


def test_dependence_is_strong_and_on_one_coach_alone() -> None:
    strong = (
        placement("E1", "K1", ago(5), kind="employment"),
        placement("E1", "K2", ago(5), kind="employment"),
        *(contact("E1", "A", ago(age), kind="visit", initiated_by="employer") for age in range(1, 13)),
    )
    made = report_of(*strong)
    assert (made["employers"]["strength"]["strong"], made["gaps"]["dependence"]) == (1, 1)
    second = contact("E1", "B", ago(3), kind="visit", initiated_by="employer")
    assert gaps(*strong, second)["dependence"] == 0


def test_what_is_missing_in_the_records_is_counted_apart() -> None:
    assert gaps(employer(), employer("E2", active=False))["data"] == {
        "no_position": 1, "no_occupation": 1, "no_sni": 1,
    }  # fmt: skip


def test_grouped_medians() -> None:
    codes, values = np.array([2, 0, 2, 2, 0]), np.array([9, 4, 1, 5, 7])
    assert grouped_median(codes, values, 3).tolist() == pytest.approx([5.5, float("nan"), 5.0], nan_ok=True)


# Equality


def test_non_traditional_follows_the_register_and_counts_rows() -> None:
    few, many = "7119", "5321"
    low, high = share_of_women(few), share_of_women(many)
    assert low is not None
    assert high is not None
    assert low < 0.4
    assert high > 0.6
    rows = (
        client("K1", gender="woman"),
        client("K2", gender="man"),
        client("K3", gender="other"),
        placement("E1", "K1", ago(300), ago(200), "employment", occupation=few),
        placement("E1", "K1", ago(195), None, "employment", occupation=few),
        placement("E1", "K1", ago(20), occupation=many),
        placement("E1", "K1", ago(20)),
        placement("E1", "K2", ago(20), occupation=many),
        placement("E1", "K2", ago(20), occupation="9999"),
        placement(None, "K2", ago(20), kind="studies", occupation=many),
        placement("E1", "K3", ago(20), occupation=many),
        placement("E1", "K2", ago(365), occupation=many),
    )
    made = report_of(*rows)["equality"]["non_traditional"]
    assert (made["woman"]["n"], made["woman"]["of"]) == (2, 3)
    assert (made["man"]["n"], made["man"]["of"]) == (1, 1)


@pytest.mark.parametrize(
    ("women", "woman", "man"), [(0.399, 1, 0), (0.40, 0, 0), (0.60, 0, 0), (0.601, 0, 1)]
)
def test_forty_and_sixty_per_cent_are_balanced(women: float, woman: int, man: int) -> None:
    rows = [client("K1", gender="woman"), client("K2", gender="man")]
    rows += [placement("E1", key, ago(20), occupation="9412") for key in ("K1", "K2")]
    found = non_traditional(basis_of(*rows), {"941": women})
    assert (found["woman"].n, found["man"].n) == (woman, man)


def test_an_employer_only_another_unit_knows_is_no_gap_of_ours() -> None:
    rows = (
        unit("U1"), unit("U2"), coach("A", unit_id="U1"), coach("B", unit_id="U2"),
        contact("E1", "B", ago(300), kind="visit"), employer("E1"),
    )  # fmt: skip
    assert gaps(*rows, units=("U1",))["dormant"] == 0
    assert gaps(*rows, units=("U2",))["dormant"] == 1
