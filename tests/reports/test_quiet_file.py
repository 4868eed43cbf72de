"""The quiet periods as a file."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import use_language
from dashboard.reports.access import Access
from dashboard.reports.quiet_file import quiet_file
from tests.builders import employer, quiet
from tests.reports.network_small import opened

ON = dt.date(2026, 6, 30)


def test_every_quiet_period_stands_with_its_employer_past_and_to_come(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(sqlite_engine, employer("E1"), employer("E2"))
    quiet(sqlite_engine, "E2", "2026-06-01", "2026-06-30")
    quiet(sqlite_engine, "E1", "2025-01-01", "2025-02-01")
    table = quiet_file(access, ON)
    assert [row[:5] for row in table.rows] == [
        ["E1", "Employer E1", dt.date(2025, 1, 1), dt.date(2025, 2, 1), "no"],
        ["E2", "Employer E2", dt.date(2026, 6, 1), dt.date(2026, 6, 30), "yes"],
    ]
    assert dict(table.stamp)["Rows"] == "2"
    with pytest.raises(AccessDenied):
        quiet_file(Access(Viewer(3, "Ada", Role.ADMIN), access.store), ON)
