"""Each question names exactly what was planted in a network; and networks that hold nothing are told, too."""

import re

import pytest
from sqlalchemy import Engine

from dashboard.i18n import use_language
from dashboard.reports.handover import handover
from dashboard.reports.handover_words import handover_finding
from dashboard.reports.network_answers import answer
from dashboard.reports.network_findings import finding, list_caption, question_title, tile
from dashboard.reports.network_health import health
from dashboard.reports.network_health_words import health_finding
from dashboard.reports.network_panels import resilience_curve
from dashboard.reports.network_rows import list_page
from dashboard.reports.network_scope import known
from dashboard.reports.state import QUESTIONS
from tests.builders import Row, client, coach, contact, employer, placement
from tests.reports.network_small import at, opened, visits

BACKGROUND = tuple(f"N{n}" for n in range(6))


def by_both(key: str, *days: str) -> list[Row]:
    """Calls by Anna and by Bo."""
    return [contact(key, who, day) for who in ("A", "B") for day in days]


def planted() -> list[Row]:
    """Anna and Bo call everybody in January, so that nobody stands out but what is planted.

    BRIDGE hangs on Cia. DORMANT hired two and was visited every month until December, and STRONG is still.
    NEW was first called in June, LOST last in May the year before. From STONE a client went on to a job at
    HIRER. CROWD has all placements of the period.
    """
    months = [f"2026-{month:02}-10" for month in range(1, 7)]
    before = [f"2025-{month:02}-20" for month in range(1, 13)]
    return [
        *(coach(key, name=name) for key, name in (("A", "Anna"), ("B", "Bo"), ("C", "Cia"))),
        *(row for key in BACKGROUND for row in by_both(key, "2026-01-15")),
        contact("BRIDGE", "C", "2026-01-15"),
        *visits("DORMANT", "A", *before),
        *visits("DORMANT", "B", *before),
        placement("DORMANT", "K1", "2024-02-01", "2024-12-31", kind="employment", coach_id="A"),
        placement("DORMANT", "K2", "2024-02-01", "2024-12-31", kind="employment", coach_id="A"),
        *visits("STRONG", "A", *months, *before),
        *visits("STRONG", "B", *months, *before),
        placement("STRONG", "K3", "2025-05-01", "2025-06-01", coach_id="A"),
        *by_both("NEW", "2026-06-01"),
        *by_both("LOST", "2025-05-01"),
        *by_both("STONE", "2026-01-15", "2026-05-01"),
        *by_both("HIRER", "2026-01-15", "2026-05-01"),
        placement("STONE", "K4", "2025-01-01", "2025-02-01", coach_id="A"),
        placement("HIRER", "K4", "2025-03-01", "2025-06-01", kind="employment", coach_id="A"),
        *by_both("CROWD", "2026-01-15", "2026-05-01"),
        *(placement("CROWD", f"K{n}", "2026-05-01", coach_id="A") for n in (5, 6, 7)),
    ]


PLANTED = {
    "single_coach": {"BRIDGE"},
    "shared": {*BACKGROUND, "DORMANT", "STRONG", "NEW", "STONE", "HIRER", "CROWD"},
    "leaving": {"BRIDGE"},
    "cooling": {"DORMANT"},
    "strongest": {"STRONG", "DORMANT"},
    "changed": {"NEW", "LOST"},
    "stepping": {"STONE"},
    "concentrated": {"CROWD"},
}


def test_each_question_names_exactly_what_was_planted(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *planted())
    assert set(PLANTED) == set(QUESTIONS)
    named = {question: set(answer(access, at(f"fraga={question}&om=C")).employers) for question in QUESTIONS}
    assert named == PLANTED


def alike() -> list[Row]:
    """Twenty employers that nothing tells apart, each known by both coaches in the same way."""
    return [row for n in range(20) for row in by_both(f"E{n:02}", "2026-06-01")]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "rows",
    [
        [coach("A")],
        [coach("A"), employer("E1"), employer("E2")],
        [contact("E1", "A", "2026-06-01")],
        [coach("A", ended_on="2026-01-01"), contact("E1", "A", "2025-12-01"), client("K1", "A")],
        alike(),
    ],
    ids=["no employer", "no tie", "one coach", "nobody works", "all alike"],
)
def test_a_network_that_holds_nothing_is_told_in_whole_sentences(
    sqlite_engine: Engine, rows: list[Row], language: str
) -> None:
    use_language(language)
    access = opened(sqlite_engine, *rows)
    said = [resilience_curve(access, at()).finding, health_finding(health(access, at()))]
    for question in QUESTIONS:
        page = at(f"fraga={question}")
        asked, scope = answer(access, page), known(access, page)
        assert question_title(asked, scope)
        assert all(tile(asked))
        shown = list_page(access, page)
        assert list_caption(asked, scope, len(shown.rows), shown.found, False)
        said.append(finding(asked, scope))
    said.append(handover_finding(handover(access, at("fraga=leaving"))))
    for sentence in said:
        assert sentence.rstrip("*").endswith("."), sentence
        assert not re.search(r"\{|\bnan\b", sentence), sentence


def test_of_what_is_all_alike_nothing_hangs_on_one(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *alike())
    numbers = {question: answer(access, at(f"fraga={question}")).number for question in QUESTIONS}
    # All twenty are new, twice over, and known by both.
    assert {key: number for key, number in numbers.items() if number} == {"shared": 20, "changed": 40}
