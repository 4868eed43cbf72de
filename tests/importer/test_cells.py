"""Every form of every kind of cell, and what cannot be read with certainty."""

import datetime as dt

import pytest

from dashboard.data.importer.cells import read_cell
from dashboard.data.importer.cells.trouble import Setting, Trouble
from dashboard.data.importer.columns import TABLE_BY_NAME
from tests.importer.helpers import TODAY

MARCH = dt.date(2024, 3, 1)


def read(column: str, raw, from_1904: bool = False):
    table, name = column.split(".")
    found = TABLE_BY_NAME[table]
    return read_cell(raw, found.columns[found.index(name)], Setting(TODAY, from_1904))


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-01",
        "24-03-01",
        "2024-3-1",
        "1 mars 2024",
        "den 1 mars 2024",
        "1 March 2024",
        "2024/03/01",
        "01.03.2024",
        "1.3.2024",
        "20240301",
        "45352",
        45352,
        45352.0,
        20240301.0,
        MARCH,
        dt.datetime(2024, 3, 1),  # noqa: DTZ001 (a spreadsheet's cells have no zone)
        "2024-03-01 00:00:00",
        " 2024-03-01 ",
    ],
)
def test_a_day_is_read_as_people_write_it(written) -> None:
    assert read("contacts.contacted_on", written) == MARCH


@pytest.mark.parametrize(
    "written",
    [
        "240301",
        240301.0,
        "1/3 2024",
        "3/1/2024",
        "01/03/2024",
        "01.03.24",
        "2024-03",
        "v. 12",
        "2024-02-30",
        "0000-00-00",
        "9999-12-31",
        "tills vidare",
        "2024",
        2024.0,
        60.0,
        True,
        dt.time(3, 4),
        "1 marsch 2024",
    ],
)
def test_what_is_no_certain_day_is_an_error(written) -> None:
    found = read("contacts.contacted_on", written)
    assert isinstance(found, Trouble)
    assert not found.warning


def test_a_workbook_that_counts_from_1904_is_read_so() -> None:
    assert read("contacts.contacted_on", 45352.0 - 1462, from_1904=True) == MARCH


def test_a_time_of_day_is_dropped_with_a_warning() -> None:
    found = read("contacts.contacted_on", dt.datetime(2024, 3, 1, 13, 5))  # noqa: DTZ001 (as a spreadsheet has it)
    assert (found.value, found.warning) == (MARCH, True)


def test_a_moment_in_another_zone_is_the_day_in_stockholm() -> None:
    assert read("contacts.contacted_on", "2024-02-29T23:30:00Z").value == MARCH


