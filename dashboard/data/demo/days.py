"""Days counted back from the day of the demo, moved to working days."""

import calendar
import datetime as dt
import random
from dataclasses import dataclass

QUIET_DAYS = frozenset({(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)})
"""Month and day of the fixed holidays, on which nobody visits anybody."""
SEASON = (0.95, 1.0, 1.0, 0.95, 1.0, 0.75, 0.15, 0.7, 1.0, 1.0, 1.0, 0.65)
"""How much of a full month is worked, January to December: in July almost nobody is there."""


def is_working_day(day: dt.date) -> bool:
    """Whether contacts and follow-ups can happen on the day."""
    return day.weekday() < 5 and (day.month, day.day) not in QUIET_DAYS


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day some months later; a short month gives its last day.

    >>> add_months(dt.date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turns ages (days before `on`; negative is ahead) into working days."""

    on: dt.date

    def day(self, age: int) -> dt.date:
        """The last working day that is at least `age` days before `on`."""
        day = self.on - dt.timedelta(days=age)
        while not is_working_day(day):
            day -= dt.timedelta(days=1)
        return day

    def day_or_none(self, age: int | None) -> dt.date | None:
        """As `day`; nothing gives nothing."""
        return None if age is None else self.day(age)

    def next_working_day(self, day: dt.date) -> dt.date:
        """The day itself, or the first working day after it."""
        while not is_working_day(day):
            day += dt.timedelta(days=1)
        return day

    def age(self, day: dt.date) -> int:
        """How many days before `on` the day lies."""
        return (self.on - day).days

    def on_holiday(self, rng: random.Random, day: dt.date) -> bool:
        """Whether a day in July is one on which the people in question are away; most are."""
        return day.month == 7 and rng.random() > SEASON[6]

    def in_season(self, rng: random.Random, youngest: int, oldest: int) -> dt.date:
        """A random working day between two ages, seldom in the holidays."""
        for _attempt in range(20):
            day = self.day(rng.randint(youngest, max(youngest, oldest)))
            if rng.random() < SEASON[day.month - 1]:
                break
        return day
