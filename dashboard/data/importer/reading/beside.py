"""Texts that lie beside the cells: only those that could hold a personal identity number are kept."""

import html
import re
from collections.abc import Iterator
from zipfile import ZipFile

from dashboard.data.importer.identity import holds_identity_number

_CHUNK = 1 << 20
_MOST_KEPT = 50
_TAG = re.compile(r"<[^>]*>")
_WORDS_IN_TAG = re.compile(
    r"""\s(?:\w+:)?(?:descr|title|name|v|tooltip|Target|display|caption|alt|prompt|error|href|author)=(?:"([^"]*)"|'([^']*)')"""
)


def suspicious(packed: ZipFile, part: str, *, attributes: bool = True) -> Iterator[str]:
    """The texts of a part of a workbook, and those in its attributes, that need looking at."""
    rest = ""
    with packed.open(part) as file:
        while chunk := file.read(_CHUNK):
            piece = rest + chunk.decode("utf-8", "replace")
            cut = piece.rfind(">") + 1
            rest = piece[cut:] if len(piece) - cut < _CHUNK else ""
            yield from suspicious_in(piece[:cut], attributes=attributes)
    yield from suspicious_in(rest, attributes=attributes)


def suspicious_in(xml: str, *, attributes: bool = True) -> Iterator[str]:
    """The same, of a piece of XML."""
    # Runs of one paragraph are joined: a number half in bold is still a number.
    for text in (_TAG.sub("\n", xml), _TAG.sub("", xml)):
        found = next(filter(holds_identity_number, html.unescape(text).splitlines()), None)
        if found is not None:
            yield found
            break
    if attributes:
        for tag in _WORDS_IN_TAG.finditer(xml):
            text = html.unescape(tag.group(1) or tag.group(2) or "")
            if holds_identity_number(text):
                yield text
                break


def few(texts: Iterator[str]) -> tuple[str, ...]:
    """Some of the texts: enough for a person to go and look."""
    kept: list[str] = []
    for text in texts:
        kept.append(text)
        if len(kept) == _MOST_KEPT:
            break
    return tuple(kept)
