"""The kinds of unit: the places are real, the units and all that happens in them are not."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dashboard.data.demo.kinds.kind import Kind, UnitPlan
from dashboard.data.demo.places import Locality, locality
from dashboard.domain.unit_words import preset

INVENTED = "(påhittad)"


def _place(
    name: str, municipality: str, codes: tuple[str, ...], latitude: float, longitude: float
) -> Locality:
    return Locality(name, municipality, codes, latitude, longitude, 1.4, employers=10, clients=10)


_VASTERAS = (
    _place("Västerås", "1980", ("72595", "72596", "72597", "72598"), 59.6162, 16.5528),
    _place("Skultuna", "1980", ("72630", "72631", "72691"), 59.7167, 16.4167),
)
_LUND = (
    _place("Lund", "1281", ("22763", "22764", "22810", "22814"), 55.7058, 13.1932),
    _place("Dalby", "1281", ("24752", "24753", "24754"), 55.6666, 13.3498),
)
_VARGARDA = (_place("Vårgårda", "1442", ("44784", "44791", "44792", "44793"), 58.0371, 12.8091),)
_GOTEBORG = (
    _place("Göteborg", "1480", ("41874", "41875", "41876", "41877"), 57.7072, 11.9668),
    _place("Angered", "1480", ("42465", "42466", "42467"), 57.7863, 12.0985),
    _place("Västra Frölunda", "1480", ("42673", "42674", "42676"), 57.6467, 11.9294),
    _place("Torslanda", "1480", ("42354", "42355", "42356"), 57.7243, 11.7701),
)
_COURSE_PLACES = ("Vallentuna", "Täby", "Upplands Väsby", "Åkersberga", "Märsta", "Sollentuna")
_COURSE_SIZES = (26, 21, 14, 12, 9, 8)
_COURSE_SUCCESS = (0.55, 0.4, 0.5, 0.35, 0.5, 0.3)
_COURSE_COACHES = ("Alva", "Bertil", "Camilla", "Diyar", "Ester", "Farid")
_LETTERS = "UVWXYZ"

_STEPS = (
    ("Möte och avtal", "Meeting and agreement"),
    ("Kartläggning", "Mapping"),
    ("Sök och pröva", "Search and try"),
    ("På arbetsplatsen", "At the workplace"),
    ("Behåll jobbet", "Keep the job"),
)
"""What one unit calls the five steps, in Swedish and English."""

SUPPORTED = Kind(
    key="supported",
    programme="Arbete med stöd (exempel)",
    units=(
        UnitPlan(
            "ST",
            f"Stigvalla arbete med stöd {INVENTED}",
            _VASTERAS,
            ("Agnes", "Bo", "Celia"),
            54,
            success=0.5,
        ),
    ),
    employers=80,
    referrers={"lss": 40, "insurance_agency": 25, "health_care": 25, "employment_service": 10},
    waiting=5,
    settings={"area_km": 10.0, "hours_per_week": 16.0, "standard.grace": 5},
    words={
        "client": "arbetssökande, arbetssökanden, arbetssökande, arbetssökandena",
        "client.en": "a job seeker, job seekers",
        "step.2": "Yrkesprofil och mål",
        "step.2.en": "Profile and goals",
    },
)
COURSE = Kind(
    key="course",
    programme="Kursen Nästa steg (exempel)",
    units=tuple(
        UnitPlan(
            letter,
            f"Nästa steg {place} {INVENTED}",
            (replace(locality(place), clients=10),),
            (coach,),
            size,
            success,
        )
        for letter, place, coach, size, success in zip(
            _LETTERS, _COURSE_PLACES, _COURSE_COACHES, _COURSE_SIZES, _COURSE_SUCCESS, strict=True
        )
    ),
    employers=28,
    referrers={"income_support": 50, "employment_service": 40, "school": 10},
    rounds=(30, 212, 394, 576, 758),
    settings={"cohort_months": 48, "due_after_end": 60},
    words={
        **preset("deltagare"),
        "placement_kind.internship": "Kurspraktik",
        "placement_kind.internship.en": "Course placement",
    },
)
GOALS = Kind(
    key="goals",
    programme="Arbetsmarknadsenheten (exempel)",
    units=(UnitPlan("VG", f"Ängsholma arbetsmarknadsenhet {INVENTED}", _VARGARDA, ("Astrid", "Börje"), 60),),
    employers=90,
    owners=(("private", 5), ("municipal", 5)),
    waiting=4,
    answers=0.95,
    likes=(5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3),
    employers_like=(5, 5, 4, 4, 4),
    asks_all=True,
    settings={"targets.client_rating": 0.9, "targets.employer_rating": 0.9},
    words={"ownership.municipal": "Egen förvaltning", "ownership.municipal.en": "Own administration"},
)
SOCIAL = Kind(
    key="social",
    programme="Sociala företag i samverkan (exempel)",
    units=(
        UnitPlan("NO", f"Hamnkrokens arbetsintegrering {INVENTED}", _GOTEBORG[:2], ("Ali", "Britta"), 40),
        UnitPlan(
            "VA", f"Fyrholmens arbetsintegrering {INVENTED}", _GOTEBORG[2:], ("Carlos", "Dunja"), 34, 0.35
        ),
    ),
    employers=45,
    owners=(("social_enterprise", 6), ("association", 2), ("private", 2)),
    waiting=6,
    settings={"area_employers": 2, "area_km": 8.0, "fatigue_contacts": 8},
    words={
        **preset("arbetstagare"),
        "ownership.social_enterprise": "Arbetsintegrerande företag",
        "ownership.social_enterprise.en": "Work integration enterprise",
    },
)
STEPS = Kind(
    key="steps",
    programme="Fem steg (exempel)",
    units=(UnitPlan("FE", f"Femstegets jobbstöd {INVENTED}", _LUND, ("Amina", "Björn"), 46),),
    employers=70,
    waiting=3,
    settings={"standard.first_days": (7, 14, 28), "standard.trial_step": 21},
    words={
        **preset("deltagare"),
        **{f"step.{number}": swedish for number, (swedish, _english) in enumerate(_STEPS, start=1)},
        **{f"step.{number}.en": english for number, (_swedish, english) in enumerate(_STEPS, start=1)},
    },
)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {kind.key: kind for kind in (SUPPORTED, COURSE, GOALS, SOCIAL, STEPS)}
)
"""Every kind by its key."""
