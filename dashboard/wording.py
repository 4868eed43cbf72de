"""The unit's own words: what it calls a client, and the names that it gives to steps and kinds.

Our texts say "kund" and "client", in hundreds of sentences and in every inflected form. They are put into the
unit's words here, text by text, after translation and before anything is filled in: so what comes from the
data, such as an employer called "Kundtjänst AB", is never touched.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

KEPT_TEXTS = 20_000
_SWEDISH = re.compile(
    r"\{[^{}]*\}"
    r"|\b(?P<form>kund(?:en|er|erna)?)(?P<of>s?)\b(?!\.\w)"
    r"|\bkund(?!tjänst|vagn|\w*\.\w)(?=[a-zåäö]{2})",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\{[^{}]*\}|\b(?:(?P<article>an?) )?(?P<form>clients?)(?:(?P<of>['’]s?)(?!\w)|\b)(?!\.\w)",
    re.IGNORECASE,
)
_HISSING = ("s", "x", "z")


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in one language, in lower case.

    Attributes:
        one: "deltagare", "participant".
        many: "deltagare", "participants".
        the: "deltagaren"; not used in English.
        those: "deltagarna"; not used in English.
        joined: what a compound begins with, "deltagar"; not used in English.
        article: "a" or "an"; not used in Swedish.
    """

    one: str
    many: str
    the: str = ""
    those: str = ""
    joined: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in force. The plain one is ours: nothing is changed.

    Attributes:
        swedish: what a client is called in Swedish; None: "kund".
        english: the same in English; None: "client".
        names: own names by "vocabulary.key", and by "vocabulary.key.en" in English.
        former: the same, with every name that has been used so far: files may still hold them.
        nouns: every Swedish noun that has been used so far for a client.
    """

    swedish: Noun | None = None
    english: Noun | None = None
    names: Mapping[str, str] = field(default_factory=_nothing, hash=False)
    former: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing, hash=False)
    nouns: tuple[Noun, ...] = ()

    def text(self, text: str, language: str) -> str:
        """A text of ours in the unit's words.

        >>> deltagare = Noun("deltagare", "deltagare", "deltagaren", "deltagarna", "deltagar")
        >>> Wording(swedish=deltagare).text("Kundens coach, {kund} och kunderna", "sv")
        'Deltagarens coach, {kund} och deltagarna'
        """
        noun = self.swedish if language == "sv" else self.english
        if noun is None:
            return text
        return in_swedish(text, noun) if language == "sv" else in_english(text, noun)

    def name(self, vocabulary: str, key: str, language: str) -> str | None:
        """The unit's own name for a key; None when it has none."""
        if not self.names:
            return None
        return self.names.get(f"{vocabulary}.{key}" if language == "sv" else f"{vocabulary}.{key}.en")


OURS = Wording()
"""The words of our texts."""


@lru_cache(KEPT_TEXTS)
def in_swedish(text: str, noun: Noun) -> str:
    """A Swedish text of ours with another word for "kund"; what stands in braces is left alone."""
    forms = {"kund": noun.one, "kunden": noun.the, "kunder": noun.many, "kunderna": noun.those}

    def other(found: re.Match[str]) -> str:
        if found[0].startswith("{"):
            return found[0]
        form = found["form"]
        said = noun.joined if form is None else forms[form.casefold()]
        if found["of"] and not said.endswith(_HISSING):
            said += "s"
        return _as_begun(said, found[0])

    return _SWEDISH.sub(other, text)


@lru_cache(KEPT_TEXTS)
def in_english(text: str, noun: Noun) -> str:
    """An English text of ours with another word for "client"."""

    def other(found: re.Match[str]) -> str:
        if found[0].startswith("{"):
            return found[0]
        article, form, of = found["article"], found["form"], found["of"]
        many = form.casefold() == "clients"
        said = _as_begun(noun.many if many else noun.one, form)
        if of:
            said += of[0] if said.endswith("s") and many else of[0] + "s"
        return f"{_as_begun(noun.article, article)} {said}" if article else said

    return _ENGLISH.sub(other, text)


def _as_begun(said: str, before: str) -> str:
    """With a capital where what stood there had one."""
    return said[:1].upper() + said[1:] if before[:1].isupper() else said
