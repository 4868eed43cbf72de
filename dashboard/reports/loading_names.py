"""Decisions about headers and words as somebody types them, and which of them a file makes use of."""

from collections.abc import Iterable

from dashboard.data.import_names import Meaning, header_meaning, word_meaning
from dashboard.data.importer.cells.choices import key_of
from dashboard.data.importer.columns import TABLES, table_named
from dashboard.data.importer.contents import Contents
from dashboard.data.importer.folding import fold
from dashboard.data.importer.recognise import column_named
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _


def typed_meanings(text: str) -> tuple[Meaning, ...]:
    """What `Header=column`, `Table:Header=column` or `column:word=word of ours` decides.

    Without a table it holds for every table with that column. Nothing after the equals sign: not to be read.

    Raises:
        InvalidParameter: when it is none of these, or names what there is not.
    """
    left, equals, right = (part.strip() for part in text.rpartition("="))
    if not equals or not left:
        raise InvalidParameter(
            _(
                "{text} is no mapping. Write “Header=column”, “Table:Header=column” or “column:word=word”."
            ).format(text=text)
        )
    before, colon, after = (part.strip() for part in left.partition(":"))
    table = table_named(before) if colon else None
    if table is not None:
        return (header_meaning(table.name, after, right),)
    if colon and any(column_named(before, one) for one in TABLES):
        return _words(before, after, right)
    tables = [one for one in TABLES if not right or column_named(right, one)]
    if not tables:
        raise InvalidParameter(_("No table has a column called {name}.").format(name=right))
    return tuple(header_meaning(one.name, left, right) for one in tables)


def _words(column: str, word: str, ours: str) -> tuple[Meaning, ...]:
    places = [(one, found) for one in TABLES if (found := column_named(column, one)) and found.words]
    keys = [(table, found, key) for table, found in places if (key := key_of(ours, found))]
    if not keys:
        raise InvalidParameter(
            _("{word} is none of the words for {column}: {words}.").format(
                word=ours, column=column, words=", ".join(places[0][1].words) if places else "–"
            )
        )
    return tuple(word_meaning(table.name, found.name, word, key) for table, found, key in keys)


def used_meanings(meanings: Iterable[Meaning], contents: Contents) -> tuple[Meaning, ...]:
    """Those that this file makes use of; the others would only be remembered by chance."""
    return tuple(one for one in meanings if _is_used(one, contents))


def _is_used(meaning: Meaning, contents: Contents) -> bool:
    file = contents.tables.get(meaning.table)
    if file is None:
        return False
    if meaning.column:
        return file.heading(meaning.column) is not None
    written = fold(meaning.written.strip(" *:."))
    return any(fold(header.strip(" *:.")) == written for header in file.header)
