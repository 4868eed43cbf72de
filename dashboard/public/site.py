"""The addresses of the public pages, and every parameter that each of them accepts."""

from collections.abc import Mapping
from types import MappingProxyType

LANGUAGE = "sprak"
LANGUAGES = ("sv", "en")
SUMMARY, SCREEN, SHEET = "/", "/visning", "/en-sida"
COUNTED, ACCESSIBILITY, ABOUT = "/sa-raknas-det", "/tillganglighet", "/om"
FIGURES, EMBED, EMBED_HELP = "/siffror.csv", "/inbaddat", "/badda-in"
FILES = "/offentligt"

FOR_ALL = frozenset({SCREEN, SHEET, ACCESSIBILITY, ABOUT, FIGURES, EMBED_HELP})
"""Whole addresses that anybody reaches, beside `/`."""
UNDER = (f"{EMBED}/", f"{FILES}/")
"""What lies under these is anybody's, too."""

ACCEPTED: Mapping[str, tuple[str, ...]] = MappingProxyType({LANGUAGE: LANGUAGES})
"""Parameter → values. There is no other, on any public page: no filter, no search, no number to vary."""


def address(path: str, language: str) -> str:
    """A public page in a language.

    >>> address("/visning", "en")
    '/visning?sprak=en'
    """
    return f"{path}?{LANGUAGE}={language}"


def accepted(given: Mapping[str, list[str]]) -> bool:
    """Whether all that an address asks for is declared, once, with a declared value.

    >>> accepted({"sprak": ["en"]}), accepted({"sprak": ["de"]}), accepted({"coach": ["C1"]})
    (True, False, False)
    """
    return all(
        name in ACCEPTED and len(values) == 1 and values[0] in ACCEPTED[name]
        for name, values in given.items()
    )
