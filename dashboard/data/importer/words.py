"""The Swedish and English words that an import accepts for each key of a vocabulary."""

from collections.abc import Mapping

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
