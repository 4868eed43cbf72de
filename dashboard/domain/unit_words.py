"""The words that a unit may have of its own, by name, and what may stand in them.

A name is `client` for the forms of the word for a client, or `vocabulary.key` as in `words.VOCABULARIES`:
`step.1`, `placement_kind.work_trial`. With `.en` after it, it is the English word.
"""

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from dashboard.domain.client_words import (
    CLIENT,
    CLIENT_EN,
    PRESETS,
    english_noun,
    english_text,
    swedish_noun,
    swedish_text,
)
from dashboard.domain.errors import SettingsError
from dashboard.i18n import _, language
from dashboard.wording import Noun, Wording
from dashboard.words import VOCABULARIES, our_word

RENAMED = (
    "step",
    "placement_kind",
    "contact_kind",
    "mode",
    "ownership",
    "referrer",
    "support_need",
    "closing_reason",
    "subsidy",
)
"""The vocabularies whose keys a unit may name itself."""
ENGLISH = ".en"
KEYS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {f"{name}.{key}": (name, key) for name in RENAMED for key in VOCABULARIES[name]}
)
"""The name of each word that a unit may choose → its vocabulary and key."""
NAMES = (CLIENT, CLIENT_EN, *(name + end for name in KEYS for end in ("", ENGLISH)))
"""Every name, in the order in which they are shown."""
LONGEST = 40
CLOSE = 0.5
_WORD = re.compile(r"[^\W_](?:[\w &/().’'+–-]*[\w).])?")


class WrongWord(SettingsError):
    """A word cannot be used.

    Attributes:
        name: which.
    """

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


def checked_words(words: Mapping[str, str], changed: Collection[str] = ()) -> dict[str, str]:
    """The words as they are stored, when each and all of them together can be used.

    Args:
        words: by name.
        changed: the names that are being set: of two that are the same, one of these is told as wrong.

    Raises:
        WrongWord: for the first that cannot.
        SettingsError: when a name is none of ours.
    """
    checked = {name: _checked(known_name(name), text) for name, text in words.items()}
    for vocabulary in RENAMED:
        for end in ("", ENGLISH):
            _require_distinct(vocabulary, end, checked, changed)
    return checked


def known_name(name: str) -> str:
    """The name itself.

    Raises:
        SettingsError: when there is no such word.
    """
    if name in NAMES:
        return name
    near = difflib.get_close_matches(name, NAMES, n=1, cutoff=CLOSE)
    sentence = _("There is no word called “{name}”. Did you mean {near}?") if near else ""
    sentence = sentence or _("There is no word called “{name}”. See: brygga settings words list")
    raise SettingsError(sentence.format(name=name, near="".join(near)))


def preset(word: str) -> dict[str, str | None]:
    """What to store for one of the usual words for a client: `kund`, `klient`, `deltagare`, `arbetstagare`.

    Raises:
        SettingsError: when it is none of them.
    """
    if word not in PRESETS:
        sentence = _("“{word}” is none of {words}. Give its forms instead.")
        raise SettingsError(sentence.format(word=word, words=", ".join(PRESETS)))
    return dict(PRESETS[word])


def wording_of(words: Mapping[str, str], ever: Iterable[Mapping[str, str | None]] = ()) -> Wording:
    """The words in force, as texts are put into them.

    Args:
        words: what is stored, by name.
        ever: every change so far: what files may still hold.

    Raises:
        SettingsError: when a form cannot be used.
    """
    used: dict[str, list[str]] = {}
    for name, text in (item for change in (*ever, words) for item in change.items()):
        if text and text not in used.setdefault(name, []):
            used[name].append(text)
    return Wording(
        swedish=_noun(words, CLIENT),
        english=_noun(words, CLIENT_EN),
        names=MappingProxyType({name: text for name, text in words.items() if name in _OF_KEYS}),
        former=MappingProxyType({name: tuple(texts) for name, texts in used.items() if name in _OF_KEYS}),
        nouns=tuple(swedish_noun(text) for text in used.get(CLIENT, ())),
    )


_OF_KEYS = frozenset(NAMES) - {CLIENT, CLIENT_EN}


def _noun(words: Mapping[str, str], name: str) -> Noun | None:
    if name not in words:
        return None
    return swedish_noun(words[name]) if name == CLIENT else english_noun(words[name])


def _checked(name: str, text: str) -> str:
    try:
        if name == CLIENT:
            return swedish_text(swedish_noun(text))
        if name == CLIENT_EN:
            return english_text(english_noun(text))
    except SettingsError as error:
        raise WrongWord(name, str(error)) from error
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise WrongWord(name, _("A name may have at most {n} letters.").format(n=LONGEST))
    if not _WORD.fullmatch(text):
        said = _("A name begins with a letter and holds no commas, quotes or semicolons.")
        raise WrongWord(name, said)
    return text


def told_key(vocabulary: str, key: str) -> str:
    """A key as a fault names it: our word for it, and what the command line calls it."""
    return f"{our_word(vocabulary, key, language())} ({vocabulary}.{key})"


def _require_distinct(vocabulary: str, end: str, words: Mapping[str, str], changed: Collection[str]) -> None:
    """No two keys may look the same: nobody could tell them apart on a page or in a file."""
    code = "en" if end else "sv"
    taken: dict[str, str] = {}
    names = [(f"{vocabulary}.{key}{end}", key) for key in VOCABULARIES[vocabulary]]
    for name, key in sorted(names, key=lambda one: (one[0] in changed, one[0] in words)):
        shown = words.get(name) or our_word(vocabulary, key, code)
        folded = shown.casefold().replace(" ", "")
        if folded in taken:
            sentence = _("“{word}” is already used for {other}.")
            raise WrongWord(name, sentence.format(word=shown, other=taken[folded]))
        taken[folded] = told_key(vocabulary, key)
