"""Rows that are left out, as they go back to whoever sent them: every cell as text, and why."""

from collections import defaultdict
from dataclasses import dataclass

from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.contents import Contents
from dashboard.data.importer.findings import Finding, Findings, Severity
from dashboard.data.importer.identity import (
    holds_identity_number,
    masked,
    masked_digits,
    number_with_its_zero,
)
from dashboard.data.importer.reading.sheet import Row
from dashboard.data.importer.rejecting import Rejected
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The rows of one sheet that are left out.

    Attributes:
        sheet: the name of the sheet or file.
        header: the header as the file has it.
        rows: row number, why, and the cells as text; identity numbers are masked.
    """

    sheet: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, str, tuple[str, ...]], ...]


def given_back(contents: Contents, rejected: Rejected, findings: Findings) -> tuple[GivenBack, ...]:
    """The rows that are left out, sheet by sheet."""
    reasons = _reasons(findings)
    sheets = []
    for name, table in contents.tables.items():
        numbers = sorted(number for number in rejected.get(name, ()) if number in table.raw)
        if numbers:
            rows = tuple((n, _why(reasons, table.sheet, n), _texts(table.raw[n])) for n in numbers)
            sheets.append(GivenBack(table.sheet, tuple(map(_safe, table.header)), rows))
    return tuple(sheets)


def _reasons(findings: Findings) -> dict[tuple[str, int], list[str]]:
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for one in findings.in_order():
        if one.severity is Severity.ERROR and one.row is not None:
            found[one.sheet, one.row].append(_reason(one))
    return found


def _reason(finding: Finding) -> str:
    place = finding.header or finding.column
    sentence = f"{finding.message} {finding.remedy}".strip()
    return f"{place}: {sentence}" if place else sentence


def _why(reasons: dict[tuple[str, int], list[str]], sheet: str, number: int) -> str:
    return " ".join(reasons.get((_safe(sheet), number), ())) or _("The row has an error.")


def _texts(row: Row) -> tuple[str, ...]:
    # A number may be an identity number that lost its zero.
    return tuple(_safe(number_with_its_zero(cell) or as_text(cell)) for cell in row)


def _safe(text: str) -> str:
    return masked_digits(text) if holds_identity_number(text) else masked(text)
