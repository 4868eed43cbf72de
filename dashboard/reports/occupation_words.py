"""Words of a search that are read as occupations: "lager" as those whose titles begin a word so."""

from dataclasses import dataclass

from dashboard.data.reference import occupations_with_word
from dashboard.i18n import _, ngettext, number
from dashboard.reports.employer_index import plain_text
from dashboard.reports.reference_words import occupation
from dashboard.reports.state import PageState

SHORTEST_WORD = 4
MOST_OCCUPATIONS = 12
"""A word that begins more titles than this ("chef") says too little to be an occupation."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word and the occupations that it is read as.

    Attributes:
        word: as it was typed.
        codes: SSYK codes, sorted.
    """

    word: str
    codes: tuple[str, ...]


def readings(page: PageState) -> tuple[Reading, ...]:
    """The words of the page's search that are read as occupations; none when the page says not to."""
    if page.reading == "names":
        return ()
    words = dict.fromkeys(word for word in page.text.split() if len(word) >= SHORTEST_WORD)
    found = (Reading(word, occupations_with_word(word)) for word in words)
    return tuple(one for one in found if 0 < len(one.codes) <= MOST_OCCUPATIONS)


def reading_words(reading: Reading) -> str:
    """What a word was read as: the occupation whose title begins so, else the first, and how many more."""
    word = plain_text(reading.word)
    titles = sorted(map(occupation, reading.codes), key=lambda title: not plain_text(title).startswith(word))
    rest = len(titles) - 1
    named = [
        titles[0],
        *([ngettext("and {n} more", "and {n} more", rest).format(n=number(rest))] if rest else []),
    ]
    return _("“{word}” also read as an occupation: {names}").format(word=reading.word, names=" ".join(named))
