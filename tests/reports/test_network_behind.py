"""The networks behind the ties as reports: who may see what, names, sheets and sentences."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from dashboard.analysis.communities import Shared
from dashboard.analysis.intervals import Share
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.domain.period import Period
from dashboard.i18n import HARD_SPACE, use_language
from dashboard.reports import report_network as sheets
from dashboard.reports import sentences_network as sentences
from dashboard.reports.access import Access
from dashboard.reports.community_names import community_name, told_apart
from dashboard.reports.gaps_mix import employer_mix
from dashboard.reports.layers import LAYERS, alike_employers, layer
from dashboard.reports.network_communities import employer_communities
from dashboard.reports.network_ways import ways_to_work
from dashboard.reports.whole_report import WholeReport, whole_report
from dashboard.reports.workbook import Sheet, Shown
from tests.builders import Row, client, coach, contact, employer, placement, stored, unit
from tests.reports.network_small import at, opened

ON = dt.date(2026, 6, 30)
ANNA = Viewer(2, "Anna", Role.COACH, "A")
SINCE_NEW_YEAR = {"from_on": "2026-01-01"}
STAFF_ONLY = (employer_mix, ways_to_work, employer_communities, alike_employers)


def offers(key: str, occupations: str, latitude: float, sni: str = "56100", code: str = "0115") -> Row:
    where = {"map_latitude": latitude, "map_longitude": 18.08, "position_precision": "exact"}
    what = {"occupations": occupations, "sni_code": sni, "ownership": "private"}
    return employer(key, name=f"Firm {key}", map_municipality_code=code, **where, **what)


def rows() -> list[Row]:
    """Two towns of three employers, two coaches, three clients, and one who went from trial to job."""
    return [
        unit("U1", name="Norr"),
        coach("A", name="Anna", unit_id="U1"),
        coach("B", name="Bo", unit_id="U1"),
        *(offers(f"N{n}", "9412", 59.53 + n / 100) for n in range(3)),
        *(offers(f"S{n}", "9412", 60.53 + n / 100, "47110", "0380") for n in range(3)),
        client("K1", "A", referrer="lss"),
        client("K2", "B", referrer="school"),
        client("K3", "A"),
        placement("N0", "K1", "2026-01-07", "2026-02-01"),
        placement("N1", "K1", "2026-03-02", kind="employment"),
        placement("N1", "K2", "2026-04-01"),
        placement("S0", "K3", "2025-01-01", "2025-01-01", "study_visit"),
        contact("N0", "B", "2026-02-01"),
        contact("S1", "A", "2025-02-01"),
        Row("cooperation", {"client_id": "K1", "party": "lss", "role": "participant"} | SINCE_NEW_YEAR),
    ]


def shown(access: Access, name: str) -> set[str]:
    return set(layer(access, at(), name).nodes["label"])


def cells(sheet: Sheet) -> list[list[object]]:
    return [[cell.value if isinstance(cell, Shown) else cell for cell in row] for row in sheet.rows]


def told(found: Iterator[str]) -> str:
    return " ".join(found).replace(HARD_SPACE, " ")


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    return opened(sqlite_engine, *rows())


@pytest.fixture
def report(sqlite_engine: Engine) -> WholeReport:
    use_language("en")
    stored(sqlite_engine, *rows())
    return whole_report(sqlite_engine, ON, Period.year_to(ON))


@pytest.mark.parametrize("role", [Role.VISITOR, Role.ADMIN])
def test_none_but_staff_get_any_of_it(access: Access, role: Role) -> None:
    stranger = replace(access, viewer=Viewer(9, "x", role))
    for name in LAYERS:
        with pytest.raises(AccessDenied):
            layer(stranger, at(), name)
    for report in STAFF_ONLY:
        with pytest.raises(AccessDenied):
            report(stranger, at())


def test_every_network_names_its_nodes(access: Access) -> None:
    assert shown(access, "clients") == {"Anna", "Bo", "K1", "K2", "K3", "Firm N0", "Firm N1"}
    assert shown(access, "ways") == {"Firm N0", "Firm N1"}
    assert shown(access, "alike") == {f"Firm {key}" for key in ("N0", "N1", "N2", "S0", "S1", "S2")}
    assert shown(access, "coaches") == {"Anna", "Bo"}
    assert shown(access, "referrers") == {
        "Norr", "LSS, daily activities", "LSS, daily activities, as a party", "School", "Firm N0", "Firm N1",
    }  # fmt: skip


def test_a_coach_sees_the_keys_of_her_own_clients_alone(access: Access) -> None:
    hers = layer(replace(access, viewer=ANNA), at(), "clients").nodes
    clients = hers[hers["kind"] == "client"]
    assert list(zip(clients["key"], clients["label"], strict=True)) == [
        ("K1", "K1"),
        ("", "another coach's client"),
        ("K3", "K3"),
    ]
    # Who asked first decides nothing for who asks next.
    assert "K2" in shown(access, "clients")


def test_links_point_at_nodes_and_ways_lead_one_way(access: Access) -> None:
    found = layer(access, at(), "ways")
    (link,) = found.links.to_dict("records")
    assert found.directed
    assert (found.nodes["key"][link["start"]], found.nodes["key"][link["end"]]) == ("N0", "N1")
    assert not layer(access, at(), "clients").directed
    assert not layer(access, at(), "clients").estimated


def test_networks_are_built_once_a_data_version(access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    layer(access, at(), "clients")
    employer_communities(access, at())
    monkeypatch.setattr("dashboard.reports.layers.structure", None)
    monkeypatch.setattr("dashboard.reports.network_communities.communities", None)
    assert len(layer(access, at(), "clients").nodes) == 7
    assert len(employer_communities(access, at()).found) == 2


def test_employers_of_one_kind_are_named_by_what_they_offer(sqlite_engine: Engine) -> None:
    use_language("en")
    same = [offers(key, "9412;5120", 59.53) for key in ("E1", "E2")]
    access = opened(sqlite_engine, *same, offers("E3", "9412", 59.54))
    kind = next(label for label in shown(access, "alike") if label.startswith("2 employers: "))
    assert kind.endswith(", Vallentuna")
    assert shown(access, "alike") == {kind, "Firm E3"}


def test_groups_are_called_by_what_their_members_share(access: Access) -> None:
    found = employer_communities(access, at())
    assert [group.employer_ids for group in found.found] == [("N0", "N1", "N2"), ("S0", "S1", "S2")]
    north, south = found.found
    assert north.name.endswith(" in Vallentuna")
    assert south.name.endswith(" in Uppsala")
    assert north.is_stable
    assert (north.sector, south.sector) == (Shared("I", 3, 3), Shared("G", 3, 3))
    assert found.of()["S2"] == south.name
    use_language("sv")
    assert employer_communities(access, at()).found[0].name.endswith(" i Vallentuna")


def test_a_name_says_no_more_than_half_of_the_members_bear_out() -> None:
    use_language("en")
    place, sector = Shared("0115", 3, 6), Shared("I", 3, 6)
    assert community_name(Shared("94", 2, 6), place, sector) == "Hotels and restaurants in Vallentuna"
    assert community_name(None, Shared("0115", 2, 6), Shared("I", 2, 6)) == (
        "Mixed occupations in several municipalities"
    )
    assert community_name(None, None, None) == "Mixed occupations in several municipalities"


def test_names_that_are_the_same_are_told_apart() -> None:
    use_language("en")
    sectors = [Shared("I", 1, 1), Shared("G", 1, 1), Shared("G", 1, 1), None, Shared("G", 1, 1)]
    assert told_apart(["Cooks", "Cooks", "Cooks", "Cooks", "Cleaners"], sectors) == [
        "Cooks, hotels and restaurants",
        "Cooks, trade and car repair",
        "Cooks, trade and car repair (2)",
        "Cooks",
        "Cleaners",
    ]


def test_the_page_of_gaps_gets_the_mix_and_the_ways(access: Access) -> None:
    mix = {row.ownership: row for row in employer_mix(access, at())}
    assert (mix["private"].employers, mix["private"].placements) == (Share(6, 6), Share(3, 3))
    ways = ways_to_work(access, at())
    assert ways.stones == {"N0": 1}
    assert ways.conversion["study_visit", "job_tasting"] == Share(0, 1)


def test_the_sheets_hold_what_the_reports_say(report: WholeReport) -> None:
    positions = cells(sheets.positions(report))
    assert {row[0] for row in positions} == set(LAYERS.values())
    # No client stands there by key.
    assert not any(str(row[2]).startswith("K") for row in positions)
    anna = next(row for row in positions if row[2:4] == ["A", "Anna"] and row[1] == "Coach")
    # Two clients; without her, K3 and the rest fall apart. Of the 15 pairs of the other six, K3's five.
    assert anna[4:7] == [2, "yes", pytest.approx(5 / 15)]
    assert [row[1] for row in cells(sheets.groups(report))] == [3, 3]
    assert [row[0] for row in cells(sheets.group_members(report))] == ["N0", "N1", "N2", "S0", "S1", "S2"]
    assert cells(sheets.stones(report)) == [["N0", "Firm N0", 1]]
    assert [row[:5] for row in cells(sheets.ways_to_work(report))] == [
        ["Study visit", "Job tasting", 0.0, 0, 1],
        ["Job tasting", "Trial", None, 0, 0],
        ["Trial", "Employment", 0.0, 0, 2],
    ]
    changed = {(row[0], row[1], row[3]) for row in cells(sheets.changed_ties(report))}
    assert changed == {
        ("new tie", "A", "N0"), ("new tie", "A", "N1"), ("new tie", "B", "N0"), ("new tie", "B", "N1"),
        ("lost tie", "A", "S0"), ("lost tie", "A", "S1"),
    }  # fmt: skip
    assert cells(sheets.ownership_mix(report))[0] == ["Private", 6, 1.0, 2, 1.0, 3, 1.0]
    assert cells(sheets.ownership_mix(report))[-1][0] == "not known"


def test_the_sentences_say_it_in_short(report: WholeReport) -> None:
    assert told(sentences.changed(report)) == ("Ties since 30 June 2025: 4 new, 0 revived, 0 kept, 2 lost.")
    behind = told(sentences.behind(report))
    assert behind.startswith("The employers form 2 groups of alike ones (agreement between divisions 1.00): ")
    assert behind.endswith("Most ways between coaches and clients go through Firm N1.")
    assert told(sentences.ways(report)) == (
        "From study visit to job tasting at the same employer: 0 of 1 (0%, interval 0–79%). "
        "From trial to job: 0 of 2 (0%, interval 0–66%). "
        "Stepping stones to a job elsewhere: Firm N0 (1)."
    )
    assert told(sentences.mixed(report)) == (
        "Placements in the period by ownership, with its part of all employers in brackets: "
        "private 100% (100%)."
    )


def test_of_nothing_there_is_nothing_to_say(sqlite_engine: Engine) -> None:
    empty = whole_report(sqlite_engine, ON, Period.year_to(ON))
    for say in (sentences.changed, sentences.behind, sentences.ways, sentences.mixed):
        assert told(say(empty)) == ""
    for make in (sheets.positions, sheets.groups, sheets.group_members, sheets.stones, sheets.changed_ties):
        assert make(empty).rows == []


def test_json_waits_for_none_of_it(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.reports.further.structure", None)
    assert whole_report(sqlite_engine, ON, Period.year_to(ON)).values["network"]["ties"] == 0
