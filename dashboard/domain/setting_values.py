"""One setting's value: read as a person writes it, checked, and shown. Each fault is one sentence."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard, TypeVar

from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_catalogue import Kind, Setting, Value, setting_named
from dashboard.i18n import _, language

MOST_DAYS = 20
Number = TypeVar("Number", int, float)


def read_value(name: str, text: str, called: str = "") -> Value:
    """A value as a person writes it: `90`, `0,25` or `0.25`, `7,14,21,28`, `2-12`.

    Args:
        name: the setting.
        text: what was written.
        called: what the setting is called where its fault is told; its name when left out.

    Raises:
        SettingsError: when it cannot be used.
    """
    setting = replace(setting_named(name), called=called)
    if setting.kind is Kind.WHOLE:
        return checked_value(setting, _whole(text))
    if setting.kind is Kind.DECIMAL:
        return checked_value(setting, _decimal(text))
    separators = r"[\s,;]+" if setting.kind is Kind.RISING else r"[\s,;–-]+"
    return checked_value(setting, [_whole(part) for part in re.split(separators, text.strip())])


def shown(value: Value) -> str:
    """A value as it is written in the language in use."""
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    text = f"{value:.10g}"
    return text.replace(".", ",") if language() == "sv" else text


def checked_value(setting: Setting, value: object) -> Value:
    """The value in the type that the definition has.

    Raises:
        SettingsError: when it is of another kind, or out of range.
    """
    if setting.kind in {Kind.RISING, Kind.FROM_TO}:
        return _checked_list(setting, value)
    if setting.kind is Kind.WHOLE:
        if not _is_whole(value):
            sentence = _("{name} must be a whole number, not “{value}”.")
            raise SettingsError(sentence.format(name=setting.called or setting.name, value=value))
        return _in_range(setting, int(value))
    if not _is_number(value):
        raise SettingsError(
            _("{name} must be a number, not “{value}”.").format(
                name=setting.called or setting.name, value=value
            )
        )
    return _in_range(setting, float(value))


def _checked_list(setting: Setting, value: object) -> tuple[int, ...]:
    listed = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    numbers = tuple(_in_range(setting, int(part)) for part in listed if _is_whole(part))
    whole = len(numbers) == len(listed)
    given = ",".join(str(part) for part in listed)
    if setting.kind is Kind.FROM_TO and not (whole and len(numbers) == 2 and numbers[0] <= numbers[1]):
        sentence = _("{name} must be two whole numbers, the lower first, such as 2-12, not “{value}”.")
        raise SettingsError(sentence.format(name=setting.called or setting.name, value=given))
    rises = all(before < after for before, after in pairwise(numbers))
    if setting.kind is Kind.RISING and not (whole and 0 < len(numbers) <= MOST_DAYS and rises):
        sentence = _("{name} must be whole numbers that rise, such as 7,14,21,28, not “{value}”.")
        raise SettingsError(sentence.format(name=setting.called or setting.name, value=given))
    return numbers


def _in_range(setting: Setting, number: Number) -> Number:
    if setting.lowest <= number <= setting.highest:
        return number
    sentence = _("{name} must be between {lowest} and {highest}, not {value}.")
    if setting.name == "published_from" and number < setting.lowest:
        sentence = _("{name} can be raised but never go below {lowest}: {value} would show single persons.")
    raise SettingsError(
        sentence.format(
            name=setting.called or setting.name,
            lowest=shown(setting.lowest),
            highest=shown(setting.highest),
            value=shown(number),
        )
    )


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_whole(value: object) -> TypeGuard[int | float]:
    return _is_number(value) and int(value) == value


def _whole(text: str) -> int | str:
    return int(text) if re.fullmatch(r"\s*[+-]?\d{1,9}\s*", text, re.ASCII) else text


def _decimal(text: str) -> float | str:
    plain = text.strip().replace(",", ".")
    return float(plain) if re.fullmatch(r"[+-]?\d{1,9}(\.\d{1,9})?", plain, re.ASCII) else text