@pytest.mark.parametrize(
    ("column", "written", "value"),
    [
        ("coaches.fte", "0,8", 0.8),
        ("coaches.fte", "80 %", 0.8),
        ("coaches.fte", 80.0, 0.8),
        ("coaches.fte", "1", 1.0),
        ("coaches.fte", "100", 1.0),
        ("coaches.fte", "2", 0.02),
        ("employers.org_number", "552999-0003", "5529990003"),
        ("employers.org_number", 5529990003.0, "5529990003"),
        ("employers.org_number", "16552999-0003", "5529990003"),
        ("employers.org_number", "SE552999000301", "5529990003"),
        ("employers.sni_code", "56.29", "5629"),
        ("employers.sni_code", 56.29, "5629"),
        ("employers.sni_code", "10710", "10710"),
        ("employers.size_class", "1–9", "1-9"),
        ("employers.size_class", 7.0, "1-9"),
        ("employers.size_class", "250", "250+"),
        ("employers.size_class", "0", "0"),
        ("employers.occupations", "9412; 5222;9412", "9412;5222"),
        ("employers.occupations", 9412.0, "9412"),
        ("employers.municipality_code", "0115", "0115"),
        ("employers.municipality_code", "VALLENTUNA kommun", "0115"),
        ("employers.postal_code", "186 30", "18630"),
        ("employers.postal_code", 18630.0, "18630"),
        ("employers.latitude", "59,5", 59.5),
        ("employers.capacity", "2", 2),
        ("employers.active", "x", True),
        ("employers.active", "Falskt", False),
        ("employers.active", 1.0, True),
        ("employers.adjustments", "Lugn miljö;kort_arbetstid;calm", "calm;short_hours"),
        ("employers.name", "  Café\u00a0A\u030a\u200b ", "Café Å"),
        ("employers.name", "'=1+1", "=1+1"),
        ("clients.client_id", 7.0, "7"),
        ("clients.referrer", "LSS", "lss"),
        ("clients.referrer", "daglig verksamhet", "lss"),
        ("clients.referrer", "LSS/daglig verksamhet", "lss"),
        ("clients.referrer", "Socialtjanst", "social_services"),
        ("clients.referrer", "socialtjänst (SoL)", "social_services"),
        ("clients.birth_year", 1990.0, 1990),
        ("steps.step", "3 jobbsökande", 3),
        ("steps.step", "Jobbsokande", 3),
        ("steps.step", 3.0, 3),
        ("placements.kind", "APL", "internship"),
        ("placements.kind", "job tasting", "job_tasting"),
        ("placements.hours_per_week", "37,5", 37.5),
        ("follow_ups.minutes", "", None),
    ],
)
def test_a_value_is_read(column: str, written, value) -> None:
    found = read(column, written)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("column", "written", "code"),
    [
        ("coaches.fte", 1.5, "no_share"),
        ("coaches.fte", "120 %", "no_share"),
        ("employers.org_number", "552999-0004", "bad_org_number"),
        ("employers.org_number", "552999-003", "bad_org_number"),
        ("employers.size_class", dt.date(2026, 9, 1), "spoiled_size_class"),
        ("employers.size_class", "09-jan", "spoiled_size_class"),
        ("employers.occupations", 5131.8341, "spoiled_list"),
        ("employers.occupations", "5131,8341", "spoiled_list"),
        ("employers.sni_code", "5", "no_sni"),
        ("employers.municipality_code", "Atlantis", "unknown_municipality"),
        ("employers.postal_code", "1863", "no_postal_code"),
        ("employers.capacity", "1,000", "no_whole_number"),
        ("employers.capacity", "-1", "out_of_range"),
        ("employers.active", "kanske", "no_yes_no"),
        ("employers.name", "x" * 1001, "too_long"),
        ("employers.name", "Malm\ufffd", "lost_letters"),
        ("clients.client_id", "1.23E+05", "spoiled_key"),
        ("clients.client_id", "12345.0", "spoiled_key"),
        ("clients.client_id", "okänd", "placeholder"),
        ("clients.birth_year", "85", "no_year"),
        ("steps.step", "4 jobbsökande", "unknown_word"),
        ("steps.step", "6", "unknown_word"),
        ("placements.hours_per_week", "41", "out_of_range"),
        ("placements.client_rating", "6", "out_of_range"),
        ("placements.occupation", "9412;5222", "one_code"),
        ("placements.kind", "praktk", "unknown_word"),
        ("clients.support_needs", "calm, resor", "unknown_word"),
    ],
)
def test_a_value_is_refused(column: str, written, code: str) -> None:
    found = read(column, written)
    assert isinstance(found, Trouble)
    assert (found.code, found.warning) == (code, False)
    assert found.message
    assert found.remedy


@pytest.mark.parametrize(
    ("column", "written", "value", "code"),
    [
        ("employers.municipality_code", 115.0, "0115", "lost_zero"),
        ("employers.sni_code", 1110.0, "01110", "lost_zero"),
        ("employers.sni_code", "99999", "99999", "unknown_sni"),
        ("employers.occupations", "9412;9999", "9412;9999", "unknown_ssyk"),
        ("employers.org_number", "850709-9805", None, "sole_trader"),
        ("employers.name", "MalmÃ¶", "MalmÃ¶", "garbled"),
    ],
)
def test_a_value_is_read_with_a_warning(column: str, written, value, code: str) -> None:
    found = read(column, written)
    assert (found.value, found.code, found.warning) == (value, code, True)


def test_a_date_where_a_size_stood_says_how_to_keep_it() -> None:
    assert "Formatera som text" in read("employers.size_class", dt.date(2026, 9, 1)).remedy


def test_an_unknown_word_is_told_the_nearest_first() -> None:
    assert read("placements.kind", "praktk").remedy.startswith("Skriv något av: praktik/APL")
