"""The ready questions on a network that can be counted by hand."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.reports.access import Access, Store
from dashboard.reports.network_answers import answer, answers, leaving_coaches
from dashboard.reports.network_changed import count_of, quarter_before, ready_days
from dashboard.reports.network_health import health
from dashboard.reports.network_panels import resilience_curve, tiles
from dashboard.reports.network_scope import known
from dashboard.reports.state import CHANGES, QUESTIONS
from tests.builders import coach, contact, employer
from tests.reports.network_small import anna_and_bo, at, opened, visits


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *anna_and_bo())


def test_those_who_hang_on_one_coach_are_listed_strongest_first(access: Access) -> None:
    found = answer(access, at("fraga=single_coach"))
    assert (found.number, found.of) == (3, 4)
    assert found.employers[0] == "E1"
    assert set(found.employers) == {"E1", "E2", "E4"}
    assert dict(zip(found.rows["employer_id"], found.rows["coach_id"], strict=True))["E4"] == "B"
    assert (found.coaches, found.counts["most"], found.strong) == (("A",), 2, 1)


def test_the_page_opens_on_the_first_question(access: Access) -> None:
    assert answer(access, at()).question == "single_coach"


def test_who_leaves_most_alone_is_asked_about_first(access: Access) -> None:
    found = answer(access, at("fraga=leaving"))
    assert found.coaches == ("A",)
    assert (set(found.employers), found.of, found.strong) == ({"E1", "E2"}, 3, 1)
    assert found.counts == {"placements": 1, "follow_ups": 1}


def test_an_orphan_has_the_heir_who_knows_it_or_has_most_room(access: Access) -> None:
    first = answer(access, at("fraga=leaving&om=A")).rows.to_dict("records")[0]
    assert [first[key] for key in ("employer_id", "heir", "heir_reason", "due")] == ["E1", "B", "caseload", 1]


def test_several_coaches_may_leave_at_once(access: Access) -> None:
    found = answer(access, at("fraga=leaving&om=A,B"))
    assert (found.number, found.of, found.coaches) == (4, 4, ("A", "B"))
    assert found.rows["heir"].isna().all()


def test_a_coach_who_does_not_work_cannot_be_the_one_who_leaves(sqlite_engine: Engine) -> None:
    gone = coach("Z", name="Zoë", ended_on="2026-01-01")
    access = opened(sqlite_engine, *anna_and_bo(), gone, contact("E2", "Z", "2025-12-01"))
    assert leaving_coaches(known(access, at()), at("om=Z")) == ("A",)


def test_what_has_cooled_is_strong_or_medium_and_longest_silent_is_named(sqlite_engine: Engine) -> None:
    months = [f"2025-{month:02}-10" for month in range(1, 13)]
    access = opened(sqlite_engine, *visits("E1", "A", *months), *visits("E2", "A", *months, "2026-06-01"))
    found = answer(access, at("fraga=cooling"))
    assert (found.employers, found.of, found.counts["dormant"]) == (("E1",), 2, 1)
    assert (found.names, found.since) == (("Employer E1",), dt.date(2025, 12, 10))


def test_the_strongest_are_those_that_are_strong(access: Access) -> None:
    found = answer(access, at("fraga=strongest"))
    assert (found.employers, found.of) == (("E1",), 5)


def test_without_a_strong_one_the_nearest_is_named(sqlite_engine: Engine) -> None:
    found = answer(opened(sqlite_engine, contact("E1", "A", "2026-06-01")), at("fraga=strongest"))
    assert (found.number, found.names) == (0, ("Employer E1",))
    assert found.counts["top"] > 0


def test_ties_are_compared_with_a_quarter_earlier(sqlite_engine: Engine) -> None:
    access = opened(
        sqlite_engine,
        contact("E1", "A", "2026-06-01"),
        contact("E2", "A", "2025-05-01"),
        contact("E3", "A", "2026-01-01"),
        contact("E4", "A", "2024-01-01"),
        contact("E4", "A", "2026-05-01"),
    )
    found = answer(access, at("fraga=changed"))
    changes = dict(zip(found.rows["employer_id"], found.rows["change"], strict=True))
    assert changes == {"E1": "new", "E2": "lost", "E4": "revived"}
    assert found.counts == {"new": 1, "revived": 1, "lost": 1, "kept": 1}
    assert found.since == dt.date(2026, 3, 30)


FOUR_KINDS = (
    contact("NEW", "A", "2026-06-01"),
    contact("BACK", "A", "2023-01-01"),
    contact("BACK", "A", "2026-02-01"),
    contact("GONE", "A", "2025-05-01"),
    contact("KEPT", "A", "2025-05-01"),
    contact("KEPT", "A", "2026-03-01"),
    contact("BETWEEN", "A", "2025-01-20", kind="email", initiated_by="unit"),
)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        # GONE was contacted on 1 May 2025, so its tie lived through 30 April 2026.
        ("2026-06-30", {"NEW": "kept", "BACK": "kept", "KEPT": "kept"}),
        ("2026-04-30", {"NEW": "new", "BACK": "kept", "KEPT": "kept", "GONE": "lost"}),
        ("2025-06-01", {"NEW": "new", "BACK": "revived", "KEPT": "kept", "GONE": "lost"}),
        # On the first of January 2024 the year after BACK's first contact was over: 365 days, not 366.
        ("2024-01-01", {"NEW": "new", "BACK": "revived", "KEPT": "new"}),
        ("2023-12-31", {"NEW": "new", "BACK": "kept", "KEPT": "new"}),
        ("2022-12-31", {"NEW": "new", "BACK": "new", "KEPT": "new"}),
    ],
)
def test_ties_are_compared_with_any_earlier_day(
    sqlite_engine: Engine, since: str, expected: dict[str, str]
) -> None:
    access = opened(sqlite_engine, *FOUR_KINDS)
    found = answer(access, at(f"fraga=changed&jamfor={since}&andring=all"))
    assert dict(zip(found.rows["employer_id"], found.rows["change"], strict=True)) == expected
    assert found.since == dt.date.fromisoformat(since)


def test_the_list_of_changes_is_narrowed_to_a_kind_and_the_numbers_stay(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *FOUR_KINDS)
    pages = {kind: at(f"fraga=changed&jamfor=2025-06-01&andring={kind}") for kind in CHANGES}
    found = {kind: answer(access, page) for kind, page in pages.items()}
    assert {kind: set(one.employers) for kind, one in found.items()} == {
        "changed": {"NEW", "BACK", "GONE"},
        "new": {"NEW"},
        "revived": {"BACK"},
        "lost": {"GONE"},
        "kept": {"KEPT"},
        "all": {"NEW", "BACK", "GONE", "KEPT"},
    }
    assert {(one.number, one.of) for one in found.values()} == {(2, 3)}
    assert {kind: count_of(one, kind) for kind, one in found.items()} == {
        kind: len(one.rows) for kind, one in found.items()
    }


def test_days_at_hand_are_a_quarter_a_year_and_the_first_interaction(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *FOUR_KINDS)
    assert list(ready_days(at(), known(access, at())).values()) == [
        *(dt.date(2026, 3, 30), dt.date(2025, 6, 30), dt.date(2023, 1, 1))
    ]


def test_other_questions_and_the_health_do_not_ask_for_the_chosen_day(access: Access) -> None:
    far = at("jamfor=2022-01-01&andring=kept")
    assert answer(access, far, "shared") is answer(access, at(), "shared")
    assert health(access, far).gained == health(access, at()).gained == answer(access, at(), "changed").number


def test_a_quarter_before_the_last_of_may_is_the_last_of_february() -> None:
    assert quarter_before(dt.date(2026, 5, 31)) == dt.date(2026, 2, 28)


def test_a_coachs_network_holds_what_that_coach_knows(access: Access) -> None:
    assert set(known(access, at("coach=B")).employers.index) == {"E3", "E4", "E5"}
    assert answer(access, at("coach=B")).employers == ("E4",)
    assert answer(access, at("coach=B&fraga=leaving")).coaches == ("B",)
    assert answer(access, at("coach=B&fraga=changed")).counts["kept"] == 0


def test_ownership_and_sector_narrow_the_network(access: Access) -> None:
    assert set(known(access, at("agarform=private")).employers.index) == {"E1", "E3"}
    assert set(known(access, at("agarform=unknown")).employers.index) == {"E4", "E5", "E6"}
    assert set(known(access, at("sektor=I")).employers.index) == {"E1"}
    assert set(known(access, at("sektor=47")).employers.index) == {"E2"}
    assert len(known(access, at("sektor=unknown")).employers) == 4


def test_a_past_day_is_answered_as_it_was_known_then(access: Access) -> None:
    assert answer(access, at("per=2026-05-31")).employers == ("E1", "E3")


def test_an_answer_is_worked_out_once(access: Access) -> None:
    assert answer(access, at("q=a&sort=name")) is answer(access, at("q=b&om=A&arbetsgivare=E1"))
    assert answer(access, at("coach=A")) is not answer(access, at("coach=B"))


def test_every_question_has_a_tile_with_its_number(access: Access) -> None:
    assert [tile.question for tile in tiles(access, at())] == list(QUESTIONS)
    assert [tile.number for tile in tiles(access, at())] == ["3", "1", "2", "0", "1", "+4", "0", "1"]


def test_an_empty_network_answers_every_question_with_nothing(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine)
    assert [found.number for found in answers(access, at())] == [0] * len(QUESTIONS)
    assert resilience_curve(access, at()).points == ()


def test_employers_that_nobody_has_met_make_no_tie(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, employer("E1"), coach("A"))
    assert [found.of for found in answers(access, at())] == [0] * len(QUESTIONS)


def test_the_resilience_curve_begins_whole_and_ends_at_nothing(access: Access) -> None:
    points = resilience_curve(access, at()).points
    assert [(point.coach, point.kept, point.of) for point in points] == [
        ("", 4, 4),
        ("Anna", 2, 4),
        ("Bo", 0, 4),
    ]


@pytest.mark.parametrize("role", [Role.VISITOR, Role.ADMIN])
def test_only_coaches_and_managers_may_see_the_network(sqlite_engine: Engine, role: Role) -> None:
    with pytest.raises(AccessDenied):
        known(Access(Viewer(1, "X", role), Store(sqlite_engine)), at())
