"""Employers that are one by decision: a file that names the other key is read as if it named the kept one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.data.importer.file_table import Cells, FileTable
from dashboard.data.importer.findings import Findings, Severity, shown
from dashboard.i18n import _

Tables = dict[str, FileTable]


def with_kept_keys(tables: Tables, aliases: Mapping[str, str], findings: Findings) -> Tables:
    """The tables with the kept key wherever the other stood.

    The other employer's own row is left out, with a warning: what the kept one's row says holds.
    """
    if not aliases:
        return tables
    return {name: _read_as_kept(table, aliases, findings) for name, table in tables.items()}


def _read_as_kept(table: FileTable, aliases: Mapping[str, str], findings: Findings) -> FileTable:
    places = [place for place, one in enumerate(table.headings) if one.column.name == "employer_id"]
    if not places:
        return table
    if table.table.name != "employers":
        return replace(table, rows=[_exchanged(cells, places[0], aliases) for cells in table.rows])
    kept = list(_own_rows(table, places[0], aliases, findings))
    others = {aliases[key] for cells in table.rows if (key := _text(cells, places[0])) in aliases}
    return replace(
        table,
        rows=[cells for cells, _number in kept],
        numbers=[number for _cells, number in kept],
        stands_for=set(others),
    )


def _own_rows(
    table: FileTable, place: int, aliases: Mapping[str, str], findings: Findings
) -> Iterator[tuple[Cells, int]]:
    heading = table.headings[place]
    for cells, number in zip(table.rows, table.numbers, strict=True):
        key = _text(cells, place)
        if key not in aliases:
            yield cells, number
            continue
        findings.add(
            Severity.WARNING,
            "read_as_other_employer",
            _("{key} is read as {kept}, as somebody has decided; this row is not read.").format(
                key=shown(key), kept=shown(aliases[key])
            ),
            sheet=table.sheet,
            row=number,
            column=heading.letter,
            header=heading.text,
            value=key,
        )


def _exchanged(cells: Cells, place: int, aliases: Mapping[str, str]) -> Cells:
    key = _text(cells, place)
    return (*cells[:place], aliases[key], *cells[place + 1 :]) if key in aliases else cells


def _text(cells: Cells, place: int) -> str:
    cell = cells[place]
    return cell if isinstance(cell, str) else ""
