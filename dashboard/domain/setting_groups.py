"""The settings of the unit under the headings that they are set under: what is in balance is set together."""

from dataclasses import dataclass

from dashboard.domain.setting_catalogue import SETTINGS
from dashboard.i18n import N_


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that are set in one form.

    Attributes:
        key: its name in addresses and forms.
        title: its heading, an English msgid.
        names: the settings.
    """

    key: str
    title: str
    names: tuple[str, ...]


def _in(prefix: str) -> tuple[str, ...]:
    return tuple(name for name in SETTINGS if name.startswith(f"{prefix}."))


GROUPS = (
    Group(
        "relations",
        N_("Warm relationships"),
        ("active_within", "cooling_within", "half_life", "tie_window"),
    ),
    Group(
        "strong",
        N_("Strong relationships and partners"),
        (
            "strong_from",
            "strong_from_rung",
            "medium_from",
            "partner_clients",
            "partner_interaction_within",
        ),
    ),
    Group(
        "rest",
        N_("Places, and employers who need rest"),
        ("fatigue_contacts", "fatigue_window", "employment_occupies"),
    ),
    Group(
        "follow_ups",
        N_("The standard of follow-up"),
        (*_in("standard"), "due_after_end", "both_parties_after"),
    ),
    Group("time", N_("Time for follow-up"), ("hours_per_week", *_in("minutes"))),
    Group("targets", N_("Targets"), _in("targets")),
    Group("gaps", N_("Occupations and areas"), ("ssyk_level", "area_employers", "area_km")),
    Group(
        "placements", N_("Placements and who is followed"), ("tasting_length", "spell_gap", "cohort_months")
    ),
    Group("strength", N_("Weights in strength"), _in("strength_weights")),
    Group("match", N_("Weights in a match"), _in("match_weights")),
    Group("published", N_("What may be published"), ("published_from",)),
)
"""All groups, in the order in which they are shown; every setting is in one."""


def group_named(key: str) -> Group | None:
    """The group of a key; None when there is none."""
    return next((group for group in GROUPS if group.key == key), None)
