"""What needs somebody: each rule fires where it was planted and nowhere else, in the stated order."""

import pytest
from sqlalchemy import Engine

from dashboard.analysis.urgency import KINDS
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import use_language
from dashboard.reports.access import Access
from dashboard.reports.state import NEEDS
from dashboard.reports.today import GAP, Today, today_answer, today_ground
from dashboard.reports.today_gaps import new_gaps
from dashboard.reports.today_week import week_of
from dashboard.reports.today_words import gap_about
from dashboard.reports.trace import trace
from tests.builders import Row, client, coach, contact, employer, follow_up, placement, quiet
from tests.reports.network_small import at, opened, visits

MONTHLY = [f"2025-{month:02}-05" for month in range(5, 13)] + [f"2026-0{month}-05" for month in range(1, 4)]
"""Days with a visit; then silence, 117 days on 30 June 2026."""
COACHES = [coach("A", name="Anna"), coach("B", name="Bo")]


def trial(client_id: str, employer_id: str, started_on: str = "2026-06-16", **cells) -> Row:
    """A trial with a client of Anna's, or of Bo's when it says so."""
    given = {"coach_id": "A", "placement_id": f"P-{client_id}", **cells}
    return placement(employer_id, client_id, started_on, **given)


def planted() -> list[Row]:
    """One of everything at the edge of its rule, and one just beyond. 30 June 2026, a Tuesday."""
    return [
        *COACHES,
        *(client(f"K{n:02}", "B" if n in {2, 5, 10, 14} else "A") for n in range(1, 17)),
        *(employer(f"E{n:02}") for n in (1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 14)),
        employer("E07", capacity=9),
        employer("E10", capacity=0),
        # Late: six days and ten.
        trial("K01", "E01"),
        follow_up("P-K01", "2026-06-24", coach_id="A"),
        trial("K02", "E02", coach_id="B"),
        follow_up("P-K02", "2026-06-20", coach_id="B"),
        # For today; the meeting is a day too far ahead.
        trial("K03", "E03"),
        follow_up("P-K03", "2026-06-30", coach_id="A"),
        follow_up("P-K03", "2026-07-15", coach_id="A", party="three_party"),
        # At risk and well after that; well and at risk after that, the same day as something milder.
        placement("E07", "K15", "2026-06-16", placement_id="P-K15", coach_id="A"),
        follow_up("P-K15", "2026-06-18", "2026-06-18", coach_id="A", assessment="at_risk"),
        follow_up("P-K15", "2026-06-25", "2026-06-25", coach_id="A", assessment="on_track"),
        placement("E07", "K16", "2026-06-16", placement_id="P-K16", coach_id="A"),
        follow_up("P-K16", "2026-06-20", "2026-06-20", coach_id="A", assessment="on_track"),
        follow_up("P-K16", "2026-06-28", "2026-06-28", coach_id="A", assessment="at_risk"),
        follow_up("P-K16", "2026-06-28", "2026-06-28", coach_id="A", assessment="needs_adjustment"),
        follow_up("P-K16", "2026-06-29", "2026-06-29", coach_id="A"),
        # Ends in five days, in fourteen, and in fifteen with a meeting in ten.
        trial("K04", "E04", planned_end_on="2026-07-05"),
        trial("K05", "E05", planned_end_on="2026-07-14", coach_id="B"),
        trial("K06", "E06", planned_end_on="2026-07-15"),
        follow_up("P-K06", "2026-07-10", coach_id="A", party="three_party"),
        # Ends in five days: with a follow-up, with a next placement, and with a follow-up that was cancelled.
        trial("K07", "E07", planned_end_on="2026-07-05"),
        follow_up("P-K07", "2026-07-03", coach_id="A"),
        trial("K08", "E07", planned_end_on="2026-07-05"),
        placement("E07", "K08", "2026-07-06", coach_id="A", placement_id="P-next"),
        trial("K13", "E07", planned_end_on="2026-07-05"),
        follow_up("P-K13", "2026-07-03", coach_id="A", cancelled=True),
        # Unseen: 52 days too long, and one day; the second has a meeting on the last day that is near.
        placement(None, "K09", "2026-04-01", kind="studies", placement_id="P-K09", coach_id="A"),
        placement("E14", "K10", "2026-06-15", kind="employment", placement_id="P-K10", coach_id="B"),
        follow_up("P-K10", "2026-07-14", coach_id="B", party="three_party"),
        # Silent: one to warm, one in peace, and one that is tired as well.
        *visits("E08", "A", *MONTHLY),
        *visits("E09", "B", *MONTHLY),
        *visits("E10", "A", *MONTHLY),
        placement("E10", "K11", "2026-03-05", kind="employment", placement_id="P-K11", coach_id="A"),
        follow_up("P-K11", "2026-06-20", "2026-06-20", party="client", coach_id="A"),
        # Tired: of two guests at one place, and of seven contacts; one more rests already.
        trial("K12", "E11", "2026-06-25"),
        trial("K14", "E11", "2026-06-25", coach_id="B"),
        *(contact(key, "B", f"2026-06-{n:02}") for key in ("E12", "E13") for n in range(10, 17)),
    ]


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    opened_one = opened(sqlite_engine, *planted())
    for key in ("E09", "E13"):
        quiet(sqlite_engine, key, "2026-06-01", "2026-07-31")
    return opened_one


