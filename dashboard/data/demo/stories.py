"""What the demo wants to show: employers, ways and contacts written by hand.

Every page of Brygga has something to find in the demo, whatever the seed and the day:

- `STRONG_ON_ANNA`: three strong employers, each with one active tie, to Anna. If she leaves, they are lost.
- `COOLING_PARTNER`: a partner (rung 5) whose last warm interaction was about four months ago.
- `TIRED_OF_CONTACTS`: eight calls and visits from two coaches in three months, and nobody placed.
- `TIRED_OF_GUESTS`: two trials at once where there is room for one.
- `THIN_OCCUPATION`: three clients want it, one place offers it (`THIN_EMPLOYER`); `MISSING_OCCUPATION`: three
  clients want it, and no employer that the unit has met offers it.
- `OVERLOADED_COACH`: eighteen clients on 80 %, twice as many as anyone else, and follow-ups left undone.
- `STEPPING_STONE`: three people trained there and were then hired elsewhere (`LANDINGS`).
- `DEAD_END`: four trials, two of them broken off by the employer, and never an employment.
- `NEVER_CONTACTED`: a nursery in Vallentuna, near most clients, which offers just what is missing.
- `UNSEEN_PLACEMENT`: a trial at `UNSEEN_EMPLOYER` that nobody has followed up for six weeks.
- `ENDING_SOON`: a trial that ends within two weeks.
- `COACH_WHO_LEFT`: Frida ended eight months ago. `TAKEN_OVER` kept a coach; `FORGOTTEN` were strong then and
  have not been contacted since.

No story relies on chance: the employers here are left out of all that is drawn at random.
"""

from dataclasses import dataclass
from typing import Any

from dashboard.data.demo.coaches import ANNA, BILAL, CARINA, DANIEL, ELIN, FRIDA, FRIDA_LEFT
from dashboard.data.demo.plans import Stay, Touch, Way

STRONG_ON_ANNA = ("A-012", "A-047", "A-131")
COOLING_PARTNER = "A-058"
TIRED_OF_CONTACTS = "A-083"
TIRED_OF_GUESTS = "A-164"
THIN_OCCUPATION = "35"
THIN_EMPLOYER = "A-205"
MISSING_OCCUPATION = "61"
OVERLOADED_COACH = CARINA
STEPPING_STONE = "A-029"
LANDINGS = ("A-101", "A-142", "A-187")
DEAD_END = "A-220"
NEVER_CONTACTED = "A-176"
UNSEEN_EMPLOYER = "A-064"
UNSEEN_PLACEMENT = "P-150"
ENDING_SOON = "P-151"
COACH_WHO_LEFT = FRIDA
TAKEN_OVER = ("A-035", "A-119")
FORGOTTEN = ("A-090", "A-153")


@dataclass(frozen=True, slots=True)
class StoryEmployer:
    """An employer of a story: what is said of it; the rest is drawn like everybody else's."""

    employer_id: str
    sector: str
    locality: str
    capacity: int
    ownership: str = "private"
    jobs: tuple[str, ...] = ()


EMPLOYERS = (
    StoryEmployer(STRONG_ON_ANNA[0], "grocery", "Vallentuna", 3),
    StoryEmployer(STRONG_ON_ANNA[1], "bakery", "Ormsta", 2),
    StoryEmployer(STRONG_ON_ANNA[2], "elder_care", "Lindholmen", 3, "municipal"),
    StoryEmployer(COOLING_PARTNER, "warehouse", "Vallentuna", 3),
    StoryEmployer(TIRED_OF_CONTACTS, "cafe", "Vallentuna", 2),
    StoryEmployer(TIRED_OF_GUESTS, "second_hand", "Bällsta", 1, "social_enterprise"),
    StoryEmployer(THIN_EMPLOYER, "computing", "Täby", 1, jobs=("3512",)),
    StoryEmployer(STEPPING_STONE, "second_hand", "Vallentuna", 3, "association"),
    StoryEmployer(LANDINGS[0], "grocery", "Täby", 2),
    StoryEmployer(LANDINGS[1], "property", "Upplands Väsby", 2),
    StoryEmployer(LANDINGS[2], "preschool", "Karby", 2, "municipal"),
    StoryEmployer(DEAD_END, "restaurant", "Vallentuna", 2),
    StoryEmployer(NEVER_CONTACTED, "nursery", "Vallentuna", 2),
    StoryEmployer(UNSEEN_EMPLOYER, "garage", "Brottby", 1),
    StoryEmployer(TAKEN_OVER[0], "school", "Vallentuna", 2, "municipal"),
    StoryEmployer(TAKEN_OVER[1], "cleaning", "Täby", 2),
    StoryEmployer(FORGOTTEN[0], "packing", "Åkersberga", 2),
    StoryEmployer(FORGOTTEN[1], "hotel", "Upplands Väsby", 2),
)
EMPLOYER_IDS = frozenset(employer.employer_id for employer in EMPLOYERS)


