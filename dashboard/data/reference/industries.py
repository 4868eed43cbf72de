"""Industries by SNI 2007, the Swedish form of NACE Rev. 2."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from dashboard.data.reference.files import read_table

Language = Literal["sv", "en"]
_CODE = re.compile(r"\d{2}(?:\.?\d{1,3})?")


@dataclass(frozen=True, slots=True)
class _Industry:
    section: str
    titles: Mapping[str, str]


def sni_section(code: str) -> str | None:
    """The section letter of a 2–5 digit code, with or without its dot; None when the division is not known.

    Example:
        >>> sni_section("56.29")
        'I'
    """
    industry = _industries().get(_digits(code)[:2])
    return industry.section if industry else None


def sni_title(code: str, language: Language = "sv") -> str | None:
    """The title of a section (`C`), or of the division that a longer code lies in."""
    text = code.strip().upper()
    industry = _industries().get(text if text.isalpha() else _digits(text)[:2])
    return industry.titles[language] if industry else None


def sni_sections(language: Language = "sv") -> Mapping[str, str]:
    """The 21 sections' titles by letter."""
    return MappingProxyType(
        {code: found.titles[language] for code, found in _industries().items() if code == found.section}
    )


def is_known_sni(code: str) -> bool:
    """Whether a 2–5 digit code exists: division, group and class are looked up, the fifth digit is not.

    The fifth digit is Sweden's own and changes nothing that is counted here.
    """
    digits = _digits(code)
    return len(digits) >= 2 and digits[:4] in _known_beginnings()


def _digits(code: str) -> str:
    """The bare digits of `56.29`, `56.290` or `56290`; empty when it is no code."""
    return code.strip().replace(".", "") if _CODE.fullmatch(code.strip()) else ""


@cache
def _industries() -> Mapping[str, _Industry]:
    return {
        row["code"]: _Industry(row["section"], {"sv": row["title_sv"], "en": row["title_en"]})
        for row in read_table("sni2007.csv")
    }


@cache
def _known_beginnings() -> frozenset[str]:
    classes = [row["code"] for row in read_table("sni2007_classes.csv")]
    return frozenset(code[:length] for code in classes for length in (2, 3, 4))
