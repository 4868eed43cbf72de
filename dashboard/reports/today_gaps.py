"""The gaps that were not there four weeks ago."""

import datetime as dt
from dataclasses import dataclass

from dashboard.reports.access import Access
from dashboard.reports.gap_answers import NAMED
from dashboard.reports.gap_ground import GapGround, gap_ground
from dashboard.reports.gap_occupations import lacking
from dashboard.reports.state import PageState

NEW_WITHIN = 28
"""Days for which a gap is called new."""
NEW_GAPS = ("occupations", "dependence", "dormant", "unused", "dead_ends")
"""The gaps that are compared: what fades and who is tired stand in the list by themselves."""


@dataclass(frozen=True, slots=True)
class NewGap:
    """What has come into a gap.

    Attributes:
        gap: the gap.
        since: the day it is compared with.
        keys: the employers, or the occupation groups, that are in it now and were not then.
        names: the first employers by name that may be disturbed now; empty for occupations.
    """

    gap: str
    since: dt.date
    keys: tuple[str, ...]
    names: tuple[str, ...]


def new_gaps(access: Access, page: PageState) -> tuple[NewGap, ...]:
    """Each gap that something has come into, in the order of the catalogue."""
    since = page.on - dt.timedelta(days=NEW_WITHIN)
    now, then = gap_ground(access, page), gap_ground(access, page.replace(day=since, first=None, last=None))
    names = now.gaps.state.employers["name"]
    # Whoever is named is called; those to be left in peace are counted.
    found = []
    for gap in NEW_GAPS:
        before = set(_keys(then, gap))
        keys = tuple(key for key in _keys(now, gap) if key not in before)
        able = [] if gap == "occupations" else [key for key in keys if key not in now.quiet][:NAMED]
        named = tuple(str(name) for name in names.reindex(able))
        if keys:
            found.append(NewGap(gap, since, keys, named))
    return tuple(found)


def _keys(ground: GapGround, gap: str) -> list[str]:
    if gap == "occupations":
        return [one.ssyk for one in lacking(ground.gaps)]
    return [str(key) for key in ground.flagged(gap)]
