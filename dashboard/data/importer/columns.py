"""The tables and columns that can be read: the one place that says what a file may hold.

Names, order and meanings are those of DATA.md. Each table stands after those it refers to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.data.importer import words
from dashboard.data.importer.folding import fold, spellings, without_brackets
from dashboard.data.importer.words import Words
from dashboard.i18n import in_own_words, language, wording
from dashboard.wording import in_swedish


class Kind(StrEnum):
    """What a column holds; each kind has its parser."""

    KEY = "key"
    TEXT = "text"
    DATE = "date"
    WORD = "word"
    TAGS = "tags"
    YES_NO = "yes_no"
    FTE = "fte"
    WHOLE = "whole"
    DECIMAL = "decimal"
    YEAR = "year"
    STEP = "step"
    ORG_NUMBER = "org_number"
    SNI = "sni"
    OCCUPATION = "occupation"
    OCCUPATIONS = "occupations"
    SIZE_CLASS = "size_class"
    POSTAL_CODE = "postal_code"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: the contract's name.
        swedish: the header in a Swedish workbook.
        kind: how its cells are read.
        required: whether a row without it is an error.
        default: what an empty cell means.
        words: for words and tags, what may stand there.
        refers_to: the table whose key it holds.
        planned: whether a day to come is natural there.
        lowest: the lowest number allowed.
        highest: the highest number allowed.
    """

    name: str
    swedish: str
    kind: Kind = Kind.TEXT
    required: bool = False
    default: str | int | float | bool | None = None
    words: Words = field(default_factory=dict)
    refers_to: str = ""
    planned: bool = False
    lowest: float = 0
    highest: float = 100_000

    @property
    def title(self) -> str:
        """The header in the language in use."""
        return in_own_words(self.swedish) if language() == "sv" else self.name


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its names, its columns and which of them make its key.

    Attributes:
        builds_key: whether a row may come without its key, which is then built from its content.
        span: for those, the columns that say what a file without keys is the whole truth about.
        either: columns of which one is enough, though each alone may be missing.
    """

    name: str
    swedish: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    builds_key: bool = False
    span: tuple[str, str] = ("", "")
    either: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The sheet name in the language in use."""
        return in_own_words(self.swedish) if language() == "sv" else self.name

    def index(self, name: str) -> int:
        """Where a column stands."""
        return next(place for place, column in enumerate(self.columns) if column.name == name)

    def header_names(self) -> dict[str, Column]:
        """Every folded header, with its column. A whole name goes before one that is only a short form."""
        names: dict[str, Column] = {}
        for column in self.columns:
            for text in (column.name, column.swedish):
                names.update(dict.fromkeys(spellings(text), column))
        for column in self.columns:
            for text in in_every_word(column.swedish):
                names.setdefault(fold(text), column)
        for column in self.columns:
            if column.kind is Kind.KEY:
                names.setdefault(fold(column.name.removesuffix("_id")), column)
        return names


def in_every_word(swedish: str) -> Iterator[str]:
    """A header or sheet name of ours with each word that the unit has called its clients so far."""
    for noun in wording().nouns:
        if (said := in_swedish(swedish, noun)) != swedish:
            yield said


def _key(name: str, swedish: str, refers_to: str = "", *, required: bool = False) -> Column:
    return Column(name, swedish, Kind.KEY, required=required, refers_to=refers_to)


def _date(name: str, swedish: str, *, required: bool = False, planned: bool = False) -> Column:
    return Column(name, swedish, Kind.DATE, required=required, planned=planned)


def _word(
    name: str, swedish: str, allowed: Words, *, required: bool = False, default: str | None = None
) -> Column:
    return Column(name, swedish, Kind.WORD, required=required, words=allowed, default=default)


def _rating(name: str, swedish: str) -> Column:
    return Column(name, swedish, Kind.WHOLE, lowest=1, highest=5)


