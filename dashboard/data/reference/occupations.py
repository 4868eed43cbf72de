"""Occupations by SSYK 2012: titles, job titles, and the share of women in the register."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from itertools import takewhile
from types import MappingProxyType

from dashboard.data.reference.files import read_table
from dashboard.data.reference.industries import Language
from dashboard.data.reference.names import plain_letters

_SHORTEST, _REGISTER_DIGITS = 2, 3
_GROUP_DIGITS = 4


def ssyk_title(code: str, language: Language = "sv") -> str | None:
    """The title of an occupation group of 1–4 digits; None when there is no such group.

    Example:
        >>> ssyk_title("9412", "en")
        'Restaurant and kitchen helpers'
    """
    titles = _titles().get(code.strip())
    return titles[language] if titles else None


@cache
def ssyk_titles(level: int, language: Language = "sv") -> Mapping[str, str]:
    """The titles of one level (the number of digits) by code, in the order of the codes."""
    return MappingProxyType(
        {code: titles[language] for code, titles in _titles().items() if len(code) == level}
    )


def is_known_ssyk(code: str) -> bool:
    """Whether the code is an occupation group of 2, 3 or 4 digits."""
    code = code.strip()
    return len(code) >= _SHORTEST and code in _titles()


def share_of_women(ssyk: str) -> float | None:
    """Women among those employed in the occupation, 0–1; None when the register lacks it.

    The group of the first three digits counts, and that of two when only two are given.
    Source: Statistics Sweden, the Swedish Occupational Register, its latest year.
    """
    return _shares().get(ssyk.strip()[:_REGISTER_DIGITS])


@cache
def job_titles() -> Mapping[str, str]:
    """SSYK codes (4 digits; managers 3) by Swedish job title."""
    return MappingProxyType({row["job_title"]: row["ssyk"] for row in read_table("job_titles.csv")})


def find_job_titles(text: str, limit: int = 20) -> Mapping[str, str]:
    """Job titles that contain the text, those that begin with it first, with their SSYK codes."""
    wanted = plain_letters(text)
    if not wanted:
        return {}
    hits = [(title, found) for title, found in _plain_job_titles() if wanted in found]
    hits.sort(key=lambda hit: (not hit[1].startswith(wanted), len(hit[1]), hit[1]))
    return {title: job_titles()[title] for title, _ in hits[:limit]}


def occupations_with_word(beginning: str) -> tuple[str, ...]:
    """SSYK codes with a word in a title that begins so: group titles in both languages, and job titles.

    Example:
        >>> occupations_with_word("kock"), occupations_with_word("warehouse")[-1]
        (('5120',), '4322')
    """
    wanted = plain_letters(beginning)
    if not wanted:
        return ()
    words = _title_words()
    first = bisect_left(words, (wanted,))
    hits = takewhile(lambda pair: pair[0].startswith(wanted), words[first:])
    return tuple(sorted({code for _word, code in hits}))


@cache
def _titles() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: {"sv": row["title_sv"], "en": row["title_en"]} for row in read_table("ssyk2012.csv")}


@cache
def _shares() -> Mapping[str, float]:
    counts = (
        (row["ssyk"], int(row["men"]), int(row["women"])) for row in read_table("occupation_gender.csv")
    )
    return {ssyk: women / (men + women) for ssyk, men, women in counts}


@cache
def _plain_job_titles() -> tuple[tuple[str, str], ...]:
    return tuple((title, plain_letters(title)) for title in job_titles())


@cache
def _title_words() -> tuple[tuple[str, str], ...]:
    """Each word of each title with its code, sorted."""
    groups = [
        (title, code)
        for code, titles in _titles().items()
        if len(code) == _GROUP_DIGITS
        for title in titles.values()
    ]
    named = [*job_titles().items(), *groups]
    pairs = {(plain_letters(word), code) for title, code in named for word in re.findall(r"\w+", title)}
    return tuple(sorted(pairs))