def job(start: int, employer_id: str = "", end: int | None = None, **more: Any) -> Stay:
    """An employment; without an employer, at the one of the stay before."""
    fields = {"contract": "permanent", "subsidy": "wage_subsidy"} | more
    return Stay("employment", start, end, employer_id, at_last=not employer_id, **fields)


def trial(start: int, end: int, employer_id: str, outcome: str, kind: str = "internship") -> Stay:
    """A completed trial."""
    return Stay(kind, start, end, employer_id, outcome=outcome, planned_end=end)


def running_trial(start: int, planned_end: int, employer_id: str, **more: Any) -> Stay:
    """A trial that runs on the day."""
    return Stay("work_trial", start, None, employer_id, planned_end=planned_end, **more)


ANNAS = (
    Way(ANNA, 860, 900, (trial(780, 690, STRONG_ON_ANNA[0], "employment"), job(685)), 380, "employment"),
    Way(ANNA, 600, 660, (trial(520, 430, STRONG_ON_ANNA[0], "employment"), job(425, contract="probation"))),
    Way(ANNA, 500, 530, (
        trial(400, 310, STRONG_ON_ANNA[1], "employment"),
        job(305, end=123, contract="fixed_term", outcome="extended"),
        job(122, STRONG_ON_ANNA[1]),
    )),
    Way(ANNA, 400, 440, (
        trial(250, 160, STRONG_ON_ANNA[1], "no_job", "work_training"),
        Stay("job_tasting", 96, 88, STRONG_ON_ANNA[2]),
        running_trial(60, -10, STRONG_ON_ANNA[2], placement_id=ENDING_SOON),
    )),
    Way(ANNA, 350, 390, (
        trial(260, 170, STRONG_ON_ANNA[2], "studies"),
        Stay("studies", 150, None, planned_end=-120),
    ), wishes=("5330",)),
    Way(ANNA, 640, 700, (
        Stay("study_visit", 560, 560, STRONG_ON_ANNA[2]),
        trial(540, 460, STRONG_ON_ANNA[2], "employment"),
        job(455, end=210, contract="hourly", outcome="no_job"),
    )),
)  # fmt: skip

COOLING = (
    Way(BILAL, 780, 800, (
        trial(700, 610, COOLING_PARTNER, "employment"),
        job(600, COOLING_PARTNER, subsidy="none", support="client_only"),
    )),
    Way(BILAL, 600, 640, (
        trial(520, 430, COOLING_PARTNER, "employment"),
        job(425, end=205, contract="fixed_term", outcome="no_job"),
    ), 190, "own_request"),
    Way(BILAL, 400, 430, (trial(330, 240, COOLING_PARTNER, "new_placement", "work_training"),)),
)  # fmt: skip

CROWDED = (
    Way(BILAL, 130, 170, (running_trial(44, -40, TIRED_OF_GUESTS),)),
    Way(BILAL, 110, 125, (running_trial(25, -59, TIRED_OF_GUESTS),)),
)

UNSEEN = (
    Way(DANIEL, 190, 230, (
        Stay("study_visit", 110, 110, UNSEEN_EMPLOYER),
        running_trial(92, -20, UNSEEN_EMPLOYER, support="lost_sight", placement_id=UNSEEN_PLACEMENT),
    )),
)  # fmt: skip

STEPPING = (
    Way(DANIEL, 520, 560, (
        trial(430, 340, STEPPING_STONE, "new_placement", "work_training"),
        job(310, LANDINGS[0], contract="probation"),
    )),
    Way(BILAL, 420, 450, (
        trial(330, 250, STEPPING_STONE, "employment", "work_training"),
        job(228, LANDINGS[1], contract="fixed_term"),
    )),
    Way(ELIN, 300, 330, (
        trial(220, 140, STEPPING_STONE, "new_placement", "work_training"),
        job(98, LANDINGS[2], contract="hourly", subsidy="none"),
    )),
)  # fmt: skip

BROKEN_OFF = (
    Way(FRIDA, 640, 670, (trial(560, 520, DEAD_END, "interrupted_employer"),), 430, "own_request"),
    Way(DANIEL, 480, 500, (trial(400, 368, DEAD_END, "interrupted_client"),)),
    Way(BILAL, 330, 350, (trial(260, 176, DEAD_END, "no_job"),)),
    Way(DANIEL, 210, 240, (trial(120, 96, DEAD_END, "interrupted_employer"),)),
)

FRIDAS = (
    Way(ANNA, 520, 560, (trial(440, 350, TAKEN_OVER[0], "employment"), job(345)),
        earlier_coach_id=FRIDA, changed=FRIDA_LEFT),
    Way(ELIN, 430, 450, (trial(360, 290, TAKEN_OVER[1], "employment"), job(280)),
        earlier_coach_id=FRIDA, changed=FRIDA_LEFT),
    Way(FRIDA, 720, 760, (
        trial(650, 600, FORGOTTEN[0], "employment"),
        job(595, end=330, contract="fixed_term", outcome="no_job"),
    ), 300, "moved"),
    Way(FRIDA, 660, 690, (
        trial(620, 565, FORGOTTEN[1], "employment"),
        job(560, end=340, contract="hourly", outcome="interrupted_client"),
    ), 310, "health"),
)  # fmt: skip

