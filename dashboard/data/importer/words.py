"""The Swedish and English words that an import accepts for each key of a vocabulary, and the unit's own."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dashboard.data.importer.folding import fold, spellings
from dashboard.i18n import in_own_words, language, wording
from dashboard.wording import in_swedish

Words = Mapping[str, tuple[str, ...]]
"""From a key to its words; the first is the one a Swedish template shows. The key itself always counts."""

OWNERSHIP: Words = {
    "private": ("privat",),
    "municipal": ("kommunal",),
    "regional": ("region",),
    "state": ("statlig",),
    "social_enterprise": ("socialt företag",),
    "association": ("förening",),
}
GENDER: Words = {"woman": ("kvinna",), "man": ("man",), "other": ("annat",)}
REFERRER: Words = {
    "lss": ("LSS/daglig verksamhet",),
    "social_services": ("socialtjänst (SoL)",),
    "income_support": ("försörjningsstöd",),
    "employment_service": ("Arbetsförmedlingen",),
    "insurance_agency": ("Försäkringskassan",),
    "health_care": ("vården",),
    "school": ("skola",),
    "other": ("annan",),
}
CLOSING_REASON: Words = {
    "employment": ("anställning",),
    "studies": ("studier",),
    "moved": ("flyttat",),
    "health": ("hälsa",),
    "own_request": ("egen begäran",),
    "other": ("annat",),
}
SUPPORT_NEED: Words = {
    "structure": ("struktur",),
    "social": ("socialt samspel",),
    "calm": ("lugn miljö",),
    "physical": ("fysisk tillgänglighet",),
    "language": ("språk",),
    "transport": ("resor",),
    "short_hours": ("kort arbetstid",),
    "supervision": ("handledning",),
}
COOPERATION_ROLE: Words = {"coordinator": ("samordnar",), "participant": ("deltar",)}
STEP: Words = {
    "1": ("överenskommelse", "engagement"),
    "2": ("yrkesprofil", "vocational profile"),
    "3": ("jobbsökande", "job finding"),
    "4": ("arbetsgivarengagemang", "employer engagement"),
    "5": ("stöd på och utanför arbetet", "on and off the job support"),
}
CONTACT_KIND: Words = {
    "phone": ("telefon",),
    "email": ("e-post",),
    "meeting": ("möte",),
    "visit": ("besök",),
    "workplace_analysis": ("arbetsplatsanalys",),
    "event": ("evenemang",),
}
INITIATOR: Words = {"unit": ("enheten",), "employer": ("arbetsgivaren",)}
PLACEMENT_KIND: Words = {
    "study_visit": ("studiebesök",),
    "job_tasting": ("job tasting/provapå",),
    "work_trial": ("arbetsprövning",),
    "work_training": ("arbetsträning",),
    "internship": ("praktik/APL",),
    "employment": ("anställning",),
    "studies": ("studier",),
}
OUTCOME: Words = {
    "employment": ("anställning",),
    "studies": ("studier",),
    "extended": ("förlängd",),
    "new_placement": ("ny plats",),
    "no_job": ("avslutad utan jobb",),
    "interrupted_client": ("avbruten av kund",),
    "interrupted_employer": ("avbruten av arbetsgivare",),
    "interrupted_other": ("avbruten av annat skäl",),
}
CONTRACT: Words = {
    "permanent": ("tillsvidare",),
    "fixed_term": ("tidsbegränsad",),
    "probation": ("provanställning",),
    "hourly": ("timanställning",),
}
SUBSIDY: Words = {
    "none": ("inget",),
    "wage_subsidy": ("lönebidrag",),
    "new_start": ("nystartsjobb",),
    "sheltered": ("skyddad anställning",),
    "introduction": ("introduktionsjobb",),
    "other": ("annat",),
}
PARTY: Words = {
    "client": ("kund",),
    "employer": ("arbetsgivare",),
    "both": ("båda",),
    "three_party": ("trepart",),
}
MODE: Words = {"visit": ("besök",), "phone": ("telefon",), "video": ("video",), "email": ("e-post",)}
ASSESSMENT: Words = {
    "on_track": ("går bra",),
    "needs_adjustment": ("behöver justeras",),
    "at_risk": ("riskerar avbrott",),
}
QUIET_REASON: Words = {
    "asked": ("har bett om det",),
    "many_contacts": ("många kontakter",),
    "workload": ("mycket att göra",),
    "reorganising": ("omorganisation",),
    "closed": ("stängt",),
    "other": ("annat",),
}
YES = ("ja", "j", "x", "yes", "y", "true", "sant", "1")
NO = ("nej", "n", "no", "false", "falskt", "0")

VOCABULARIES: Mapping[str, Words] = MappingProxyType(
    {
        "step": STEP,
        "placement_kind": PLACEMENT_KIND,
        "contact_kind": CONTACT_KIND,
        "mode": MODE,
        "ownership": OWNERSHIP,
        "referrer": REFERRER,
        "support_need": SUPPORT_NEED,
        "closing_reason": CLOSING_REASON,
        "subsidy": SUBSIDY,
    }
)
"""Those whose keys a unit may have names of its own for, as `words.VOCABULARIES` calls them."""


def vocabulary_of(words: Words) -> str:
    """What a vocabulary is called; empty for one that a unit has no names of its own for."""
    return next((name for name, ours in VOCABULARIES.items() if ours is words), "")


def key_read_as(vocabulary: str, text: str) -> str | None:
    """The key that a text of a file stands for, the unit's own names aside; None when for none."""
    folded = fold(text)
    for key, accepted in VOCABULARIES[vocabulary].items():
        if folded == fold(key) or folded in {one for word in accepted for one in spellings(word)}:
            return key
    return None


def own_spellings(words: Words) -> Iterator[tuple[str, str]]:
    """The unit's own names, folded, with their keys: those in force first, then those it has had."""
    vocabulary, own = vocabulary_of(words), wording()
    if vocabulary:
        for of_name in ({name: (text,) for name, text in own.names.items()}, own.former):
            for key in words:
                for name in (f"{vocabulary}.{key}", f"{vocabulary}.{key}.en"):
                    yield from ((fold(text), key) for text in of_name.get(name, ()))
    for noun in own.nouns:
        for key, accepted in words.items():
            yield from ((fold(in_swedish(text, noun)), key) for text in accepted)


def shown_word(words: Words, key: str) -> str:
    """How a file that we write says a key, in the language in use."""
    if language() == "en":
        return key
    accepted = words.get(key, ())
    own = wording().name(vocabulary_of(words), key, "sv")
    return own or (in_own_words(accepted[0]) if accepted else key)
