"""Numbers that rest on assumptions are told in two figures: more would be a pretence."""

from math import floor, log10

from dashboard.i18n import _, number, percent

FIGURES = 2
MINUS = "−"


def two_figures(value: float) -> float:
    """The value in two figures.

    >>> two_figures(-72_100.3), two_figures(0.9382), two_figures(16.44), two_figures(0)
    (-72000.0, 0.94, 16.0, 0.0)
    """
    if value == 0:
        return 0.0
    return round(float(value), FIGURES - 1 - floor(log10(abs(value))))


def kronor(value: float) -> str:
    """Kronor in two figures: `−72 000 kr`."""
    amount = number(round(two_figures(value)))
    return _("{amount} kr").format(amount=_with_minus(amount))


def part(value: float) -> str:
    """A part of a whole in two figures, as whole per cent."""
    return _with_minus(percent(two_figures(value)))


def months(value: float) -> str:
    """Months in two figures; a decimal where they are few."""
    rounded = two_figures(value)
    return number(rounded, 0 if rounded == int(rounded) else 1)


def _with_minus(text: str) -> str:
    # A hyphen would be taken for a dash where amounts stand in a row.
    return text.replace("-", MINUS)
