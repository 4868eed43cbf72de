"""Which rows stand behind each key of the report; or why there are none."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.i18n import N_

NAMES_A_ROW = N_("It tells which row the figures beside it are of, and is no figure itself.")
WAS_ASKED_FOR = N_("It says what was asked for, and from which data: it is not counted from rows.")
WITHOUT_ROWS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("coach_id", "employer_id", "ssyk", "week", "item"), NAMES_A_ROW),
        **dict.fromkeys(
            (f"meta.{key}" for key in ("on", "from", "to", "units", "data_version", "definitions_version")),
            WAS_ASKED_FOR,
        ),
    }
)
"""Keys of the report, or their last step, that have no rows, and why."""
_MADE_OF = ("n", "of", "at_risk")
"""What a share is worked out from: the rows behind its numerator and its denominator."""
_SAME_AS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gaps.occupations.state": ("gaps.occupations.demand", "gaps.occupations.supply"),
        "ranking.ladder": ("ranking.strength",),
        "ranking.warmth": ("ranking.parts.recency",),
        "ranking.free": ("employer.free",),
        "ranking.fatigued": (
            *("employer.occupied", "employer.fatigue_contacts", "employer.fatigue_placements"),
        ),
    }
)
"""Keys whose rows are those of others."""


def reason_without(path: str) -> str:
    """Why a key has no rows, an English msgid; empty when it has some, or is no key at all."""
    return WITHOUT_ROWS.get(path) or WITHOUT_ROWS.get(path.rpartition(".")[2], "")


def candidates(path: str) -> tuple[str, ...]:
    """The keys that may hold the rows behind a key, the best first: itself, what it is made of, its whole."""
    whole = path.rpartition(".")[0]
    parts = tuple(f"{whole}.{part}" for part in _MADE_OF) if whole else ()
    return (path, *_SAME_AS.get(path, ()), *parts, *([whole] if whole else []))
