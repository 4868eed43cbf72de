"""Which employers lead on to jobs, who are known by several, and where placements gather, on planted worlds.

At Solsidan two of three clients went on: K1 to Hamnen within 30 days, K2 to Hamnen and later to Torget within
180. K3 waited 181 days. From Backen, K4 went on to Torget. Solsidan is known by Anna best, then by Bo.
"""

import datetime as dt

import numpy as np
import pytest
from sqlalchemy import Engine

from dashboard.analysis.coded import Codes
from dashboard.analysis.concentration import concentration_of
from dashboard.domain.access import Role, Viewer
from dashboard.reports.access import Access, Store
from dashboard.reports.network_answers import answer
from dashboard.reports.network_export import list_file
from dashboard.reports.network_picture import picture
from dashboard.reports.network_rows import list_page
from dashboard.reports.trace import trace
from tests.builders import Row, client, coach, contact, employer, placement
from tests.reports.network_small import MANAGER, at, opened, visits

ANNA = Viewer(2, "Anna", Role.COACH, "A")


def trial(where: str, who: str, ended: str, coach_id: str = "A") -> Row:
    start = (dt.date.fromisoformat(ended) - dt.timedelta(days=60)).isoformat()
    return placement(where, who, start, ended, "work_trial", coach_id=coach_id)


def job(where: str, who: str, started: str, ended: str | None = None, coach_id: str = "A") -> Row:
    return placement(where, who, started, ended, "employment", coach_id=coach_id)


def planted() -> list[Row]:
    return [
        coach("A", name="Anna"),
        coach("B", name="Bo"),
        employer("S", name="Solsidan"),
        employer("H", name="Hamnen", ownership="private"),
        employer("T", name="Torget", ownership="municipal"),
        employer("B", name="Backen"),
        employer("U", name="Udden"),
        client("K1", "A"),
        client("K2", "B"),
        client("K3", "A"),
        client("K4", "B"),
        trial("S", "K1", "2025-10-01"),
        job("H", "K1", "2025-10-31"),
        trial("S", "K2", "2025-10-01"),
        job("H", "K2", "2025-10-02", "2025-12-01"),
        job("T", "K2", "2026-03-30"),
        trial("S", "K3", "2025-10-01"),
        job("T", "K3", "2026-03-31"),
        trial("B", "K4", "2026-01-10", "B"),
        job("T", "K4", "2026-02-01"),
        *visits("S", "A", "2026-05-01", "2026-06-01"),
        contact("S", "B", "2026-04-01"),
        contact("U", "B", "2026-06-01"),
    ]


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *planted())


def test_those_that_led_on_to_jobs_stand_with_those_who_might_have_gone_on(access: Access) -> None:
    found = answer(access, at("fraga=stepping"))
    told = found.rows[["employer_id", "went_on", "placed", "to"]].to_numpy().tolist()
    assert told == [["S", 2, 3, ("Hamnen", "Torget")], ["H", 1, 1, ("Torget",)], ["B", 1, 1, ("Torget",)]]
    assert (found.number, found.of, found.names[0]) == (3, 3, "Solsidan")
    assert found.counts == {"went_on": 2, "placed": 3}


def test_whom_to_ask_is_the_coach_with_the_strongest_tie(access: Access) -> None:
    rows = {row.employer_id: row for row in list_page(access, at("fraga=stepping")).rows}
    assert (rows["S"].coach, rows["S"].last_on) == ("Anna", dt.date(2026, 6, 1))
    assert rows["B"].coach == "Bo"


def test_an_employer_that_nobody_knows_any_more_says_so(sqlite_engine: Engine) -> None:
    old = [trial("E1", "K1", "2024-01-01"), job("E2", "K1", "2024-02-01")]
    row = list_page(opened(sqlite_engine, *old), at("fraga=stepping")).rows[0]
    assert (row.employer_id, row.coach, row.last_on) == ("E1", "", None)


def test_a_job_at_the_same_employer_leads_nowhere(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, trial("E1", "K1", "2026-01-10"), job("E1", "K1", "2026-02-01"))
    assert (answer(access, at("fraga=stepping")).number, answer(access, at("fraga=stepping")).of) == (0, 1)


def test_the_ways_show_only_ones_own_clients_and_how_many_others(access: Access) -> None:
    everything = trace(access, at("fraga=stepping"), "questions.went_on")
    assert sorted(everything.rows["client"]) == ["K1", "K2", "K2", "K2", "K4"]
    hers = trace(Access(ANNA, access.store), at("fraga=stepping"), "questions.went_on")
    assert (hers.rows["client"].tolist(), hers.hidden) == (["K1"], 4)
    (row,) = hers.rows.to_dict("records")
    assert (row["employer"], row["next_employer"]) == ("Solsidan", "Hamnen")
    assert len(row["origins"]) == 2


