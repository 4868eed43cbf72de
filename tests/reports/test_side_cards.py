"""Groups side by side: what each card says, in each way it can turn out, and the report's own numbers."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.analysis.several import Verdict
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, NotFound
from dashboard.i18n import HARD_SPACE, use_language
from dashboard.reports.access import Access
from dashboard.reports.report_json import report
from dashboard.reports.side_cards import CARDS, has_card, side_card, side_file
from dashboard.reports.side_parts import SideCard
from dashboard.reports.side_words import OF_DAYS, Told, compared_in_words, how_compared
from dashboard.reports.state import GROUPINGS
from dashboard.reports.trace import trace
from tests.builders import Row, client, coach, contact, employer, follow_up, placement, unit
from tests.reports.network_small import at, opened

ON = dt.date(2026, 6, 30)


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


def plain(text: str) -> str:
    return text.replace(HARD_SPACE, " ").replace("**", "")


def told(name: str, verdict: Verdict, size: int = 20) -> Told:
    return Told(name, size, "60%", "40%", verdict)


ALL = "All together: 50%."
FINDINGS = {
    "rise": (
        [told("A", "higher"), told("B", "alike")],
        f"A is higher than the others together (60% against 40%). {ALL}",
    ),
    "two": (
        [told("A", "lower"), told("B", "higher")],
        f"B is higher than the others together (60% against 40%). {ALL}",
    ),
    "fall": (
        [told("A", "lower"), told("B", "alike"), told("C", "alike")],
        f"A is lower than the others together (60% against 40%). {ALL}",
    ),
    "cannot tell": (
        [told("A", "alike"), told("B", "alike"), told("C", "few", 3)],
        f"No differences greater than chance between the 2 that are large enough to compare. {ALL}",
    ),
    "one of them": (
        [told("A", "alike"), told("C", "few", 3)],
        f"No difference greater than chance for the 1 that is large enough to compare. {ALL}",
    ),
    "too few": ([told("A", "few", 4), told("B", "few", 3)], f"Too few to compare. {ALL}"),
    "only one": ([told("A", "few"), told("B", "few", 0)], "Only A has anything to show: 60%. There is"),
    "none": ([told("A", "few", 0)], "There is nothing to set side by side."),
    "many": (
        [told(name, "higher") for name in "ABCDE"],
        "C is higher than the others together (60% against 40%). 2 more differ.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", FINDINGS)
def test_a_finding_says_only_what_the_intervals_allow(way: str) -> None:
    rows, expected = FINDINGS[way]
    assert expected in plain(compared_in_words(rows, "50%"))


def test_days_are_said_as_longer_and_faster() -> None:
    rows = [told("A", "higher"), told("B", "lower"), told("C", "alike")]
    said = plain(compared_in_words(rows, "50%", OF_DAYS))
    assert said.startswith("In A it takes longer than in the others together (half within 60%, against 40%).")
    assert "In B it goes faster" in said


def test_beside_a_comparison_stands_how_many_share_its_risk_and_who_is_too_small() -> None:
    few = [told(f"S{number}", "few", 3) for number in range(6)]
    shared, small = how_compared([told("A", "alike"), told("B", "alike"), told("C", "alike"), *few])
    assert "the 3 comparisons with the others together share a risk of 5%" in plain(shared)
    assert small == "Too few to compare: S0, S1, S2 and 3 more."
    assert "One comparison is made" in how_compared([told("A", "alike"), told("B", "alike")])[0]
    assert how_compared(few) == ()


def towns() -> list[Row]:
    """Three units in two programmes: Norrby succeeds, Söderby does not, Lillby is small."""
    rows: list[Row] = [
        unit("N", name="Norrby", programme="Kursen", municipality_code="0115"),
        unit("S", name="Söderby", programme="Kursen", municipality_code="0160"),
        unit("L", name="Lillby", programme="Annat"),
    ]
    sizes = {"N": (30, 24), "S": (30, 6), "L": (4, 2)}
    for key, (size, successes) in sizes.items():
        rows.append(coach(f"C{key}", unit_id=key))
        for number in range(size):
            name = f"{key}{number:02}"
            wins = number < successes
            rows += [
                client(
                    name, f"C{key}", "2026-01-01", referrer="school" if number % 2 else "lss", district=key
                ),
                contact(f"E{key}", f"C{key}", f"2026-01-{5 if key == 'N' else 25:02}", client_id=name),
                placement(
                    f"E{key}",
                    name,
                    "2026-02-02",
                    "2026-03-03",
                    outcome="employment" if wins else "interrupted_client",
                    placement_id=f"P{name}",
                ),
                follow_up(f"P{name}", "2026-02-10", "2026-02-11" if wins else None),
                *([placement(f"E{key}", name, "2026-03-04", kind="employment")] if wins else []),
            ]
        rows.append(employer(f"E{key}", ownership="social_enterprise" if key == "N" else "private"))
    return rows


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *towns())


def card(access: Access, key: str, grouping: str = "unit", query: str = "") -> SideCard:
    return side_card(access, at(f"gruppera={grouping}&{query}"), key)


def of_report(found: Any, path: str) -> list[Any]:
    """What the report has under a key, in the order of a card's columns."""
    for step in path.split("."):
        found = found[step]
    return (
        [found[part] for part in ("n", "of", "share") if part in found]
        if isinstance(found, dict)
        else [found]
    )


def rounded(cells: tuple[Any, ...]) -> list[Any]:
    return [round(cell, 4) if isinstance(cell, float) else cell for cell in cells]


