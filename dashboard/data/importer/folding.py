"""How headers, sheet names and words are compared: only the letters that carry meaning count."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SILENT = re.compile(r"[\s_\-‐‑‒–—]+")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text without case, space, `_`, `-` and the marks over letters.

    Example:
        >>> fold(" Planerat_slut "), fold("Ägarform"), fold("e-post")
        ('planeratslut', 'agarform', 'epost')
    """
    marked = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return _SILENT.sub("", plain)


def without_brackets(text: str) -> str:
    """The text without what stands in brackets."""
    return _BRACKETS.sub(" ", text).strip()


def spellings(text: str) -> Iterator[str]:
    """Every folded way to write a word of ours: whole, each side of a slash, with or without brackets.

    Example:
        >>> sorted(set(spellings("LSS/daglig verksamhet")))
        ['dagligverksamhet', 'lss', 'lss/dagligverksamhet']
    """
    for whole in (text, without_brackets(text)):
        yield fold(whole)
        for side in whole.split("/"):
            yield fold(side)