WISHES_OF_THE_THIN = (
    Way(ELIN, 170, 190, (Stay("study_visit", 62, 62, THIN_EMPLOYER),), wishes=("3512",)),
    Way(DANIEL, 140, 200, wishes=("3512", "3511")),
    Way(ANNA, 95, 130, wishes=("3514",)),
)
WISHES_OF_THE_MISSING = (
    Way(BILAL, 200, 220, wishes=("6112", "6113")),
    Way(ELIN, 120, 180, wishes=("6129",)),
    Way(DANIEL, 75, 100, wishes=("6113",)),
)

WAYS = (
    *ANNAS, *COOLING, *CROWDED, *UNSEEN, *STEPPING, *BROKEN_OFF, *FRIDAS,
    *WISHES_OF_THE_THIN, *WISHES_OF_THE_MISSING,
)  # fmt: skip


def _series(
    employer_id: str, coach_id: str, ages: tuple[int, ...], theirs: int, first: int = 0
) -> list[Touch]:
    """Contacts at the given ages in a changing order of kinds; every `theirs`th begins with the employer."""
    kinds = ("phone", "visit", "meeting", "phone", "workplace_analysis", "visit")
    return [
        Touch(
            employer_id,
            coach_id,
            age,
            kinds[(place + first) % len(kinds)],
            "employer" if theirs and place % theirs == 0 else "unit",
        )
        for place, age in enumerate(ages)
    ]


_STEADY = (5, 19, 40, 62, 88, 116, 148, 172, 204, 237, 268, 299, 331, 352, 420, 470, 540, 610)
_UNTIL_SPRING = (114, 128, 143, 157, 171, 185, 199, 214, 229, 249, 269, 290, 311, 333, 440, 500, 610, 700)
_UNTIL_FRIDA_LEFT = (258, 272, 287, 303, 320, 338, 357, 379, 402, 428, 455, 488, 520, 566, 612, 660)

TOUCHES = (
    *_series(STRONG_ON_ANNA[0], ANNA, _STEADY, 2),
    *_series(STRONG_ON_ANNA[1], ANNA, tuple(age + 3 for age in _STEADY), 3, first=1),
    *_series(STRONG_ON_ANNA[2], ANNA, tuple(age + 6 for age in _STEADY), 2, first=2),
    *_series(COOLING_PARTNER, BILAL, _UNTIL_SPRING, 3),
    *_series(TIRED_OF_CONTACTS, DANIEL, (4, 19, 38, 58), 0),
    *_series(TIRED_OF_CONTACTS, ELIN, (12, 27, 47, 70), 0, first=1),
    *_series(TIRED_OF_GUESTS, BILAL, (10, 33, 52, 140, 200), 2),
    *_series(THIN_EMPLOYER, ELIN, (34, 70, 141), 2, first=2),
    *_series(STEPPING_STONE, DANIEL, (16, 75, 190, 330, 445), 2),
    *_series(STEPPING_STONE, BILAL, (54, 160, 245, 350), 2, first=1),
    *_series(STEPPING_STONE, ELIN, (30, 137, 232), 2, first=2),
    *_series(LANDINGS[0], DANIEL, (24, 120, 250, 322), 2),
    *_series(LANDINGS[0], ELIN, (66, 205), 0, first=1),
    *_series(LANDINGS[1], BILAL, (45, 150, 236), 3, first=1),
    *_series(LANDINGS[1], ANNA, (98,), 0, first=1),
    *_series(LANDINGS[2], ELIN, (20, 84, 112), 2, first=2),
    *_series(LANDINGS[2], DANIEL, (149,), 0),
    *_series(DEAD_END, DANIEL, (51, 101, 130, 380, 411), 0),
    *_series(DEAD_END, BILAL, (183, 270), 0, first=1),
    *_series(UNSEEN_EMPLOYER, DANIEL, (52, 104, 121, 150), 3),
    *_series(TAKEN_OVER[0], FRIDA, _UNTIL_FRIDA_LEFT, 3),
    *_series(TAKEN_OVER[0], ANNA, (26, 77, 141, 215), 2, first=1),
    *_series(TAKEN_OVER[1], FRIDA, _UNTIL_FRIDA_LEFT[:9], 2, first=2),
    *_series(TAKEN_OVER[1], ELIN, (15, 64, 133, 222), 3, first=1),
    *_series(FORGOTTEN[0], FRIDA, _UNTIL_FRIDA_LEFT, 2, first=1),
    *_series(FORGOTTEN[1], FRIDA, tuple(age + 4 for age in _UNTIL_FRIDA_LEFT), 2),
)
