"""How the numbers came about: where from, how sure, what is hidden, how complete."""

import hashlib
from dataclasses import dataclass

import orjson

from dashboard.domain.publication import Publication
from dashboard.i18n import N_, _, day, number
from dashboard.public.signs import per_cent, period

QUALITY = {
    "gender": N_("Gender"),
    "occupation": N_("Wished occupation"),
    "outcome": N_("What trials led to"),
    "ended_on": N_("End of placements"),
    "step": N_("Step"),
    "sector": N_("Employers' trade"),
    "ownership": N_("Employers' ownership"),
    "municipality": N_("Employers' municipality"),
    "position": N_("Employers' position"),
    "coach": N_("Coach"),
}
DIGITS = 16


@dataclass(frozen=True, slots=True)
class Telling:
    """What stands below the cards.

    Attributes:
        parts: heading and text.
        quality: fact, share as text, and as a number.
        published: when.
        checksum: digits that another copy of the same publication has too.
    """

    parts: tuple[tuple[str, str], ...]
    quality: tuple[tuple[str, str, int], ...]
    published: str
    checksum: str


def telling(publication: Publication) -> Telling:
    """How the numbers of a publication came about."""
    return Telling(
        (
            (_("Where the numbers come from"), _source(publication)),
            (
                _("How sure they are"),
                _(
                    "With few people, chance makes the numbers swing. So each share of results tells between "
                    "what it may lie, and we say that something differs only when it is certain."
                ),
            ),
            (_("Protection of each person"), _protection(publication)),
            (
                _("The method"),
                _(
                    "Supported employment: first a real job, then support on the spot. The person chooses. "
                    "The support lasts as long as it is needed."
                ),
            ),
        ),
        tuple(
            (_(QUALITY[key]) if key in QUALITY else key, per_cent(value), value)
            for key, value in publication.quality.items()
        ),
        day(publication.published_on),
        checksum(publication)[:DIGITS],
    )


def _source(publication: Publication) -> str:
    return _(
        "The unit's own records, {period}. Everybody who had support for at least one day is counted, "
        "those who left early too."
    ).format(period=period(publication.first, publication.last))


def _protection(publication: Publication) -> str:
    return _(
        "Numbers of people below {floor} are hidden, and sometimes one more so that they cannot be worked "
        "out. "
        "Then it says “hidden for secrecy”. Shares are rounded to whole 5 %. "
        "Nobody can be told from these pages, and no single employer."
    ).format(floor=number(publication.floor))


def checksum(publication: Publication) -> str:
    """SHA-256 of the publication's content: the same content gives the same digits anywhere."""
    content = orjson.dumps(publication, option=orjson.OPT_SORT_KEYS | orjson.OPT_SERIALIZE_DATACLASS)
    return hashlib.sha256(content).hexdigest()
