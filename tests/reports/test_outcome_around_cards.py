"""The cards of who coordinates, who comes back, and the hours of work: each way that they can turn out."""

import pytest
from sqlalchemy import Engine

from dashboard.i18n import use_language
from dashboard.reports.trace import trace
from tests.analysis.test_around_clients import involved, job
from tests.builders import client
from tests.reports.network_small import at, opened
from tests.reports.test_outcome_cards import card, plain, said


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


def test_who_coordinates_and_who_had_a_gap(sqlite_engine: Engine) -> None:
    rows = [client(f"K{number:02}") for number in range(12)]
    lead = [involved(f"K{number:02}", "lss", "2026-01-01", role="coordinator") for number in range(9)]
    gone = [involved(f"K{number:02}", "school", "2026-01-01", "2026-05-31") for number in (10, 11)]
    access = opened(sqlite_engine, *rows, *lead, *gone)
    assert said(access, "coordination") == (
        "Somebody coordinates for 9 of 9 active clients with others involved. 2 of 11 (18%) clients had days "
        "in the period when all who had been involved were gone. uncertain: 5–48%."
    )
    assert card(access, "coordination").notes[1] == (
        "Half of the gaps are 30 days or longer; 2 clients still have nobody."
    )
    assert said(access, "coordination", "per=2026-05-01").endswith("Nobody has had a gap in the period.")
    nobody = said(access, "coordination", "per=2025-12-31")
    assert nobody == "Nobody is recorded as involved around the clients of the period."
    assert trace(access, at(), "outcomes.gaps").figure == 11


def test_who_comes_back_is_compared_with_the_period_before(sqlite_engine: Engine) -> None:
    former = [client("F", closed_on="2022-02-01", closing_reason="moved")]
    back = [client(f"B{number:02}", "A", "2026-02-01", earlier_client_id="F") for number in range(12)]
    new = [client(f"N{number:02}", "A", "2026-02-01") for number in range(3)]
    before = [client(f"O{number:02}", "A", "2025-02-01") for number in range(15)]
    access = opened(sqlite_engine, *former, *back, *new, *before)
    told = said(access, "returns")
    assert told.startswith("12 of 15 (80%) new clients had been enrolled before. uncertain: 55–93%.")
    assert told.endswith("It has risen since the period before (0% of 15).")
    assert "half had been away for 1,461 days or more" in plain(card(access, "returns").notes[0])
    assert said(access, "returns", "per=2025-06-30") == "None of the 15 new clients had been enrolled before."
    assert said(access, "returns", "per=2024-06-30") == "Nobody was enrolled in the period."


def test_part_time_work_is_said_to_change_only_when_it_does(sqlite_engine: Engine) -> None:
    short = [job(f"S{number:02}", "2026-01-01", hours=15) for number in range(30)]
    full = [job(f"F{number:02}", "2025-01-01", "2026-02-01", hours=40) for number in range(30)]
    lasting = [job(f"L{number:02}", "2025-01-01", hours=40) for number in range(10)]
    access = opened(sqlite_engine, *short, *full, *lasting)
    told = said(access, "hours")
    assert told.startswith("30 of 40 (75%) of those in work, with known hours, work part-time.")
    assert told.endswith("It has risen in a year (0% of 40).")
    assert said(access, "hours", "per=2025-06-30").endswith("A year ago there was nothing to compare with.")
    back = said(access, "hours", "per=2026-01-15")
    assert back.endswith("(0% of 40).")
    assert said(access, "hours", "per=2024-06-30") == "Nobody is in work on the day."
    assert [row.cells[0] for row in card(access, "hours").rows][-1] == "30 June 2026"


def test_hours_that_fall_that_cannot_be_told_and_that_nobody_knows(sqlite_engine: Engine) -> None:
    short = [job(f"S{number:02}", "2025-01-01", "2026-02-01", hours=15) for number in range(30)]
    full = [job(f"F{number:02}", "2025-01-01", hours=40) for number in range(30)]
    unknown = [job("U1", "2021-01-01", "2021-12-31")]
    access = opened(sqlite_engine, *short, *full, *unknown)
    assert said(access, "hours").endswith("It has fallen in a year (50% of 60).")
    assert "cannot be told" in said(access, "hours", "per=2026-01-15")
    assert said(access, "hours", "per=2021-06-30") == "No hours are recorded for those in work."
