"""What colour and shape stand for in the picture: rung, warmth, form of ownership or sector.

The browser has every employer's codes; a colouring says which look each code has. Of forms of ownership and
sectors the most frequent have a look of their own, the others share one, on every day the same.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.data.reference import sni_section, sni_sections, sni_title
from dashboard.domain.vocabulary import OWNERSHIPS, RUNGS, WARMTHS
from dashboard.i18n import language
from dashboard.reports.network_scope import Known
from dashboard.reports.state import UNKNOWN

NAMED = 3
"""Forms of ownership, or sectors, with a look of their own; with the others there are four."""
OTHER = "other"
CODES: Mapping[str, tuple[str, ...]] = {
    "rung": tuple(str(rung) for rung in RUNGS),
    "warmth": WARMTHS,
    "ownership": (*OWNERSHIPS, UNKNOWN),
    "sector": (*sni_sections(), UNKNOWN),
}
"""The categories of each colouring; a code is a place among them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the legend.

    Attributes:
        key: a category, or `other` for several.
        look: the class of its mark.
        count: how many of them are drawn.
    """

    key: str
    look: str
    count: int


@dataclass(frozen=True, slots=True)
class Colouring:
    """What the marks stand for.

    Attributes:
        of: the colouring: `rung`, `warmth`, `ownership` or `sector`.
        looks: the class of a mark, by code.
        kinds: the legend.
    """

    of: str
    looks: tuple[str, ...]
    kinds: tuple[Kind, ...]


def fixed_codes(employers: pd.DataFrame, nodes: list[str]) -> dict[str, list[int]]:
    """The codes that are the same on every day, `ownership` and `sector`, by node."""
    rows = employers.reindex(nodes)
    return {of: _places(of, _categories(of, rows)) for of in ("ownership", "sector")}


def warmth_codes(warmths: "pd.Series[str]") -> list[int]:
    """The codes of some degrees of warmth."""
    return _places("warmth", warmths)


def section_title(section: str) -> str:
    """The title of an SNI section, in the language in use."""
    return sni_title(section, "en" if language() == "en" else "sv") or section


def colouring(of: str, last: Known, codes: Sequence[int]) -> Colouring:
    """A colouring, with the legend of what is drawn.

    Args:
        of: one of the colourings.
        last: the selection on the last day, whose most frequent categories have a look of their own.
        codes: the code of each employer that is drawn.
    """
    looks: tuple[str, ...] = last.results.get(("looks", of), lambda: _looks(of, last.employers))
    drawn = Counter(codes)
    named = [(code, look) for code, look in enumerate(looks) if look != OTHER]
    if of == "sector":
        named.sort(key=lambda pair: pair[1])
    kinds = [Kind(CODES[of][code], look, drawn[code]) for code, look in named]
    others = [code for code in sorted(drawn) if looks[code] == OTHER]
    if others:
        key = CODES[of][others[0]] if len(others) == 1 else OTHER
        kinds.append(Kind(key, OTHER, sum(drawn[code] for code in others)))
    return Colouring(of, looks, tuple(kinds))


def _looks(of: str, employers: pd.DataFrame) -> tuple[str, ...]:
    if of == "rung":
        return tuple(f"rung-{rung}" for rung in RUNGS)
    if of == "warmth":
        return tuple(f"warm-{warmth}" for warmth in WARMTHS)
    counts = Counter(_places(of, _categories(of, employers)))
    known = range(len(CODES[of]) - 1)
    most = sorted((code for code in known if counts[code]), key=lambda code: (-counts[code], code))[:NAMED]
    own = {
        code: f"own-{CODES[of][code].replace('_', '-')}" if of == "ownership" else f"cat-{place}"
        for place, code in enumerate(most, 1)
    }
    return tuple(own.get(code, OTHER) for code in range(len(CODES[of])))


def _categories(of: str, rows: pd.DataFrame) -> "pd.Series[str]":
    if of == "ownership":
        return rows["ownership"]
    # Few distinct codes stand in many rows: each is looked up once.
    codes = rows["sni_code"]
    return codes.map({code: sni_section(code) or UNKNOWN for code in codes.dropna().unique()})


def _places(of: str, categories: "pd.Series[str]") -> list[int]:
    place = {category: code for code, category in enumerate(CODES[of])}
    return [place.get(category, len(place) - 1) for category in categories.tolist()]
