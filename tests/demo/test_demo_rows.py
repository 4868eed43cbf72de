"""The invented rows obey DATA.md, whatever the day and the seed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise

import pytest

from dashboard.data.demo import invent
from dashboard.data.demo.coaches import COACHES_TODAY
from dashboard.data.demo.days import QUIET_DAYS
from dashboard.data.demo.records import InventedUnit, Record
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.reference import is_known_sni, is_known_ssyk
from dashboard.domain import vocabulary as words
from tests.demo.cases import CASES, SATURDAY

CASES_AND_A_WEEK = (*CASES, *((SATURDAY + dt.timedelta(days=number), 3) for number in range(1, 7)))


@pytest.fixture(scope="module", params=CASES_AND_A_WEEK, ids=lambda case: f"{case[0]}, seed {case[1]}")
def case(request: pytest.FixtureRequest) -> tuple[dt.date, InventedUnit]:
    on, seed = request.param
    return on, invent(on, seed)


@pytest.fixture
def on(case: tuple[dt.date, InventedUnit]) -> dt.date:
    return case[0]


@pytest.fixture
def unit(case: tuple[dt.date, InventedUnit]) -> InventedUnit:
    return case[1]


def records(unit: InventedUnit) -> Iterator[Record]:
    for table in fields(unit):
        yield from getattr(unit, table.name)


def test_the_same_seed_and_day_give_the_same_rows(on: dt.date) -> None:
    assert invent(on, 11) == invent(on, 11)


def test_another_seed_gives_another_unit(on: dt.date) -> None:
    assert invent(on, 11).employers != invent(on, 12).employers
    assert invent(on, 11).contacts != invent(on, 12).contacts


def test_the_unit_has_the_size_that_was_promised(unit: InventedUnit) -> None:
    counts = unit.counts()
    assert {name: counts[name] for name in ("units", "coaches", "employers", "clients", "contacts")} == {
        "units": 1,
        "coaches": 6,
        "employers": 300,
        "clients": 95,
        "contacts": 1800,
    }
    assert 190 <= counts["placements"] <= 260
    assert 1200 <= counts["follow_ups"] <= 1600
    assert counts["steps"] > 300
    assert counts["cooperation"] > 50


def test_five_coaches_work_today_one_of_them_part_time_and_one_for_a_year(
    on: dt.date, unit: InventedUnit
) -> None:
    working = [coach for coach in unit.coaches if coach.ended_on is None or coach.ended_on > on]
    assert [coach.coach_id for coach in working] == list(COACHES_TODAY)
    assert sorted(coach.fte for coach in working) == [0.8, 1, 1, 1, 1]
    assert any(360 <= (on - coach.started_on).days <= 372 for coach in working)


def test_every_kind_of_row_that_the_vocabularies_know_is_there(unit: InventedUnit) -> None:
    assert {contact.kind for contact in unit.contacts} == set(words.CONTACT_KINDS)
    assert {contact.initiated_by for contact in unit.contacts} == set(words.INITIATORS)
    assert {placement.kind for placement in unit.placements} == set(words.PLACEMENT_KINDS)
    assert {employer.ownership for employer in unit.employers} == set(words.OWNERSHIPS)
    assert {row.party for row in unit.follow_ups} == set(words.PARTIES)
    assert {row.mode for row in unit.follow_ups} == set(words.MODES)
    assert {row.step for row in unit.steps} == set(words.STEPS)
    assert {row.role for row in unit.cooperation} == set(words.COOPERATION_ROLES)


def test_some_clients_wait_and_some_have_come_back(on: dt.date, unit: InventedUnit) -> None:
    by_key = {client.client_id: client for client in unit.clients}
    waiting = [client for client in unit.clients if client.enrolled_on is None]
    returned = [client for client in unit.clients if client.earlier_client_id]
    assert len(waiting) == 8
    assert all(client.applied_on and client.applied_on <= on for client in waiting)
    assert len(returned) == 4
    for client in returned:
        earlier = by_key[client.earlier_client_id or ""]
        assert earlier.closed_on is not None
        assert client.applied_on is not None
        assert earlier.closed_on < client.applied_on
        assert (earlier.gender, earlier.birth_year) == (client.gender, client.birth_year)


def test_keys_are_unique_and_references_hold(unit: InventedUnit) -> None:
    keys = {
        "coach_id": {row.coach_id for row in unit.coaches},
        "employer_id": {row.employer_id for row in unit.employers},
        "client_id": {row.client_id for row in unit.clients},
        "placement_id": {row.placement_id for row in unit.placements},
    }
    assert [len(found) for found in keys.values()] == [
        len(unit.coaches),
        len(unit.employers),
        len(unit.clients),
        len(unit.placements),
    ]
    assert len({row.contact_id for row in unit.contacts}) == len(unit.contacts)
    assert len({row.follow_up_id for row in unit.follow_ups}) == len(unit.follow_ups)
    assert len({(row.client_id, row.party, row.from_on) for row in unit.cooperation}) == len(unit.cooperation)
    assert len({(row.client_id, row.step, row.entered_on) for row in unit.steps}) == len(unit.steps)
    for row in records(unit):
        for column, known in keys.items():
            value = getattr(row, column, None)
            assert value is None or value in known


def test_nothing_ends_before_it_starts(unit: InventedUnit) -> None:
    spans = [
        *((row.started_on, row.ended_on) for row in unit.coaches),
        *((row.enrolled_on, row.closed_on) for row in unit.clients),
        *((row.applied_on, row.enrolled_on) for row in unit.clients),
        *((row.from_on, row.to_on) for row in unit.cooperation),
        *((row.started_on, row.ended_on) for row in unit.placements),
        *((row.started_on, row.planned_end_on) for row in unit.placements),
    ]
    assert [span for span in spans if span[0] and span[1] and span[1] < span[0]] == []


def test_nothing_but_plans_lies_ahead(on: dt.date, unit: InventedUnit) -> None:
    plans = {"planned_on", "planned_end_on"}
    ahead = {
        column.name
        for row in records(unit)
        for column in fields(row)
        if isinstance(day := getattr(row, column.name), dt.date) and day > on
    }
    assert ahead == plans


def test_everything_about_a_client_happens_while_enrolled(unit: InventedUnit) -> None:
    clients = {client.client_id: client for client in unit.clients}
    for placement in unit.placements:
        client = clients[placement.client_id]
        assert client.enrolled_on is not None
        assert client.enrolled_on <= placement.started_on
        assert client.closed_on is None or placement.started_on < client.closed_on
    for step in unit.steps:
        client = clients[step.client_id]
        assert client.enrolled_on is not None
        assert client.enrolled_on <= step.entered_on
        assert client.closed_on is None or step.entered_on <= client.closed_on
    for contact in unit.contacts:
        if contact.client_id:
            enrolled_on = clients[contact.client_id].enrolled_on
            assert enrolled_on is not None
            assert enrolled_on <= contact.contacted_on


def test_a_client_who_left_for_work_or_studies_had_it(unit: InventedUnit) -> None:
    had = {(placement.client_id, placement.kind) for placement in unit.placements}
    for client in unit.clients:
        assert (client.closed_on is None) == (client.closing_reason is None)
        if client.closing_reason in ("employment", "studies"):
            assert (client.client_id, client.closing_reason) in had


def test_no_client_has_two_employments_at_once(unit: InventedUnit) -> None:
    jobs: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for placement in unit.placements:
        if placement.kind == "employment":
            span = (placement.started_on, placement.ended_on or dt.date.max)
            jobs.setdefault(placement.client_id, []).append(span)
    for spans in jobs.values():
        spans.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_an_outcome_belongs_to_what_has_ended(unit: InventedUnit) -> None:
    for placement in unit.placements:
        assert placement.outcome is None or placement.ended_on is not None
        assert placement.outcome is None or placement.outcome in words.OUTCOMES
    trials = [row for row in unit.placements if row.kind in words.TRIAL_KINDS and row.ended_on]
    assert sum(row.outcome is None for row in trials) < len(trials) * 0.12
    assert all((row.ended_on or row.started_on) - row.started_on < dt.timedelta(days=365) for row in trials)


def test_coaches_do_nothing_before_they_start_or_after_they_leave(unit: InventedUnit) -> None:
    coaches = {coach.coach_id: coach for coach in unit.coaches}
    done = [
        *((row.coach_id, row.contacted_on) for row in unit.contacts),
        *((row.coach_id, row.started_on) for row in unit.placements),
        *((row.coach_id, row.done_on) for row in unit.follow_ups),
    ]
    for coach_id, day in done:
        if coach_id and day:
            coach = coaches[coach_id]
            assert coach.started_on <= day
            assert coach.ended_on is None or day < coach.ended_on + dt.timedelta(days=30)
    left = next(coach for coach in unit.coaches if coach.ended_on)
    assert left.ended_on is not None
    assert not any(c.coach_id == left.coach_id and c.contacted_on >= left.ended_on for c in unit.contacts)


def test_nobody_works_on_weekends_and_holidays(unit: InventedUnit) -> None:
    days = [
        *(row.contacted_on for row in unit.contacts),
        *(row.planned_on for row in unit.follow_ups),
        *(row.done_on for row in unit.follow_ups if row.done_on),
    ]
    assert [day for day in days if day.weekday() > 4 or (day.month, day.day) in QUIET_DAYS] == []


def test_july_is_quiet(on: dt.date, unit: InventedUnit) -> None:
    """The stories' own contacts keep the latest July from being as empty as the earlier ones."""
    whole = [row.contacted_on for row in unit.contacts if row.contacted_on < on.replace(day=1)]
    per_month = Counter((day.year, day.month) for day in whole)
    julys = [year for year, month in per_month if month == 7 and (year, 5) in per_month]
    for year in julys:
        around = sum(per_month[year, month] for month in (5, 6, 8)) / 3
        assert per_month[year, 7] < around * (0.9 if year == max(julys) else 0.6)


