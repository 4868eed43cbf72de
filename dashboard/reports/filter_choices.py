"""What the filter bar may offer: only what the data holds."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from dashboard.data.reference import sni_section
from dashboard.domain.vocabulary import OWNERSHIPS
from dashboard.domain.world import World
from dashboard.i18n import sort_key
from dashboard.reports.access import Access


@dataclass(frozen=True, slots=True)
class CoachChoice:
    """A coach to choose.

    Attributes:
        coach_id: the unit's key.
        name: shown.
        ended_on: the day she left, if she has.
    """

    coach_id: str
    name: str
    ended_on: dt.date | None

    def has_left(self, on: dt.date) -> bool:
        """Whether she had left by a day."""
        return self.ended_on is not None and self.ended_on < on


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The values that the data holds for each filter, in the order they are shown.

    Attributes:
        units: (key, name).
        programmes: their labels.
        coaches: by name.
        ownerships: keys of OWNERSHIPS.
        sectors: letters of SNI sections.
    """

    units: tuple[tuple[str, str], ...]
    programmes: tuple[str, ...]
    coaches: tuple[CoachChoice, ...]
    ownerships: tuple[str, ...]
    sectors: tuple[str, ...]


def filter_choices(access: Access) -> FilterChoices:
    """What can be chosen in the data as it is now."""
    return access.cached(("filter_choices",), lambda snapshot: _choices(snapshot.world))


def _choices(world: World) -> FilterChoices:
    employers = world.employers
    held = set(employers["ownership"].dropna())
    sections = {sni_section(code) for code in employers["sni_code"].dropna().unique()}
    units = zip(world.units["unit_id"], world.units["name"], strict=True)
    return FilterChoices(
        units=tuple(sorted(units, key=lambda unit: sort_key(unit[1]))),
        programmes=tuple(sorted(world.units["programme"].dropna().unique(), key=sort_key)),
        coaches=_coaches(world.coaches),
        ownerships=tuple(key for key in OWNERSHIPS if key in held),
        sectors=tuple(sorted(letter for letter in sections if letter)),
    )


def _coaches(coaches: pd.DataFrame) -> tuple[CoachChoice, ...]:
    rows = zip(coaches["coach_id"], coaches["name"], coaches["ended_on"], strict=True)
    choices = [
        CoachChoice(key, name, None if pd.isna(ended) else pd.Timestamp(ended).date())
        for key, name, ended in rows
    ]
    return tuple(sorted(choices, key=lambda coach: sort_key(coach.name)))