def as_coach(access: Access, coach_id: str | None) -> Access:
    return Access(Viewer(2, "Coach", Role.COACH, coach_id), access.store)


def told(found: Today) -> list[str]:
    """Each line as its kind and whom it is about."""
    return [f"{line[0].kind} {line[0].client or line[0].employer_id}" for line in found.lines]


def everything(access: Access, query: str = "") -> list[str]:
    pages = (today_answer(access, at(f"{query}&sida={n}")) for n in (1, 2))
    return list(dict.fromkeys(line for page in pages for line in told(page)))


ANNAS = [
    *("overdue K01", "due K03", "at_risk K16", "ending K04", "ending K13", "unseen K09", "meeting K06"),
    *("cooling E08", "tired E10", "tired E11"),
]
BOS = ["overdue K02", "ending K05", "unseen K10", "meeting K10", "tired E11", "tired E12"]


def test_each_rule_fires_where_it_was_planted_in_the_stated_order(access: Access) -> None:
    assert everything(access) == [
        *("overdue K02", "overdue K01", "due K03", "at_risk K16"),
        *("ending K04", "ending K13", "ending K05"),
        *("unseen K09", "unseen K10", "meeting K06", "meeting K10", "cooling E08"),
        *("tired E10", "tired E11", "tired E12"),
    ]


def test_a_manager_who_chooses_a_coach_sees_what_the_coach_sees(access: Access) -> None:
    assert everything(access, "coach=A") == everything(as_coach(access, "A")) == ANNAS
    assert everything(access, "coach=B") == everything(as_coach(access, "B")) == BOS


def test_the_day_moves_each_rule_a_day(access: Access) -> None:
    next_day = everything(access, "per=2026-07-01")
    assert {"overdue K03", "meeting K03"} <= set(next_day)
    assert [line for line in next_day if "K04" in line] == ["ending K04"], "unseen too, and told there"
    assert "due K03" not in next_day
    assert "ending K06" not in next_day, "its meeting is a plan"
    before = everything(access, "per=2026-06-29")
    assert not {"due K03", "ending K05", "unseen K10", "meeting K10"} & set(before)


def test_a_trial_that_should_have_ended_stays_until_somebody_says_how(access: Access) -> None:
    later = today_answer(access, at("per=2026-07-08&sak=ending"))
    days = {line[0].client: line[0].days for line in later.lines}
    assert days["K04"] == -3
    assert days["K05"] == 6


def test_the_numbers_say_why(access: Access) -> None:
    needs = {
        f"{line[0].kind} {line[0].client or line[0].employer_id}": line[0]
        for n in (1, 2)
        for line in today_answer(access, at(f"sida={n}")).lines
    }
    assert needs["overdue K02"].days == -10
    assert needs["at_risk K16"].days == 2
    assert needs["ending K05"].days == 14
    assert (needs["unseen K09"].days, needs["unseen K09"].usual) == (90, 38)
    assert (needs["unseen K10"].days, needs["unseen K10"].usual) == (15, 14)
    assert (needs["cooling E08"].days, needs["cooling E08"].usual) == (117, 31)
    assert (needs["tired E11"].occupied, needs["tired E11"].capacity) == (2, 1)
    assert needs["tired E11"].coaches == ("Anna", "Bo")
    assert needs["tired E12"].contacts == 7


def test_one_placement_is_told_once_with_all_its_reasons(sqlite_engine: Engine) -> None:
    manager = opened(
        sqlite_engine,
        *COACHES,
        trial("K01", "E01", "2026-05-01", planned_end_on="2026-07-01"),
        follow_up("P-K01", "2026-05-08", coach_id="A"),
        follow_up("P-K01", "2026-06-01", coach_id="A"),
    )
    found = today_answer(manager, at())
    assert [[need.kind for need in line] for line in found.lines] == [
        ["overdue", "ending", "unseen"],
        ["overdue"],
    ]
    placed = {kind: found.counts[kind] for kind in KINDS if found.counts[kind]}
    assert placed == {"overdue": 2, "ending": 1, "unseen": 1}
    assert told(today_answer(manager, at("sak=unseen"))) == ["unseen K01"]


def test_a_kind_narrows_the_list_and_leaves_the_counts(access: Access) -> None:
    for kind in KINDS:
        found = today_answer(access, at(f"sak={kind}"))
        assert {line[0].kind for line in found.lines} == {kind}
        assert found.counts[kind] == len(found.lines)
    assert today_answer(access, at("sak=due")).counts == today_answer(access, at()).counts


def test_each_coach_has_what_is_hers_and_the_sum_is_told(access: Access) -> None:
    rows = {row.coach_id: row for row in today_answer(access, at()).coaches}
    assert rows["A"].total == len(ANNAS)
    assert rows["B"].total == len(BOS)
    assert rows["A"].counts["overdue"] == 1
    assert today_answer(as_coach(access, "A"), at()).coaches == ()
    assert today_answer(access, at("coach=A")).coaches == ()


