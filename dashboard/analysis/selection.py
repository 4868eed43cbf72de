"""Whose rows count, and what was known on a day."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.coded import NOBODY, STUDIES, CodedWorld, Codes, Flags, day_number, encode
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.world import World
from dashboard.i18n import _


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """The rows of a selection as they were known on a day: MEASURES.md, "Selection" and "Time".

    The flags (`has_…`, `any_…`) stand one for each row of the table in the coded world; the frames hold the
    same rows with their columns, without anything that had not happened yet.

    Attributes:
        coded: the whole world.
        date: the day, `on` in MEASURES.md.
        on: its number.
        asked_units: the units that were asked for by key.
        asked_programme: the programme that was asked for.
        unit_ids: the selection's units, sorted.
        has_coach: coaches of the selection's units.
        has_client: clients of the selection's units.
        has_employer: the selection's employers, inactive and later registered ones too.
        has_contact: the selection's coaches' contacts on or before `on`.
        has_placement: the selection's clients' placements begun on or before `on`.
        has_follow_up: the follow-ups of those.
        any_contact: every unit's contacts on or before `on`.
        any_placement: every unit's placements begun on or before `on`.
    """

    coded: CodedWorld
    date: dt.date
    on: int
    asked_units: tuple[str, ...]
    asked_programme: str | None
    unit_ids: tuple[str, ...]
    has_coach: Flags
    has_client: Flags
    has_employer: Flags
    has_contact: Flags
    has_placement: Flags
    has_follow_up: Flags
    any_contact: Flags
    any_placement: Flags

    @property
    def works(self) -> Flags:
        """The selection's coaches who work on the day."""
        coaches = self.coded.coaches
        return self.has_coach & (coaches.start <= self.on) & (self.on < coaches.end)

    @property
    def active_client(self) -> Flags:
        """The selection's clients who are enrolled on the day and not closed."""
        clients = self.coded.clients
        return self.has_client & (clients.enrolled <= self.on) & (self.on < clients.closed)

    @property
    def coaches(self) -> pd.DataFrame:
        """The selection's coaches, also those who have left."""
        return self.coded.world.coaches[self.has_coach]

    @property
    def clients(self) -> pd.DataFrame:
        """The selection's clients; a closing after the day is not known."""
        return _until(self.coded.world.clients[self.has_client], self.date, "closed_on", "closing_reason")

    @property
    def employers(self) -> pd.DataFrame:
        """The selection's employers, inactive and later registered ones too."""
        return self.coded.world.employers[self.has_employer]

    @property
    def contacts(self) -> pd.DataFrame:
        """The selection's contacts."""
        return self.coded.world.contacts[self.has_contact]

    @property
    def placements(self) -> pd.DataFrame:
        """The selection's placements; an end and outcome after the day are not known."""
        return _until(self.coded.world.placements[self.has_placement], self.date, "ended_on", "outcome")

    @property
    def follow_ups(self) -> pd.DataFrame:
        """The selection's follow-ups; one done after the day is not done."""
        rows = self.coded.world.follow_ups[self.has_follow_up]
        return _until(rows, self.date, "done_on", "assessment")

    def at(self, on: dt.date) -> "Scope":
        """The same selection on another day."""
        return select(self.coded, self.asked_units, self.asked_programme, on)


def select(world: World | CodedWorld, units: tuple[str, ...], programme: str | None, on: dt.date) -> Scope:
    """The rows of some units, or of everything when neither units nor a programme is given.

    Args:
        world: the tables; give the coded ones when there are several questions to ask.
        units: keys of units.
        programme: a label; all units that carry it are added.
        on: the day the figures are true for.

    Raises:
        InvalidParameter: when there is no such unit or programme.
    """
    coded = world if isinstance(world, CodedWorld) else encode(world)
    day = day_number(on)
    chosen = _chosen_units(coded.world.units, units, programme)
    everything = not units and programme is None
    has_coach = _of_units(coded.coaches.unit, chosen) | everything
    has_client = _of_units(coded.clients.unit, chosen) | everything
    any_contact = coded.contacts.day <= day
    any_placement = coded.placements.start <= day
    has_contact = any_contact & has_coach[coded.contacts.coach]
    has_placement = any_placement & has_client[coded.placements.client]
    met = _employers_of(coded, has_contact, has_placement)
    strangers = ~_employers_of(coded, any_contact, any_placement)
    return Scope(
        coded=coded,
        date=on,
        on=day,
        asked_units=units,
        asked_programme=programme,
        unit_ids=tuple(sorted(coded.world.units["unit_id"][chosen])),
        has_coach=has_coach,
        has_client=has_client,
        has_employer=met | (strangers & _in_municipalities(coded.world, chosen)) | everything,
        has_contact=has_contact,
        has_placement=has_placement,
        has_follow_up=has_placement[coded.follow_ups.placement],
        any_contact=any_contact,
        any_placement=any_placement,
    )


def _chosen_units(frame: pd.DataFrame, units: tuple[str, ...], programme: str | None) -> Flags:
    keys = frame["unit_id"].tolist()
    for unit in units:
        if unit not in keys:
            raise InvalidParameter(_("There is no unit “{name}”.").format(name=unit))
    in_programme = (frame["programme"] == programme).to_numpy(dtype=bool)
    if programme is not None and not in_programme.any():
        raise InvalidParameter(_("There is no programme “{name}”.").format(name=programme))
    if not units and programme is None:
        return np.ones(len(frame), dtype=bool)
    return frame["unit_id"].isin(units).to_numpy() | in_programme


def _of_units(unit: Codes, chosen: Flags) -> Flags:
    """Rows whose unit is chosen; those without a unit belong to none."""
    return np.append(chosen, False)[unit]  # NOBODY, -1, is the last


def _employers_of(coded: CodedWorld, contacts: Flags, placements: Flags) -> Flags:
    """Employers with one of the contacts or placements, studies aside."""
    found = np.zeros(len(coded.employers.active) + 1, dtype=bool)
    found[coded.contacts.employer[contacts]] = True
    found[coded.placements.employer[placements & (coded.placements.kind != STUDIES)]] = True
    return found[:NOBODY]


def _in_municipalities(world: World, chosen: Flags) -> Flags:
    codes = world.units["municipality_code"][chosen].dropna()
    return world.employers["municipality_code"].isin(codes).to_numpy()


def _until(frame: pd.DataFrame, day: dt.date, date_column: str, word_column: str) -> pd.DataFrame:
    """The frame without what happened after the day: the date and the word that came with it."""
    later = frame[date_column] > pd.Timestamp(day)
    return frame.assign(
        **{date_column: frame[date_column].mask(later), word_column: frame[word_column].mask(later)}
    )
