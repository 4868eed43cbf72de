"""The groups of each way to set a selection side by side, and what they are called."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Flags
from dashboard.analysis.narrowed import at_employers, of_clients
from dashboard.analysis.rounds import Round, rounds
from dashboard.analysis.selection import select
from dashboard.domain.vocabulary import OWNERSHIPS, REFERRERS
from dashboard.domain.world import World
from dashboard.i18n import _, day, sort_key
from dashboard.reports.reference_words import municipality
from dashboard.reports.state import UNKNOWN
from dashboard.words import word

OF_UNITS = ("unit", "programme")
"""Ways that part the units: each group is a selection of the report."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """One of the groups.

    Attributes:
        key: a unit's key, a programme's label, a word, a district; "unknown" for what is not recorded.
        basis: the selection narrowed to it.
        units: the units that it is, when it is some.
        round: the round that it is, when it is one.
    """

    key: str
    basis: Basis
    units: tuple[str, ...] = ()
    round: Round | None = None


def groups_of(basis: Basis, grouping: str) -> tuple[Group, ...]:
    """The groups of a selection that have anybody, in the order of their keys.

    Args:
        basis: the selection; for rounds with a period that begins with the first of them.
        grouping: one of GROUPINGS.
    """
    if grouping in OF_UNITS:
        return tuple(_units(basis, by_programme=grouping == "programme"))
    if grouping == "round":
        made = rounds(basis).rounds
        return tuple(
            Group(one.period.first.isoformat(), of_clients(basis, one.who), round=one) for one in made
        )
    if grouping == "ownership":
        return tuple(_ownerships(basis))
    return tuple(_clients(basis, grouping))


def named(world: World, grouping: str, group: Group, *, by_day: bool) -> str:
    """What a group is called.

    Args:
        world: the data.
        grouping: the way that it comes from.
        group: the group.
        by_day: whether a round is one day.
    """
    if group.round is not None:
        first = group.round.period.first
        if by_day:
            return day(first)
        half = _("the first half of {year}") if first.month == 1 else _("the second half of {year}")
        return half.format(year=str(first.year))
    if group.key == UNKNOWN:
        return _("Not known")
    if grouping == "unit":
        rows = world.units[world.units["unit_id"] == group.key]
        return str(rows["name"].iloc[0])
    return word(grouping, group.key) if grouping in {"referrer", "ownership"} else group.key


def where(world: World, group: Group) -> str:
    """The municipalities of a group's units; empty where none is recorded."""
    codes = world.units.loc[world.units["unit_id"].isin(group.units), "municipality_code"].dropna()
    return ", ".join(sorted({municipality(code) for code in codes}, key=sort_key))


def _units(basis: Basis, *, by_programme: bool) -> Iterator[Group]:
    coded, date = basis.scope.coded, basis.scope.date
    frame = coded.world.units
    frame = frame[frame["unit_id"].isin(basis.scope.unit_ids)]
    keys = frame["programme"].fillna(UNKNOWN) if by_programme else frame["unit_id"]
    for key in sorted(set(keys), key=lambda text: (text == UNKNOWN, sort_key(text))):
        units = tuple(sorted(frame.loc[keys == key, "unit_id"]))
        # The spells are those of every unit, and the same in each selection.
        scope = select(coded, units, None, date)
        yield Group(key, replace(basis, scope=scope), units)


def _clients(basis: Basis, grouping: str) -> Iterator[Group]:
    frame, mine = basis.scope.coded.world.clients, basis.scope.has_client
    keys = frame[grouping].fillna(UNKNOWN).to_numpy(dtype=object)
    for key in _ordered(keys[mine], REFERRERS if grouping == "referrer" else ()):
        yield Group(key, of_clients(basis, np.asarray(keys == key, dtype=bool)))


def _ownerships(basis: Basis) -> Iterator[Group]:
    keys = basis.scope.coded.world.employers["ownership"].fillna(UNKNOWN).to_numpy(dtype=object)
    for key in _ordered(keys[basis.scope.has_employer], OWNERSHIPS):
        flags: Flags = np.asarray(keys == key, dtype=bool)
        yield Group(key, at_employers(basis, flags))


def _ordered(keys: "np.ndarray[tuple[int], np.dtype[np.object_]]", words: tuple[str, ...]) -> list[str]:
    """Each key once: in the order of the vocabulary, or of the alphabet; what is not known last."""
    held = {str(key) for key in keys}
    if words:
        return [key for key in (*words, UNKNOWN) if key in held]
    return sorted(held, key=lambda text: (text == UNKNOWN, sort_key(text)))
