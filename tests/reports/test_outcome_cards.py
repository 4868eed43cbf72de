"""The cards of outcomes: what each says of its numbers, in every way that they can turn out."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.analysis.intervals import Share
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, NotFound
from dashboard.i18n import HARD_SPACE, use_language
from dashboard.reports.access import Access
from dashboard.reports.outcome_cards import CARDS, outcome_card, outcome_file
from dashboard.reports.outcome_parts import OutcomeCard
from dashboard.reports.outcome_words import compared, share_finding
from dashboard.reports.state import SPLITS, PageState
from dashboard.reports.trace import trace
from tests.builders import Row, client, contact, employer, placement
from tests.reports.network_small import at, opened


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


def plain(text: str) -> str:
    return text.replace(HARD_SPACE, " ").replace("**", "").replace("{", "").replace("}", "")


def card(access: Access, key: str, query: str = "") -> OutcomeCard:
    return outcome_card(access, at(query), key)


def said(access: Access, key: str, query: str = "") -> str:
    return plain(card(access, key, query).finding)


def trials(year: int, successes: int, failures: int, employer_id: str = "E1", **cells) -> list[Row]:
    """Trials that ended in March of a year."""
    return [
        placement(
            employer_id,
            f"K{year}{employer_id}{number:03}",
            f"{year}-01-07",
            f"{year}-03-01",
            outcome="employment" if number < successes else "no_job",
            **cells,
        )
        for number in range(successes + failures)
    ]


@pytest.mark.parametrize(
    ("share", "before", "expected"),
    [
        (Share(40, 50), Share(20, 50), "40 of 50 (80%) did. uncertain: 67–89%. It has risen since"),
        (Share(20, 50), Share(40, 50), "It has fallen since the period before (80% of 50)."),
        (Share(12, 20), Share(10, 20), "Whether it has changed since the period before (50% of 20) cannot"),
        (Share(12, 20), Share(0, 0), "There is nothing in the period before to compare with."),
        (Share(7, 9), Share(1, 50), "7 of 9 did. Too few for a share. uncertain: 45–94%."),
    ],
)
def test_a_share_is_called_changed_only_as_far_as_the_interval_allows(
    share: Share, before: Share, expected: str
) -> None:
    assert expected in plain(share_finding("{share} did.", share, before))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Share(40, 50), Share(20, 50), "larger for A"),
        (Share(20, 50), Share(40, 50), "larger for B"),
        (Share(12, 20), Share(10, 20), "Whether they differ cannot be told"),
        (Share(9, 9), Share(0, 50), "A 9 of 9, B 0 of 50 (0%). Too few to compare."),
    ],
)
def test_two_groups_differ_only_as_far_as_the_interval_allows(
    one: Share, other: Share, expected: str
) -> None:
    assert expected in plain(compared("A", "B", one, other))


NOTHING = {
    "outcomes": "No trial ended in the period.",
    "split": "No trial with a recorded outcome ended in the period.",
    "chain": "Nobody has come to a trial yet",
    "work": "Nobody was served in the quarter",
    "lasting": "Nobody has had an employment yet.",
    "waiting": "Nobody was enrolled in the period",
    "first_job": "Nobody has been enrolled in these years.",
    "half_years": "No half-year's clients have all been followed for a year yet.",
    "coaches": "No trial with a recorded outcome ended in the period.",
    "interruption": "No trial has begun yet.",
    "steps": "No client is active.",
    "equality": "Nobody whose gender is known was served in the period.",
    "queue": "No application is recorded, so there is no queue to show.",
    "around": "Nothing is recorded of who else is involved.",
    "returns": "Nobody was enrolled in the period.",
    "coordination": "Nothing is recorded of who else is involved.",
    "hours": "Nobody is in work on the day.",
}


@pytest.mark.parametrize("key", CARDS)
def test_a_card_of_nothing_says_so_and_draws_nothing(sqlite_engine: Engine, key: str) -> None:
    made = card(opened(sqlite_engine, employer("E1")), key)
    assert NOTHING[key] in made.finding
    assert all(panel.is_empty for panel in made.panels)


def test_trials_without_a_recorded_outcome_are_in_no_share(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, placement("E1", "K1", "2026-01-01", "2026-02-01"))
    assert said(access, "outcomes") == "No outcome is recorded for the trials that ended in the period."
    assert any("1 trial has no recorded outcome" in note for note in card(access, "outcomes").notes)


def test_the_trials_say_whether_more_led_to_work_than_before(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *trials(2025, 20, 30), *trials(2026, 40, 10))
    assert "40 of 50 (80%) completed trials led to work or studies." in said(access, "outcomes")
    assert "It has risen since the period before (40% of 50)." in said(access, "outcomes")
    first = card(access, "outcomes").rows[0]
    assert (first.cells[1:4], first.cells[6:]) == ((40, 50, 0.8), (20, 50, 0.4))


def test_the_groups_are_those_of_the_way_that_the_address_names(sqlite_engine: Engine) -> None:
    access = opened(
        sqlite_engine,
        employer("E1", ownership="private", sni_code="56100"),
        employer("E2", ownership="municipal"),
        *trials(2026, 15, 5, occupation="9411", subsidy="none"),
        *trials(2026, 2, 10, "E2"),
    )
    assert {split: _groups(access, split) for split in SPLITS} == {
        "kind": [("Work trial", 32, 17)],
        "sector": [("Hotels and restaurants", 20, 15), ("Not known", 12, 2)],
        "ownership": [("Private", 20, 15), ("Municipal", 12, 2)],
        "occupation": [(_occupation(access), 20, 15), ("Not known", 12, 2)],
        "referrer": [("Not known", 32, 17)],
        "gender": [("Not known", 32, 17)],
        "subsidy": [("No subsidy", 20, 15), ("Not known", 12, 2)],
    }
    assert "The share is larger for Private." in said(access, "split", "uppdelat=ownership")
    assert said(access, "split").startswith("Work trial: 17 of 32 (53%) led to work or studies.")


def _groups(access: Access, split: str) -> list[tuple[object, ...]]:
    return [row.cells[:3] for row in card(access, "split", f"uppdelat={split}").rows]


def _occupation(access: Access) -> object:
    return card(access, "split", "uppdelat=occupation").rows[0].cells[0]


def test_ownership_and_sector_narrow_what_is_about_employers(sqlite_engine: Engine) -> None:
    access = opened(
        sqlite_engine,
        employer("E1", ownership="private", sni_code="56100"),
        employer("E2", ownership="municipal", sni_code="88101"),
        *trials(2026, 15, 5),
        *trials(2026, 2, 10, "E2"),
        placement("E2", "K9", "2026-01-01", kind="employment"),
    )
    for query, of in (("agarform=private", 20), ("sektor=Q", 12), ("sektor=56", 20), ("sektor=unknown", 0)):
        made = card(access, "outcomes", query)
        assert next(row for row in made.rows if row.path == "trials.success").cells[2] == of, query
    ended = [row.cells[4] for row in card(access, "lasting", "agarform=private").rows if row.cells[0] == 90]
    assert (ended, card(access, "work", "agarform=private").unfiltered) == ([0], True)


def test_how_long_employments_last_is_told_when_five_have_been_followed(sqlite_engine: Engine) -> None:
    jobs = [
        placement(f"E{number}", f"K{number}", "2025-09-01", end, kind="employment")
        for number, end in enumerate(["2025-10-01", *[None] * 5])
    ]
    access = opened(sqlite_engine, *jobs)
    assert said(access, "lasting").startswith(
        "83% of the employments still run after half a year; 5 have been followed that far. uncertain: "
    )
    few = said(access, "lasting", "per=2026-01-31")
    assert few.startswith("Too few to say: 0 employments have been followed for half a year")


def test_the_waiting_time_is_told_from_ten_new_clients_on(sqlite_engine: Engine) -> None:
    new = [client(f"K{number:02}", enrolled_on="2026-01-01") for number in range(10)]
    met = [contact("E1", "A", "2026-01-11", client_id=f"K{number:02}") for number in range(5)]
    access = opened(sqlite_engine, *new, *met)
    assert said(access, "waiting") == (
        "Half of the 10 new clients had a first contact with an employer within 10 days. "
        "Fewer than half of them have had a first placement. "
        "There were too few new clients in the period before to compare with."
    )
    assert said(access, "waiting", "per=2026-01-05").startswith("Fewer than half of the 10 new clients")


def test_few_new_clients_are_too_few(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, client("K1", enrolled_on="2025-02-01"))
    assert said(access, "waiting", "per=2025-06-30").startswith("Only 1 client was enrolled in the period")
    assert said(access, "first_job") == "Only 1 client: too few to say how soon a job comes."
    assert said(access, "first_job", "per=2025-06-30") == "Nobody has been enrolled for as long as a year."


def test_half_years_are_compared_with_the_one_before(sqlite_engine: Engine) -> None:
    rows: list[Row] = []
    for half, day, hired in (("a", "2024-08-01", 2), ("b", "2025-02-01", 15)):
        rows += [client(f"{half}{number:02}", enrolled_on=day) for number in range(20)]
        rows += [
            placement("E1", f"{half}{number:02}", f"{day[:4]}-10-01", kind="employment")
            for number in range(hired)
        ]
    told = said(opened(sqlite_engine, *rows), "half_years")
    assert told.startswith("Of those enrolled in the first half of 2025, 15 of 20 (75%) had a first job")
    assert "It has risen" in told


def test_when_trials_break_off_is_told_from_ten_on(sqlite_engine: Engine) -> None:
    ended = [
        placement("E1", f"K{number:02}", "2026-01-01", day, outcome=outcome)
        for number, (day, outcome) in enumerate(
            [("2026-01-11", "interrupted_client"), ("2026-01-21", "interrupted_employer")]
            + [("2026-06-01", "employment")] * 8
        )
    ]
    access = opened(sqlite_engine, *ended)
    made = card(access, "interruption")
    # One in ten by the end of week 2 (days 7–13), two by the end of week 3; nobody is lost before day 84.
    assert [row.cells[:2] for row in made.rows[:3]] == [(1, 0.0), (2, 0.1), (3, pytest.approx(0.2))]
    assert plain(made.finding).startswith("20% of the trials break off within 12 weeks. uncertain: ")
    assert plain(made.finding).endswith("Half of those that break off do so within 2 weeks.")
    assert made.panels[0].title == "For any reason"
    few = said(access, "interruption", "per=2026-01-03")
    assert few == "Only 10 trials have begun: too few to say when they break off."
    assert said(access, "interruption", "per=2026-01-10") == "None of the 10 trials has broken off."


def test_after_half_a_year_the_table_of_weeks_has_every_fourth(sqlite_engine: Engine) -> None:
    jobs = [
        placement("E1", f"K{number:02}", "2025-01-01", "2025-10-01", outcome="interrupted_other")
        for number in range(10)
    ]
    weeks = [row.cells[0] for row in card(opened(sqlite_engine, *jobs), "interruption").rows]
    assert weeks == [*range(1, 27), 30, 34, 38]


def step(client_id: str, number: int, day: str) -> Row:
    return Row("steps", {"client_id": client_id, "step": number, "entered_on": day})


def test_the_steps_say_where_most_are_and_who_went_back(sqlite_engine: Engine) -> None:
    rows = [client("K1"), client("K2"), client("K3")]
    entries = [
        step("K1", 2, "2025-01-01"),
        step("K1", 3, "2026-02-01"),
        step("K1", 2, "2026-03-01"),
        step("K2", 1, "2025-01-01"),
        step("K2", 2, "2026-01-01"),
        step("K3", 4, "2026-05-01"),
        step("K3", 2, "2026-05-01"),
    ]
    access = opened(sqlite_engine, *rows, *entries)
    told = said(access, "steps")
    assert told.startswith("The most common step is 2, Vocational profile: 2 of 3 active clients.")
    # K3's first day in steps is no change: of the two on one day only the highest counts.
    assert "Of those who changed step in the period, 1 of 2 went back at some time." in told
    assert [row.cells[1] for row in card(access, "steps").rows] == [0, 2, 0, 1, 0, 0, 2, 1]
    assert said(access, "steps", "per=2025-06-30").endswith("Nobody changed step in the period.")
    none = said(access, "steps", "per=2024-06-30")
    assert none == "No step is recorded for any active client."


def test_women_and_men_stand_side_by_side(sqlite_engine: Engine) -> None:
    people = [
        client(f"{gender}{number:02}", gender=gender) for gender in ("woman", "man") for number in range(40)
    ]
    jobs = [placement("E1", f"woman{number:02}", "2026-02-01", kind="employment") for number in range(30)]
    studies = [placement(None, f"man{number:02}", "2026-02-01", kind="studies") for number in range(4)]
    access = opened(sqlite_engine, *people, *jobs, *studies)
    assert said(access, "equality") == (
        "Got work in the period: women 30 of 40 (75%), men 0 of 40 (0%). The share is larger for women."
    )
    assert [row.cells[1:3] for row in card(access, "equality").rows[:4]] == [
        (30, 40),
        (0, 40),
        (0, 40),
        (4, 40),
    ]


def test_the_queue_says_how_many_wait_and_how_long(sqlite_engine: Engine) -> None:
    waits = [
        client("K1", None, None, unit_id="U1", applied_on="2026-06-10", district="Söder", referrer="school"),
        client("K2", None, None, unit_id="U1", applied_on="2026-06-20"),
        client("K3", "A", "2026-02-01", applied_on="2026-01-01", earlier_client_id="K4"),
        client("K4", "A", closed_on="2025-01-01"),
    ]
    access = opened(sqlite_engine, *waits)
    assert said(access, "queue") == "2 clients wait to be enrolled; half of them have waited 15 days or more."
    made = card(access, "queue")
    assert [(row.name, row.count, row.beside) for row in made.panels[0].counts] == [
        ("Söder", 1, "20 days"),
        ("Not known", 1, "10 days"),
    ]
    assert made.notes == ("New clients in the period: 1, 1 of them back again.",)
    assert said(access, "queue", "per=2026-03-31") == "Nobody waits to be enrolled."
    assert trace(access, at(), "outcomes.queue").figure == 2


def test_several_parties_and_nobody_who_coordinates_is_counted(sqlite_engine: Engine) -> None:
    def with_party(client_id: str, party: str, role: str) -> Row:
        cells = {"client_id": client_id, "party": party, "role": role, "from_on": "2026-01-01"}
        return Row("cooperation", cells)

    alone = [with_party("K1", "school", "participant"), with_party("K1", "health_care", "participant")]
    access = opened(sqlite_engine, client("K1"), *alone)
    assert said(access, "around") == "1 of 1 active clients have several parties and nobody who coordinates."
    assert said(access, "around", "per=2025-12-31") == (
        "Every active client with several parties has somebody who coordinates."
    )
    assert said(access, "around", "per=2019-12-31") == "No client is active."


def test_a_file_says_the_finding_the_period_and_the_selection(sqlite_engine: Engine) -> None:
    table = outcome_file(opened(sqlite_engine, *trials(2026, 8, 4)), at("agarform=unknown"), "outcomes")
    stamp = dict(table.stamp)
    assert stamp["Period"] == "2025-07-01 – 2026-06-30"
    assert stamp["Selection"] == "not known"
    assert stamp["Finding"].startswith("8 of 12 (67%) completed trials")
    assert len(table.header) == len(table.rows[0])
    assert table.rows[0][1:4] == [8, 12, 0.6667]


def test_the_page_is_for_staff_and_a_coach_sees_her_own_rows_alone(sqlite_engine: Engine) -> None:
    access = opened(
        sqlite_engine,
        client("K1", "A", "2026-01-01"),
        client("K2", "B", "2026-01-01"),
        *trials(2026, 8, 4),
    )
    coach_of = Access(Viewer(2, "Anna", Role.COACH, "A"), access.store)
    made = outcome_card(coach_of, at(), "outcomes")
    assert made == outcome_card(access, at(), "outcomes")
    rows = trace(coach_of, at(), "outcomes.half_years")
    assert (rows.rows["client"].tolist(), rows.hidden) == (["K1"], 1)
    with pytest.raises(AccessDenied):
        outcome_card(Access(Viewer(3, "Vera", Role.VISITOR), access.store), at(), "outcomes")
    with pytest.raises(NotFound):
        outcome_card(access, PageState(day=dt.date(2026, 6, 30)), "nothing")
