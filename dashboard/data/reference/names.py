"""Place names as people type them: capitals, hyphens and spaces vary, and å ä ö may have lost their marks."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[\s_\-‐-―.]+")


def letters(text: str) -> str:
    """The name without case, spaces and hyphens: `Upplands-Väsby` and `upplands väsby` become one."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFC", text).casefold())


def plain_letters(text: str) -> str:
    """The name's `letters` with å, ä as a, and ö as o. Håbo and Habo become one: try `letters` first."""
    decomposed = unicodedata.normalize("NFKD", letters(text))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
