"""The hand-over list: who takes over what, why, who else has known them, and whose clients may be named."""

import csv
import datetime as dt
import io

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.i18n import use_language
from dashboard.reports.access import Access
from dashboard.reports.handover import Handover, handover
from dashboard.reports.handover_file import handover_table, handover_workbook
from dashboard.reports.handover_words import handover_finding
from dashboard.reports.stamped_file import as_csv
from tests.builders import Row, client, coach, contact, employer, follow_up, placement
from tests.reports.network_small import anna_and_bo, at, opened, visits

TWICE_A_MONTH = [f"2026-{month:02}-{day:02}" for month in range(1, 7) for day in (5, 15)]


def leaving_anna() -> list[Row]:
    """Anna alone knows the strong E1, which Bo knew once, and E2, which Dan knew before he left.

    Bo knows E3 too. Anna runs a trial at E1, with a follow-up due, and studies. Bo has one client, Cia none.
    """
    return [
        coach("A", name="Anna"),
        coach("B", name="Bo"),
        coach("C", name="Cia"),
        coach("D", name="Dan", ended_on="2026-01-01"),
        employer("E1", name="Åkra bageri", capacity=2),
        employer("E2", name="Backa livs"),
        employer("E3", name="Centrum kök"),
        client("K1", "A"),
        client("K2", "A"),
        client("K3", "B"),
        placement("E1", "K1", "2026-06-01", placement_id="P1", coach_id="A"),
        placement(None, "K2", "2026-01-15", kind="studies", placement_id="P2", coach_id="A"),
        follow_up("P1", "2026-06-20", coach_id="A"),
        *visits("E1", "A", *TWICE_A_MONTH),
        contact("E1", "B", "2024-03-02", kind="visit"),
        contact("E2", "A", "2026-06-01"),
        contact("E2", "D", "2025-11-01"),
        contact("E3", "A", "2026-06-01"),
        contact("E3", "B", "2026-06-01"),
    ]


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *leaving_anna())


def by_heir(found: Handover) -> dict[str, list[list[str]]]:
    return {
        part.name: [
            [one.employer_id for one in part.employers],
            [one.kind for one in part.placements],
            [one.client for one in part.follow_ups],
        ]
        for part in found.parts
    }


def test_each_heir_takes_over_what_the_ties_and_the_caseloads_give(access: Access) -> None:
    # Bo knew E1 once; nobody who stays knew E2, and Cia has no client.
    assert by_heir(handover(access, at("fraga=leaving&om=A"))) == {
        "Bo": [["E1"], ["work_trial"], ["K1"]],
        "Cia": [["E2"], ["studies"], []],
    }


def test_an_employer_says_how_it_stands_who_else_has_known_it_and_why_that_heir(access: Access) -> None:
    use_language("en")
    bakery, shop = handover(access, at("fraga=leaving&om=A")).employers
    assert (bakery.level, bakery.rung, bakery.warmth, bakery.running, bakery.due) == (
        "strong",
        3,
        "active",
        1,
        1,
    )
    assert (bakery.leaving, bakery.last_on) == (("Anna",), dt.date(2026, 6, 15))
    assert [one.told for one in bakery.others] == ["Bo (latest 2 March 2024)"]
    assert bakery.heir.why == "the strongest tie of those who stay, latest contact 2 March 2024"
    assert [one.told for one in shop.others] == ["Dan (has left, latest 1 November 2025)"]
    assert shop.heir.why == "nobody who stays has had a warm contact; the lowest caseload"


def test_the_strong_stand_first_whatever_their_points(sqlite_engine: Engine) -> None:
    found = handover(opened(sqlite_engine, *anna_and_bo()), at("fraga=leaving&om=A"))
    assert [(one.employer_id, one.level) for one in found.employers] == [("E1", "strong"), ("E2", "weak")]


