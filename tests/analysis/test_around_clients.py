"""Who coordinates, gaps between those involved, those who come back, and hours of work: by hand."""

import datetime as dt

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.intervals import Share
from dashboard.analysis.involvement import involvement
from dashboard.analysis.returns import returns
from dashboard.analysis.selection import select
from dashboard.analysis.working_hours import hours_over_time
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from tests.builders import Row, client, placement, world

ON = dt.date(2026, 6, 30)


def based(*rows: Row) -> Basis:
    return basis(select(world(*rows), (), None, ON), Period.year_to(ON), Definitions())


def involved(
    client_id: str, party: str, first: str, last: str | None = None, role: str = "participant"
) -> Row:
    cells = {"client_id": client_id, "party": party, "role": role, "from_on": first, "to_on": last}
    return Row("cooperation", cells)


def test_a_gap_is_the_days_with_nobody_between_two_or_since_the_last() -> None:
    found = involvement(
        based(
            client("K1"),
            involved("K1", "school", "2026-01-01", "2026-02-01"),
            involved("K1", "lss", "2026-01-15", "2026-03-01"),
            involved("K1", "health_care", "2026-03-21"),
            client("K2"),
            involved("K2", "school", "2026-01-01", "2026-06-20"),
            client("K3"),
            involved("K3", "school", "2026-01-01", "2026-02-01"),
            involved("K3", "lss", "2026-02-01", role="coordinator"),
            client("K4", closed_on="2026-05-01"),
            involved("K4", "school", "2026-01-01", "2026-03-01"),
            client("K5"),
        )
    )
    assert found is not None
    # K1: 1–20 March, 20 days. K2: since 20 June, 10 days so far. K3 has none; K4 was closed after hers.
    assert (found.followed, found.with_gap, found.still_open, found.median_gap) == (4, 2, 1, 15)
    assert (found.with_somebody, found.coordinated, found.coordinates["lss"]) == (2, 1, 1)
    assert found.who.tolist() == [True, True, True, True, False]


def test_gaps_before_the_period_and_what_happens_after_the_day_do_not_count() -> None:
    found = involvement(
        based(
            client("K1"),
            involved("K1", "school", "2024-01-01", "2024-02-01"),
            involved("K1", "lss", "2024-03-01", "2026-08-01"),
            involved("K1", "health_care", "2026-09-01"),
        )
    )
    assert found is not None
    assert (found.followed, found.with_gap, found.with_somebody) == (1, 0, 1)
    assert involvement(based(client("K1"))) is None


def test_those_who_come_back_are_told_with_how_long_they_were_away() -> None:
    found = returns(
        based(
            client("K1", "A", "2024-01-01", closed_on="2025-08-01", closing_reason="health"),
            client("K2", "A", "2026-02-01", earlier_client_id="K1"),
            client("K3", "A", "2026-02-01", earlier_client_id="K9"),
            client("K4", "A", "2026-02-01"),
            client("K5", "A", "2024-02-01", earlier_client_id="K1"),
        )
    )
    assert (found.share, found.known, found.median_away) == (Share(2, 3), 1, 184)
    assert (found.by_reason["health"], found.by_reason["unknown"]) == (1, 0)
    none = returns(based(client("K1")))
    assert (none.share, none.median_away) == (Share(0, 0), None)


def job(client_id: str, first: str, last: str | None = None, hours: float | None = None) -> Row:
    return placement("E1", client_id, first, last, kind="employment", hours_per_week=hours)


def test_hours_are_those_of_all_jobs_together_on_each_half_years_day() -> None:
    found = hours_over_time(
        based(
            job("K1", "2025-01-01", hours=20),
            job("K1", "2026-01-01", hours=15),
            job("K2", "2026-01-01", hours=9),
            job("K3", "2026-01-01"),
            job("K4", "2025-01-01", "2026-01-15", hours=40),
        )
    )
    assert [one.day.isoformat() for one in found][-3:] == ["2025-06-30", "2025-12-30", "2026-06-30"]
    now, a_year_ago = found[-1], found[-3]
    assert now.by_class == {"under_10": 1, "10_19": 0, "20_34": 0, "from_35": 1, "unknown": 1}
    assert (now.part_time, now.median) == (Share(1, 2), 22)
    assert (a_year_ago.part_time, a_year_ago.median) == (Share(1, 2), 30)
    assert found[0].median is None
