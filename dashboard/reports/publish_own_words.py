"""The unit's own words as they are frozen in a publication, so that no setting has to be read to show it."""

from collections.abc import Mapping

from dashboard.domain.publication import Language
from dashboard.domain.unit_words import ENGLISH
from dashboard.wording import Noun, Wording

FORMS = ("one", "many", "the", "those", "joined", "article")


def own_words(wording: Wording) -> Mapping[Language, Mapping[str, str]]:
    """Language → `step.1` and the like, and `client.one`, `client.many` …; what the unit lacks is not there.

    >>> own_words(Wording(names={"step.1": "Start", "step.1.en": "Beginning"}))
    {'sv': {'step.1': 'Start'}, 'en': {'step.1': 'Beginning'}}
    """
    names = wording.names.items()
    return {
        "sv": _forms(wording.swedish) | {name: text for name, text in names if not name.endswith(ENGLISH)},
        "en": _forms(wording.english)
        | {name.removesuffix(ENGLISH): text for name, text in names if name.endswith(ENGLISH)},
    }


def wording_again(words: Mapping[Language, Mapping[str, str]]) -> Wording:
    """The words as texts are put into them, from what was frozen."""
    swedish, english = words.get("sv", {}), words.get("en", {})
    names = {name: text for name, text in swedish.items() if not name.startswith("client.")}
    names |= {name + ENGLISH: text for name, text in english.items() if not name.startswith("client.")}
    return Wording(swedish=_noun(swedish), english=_noun(english), names=names)


def _forms(noun: Noun | None) -> dict[str, str]:
    told = {} if noun is None else {f"client.{form}": getattr(noun, form) for form in FORMS}
    return {name: text for name, text in told.items() if text}


def _noun(words: Mapping[str, str]) -> Noun | None:
    forms = {form: words[f"client.{form}"] for form in FORMS if f"client.{form}" in words}
    return Noun(**forms) if {"one", "many"} <= forms.keys() else None
