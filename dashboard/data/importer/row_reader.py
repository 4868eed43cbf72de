"""The rows below a header: each cell parsed, each row kept or refused, every finding with its place."""

import re
from collections.abc import Iterator

from dashboard.data.importer.cells import read_cell, unread
from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.cells.trouble import KEPT, Kept, Parsed, Raw, Setting, Trouble, Value
from dashboard.data.importer.file_table import Cells, FileTable, Key
from dashboard.data.importer.findings import Findings, Severity, shown
from dashboard.data.importer.folding import fold
from dashboard.data.importer.identity import masked_digits, number_with_its_zero
from dashboard.data.importer.reading.sheet import Row, Sheet
from dashboard.data.importer.recognise import Header, Heading, letter_of
from dashboard.data.importer.scan import Scan
from dashboard.i18n import _, ngettext
from dashboard.i18n import number as written

_SUMS = frozenset(map(fold, ("summa", "totalt", "total", "totals", "delsumma", "sum", "subtotal", "antal")))
_BELOW = frozenset(
    map(fold, ("utskriven", "utskrivet", "källa", "sida", "underskrift", "signatur", "not", "obs", "source"))
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")


class RowReader:
    """Reads the rows below a header. Each distinct content of a column is parsed once: words repeat."""

    def __init__(
        self, sheet: Sheet, header: Header, result: FileTable, setting: Setting, findings: Findings
    ) -> None:
        self._sheet = sheet
        self._header = header
        self._result = result
        self._setting = setting
        self._findings = findings
        self._scan = Scan(findings)
        own_key = result.table.key[0] if len(result.table.key) == 1 else ""
        self._plan: list[tuple[Heading, int, dict[Raw, Parsed] | None]] = [
            (heading, heading.position, {} if heading.column.name != own_key else None)
            for heading in header.headings
        ]
        self._key = [
            index for index, heading in enumerate(header.headings) if heading.column.name in result.table.key
        ]
        self._seen: dict[Key, int] = {}
        self._length: int | None = None
        self._near: dict[str, tuple[int, str]] = {}
        self._in_conflict: set[Key] = set()
        self._used: set[int] = set()
        self._others = dict(header.others)
        self._known = {heading.position for heading in header.headings}

    def read(self, number: int, row: Row) -> None:
        """Read one row and keep it, unless it is blank or has an error."""
        troubles: list[tuple[Heading, Raw, Trouble]] = []
        cells = tuple(self._cells(number, row, troubles))
        self._look_at_others(number, row)
        if not troubles and all(cell is None for cell in cells):
            return
        self._require(cells, troubles)
        if self._sheet.even and self._uneven(row):
            self._note_uneven(number)
            self._refuse(cells)
            return
        wrong = any(not trouble.warning for _heading, _raw, trouble in troubles)
        if wrong and not any(trouble.secret for _heading, _raw, trouble in troubles) and self._is_aside(row):
            self._warn(
                number,
                "sum_row",
                _("The row looks like a sum or a note below the table, and is not read."),
                _first_text(row),
            )
            return
        for heading, raw, trouble in troubles:
            self._note(number, heading, raw, trouble)
        if wrong:
            self._refuse(cells)
        elif self._is_new(number, cells):
            self._result.rows.append(cells)
            self._result.numbers.append(number)

    def finish(self) -> None:
        """Say what was seen of the sheet as a whole."""
        twice = {heading.position for heading in self._header.twice}
        unknown = [
            self._others.get(position) or letter_of(position) for position in sorted(self._used - twice)
        ]
        if unknown:
            self._warn(
                None,
                "unknown_column",
                _("Columns that are not read: {columns}.").format(columns=listed(unknown)),
            )
        self._check_merged()
        marks = self._sheet.marks
        if marks.formulas:
            self._warn(
                None,
                "formulas",
                ngettext(
                    "{n} cell holds a formula; the value that the spreadsheet last worked out is read.",
                    "{n} cells hold formulas; the values that the spreadsheet last worked out are read.",
                    marks.formulas,
                ).format(n=written(marks.formulas)),
            )
        if marks.hidden_rows or marks.hidden_columns:
            self._warn(
                None,
                "hidden_cells",
                _("Hidden rows ({rows}) and columns ({columns}) are read like the others.").format(
                    rows=marks.hidden_rows, columns=marks.hidden_columns
                ),
            )

    def _cells(
        self, number: int, row: Row, troubles: list[tuple[Heading, Raw, Trouble]]
    ) -> Iterator[Value | Kept]:
        width = len(row)
        without_value = self._sheet.marks.unread
        for heading, position, cache in self._plan:
            raw = row[position] if position < width else ""
            if raw == "":
                if without_value and (number, position + 1) in without_value:
                    text = without_value[number, position + 1]
                    troubles.append((heading, text, unread(text, needed=heading.column.required)))
                    yield KEPT
                else:
                    yield None
                continue
            if cache is None or raw is True or raw is False:
                parsed = read_cell(raw, heading.column, self._setting)
            else:
                try:
                    parsed = cache[raw]
                except KeyError:
                    parsed = cache[raw] = read_cell(raw, heading.column, self._setting)
            if isinstance(parsed, Trouble):
                troubles.append((heading, raw, parsed))
                yield parsed.value
            else:
                yield parsed

    def _look_at_others(self, number: int, row: Row) -> None:
        if len(self._known) == len(row):
            return
        for position, raw in enumerate(row):
            if raw != "" and position not in self._known:
                if position < self._header.width:
                    self._used.add(position)
                self._scan(self._sheet.name, number, position, raw, header=self._others.get(position, ""))

    def _require(self, cells: Cells, troubles: list[tuple[Heading, Raw, Trouble]]) -> None:
        for (heading, _position, _cache), cell in zip(self._plan, cells, strict=True):
            if cell is None and heading.column.required and all(one[0] is not heading for one in troubles):
                missing = Trouble("required", _("The cell is empty."), _("A value is needed here."))
                troubles.append((heading, "", missing))

    def _uneven(self, row: Row) -> bool:
        """Whether cells may have slipped: separators too few or too many, unless every row ends so."""
        if self._length is None:
            self._length = len(row)
        width = self._header.width
        return len(row) not in {width, max(width, self._length)} or any(cell != "" for cell in row[width:])

    def _note_uneven(self, number: int) -> None:
        self._findings.add(
            Severity.ERROR,
            "uneven_row",
            _("The row has more or fewer cells than the header."),
            _("Put quotation marks around texts that hold the separator, and keep the row's separators."),
            sheet=self._sheet.name,
            row=number,
        )

    def _is_aside(self, row: Row) -> bool:
        """Whether a row that cannot be read is a sum, or a note: one cell that begins as notes do."""
        text = _first_text(row)
        word = _FIRST_WORD.match(text)
        if fold(text.strip(": ")) in _SUMS:
            return True
        filled = sum(cell != "" for cell in row)
        return word is not None and (
            fold(word.group()) in _SUMS or (filled == 1 and fold(word.group()) in _BELOW)
        )

    def _is_new(self, number: int, cells: Cells) -> bool:
        key = self._key_of(cells)
        if key is None:
            return True
        first = self._seen.setdefault(key, len(self._result.rows))
        if first == len(self._result.rows):
            self._compare_with_nearest(number, key)
            return True
        earlier = self._result.numbers[first]
        if self._result.rows[first] == cells:
            self._warn(
                number,
                "row_twice",
                _("The same row stands in row {row}; it is read once.").format(row=earlier),
            )
            return False
        if key not in self._in_conflict:
            self._in_conflict.add(key)
            self._note_conflict(earlier, number, key)
        self._note_conflict(number, earlier, key)
        return False

    def _compare_with_nearest(self, number: int, key: Key) -> None:
        """Two keys that differ as a hasty hand makes them differ may be one person or one workplace."""
        if self._result.table.builds_key or not isinstance(key, str):
            return
        near = self._near.setdefault(fold(key).replace("o", "0"), (number, key))
        if near[1] != key:
            self._warn(
                number,
                "possible_duplicate",
                _("The key is nearly that of row {row}. Is it the same?").format(row=near[0]),
                key,
            )

    def _key_of(self, cells: Cells) -> Key:
        if len(self._result.table.key) == 1:
            cell = cells[self._key[0]] if self._key else None
            return None if isinstance(cell, Kept) else cell
        values = tuple(cells[index] for index in self._key)
        return tuple(value for value in values if not isinstance(value, Kept))

    def _note_conflict(self, number: int, other: int, key: Key) -> None:
        heading = self._header.headings[self._key[0]]
        self._findings.add(
            Severity.ERROR,
            "key_twice",
            _("The same key stands in row {row}, with other values.").format(row=other),
            _("Keep one of the rows, or give one of them a key of its own."),
            sheet=self._sheet.name,
            row=number,
            column=heading.letter,
            header=heading.text,
            value=key[0] if isinstance(key, tuple) else key,
        )

    def _refuse(self, cells: Cells) -> None:
        key = self._key_of(cells) if self._result.complete else None
        if key is not None:
            self._result.refused_keys.add(key)

    def _check_merged(self) -> None:
        below = self._header.place + 1
        for first_row, first_column, last_row, last_column in self._sheet.marks.merged:
            heading = next(
                (
                    heading
                    for heading in self._header.headings
                    if first_column <= heading.position + 1 <= last_column
                    and (last_row > first_row or heading.position + 1 > first_column)
                ),
                None,
            )
            if heading and first_row > below:
                self._findings.add(
                    Severity.ERROR,
                    "merged_cells",
                    _("The cells are merged down to row {row}, so only the first holds a value.").format(
                        row=last_row
                    ),
                    _("Take the merging away and write the value in every row."),
                    sheet=self._sheet.name,
                    row=first_row,
                    column=heading.letter,
                    header=heading.text,
                )

    def _warn(self, number: int | None, code: str, message: str, value: str = "") -> None:
        self._findings.add(Severity.WARNING, code, message, sheet=self._sheet.name, row=number, value=value)

    def _note(self, number: int, heading: Heading, raw: Raw, trouble: Trouble) -> None:
        text = number_with_its_zero(raw) or as_text(raw)
        self._findings.add(
            Severity.WARNING if trouble.warning else Severity.ERROR,
            trouble.code,
            trouble.message,
            trouble.remedy,
            sheet=self._sheet.name,
            row=number,
            column=heading.letter,
            header=heading.text,
            value=masked_digits(text) if trouble.secret else text,
        )


def _first_text(row: Row) -> str:
    return next((as_text(cell) for cell in row if cell != ""), "")


def listed(texts: list[str]) -> str:
    """Texts of a file as a report may show them."""
    return ", ".join(map(shown, texts[:30])) or "–"
