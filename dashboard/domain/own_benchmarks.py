"""Figures of others that the unit itself has chosen to hold its own against."""

from dataclasses import dataclass

from dashboard.domain.errors import SettingsError
from dashboard.i18n import _

TERMS = ("6", "12", "18")
"""Months within which the share of new clients with a job is counted; the keys of the cohort's terms."""
LONGEST_NAME, LONGEST_SOURCE, LONGEST_CAVEAT = 80, 200, 300
MOST_PEOPLE = 10_000_000


@dataclass(frozen=True, slots=True)
class OwnBenchmark:
    """A figure of somebody else's, as the unit has put it in.

    Attributes:
        name: whose figure it is.
        value: the share with a job within the term, 0–1.
        people: how many it is of.
        term: months, one of TERMS.
        source: where it can be read.
        caveat: what makes it another thing than the unit's own figure.
    """

    name: str
    value: float
    people: int
    term: str
    source: str
    caveat: str


class WrongBenchmark(SettingsError):
    """A figure cannot be used.

    Attributes:
        field: which of its parts.
    """

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def checked_benchmark(given: OwnBenchmark) -> OwnBenchmark:
    """The figure with its texts trimmed.

    Raises:
        WrongBenchmark: for the first part that is missing, too long or out of range.
    """
    texts = {}
    for name, longest in (("name", LONGEST_NAME), ("source", LONGEST_SOURCE), ("caveat", LONGEST_CAVEAT)):
        text = " ".join(getattr(given, name).split())
        if not text:
            raise WrongBenchmark(name, _("This is needed: a figure without it says nothing."))
        if len(text) > longest:
            raise WrongBenchmark(name, _("Write at most {n} letters.").format(n=longest))
        texts[name] = text
    if not 0 <= given.value <= 1:
        raise WrongBenchmark("value", _("Write a share from 0 to 100 per cent."))
    if not 1 <= given.people <= MOST_PEOPLE:
        raise WrongBenchmark("people", _("Write how many people it is of, as a whole number."))
    if given.term not in TERMS:
        raise WrongBenchmark("term", _("Choose 6, 12 or 18 months."))
    return OwnBenchmark(
        texts["name"], float(given.value), int(given.people), given.term, texts["source"], texts["caveat"]
    )
