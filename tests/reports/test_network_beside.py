"""What the side panel suggests about one employer: the way in, who resembles it, whom to ask next.

Anna shares two employers with Bo and one with Cia; Bo and Cia know Målet, Cia by far the best. Dag shares no
employer with anybody.
"""

import datetime as dt
from collections.abc import Iterable

import pytest
from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import use_language
from dashboard.reports.access import Access, Store
from dashboard.reports.network_alike import Alike, alike_to, alike_words, could_be_asked, next_to_ask
from dashboard.reports.network_scope import known
from dashboard.reports.network_way_in import WayIn, way_in, way_in_words
from dashboard.reports.trace import trace
from tests.builders import Row, coach, contact, employer, placement, quiet
from tests.reports.network_small import at, opened, visits

ANNA = Viewer(2, "Anna", Role.COACH, "A")
DAY = dt.date(2026, 5, 3)
COOK, CLEANER = "9412", "9111"


def near(key: str, km: float, occupations: str = COOK, **more: object) -> Row:
    """An employer so many kilometres north of the first: a degree is 111.195 of them."""
    place = {"map_latitude": 59.5 + km / 111.195, "map_longitude": 18.0, "position_precision": "exact"}
    return employer(key, name=key, occupations=occupations, map_municipality_code="0115", **place, **more)


def met(coach_id: str, *employers: str, kind: str = "meeting") -> Iterable[Row]:
    return (contact(one, coach_id, "2026-06-01", kind=kind) for one in employers)


def colleagues() -> list[Row]:
    return [
        *(coach(key, name=name) for key, name in zip("ABCD", ("Anna", "Bo", "Cia", "Dag"), strict=True)),
        *met("A", "E1", "E2", "E3", "Own"),
        *met("B", "E1", "E2"),
        *met("C", "E3"),
        *met("D", "Far"),
        contact("Goal", "B", "2026-01-10", kind="phone", initiated_by="employer"),
        *visits("Goal", "C", "2026-04-10", "2026-05-01", "2026-05-03"),
    ]


def asked(access: Access, employer_id: str, query: str = "") -> str:
    page = at(query)
    return way_in_words(way_in(access, page, known(access, page), employer_id))


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *colleagues())


@pytest.fixture
def hers(access: Access) -> Access:
    return Access(ANNA, access.store)


def test_a_strong_tie_is_nearer_than_a_weak_one_behind_a_closer_colleague(hers: Access) -> None:
    assert asked(hers, "Goal") == "**Fråga Cia**, som träffade dem 3 maj 2026. Ni delar 1 arbetsgivare."


def test_who_has_a_tie_herself_asks_nobody(hers: Access) -> None:
    assert asked(hers, "Own") == "**Du känner någon där själv**, senast 1 juni 2026."


def test_a_manager_asks_the_one_with_the_strongest_tie(access: Access) -> None:
    assert asked(access, "Goal") == "**Fråga Cia**, som träffade dem 3 maj 2026."


def test_of_a_chosen_coach_it_says_whom_that_coach_can_ask(access: Access) -> None:
    assert asked(access, "Goal", "coach=A").startswith("**Anna kan fråga Cia**, som träffade dem 3 maj 2026.")
    assert asked(access, "Own", "coach=A") == "**Anna känner någon där**, senast 1 juni 2026."


def test_a_way_may_lead_over_several(access: Access) -> None:
    # Bo shares nothing with Cia; Anna shares with both, and only Cia knows Own's neighbour.
    only = asked(access, "E3", "coach=B")
    assert only.startswith("**Bo kan fråga Anna**")


def test_without_shared_employers_there_is_still_somebody_to_ask(hers: Access) -> None:
    said = asked(hers, "Far")
    assert said == "**Fråga Dag**, som träffade dem 1 juni 2026. Ni delar ingen arbetsgivare än."


def test_the_way_over_several_names_the_first_and_the_last(sqlite_engine: Engine) -> None:
    rows = [*met("A", "E1"), *met("B", "E1", "E2"), *met("C", "E2", "Goal")]
    names = (coach(key, name=name) for key, name in zip("ABC", ("Anna", "Bo", "Cia"), strict=True))
    access = Access(ANNA, opened(sqlite_engine, *names, *rows).store)
    assert asked(access, "Goal") == (
        "**Fråga Bo**, som kan nå Cia, som träffade dem 1 juni 2026. Ni delar 1 arbetsgivare."
    )


