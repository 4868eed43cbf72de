"""One employer: how strong the relation is and why, who knows it, and how much it can take."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import day_number
from dashboard.analysis.selection import Scope
from dashboard.data.reference import sni_title, ssyk_title
from dashboard.domain.errors import NotFound
from dashboard.i18n import _, language
from dashboard.reports.access import Access
from dashboard.reports.employer_filters import municipality_name
from dashboard.reports.employer_index import (
    EmployerIndex,
    employer_index,
    require_staff,
    split_list,
    text_or_none,
)
from dashboard.reports.finder import EmployerLine, employer_lines
from dashboard.reports.map_areas import municipalities_around
from dashboard.reports.state import PageState

SHOWN_KEY = 40


@dataclass(frozen=True, slots=True)
class CoachTie:
    """A coach who has, or had, to do with the employer.

    Attributes:
        coach_id: the coach's key.
        name: the coach's name.
        strength: of the tie.
        active: a warm interaction within a year, and the coach still works.
        works: whether the coach works on the day.
        first_on: the first interaction.
        last_on: the last one.
    """

    coach_id: str
    name: str
    strength: float
    active: bool
    works: bool
    first_on: dt.date
    last_on: dt.date


@dataclass(frozen=True, slots=True)
class Tiredness:
    """What the employer bears now, by the two measures of fatigue; all units count.

    Attributes:
        fatigued: whether it is too much.
        over_capacity: more people there than places.
        contacts: contacts we took in the window.
        placements: placements begun in the window.
        limit: contacts that are still all right without a placement.
        days: the length of the window.
    """

    fatigued: bool
    over_capacity: bool
    contacts: int
    placements: int
    limit: int
    days: int


@dataclass(frozen=True, slots=True, eq=False)
class EmployerProfile:
    """What holds for one employer on a day.

    Attributes:
        on: the day.
        line: what the list says about it.
        industry: the name of its SNI division; None when not known.
        ownership: a key of OWNERSHIPS; None when not known.
        size_class: a key of SIZE_CLASSES; None when not known.
        group: the organisation it belongs to.
        municipality: its municipality's name.
        occupations: (SSYK code, title) of the jobs it can offer.
        adjustments: keys of SUPPORT_NEEDS that it can meet.
        registered_on: when the unit first knew it.
        first_on: the first interaction.
        last_warm_on: the last warm interaction.
        clients_placed: different clients placed there, studies aside.
        employments: employment spells there.
        running: placements running there on the day.
        weakest_part: the part of the strength that costs it most points.
        points_lost: how many.
        coaches: everybody who has to do with it, active ties first, the strongest first.
        tiredness: what it bears.
        latitude: its position; None when it has none.
        longitude: as latitude.
        areas: the municipalities around it, as GeoJSON.
    """

    on: dt.date
    line: EmployerLine
    industry: str | None
    ownership: str | None
    size_class: str | None
    group: str | None
    municipality: str | None
    occupations: tuple[tuple[str, str], ...]
    adjustments: tuple[str, ...]
    registered_on: dt.date | None
    first_on: dt.date | None
    last_warm_on: dt.date | None
    clients_placed: int
    employments: int
    running: int
    weakest_part: str
    points_lost: float
    coaches: tuple[CoachTie, ...]
    tiredness: Tiredness
    latitude: float | None
    longitude: float | None
    areas: Mapping[str, Any]

    @property
    def ask_first(self) -> CoachTie | None:
        """Whom to ask before getting in touch: the strongest active tie, else the strongest still at work."""
        active = next((coach for coach in self.coaches if coach.active), None)
        return active or next((coach for coach in self.coaches if coach.works), None)


def employer_profile(access: Access, page: PageState, employer_id: str) -> EmployerProfile:
    """What holds for one employer of the selection on the page's day.

    Raises:
        AccessDenied: to others than coaches and managers.
        NotFound: when there is no such employer, or it is not in the selection that day.
        InvalidParameter: when there is no such unit or programme.
    """
    index = employer_index(access, page)
    row = employer_row(access, page, index, employer_id)
    scope = access.scope(page.units, page.programme, page.on)
    cell = index.state.employers.iloc[row]
    weakest, lost = _weakest(access, cell)
    placed = bool(index.placed[row])
    latitude = float(cell["map_latitude"]) if placed else None
    longitude = float(cell["map_longitude"]) if placed else None
    here = [(latitude, longitude)] if latitude is not None and longitude is not None else []
    code = text_or_none(cell["map_municipality_code"])
    return EmployerProfile(
        on=page.on,
        line=employer_lines(index, np.array([row]))[0],
        industry=_industry(text_or_none(cell["sni_code"])),
        ownership=text_or_none(cell["ownership"]),
        size_class=text_or_none(cell["size_class"]),
        group=text_or_none(cell["group"]),
        municipality=municipality_name(code) if code else None,
        occupations=_occupations(cell["occupations"]),
        adjustments=tuple(split_list(cell["adjustments"])),
        registered_on=day_or_none(cell["registered_on"]),
        first_on=day_or_none(cell["first_on"]),
        last_warm_on=day_or_none(cell["last_warm_on"]),
        clients_placed=int(cell["clients_placed"]),
        employments=int(cell["employments"]),
        running=int(cell["running"]),
        weakest_part=weakest,
        points_lost=lost,
        coaches=_coaches(index, employer_id),
        tiredness=_tiredness(access, scope, employer_id, cell),
        latitude=latitude,
        longitude=longitude,
        areas=municipalities_around(here) if here else {"type": "FeatureCollection", "features": []},
    )


def employer_row(access: Access, page: PageState, index: EmployerIndex, employer_id: str) -> int:
    """The employer's row in the index.

    Raises:
        NotFound: when there is none, in words that tell an unknown key from one outside the selection.
    """
    require_staff(access)
    row = index.row_of(employer_id)
    if row is not None:
        return row
    shown = employer_id if len(employer_id) <= SHOWN_KEY else employer_id[:SHOWN_KEY] + "…"
    if bool((access.store.world().employers["employer_id"] == employer_id).any()):
        raise NotFound(_("“{key}” is in the data, but not in this selection on this day.").format(key=shown))
    raise NotFound(_("There is no employer with the key “{key}”.").format(key=shown))


def employer_code(scope: Scope, employer_id: str) -> int:
    """The employer's row in the whole world's table; NOBODY when there is none."""
    return int(pd.Index(scope.coded.world.employers["employer_id"]).get_indexer(pd.Index([employer_id]))[0])


def day_or_none(value: Any) -> dt.date | None:
    """A cell of a date column; None when it is empty."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def _industry(code: str | None) -> str | None:
    return sni_title(code, "en" if language() == "en" else "sv") if code else None


