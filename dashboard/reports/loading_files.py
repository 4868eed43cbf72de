"""What goes back to whoever sent a file: its findings, and the rows that were left out."""

from collections.abc import Iterable, Iterator, Sequence

from dashboard.data.importer.findings import Finding, Severity
from dashboard.data.importer.given_back import GivenBack
from dashboard.data.importer.result import ImportResult
from dashboard.i18n import _
from dashboard.reports.stamped_file import Cell
from dashboard.reports.workbook import Sheet, as_workbook

_LONGEST_TITLE = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


def findings_workbook(result: ImportResult) -> bytes:
    """Every finding that is told one by one, and how many there are of each rule."""
    header = (
        _("Kind"),
        _("Sheet"),
        _("Row"),
        _("Column"),
        _("Header"),
        _("Value"),
        _("What is wrong"),
        _("What to do"),
    )
    rows = [
        (severity_word(one), one.sheet, one.row, one.column, one.header, one.value, one.message, one.remedy)
        for one in result.findings
    ]
    rules = {(one.severity, one.code): one.message for one in reversed(result.findings)}
    counts = [
        (severity_name(severity), rules.get((severity, code), code), n)
        for (severity, code), n in sorted(result.tallies.items(), key=lambda one: (one[0][0], -one[1]))
    ]
    return as_workbook(
        [
            Sheet(_("Findings"), header, rows, wrapped=(6, 7)),
            Sheet(_("Counts"), (_("Kind"), _("What is wrong"), _("Number")), counts, wrapped=(1,)),
        ]
    )


def rejected_workbook(sheets: Sequence[GivenBack]) -> bytes:
    """The rows that were left out, each with its reason last: correct them and import the file."""
    return as_workbook(list(_rejected_sheets(sheets)))


def severity_name(severity: Severity) -> str:
    """What a severity is called."""
    return _("Error") if severity is Severity.ERROR else _("Warning")


def severity_word(finding: Finding) -> str:
    """What the severity of a finding is called."""
    return severity_name(finding.severity)


def _rejected_sheets(sheets: Iterable[GivenBack]) -> Iterator[Sheet]:
    used: set[str] = set()
    for one in sheets:
        width = max([len(one.header), *(len(cells) for _n, _why, cells in one.rows)])
        header = (*_filled(one.header, width), _("Row in the file"), _("Why it was left out"))
        rows: list[tuple[Cell, ...]] = [
            (*_filled(cells, width), number, why) for number, why, cells in one.rows
        ]
        yield Sheet(_title(one.sheet, used), header, rows, wrapped=(width + 1,))


def _filled(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _title(name: str, used: set[str]) -> str:
    """The sheet's own name as far as a workbook can hold it, so that the file can be imported as it is."""
    plain = name.removesuffix(".csv").translate(_FORBIDDEN)[:_LONGEST_TITLE].strip("' ") or _("List")
    title, count = plain, 1
    while title.casefold() in used:
        count += 1
        title = f"{plain[: _LONGEST_TITLE - 4]} {count}"
    used.add(title.casefold())
    return title