def test_nobody_knows_what_nobody_has_met(sqlite_engine: Engine) -> None:
    assert asked(opened(sqlite_engine, employer("E1")), "E1") == "Ingen har ett levande band dit."


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        (WayIn("", False, ("Bo",), 0, DAY, False), "**Ask Bo**, who was in touch 3 May 2026."),
        (
            WayIn("Anna", True, ("Anna",), 2, DAY, True),
            "**You know somebody there yourself**, last 3 May 2026.",
        ),
        (WayIn("Anna", False, ("Anna",), 2, DAY, True), "**Anna knows somebody there**, last 3 May 2026."),
        (
            WayIn("Anna", True, ("Bo",), 2, DAY, True),
            "**Ask Bo**, who met them 3 May 2026. You share 2 employers.",
        ),
        (
            WayIn("Anna", False, ("Bo", "Cia"), 1, DAY, True),
            "**Anna can ask Bo**, who can reach Cia, who met them 3 May 2026. They share 1 employer.",
        ),
        (
            WayIn("Anna", False, ("Bo",), 0, DAY, True),
            "**Anna can ask Bo**, who met them 3 May 2026. They share no employer yet.",
        ),
        (None, "Nobody has a living tie there."),
    ],
)
def test_the_way_in_is_said_in_english_too(way: WayIn | None, sentence: str) -> None:
    use_language("en")
    assert way_in_words(way) == sentence


def neighbours() -> list[Row]:
    """Around Home: Used has hosted, Full has no place, Tired is tired, Other offers something else."""
    return [
        near("Home", 0, f"{COOK};{CLEANER}"),
        near("Used", 1, f"{COOK};{CLEANER}"),
        near("Full", 2, f"{COOK};{CLEANER}", capacity=0),
        near("Tired", 3, f"{COOK};{CLEANER}", capacity=9),
        near("Cold", 4, f"{COOK};{CLEANER}"),
        near("Known", 5),
        near("Other", 1, "2221"),
        near("Away", 90, f"{COOK};{CLEANER}"),
        placement("Used", "K1", "2026-01-01", "2026-02-01"),
        *(contact("Tired", "A", f"2026-06-{day:02}") for day in range(1, 10)),
        *met("B", "Known"),
    ]


def test_who_resembles_shares_an_occupation_and_an_area(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *neighbours())
    found = alike_to(access, at(), known(access, at()), "Home")
    assert len(found) == 3
    assert not {"Other", "Away", "Home"} & {one.employer_id for one in found}
    by_name = {one.employer_id: one for one in found}
    assert by_name["Used"].away_km == pytest.approx(1, abs=0.01)


def test_the_next_has_room_is_rested_unused_and_known_first(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *neighbours())
    scope = known(access, at())
    assert could_be_asked(access, at(), scope, "Home") == ("Known", "Cold")
    found = next_to_ask(access, at(), scope, "Home")
    assert found is not None
    assert (found.alike.name, found.alike.free) == ("Known", 1)
    assert found.way is not None
    assert found.way.names == ("Coach B",)
    rows = trace(access, at("arbetsgivare=Home"), "panel.next").rows
    assert rows["employer_id"].tolist() == ["Known", "Cold"]


def test_who_is_to_be_left_in_peace_is_not_the_next_to_ask(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *neighbours())
    quiet(sqlite_engine, "Known", "2026-06-30", "2026-06-30")
    assert could_be_asked(access, at(), known(access, at()), "Home") == ("Cold",)


def test_an_employer_without_place_or_occupation_resembles_nobody(access: Access) -> None:
    scope = known(access, at())
    assert alike_to(access, at(), scope, "Goal") == ()
    assert next_to_ask(access, at(), scope, "Goal") is None


@pytest.mark.parametrize(
    ("away", "where"),
    [(0.01, "på samma plats"), (2.34, "2,3 km bort"), (12.4, "12 km bort"), (None, "också i Vallentuna")],
)
def test_the_reason_says_what_and_where(away: float | None, where: str) -> None:
    said = alike_words(Alike("E1", "E1", ("94",), away, "0115", 1))
    assert said.startswith("samma yrke: ")
    assert said.endswith(where)


def test_of_several_shared_occupations_the_first_is_named() -> None:
    use_language("en")
    said = alike_words(Alike("E1", "E1", ("91", "94"), 3, "0115", 1))
    assert said.startswith("same occupations: ")
    assert "and 1 more; 3.0 km away" in said


@pytest.mark.parametrize("role", [Role.VISITOR, Role.ADMIN])
def test_none_but_staff_are_told_whom_to_ask(access: Access, role: Role) -> None:
    for key in ("panel.way_in", "panel.alike", "panel.next"):
        with pytest.raises(AccessDenied):
            trace(Access(Viewer(9, "x", role), Store(access.store.engine)), at("arbetsgivare=Goal"), key)
