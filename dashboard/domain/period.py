"""Days and periods. One function decides what is within a period; nothing else may."""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def today() -> dt.date:
    """The calendar day in Stockholm, whatever the host's own time zone is."""
    return dt.datetime.now(STOCKHOLM).date()


def year_before(day: dt.date) -> dt.date:
    """The same day one year earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month some months later, or earlier; a short month's last day.

    >>> months_after(dt.date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def quarter_of(day: dt.date) -> "Period":
    """The calendar quarter that holds a day.

    >>> quarter_of(dt.date(2026, 5, 20)).last
    datetime.date(2026, 6, 30)
    """
    first = dt.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return Period(first, months_after(first, 3) - dt.timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included.

    Raises:
        ValueError: when the last day comes before the first.
    """

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} < {self.first}")

    @classmethod
    def year_to(cls, on: dt.date) -> "Period":
        """The default period of MEASURES.md: from the day after `on` one year earlier, to `on`.

        29 February one year earlier is 28 February, and the day after it 1 March.

        >>> Period.year_to(dt.date(2026, 6, 30)).first
        datetime.date(2025, 7, 1)
        >>> Period.year_to(dt.date(2024, 2, 29)).first
        datetime.date(2023, 3, 1)
        """
        return cls(year_before(on) + dt.timedelta(days=1), on)

    @property
    def end(self) -> dt.date:
        """The day after the last: the open end of the half-open interval."""
        return self.last + dt.timedelta(days=1)

    @property
    def before(self) -> "Period":
        """The period that ends where this one begins: as many whole months long, else as many days.

        >>> Period(dt.date(2026, 1, 1), dt.date(2026, 6, 30)).before.first
        datetime.date(2025, 7, 1)
        >>> Period(dt.date(2026, 1, 1), dt.date(2026, 1, 10)).before.first
        datetime.date(2025, 12, 22)
        """
        months = (self.end.year - self.first.year) * 12 + self.end.month - self.first.month
        whole = self.end.day == self.first.day
        first = months_after(self.first, -months) if whole else self.first - (self.end - self.first)
        return Period(first, self.first - dt.timedelta(days=1))

    def holds(self, day: dt.date | None) -> bool:
        """Whether a day lies within the period; an unknown day never does."""
        return day is not None and self.first <= day < self.end
