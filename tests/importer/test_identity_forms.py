"""Every way people write a personal identity number is seen and masked; what only resembles one is let be."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from sqlalchemy import Engine

from dashboard.data.importer.identity import (
    check_digit_holds,
    holds_identity_number,
    masked,
    number_with_its_zero,
)
from tests.importer.forms import changed_parts, ods_row, ods_table, write_ods
from tests.importer.helpers import SAMPLES, errors, load

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
SPACES = " \u00a0\u2007\u2009\u202f"
DATE_MARKS = "-./ _\u2013\u00a0"
NUMBER = "850709-9805"  # invented


def luhn(nine: str) -> str:
    """The check digit by the rule as the tax agency words it: sum the digits of every product."""
    products = "".join(str(int(digit) * (2, 1)[place % 2]) for place, digit in enumerate(nine))
    return str(-sum(map(int, products)) % 10)


def people() -> Iterator[tuple[str, str, str]]:
    """Invented people of both centuries as century, date and the last four; every third is coordinated."""
    dice = random.Random(20)
    for n in range(60):
        century, year = dice.choice([("19", dice.randrange(30, 100)), ("20", dice.randrange(0, 13))])
        day = dice.randrange(1, 29) + (60 if n % 3 == 0 else 0)
        date = f"{year:02}{dice.randrange(1, 13):02}{day:02}"
        number = f"{dice.randrange(1000):03}"
        yield century, date, number + luhn(date + number)


def forms() -> Iterator[str]:
    """More than a thousand written forms."""
    for n, (century, date, number) in enumerate(people()):
        year, month, day = date[:2], date[2:4], date[4:]
        dash, space, mark = DASHES[n % 8], SPACES[n % 5], DATE_MARKS[n % 7]
        for whole in (date, century + date):
            yield whole + number
            for between in ("-", "+", dash, space, ".", f" {dash} "):
                yield whole + between + number
        for first in (year, century + year, f"{century}{space}{year}"):
            yield mark.join((first, month, day)) + dash + number
        yield f"{century}{year}{space}{month}{day}{dash}{number}"
        yield f"{century}{date}\u200b{dash}{number}"  # a zero-width space
        yield f"{date[:4]}\u00ad{date[4:]}-{number}"  # a soft hyphen
        yield "".join(chr(ord(digit) + 0xFEE0) for digit in date + number)  # wide digits
        yield f"Anna ({date}-{number}), tel. 08-587 850 00"
        yield f"K{date}{number}"
        yield f"1.{space}{century}{date}-{number};"
        yield f"SE{date}{number}01"


def test_every_written_form_is_seen_and_masked() -> None:
    corpus = list(forms())
    assert len(corpus) > 1_200
    assert [form for form in corpus if not holds_identity_number(form)] == []
    assert [form for form in corpus if holds_identity_number(masked(form))] == []
    last_four = [number for _century, _date, number in people() for _form in range(len(corpus) // 60)]
    assert [form for form, number in zip(corpus, last_four, strict=True) if number in masked(form)] == []


def test_the_check_digit_is_that_of_the_rule() -> None:
    for nine in ("850709980", "552999000", "212000005"):
        assert check_digit_holds(nine + luhn(nine))


def resembling() -> Iterator[str]:
    """Texts of digits that are no identity number, by rule."""
    dice = random.Random(21)
    for n in range(300):
        nine = f"{dice.randrange(10)}{dice.randrange(10)}{dice.randrange(2, 10)}{dice.randrange(10**6):06}"
        organisation = nine + luhn(nine)
        yield organisation
        yield f"{organisation[:6]}-{organisation[6:]}"
        yield f"16{organisation}"
        yield f"SE{organisation}01"
        _century, date, number = dice.choice(list(people()))
        yield f"{dice.randrange(10)}{date}{number}" if date[0] not in "02" else "7" + organisation
        yield f"{date}{number}{dice.randrange(10)}7"
        wrong = str((int(number[3]) + 1 + n % 9) % 10)
        yield f"{date}-{number[:3]}{wrong}"
        yield f"070-{dice.randrange(100, 1000)} {dice.randrange(10, 100)} {dice.randrange(10, 100)}"
        day = f"20{dice.randrange(16, 30)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        yield f"{day} – {day}"
        yield f"{day} {dice.randrange(24):02}:{dice.randrange(60):02}"
        yield f"{day} {dice.randrange(24):02}{dice.randrange(60):02}"
        yield f"{day.replace('-', '')}, {day.replace('-', '')}"


def test_what_only_resembles_one_is_never_refused() -> None:
    assert [text for text in resembling() if holds_identity_number(text)] == []


def test_a_phone_number_that_fails_the_check_digit_is_let_be() -> None:
    nine = "070123456"  # 23 January 2007, if one wants to
    right = luhn(nine)
    assert holds_identity_number(nine + right)
    assert not any(holds_identity_number(nine + digit) for digit in set("0123456789") - {right})


def test_a_number_that_lost_its_zero_is_still_a_number_of_somebody() -> None:
    assert number_with_its_zero(float("507099" + "802")) == "0507099802"
    assert number_with_its_zero(507_099_803) == ""
    assert number_with_its_zero("507099802") == ""
    assert number_with_its_zero(True) == ""


def nowhere(engine: Engine, path: Path) -> None:
    """The file is refused, and nothing of the number is said."""
    result = load(engine, path, dry_run=True)
    assert "identity_number" in errors(result)
    said = repr(result)
    assert "9805" not in said
    assert "850709" not in said
    assert "5070998" not in said


def corner(door: str, path: Path) -> Path:
    """A workbook with an identity number in one of its corners."""
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    sheet = workbook["Kunder"]
    if door == "comment":
        sheet["A2"].comment = Comment(f"se {NUMBER}", "x")
    elif door == "comment's author":
        sheet["A2"].comment = Comment("se pärmen", NUMBER)
    elif door == "property":
        workbook.properties.description = NUMBER
    elif door == "header of the page":
        sheet.oddHeader.center.text = NUMBER
    elif door == "link":
        sheet["A2"].hyperlink = f"file:///pärm/{NUMBER}.pdf"
    elif door == "number without its zero":
        sheet["Z1"], sheet["Z2"] = "eget", 507099802
    elif door == "hidden row":
        sheet["Z3"] = NUMBER
        sheet.row_dimensions[3].hidden = True
    elif door == "very hidden sheet":
        workbook.create_sheet("Register")["C4"] = NUMBER
        workbook["Register"].sheet_state = "veryHidden"
    workbook.save(path)
    return path


@pytest.mark.parametrize(
    "door",
    [
        "comment",
        "comment's author",
        "property",
        "header of the page",
        "link",
        "number without its zero",
        "hidden row",
        "very hidden sheet",
    ],
)
def test_no_corner_of_a_workbook_hides_one(sqlite_engine: Engine, tmp_path: Path, door: str) -> None:
    nowhere(sqlite_engine, corner(door, tmp_path / "u.xlsx"))


@pytest.mark.parametrize(
    "part",
    [
        '<p:x xmlns:p="x"><sharedItems><s v="850709-9805"/></sharedItems></p:x>',
        "<x><r><b/><t>850709</t></r><r><t>-9805</t></r></x>",
        "<x><docPr descr='foto av 19850709-9805'/></x>",
        "<x><t>850709&#45;9805</t></x>",
    ],
)
def test_no_other_part_of_a_workbook_hides_one(sqlite_engine: Engine, tmp_path: Path, part: str) -> None:
    path = changed_parts(
        SAMPLES / "tiny.xlsx", tmp_path / "u.xlsx", {}, xl__pivotCache__cache1_xml=part.encode()
    )
    nowhere(sqlite_engine, path)


def test_ids_and_measures_of_a_drawing_are_no_identity_numbers(sqlite_engine: Engine, tmp_path: Path) -> None:
    drawing = b'<x><ext cx="8507099805" cy="5"/><y id="{85070998-0500-0000-0000-850709980500}"/></x>'
    path = changed_parts(SAMPLES / "tiny.xlsx", tmp_path / "u.xlsx", {}, xl__drawings__drawing1_xml=drawing)
    assert errors(load(sqlite_engine, path, dry_run=True)) == []


COACHES = [ods_row(["coach", "namn"]), ods_row(["C1", "Anna"])]


@pytest.mark.parametrize(
    "table",
    [
        ods_table("Arbetscoacher", [*COACHES, ods_row(["C2", NUMBER])]),
        ods_table("Arbetscoacher", [*COACHES, ods_row(["C2", "Bo", "", NUMBER])]),
        ods_table("Arbetscoacher", [*COACHES, ods_row(["C2", "Bo", 8507099805])]),
        ods_table("Arbetscoacher", COACHES)
        + ods_table("Egna", [ods_row([NUMBER])], style=' table:style-name="hidden"'),
        ods_table("Arbetscoacher", COACHES) + ods_table(NUMBER, [ods_row(["x"])]),
        ods_table(
            "Arbetscoacher",
            [
                *COACHES,
                ods_row(
                    [
                        '<table:table-cell office:value-type="string"><office:annotation><text:p>se '
                        f"{NUMBER}</text:p></office:annotation><text:p>C2</text:p></table:table-cell>",
                        "Bo",
                    ]
                ),
            ],
        ),
    ],
)
def test_no_corner_of_an_open_document_hides_one(sqlite_engine: Engine, tmp_path: Path, table: str) -> None:
    nowhere(sqlite_engine, write_ods(tmp_path / "u.ods", table))


def test_no_property_of_an_open_document_hides_one(sqlite_engine: Engine, tmp_path: Path) -> None:
    table = ods_table("Arbetscoacher", COACHES)
    nowhere(sqlite_engine, write_ods(tmp_path / "u.ods", table, meta=f"<x>{NUMBER}</x>"))


def test_the_number_in_a_name_of_a_file_is_masked(sqlite_engine: Engine, tmp_path: Path) -> None:
    nowhere(sqlite_engine, write_ods(tmp_path / f"{NUMBER}.ods", ods_table("Arbetscoacher", COACHES)))
