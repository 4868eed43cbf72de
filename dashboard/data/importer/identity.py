"""Finding personal identity numbers, so that none gets in, and masking them, so that none gets out."""

import datetime as dt
import re

_SEPARATORS = "-+ \u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_CANDIDATE = re.compile(rf"(?<!\d)(\d{{8}}|\d{{6}})[{_SEPARATORS}]?(\d{{4}})(?!\d)", re.ASCII)
_SHORTEST = 10
_COORDINATION = 60


def check_digit_holds(digits: str) -> bool:
    """Whether the last of ten digits is the Luhn check digit of the nine before it.

    Example:
        >>> check_digit_holds("5529990003"), check_digit_holds("5529990004")
        (True, False)
    """
    total = 0
    for place, digit in enumerate(digits):
        product = int(digit) * (2 - place % 2)
        total += product - 9 if product > 9 else product
    return total % 10 == 0


def holds_identity_number(text: str) -> bool:
    """Whether something in the text looks like a personal identity number or a coordination number."""
    if len(text) < _SHORTEST:
        return False
    return any(_is_one(found) for found in _CANDIDATE.finditer(text))


def masked(text: str) -> str:
    """The text with what looks like personal identity numbers made unreadable: `8507**-****`."""
    if len(text) < _SHORTEST:
        return text
    return _CANDIDATE.sub(lambda found: _mask(found) if _is_one(found) else found.group(), text)


def masked_digits(text: str) -> str:
    """The text with all digits but the first four hidden: for a cell that is a person's number."""
    seen = 0
    letters = []
    for letter in text:
        seen += letter.isdigit()
        letters.append("*" if letter.isdigit() and seen > 4 else letter)
    return "".join(letters)


def _mask(found: re.Match[str]) -> str:
    return found.group(1)[-6:-2] + "**-****"


def _is_one(found: re.Match[str]) -> bool:
    date, number = found.groups()
    return check_digit_holds(date[-6:] + number) and _is_birthday(date)


def _is_birthday(digits: str) -> bool:
    centuries = (digits[:2],) if len(digits) == 8 else ("19", "20")
    return any(_is_day(century + digits[-6:]) for century in centuries if century in {"19", "20"})


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        dt.date(year, month, day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return False
    return True
