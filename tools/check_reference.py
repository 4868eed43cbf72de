"""Compares the product's reference data with another set of lists of the same facts.

Run it with ``python -m tools.check_reference --against DIR``. The folder holds lists that were checked by
hand (Swedish column names). Exits with 1 when a figure is outside its tolerance.

The tolerances are as wide as two honest sources differ. Each list of places names things the other lacks, a
post town has no one right point, and a village on a municipal border is counted to either side.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.data.reference import counties, municipalities
from dashboard.data.reference.files import FILES, read_table
from tools.reference.geometry import Point, kilometres

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number and the bounds it has to stay within."""

    name: str
    value: float
    at_least: float = float("-inf")
    at_most: float = float("inf")

    @property
    def good(self) -> bool:
        """Whether the number is within its bounds."""
        return self.at_least <= self.value <= self.at_most

    def __str__(self) -> str:
        """The line of the summary."""
        low = "" if self.at_least == float("-inf") else f" ≥ {self.at_least:g}"
        high = "" if self.at_most == float("inf") else f" ≤ {self.at_most:g}"
        return f"{'ok ' if self.good else 'BAD'} {self.name}: {self.value:.4g} (wanted{low}{high})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every figure; 1 when one is outside its bounds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--against", type=Path, required=True, help="folder with the lists to compare with")
    folder = parser.parse_args(arguments).against
    figures = [
        *_municipalities(folder),
        *_localities(folder),
        *_postal_codes(folder),
        *_industries(folder),
        *_occupations(folder),
    ]
    for figure in figures:
        print(figure)
    bad = sum(not figure.good for figure in figures)
    print(f"{len(figures) - bad} of {len(figures)} figures within their bounds")
    return 1 if bad else 0


def _municipalities(folder: Path) -> Iterator[Figure]:
    theirs = _properties(folder / "se_kommuner.geojson")
    ours = municipalities()
    same = sum(code in ours and ours[code].name == row["namn"] for code, row in theirs.items())
    yield _all("municipalities with the same code and name", same, len(theirs), len(ours))
    same = sum(code in ours and ours[code].county == row["lan"] for code, row in theirs.items())
    yield _all("municipalities with the same county", same, len(theirs))
    distances = [
        kilometres((ours[code].longitude, ours[code].latitude), (float(row["lon"]), float(row["lat"])))
        for code, row in theirs.items()
    ]
    # Theirs are centroids of what they count as the municipality, ours lie in its largest part.
    yield Figure("km between the municipalities' points, median", _percentile(distances, 50), at_most=3)
    yield Figure("km between the municipalities' points, 95 %", _percentile(distances, 95), at_most=15)
    theirs = _properties(folder / "se_lan.geojson")
    same = sum(counties().get(code) == row["namn"] for code, row in theirs.items())
    yield _all("counties with the same code and name", same, len(theirs), len(counties()))


def _localities(folder: Path) -> Iterator[Figure]:
    theirs = [row for row in _rows(folder / "se_orter.csv") if "GeoNames" in row["kalla"]]
    ours: dict[str, list[Row]] = {}
    for row in read_table("localities.csv"):
        ours.setdefault(row["locality"], []).append(row)
    # GeoNames' postal towns are in their list only; the rest of their GeoNames rows should be in both.
    cities = [row for row in theirs if "postnr" not in row["kalla"]]
    pairs = [
        (row, min(ours[row["ort"]], key=lambda our: _apart(our, row))) for row in cities if row["ort"] in ours
    ]
    yield Figure("localities of GeoNames found, share", len(pairs) / len(cities), at_least=0.95)
    same = [pair for pair in pairs if pair[0]["kommun_kod"] == pair[1]["municipality_code"]]
    yield Figure("localities in the same municipality, share", len(same) / len(pairs), at_least=0.98)
    distances = [_apart(our, row) for row, our in same]
    yield Figure("km between localities, median", _percentile(distances, 50), at_most=1)
    # In the north theirs are middles of parishes, up to 12 km from the town (Orsa, Idre); ours are the towns.
    yield Figure("km between localities, 95 %", _percentile(distances, 95), at_most=6)
    names = {row["ort"] for row in _rows(folder / "se_orter.csv")}
    yield Figure("all locality names found, share", len(names & set(ours)) / len(names), at_least=0.5)


