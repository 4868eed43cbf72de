"""One employer: what holds, what came of it, what happened, and that no key reaches the wrong person."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dashboard.domain.errors import AccessDenied, NotFound
from dashboard.reports.access import Access, Store
from dashboard.reports.employer import employer_profile
from dashboard.reports.employer_map import employer_map
from dashboard.reports.employer_record import employer_record
from dashboard.reports.employer_rhythm import contact_rhythm
from dashboard.reports.employer_timeline import PAGE_SIZE, employer_timeline
from dashboard.reports.finder import finder, finder_choices
from tests.builders import placement, stored
from tests.reports.employers_small import (
    ADMIN,
    ANNA,
    BO,
    MANAGER,
    OF_ANNA,
    OF_BO,
    VISITOR,
    seen_by,
    small,
    state,
)

KEYS = ("E1", "E2", "E3", "E4", "E5", "E6")


@pytest.fixture
def access(sqlite_engine):
    return small(sqlite_engine)


def values(thing: Any) -> Iterator[Any]:
    """Everything that a report holds, however deep."""
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for field in dataclasses.fields(thing):
            yield from values(getattr(thing, field.name))
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from values(key)
            yield from values(value)
    elif isinstance(thing, tuple | list | set | frozenset):
        for part in thing:
            yield from values(part)
    else:
        yield thing


def reports(access, key: str) -> list[Any]:
    asked = state(f"arbetsgivare={key}")
    return [
        finder(access, asked),
        finder_choices(access, asked),
        employer_map(access, asked),
        employer_profile(access, asked, key),
        employer_record(access, asked, key),
        employer_timeline(access, asked, key),
        *(employer_timeline(access, state(f"handelse={group}"), key) for group in ("contact", "placement")),
    ]


def told(access) -> set[str]:
    return {str(value) for key in KEYS for report in reports(access, key) for value in values(report)}


def test_a_coach_never_gets_the_key_of_another_coachs_client(access):
    assert OF_BO not in " ".join(told(seen_by(access, ANNA)))
    assert OF_ANNA not in " ".join(told(seen_by(access, BO)))


def test_a_coach_gets_her_own_clients_keys_and_a_manager_all(access):
    assert OF_ANNA in told(seen_by(access, ANNA))
    assert {OF_ANNA, OF_BO} <= told(seen_by(access, MANAGER))


def test_who_asks_first_decides_nothing_for_who_asks_next(access):
    told(seen_by(access, MANAGER))
    assert OF_BO not in " ".join(told(seen_by(access, ANNA)))


def test_a_coach_account_without_a_coach_gets_no_key(access):
    nobody = dataclasses.replace(ANNA, coach_id=None)
    assert not {OF_ANNA, OF_BO} & told(seen_by(access, nobody))


@pytest.mark.parametrize("viewer", [VISITOR, ADMIN])
def test_others_than_staff_get_nothing(access, viewer):
    stranger = seen_by(access, viewer)
    for report in (employer_profile, employer_record, employer_timeline):
        with pytest.raises(AccessDenied):
            report(stranger, state(), "E1")


def test_how_it_went_for_another_coachs_client_is_not_told(access):
    said = [event.assessment for event in employer_timeline(seen_by(access, ANNA), state(), "E1").events]
    assert "on_track" in said
    assert "at_risk" not in said


def test_everything_that_happened_stands_newest_first(access):
    timeline = employer_timeline(access, state(), "E1")
    assert [(event.on.isoformat(), event.group, event.kind, event.ends) for event in timeline.events] == [
        ("2026-06-20", "contact", "visit", False),
        ("2026-05-20", "contact", "phone", False),
        ("2026-04-01", "placement", "work_trial", True),
        ("2026-03-10", "placement", "work_trial", True),
        ("2026-03-10", "placement", "employment", False),
        ("2026-02-20", "follow_up", "phone", False),
        ("2026-02-01", "placement", "work_trial", False),
        ("2026-01-20", "follow_up", "visit", False),
        ("2026-01-10", "placement", "work_trial", False),
    ]
    assert timeline.counts == {"contact": 2, "placement": 5, "follow_up": 2}


def test_an_event_says_who_and_how_it_ended(access):
    events = employer_timeline(access, state(), "E1").events
    assert (events[0].coach, events[0].client, events[0].initiator) == ("Anna", OF_ANNA, "employer")
    assert (events[2].client, events[2].outcome) == (OF_BO, "no_job")
    assert events[3].occupation == "Restaurang- och köksbiträden m.fl."


def test_only_a_trial_that_ended_without_an_outcome_lacks_one(sqlite_engine):
    ended = {"started_on": "2026-01-10", "ended_on": "2026-01-20"}
    stored(
        sqlite_engine,
        placement("E1", kind="work_trial", **ended),
        placement("E1", kind="job_tasting", **ended),
    )
    events = employer_timeline(Access(MANAGER, Store(sqlite_engine)), state(), "E1").events
    assert {(event.kind, event.outcome) for event in events if event.ends} == {
        ("work_trial", "unknown"),
        ("job_tasting", None),
    }


def test_the_timeline_can_be_narrowed_to_one_kind(access):
    timeline = employer_timeline(access, state("handelse=follow_up"), "E1")
    assert [event.kind for event in timeline.events] == ["phone", "visit"]
    assert (timeline.matching, timeline.group) == (2, "follow_up")


def test_the_timeline_comes_a_page_at_a_time_and_a_page_too_far_is_the_last(access):
    timeline = employer_timeline(access, state("sida=7"), "E6")
    assert (timeline.page, timeline.matching, len(timeline.events)) == (1, 7, 7)
    assert PAGE_SIZE == 15


def test_nothing_later_than_the_day_is_known(access):
    early = state().replace(day=dt.date(2026, 3, 1))
    timeline = employer_timeline(access, early, "E1")
    assert {event.on for event in timeline.events if event.on > dt.date(2026, 3, 1)} == set()
    assert not any(event.ends for event in timeline.events)
    record = employer_record(access, early, "E1")
    assert (record.trials_completed, [kind.running for kind in record.kinds]) == (0, [2])
    profile = employer_profile(access, early, "E1")
    assert (profile.line.rung, profile.line.occupied, profile.employments) == (3, 2, 0)


def test_placements_are_counted_by_kind_with_what_came_of_them(access):
    record = employer_record(access, state(), "E1")
    assert [(kind.kind, kind.placements, kind.running) for kind in record.kinds] == [
        ("work_trial", 2, 0),
        ("employment", 1, 1),
    ]
    assert record.trial_outcomes == {"employment": 1, "no_job": 1}
    assert (record.trials_succeeded, record.trials_completed, record.trials_without_outcome) == (1, 2, 0)


@pytest.mark.parametrize("key", KEYS)
def test_the_record_agrees_with_the_list(access, key):
    line, record = employer_profile(access, state(), key).line, employer_record(access, state(), key)
    assert (line.trials_succeeded, line.trials_completed) == (
        record.trials_succeeded,
        record.trials_completed,
    )


def test_who_knows_them_active_ties_first_and_whom_to_ask(access):
    profile = employer_profile(access, state(), "E1")
    assert [(coach.name, coach.active, coach.works) for coach in profile.coaches] == [
        ("Anna", True, True),
        ("Bo", True, True),
    ]
    assert profile.coaches[0].last_on == dt.date(2026, 6, 20)
    assert profile.ask_first is not None
    assert profile.ask_first.name == "Anna"


def test_when_only_someone_who_left_knows_them_there_is_nobody_to_ask(access):
    profile = employer_profile(access, state(), "E3")
    assert [(coach.name, coach.active, coach.works) for coach in profile.coaches] == [
        ("Cecilia", False, False)
    ]
    assert profile.ask_first is None


def test_tiredness_comes_with_its_reason(access):
    tired = employer_profile(access, state(), "E6").tiredness
    assert (tired.fatigued, tired.over_capacity, tired.contacts, tired.placements) == (True, False, 7, 0)
    assert (tired.limit, tired.days) == (6, 90)
    fresh = employer_profile(access, state(), "E2").tiredness
    assert (fresh.fatigued, fresh.contacts, fresh.placements) == (False, 0, 1)


def test_the_weakest_part_is_the_one_that_costs_most_points(access):
    profile = employer_profile(access, state(), "E1")
    weights = {"recency": 25, "frequency": 20, "depth": 25, "breadth": 10, "reciprocity": 10, "outcome": 10}
    lost = {part: weights[part] * (1 - profile.line.parts[part]) for part in weights}
    assert profile.weakest_part == max(lost, key=lost.__getitem__) == "frequency"
    assert profile.points_lost == pytest.approx(lost["frequency"])


def test_facts_about_the_workplace_are_in_words(access):
    profile = employer_profile(access, state(), "E1")
    assert profile.occupations[0] == ("9412", "Restaurang- och köksbiträden m.fl.")
    assert profile.adjustments == ("calm", "short_hours")
    assert (profile.group, profile.size_class, profile.municipality) == ("Gröna gruppen", "10-49", "Täby")
    assert (profile.latitude, profile.longitude) == (59.44, 18.07)
    bare = employer_profile(access, state(), "E5")
    assert (bare.latitude, bare.municipality, bare.coaches, bare.first_on) == (None, None, (), None)


@pytest.mark.parametrize("key", ["saknas", "E7", "", "x" * 300])
def test_an_employer_that_is_not_there_is_said_in_one_sentence(access, key):
    with pytest.raises(NotFound) as caught:
        employer_profile(access, state(), key)
    assert len(str(caught.value)) < 120


def test_an_employer_outside_the_selection_is_told_from_an_unknown_one(access):
    with pytest.raises(NotFound, match="inte i det här urvalet"):
        employer_profile(access, state(), "E7")
    with pytest.raises(NotFound, match="Det finns ingen arbetsgivare"):
        employer_profile(access, state(), "E8")


def test_contacts_are_counted_by_quarter_and_coach():
    days = [(dt.date(2026, 6, 30), "Anna"), (dt.date(2026, 4, 1), "Bo"), (dt.date(2026, 3, 31), "Anna")]
    rhythm = contact_rhythm(days, dt.date(2026, 6, 30))
    assert rhythm.series == ("Anna", "Bo")
    assert [(one.year, one.quarter, one.by_coach) for one in rhythm.quarters[-2:]] == [
        (2026, 1, (1, 0)),
        (2026, 2, (1, 1)),
    ]
    assert [one.so_far for one in rhythm.quarters] == [False] * 7 + [True]
    assert (rhythm.total, rhythm.busiest.quarter) == (3, 2)


def test_contacts_older_than_two_years_are_not_in_the_quarters():
    rhythm = contact_rhythm([(dt.date(2024, 6, 30), "Anna")], dt.date(2026, 6, 30))
    assert (rhythm.total, rhythm.series) == (0, ())


def test_more_coaches_than_colours_are_counted_together():
    days = [(dt.date(2026, 6, 1), name) for name in ("A", "A", "B", "B", "C", "D", "E", None)]
    rhythm = contact_rhythm(days, dt.date(2026, 6, 30))
    assert rhythm.series == ("A", "B", "C", None)
    assert rhythm.quarters[-1].by_coach == (2, 2, 1, 3)
