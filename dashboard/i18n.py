"""Texts, numbers and dates in Swedish and English.

Texts in code are English msgids: `_("Employers")`. Swedish stands in `locales/sv/LC_MESSAGES/*.po`, one
file an area, all read as one catalogue; there are no compiled files to forget. The language belongs to
the request (or the command), so it lives in a context variable, and so do the unit's own words (`wording`).
A text written at import time, in a table of pages for instance, is marked with `N_` and translated when it is
shown.
"""

import datetime as dt
import gettext as gettext_module
import io
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from dashboard.wording import OURS, Wording

LANGUAGES = ("sv", "en")
DEFAULT_LANGUAGE = "sv"
THIN_SPACE = "\u202f"
HARD_SPACE = "\u00a0"

_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)
_wording: ContextVar[Wording] = ContextVar("wording", default=OURS)


def use_language(language: str) -> None:
    """Choose the language of what follows in this request or command; an unknown one gives the default."""
    _language.set(language if language in LANGUAGES else DEFAULT_LANGUAGE)


def language() -> str:
    """The language in use: "sv" or "en"."""
    return _language.get()


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """The given language for a while: what is written meanwhile is meant for another reader."""
    before = _language.set(code if code in LANGUAGES else DEFAULT_LANGUAGE)
    try:
        yield
    finally:
        _language.reset(before)


def use_wording(words: Wording) -> None:
    """Choose the unit's own words for what follows in this request or command."""
    _wording.set(words)


def wording() -> Wording:
    """The unit's own words in use."""
    return _wording.get()


@contextmanager
def in_wording(words: Wording) -> Iterator[None]:
    """Other words for a while."""
    before = _wording.set(words)
    try:
        yield
    finally:
        _wording.reset(before)


def in_own_words(text: str, code: str = "") -> str:
    """A text of ours, already translated, in the unit's words; in the language in use, or the given one."""
    return _wording.get().text(text, code or language())


def locale_folder() -> Path:
    """Where the catalogues lie: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "locales"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "locales"


@cache
def _translations(code: str) -> gettext_module.NullTranslations:
    merged = Catalog(locale=code)
    for path in sorted((locale_folder() / code / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=code):
                if message.id:
                    merged[message.id] = message
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return gettext_module.GNUTranslations(compiled)


def _(message: str) -> str:
    """The message in the language in use and in the unit's words."""
    return in_own_words(message if language() == "en" else _translations(language()).gettext(message))


def ngettext(singular: str, plural: str, number: float) -> str:
    """The singular or plural message in the language in use; the number is not put in."""
    if language() == "en":
        return in_own_words(singular if number == 1 else plural)
    return in_own_words(_translations(language()).ngettext(singular, plural, 1 if number == 1 else 2))


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for "translate later")
    """Mark a text for translation without translating it now."""
    return message


def number(value: float, decimals: int = 0) -> str:
    """A number as it is written in the language in use: `1 234,5` or `1,234.5`.

    >>> use_language("sv"); number(1234.5, 1)
    '1\u202f234,5'
    """
    return _number(value, decimals, "sv_SE" if language() == "sv" else "en_GB")


@lru_cache(4_096)
def _number(value: float, decimals: int, locale: str) -> str:
    """A page shows the same small numbers again and again."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=locale).replace(HARD_SPACE, THIN_SPACE)


def percent(share: float) -> str:
    """A share as whole per cent: `45 %` or `45%`."""
    return number(round(share * 100)) + (HARD_SPACE + "%" if language() == "sv" else "%")


def day(date: dt.date) -> str:
    """A date in words: `3 mars 2026` or `3 March 2026`."""
    return format_date(date, "d MMMM y", locale="sv_SE" if language() == "sv" else "en_GB")


def day_short(date: dt.date) -> str:
    """A date for tables, the same in both languages: `2026-03-03`."""
    return date.isoformat()


# The three characters that come right after z, so that even "zz" comes before "å".
_SWEDISH_TAIL = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}


def sort_key(text: str) -> str:
    """A key that sorts names the Swedish way (å ä ö last), whatever the database's collation is.

    >>> sorted(["Östan", "Ärlig", "Zeta", "Åsa", "Ek"], key=sort_key)
    ['Ek', 'Zeta', 'Åsa', 'Ärlig', 'Östan']
    """
    folded = "".join(
        _SWEDISH_TAIL.get(letter, letter) for letter in unicodedata.normalize("NFC", text).casefold()
    )
    plain = unicodedata.normalize("NFD", folded)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
