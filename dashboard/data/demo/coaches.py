"""The unit and its coaches: five who work today, and one who has left."""

from dashboard.data.demo.days import Calendar
from dashboard.data.demo.places import HOME_MUNICIPALITY
from dashboard.data.demo.records import CoachRecord, UnitRecord

UNIT_ID = "BRO"
UNIT_NAME = "Brovalla arbetscoachning (påhittade exempeldata)"
PROGRAMME = "Arbetscoachning (exempel)"

ANNA, BILAL, CARINA, DANIEL, ELIN, FRIDA = "C1", "C2", "C3", "C4", "C5", "C6"
COACHES_TODAY = (ANNA, BILAL, CARINA, DANIEL, ELIN)

UNIT_OPENED = 1150
DANIEL_STARTED = 800
ELIN_STARTED = 365
FRIDA_LEFT = 243
"""Ages, in days before the day of the demo."""


def works(coach_id: str | None, age: int) -> bool:
    """Whether the coach works `age` days before the day of the demo."""
    if coach_id is None:
        return False
    started = {DANIEL: DANIEL_STARTED, ELIN: ELIN_STARTED}.get(coach_id, UNIT_OPENED)
    return age <= started - 7 and not (coach_id == FRIDA and age <= FRIDA_LEFT + 7)


def invent_unit() -> UnitRecord:
    """The unit."""
    return UnitRecord(UNIT_ID, UNIT_NAME, HOME_MUNICIPALITY, PROGRAMME)


def invent_coaches(days: Calendar) -> tuple[CoachRecord, ...]:
    """The coaches, with first names only."""
    opened = days.day(UNIT_OPENED)
    return (
        CoachRecord(ANNA, "Anna", UNIT_ID, 1.0, opened),
        CoachRecord(BILAL, "Bilal", UNIT_ID, 1.0, opened),
        CoachRecord(CARINA, "Carina", UNIT_ID, 0.8, opened),
        CoachRecord(DANIEL, "Daniel", UNIT_ID, 1.0, days.day(DANIEL_STARTED)),
        CoachRecord(ELIN, "Elin", UNIT_ID, 1.0, days.day(ELIN_STARTED)),
        CoachRecord(FRIDA, "Frida", UNIT_ID, 1.0, opened, days.day(FRIDA_LEFT)),
    )
