"""An interval that is published tells nothing that the numbers beside it do not."""

import datetime as dt
from collections.abc import Mapping

import pytest

from dashboard.analysis.disclosure import protect
from dashboard.analysis.network_state import employer_state
from dashboard.analysis.selection import select
from dashboard.domain.definitions import Definitions
from dashboard.domain.disclosure import Release
from dashboard.domain.period import Period
from dashboard.domain.publication import Part, Table
from dashboard.reports.publish_blocks import PartPlan
from dashboard.reports.publish_material import material
from dashboard.reports.publish_page import part_of, publication_of
from dashboard.reports.report_input import input_of
from tests.builders import client, employer, placement, world
from tests.publish_world import FIRST, LAST, choice


def lasting(stayed: int, left: int) -> Table:
    """What is published of jobs that began ten months ago, of which some were lost after seven weeks."""
    rows = [employer("E1")]
    for n in range(stayed + left):
        ended = None if n < stayed else "2025-10-21"
        rows += [client(f"K{n}"), placement("E1", f"K{n}", "2025-09-01", ended, kind="employment")]
    definitions, period = Definitions(), Period(FIRST, LAST)
    scope = select(world(*rows), (), None, LAST)
    given = input_of(scope, employer_state(scope, LAST, definitions), period, definitions)
    wanted = choice(tables=("retention",), targets=False, benchmarks=False, costs=False)
    found = material(given, wanted, b"salt")
    release = protect(found.system, found.floor)
    table = publication_of(found, release, wanted, "0a", dt.date(2026, 8, 3)).table("retention")
    assert table is not None
    return table


def test_how_many_have_left_cannot_be_told_from_the_interval() -> None:
    """Kaplan and Meier's own limits are 15–50 and 10–45: they tell that 15 have left, or 18."""
    some, more = lasting(7, 15), lasting(7, 18)
    assert some == more
    assert some.part("90") == Part("90", 30, 15, 50)
    assert some.cell("90").count == 7


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"part": 40}, (40, 60)),
        ({"part": None}, (25, 75)),
        ({"part": None, "other": 50}, (35, 65)),
    ],
)
def test_a_hidden_base_makes_no_interval(counts: Mapping[str, int | None], expected: tuple[int, int]) -> None:
    release = Release(counts={"whole": None, **counts}, shares={"share": 50})
    for base in (80, 8_000):
        shown = part_of(PartPlan("share", "share", base, ("whole", "other"), "part"), release)
        assert (shown.low, shown.high) == expected
