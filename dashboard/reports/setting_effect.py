"""What other settings would do to the figures that people know by heart, before anybody saves them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from dashboard.analysis.cohort import cohort
from dashboard.analysis.load import occasions
from dashboard.analysis.load_minutes import forecast
from dashboard.analysis.ratings import ratings
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.i18n import N_, _, number, percent
from dashboard.reports.access import Access
from dashboard.reports.json_values import Json
from dashboard.reports.report_employers import employers
from dashboard.reports.report_follow_ups import follow_ups
from dashboard.reports.report_gaps import gaps
from dashboard.reports.report_input import report_input
from dashboard.reports.report_ratings import STATES

Figure = float | str | None

HEADLINES: Mapping[str, str] = MappingProxyType(
    {
        "employers.by_warmth.active": N_("Employers with an active relationship"),
        "employers.by_warmth.cooling": N_("Employers whose relationship is cooling"),
        "employers.strength.strong": N_("Employers with a strong relationship"),
        "employers.strength.medium": N_("Employers with a medium relationship"),
        "employers.by_ladder.5": N_("Employers who are partners"),
        "employers.single_coach": N_("Employers who hang on a single coach"),
        "employers.fatigued": N_("Employers who are tired of us"),
        "employers.free_places": N_("Free places"),
        "follow_ups.due": N_("Follow-ups that wait"),
        "follow_ups.on_time.share": N_("Follow-ups on time"),
        "follow_ups.unseen": N_("Placements that nobody has looked at"),
        "follow_ups.both_parties.share": N_("Placements with both parties reached"),
        "gaps.fading": N_("Strong or medium relationships that have cooled"),
        "gaps.unused": N_("Employers that are unused"),
        "gaps.areas.clients": N_("Clients with too few employers near home"),
        "gaps.missing": N_("Occupations wished for that lack employers"),
        "load.over": N_("Weeks ahead with more to do than time, all coaches"),
        "load.hours": N_("Hours of follow-up ahead, in twelve weeks"),
        "ratings.client": N_("The clients' ratings against the target"),
        "ratings.employer": N_("The employers' ratings against the target"),
        "cohort.clients": N_("Clients who are followed to a job"),
    }
)
"""The figures that are held beside each other: counts, shares, and where the targets stand."""
MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that would be another, both as they are written in the language in use."""

    name: str
    before: str
    after: str


def settings_effect(access: Access, tried: Definitions, on: dt.date) -> tuple[Moved, ...]:
    """The figures of all units on a day that would be others, for the year up to it. Counts alone."""
    now, then = _figures(replace(access, tried=None), on), _figures(replace(access, tried=tried), on)
    return tuple(
        Moved(_(name), _told(key, now[key]), _told(key, then[key]))
        for key, name in HEADLINES.items()
        if now[key] != then[key]
    )


def _figures(access: Access, on: dt.date) -> Mapping[str, Figure]:
    return access.cached(("setting_effect", on), lambda _snapshot: _counted(access, on))


def _counted(access: Access, on: dt.date) -> dict[str, Figure]:
    given = report_input(access, on, Period.year_to(on), (), None)
    found: dict[str, Figure] = {}
    for area, made in {"employers": employers(given), "follow_ups": follow_ups(given)}.items():
        found |= {key: _at(made, key) for key in HEADLINES if key.startswith(f"{area}.")}
    lacking, ahead, rated = gaps(given), forecast(given.basis, occasions(given.basis)), ratings(given.basis)
    return {
        **found,
        "gaps.fading": lacking["fading"],
        "gaps.unused": lacking["unused"],
        "gaps.areas.clients": lacking["areas"]["clients"],
        "gaps.missing": sum(one["state"] == "missing" for one in lacking["occupations"]),
        "load.over": sum(week.over for week in ahead.weeks),
        "load.hours": round(ahead.total / MINUTES_AN_HOUR),
        "ratings.client": rated.client.judgement.state,
        "ratings.employer": rated.employer.judgement.state,
        "cohort.clients": cohort(given.basis).clients,
    }


def _at(made: Json, key: str) -> Figure:
    value: Any = made
    for part in key.split(".")[1:]:
        value = value[part]
    return value  # type: ignore[no-any-return]  # a leaf of the report


def _told(key: str, value: Figure) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return _(STATES[value])
    return percent(value) if key.endswith(".share") else number(value)