def _occupations(cell: Any) -> tuple[tuple[str, str], ...]:
    words = "en" if language() == "en" else "sv"
    return tuple((code, ssyk_title(code, words) or code) for code in split_list(cell))  # type: ignore[arg-type]


def _weakest(access: Access, cell: "pd.Series[Any]") -> tuple[str, float]:
    """The part of the strength with the most points missing, and how many."""
    weights = access.definitions.strength_weights
    parts = ("recency", "frequency", "depth", "breadth", "reciprocity", "outcome")
    lost = {part: 100 * getattr(weights, part) * (1 - float(cell[part])) for part in parts}
    weakest = max(parts, key=lambda part: lost[part])
    return weakest, lost[weakest]


def _coaches(index: EmployerIndex, employer_id: str) -> tuple[CoachTie, ...]:
    ties = index.state.ties[index.state.ties["employer_id"] == employer_id]
    staff = index.state.coaches
    found = [
        CoachTie(
            coach_id=str(tie["coach_id"]),
            name=str(staff["name"][tie["coach_id"]]),
            strength=float(tie["strength"]),
            active=bool(tie["active"]),
            works=bool(staff["works"][tie["coach_id"]]),
            first_on=pd.Timestamp(tie["first_on"]).date(),
            last_on=pd.Timestamp(tie["last_on"]).date(),
        )
        for tie in ties.to_dict("records")
    ]
    return tuple(sorted(found, key=lambda coach: (not coach.active, -coach.strength, coach.name)))


def _tiredness(access: Access, scope: Scope, employer_id: str, cell: "pd.Series[Any]") -> Tiredness:
    definitions = access.definitions
    code = employer_code(scope, employer_id)
    since = day_number(scope.date) - definitions.fatigue_window
    contacts, placements = scope.coded.contacts, scope.coded.placements
    lately = scope.any_contact & (contacts.day > since) & contacts.by_unit & (contacts.employer == code)
    begun = scope.any_placement & (placements.start > since) & (placements.employer == code)
    kinds = scope.coded.world.placements["kind"].array[np.flatnonzero(begun)]
    return Tiredness(
        fatigued=bool(cell["fatigued"]),
        over_capacity=int(cell["occupied"]) > int(cell["capacity"]),
        contacts=int(lately.sum()),
        placements=int((np.asarray(kinds, dtype=object) != "studies").sum()),
        limit=definitions.fatigue_contacts,
        days=definitions.fatigue_window,
    )
