"""What an unknown header or word may mean: a suggestion for a person, never a guess that is acted on."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dashboard.data.importer.columns import TABLE_BY_NAME, Column, Kind, Table
from dashboard.data.importer.contents import Contents
from dashboard.data.importer.file_table import FileTable
from dashboard.data.importer.findings import Findings, shown
from dashboard.data.importer.folding import fold, spellings
from dashboard.data.importer.names import Names
from dashboard.data.importer.near_headers import HeaderSuggestion, headers_near
from dashboard.data.importer.words import shown_word

NEAR_WORD = 60
MOST_WORDS = 200
_WORDS = frozenset({Kind.WORD, Kind.TAGS, Kind.STEP})


@dataclass(frozen=True, slots=True)
class WordSuggestion:
    """A word that is none of a column's.

    Attributes:
        table: the table's name.
        column: the column.
        word: the word as the file has it.
        key: the key that it most likely stands for; empty when none is near.
        score: how alike they are, 0–100.
        rows: in how many cells it stands, as far as they are told one by one.
        choices: every key of the column, the likeliest first.
    """

    table: str
    column: str
    word: str
    key: str
    score: int
    rows: int
    choices: tuple[str, ...]


def header_suggestions(contents: Contents, names: Names) -> tuple[HeaderSuggestion, ...]:
    """The unknown headers that look like a missing column, the likeliest column first."""
    return tuple(
        one for file in contents.tables.values() for one in headers_near(file, names.headers_of(file.table))
    )


def word_suggestions(contents: Contents, findings: Findings) -> tuple[WordSuggestion, ...]:
    """The unknown words of the file, each once, with what they may stand for."""
    sheets = {shown(file.sheet): file for file in contents.tables.values()}
    counted: dict[tuple[str, str, str], int] = {}
    for one in findings.kept:
        file = sheets.get(one.sheet)
        column = _column_at(file, one.column) if file and one.code == "unknown_word" else None
        if file and column and not one.value.endswith("…"):
            place = (file.table.name, column.name, one.value)
            counted[place] = counted.get(place, 0) + 1
    return tuple(_word(*place, rows) for place, rows in list(counted.items())[:MOST_WORDS])


def _column_at(file: FileTable, letter: str) -> Column | None:
    found = next((heading.column for heading in file.headings if heading.letter == letter), None)
    return found if found and found.kind in _WORDS else None


def _word(table: str, column: str, word: str, rows: int) -> WordSuggestion:
    definition = _definition(TABLE_BY_NAME[table], column)
    best: dict[str, float] = {}
    for key, accepted in definition.words.items():
        spelled = [fold(key), *(one for text in accepted for one in spellings(text))]
        best[key] = process.extractOne(fold(word), spelled, scorer=fuzz.WRatio)[1]
    order = sorted(best, key=lambda key: -best[key])
    near = best[order[0]] >= NEAR_WORD
    return WordSuggestion(
        table=table,
        column=column,
        word=word,
        key=order[0] if near else "",
        score=round(best[order[0]]) if near else 0,
        rows=rows,
        choices=tuple(order),
    )


def _definition(table: Table, column: str) -> Column:
    return table.columns[table.index(column)]


def word_title(table: str, column: str, key: str) -> str:
    """A key of a column as a person reads it, in the language in use."""
    return shown_word(_definition(TABLE_BY_NAME[table], column).words, key)
