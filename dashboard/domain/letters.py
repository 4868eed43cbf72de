"""Which letters a text may have that is written to a file."""

import unicodedata

_NEITHER = frozenset("\ufffe\uffff")
"""Two code points that are no characters in any XML, and so in no workbook and no presentation."""


def fits_in_a_file(letter: str) -> bool:
    r"""Whether a file can hold it: no control character, no half of a pair, and nothing that is no character.

    >>> fits_in_a_file("å"), fits_in_a_file("\x0b"), fits_in_a_file("\uffff")
    (True, False, False)
    """
    return unicodedata.category(letter) not in {"Cc", "Cs"} and letter not in _NEITHER
