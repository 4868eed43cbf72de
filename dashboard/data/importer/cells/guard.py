"""The quote that keeps a spreadsheet from seeing a formula in a text, put on and taken off again."""

import re

_STARTS = r"[=+\-@\t\r\x00＝＋－＠]"
_DANGEROUS = re.compile(rf"'*{_STARTS}")
_GUARDED = re.compile(rf"'+{_STARTS}")


def guarded(text: str) -> str:
    """The text as a file may hold it; one that already begins as a guarded one gets another quote.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("Kaffe & Co")
    ("'=1+1", "''=1+1", 'Kaffe & Co')
    """
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given; any other text as it is.

    >>> unguarded("'=1+1"), unguarded("=1+1"), unguarded("'s-Gravenhage")
    ('=1+1', '=1+1', "'s-Gravenhage")
    """
    return text[1:] if _GUARDED.match(text) else text
