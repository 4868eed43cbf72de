"""Employers' names as they are compared: without legal form, signs, case and the marks over letters."""

import re
import unicodedata

_LEGAL_FORM = re.compile(r"\b(aktiebolag|ab|hb|kb|ek\.? ?för\.?|ekonomisk förening|publ)\b\.?", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")


def plain_name(name: str) -> str:
    """The words of a name that tell employers apart, in lower case with single spaces.

    >>> plain_name("ICA  MAXI Ab."), plain_name("Ica-Maxi AB (publ)")
    ('ica maxi', 'ica maxi')
    """
    marked = unicodedata.normalize("NFD", _LEGAL_FORM.sub(" ", unicodedata.normalize("NFC", name)).casefold())
    letters = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return _SIGNS.sub(" ", letters).strip()