def test_several_leave_together_and_nobody_is_left(access: Access) -> None:
    found = handover(access, at("fraga=leaving&om=A,B,C"))
    assert [part.name for part in found.parts] == [""]
    assert {one.employer_id: one.leaving for one in found.employers}["E3"] == ("Anna", "Bo")
    use_language("en")
    assert handover_finding(found) == (
        "**3 employers (1 strong), 2 running placements and 1 due follow-up** to hand over from Anna, Bo and "
        "Cia. Nobody is left to take over."
    )


def test_who_has_nothing_hands_nothing_over(access: Access) -> None:
    use_language("en")
    found = handover(access, at("fraga=leaving&om=C"))
    assert found.parts == ()
    assert handover_finding(found).startswith("**There is nothing to hand over from Cia**")


def test_two_of_one_name_are_two_heirs(sqlite_engine: Engine) -> None:
    same = [coach("B", name="Bo"), coach("C", name="Bo"), coach("A", name="Anna")]
    once = [contact("E1", "B", "2024-01-01"), contact("E2", "C", "2024-01-01")]
    rows = [*same, *once, contact("E1", "A", "2026-06-01"), contact("E2", "A", "2026-06-01")]
    found = handover(opened(sqlite_engine, *rows), at("fraga=leaving&om=A"))
    assert [[one.employer_id for one in part.employers] for part in found.parts] == [["E1"], ["E2"]]


def test_a_coach_reads_the_keys_of_her_own_clients_alone(access: Access) -> None:
    assert handover(access, at("fraga=leaving&om=A")).hidden == 0
    bo = Access(Viewer(2, "Bo", Role.COACH, "B"), access.store)
    found = handover(bo, at("fraga=leaving&om=A"))
    assert ([one.client for one in found.placements], found.hidden) == (["", ""], 3)
    table = handover_table(bo, at("fraga=leaving&om=A"))
    assert not any(key in str(table.rows) for key in ("K1", "K2"))
    assert dict(table.stamp)["Visas inte"] == "nycklar till andra coachers kunder, på 3 rader"


def test_the_workbook_has_a_summary_and_a_sheet_of_each_kind_to_print(access: Access) -> None:
    book = load_workbook(io.BytesIO(handover_workbook(access, at("fraga=leaving&om=A"))))
    assert book.sheetnames == ["Sammanfattning", "Arbetsgivare", "Placeringar", "Uppföljningar"]
    summary = [[cell.value for cell in row] for row in book["Sammanfattning"].iter_rows()]
    assert summary[0][0] == "Överlämningslista från Anna"
    assert summary[3] == ["Bo", 1, 1, 1, 1]
    assert summary[5] == ["Alla", 2, 1, 2, 1]
    stamp = {row[0]: row[1] for row in summary[7:]}
    assert (stamp["Per dag"], stamp["Urval"]) == ("30 juni 2026", "allt")
    assert "starkaste bandet" in stamp["Definition"]
    sheet = book["Arbetsgivare"]
    assert [cell.value for cell in sheet[2]][:4] == [
        "Bo",
        "starkaste bandet av dem som är kvar, senaste kontakt 2 mars 2024",
        "Anna",
        "Åkra bageri",
    ]
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_the_text_file_holds_the_same_rows(access: Access) -> None:
    content = as_csv(handover_table(access, at("fraga=leaving&om=A"))).decode("utf-8-sig")
    head, *rows = list(csv.reader(io.StringIO(content), delimiter=";"))
    found = [dict(zip(head, row, strict=False)) for row in rows[: rows.index([])]]
    assert [(row["Vad"], row["Arvtagare"]) for row in found] == [
        ("Arbetsgivare", "Bo"),
        ("Arbetsgivare", "Cia"),
        ("Placering", "Bo"),
        ("Placering", "Cia"),
        ("Uppföljning", "Bo"),
    ]
    assert (found[2]["Kund"], found[4]["Planerat"]) == ("K1", "2026-06-20")