def test_follow_ups_are_done_planned_overdue_and_cancelled(on: dt.date, unit: InventedUnit) -> None:
    started = {row.placement_id: row.started_on for row in unit.placements}
    state = Counter(
        "cancelled"
        if row.cancelled
        else "done"
        if row.done_on
        else "ahead"
        if row.planned_on > on
        else "open"
        for row in unit.follow_ups
    )
    assert state["done"] > 800
    assert state["ahead"] >= 30
    assert state["open"] >= 15
    assert state["cancelled"] >= 40
    assert not any(row.cancelled and row.done_on for row in unit.follow_ups)
    assert all(row.done_on is None or row.done_on >= started[row.placement_id] for row in unit.follow_ups)
    assert all(row.minutes is None or row.done_on is not None for row in unit.follow_ups)


def test_occupations_and_industries_are_known(unit: InventedUnit) -> None:
    for employer in unit.employers:
        assert employer.sni_code is None or is_known_sni(employer.sni_code)
        assert all(is_known_ssyk(code) for code in (employer.occupations or "5222").split(";"))
    for client in unit.clients:
        assert all(is_known_ssyk(code) for code in (client.wished_occupations or "5222").split(";"))
        assert set((client.support_needs or "calm").split(";")) <= set(words.SUPPORT_NEEDS)
    offered = {row.employer_id: (row.occupations or "").split(";") for row in unit.employers}
    for placement in unit.placements:
        assert placement.occupation is None or placement.occupation in offered[placement.employer_id or ""]


def test_the_register_has_a_few_gaps(unit: InventedUnit) -> None:
    assert sum(row.municipality_code is None for row in unit.employers) == 3
    assert sum(row.occupations is None for row in unit.employers) == 6
    assert sum(row.sni_code is None for row in unit.employers) == 4
    assert sum(not row.active for row in unit.employers) == 5


def test_no_text_looks_like_a_personal_identity_number(unit: InventedUnit) -> None:
    texts = (
        value
        for row in records(unit)
        for column in fields(row)
        if isinstance(value := getattr(row, column.name), str) and column.name != "org_number"
    )
    assert [text for text in texts if holds_identity_number(text)] == []
    assert [row.org_number for row in unit.employers if holds_identity_number(row.org_number)] == []


def test_every_row_says_that_it_is_invented(unit: InventedUnit) -> None:
    assert {row.row()["source"] for row in records(unit)} == {"påhittade exempeldata"}
    assert "påhittade" in unit.units[0].name
    assert all("påhittad" in row.group for row in unit.employers if row.group)