UNITS = Table(
    "units",
    "Enheter",
    (
        _key("unit_id", "enhet", required=True),
        Column("name", "namn", required=True),
        Column("municipality_code", "kommunkod", Kind.MUNICIPALITY),
        Column("programme", "program"),
    ),
    ("unit_id",),
)
COACHES = Table(
    "coaches",
    "Arbetscoacher",
    (
        _key("coach_id", "coach", required=True),
        Column("name", "namn", required=True),
        _key("unit_id", "enhet", "units"),
        Column("fte", "tjänstgöringsgrad", Kind.FTE, default=1.0),
        _date("started_on", "började"),
        _date("ended_on", "slutade", planned=True),
    ),
    ("coach_id",),
)
EMPLOYERS = Table(
    "employers",
    "Arbetsgivare",
    (
        _key("employer_id", "arbetsgivare", required=True),
        Column("name", "namn", required=True),
        Column("org_number", "organisationsnummer", Kind.ORG_NUMBER),
        _word("ownership", "ägarform", words.OWNERSHIP),
        Column("sni_code", "sni", Kind.SNI),
        Column("size_class", "storleksklass", Kind.SIZE_CLASS),
        Column("group", "koncern"),
        Column("address", "adress"),
        Column("postal_code", "postnummer", Kind.POSTAL_CODE),
        Column("locality", "ort"),
        Column("municipality_code", "kommun", Kind.MUNICIPALITY),
        Column("latitude", "latitud", Kind.DECIMAL, lowest=-90, highest=90),
        Column("longitude", "longitud", Kind.DECIMAL, lowest=-180, highest=180),
        _date("registered_on", "registrerad"),
        Column("capacity", "platser", Kind.WHOLE, default=1),
        Column("occupations", "yrken", Kind.OCCUPATIONS),
        Column("adjustments", "anpassningar", Kind.TAGS, words=words.SUPPORT_NEED),
        Column("active", "aktiv", Kind.YES_NO, default=True),
    ),
    ("employer_id",),
)
CLIENTS = Table(
    "clients",
    "Kunder",
    (
        _key("client_id", "kund", required=True),
        _key("unit_id", "enhet", "units"),
        _key("coach_id", "coach", "coaches"),
        _key("earlier_client_id", "tidigare nyckel", "clients"),
        _word("gender", "kön", words.GENDER),
        Column("birth_year", "födelseår", Kind.YEAR, lowest=1900),
        _word("referrer", "uppdragsgivare", words.REFERRER),
        Column("district", "område"),
        _date("applied_on", "anmäld"),
        _date("enrolled_on", "inskriven"),
        _date("closed_on", "avslutad"),
        _word("closing_reason", "avslutsorsak", words.CLOSING_REASON),
        Column("wished_occupations", "önskade yrken", Kind.OCCUPATIONS),
        Column("support_needs", "stödbehov", Kind.TAGS, words=words.SUPPORT_NEED),
        Column("postal_code", "postnummer", Kind.POSTAL_CODE),
    ),
    ("client_id",),
    either=("enrolled_on", "applied_on"),
)
COOPERATION = Table(
    "cooperation",
    "Samverkan",
    (
        _key("client_id", "kund", "clients", required=True),
        _word("party", "part", words.REFERRER, required=True),
        _word("role", "roll", words.COOPERATION_ROLE),
        _date("from_on", "från", required=True),
        _date("to_on", "till", planned=True),
    ),
    ("client_id", "party", "from_on"),
)
STEPS = Table(
    "steps",
    "Steg",
    (
        _key("client_id", "kund", "clients", required=True),
        Column("step", "steg", Kind.STEP, required=True, words=words.STEP),
        _date("entered_on", "datum", required=True),
    ),
    ("client_id", "step", "entered_on"),
)
CONTACTS = Table(
    "contacts",
    "Kontakter",
    (
        _key("contact_id", "kontakt"),
        _key("employer_id", "arbetsgivare", "employers", required=True),
        _key("coach_id", "coach", "coaches", required=True),
        _date("contacted_on", "datum", required=True),
        _word("kind", "typ", words.CONTACT_KIND, required=True),
        _word("initiated_by", "initiativ", words.INITIATOR, default="unit"),
        _key("client_id", "kund", "clients"),
    ),
    ("contact_id",),
    builds_key=True,
    span=("coach_id", "contacted_on"),
)
PLACEMENTS = Table(
    "placements",
    "Placeringar",
    (
        _key("placement_id", "placering", required=True),
        _key("client_id", "kund", "clients", required=True),
        _key("employer_id", "arbetsgivare", "employers"),
        _key("coach_id", "coach", "coaches"),
        _word("kind", "typ", words.PLACEMENT_KIND, required=True),
        Column("occupation", "yrke", Kind.OCCUPATION),
        _date("started_on", "start", required=True),
        _date("planned_end_on", "planerat slut", planned=True),
        _date("ended_on", "slut"),
        _word("outcome", "utfall", words.OUTCOME),
        _word("contract", "anställningsform", words.CONTRACT),
        Column("hours_per_week", "timmar per vecka", Kind.DECIMAL, highest=40),
        _word("subsidy", "anställningsstöd", words.SUBSIDY),
        _rating("client_rating", "kundens betyg"),
        _rating("employer_rating", "arbetsgivarens betyg"),
    ),
    ("placement_id",),
)
FOLLOW_UPS = Table(
    "follow_ups",
    "Uppföljningar",
    (
        _key("follow_up_id", "uppföljning"),
        _key("placement_id", "placering", "placements", required=True),
        _key("coach_id", "coach", "coaches"),
        _date("planned_on", "planerad", required=True, planned=True),
        _date("done_on", "genomförd"),
        Column("cancelled", "inställd", Kind.YES_NO, default=False),
        _word("party", "med", words.PARTY),
        _word("mode", "form", words.MODE),
        Column("minutes", "minuter", Kind.WHOLE),
        _word("assessment", "bedömning", words.ASSESSMENT),
    ),
    ("follow_up_id",),
    builds_key=True,
    span=("placement_id", "planned_on"),
)
TABLES = (UNITS, COACHES, EMPLOYERS, CLIENTS, COOPERATION, STEPS, CONTACTS, PLACEMENTS, FOLLOW_UPS)
QUIET_PERIODS = Table(
    "quiet_periods",
    "Viloperioder",
    (
        _key("quiet_id", "viloperiod"),
        _key("employer_id", "arbetsgivare", "employers", required=True),
        _date("from_on", "från", required=True, planned=True),
        _date("to_on", "till", required=True, planned=True),
        _word("reason", "skäl", words.QUIET_REASON, required=True),
    ),
    ("quiet_id",),
    builds_key=True,
)
"""Brygga's own: written in place and checked like the others, but part of no file."""
TABLE_BY_NAME = {table.name: table for table in TABLES}
_SHEET_NAMES: dict[str, Table] = {
    spelled: table for table in TABLES for name in (table.name, table.swedish) for spelled in spellings(name)
}


def table_named(text: str) -> Table | None:
    """The table that a sheet, a file or `--table` names, in either language; digits around do not matter.

    Example:
        >>> table_named("Kontakter 2026-05 (1)").name
        'contacts'
    """
    plain = fold(without_brackets(text)).strip("0123456789")
    found = _SHEET_NAMES.get(fold(text)) or _SHEET_NAMES.get(plain)
    if found is None:
        own = (table for table in TABLES for name in in_every_word(table.swedish) if fold(name) == plain)
        found = next(own, None)
    return found