def test_a_coach_sees_no_key_of_another_coachs_client(access: Access) -> None:
    anna = today_answer(as_coach(access, "A"), at("coach=B"))
    assert told(anna) == ["tired E11", "tired E12"]
    assert anna.hidden == 4
    # A client of Bo's whose follow-up is Anna's to do is counted, and not named.
    assert today_answer(as_coach(access, "A"), at()).hidden == 0


def test_a_visitor_and_a_coach_without_a_key_see_nothing(access: Access) -> None:
    with pytest.raises(AccessDenied):
        today_answer(Access(Viewer(3, "V", Role.VISITOR), access.store), at())
    assert all(not need.client for line in today_answer(as_coach(access, None), at()).lines for need in line)


def test_what_is_nobodys_has_a_row_of_its_own(sqlite_engine: Engine) -> None:
    manager = opened(
        sqlite_engine,
        *COACHES,
        client("K01", None),
        trial("K01", "E01", coach_id=None),
        follow_up("P-K01", "2026-06-29", coach_id=None),
    )
    last = today_answer(manager, at()).coaches[-1]
    assert (last.coach_id, last.name, last.counts["overdue"]) == ("", "", 1)


def test_every_figure_is_the_number_of_its_rows(access: Access) -> None:
    names = {"ending": "ending", "meeting": "meetings", "cooling": "cooling", "tired": "tired"}
    for query in ("", "coach=A", "coach=B"):
        counts = today_answer(access, at(query)).counts
        for kind, name in names.items():
            assert trace(access, at(query), f"today.{name}").figure == counts[kind], (query, kind)


def test_the_week_is_counted_from_monday(sqlite_engine: Engine) -> None:
    manager = opened(
        sqlite_engine,
        *COACHES,
        trial("K01", "E01", "2026-06-10"),
        *(
            contact("E01", "A", day, kind=kind)
            for day, kind in (
                ("2026-06-28", "visit"),
                ("2026-06-29", "visit"),
                ("2026-06-30", "workplace_analysis"),
                ("2026-06-30", "phone"),
                ("2026-07-01", "phone"),
            )
        ),
        contact("E01", "B", "2026-06-30"),
        follow_up("P-K01", "2026-06-29", "2026-06-29", coach_id="A", minutes=60),
        follow_up("P-K01", "2026-06-26", coach_id="A", minutes=60),
        follow_up("P-K01", "2026-07-01", coach_id="A", minutes=30, party="three_party"),
        follow_up("P-K01", "2026-07-06", coach_id="A", minutes=30, party="three_party"),
    )
    week = week_of(today_ground(manager, at("coach=A")))
    assert (week.contacts, week.visits, week.done, week.left, week.earlier) == (3, 2, 1, 1, 1)
    assert (week.meetings, week.minutes, week.available) == (1, 90, 720)
    assert week_of(today_ground(manager, at())).contacts == 4
    for name, figure in (("contacts", 3), ("visits", 2), ("meetings", 1)):
        assert trace(manager, at("coach=A"), f"today.week.{name}").figure == figure


def test_a_gap_is_new_for_four_weeks_and_told_to_managers_alone(sqlite_engine: Engine) -> None:
    # The last warm contact was 181 days ago on 30 June: dormant since that day.
    manager = opened(sqlite_engine, *COACHES, contact("E01", "A", "2025-12-31", kind="visit"))
    assert [gap.gap for gap in new_gaps(manager, at())] == ["dormant"]
    found = today_answer(manager, at())
    assert (found.counts[GAP], found.gaps[0].keys) == (1, ("E01",))
    assert today_answer(manager, at("per=2026-06-29")).counts[GAP] == 0
    assert today_answer(manager, at("per=2026-07-27")).counts[GAP] == 1
    assert today_answer(manager, at("per=2026-07-28")).counts[GAP] == 0
    assert today_answer(as_coach(manager, "A"), at()).counts[GAP] == 0


def test_a_new_gap_counts_who_is_to_be_left_in_peace_and_does_not_name_them(sqlite_engine: Engine) -> None:
    use_language("en")
    met = [contact(key, "A", "2025-12-31", kind="visit") for key in ("E01", "E02")]
    manager = opened(sqlite_engine, *COACHES, *met)
    assert gap_about(new_gaps(manager, at())[0]) == "Employer E01 and Employer E02"
    quiet(sqlite_engine, "E01", "2026-06-01", "2026-07-31")
    assert gap_about(new_gaps(manager, at())[0]) == "Employer E02 and 1 more"
    quiet(sqlite_engine, "E02", "2026-06-01", "2026-06-30")
    (gap,) = new_gaps(manager, at())
    assert (gap.keys, gap_about(gap)) == (("E01", "E02"), "to be left in peace for now")


def test_the_kinds_of_the_address_are_those_of_the_analysis() -> None:
    assert (*KINDS, GAP) == NEEDS
