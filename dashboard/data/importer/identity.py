"""Finding personal identity numbers, so that none gets in, and masking them, so that none gets out."""

import datetime as dt
import re
import unicodedata

_DASHES = "\\-\u2010-\u2015\u2212"
_SPACES = " \u00a0\u2000-\u200a\u202f\u3000"
_BETWEEN = f"[{_DASHES}{_SPACES}./_]"
_MARK = f"[{_SPACES}]?[{_DASHES}+.][{_SPACES}]?|[{_SPACES}]"
_CANDIDATE = re.compile(
    rf"(?<!\d)(?P<century>19|20)?(?P<first>{_BETWEEN}?)(?P<year>\d\d)(?P<second>{_BETWEEN}?)(?P<month>\d\d)"
    rf"(?P<third>{_BETWEEN}?)(?P<day>\d\d)(?P<mark>{_MARK})?(?P<number>\d{{4}})(?!\d)(?P<more>{_BETWEEN}?\d)?",
    re.ASCII,
)
_VAT_NUMBER = re.compile(r"(?<![^\W_])SE(?P<date>\d{6})(?P<number>\d{4})01(?!\d)", re.ASCII | re.IGNORECASE)
_NO_DIGIT = re.compile(r"\D+", re.ASCII)
_SHORTEST = 10
_COORDINATION = 60
_NINE_DIGITS, _TEN_DIGITS = 10**8, 10**9
# A moment is written like a date and four digits, too. Whoever is born later is no client for years to come.
_LAST_BIRTH_WITH_A_SPACE = 2015


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
    return _first(_plain(text)) is not None


def number_with_its_zero(number: object) -> str:
    """A number of nine digits as the identity number whose zero in front it lost; empty when it is none.

    A spreadsheet drops the zero of everybody born from 2000 to 2009.

    Example:
        >>> number_with_its_zero(507099800.0), number_with_its_zero(507099802)
        ('', '0507099802')
    """
    if isinstance(number, bool) or not isinstance(number, int | float):
        return ""
    if not _NINE_DIGITS <= number < _TEN_DIGITS:
        return ""
    text = f"{int(number):010}"
    return text if holds_identity_number(text) else ""


def masked(text: str) -> str:
    """The text with what looks like personal identity numbers made unreadable: `8507**-****`."""
    if len(text) < _SHORTEST:
        return text
    plain = _plain(text)
    if _first(plain) is None:
        return text
    while (found := _first(plain)) is not None:
        end = found.end("number")
        plain = plain[: found.start()] + _mask(found) + plain[end:]
    return plain


def masked_digits(text: str) -> str:
    """The text with all digits but the first four hidden: for a cell that is a person's number."""
    seen = 0
    letters = []
    for letter in text:
        seen += letter.isdigit()
        letters.append("*" if letter.isdigit() and seen > 4 else letter)
    return "".join(letters)


def _plain(text: str) -> str:
    """The text without what cannot be seen, and with wide or raised digits as plain ones."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")


def _first(text: str) -> re.Match[str] | None:
    if len(_NO_DIGIT.sub("", text)) < _SHORTEST:
        return None
    at = 0
    while (found := _CANDIDATE.search(text, at)) is not None:
        if _is_one(found):
            return found
        # What began too early may hide one that begins a little later.
        at = found.start() + 1
    for found in _VAT_NUMBER.finditer(text):
        date, number = found.group("date", "number")
        if check_digit_holds(date + number) and _is_birthday("", date):
            return found
    return None


def _mask(found: re.Match[str]) -> str:
    digits = found.groupdict()
    date = digits.get("date") or digits["year"] + digits["month"]
    return date[:4] + "**-****"


def _is_one(found: re.Match[str]) -> bool:
    century, year, month, day, number = found.group("century", "year", "month", "day", "number")
    date = year + month + day
    if not check_digit_holds(date + number) or not _is_birthday(century or "", date):
        return False
    if not any(found.group("first", "second", "third")):
        return True
    # A date with marks in it: two dates in a row, or a date and a time of day, are no identity number.
    born = int((century or "20") + year)
    with_space = (found.group("mark") or " ").isspace()
    return not found.group("more") and not (with_space and _LAST_BIRTH_WITH_A_SPACE < born < 2100 - 50)


def _is_birthday(century: str, date: str) -> bool:
    return any(_is_day(one + date) for one in ((century,) if century else ("19", "20")))


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        dt.date(year, month, day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return False
    return True