def test_no_answer_holds_a_clients_key(access: Access) -> None:
    for question in ("stepping", "concentrated", "shared"):
        assert "K1" not in answer(access, at(f"fraga={question}")).rows.to_string()


def test_known_by_several_is_at_least_two_living_ties(access: Access) -> None:
    found = answer(access, at("fraga=shared"))
    assert (found.employers, found.names, found.counts["most"]) == (("S",), ("Solsidan",), 2)
    assert found.number + answer(access, at("fraga=single_coach")).number == found.of


def test_all_ties_of_what_several_know_are_lit(access: Access) -> None:
    drawn = picture(access, at("fraga=shared"))
    lit = {(drawn.coaches[coach][0], drawn.employers[place][0]) for coach, place in
           (drawn.ties[tie] for tie in drawn.marks["lit"])}  # fmt: skip
    assert lit == {("A", "S"), ("B", "S")}


def test_placements_gather_at_the_five_largest(sqlite_engine: Engine) -> None:
    counts = {"E1": 5, "E2": 4, "E3": 3, "E4": 2, "E5": 2, "E6": 1, "E7": 1}
    rows = [
        placement(where, f"K{where}{n}", "2026-02-01", "2026-03-01")
        for where, many in counts.items()
        for n in range(many)
    ]
    found = answer(opened(sqlite_engine, *rows), at("fraga=concentrated"))
    assert found.rows["employer_id"].tolist() == ["E1", "E2", "E3", "E4", "E5"]
    assert (found.number, found.of, found.counts["most"]) == (16, 18, 5)
    # 18² / (25 + 16 + 9 + 4 + 4 + 1 + 1), by hand.
    assert found.equal == pytest.approx(324 / 60)
    assert found.rows["share"].iloc[0] == pytest.approx(5 / 18)


def test_the_period_decides_which_placements_count(access: Access) -> None:
    spring = at("fraga=concentrated&fran=2026-02-01&till=2026-06-30")
    found = answer(access, spring)
    assert (found.employers, found.of) == (("T",), 3)
    assert answer(access, at("fraga=concentrated")).of == 9
    shown = [picture(access, page).marks["highlighted"] for page in (spring, at("fraga=concentrated"))]
    assert [len(marks) for marks in shown] == [1, 4]


def test_an_employer_that_is_gone_counts_and_is_neither_drawn_nor_listed(sqlite_engine: Engine) -> None:
    rows = [employer("E1", active=False), placement("E1", "K1", "2026-02-01", "2026-03-01")]
    access = opened(sqlite_engine, *rows, placement("E2", "K2", "2026-02-01", "2026-03-01"))
    found = answer(access, at("fraga=concentrated"))
    assert (found.employers, found.of, found.counts["gone"]) == (("E2",), 2, 1)


def test_a_filter_counts_the_placements_of_what_it_leaves(access: Access) -> None:
    found = answer(access, at("fraga=concentrated&agarform=municipal"))
    assert (found.employers, found.of, found.equal) == (("T",), 3, 1.0)
    assert len(trace(access, at("agarform=municipal"), "questions.concentrated.of").rows) == 3


def test_lists_stand_with_most_first_and_the_file_says_of_how_many(access: Access) -> None:
    assert list_page(access, at("fraga=stepping")).sort == "-went_on"
    assert list_page(access, at("fraga=concentrated")).sort == "-placed"
    table = list_file(access, at("fraga=stepping"))
    assert (table.header[-1], table.rows[0][-1]) == ("Av kunder vars tid där är över", 3)


def test_without_any_placement_nothing_is_concentrated_and_nothing_leads_on(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, contact("E1", "A", "2026-06-01"))
    assert [answer(access, at(), question).of for question in ("stepping", "concentrated")] == [0, 0]
    assert answer(access, at(), "concentrated").equal == 0


@pytest.mark.parametrize("counts", [[], [0, 0]])
def test_counts_of_nothing_have_no_concentration(counts: list[int]) -> None:
    nothing: Codes = np.array(counts, dtype=np.int64)
    assert concentration_of(nothing).herfindahl is None


def test_a_manager_of_an_empty_unit_may_ask(sqlite_engine: Engine) -> None:
    access = Access(MANAGER, Store(sqlite_engine))
    assert [answer(access, at(), question).number for question in ("shared", "stepping")] == [0, 0]
