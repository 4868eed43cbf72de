"""Which missing column an unknown header is nearest to: a suggestion, never a guess that is acted on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz import fuzz

from dashboard.data.importer.columns import Column, in_every_word
from dashboard.data.importer.file_table import FileTable
from dashboard.data.importer.findings import shown
from dashboard.data.importer.folding import fold, spellings, without_brackets

NEAR_HEADER = 75
_ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "client_id": ("kundnr", "kundnummer", "kundid", "klient", "klientnr", "deltagare", "deltagarnr"),
        "employer_id": ("arbetsgivarnr", "arbetsgivarid", "företag", "arbetsplats", "arbetsgivarnummer"),
        "coach_id": ("handläggare", "coachid", "arbetscoach", "ansvarig"),
        "unit_id": ("verksamhet", "enhetsnr"),
        "contact_id": ("kontaktnr", "kontaktid"),
        "placement_id": ("placeringsnr", "placeringsid"),
        "follow_up_id": ("uppföljningsnr", "uppföljningsid"),
        "contacted_on": ("kontaktdatum", "dag"),
        "enrolled_on": ("inskrivningsdatum", "inskriven datum", "startdatum"),
        "applied_on": ("anmälningsdatum", "ansökan", "ansökningsdatum"),
        "closed_on": ("avslutsdatum", "utskriven", "slutdatum"),
        "closing_reason": ("orsak", "avslutningsorsak"),
        "started_on": ("startdatum", "började", "from", "startade"),
        "ended_on": ("slutdatum", "slutade", "tom", "avslutad"),
        "planned_end_on": ("planerat slutdatum", "beräknat slut"),
        "planned_on": ("planerat datum", "planerad dag"),
        "done_on": ("utförd", "genomförandedatum", "klar"),
        "entered_on": ("stegdatum", "dag"),
        "org_number": ("orgnr", "orgnummer", "organisationsnr"),
        "sni_code": ("bransch", "snikod"),
        "postal_code": ("postnr",),
        "locality": ("postort", "stad"),
        "municipality_code": ("kommunnamn",),
        "outcome": ("resultat",),
        "kind": ("sort", "insats", "slag", "kontakttyp"),
        "hours_per_week": ("veckotimmar", "timmar", "h/vecka"),
        "name": ("företagsnamn", "benämning"),
        "birth_year": ("födelsear", "född"),
        "occupation": ("ssyk", "befattning"),
    }
)


@dataclass(frozen=True, slots=True)
class HeaderSuggestion:
    """A header that is none of ours but looks like one.

    Attributes:
        table: the table's name.
        sheet: the sheet.
        letter: the column's letter in the spreadsheet.
        header: the header as the file has it.
        column: the column that it most likely means.
        score: how alike they are, 0–100.
        required: whether that column is needed and missing.
        choices: every column of the table that the file lacks, the likeliest first.
    """

    table: str
    sheet: str
    letter: str
    header: str
    column: str
    score: int
    required: bool
    choices: tuple[str, ...]


def headers_near(file: FileTable, decided: Mapping[str, str]) -> Iterator[HeaderSuggestion]:
    """The same for one table.

    Args:
        file: the table as the file has it.
        decided: folded headers that somebody has decided about.
    """
    there = {heading.column.name for heading in file.headings}
    missing = [column for column in file.table.columns if column.name not in there]
    for letter, header in file.others:
        folded = fold(header.strip(" *:."))
        if folded in decided:
            continue
        scores = sorted(((_header_score(folded, one), one) for one in missing), key=lambda one: -one[0])
        if scores and scores[0][0] >= NEAR_HEADER:
            score, best = scores[0]
            yield HeaderSuggestion(
                table=file.table.name,
                sheet=shown(file.sheet),
                letter=letter,
                header=shown(header),
                column=best.name,
                score=round(score),
                required=best.required,
                choices=tuple(column.name for _score, column in scores),
            )


def _header_score(folded: str, column: Column) -> float:
    names = [*spellings(column.name), *spellings(column.swedish), *map(fold, in_every_word(column.swedish))]
    names += [fold(name) for name in _ALSO.get(column.name, ())]
    plain = fold(without_brackets(folded))
    return max(fuzz.ratio(plain, name) for name in names)
