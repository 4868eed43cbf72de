"""Earlier publications as the audit sees them: what was shown then, and whom it was about."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from dashboard.analysis.suppression import half_year
from dashboard.data.publication_records import Private
from dashboard.domain.disclosure import Earlier, Release, System
from dashboard.domain.period import Period
from dashboard.reports.publish_people import REACHED, name_of_half

FLOWS = ("people.", "gender.", "gender_results.", "trials.", "employer_kinds.", "targets.")
"""What happened in the period; all else is as of a day, and is the same thing in each publication."""
STOCKS = frozenset({"people.active", "people.in_work"})
A_DAY = dt.timedelta(days=1)
_SYSTEM, _RELEASE = TypeAdapter(System), TypeAdapter(Release)


def private_values(system: System, release: Release) -> Mapping[str, Any]:
    """System and release as they are kept beside a publication."""
    return {
        "system": _SYSTEM.dump_python(system, mode="json"),
        "release": _RELEASE.dump_python(release, mode="json"),
    }


def earlier_of(kept: Private, period: Period) -> Earlier:
    """An earlier publication beside one of a period.

    Args:
        kept: what was kept of it.
        period: the period of the one at hand.
    """
    system = _SYSTEM.validate_python(kept.values["system"])
    then = Period(kept.first_on, kept.last_on)
    apart = then.last < period.first or period.last < then.first
    flows = {count.key for count in system.counts if count.key.startswith(FLOWS)} - STOCKS
    return Earlier(
        system=system,
        release=_RELEASE.validate_python(kept.values["release"]),
        other=frozenset(flows) if apart else frozenset(),
        same=_same(period, then),
    )


def shown_before(leaks: Sequence[str], earlier: Sequence[Earlier]) -> tuple[str, ...]:
    """Those leaks that an earlier publication shows by itself: whatever is hidden now cannot mend them.

    A limit that is raised above what was shown makes such ones.
    """
    return tuple(leak for leak in leaks if all(_shown(part, earlier) for part in leak.split(" - ")))


def _shown(name: str, earlier: Sequence[Earlier]) -> bool:
    key, _at, age = name.rpartition("@")
    return bool(key) and earlier[int(age) - 1].release.counts.get(key) is not None


def _same(now: Period, then: Period) -> dict[str, str]:
    """Counts that are the same under another name: one half-year, and those who were there when it began."""
    found = {}
    if half_year(then.first) == then:
        found[f"half_years.{name_of_half(then)}"] = REACHED
    if half_year(now.first) == now:
        found[REACHED] = f"half_years.{name_of_half(now)}"
    if then.last + A_DAY == now.first:
        found["people.before"] = "people.active"
    if now.last + A_DAY == then.first:
        found["people.active"] = "people.before"
    return found
