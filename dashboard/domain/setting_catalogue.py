"""The settings of the unit: each definition that it may change, by name, with its limits.

A setting's name is the field of `Definitions`, or `group.field` in one of its groups.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from dashboard.domain.definitions import Definitions
from dashboard.domain.errors import SettingsError
from dashboard.i18n import N_, _

Value = int | float | tuple[int, ...]

CLOSE = 0.5
"""How alike a name must be to one of ours for us to suggest it."""


class Kind(StrEnum):
    """What a setting's value is."""

    WHOLE = "whole"
    DECIMAL = "decimal"
    RISING = "rising"
    """Whole numbers, each higher than the one before."""
    FROM_TO = "from_to"
    """Two whole numbers, the second not lower than the first."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One definition that a unit may change.

    Attributes:
        name: how it is named on the command line and stored.
        meaning: what it decides, as an English text of the catalogue.
        lowest: the lowest value; of each number, where there are several.
        highest: the highest.
        kind: what the value is.
        called: what a person reads it as where its fault is told; its name when empty.
    """

    name: str
    meaning: str
    lowest: float
    highest: float
    kind: Kind = Kind.WHOLE
    called: str = ""

    @property
    def default(self) -> Value:
        """What holds when the unit has not decided otherwise."""
        return value_of(Definitions(), self.name)


_LIST = (
    Setting("half_life", N_("days until an interaction counts half in strength"), 1, 3650),
    Setting("tie_window", N_("days that a tie stays active after the last interaction"), 1, 3650),
    Setting("active_within", N_("days since the last interaction while a relation is active"), 1, 3650),
    Setting("cooling_within", N_("days since the last interaction until a relation is dormant"), 1, 3650),
    Setting("partner_interaction_within", N_("days within which a partner has had an interaction"), 1, 3650),
    Setting("partner_clients", N_("clients who have been placed at a partner"), 1, 100),
    Setting("strong_from", N_("strength from which a relation is strong"), 0, 100, Kind.DECIMAL),
    Setting("strong_from_rung", N_("rung of the ladder that a strong relation has reached"), 0, 5),
    Setting("medium_from", N_("strength from which a relation is medium"), 0, 100, Kind.DECIMAL),
    Setting("fatigue_contacts", N_("contacts on our initiative that an employer bears"), 0, 1000),
    Setting("fatigue_window", N_("days in which those contacts are counted"), 1, 3650),
    Setting("employment_occupies", N_("days that an employment takes up a place"), 0, 3650),
    Setting("tasting_length", N_("days of a job tasting without an end"), 1, 365),
    Setting("spell_gap", N_("days between two rows that still are one spell"), 0, 365),
    Setting("due_after_end", N_("days after the end that a follow-up is still due"), 0, 365),
    Setting("both_parties_after", N_("days until both parties should have been reached"), 0, 365),
    Setting("cohort_months", N_("months of enrolments in the cohort rate"), 1, 240),
    Setting("ssyk_level", N_("digits of the occupation when demand meets supply"), 1, 4),
    Setting("area_employers", N_("warm employers that a client should have nearby"), 1, 100),
    Setting("area_km", N_("kilometres that count as nearby"), 0.1, 500, Kind.DECIMAL),
    Setting("hours_per_week", N_("hours a week for follow-ups of a full-time coach"), 0.5, 40, Kind.DECIMAL),
    Setting("published_from", N_("smallest number of persons that is published"), 5, 100),
    Setting("standard.first_days", N_("days of the first follow-ups"), 1, 365, Kind.RISING),
    Setting("standard.trial_step", N_("then days between follow-ups of a trial"), 1, 365),
    Setting(
        "standard.employment_months",
        N_("first and last month with a monthly follow-up of an employment"),
        1,
        60,
        Kind.FROM_TO,
    ),
    Setting("standard.employment_step", N_("then months between follow-ups of an employment"), 1, 24),
    Setting("standard.studies_step", N_("months between follow-ups of studies"), 1, 24),
    Setting("standard.grace", N_("days late that still are on time"), 0, 90),
    Setting("minutes.visit", N_("minutes of a visit"), 0, 480),
    Setting("minutes.video", N_("minutes of a video call"), 0, 480),
    Setting("minutes.phone", N_("minutes of a phone call"), 0, 480),
    Setting("minutes.email", N_("minutes of an e-mail"), 0, 480),
    Setting("strength_weights.recency", N_("weight of “Recently” in strength"), 0, 1, Kind.DECIMAL),
    Setting("strength_weights.frequency", N_("weight of “Often” in strength"), 0, 1, Kind.DECIMAL),
    Setting("strength_weights.depth", N_("weight of “Depth” in strength"), 0, 1, Kind.DECIMAL),
    Setting("strength_weights.breadth", N_("weight of “Breadth” in strength"), 0, 1, Kind.DECIMAL),
    Setting("strength_weights.reciprocity", N_("weight of “Mutual” in strength"), 0, 1, Kind.DECIMAL),
    Setting("strength_weights.outcome", N_("weight of “Results” in strength"), 0, 1, Kind.DECIMAL),
    Setting("match_weights.occupation", N_("weight of “Occupation” in a match"), 0, 1, Kind.DECIMAL),
    Setting("match_weights.adjustments", N_("weight of “Adjustments” in a match"), 0, 1, Kind.DECIMAL),
    Setting("match_weights.distance", N_("weight of “Distance” in a match"), 0, 1, Kind.DECIMAL),
    Setting("match_weights.relation", N_("weight of “Relation” in a match"), 0, 1, Kind.DECIMAL),
    Setting("match_weights.success", N_("weight of “Similar needs” in a match"), 0, 1, Kind.DECIMAL),
    Setting("match_weights.places", N_("weight of “Free places” in a match"), 0, 1, Kind.DECIMAL),
    Setting("match_weights.rest", N_("weight of “Breathing space” in a match"), 0, 1, Kind.DECIMAL),
    Setting(
        "targets.client_rating",
        N_("share of clients who should rate a trial 4 or 5"),
        0.01,
        0.99,
        Kind.DECIMAL,
    ),
    Setting(
        "targets.employer_rating",
        N_("share of employers who should rate a trial 4 or 5"),
        0.01,
        0.99,
        Kind.DECIMAL,
    ),
)
SETTINGS: Mapping[str, Setting] = MappingProxyType({setting.name: setting for setting in _LIST})
"""Every setting by name, in the order in which they are shown."""


def setting_named(name: str) -> Setting:
    """The setting.

    Raises:
        SettingsError: when there is none of that name.
    """
    found = SETTINGS.get(name)
    if found is None:
        near = difflib.get_close_matches(name, SETTINGS, n=1, cutoff=CLOSE)
        sentence = _("There is no setting called “{name}”. Did you mean {near}?") if near else ""
        sentence = sentence or _("There is no setting called “{name}”. See: brygga settings list")
        raise SettingsError(sentence.format(name=name, near="".join(near)))
    return found


def value_of(definitions: Definitions, name: str) -> Value:
    """The value that a setting has in some definitions."""
    found: Any = definitions
    for part in name.split("."):
        found = getattr(found, part)
    return found  # type: ignore[no-any-return]  # a leaf of Definitions, as the names are
