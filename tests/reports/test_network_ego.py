"""One employer in the side panel."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.i18n import use_language
from dashboard.reports.access import Access
from dashboard.reports.network_ego import Heir, ego
from tests.builders import coach, contact
from tests.reports.network_small import anna_and_bo, at, opened


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *anna_and_bo())


def test_nothing_selected_is_nothing_shown(access: Access) -> None:
    assert ego(access, at()) is None
    assert ego(access, at("arbetsgivare=nobody")) is None


def test_the_panel_says_who_the_employer_is_and_how_it_stands(access: Access) -> None:
    found = ego(access, at("arbetsgivare=E1"))
    assert found is not None
    assert (found.name, found.locality, found.rung, found.level) == ("Åkra bageri", "Hamnen", 3, "strong")
    assert (found.running, found.occupied, found.capacity, found.free) == (1, 1, 2, 1)
    assert found.sector == "Restaurang-, catering- och barverksamhet"
    use_language("en")
    english = ego(access, at("arbetsgivare=E1"))
    assert english is not None
    assert english.sector != found.sector


def test_those_with_a_living_tie_come_first(sqlite_engine: Engine) -> None:
    left = coach("Z", name="Zoë", ended_on="2026-01-01")
    days = [f"2025-12-{day:02}" for day in range(1, 20)]
    access = opened(sqlite_engine, *anna_and_bo(), left, *(contact("E4", "Z", day) for day in days))
    found = ego(access, at("arbetsgivare=E4"))
    assert found is not None
    first, second = found.acquaintances
    assert (first.name, first.active, first.last_on) == ("Bo", True, dt.date(2026, 6, 15))
    assert (second.name, second.active, second.works) == ("Zoë", False, False)
    assert second.strength > first.strength


def test_an_orphan_has_an_heir_only_while_that_is_asked(access: Access) -> None:
    asked = ego(access, at("fraga=leaving&om=A&arbetsgivare=E1"))
    assert asked is not None
    assert (asked.orphaned, asked.heir) == (True, Heir("Bo", "caseload", None))
    for query in ("arbetsgivare=E1", "fraga=leaving&om=B&arbetsgivare=E1"):
        other = ego(access, at(query))
        assert other is not None
        assert (other.orphaned, other.heir) == (False, None)


def test_when_all_leave_nobody_is_the_heir(access: Access) -> None:
    found = ego(access, at("fraga=leaving&om=A,B&arbetsgivare=E1"))
    assert found is not None
    assert (found.orphaned, found.heir) == (True, None)


def test_a_filter_that_leaves_the_employer_out_is_said(access: Access) -> None:
    found = ego(access, at("agarform=municipal&arbetsgivare=E1"))
    assert found is not None
    assert found.in_filter is False
