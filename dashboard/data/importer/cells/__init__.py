"""Cells: one parser for each kind of column, behind one door that no personal identity number passes."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.data.importer.cells.choices import parse_step, parse_tags, parse_word
from dashboard.data.importer.cells.codes import (
    parse_municipality,
    parse_occupation,
    parse_occupations,
    parse_org_number,
    parse_postal_code,
    parse_size_class,
    parse_sni,
)
from dashboard.data.importer.cells.dates import parse_date
from dashboard.data.importer.cells.numbers import (
    parse_decimal,
    parse_fte,
    parse_whole,
    parse_year,
    parse_yes_no,
)
from dashboard.data.importer.cells.text import as_text, parse_key, parse_text
from dashboard.data.importer.cells.trouble import KEPT, Parsed, Parser, Raw, Setting, Trouble
from dashboard.data.importer.columns import Column, Kind
from dashboard.data.importer.identity import holds_identity_number, number_with_its_zero
from dashboard.data.importer.reading.marks import is_error_text
from dashboard.i18n import _

PARSERS: Mapping[Kind, Parser] = MappingProxyType(
    {
        Kind.KEY: parse_key,
        Kind.TEXT: parse_text,
        Kind.DATE: parse_date,
        Kind.WORD: parse_word,
        Kind.TAGS: parse_tags,
        Kind.YES_NO: parse_yes_no,
        Kind.FTE: parse_fte,
        Kind.WHOLE: parse_whole,
        Kind.DECIMAL: parse_decimal,
        Kind.YEAR: parse_year,
        Kind.STEP: parse_step,
        Kind.ORG_NUMBER: parse_org_number,
        Kind.SNI: parse_sni,
        Kind.OCCUPATION: parse_occupation,
        Kind.OCCUPATIONS: parse_occupations,
        Kind.SIZE_CLASS: parse_size_class,
        Kind.POSTAL_CODE: parse_postal_code,
        Kind.MUNICIPALITY: parse_municipality,
    }
)


def read_cell(raw: Raw, column: Column, setting: Setting) -> Parsed:
    """What a cell holds: a value, None when it is empty, or what is wrong with it."""
    text = as_text(raw)
    if not text:
        return None
    if column.kind is not Kind.ORG_NUMBER and (holds_identity_number(text) or number_with_its_zero(raw)):
        return identity_number()
    if isinstance(raw, str) and is_error_text(text):
        return unread(text, needed=column.required)
    if "\ufffd" in text:
        return Trouble(
            "lost_letters",
            _("A letter was lost when the file was saved."),
            _("Save the file as UTF-8 and write the word again."),
        )
    return PARSERS[column.kind](raw, column, setting)


def unread(text: str, *, needed: bool) -> Trouble:
    """What is wrong with a cell that has no value to read: an error, or a formula never worked out ("=")."""
    return Trouble(
        "formula_without_value" if text == "=" else "error_cell",
        _("The formula has no stored value.") if text == "=" else _("The cell holds an error, not a value."),
        _("Write the value itself.") if needed else _("What is stored is kept. Write the value itself."),
        value=KEPT,
        warning=not needed,
    )


def identity_number() -> Trouble:
    """The error for what looks like a personal identity number, wherever it stands."""
    return Trouble(
        "identity_number",
        _("This looks like a personal identity number. Brygga never stores one."),
        _("Remove it, and use a key of your own instead."),
        secret=True,
    )
