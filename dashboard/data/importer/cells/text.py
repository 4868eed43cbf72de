"""Texts and keys: what is invisible goes, what cannot be told apart is an error."""

import datetime as dt
import re
import unicodedata

from dashboard.data.importer.cells.guard import unguarded
from dashboard.data.importer.cells.trouble import Parsed, Raw, Setting, Trouble
from dashboard.data.importer.columns import Column
from dashboard.i18n import N_, _

_UNSEEN = "\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"
_INVISIBLE = dict.fromkeys(map(ord, _UNSEEN))
_HOLDS_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?E[+-]\d+", re.IGNORECASE)
_DECIMAL_ZERO = re.compile(r"\d+[.,]0+")
# å ä ö é in UTF-8 read as Windows text, with what stands for them; a typographic mark likewise.
_MOJIBAKE = re.compile("Ã[¤¥¶©¼–„…‰]|â€[œ™“”˜\u009d]?")
_LOST_INSIDE = re.compile(r"[A-Za-zÅÄÖåäö]\?[a-zåäö]")
_NO_LETTERS = frozenset({"Mn", "Me", "Cf", "Co", "Cs", "Cn", "Cc"})
_PLACEHOLDERS = frozenset({"-", "–", "?", "okänd", "okänt", "se ovan", "ditto", "unknown", "n/a", "saknas"})
LONGEST_TEXT, LONGEST_KEY = 1_000, 100
EXACT_DIGITS = 15

AS_TEXT = N_("Format the column as text in the spreadsheet and write the value again.")


def tidy(text: str) -> str:
    """The text in composed letters, with plain spaces and nothing invisible."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return _SPACES.sub(" ", visible).strip()


def as_text(raw: Raw) -> str:
    """What a person sees in the cell: a whole number without decimals, a date as year-month-day."""
    if isinstance(raw, str):
        return tidy(raw)
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 10**EXACT_DIGITS:
        return str(int(raw))
    if isinstance(raw, dt.date | dt.time):
        return raw.isoformat()
    return str(raw)


def parse_text(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """A text for people; a quote that guarded it against being read as a formula is taken off again."""
    text = tidy(_CONTROLS.sub("", unguarded(as_text(raw))))
    if len(text) > LONGEST_TEXT:
        return Trouble(
            "too_long",
            _("The text is longer than {n} characters.").format(n=LONGEST_TEXT),
            _("Shorten it."),
        )
    if _MOJIBAKE.search(text):
        return Trouble(
            "garbled",
            _("The letters look garbled, as when a file is opened with the wrong encoding."),
            _("Was it meant to be “{text}”?").format(text=_mended(text)),
            value=text,
            warning=True,
        )
    if _LOST_INSIDE.search(text) and "//" not in text:
        return Trouble(
            "garbled",
            _("A question mark stands inside a word, as when å, ä or ö was lost on the way."),
            _("Write the word again if so."),
            value=text,
            warning=True,
        )
    return text or None


def _mended(text: str) -> str:
    return _MOJIBAKE.sub(_mended_letter, text)


def _mended_letter(found: re.Match[str]) -> str:
    try:
        return found.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found.group()


def parse_key(raw: Raw, column: Column, _setting: Setting) -> Parsed:
    """A key: trimmed and compared exactly, so anything that a spreadsheet may have changed is an error."""
    if isinstance(raw, bool | dt.date | dt.time | dt.timedelta):
        return Trouble("spoiled_key", _("This is a date or a truth value, not a key."), _(AS_TEXT))
    text = unguarded(as_text(raw))
    if text.lower() in _PLACEHOLDERS:
        return Trouble("placeholder", _("A key is needed, not a word for “unknown”."), _empty_or_key(column))
    if not text.isascii() and any(unicodedata.category(letter) in _NO_LETTERS for letter in text):
        return _unseen()
    if _CONTROLS.search(text):
        return _unseen()
    if len(text) > LONGEST_KEY:
        return Trouble(
            "too_long", _("The key is longer than {n} characters.").format(n=LONGEST_KEY), _("Shorten it.")
        )
    if _looks_spoiled(raw, text):
        return Trouble("spoiled_key", _("The spreadsheet has turned the key into a number."), _(AS_TEXT))
    if isinstance(raw, str) and _HOLDS_INVISIBLE.search(raw):
        return Trouble(
            "invisible_characters",
            _("Characters that cannot be seen were taken out of the key."),
            _("It is read as {key}.").format(key=text),
            value=text,
            warning=True,
        )
    return text


def _unseen() -> Trouble:
    return Trouble(
        "control_characters", _("The key holds characters that cannot be seen."), _("Write it again.")
    )


def _looks_spoiled(raw: Raw, text: str) -> bool:
    if isinstance(raw, float):
        return not raw.is_integer() or abs(raw) >= 10**EXACT_DIGITS
    return bool(_SCIENTIFIC.fullmatch(text) or _DECIMAL_ZERO.fullmatch(text))


def _empty_or_key(column: Column) -> str:
    return _("Write the key.") if column.required else _("Write the key, or leave the cell empty.")
