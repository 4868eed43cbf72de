"""Cells that are not read are still looked at: no personal identity number may hide among them."""

from dataclasses import dataclass

from dashboard.data.importer.cells import identity_number
from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.cells.trouble import Raw
from dashboard.data.importer.findings import Findings, Severity
from dashboard.data.importer.identity import holds_identity_number, number_with_its_zero
from dashboard.data.importer.reading.sheet import Sheet
from dashboard.data.importer.recognise import letter_of

_LEAST = 10**8


@dataclass(frozen=True, slots=True)
class Scan:
    """Looks at cells that are not read, and refuses what could be a personal identity number."""

    findings: Findings

    def __call__(self, sheet: str, number: int, position: int, raw: Raw, *, header: str = "") -> None:
        """Look at one cell."""
        if isinstance(raw, str):
            text = as_text(raw)
        elif isinstance(raw, int | float) and raw >= _LEAST:
            text = number_with_its_zero(raw) or as_text(raw)
        else:
            return
        if holds_identity_number(text):
            trouble = identity_number()
            self.findings.add(
                Severity.ERROR,
                trouble.code,
                trouble.message,
                trouble.remedy,
                sheet=sheet,
                row=number,
                column=letter_of(position),
                header=header,
                value=text,
            )


def scan_only(sheet: Sheet, findings: Findings) -> bool:
    """Look for personal identity numbers in a sheet that is not read; tells whether it holds anything."""
    scan = Scan(findings)
    anything = False
    for number, row in enumerate(sheet.rows, start=1):
        for position, raw in enumerate(row):
            if raw != "":
                anything = True
                scan(sheet.name, number, position, raw)
    return anything
