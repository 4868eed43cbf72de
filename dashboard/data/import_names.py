"""Remembering what the unit's own headers and words mean, and forgetting it again."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy import Table as SqlTable

from dashboard.data.engine import keeping, reading
from dashboard.data.importer.columns import TABLE_BY_NAME, Column, Table, table_named
from dashboard.data.importer.folding import fold
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.importer.names import Names
from dashboard.data.importer.recognise import column_named
from dashboard.data.models import ImportName
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _

LONGEST = 60
_NAMES: SqlTable = ImportName.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header or a word means.

    Attributes:
        table: the table's name.
        column: for a word, the column it stands in; empty for a header.
        written: the header or word as the file has it.
        meaning: the column a header is read as, or the key a word stands for; empty: not read.
    """

    table: str
    column: str
    written: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """A decision about a header or word, with when and by whom it was made."""

    number: int
    meaning: Meaning
    at: dt.datetime
    who: str


def header_meaning(table: str, header: str, column: str) -> Meaning:
    """The decision that a header of a table means a column; an empty column: it is not read.

    Raises:
        InvalidParameter: when there is no such table or column, or the header cannot be remembered.
    """
    found = _table(table)
    _check_written(header)
    if not column:
        return Meaning(found.name, "", header.strip(), "")
    return Meaning(found.name, "", header.strip(), _column(found, column).name)


def word_meaning(table: str, column: str, word: str, key: str) -> Meaning:
    """The decision that a word in a column stands for one of its keys.

    Raises:
        InvalidParameter: when there is no such table, column or key, or the word cannot be remembered.
    """
    found = _table(table)
    place = _column(found, column)
    _check_written(word)
    if key not in place.words:
        raise InvalidParameter(
            _("{word} is none of the words for {column}: {words}.").format(
                word=key, column=place.title, words=", ".join(place.words) or "–"
            )
        )
    return Meaning(found.name, place.name, word.strip(), key)


def names_of(meanings: Iterable[Meaning]) -> Names:
    """Decisions as they are used while a file is read; a later one goes before an earlier."""
    headers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    words: defaultdict[str, defaultdict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for one in meanings:
        if one.column:
            words[one.table][one.column][fold(one.written)] = one.meaning
        else:
            headers[one.table][_folded_header(one.written)] = one.meaning
    return Names(
        {table: dict(found) for table, found in headers.items()},
        {table: {column: dict(found) for column, found in by.items()} for table, by in words.items()},
    )


def remember_names(engine: Engine, meanings: Iterable[Meaning], *, who: str, now: dt.datetime) -> None:
    """Remember decisions; a new one about the same header or word takes the place of the old."""
    with keeping(engine) as connection:
        for one in meanings:
            folded = fold(one.written) if one.column else _folded_header(one.written)
            connection.execute(
                delete(_NAMES).where(
                    _NAMES.c.table_name == one.table,
                    _NAMES.c.column_name == one.column,
                    _NAMES.c.folded == folded,
                )
            )
            row: dict[str, Any] = {"kind": "word" if one.column else "header", "table_name": one.table}
            row |= {"column_name": one.column, "folded": folded, "written": one.written}
            row |= {"meaning": one.meaning, "decided_at": now, "decided_by": who}
            connection.execute(insert(_NAMES), row)


def remembered_names(engine: Engine) -> tuple[Remembered, ...]:
    """Every decision, the oldest first."""
    with reading(engine) as connection:
        return _remembered(connection)


def forget_name(engine: Engine, number: int) -> Remembered:
    """Revoke a decision; files are read from then on as if it had never been made.

    Raises:
        InvalidParameter: when there is no such decision.
    """
    with keeping(engine) as connection:
        found = next((one for one in _remembered(connection) if one.number == number), None)
        if found is None:
            raise InvalidParameter(_("There is no mapping with number {number}.").format(number=number))
        connection.execute(delete(_NAMES).where(_NAMES.c.name_id == number))
    return found


def _remembered(connection: Connection) -> tuple[Remembered, ...]:
    rows = connection.execute(select(_NAMES).order_by(_NAMES.c.name_id)).all()
    return tuple(
        Remembered(
            row.name_id,
            Meaning(row.table_name, row.column_name, row.written, row.meaning),
            row.decided_at if row.decided_at.tzinfo else row.decided_at.replace(tzinfo=dt.UTC),
            row.decided_by,
        )
        for row in rows
    )


def _folded_header(text: str) -> str:
    return fold(text.strip(" *:."))


def _table(name: str) -> Table:
    found = TABLE_BY_NAME.get(name) or table_named(name)
    if found is None:
        raise InvalidParameter(_("There is no table called {name}.").format(name=name))
    return found


def _column(table: Table, name: str) -> Column:
    found = column_named(name, table)
    if found is None:
        raise InvalidParameter(
            _("{table} has no column called {name}. The columns are: {columns}.").format(
                table=table.title, name=name, columns=", ".join(column.title for column in table.columns)
            )
        )
    return found


def _check_written(text: str) -> None:
    if not fold(text) or len(text) > LONGEST or holds_identity_number(text):
        raise InvalidParameter(
            _(
                "A header or word that is remembered has 1 to {n} characters and no personal identity number."
            ).format(n=LONGEST)
        )