@pytest.mark.parametrize("grouping", ["unit", "programme"])
def test_the_numbers_of_each_unit_and_programme_are_those_of_its_own_report(
    access: Access, grouping: str
) -> None:
    reports: dict[str, Any] = {}
    for key in (key for key in CARDS if has_card(access, at(f"gruppera={grouping}"), key)):
        made = card(access, key, grouping)
        for group, row in zip(made.groups, made.told.rows, strict=True):
            chosen = {"units": (group,)} if grouping == "unit" else {"programme": group}
            found = reports.setdefault(group, report(access, ON, **chosen))
            for place, path in made.paths:
                expected = of_report(found, path)
                assert rounded(row.cells[place : place + len(expected)]) == expected, (key, group, path)
    assert len(reports) > 1


def test_a_unit_that_differs_from_the_others_is_named_and_the_small_one_is_not(access: Access) -> None:
    made = card(access, "success")
    assert plain(made.told.finding) == (
        "Norrby is higher than the others together (80% against 24%). Söderby is lower than the others "
        "together (20% against 76%). All together: 50% (32 of 64)."
    )
    (panel,) = made.dots
    assert [(row.name, row.verdict, row.value is None) for row in panel.rows] == [
        ("Norrby", "higher", False),
        ("Söderby", "lower", False),
        ("Lillby", "few", True),
    ]
    assert (panel.total, panel.rows[2].said) == (0.5, "2 of 4 · too few to say · uncertain: 15–85%")
    assert [row.cells[:2] for row in made.told.rows] == [
        ("Lillby", ""),
        ("Norrby", "Vallentuna"),
        ("Söderby", "Täby"),
    ]


def test_the_one_programme_is_narrowed_to_its_own_units(access: Access) -> None:
    made = card(access, "reached", query="program=Kursen")
    assert made.groups == ("N", "S")
    assert "the 3 comparisons with the others together share a risk of 5%" in plain(made.told.notes[0])
    assert plain(made.told.finding) == (
        "Norrby is higher than the others together (80% against 20%). All together: 50% (30 of 60). "
        "Work: Norrby is higher than the others together (80% against 20%)."
    )
    assert card(access, "reached", "programme").groups == ("Annat", "Kursen")


def test_districts_referrers_and_kinds_of_employer_stand_side_by_side(access: Access) -> None:
    assert "N is higher" in plain(card(access, "success", "district").told.finding)
    assert "No differences greater than chance" in plain(card(access, "success", "referrer").told.finding)
    made = card(access, "interrupted", "ownership")
    assert plain(made.told.finding).startswith(
        "Private is higher than the others together (76% against 20%)."
    )
    assert made.groups == ("private", "social_enterprise")
    assert card(access, "rungs", "ownership").told.finding.startswith("Most employers who have hired")


def test_the_time_to_a_contact_is_told_with_limits_of_its_median(access: Access) -> None:
    made = card(access, "first_contact")
    assert (
        "In Norrby it goes faster than in the others together (half within 4 days, against 24 days)."
        in plain(made.told.finding)
    )
    assert made.told.rows[1].cells[2:] == (4, 4, 4, 30)
    assert made.dots[0].ends == ("0 days", "30 days")
    assert made.dots[0].rows[-1].said == "4 new · too few to say"


def test_rounds_are_told_when_they_have_been_followed_for_a_year(sqlite_engine: Engine) -> None:
    people = [client(f"A{number:02}", "A", "2025-01-20") for number in range(20)]
    later = [client(f"B{number:02}", "A", "2026-01-19") for number in range(12)]
    jobs = [placement("E1", f"A{number:02}", "2025-06-01", kind="employment") for number in range(8)]
    made = card(opened(sqlite_engine, *people, *later, *jobs), "year_after", "round")
    assert [row.cells[:4] for row in made.told.rows] == [("20 January 2025", 8, 20, 0.4)]
    assert plain(made.told.finding).startswith("Only 20 January 2025 has anything to show: 40%.")
    assert "0 of the same time came on other days" in made.told.notes[-1]


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_a_card_of_nothing_says_so_and_draws_nothing(sqlite_engine: Engine, grouping: str) -> None:
    empty = opened(sqlite_engine, employer("E1"))
    for key in (key for key in CARDS if has_card(empty, at(f"gruppera={grouping}"), key)):
        made = card(empty, key, grouping)
        if key != "rungs":
            assert made.told.finding == "There is nothing to set side by side.", key
        assert not made.dots
        assert all(panel.is_empty for panel in made.told.panels)


def test_a_file_says_what_is_compared_the_finding_and_the_definition(access: Access) -> None:
    table = side_file(access, at("gruppera=unit"), "success")
    stamp = dict(table.stamp)
    assert table.title == "Trials that led to work or studies: Unit"
    assert stamp["Finding"].startswith("Norrby is higher")
    assert "Bonferroni" in stamp["Definition"]
    assert table.rows[1] == ["Norrby", "Vallentuna", 24, 30, 0.8, 0.6269, 0.9049]


def test_the_page_is_for_managers_and_a_card_belongs_to_its_grouping(access: Access) -> None:
    with pytest.raises(AccessDenied):
        side_card(Access(Viewer(2, "Anna", Role.COACH, "CN"), access.store), at("gruppera=unit"), "success")
    for key, grouping in (("nothing", "unit"), ("year_after", "unit"), ("reached", "ownership")):
        with pytest.raises(NotFound):
            card(access, key, grouping)
    assert side_card(access, at(), "size").groups == ("L", "N", "S")
    assert trace(access, at(), "side.reached").figure == 64
    assert trace(access, at(), "side.round").figure == 64
