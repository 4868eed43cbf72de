"""What has come of an employer's placements: counts by kind, nobody's name or key."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import KINDS, NEVER, NOBODY
from dashboard.analysis.spells import Spells, spells
from dashboard.domain.vocabulary import OUTCOMES, PLACEMENT_KINDS, SUCCESSES, TRIAL_KINDS
from dashboard.reports.access import Access
from dashboard.reports.employer import employer_code, employer_row
from dashboard.reports.employer_index import employer_index
from dashboard.reports.state import PageState

SHOWN_KINDS = tuple(kind for kind in PLACEMENT_KINDS if kind != "studies")


@dataclass(frozen=True, slots=True)
class KindRecord:
    """Placements of one kind at the employer; a renewed employment or an extended trial is one.

    Attributes:
        kind: a key of PLACEMENT_KINDS.
        placements: how many there have been.
        running: how many run on the day.
        outcomes: how many of the ended ones had each outcome; `unknown` without one.
    """

    kind: str
    placements: int
    running: int
    outcomes: Mapping[str, int]

    @property
    def with_outcome(self) -> int:
        """Ended ones with an outcome."""
        return sum(count for outcome, count in self.outcomes.items() if outcome != "unknown")

    @property
    def succeeded(self) -> int:
        """Those of them that led to employment or studies."""
        return sum(self.outcomes.get(outcome, 0) for outcome in SUCCESSES)

    @property
    def interrupted(self) -> int:
        """Those that were interrupted, by whomever."""
        return sum(count for way, count in self.outcomes.items() if way.startswith("interrupted_"))

    @property
    def is_trial(self) -> bool:
        """Whether an outcome of it says how a trial went."""
        return self.kind in TRIAL_KINDS


@dataclass(frozen=True, slots=True)
class EmployerRecord:
    """What has come of an employer's placements.

    Attributes:
        kinds: one for each kind there has been, in the order of PLACEMENT_KINDS.
    """

    kinds: tuple[KindRecord, ...]

    @property
    def trials_completed(self) -> int:
        """Ended trials with an outcome."""
        return sum(kind.with_outcome for kind in self.kinds if kind.is_trial)

    @property
    def trials_succeeded(self) -> int:
        """Those of them that led to employment or studies."""
        return sum(kind.succeeded for kind in self.kinds if kind.is_trial)

    @property
    def trials_without_outcome(self) -> int:
        """Ended trials whose outcome nobody has entered."""
        return sum(kind.outcomes.get("unknown", 0) for kind in self.kinds if kind.is_trial)

    @property
    def trial_outcomes(self) -> Mapping[str, int]:
        """How many trials ended in each way, in the order of OUTCOMES, `unknown` last; none with 0."""
        ways = (*OUTCOMES, "unknown")
        counts = {way: sum(kind.outcomes.get(way, 0) for kind in self.kinds if kind.is_trial) for way in ways}
        return {way: count for way, count in counts.items() if count}


def employer_record(access: Access, page: PageState, employer_id: str) -> EmployerRecord:
    """What has come of one employer's placements, of the selection's clients, up to the page's day.

    Raises:
        AccessDenied: to others than coaches and managers.
        NotFound: when the employer is not in the selection.
        InvalidParameter: when there is no such unit or programme.
    """
    employer_row(access, page, employer_index(access, page), employer_id)
    scope = access.scope(page.units, page.programme, page.on)
    joined = joined_spells(access, page)
    here = joined.employer == employer_code(scope, employer_id)
    rows = np.flatnonzero(here & scope.has_placement[joined.last_row])
    records = (_record(joined, rows[joined.kind[rows] == KINDS.index(kind)], kind) for kind in SHOWN_KINDS)
    return EmployerRecord(tuple(record for record in records if record.placements))


def joined_spells(access: Access, page: PageState) -> Spells:
    """Every unit's placements as spells on the page's day."""
    scope = access.scope(page.units, page.programme, page.on)
    key = ("spells", tuple(sorted(set(page.units))), page.programme, page.on)
    joined: Spells = access.cached(
        key,
        lambda _snapshot: spells(scope.coded.placements, scope.any_placement, scope.on, access.definitions),
    )
    return joined


def _record(joined: Spells, rows: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]", kind: str) -> KindRecord:
    ended = rows[joined.end[rows] < NEVER]
    names = ["unknown" if code == NOBODY else OUTCOMES[code] for code in joined.outcome[ended]]
    return KindRecord(
        kind=kind,
        placements=len(rows),
        running=len(rows) - len(ended),
        outcomes={name: names.count(name) for name in dict.fromkeys(names)},
    )
