"""Each planted story is found by the real analysis, on several days and with two seeds."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

import pytest

from dashboard.analysis.graphs import single_coach_employers
from dashboard.analysis.leaving import if_coaches_leave, leaving_summary
from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope, select
from dashboard.data.demo import fill_demo, invent, stories
from dashboard.data.demo.coaches import ANNA, COACHES_TODAY
from dashboard.data.demo.records import InventedUnit, PlacementRecord
from dashboard.data.engine import open_engine
from dashboard.data.readers import read_world
from dashboard.domain.definitions import Definitions
from dashboard.domain.vocabulary import TRIAL_KINDS
from tests.demo.cases import CASES

DEFINITIONS = Definitions()
HOURS_A_WEEK = 12
"""What MEASURES.md takes a full-time coach to have for follow-ups."""


@dataclass(frozen=True)
class Demo:
    """A filled demo, as rows and as analysis sees it."""

    on: dt.date
    unit: InventedUnit
    scope: Scope
    state: EmployerState

    def employer(self, employer_id: str):
        return self.state.employers.loc[employer_id]

    def ties(self, employer_id: str) -> set[str]:
        active = self.state.active_ties
        return set(active["coach_id"][active["employer_id"] == employer_id])

    def placements_at(self, employer_id: str) -> list[PlacementRecord]:
        return [row for row in self.unit.placements if row.employer_id == employer_id]

    def age(self, day: dt.date) -> int:
        return (self.on - day).days


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}, seed {case[1]}")
def demo(
    request: pytest.FixtureRequest, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    on, seed = request.param
    path = tmp_path_factory.mktemp("demo") / "brygga.db"
    copy(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    fill_demo(engine, on, seed)
    scope = select(read_world(engine), (), None, on)
    yield Demo(on, invent(on, seed), scope, employer_state(scope, on, DEFINITIONS))
    engine.dispose()


def test_three_strong_employers_hang_on_anna_alone(demo: Demo) -> None:
    alone = single_coach_employers(demo.state)
    for employer_id in stories.STRONG_ON_ANNA:
        employer = demo.employer(employer_id)
        assert employer.strength >= 60
        assert employer.level == "strong"
        assert employer.rung >= 3
        assert employer_id in alone
        assert demo.ties(employer_id) == {ANNA}


def test_if_anna_leaves_they_are_orphaned_and_somebody_can_take_over(demo: Demo) -> None:
    leaving = if_coaches_leave(demo.state, demo.scope, (ANNA,), demo.on, DEFINITIONS)
    assert set(stories.STRONG_ON_ANNA) <= set(leaving.orphans.index)
    assert leaving.orphaned_strong >= 3
    assert set(leaving.orphans["heir"]) <= set(COACHES_TODAY) - {ANNA}
    assert leaving.running_of_coach > 0


def test_the_cooling_partner_is_a_partner_and_cooling(demo: Demo) -> None:
    partner = demo.employer(stories.COOLING_PARTNER)
    assert partner.rung == 5
    assert partner.warmth == "cooling"
    assert 91 <= demo.age(partner.last_warm_on.date()) <= 180
    assert partner.level in ("strong", "medium")


def test_both_tired_employers_are_fatigued_each_for_its_own_reason(demo: Demo) -> None:
    by_contacts = demo.employer(stories.TIRED_OF_CONTACTS)
    by_guests = demo.employer(stories.TIRED_OF_GUESTS)
    assert by_contacts.fatigued
    assert by_contacts.occupied == 0
    assert by_guests.fatigued
    assert by_guests.occupied > by_guests.capacity


def test_tiredness_is_rare(demo: Demo) -> None:
    assert int(demo.state.employers["fatigued"].sum()) <= 6


def test_one_occupation_is_thin_and_one_is_missing(demo: Demo) -> None:
    demand = wished(demo)
    supply = offered(demo, demand)
    assert demand[stories.THIN_OCCUPATION] > supply[stories.THIN_OCCUPATION] > 0
    assert demand[stories.MISSING_OCCUPATION] > 0
    assert supply[stories.MISSING_OCCUPATION] == 0
    covered = [group for group, wanted in demand.items() if supply[group] >= wanted]
    assert len(covered) > len(demand) / 3


def wished(demo: Demo) -> dict[str, float]:
    """MEASURES.md, "Gaps": active clients without an employment share 1 over their wished groups."""
    employed = {
        row.client_id for row in demo.unit.placements if row.kind == "employment" and row.ended_on is None
    }
    demand: dict[str, float] = defaultdict(float)
    for client in demo.unit.clients:
        active = client.enrolled_on is not None and client.closed_on is None
        if active and client.client_id not in employed and client.wished_occupations:
            groups = {code[:2] for code in client.wished_occupations.split(";")}
            for group in groups:
                demand[group] += 1 / len(groups)
    return demand


def offered(demo: Demo, demand: dict[str, float]) -> dict[str, float]:
    """Free places at employers that have been met and are warm, shared over their groups with demand."""
    supply: dict[str, float] = defaultdict(float)
    employers = demo.state.employers
    met = employers[(employers["rung"] >= 2) & employers["warmth"].isin(["active", "cooling"])]
    for codes, free in zip(met["occupations"].dropna(), met["free"][met["occupations"].notna()], strict=True):
        groups = {code[:2] for code in codes.split(";")} & set(demand)
        for group in groups:
            supply[group] += free / len(groups)
    return supply


def test_one_coach_carries_far_more_clients_than_the_others(demo: Demo) -> None:
    coaches = demo.state.coaches[demo.state.coaches["works"]]
    load = coaches["caseload"] / coaches["fte"]
    others = load.drop(stories.OVERLOADED_COACH)
    assert load[stories.OVERLOADED_COACH] > 1.7 * others.max()


def test_the_overloaded_coach_has_more_follow_ups_due_than_hours(demo: Demo) -> None:
    due = leaving_summary(demo.state, demo.scope, DEFINITIONS)["due_of_coach"]
    fte = demo.state.coaches["fte"]
    assert due[stories.OVERLOADED_COACH] > HOURS_A_WEEK * fte[stories.OVERLOADED_COACH]
    for coach_id in set(COACHES_TODAY) - {stories.OVERLOADED_COACH}:
        assert due[coach_id] <= HOURS_A_WEEK * fte[coach_id]


def test_from_the_stepping_stone_three_people_went_on_to_employment_elsewhere(demo: Demo) -> None:
    went_on = set()
    for stay in demo.placements_at(stories.STEPPING_STONE):
        for later in demo.unit.placements:
            same = later.client_id == stay.client_id and later.kind == "employment"
            if same and stay.ended_on and later.employer_id in stories.LANDINGS:
                assert 0 <= (later.started_on - stay.ended_on).days <= 180
                went_on.add(later.client_id)
    assert len(went_on) == 3
    assert demo.employer(stories.STEPPING_STONE).employments == 0


def test_the_dead_end_breaks_trials_and_has_never_hired(demo: Demo) -> None:
    dead_end = demo.employer(stories.DEAD_END)
    assert dead_end.trials_completed == 4
    assert dead_end.trials_succeeded == 0
    assert dead_end.employments == 0
    outcomes = Counter(row.outcome for row in demo.placements_at(stories.DEAD_END))
    assert outcomes["interrupted_employer"] == 2


def test_an_employer_close_to_the_clients_has_never_been_contacted(demo: Demo) -> None:
    employer = demo.employer(stories.NEVER_CONTACTED)
    assert employer.rung == 0
    assert employer.warmth == "never"
    assert employer.position_precision == "exact"
    assert stories.MISSING_OCCUPATION in {code[:2] for code in employer.occupations.split(";")}
    home = sum((row.postal_code or "").startswith("1863") for row in demo.unit.clients)
    assert home > 30
    assert employer.locality == "Vallentuna"


def test_nobody_has_looked_after_the_unseen_placement(demo: Demo) -> None:
    placement = next(row for row in demo.unit.placements if row.placement_id == stories.UNSEEN_PLACEMENT)
    done = [
        row.done_on
        for row in demo.unit.follow_ups
        if row.placement_id == stories.UNSEEN_PLACEMENT and row.done_on
    ]
    assert placement.employer_id == stories.UNSEEN_EMPLOYER
    assert placement.kind in TRIAL_KINDS
    assert placement.ended_on is None
    assert demo.age(placement.started_on) >= 28
    assert demo.age(max(done)) > 21


def test_a_trial_ends_within_two_weeks(demo: Demo) -> None:
    placement = next(row for row in demo.unit.placements if row.placement_id == stories.ENDING_SOON)
    assert placement.ended_on is None
    assert placement.planned_end_on is not None
    assert 0 <= -demo.age(placement.planned_end_on) <= 14


def test_some_of_the_relations_of_the_coach_who_left_were_taken_over(demo: Demo) -> None:
    left = next(row for row in demo.unit.coaches if row.coach_id == stories.COACH_WHO_LEFT)
    assert left.ended_on is not None
    assert 235 <= demo.age(left.ended_on) <= 260
    for employer_id in stories.TAKEN_OVER:
        assert demo.ties(employer_id)
        assert demo.employer(employer_id).warmth == "active"


def test_others_were_strong_when_she_left_and_are_dormant_now(demo: Demo) -> None:
    before = demo.on - dt.timedelta(days=256)
    then = employer_state(demo.scope.at(before), before, DEFINITIONS)
    for employer_id in stories.FORGOTTEN:
        assert then.employers.loc[employer_id].level == "strong"
        assert then.employers.loc[employer_id].active_ties == 1
        assert demo.employer(employer_id).warmth == "dormant"
        assert not demo.ties(employer_id)


def test_the_whole_network_is_varied(demo: Demo) -> None:
    employers = demo.state.employers
    assert set(employers["warmth"]) == {"active", "cooling", "dormant", "never"}
    assert set(employers["level"]) == {"strong", "medium", "weak", "none"}
    assert set(employers["rung"]) == {0, 1, 2, 3, 4, 5}
    assert set(employers["position_precision"]) == {
        "exact",
        "postal_code",
        "locality",
        "municipality",
        "none",
    }
    assert employers["warmth"].value_counts().min() >= 10
    assert 20 <= int((employers["level"] == "strong").sum()) <= 75
