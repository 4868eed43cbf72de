"""Invented names of workplaces and streets, and numbers of organisations that do not exist.

A name is a Swedish beginning and an ending that no Swedish name has (`Tallumla bageri`): it reads as
Swedish and is plainly made up. The numbers have a valid check digit and begin as no number handed out
does, so none of them can be a real organisation's, and none looks like a personal identity number.
"""

import random

BEGINNINGS = (
    "Alm", "Brud", "Dimm", "Drop", "Gläns", "Fjär", "Flod", "Frost", "Glim", "Gryn", "Halm", "Hägg", "Immer",
    "Jord", "Klar", "Knopp", "Kvist", "Lind", "Ljung", "Lykt", "Mjöl", "Mosk", "Nyck", "Orr", "Pil", "Pors",
    "Ramm", "Rönn", "Sipp", "Sköld", "Snäck", "Stig", "Sval", "Tall", "Torp", "Trast", "Ugg", "Vass", "Vint",
    "Väv", "Ång", "Östr",
)  # fmt: skip
ENDINGS = ("olva", "ysta", "ånka", "umla", "imra", "ungla", "övla", "ebla", "ippla", "ynda", "åvra", "insla")
STREET_ENDINGS = ("vägen", "gatan", "stigen", "backen", "gränd")
SERIES = {
    "private": ("552", "553", "554"),
    "municipal": ("218",),
    "regional": ("238",),
    "state": ("208",),
    "social_enterprise": ("758",),
    "association": ("858",),
}
"""First digits, by ownership, of organisation numbers: series that are not handed out."""


def check_digit(digits: str) -> str:
    """The tenth digit of an organisation number (Luhn's algorithm).

    >>> check_digit("212000007")
    '6'
    """
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits))
    return str(-sum(value // 10 + value % 10 for value in doubled) % 10)


def invented_words(rng: random.Random) -> list[str]:
    """Every beginning with every ending, shuffled so that neighbours do not look alike."""
    endings = list(ENDINGS)
    rng.shuffle(endings)
    words = []
    for turn in range(len(endings)):
        row = [
            beginning + endings[(turn + place) % len(endings)] for place, beginning in enumerate(BEGINNINGS)
        ]
        rng.shuffle(row)
        words += row
    return words


class NameGiver:
    """Gives every workplace a name and an organisation a number, none of them twice."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._words = iter(invented_words(rng))
        self._numbers: set[str] = set()
        self._shared: dict[str, str] = {}

    def name(self, ownership: str, trade: str) -> str:
        """A name of its own: the invented word, what the workplace is, and its legal form at times."""
        word = next(self._words)
        if ownership == "association":
            return f"Föreningen {word} {trade}"
        if ownership == "social_enterprise":
            return f"{word} {trade} ek. för."
        limited = ownership == "private" and self._rng.random() < 0.6
        return f"{word} {trade} AB" if limited else f"{word} {trade}"

    def address(self) -> str:
        """A street that does not exist, and a number in it."""
        word = self._rng.choice(BEGINNINGS) + self._rng.choice(ENDINGS)
        return f"{word}{self._rng.choice(STREET_ENDINGS)} {self._rng.randint(1, 88)}"

    def org_number(self, ownership: str, shared_as: str | None = None) -> str:
        """A number not given before; workplaces with the same `shared_as` get one and the same."""
        if shared_as in self._shared:
            return self._shared[shared_as]
        number = self._new_number(ownership)
        if shared_as is not None:
            self._shared[shared_as] = number
        return number

    def _new_number(self, ownership: str) -> str:
        while True:
            start = self._rng.choice(SERIES[ownership]) + f"{self._rng.randrange(1_000_000):06d}"
            number = start + check_digit(start)
            if number not in self._numbers:
                self._numbers.add(number)
                return number
