"""How long an import of a whole region takes, and how much memory: 30,000 employers with their contacts.

    python -m benchmarks.import_bench [employers] [--contacts N] [--xlsx] [--database ADDRESS]

Each measurement runs in a process of its own, so that its peak memory is its own.
"""

import argparse
import csv
import datetime as dt
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from openpyxl import Workbook

from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.period import today
from dashboard.reports.loading import Request, load

CONTACTS_EACH, FOLLOW_UPS_EACH = 6, 5
LOCALITIES = ("Vallentuna", "Täby", "Kista", "Brottby", "Kårsta", "Lindholmen", "Norrtälje", "Södertälje")
KINDS = ("telefon", "e-post", "möte", "besök", "arbetsplatsanalys", "evenemang")
START = dt.date(2022, 1, 3)

Rows = Iterable[tuple[object, ...]]


def tables(employers: int, contacts: int) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Every table of an invented region: name, headers and rows."""
    dice = random.Random(7)
    clients, coaches = max(1, employers // 3), max(1, employers // 60)
    days = [START + dt.timedelta(days=n) for n in range(1_400)]

    def day() -> str:
        return dice.choice(days).isoformat()

    yield "enheter", ("enhet", "namn", "kommunkod"), [("U1", "Påhittade enheten", "0115")]
    yield "arbetscoacher", ("coach", "namn", "enhet"), ((f"C{n}", f"Coach {n}", "U1") for n in range(coaches))
    yield (
        "arbetsgivare",
        (
            "arbetsgivare",
            "namn",
            "ägarform",
            "sni",
            "storleksklass",
            "ort",
            "registrerad",
            "platser",
            "yrken",
        ),
        (
            (
                f"A{n:05}",
                f"Arbetsplats nummer {n}",
                "privat",
                "56.100",
                "10-49",
                dice.choice(LOCALITIES),
                day(),
                2,
                "9412",
            )
            for n in range(employers)
        ),
    )
    yield (
        "kunder",
        ("kund", "coach", "inskriven"),
        ((f"K{n:05}", f"C{dice.randrange(coaches)}", "2022-01-01") for n in range(clients)),
    )
    yield (
        "kontakter",
        ("kontakt", "arbetsgivare", "coach", "datum", "typ", "initiativ", "kund"),
        (
            (
                f"X{n:06}",
                f"A{dice.randrange(employers):05}",
                f"C{dice.randrange(coaches)}",
                day(),
                dice.choice(KINDS),
                "enheten",
                f"K{dice.randrange(clients):05}" if n % 3 == 0 else "",
            )
            for n in range(contacts)
        ),
    )
    yield (
        "placeringar",
        ("placering", "kund", "arbetsgivare", "typ", "start", "slut", "utfall"),
        (
            (
                f"P{n:05}",
                f"K{n % clients:05}",
                f"A{n:05}",
                "praktik",
                "2023-01-09",
                "2023-03-31",
                "anställning",
            )
            for n in range(employers)
        ),
    )
    yield (
        "uppföljningar",
        ("uppföljning", "placering", "planerad", "genomförd", "med", "form", "minuter", "bedömning"),
        (
            (f"F{n:06}", f"P{n % employers:05}", day(), "", "båda", "besök", 30, "går bra")
            for n in range(employers * FOLLOW_UPS_EACH)
        ),
    )


def write_folder(folder: Path, employers: int, contacts: int) -> Path:
    """The tables as a folder of CSV files."""
    for name, headers, rows in tables(employers, contacts):
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(headers)
            writer.writerows(rows)
    return folder


def write_workbook(path: Path, employers: int, contacts: int) -> Path:
    """The tables as a workbook."""
    workbook = Workbook(write_only=True)
    for name, headers, rows in tables(employers, contacts):
        sheet = workbook.create_sheet(name)
        sheet.append(headers)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def measure(path: str, address: str) -> None:
    """Import once, in this process, and print seconds and peak memory."""
    engine = open_engine(address)
    upgrade(engine)
    start = time.perf_counter()
    result = load(engine, Request(Path(path), today()), who="bench").result
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    reader = resource.getrusage(resource.RUSAGE_CHILDREN)
    rows = sum(counts.changes + counts.unchanged for counts in result.counts.values())
    processor = time.process_time()
    print(
        f"{rows:>9,} rows  {result.changes:>9,} changes  {seconds:6.1f} s "
        f"({processor:.1f} s of processor)  {peak:6.0f} MB"
        + (f"  reader: {reader.ru_utime:.1f} s, {reader.ru_maxrss / 1024:.0f} MB" if reader.ru_utime else "")
    )


def main() -> None:
    """Write the file, import it into an empty database, and import it again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("employers", nargs="?", type=int, default=30_000)
    parser.add_argument("--contacts", type=int, help="six an employer, if not told")
    parser.add_argument("--xlsx", action="store_true")
    parser.add_argument("--database", default="")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        measure(*asked.measure)
        return
    contacts = asked.contacts or asked.employers * CONTACTS_EACH
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "files").mkdir()
        address = asked.database or f"sqlite:///{folder}/bench.db"
        path = (
            write_workbook(Path(folder) / "region.xlsx", asked.employers, contacts)
            if asked.xlsx
            else write_folder(Path(folder) / "files", asked.employers, contacts)
        )
        again = [sys.executable, "-m", "benchmarks.import_bench", "--measure"]
        for _time in ("first", "again"):
            subprocess.run([*again, str(path), address], check=True)


if __name__ == "__main__":
    main()
