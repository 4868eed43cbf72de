"""One client, the list of clients, and the match as a report: a small world by hand."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.domain.errors import AccessDenied, NotFound
from dashboard.i18n import use_language
from dashboard.reports.access import Access
from dashboard.reports.client import ClientProfile, client_profile
from dashboard.reports.client_list import client_list
from dashboard.reports.client_rights import require_client
from dashboard.reports.match import ClientMatch, client_match
from dashboard.reports.match_file import match_file
from dashboard.reports.state import PageState
from tests.builders import client, contact, quiet
from tests.reports.clients_small import (
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
    step,
)

DAY = dt.date(2026, 6, 30)


def profile(access: Access, key: str = OF_ANNA, query: str = "") -> ClientProfile:
    return client_profile(access, state(query), require_client(access, key))


def matched(access: Access, key: str = OF_ANNA, query: str = "") -> ClientMatch:
    return client_match(access, state(query), require_client(access, key))


def test_each_stay_in_a_step_has_its_days_and_going_back_is_told(sqlite_engine: Engine) -> None:
    stays = profile(small(sqlite_engine, ANNA)).stays
    assert [(stay.step, stay.days, stay.back) for stay in stays] == [
        *((1, 10, False), (2, 30, False), (3, 20, False), (2, 30, True)),
        (3, 90, False),  # from 1 April to 30 June
    ]
    assert [stay.left_on for stay in stays][-2:] == [dt.date(2026, 4, 1), None]


def test_a_stay_ends_with_the_closing(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, MANAGER, step(1, "2022-01-01", "K-FORE"))
    closed = profile(access, "K-FORE")
    assert (closed.status, closed.closing_reason, closed.stays[0].days) == ("closed", "moved", 365)


def test_placements_and_follow_ups_stand_with_what_came_of_them(sqlite_engine: Engine) -> None:
    found = profile(small(sqlite_engine, ANNA))
    assert [(one.kind, one.employer, one.outcome) for one in found.tried] == [
        ("studies", None, "running"),
        ("work_trial", "Östans bageri", "no_job"),
    ]
    assert [(one.planned_on.isoformat(), one.state, one.assessment) for one in found.checks] == [
        ("2026-07-20", "planned", None),
        ("2026-07-10", "cancelled", None),
        ("2026-06-30", "due", None),
        ("2026-06-20", "overdue", None),
        ("2026-05-08", "done", "on_track"),
    ]


def test_what_is_next_stands_with_the_most_urgent_first(sqlite_engine: Engine) -> None:
    use_language("en")
    steps = profile(small(sqlite_engine, ANNA)).next_steps
    assert [(one.urgency, one.text) for one in steps] == [
        ("critical", "Do the follow-up that was planned for 20 June 2026."),
        ("attention", "There is a follow-up to do today."),
        ("neutral", "The next follow-up is 20 July 2026."),
    ]


def test_who_else_is_involved_stands_with_those_of_today_first(sqlite_engine: Engine) -> None:
    parties = profile(small(sqlite_engine, ANNA)).parties
    assert [(one.party, one.now) for one in parties] == [
        *(("health_care", True), ("lss", True), ("school", False)),
    ]


def test_an_earlier_enrolment_with_another_coach_is_told_without_its_key(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine)
    assert profile(access).earlier == ("K-FORE",)
    own = profile(seen_by(access, ANNA))
    assert (own.returns, own.earlier) == (True, ())


def test_the_list_holds_whom_the_person_may_see(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, MANAGER, client("K-KO", "A", None, applied_on="2026-05-01"))
    everybody = client_list(access, state())
    assert [line.client_id for line in everybody.lines] == [OF_ANNA, OF_BO, "K-KO", "K-FORE"]
    assert everybody.counts == {"active": 2, "waiting": 1, "closed": 1}
    assert [name for _key, name in everybody.coaches] == ["Anna", "Bo"]
    own = client_list(seen_by(access, ANNA), state("coach=B"))
    assert [line.client_id for line in own.lines] == [OF_ANNA, "K-KO"]
    assert own.coaches == ()
    (line, _waiting) = own.lines
    assert (line.stay and line.stay.step, line.running, line.due, line.next_on) == (
        3,
        "",
        2,
        dt.date(2026, 7, 20),
    )
    assert [one.client_id for one in client_list(access, state("coach=B&q=boo")).lines] == [OF_BO]
    assert client_list(access, state("sort=-due")).lines[0].client_id == OF_ANNA


@pytest.mark.parametrize("viewer", [VISITOR, ADMIN])
def test_the_list_is_for_coaches_and_managers(sqlite_engine: Engine, viewer) -> None:
    with pytest.raises(AccessDenied):
        client_list(small(sqlite_engine, viewer), state())


@pytest.mark.parametrize("viewer", [BO, VISITOR, ADMIN])
def test_a_client_of_another_is_refused_in_the_same_words_as_one_that_is_not_there(
    sqlite_engine: Engine, viewer
) -> None:
    access = small(sqlite_engine, viewer)
    said = set()
    for key in (OF_ANNA, "K-NOBODY", ""):
        with pytest.raises(AccessDenied) as refused:
            require_client(access, key)
        said.add(str(refused.value))
    assert len(said) == 1
    with pytest.raises(NotFound):
        require_client(seen_by(access, MANAGER), "K-NOBODY")


def test_employers_are_ranked_with_a_sentence_and_whom_to_ask(sqlite_engine: Engine) -> None:
    use_language("en")
    found = matched(small(sqlite_engine, ANNA))
    first, second = found.lines()
    assert (first.employer_id, second.employer_id, first.number, second.number) == ("E1", "E2", 1, 2)
    assert first.score == pytest.approx(sum(part.points for part in first.parts))
    assert first.sentence.startswith(
        "Offers a wished occupation (Restaurant and kitchen helpers), meets 2 of 2 needs, "
    )
    assert "1 of 1 trials with similar needs led on, 2 of 2 places free" in first.sentence
    assert "in the same group as a wish" in second.sentence
    assert (first.ask and first.ask.name, second.ask) == ("Bo", None)


def test_the_clients_own_coach_is_not_told_to_ask_herself(sqlite_engine: Engine) -> None:
    often = [contact("E1", "A", f"2026-06-{day}", kind="workplace_analysis") for day in (26, 27, 28)]
    found = matched(small(sqlite_engine, ANNA, *often))
    assert found.lines()[0].ask is None


def test_those_ruled_out_stand_with_why_and_what_can_be_mended_first(sqlite_engine: Engine) -> None:
    found = matched(small(sqlite_engine, ANNA))
    assert [(one.name, one.reasons) for one in found.ruled_out()] == [
        ("Åsens skola", ("full",)),
        ("Avbrottet", ("interrupted",)),
        ("Zetas lager", ("other_occupation",)),
        ("Nedlagd", ("inactive",)),
    ]
    assert found.ruled_out_by() == {"inactive": 1, "interrupted": 1, "full": 1, "other_occupation": 1}


def test_the_match_can_be_narrowed_and_keeps_its_ranks(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, ANNA)
    assert [line.employer_id for line in matched(access, query="yrke=9411").lines()] == ["E1", "E2"]
    assert matched(access, query="yrke=5120").lines() == ()
    assert len(matched(access, query="km=50").lines()) == 2
    assert matched(access, query="km=50").ranked == 2


def test_the_file_holds_everybody_and_not_the_key_in_its_name(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, ANNA)
    table = match_file(access, state(), OF_ANNA)
    assert OF_ANNA not in table.name + table.title
    assert [row[1] for row in table.rows] == ["E1", "E2", "E3", "E6", "E5", "E4"]
    assert len({len(row) for row in (table.header, *table.rows)}) == 1
    assert (table.rows[0][-1], table.rows[2][-1]) == (None, "ingen ledig plats")
    with pytest.raises(AccessDenied):
        match_file(seen_by(access, BO), state(), OF_ANNA)


def test_an_employer_in_a_quiet_period_is_ruled_out_while_it_lasts(sqlite_engine: Engine) -> None:
    access = small(sqlite_engine, ANNA)
    quiet(sqlite_engine, "E1", "2026-06-01", "2026-06-30")
    assert [one.reasons for one in matched(access).ruled_out() if one.employer_id == "E1"] == [("quiet",)]
    later = client_match(access, PageState.parse("per=2026-07-01"), require_client(access, OF_ANNA))
    assert later.lines()[0].employer_id == "E1"
