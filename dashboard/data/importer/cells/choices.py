"""Cells that hold one of a few words, or several of them."""

import re
from difflib import get_close_matches
from functools import cache, lru_cache

from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.cells.trouble import Parsed, Raw, Setting, Trouble
from dashboard.data.importer.columns import QUIET_PERIODS, TABLES, Column, Kind
from dashboard.data.importer.folding import fold, spellings
from dashboard.data.importer.words import own_spellings, shown_word
from dashboard.i18n import _, language, wording
from dashboard.wording import Wording

KEPT_MEANINGS = 200

_STEP = re.compile(r"(?:steg|step)? ?([1-5])(?:[.:)]|\b)?(.*)", re.IGNORECASE | re.DOTALL)
_HAS_NUMBER = re.compile(r"\d")


@lru_cache(KEPT_MEANINGS)
def _meanings(table_column: tuple[str, str], _own: Wording) -> dict[str, str]:
    column = _columns()[table_column]
    meanings = {fold(key): key for key in column.words}
    for key, accepted in column.words.items():
        for word in accepted:
            for spelled in spellings(word):
                meanings.setdefault(spelled, key)
    for spelled, key in own_spellings(column.words):
        meanings.setdefault(spelled, key)
    return meanings


@cache
def _columns() -> dict[tuple[str, str], Column]:
    return {
        (column.name, _vocabulary(column)): column
        for table in (*TABLES, QUIET_PERIODS)
        for column in table.columns
    }


def _vocabulary(column: Column) -> str:
    return "|".join(column.words)


def key_of(word: str, column: Column, setting: Setting | None = None) -> str | None:
    """The key that a word stands for in a column, in the contract or for this unit; None when for none."""
    folded = fold(word)
    key = _meanings((column.name, _vocabulary(column)), wording()).get(folded)
    if key is None and setting is not None:
        return setting.words.get(column.name, {}).get(folded)
    return key


def parse_word(raw: Raw, column: Column, setting: Setting) -> Parsed:
    """One of the column's words, in Swedish or English."""
    text = as_text(raw)
    return key_of(text, column, setting) or unknown_word(text, column)


def parse_tags(raw: Raw, column: Column, setting: Setting) -> Parsed:
    """Several of the column's words, separated by semicolons; each is kept once, in the order given."""
    keys: list[str] = []
    for text in filter(None, (part.strip() for part in as_text(raw).split(";"))):
        key = key_of(text, column, setting)
        if key is None:
            return unknown_word(text, column)
        if key not in keys:
            keys.append(key)
    return ";".join(keys) or None


def parse_step(raw: Raw, column: Column, setting: Setting) -> Parsed:
    """A step as its number, its word, or both, which must then agree."""
    text = as_text(raw)
    if not _HAS_NUMBER.search(text):
        key = key_of(text, column, setting)
        return int(key) if key else unknown_word(text, column)
    found = _STEP.fullmatch(text)
    word = found.group(2).strip(" .:–-") if found else ""
    if found is None or (word and key_of(word, column) != found.group(1)):
        return unknown_word(text, column)
    return int(found.group(1))


def shown_words(column: Column) -> list[str]:
    """The words that may stand in a column, in the language in use; a step with its number before it."""
    if column.kind is Kind.STEP:
        if language() == "sv":
            return [f"{key} {shown_word(column.words, key)}" for key in column.words]
        return [f"{key} {accepted[1]}" for key, accepted in column.words.items()]
    return [shown_word(column.words, key) for key in column.words]


def unknown_word(text: str, column: Column) -> Trouble:
    """The error for a word that is none of the column's; it names those that are, the nearest first."""
    shown = shown_words(column)
    near = get_close_matches(text.casefold(), shown, n=1)
    listed = ", ".join([*near, *(word for word in shown if word not in near)])
    if "," in text and column.kind is Kind.TAGS:
        return Trouble(
            "unknown_word", _("A list is separated by semicolons."), _("Write ; between the words.")
        )
    return Trouble(
        "unknown_word",
        _("This is none of the words for this column."),
        _("Write one of: {words}.").format(words=listed),
    )
