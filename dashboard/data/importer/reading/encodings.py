"""Which letters a text file is written in: told from all of it, or refused, never guessed."""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dashboard.data.importer.identity import masked
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

Open = Callable[[], IO[bytes]]
"""Opens the file from its beginning; it is gone through twice."""

_CHUNK = 1 << 20
_BEGINNING = 200
# å ä ö of MS-DOS († „ ”) and of old Macintosh (Œ Š) stand between letters when they are read as Windows text.
_OTHER_LETTERS = re.compile(r"[A-Za-z][†„”ŒŠŽ™€…](?=[a-z])|\b[†Œ™][a-z]|[a-z][†„Œ]\b")
_ODD_LETTERS = re.compile(r"[†„”ŒœŠšŽž™€…‚]")
_SURE_LETTERS = re.compile(r"[åäöÅÄÖéÉüÜ]")
_UTF_8_READ_AS_WINDOWS = re.compile("Ã[¤¥¶©–„…]")


def opening(path: Path) -> Open:
    """Opens a file from its beginning whenever it is asked to."""
    return lambda: path.open("rb")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text file is written.

    Attributes:
        name: Python's name for it.
        lines: how many lines there are, about.
        ends_in_ctrl_z: whether MS-DOS's mark for the end of a file closes it.
    """

    name: str
    lines: int
    ends_in_ctrl_z: bool


def encoding_of(source: Open, name: str) -> Encoding:
    """UTF-8, UTF-16 or Windows-1252.

    Raises:
        FileRefused: when it is none of them for certain, or no text at all.
    """
    with source() as file:
        beginning = file.read(_BEGINNING)
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _tried(source, "utf-16", name)
    if beginning.count(b"\x00") > len(beginning) // 4:
        return _tried(source, "utf-16-le" if beginning[1:2] == b"\x00" else "utf-16-be", name)
    try:
        return _checked(source, "utf-8-sig", name)
    except UnicodeDecodeError:
        return _tried(source, "cp1252", name)


def _tried(source: Open, encoding: str, name: str) -> Encoding:
    try:
        return _checked(source, encoding, name)
    except UnicodeDecodeError as error:
        raise _uncertain(name) from error


def _checked(source: Open, encoding: str, name: str) -> Encoding:
    lines, last = 1, ""
    odd = sure = False
    for text in _decoded(source, encoding):
        if "\x00" in text:
            raise FileRefused(
                _("{file} is not text: it holds bytes that no table has.").format(file=masked(name))
            )
        if encoding == "cp1252":
            if _OTHER_LETTERS.search(text) or _UTF_8_READ_AS_WINDOWS.search(text):
                raise _uncertain(name)
            odd = odd or _ODD_LETTERS.search(text) is not None
            sure = sure or _SURE_LETTERS.search(text) is not None
        lines += max(text.count("\n"), text.count("\r"))
        last = text or last
    if odd and not sure:
        # Not one Swedish letter, but letters that are Swedish ones in another alphabet.
        raise _uncertain(name)
    return Encoding(encoding, lines, last.endswith("\x1a"))


def _decoded(source: Open, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    with source() as file:
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)


def _uncertain(name: str) -> FileRefused:
    return FileRefused(
        _("The letters of {file} cannot be read with certainty. Save it as “CSV UTF-8”.").format(
            file=masked(name)
        )
    )
