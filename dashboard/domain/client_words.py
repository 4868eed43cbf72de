"""What the unit calls a client: its forms as a person writes them, and the words that most units use."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from dashboard.domain.errors import SettingsError
from dashboard.i18n import _
from dashboard.wording import Noun

CLIENT, CLIENT_EN = "client", "client.en"
PRESETS: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        "kund": {CLIENT: None, CLIENT_EN: None},
        "klient": {CLIENT: "klient, klienten, klienter, klienterna, klient", CLIENT_EN: None},
        "deltagare": {
            CLIENT: "deltagare, deltagaren, deltagare, deltagarna, deltagar",
            CLIENT_EN: "a participant, participants",
        },
        "arbetstagare": {
            CLIENT: "arbetstagare, arbetstagaren, arbetstagare, arbetstagarna, arbetstagar",
            CLIENT_EN: "a worker, workers",
        },
    }
)
"""The word as it is chosen → its forms in Swedish and English; None: our own."""
OUR_FORMS: Mapping[str, str] = MappingProxyType(
    {CLIENT: "kund, kunden, kunder, kunderna, kund", CLIENT_EN: "a client, clients"}
)
"""What our texts say."""
LONGEST = 30
_FORM = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_VOWELS = ("a", "e", "i", "o")
_SWEDISH_FORMS = (4, 5)


def swedish_noun(text: str) -> Noun:
    """The forms of a Swedish noun, `en deltagare, deltagaren, deltagare, deltagarna`; a fifth in compounds.

    >>> swedish_noun("en brukare, brukaren, brukare, brukarna").joined
    'brukar'

    Raises:
        SettingsError: when they cannot be used.
    """
    parts = [_plain(part) for part in text.split(",")]
    if parts[0].startswith("ett "):
        raise SettingsError(
            _("The texts are written for a word with “en”. Choose another than “{word}”.").format(
                word=parts[0]
            )
        )
    parts[0] = parts[0].removeprefix("en ")
    if len(parts) not in _SWEDISH_FORMS:
        raise SettingsError(
            _("Give four forms with commas between: en deltagare, deltagaren, deltagare, deltagarna.")
        )
    one, the, many, those, *joined = [_checked(part) for part in parts]
    return Noun(one, many, the, those, joined[0] if joined else _joined(one))


def english_noun(text: str) -> Noun:
    """The forms of an English noun: `a participant, participants`.

    >>> english_noun("employee, employees").article
    'an'

    Raises:
        SettingsError: when they cannot be used.
    """
    parts = [_plain(part) for part in text.split(",")]
    if len(parts) != len(("one", "many")):
        raise SettingsError(_("Give two forms with a comma between: a participant, participants."))
    found = re.fullmatch(r"(an?) (.+)", parts[0])
    one, many = _checked(found[2] if found else parts[0]), _checked(parts[1])
    article = found[1] if found else "an" if one.startswith(_VOWELS) else "a"
    return Noun(one, many, article=article)


def checked_form(text: str, *, english: bool = False) -> str:
    """One form by itself, without its article.

    Raises:
        SettingsError: when it cannot be used.
    """
    plain = _plain(text)
    article = r"an? " if english else r"en "
    return _checked(re.sub(f"^{article}", "", plain))


def swedish_text(noun: Noun) -> str:
    """The forms as they are stored."""
    return ", ".join((noun.one, noun.the, noun.many, noun.those, noun.joined))


def english_text(noun: Noun) -> str:
    """The same in English."""
    return f"{noun.article} {noun.one}, {noun.many}"


def _plain(text: str) -> str:
    text = " ".join(text.split())
    # A phone begins with a capital; a word with more of them is an abbreviation, and stays.
    return text[:1].lower() + text[1:] if text[1:] == text[1:].lower() else text


def _checked(form: str) -> str:
    if len(form) > LONGEST:
        raise SettingsError(_("A form may have at most {n} letters.").format(n=LONGEST))
    if not _FORM.fullmatch(form.removesuffix("-")):
        raise SettingsError(
            _("“{form}” is not a word: only letters, spaces and hyphens.").format(form=form)
            if form
            else _("A form is missing.")
        )
    return form.removesuffix("-")


def _joined(one: str) -> str:
    """What a compound begins with: "deltagarnyckel", "klientnyckel"."""
    return one.removesuffix("e") if one.endswith("are") else one