def _postal_codes(folder: Path) -> Iterator[Figure]:
    theirs = {row["postnummer"]: row for row in _rows(folder / "se_postnummer.csv")}
    ours = read_table("postal_codes.csv")
    known = [row for row in ours if row["postal_code"] in theirs]
    yield Figure("postal codes of theirs found, share", len(known) / len(theirs), at_least=0.78)
    yield Figure("postal codes of ours known to them, share", len(known) / len(ours), at_least=0.99)
    for basis, same_at_least in (("town", 0.98), ("municipality", 0.92)):
        chosen = [(row, theirs[row["postal_code"]]) for row in known if row["basis"] == basis]
        same = sum(row["municipality_code"] == other["kommun_kod"] for row, other in chosen)
        name = f"postal codes placed by {basis}"
        yield Figure(f"{name}, share in the same municipality", same / len(chosen), at_least=same_at_least)
        distances = [_apart(row, other) for row, other in chosen]
        if basis == "town":
            yield Figure(f"{name}, km apart, median", _percentile(distances, 50), at_most=0.5)
            yield Figure(f"{name}, km apart, 95 %", _percentile(distances, 95), at_most=3)
            yield Figure(f"{name}, km apart, 99 %", _percentile(distances, 99), at_most=20)


def _industries(folder: Path) -> Iterator[Figure]:
    theirs = {(row["kod"], row["namn_sv"], row["namn_en"]) for row in _rows(folder / "sni2007.csv")}
    ours = {(row["code"], row["title_sv"], row["title_en"]) for row in read_table("sni2007.csv")}
    yield _all("SNI codes with the same titles", len(theirs & ours), len(theirs), len(ours))
    sections = {row["kod"]: row["avdelning"] for row in _rows(folder / "sni2007.csv") if row["avdelning"]}
    same = sum(sections.get(row["code"]) == row["section"] for row in read_table("sni2007.csv"))
    yield _all("SNI divisions in the same section", same, len(sections))


def _occupations(folder: Path) -> Iterator[Figure]:
    theirs = {(row["kod"], row["namn_sv"], row["namn_en"]) for row in _rows(folder / "ssyk2012.csv")}
    ours = {(row["code"], row["title_sv"], row["title_en"]) for row in read_table("ssyk2012.csv")}
    yield _all("SSYK codes with the same titles", len(theirs & ours), len(theirs), len(ours))
    register = _rows(folder / "ssyk_kon.csv")
    latest = max(row["ar"] for row in register)
    shares = {
        row["ssyk"]: float(row["andel_kvinnor"])
        for row in register
        if row["ar"] == latest and row["niva"] in ("2", "3")
    }
    rows = [row for row in read_table("occupation_gender.csv") if row["year"] == latest]
    same = sum(abs(shares.get(row["ssyk"], 9) - float(row["share_women"])) < 0.0002 for row in rows)
    yield _all("shares of women that are equal", same, len(shares), len(rows))
    titles = {row["yrke"].strip() for row in _rows(folder / "yrke_till_ssyk.csv")}
    found = titles & {row["job_title"] for row in read_table("job_titles.csv")}
    yield _all("job titles found", len(found), len(titles))


def _all(name: str, found: int, *wanted: int) -> Figure:
    """All of both lists, or it is not good: the differences of their lengths count as missing."""
    return Figure(name, found, at_least=max(wanted), at_most=min(wanted))


def _properties(path: Path) -> dict[str, Row]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["kod"]: feature["properties"] for feature in features}


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _apart(ours: Row, theirs: Row) -> float:
    here: Point = (float(ours["longitude"]), float(ours["latitude"]))
    return kilometres(here, (float(theirs["lon"]), float(theirs["lat"])))


def _percentile(values: Iterable[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


if __name__ == "__main__":
    print(f"{FILES.name}: {sum(path.stat().st_size for path in FILES.iterdir()) / 1e6:.2f} MB")
    sys.exit(main())
