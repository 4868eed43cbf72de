"""Validates the classifications written down in the product: unique codes, titles, nesting levels."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

SNI_COUNTS = {"section": 21, "division": 88}
SNI_CLASSES = 615
SSYK_COUNTS = {"1": 10, "2": 46, "3": 148, "4": 429}

Rows = list[dict[str, str]]


def problems(folder: Path) -> list[str]:
    """One sentence for everything that is wrong in the classification files of the folder."""
    return [*_sni(folder), *_ssyk(folder), *_gender(folder), *_job_titles(folder)]


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sni(folder: Path) -> Iterator[str]:
    rows = _read(folder / "sni2007.csv")
    yield from _table("sni2007.csv", rows, "code", ("title_sv", "title_en"))
    yield from _counts("sni2007.csv", rows, SNI_COUNTS)
    sections = {row["code"] for row in rows if row["level"] == "section"}
    divisions = {row["code"] for row in rows if row["level"] == "division"}
    yield from (
        f"sni2007.csv: {row['code']} lies in no section" for row in rows if row["section"] not in sections
    )
    classes = _read(folder / "sni2007_classes.csv")
    yield from _table("sni2007_classes.csv", classes, "code", ())
    if len(classes) != SNI_CLASSES:
        yield f"sni2007_classes.csv: {len(classes)} classes, not {SNI_CLASSES}"
    if {row["code"][:2] for row in classes} != divisions:
        yield "sni2007_classes.csv: the classes do not fill exactly the divisions"


def _ssyk(folder: Path) -> Iterator[str]:
    rows = _read(folder / "ssyk2012.csv")
    yield from _table("ssyk2012.csv", rows, "code", ("title_sv", "title_en"))
    yield from _counts("ssyk2012.csv", rows, SSYK_COUNTS)
    codes = {row["code"] for row in rows} | {""}
    for row in rows:
        code = row["code"]
        if str(len(code)) != row["level"] or row["parent"] != code[:-1] or row["parent"] not in codes:
            yield f"ssyk2012.csv: {code} does not nest"


def _gender(folder: Path) -> Iterator[str]:
    known = {row["code"] for row in _read(folder / "ssyk2012.csv")}
    rows = _read(folder / "occupation_gender.csv")
    yield from _table("occupation_gender.csv", rows, "ssyk", ("year",))
    for row in rows:
        men, women = int(row["men"]), int(row["women"])
        if row["ssyk"] not in known:
            yield f"occupation_gender.csv: {row['ssyk']} is no occupation"
        if abs(women / (men + women) - float(row["share_women"])) > 0.0001:
            yield f"occupation_gender.csv: the share of {row['ssyk']} is not that of its counts"


def _job_titles(folder: Path) -> Iterator[str]:
    known = {row["code"] for row in _read(folder / "ssyk2012.csv")}
    rows = _read(folder / "job_titles.csv")
    yield from _table("job_titles.csv", rows, None, ("job_title",))
    yield from (f"job_titles.csv: {row['ssyk']} is no occupation" for row in rows if row["ssyk"] not in known)


def _table(name: str, rows: Rows, key: str | None, filled: Sequence[str]) -> Iterator[str]:
    if key is not None and len({row[key] for row in rows}) != len(rows):
        yield f"{name}: a code stands twice"
    for row in rows:
        yield from (f"{name}: {column} is empty in {row}" for column in filled if not row[column].strip())


def _counts(name: str, rows: Rows, expected: dict[str, int]) -> Iterator[str]:
    for level, count in expected.items():
        found = sum(1 for row in rows if row["level"] == level)
        if found != count:
            yield f"{name}: {found} rows of level {level}, not {count}"
