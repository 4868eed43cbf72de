"""What an import found: errors that stop it and warnings that do not, each with its cell."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.data.importer.identity import masked

LONGEST_SHOWN = 60
MOST_KEPT = 20_000


class Severity(StrEnum):
    """An error stops the import; a warning only tells."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at in a file.

    Attributes:
        severity: whether it stops the import.
        sheet: the sheet, or the name of the CSV file.
        row: the row number as the spreadsheet shows it; None when it is about the whole sheet or file.
        column: the column's letter; empty when it is about the row.
        header: the column's header as the file has it.
        value: the cell's value, masked where it looks like a personal identity number.
        message: what is wrong, in the reader's language.
        remedy: what would be right.
        code: the rule's name, the same in every language.
    """

    severity: Severity
    sheet: str
    row: int | None
    column: str
    header: str
    value: str
    message: str
    remedy: str
    code: str

    @property
    def place(self) -> tuple[str, int, str]:
        """What findings are sorted by."""
        return (self.sheet, self.row or 0, self.column.rjust(3))


def shown(value: object) -> str:
    """A value as a report may show it: masked, on one line, and not too long."""
    text = masked("" if value is None else str(value))
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


@dataclass(slots=True)
class Findings:
    """The findings of one import, collected. Beyond `MOST_KEPT` they are only counted.

    Attributes:
        kept: those that are told one by one.
        counts: how many there are of each rule.
        wrong_rows: sheet and row number of every error that stands at a row.
        elsewhere: how many errors stand at none.
    """

    kept: list[Finding] = field(default_factory=list)
    counts: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    wrong_rows: dict[str, set[int]] = field(default_factory=dict)
    elsewhere: int = 0

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        remedy: str = "",
        *,
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        header: object = "",
        value: object = "",
    ) -> None:
        """Note a finding; everything that comes from the file is masked on its way in."""
        self.counts[severity, code] += 1
        if severity is Severity.ERROR:
            if row is None:
                self.elsewhere += 1
            else:
                self.wrong_rows.setdefault(sheet, set()).add(row)
        if len(self.kept) < MOST_KEPT:
            self.kept.append(
                Finding(
                    severity=severity,
                    sheet=shown(sheet),
                    row=row,
                    column=column,
                    header=shown(header),
                    value=shown(value),
                    message=message,
                    remedy=remedy,
                    code=code,
                )
            )

    def copy(self) -> "Findings":
        """The same findings, to add others to."""
        wrong = {sheet: set(rows) for sheet, rows in self.wrong_rows.items()}
        return Findings(list(self.kept), self.counts.copy(), wrong, self.elsewhere)

    def take(self, other: "Findings", *, warnings: bool = True) -> None:
        """Add the findings of another: all of them, or its errors alone."""
        wanted = tuple(Severity) if warnings else (Severity.ERROR,)
        self.kept += [one for one in other.kept if one.severity in wanted][: MOST_KEPT - len(self.kept)]
        self.counts.update({rule: n for rule, n in other.counts.items() if rule[0] in wanted})
        self.elsewhere += other.elsewhere
        for sheet, rows in other.wrong_rows.items():
            self.wrong_rows.setdefault(sheet, set()).update(rows)

    def errors(self) -> int:
        """How many errors there are."""
        return sum(count for (severity, _), count in self.counts.items() if severity is Severity.ERROR)

    def in_order(self) -> tuple[Finding, ...]:
        """Errors first, then warnings, each by sheet, row and column."""
        return tuple(sorted(self.kept, key=lambda one: (one.severity is Severity.WARNING, one.place)))
