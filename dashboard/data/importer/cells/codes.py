"""Official codes: organisation numbers, industries, occupations, postal codes, municipalities, sizes."""

import datetime as dt
import re

from dashboard.data.importer.cells.numbers import to_number
from dashboard.data.importer.cells.text import AS_TEXT, as_text
from dashboard.data.importer.cells.trouble import Parsed, Raw, Setting, Trouble
from dashboard.data.importer.columns import Column
from dashboard.data.importer.identity import check_digit_holds
from dashboard.data.reference import find_municipality, is_known_sni, is_known_ssyk
from dashboard.i18n import N_, _

_ORG_NUMBER = re.compile(r"(?:SE)?(?:16|19|20)?(\d{6})-?(\d{4})(?:01)?", re.IGNORECASE)
_VAT_NUMBER = re.compile(r"SE(\d{6})-?(\d{4})01", re.IGNORECASE)
_SNI = re.compile(r"(\d{1,2})\.(\d{1,3})|(\d{2,5})")
_OCCUPATION = re.compile(r"\d{2,4}")
_POSTAL_CODE = re.compile(r"(?:SE?-?)?(\d{3}) ?(\d{2})", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(
    r"(?:\d{1,2}|[^\W\d]{3,4})[-.](?:\d{1,2}|[^\W\d]{3,4})|\d{4}-\d{1,2}-\d{1,2}.*", re.IGNORECASE
)
_SIZES = {
    "0": "0",
    "1-9": "1-9",
    "10-49": "10-49",
    "50-249": "50-249",
    "250+": "250+",
    "250-": "250+",
    ">=250": "250+",
}
_UPPER_LIMITS = ((0, "0"), (9, "1-9"), (49, "10-49"), (249, "50-249"))
_MOST_EMPLOYED = 1_000_000
_ZERO = N_("The zero in front was lost; {code} is read.")


def parse_org_number(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """Ten digits with a valid check digit. A sole trader's is a personal identity number and is not kept."""
    text = re.sub(r"[ \u2010-\u2015\u2212]", lambda found: "" if found.group() == " " else "-", as_text(raw))
    digits = _org_digits(text)
    if digits is None or not check_digit_holds(digits):
        return Trouble(
            "bad_org_number",
            _("The organisation number is not ten digits with a valid check digit."),
            _("Write it as 556000-0000, or leave the cell empty."),
            secret=True,
        )
    if digits[2] in "01":
        return Trouble(
            "sole_trader",
            _("A sole trader's organisation number is a personal identity number; it is not kept."),
            _("Leave the cell empty. The rest of the row is read."),
            warning=True,
            secret=True,
        )
    return digits


def _org_digits(text: str) -> str | None:
    if found := _VAT_NUMBER.fullmatch(text):
        return "".join(found.groups())
    found = _ORG_NUMBER.fullmatch(text)
    if found is None or text[:2].upper() == "SE":
        return None
    bare = text.replace("-", "")
    if len(bare) == 14 or (len(bare) == 12 and not bare.startswith(("16", "19", "20"))):
        return None
    digits = "".join(found.groups())
    # 19 and 20 stand before a person's number only.
    return None if bare.startswith(("19", "20")) and len(bare) == 12 and digits[2] not in "01" else digits


def parse_sni(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """An industry of two to five digits, kept without its dot; an unknown one is kept with a warning."""
    text = as_text(raw).replace(",", ".") if isinstance(raw, float) else as_text(raw)
    found = _SNI.fullmatch(text)
    if isinstance(raw, dt.date | bool) or found is None:
        return Trouble(
            "no_sni", _("This is not an SNI code of 2 to 5 digits."), _("Write for example 56.290 or 56290.")
        )
    division, rest, bare = found.groups()
    digits = bare or division + rest
    lost = len(digits) == 4 or (division is not None and len(division) == 1)
    if lost and not is_known_sni(digits) and is_known_sni("0" + digits):
        return Trouble(
            "lost_zero", _(_ZERO).format(code="0" + digits), _(AS_TEXT), value="0" + digits, warning=True
        )
    if not 2 <= len(digits) <= 5:
        return Trouble(
            "no_sni", _("This is not an SNI code of 2 to 5 digits."), _("Write for example 56.290 or 56290.")
        )
    if not is_known_sni(digits):
        return Trouble(
            "unknown_sni",
            _("The SNI code is not known."),
            _("Check it against SNI 2007."),
            value=digits,
            warning=True,
        )
    return digits


def parse_occupation(raw: Raw, column: Column, setting: Setting) -> Parsed:
    """One occupation by SSYK 2012."""
    parsed = parse_occupations(raw, column, setting)
    if (isinstance(parsed, str) and ";" in parsed) or ";" in as_text(raw).strip("; "):
        return Trouble("one_code", _("Only one occupation may stand here."), _("Keep the first of them."))
    return parsed


def parse_occupations(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """Occupations by SSYK 2012, separated by semicolons; unknown ones are kept with a warning."""
    if isinstance(raw, dt.date | bool) or (isinstance(raw, float) and not raw.is_integer()):
        return _spoiled_list()
    codes = [code for code in (part.strip() for part in as_text(raw).split(";")) if code]
    if any(re.fullmatch(r"\d+[.,]\d+", code) for code in codes):
        return _spoiled_list()
    if not all(_OCCUPATION.fullmatch(code) for code in codes):
        return Trouble(
            "no_ssyk",
            _("This is not a list of SSYK codes of 2 to 4 digits."),
            _("Write for example 9412;5222."),
        )
    listed = ";".join(dict.fromkeys(codes))
    unknown = [code for code in codes if not is_known_ssyk(code)]
    if unknown:
        return Trouble(
            "unknown_ssyk",
            _("Not known in SSYK 2012: {codes}.").format(codes=", ".join(unknown)),
            _("Check it against SSYK 2012."),
            value=listed,
            warning=True,
        )
    return listed or None


def _spoiled_list() -> Trouble:
    return Trouble(
        "spoiled_list",
        _("The list has become a decimal number or a date."),
        _("Write ; between the codes, and format the column as text in the spreadsheet."),
    )


def parse_postal_code(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """Five digits, with or without a space."""
    found = None if isinstance(raw, dt.date | bool) else _POSTAL_CODE.fullmatch(as_text(raw))
    if found is None:
        return Trouble("no_postal_code", _("A postal code has five digits."), _("Write for example 186 30."))
    return "".join(found.groups())


def parse_municipality(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """A municipality by its four-digit code or its name, kept as the code."""
    text = as_text(raw)
    if re.fullmatch(r"\d{3}", text) and (found := find_municipality("0" + text)):
        return Trouble(
            "lost_zero", _(_ZERO).format(code=found.code), _(AS_TEXT), value=found.code, warning=True
        )
    found = None if isinstance(raw, dt.date | bool) else find_municipality(text)
    if found is None:
        return Trouble(
            "unknown_municipality",
            _("There is no such municipality."),
            _("Write its four-digit code or its name, for example 0115 or Vallentuna."),
        )
    return found.code


def parse_size_class(raw: Raw, _column: Column, _setting: Setting) -> Parsed:
    """A size class, or a number of employees, which is kept as its class."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", as_text(raw))
    folded = re.sub(r"(anställda|anst\.?|employees|st\.?)$", "", text.casefold()).replace(" ", "")
    if isinstance(raw, str) and folded in _SIZES:
        return _SIZES[folded]
    if isinstance(raw, dt.date | dt.time) or _DAY_AND_MONTH.fullmatch(text):
        return Trouble(
            "spoiled_size_class", _("The spreadsheet has turned the size class into a date."), _(AS_TEXT)
        )
    number = to_number(folded if isinstance(raw, str) else raw)
    if number is None or not number.is_integer() or not 0 <= number <= _MOST_EMPLOYED:
        return Trouble(
            "no_size_class",
            _("This is neither a size class nor a number of employees."),
            _("Write one of: {words}.").format(words="0, 1-9, 10-49, 50-249, 250+"),
        )
    return next((name for limit, name in _UPPER_LIMITS if number <= limit), "250+")
