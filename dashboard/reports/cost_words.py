"""An assumption's numbers as people write them: shares in per cent, amounts with their thousands apart."""

from dashboard.domain.assumption_catalogue import UNITS, Assumed, Measured
from dashboard.domain.assumptions import decimal_of
from dashboard.i18n import HARD_SPACE, _, language, number

DIGITS = 10
"""A share is kept to so many decimals, so that what is shown in per cent is read back as the same."""
GENTLE = 2


def told_value(assumed: Assumed, value: float) -> str:
    """The value for reading, without its unit except for per cent: `31,42 %`, `400 000`.

    >>> from dashboard.domain.assumption_catalogue import ASSUMED
    >>> told_value(ASSUMED["cost_state"], 400000.0)[-3:]
    '000'
    """
    if assumed.unit is Measured.FRACTION:
        return typed_value(assumed, value)
    return number(value, 0 if value == int(value) else GENTLE)


def typed_value(assumed: Assumed, value: float) -> str:
    """The value as it stands in its form, to be read back exactly."""
    share = assumed.unit is Measured.FRACTION
    text = f"{round(value * 100, DIGITS - GENTLE) if share else value:.12g}"
    text = text.replace(".", ",") if language() == "sv" else text
    return f"{text}{HARD_SPACE if language() == 'sv' else ''}%" if share else text


def read_value(assumed: Assumed, text: str) -> float | None:
    """What somebody typed; a share may be typed as 25 % or as 0,25. None when it is no number."""
    bare = text.strip()
    if assumed.unit is Measured.FRACTION and bare.endswith("%"):
        found = decimal_of(bare.removesuffix("%"))
        return None if found is None else round(found / 100, DIGITS)
    return decimal_of(bare)


def unit_of(assumed: Assumed) -> str:
    """What it is measured in, beside the value."""
    return "" if assumed.unit is Measured.FRACTION else _(UNITS[assumed.unit])


def how_typed(assumed: Assumed) -> str:
    """How a value is written in the form."""
    if assumed.unit is Measured.FRACTION:
        return _("per cent: 25 % or 0.25")
    return _(UNITS[assumed.unit])
