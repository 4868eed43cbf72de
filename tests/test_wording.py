"""Our texts in the unit's own words: every form, in both languages, and nothing that is not ours."""

import re

import pytest

from dashboard.domain.client_words import PRESETS, english_noun, swedish_noun
from dashboard.domain.errors import SettingsError
from dashboard.domain.unit_words import WrongWord, checked_words, preset, wording_of
from dashboard.i18n import _, in_wording, ngettext, use_language
from dashboard.wording import OURS, Wording, in_english, in_swedish
from dashboard.words import word, word_inside
from tests.architecture.test_texts import everything, forms

DELTAGARE = wording_of(checked_words({name: text or "" for name, text in preset("deltagare").items()}))
OTHER_WORDS = ("kunde", "kundtjänst", "sekund", "sekunder")


def left(pattern: str, text: str) -> list[str]:
    """The words of a text that still hold ours; what stands in braces is a name in the code."""
    plain = re.sub(r"\{[^{}]*\}", "", text)
    return [one for one in re.findall(pattern, plain, re.IGNORECASE) if one.casefold() not in OTHER_WORDS]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("En kund, kunden, två kunder, kunderna", "En deltagare, deltagaren, två deltagare, deltagarna"),
        ("Kunds, kundens, kunders, kundernas", "Deltagares, deltagarens, deltagares, deltagarnas"),
        ("KUND Kunder", "Deltagare Deltagare"),
        ("kundnyckel och Kundnycklar", "deltagarnyckel och Deltagarnycklar"),
        ("{kund} av {kunder} kunder.", "{kund} av {kunder} deltagare."),
        ("Det kunde ta en sekund i kundtjänst.", "Det kunde ta en sekund i kundtjänst."),
        ("brygga import kunder.xlsx", "brygga import kunder.xlsx"),
    ],
)
def test_each_swedish_form_has_its_own(ours: str, theirs: str) -> None:
    assert DELTAGARE.text(ours, "sv") == theirs


def test_a_genitive_takes_no_second_s() -> None:
    noun = swedish_noun("en vuxenelevs, vuxeneleven, vuxenelever, vuxeneleverna")
    assert in_swedish("kunds", noun) == "vuxenelevs"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A client and the client's key", "An employee and the employee's key"),
        ("Clients and clients' keys", "People and people's keys"),
        ("{client} of {clients} clients.", "{client} of {clients} people."),
        ("clients.csv and client_id", "clients.csv and client_id"),
    ],
)
def test_each_english_form_has_its_own_and_its_article(ours: str, theirs: str) -> None:
    assert in_english(ours, english_noun("employee, people")) == theirs


@pytest.mark.parametrize("name", [name for name in PRESETS if name != "kund"])
def test_no_text_of_ours_says_kund_when_the_unit_says_something_else(name: str) -> None:
    chosen = wording_of(checked_words({key: text for key, text in preset(name).items() if text}))
    swedish = [text for _file, message in everything() for text in forms(message.string)]
    assert [text for text in swedish if left(r"\w*kund\w*", chosen.text(text, "sv"))] == []
    if chosen.english is not None:
        english = [text for _file, message in everything() for text in forms(message.id)]
        assert [
            text for text in english if left(r"(?<!_)\bclient\w*(?!\.csv)", chosen.text(text, "en"))
        ] == []


def test_texts_are_in_our_words_until_the_unit_has_its_own() -> None:
    use_language("sv")
    assert (_("Clients"), OURS.text("kunden", "sv")) == ("Kunder", "kunden")
    with in_wording(DELTAGARE):
        assert _("Clients") == "Deltagare"
        assert ngettext("{n} client", "{n} clients", 1) == "{n} deltagare"
        use_language("en")
        assert _("Clients") == "Participants"
    assert _("Clients") == "Clients"


def test_a_key_has_the_units_name_in_the_language_that_it_is_given_in() -> None:
    own = wording_of(checked_words({"step.2": "Kartläggning", "placement_kind.work_trial.en": "Tryout"}))
    use_language("sv")
    with in_wording(own):
        assert (word("step", 2), word("step", 1)) == ("Kartläggning", "Överenskommelse")
        assert word("placement_kind", "work_trial") == "Arbetsprövning"
        use_language("en")
        assert (word("step", 2), word("placement_kind", "work_trial")) == ("Vocational profile", "Tryout")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("client", "ett barn, barnet, barn, barnen", "word with “en”"),
        ("client", "brukare, brukaren", "four forms"),
        ("client", "brukare, brukaren, , brukarna", "missing"),
        ("client", "kl1ent, klienten, klienter, klienterna", "only letters"),
        ("client", "k" * 31 + ", a, b, c", "30 letters"),
        ("client.en", "participant", "two forms"),
        ("step.1", "x" * 41, "40 letters"),
        ("step.1", "Avtal; samtal", "no commas"),
        ("step.1", "{n}", "begins with a letter"),
        ("step.1", "yrkesprofil", r"already used for Vocational profile \(step\.2\)"),
    ],
)
def test_a_word_that_cannot_be_used_is_refused_by_its_name(name: str, text: str, sentence: str) -> None:
    use_language("en")
    with pytest.raises(WrongWord, match=sentence) as refused:
        checked_words({name: text}, (name,))
    assert refused.value.name == name


def test_a_name_that_is_none_of_ours_is_told_with_the_nearest() -> None:
    use_language("en")
    with pytest.raises(SettingsError, match=r"Did you mean step\.1\?"):
        checked_words({"stpe.1": "Avtal"})
    with pytest.raises(SettingsError, match="none of kund, klient"):
        preset("patient")


def test_two_keys_may_change_names_with_each_other_in_one_go() -> None:
    swapped = {"mode.phone": "Video", "mode.video": "Telefonsamtal"}
    assert checked_words(swapped, swapped) == swapped


def test_a_word_is_the_same_however_it_is_typed() -> None:
    assert swedish_noun("En deltagare,Deltagaren, deltagare , deltagarna") == DELTAGARE.swedish
    assert swedish_noun("SE-deltagare, SE-deltagaren, SE-deltagare, SE-deltagarna").one == "SE-deltagare"
    assert Wording() == OURS


def test_a_name_within_a_sentence_keeps_the_capitals_of_an_abbreviation() -> None:
    use_language("sv")
    own = wording_of(checked_words({"ownership.association": "SOFI-företag"}))
    with in_wording(own):
        assert word_inside("ownership", "association") == "SOFI-företag"
        assert word_inside("ownership", "social_enterprise") == "socialt företag"
