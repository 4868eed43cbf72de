"""Which colleague knows somebody at an employer, and how near that colleague is."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.layers import coach_links
from dashboard.analysis.links import Links
from dashboard.analysis.warm_path import strongest_tie, warm_path
from dashboard.i18n import _, day, ngettext, number
from dashboard.reports.access import Access
from dashboard.reports.network_scope import Known
from dashboard.reports.state import PageState

MEETINGS = ("meeting", "visit", "workplace_analysis")


@dataclass(frozen=True, slots=True)
class WayIn:
    """Whom to ask.

    Attributes:
        asker: the coach who asks; empty when nobody in particular does.
        is_you: whether that is the reader.
        names: from whom to ask first to who knows the employer; the asker alone when she knows it.
        shared: employers that the asker shares with the first.
        met_on: the last warm contact that the last of them had there.
        met: whether it was a meeting.
    """

    asker: str
    is_you: bool
    names: tuple[str, ...]
    shared: int
    met_on: dt.date
    met: bool


def way_in(access: Access, page: PageState, scope: Known, employer_id: str) -> WayIn | None:
    """Whom the page's coach, or the reader, may ask about an employer; None when nobody knows it."""
    knows = strongest_tie(scope.state, employer_id)
    if not knows:
        return None
    asker = page.coach or access.viewer.coach_id or ""
    links = _colleagues(access, page, scope)
    path = warm_path(scope.state, links, asker, employer_id) if asker else ()
    # Without a way over colleagues there is still somebody who knows the employer.
    coaches = path if len(path) == 1 else path[1:] or (knows,)
    ties = scope.state.active_ties
    tie = ties[(ties["coach_id"] == coaches[-1]) & (ties["employer_id"] == employer_id)].iloc[0]
    met_on = tie["last_warm_on"].date()
    return WayIn(
        asker=scope.name_of(asker) if asker else "",
        is_you=bool(asker) and asker == access.viewer.coach_id,
        names=tuple(scope.name_of(coach) for coach in coaches),
        shared=_shared(ties, asker, coaches[0]),
        met_on=met_on,
        met=_met(access, coaches[-1], employer_id, met_on),
    )


def way_in_words(way: WayIn | None) -> str:
    """The same as a sentence or two."""
    if way is None:
        return _("Nobody has a living tie there.")
    last = way.names[-1]
    when = day(way.met_on)
    what = _("met them {day}").format(day=when) if way.met else _("was in touch {day}").format(day=when)
    if way.asker and way.names == (way.asker,):
        if way.is_you:
            return _("**You know somebody there yourself**, last {day}.").format(day=when)
        return _("**{name} knows somebody there**, last {day}.").format(name=last, day=when)
    if not way.asker:
        return _("**Ask {name}**, who {what}.").format(name=last, what=what)
    if len(way.names) > 1:
        texts = (
            _("**Ask {first}**, who can reach {last}, who {what}."),
            _("**{asker} can ask {first}**, who can reach {last}, who {what}."),
        )
        said = texts[0 if way.is_you else 1].format(asker=way.asker, first=way.names[0], last=last, what=what)
    else:
        texts = (_("**Ask {name}**, who {what}."), _("**{asker} can ask {name}**, who {what}."))
        said = texts[0 if way.is_you else 1].format(asker=way.asker, name=last, what=what)
    return f"{said} {_shared_words(way)}"


def _shared_words(way: WayIn) -> str:
    if not way.shared:
        return _("You share no employer yet.") if way.is_you else _("They share no employer yet.")
    if way.is_you:
        text = ngettext("You share {n} employer.", "You share {n} employers.", way.shared)
    else:
        text = ngettext("They share {n} employer.", "They share {n} employers.", way.shared)
    return text.format(n=number(way.shared))


def _colleagues(access: Access, page: PageState, scope: Known) -> Links:
    key = ("coach_links", tuple(sorted(set(page.units))), page.programme, page.on)
    return access.cached(key, lambda _snapshot: coach_links(scope.state))


def _shared(ties: pd.DataFrame, one: str, other: str) -> int:
    employers = [set(ties["employer_id"][ties["coach_id"] == coach]) for coach in (one, other)]
    return len(employers[0] & employers[1])


def _met(access: Access, coach: str, employer: str, day_of: dt.date) -> bool:
    rows = access.store.world().contacts
    there = (rows["employer_id"] == employer) & (rows["coach_id"] == coach)
    then = rows["contacted_on"] == pd.Timestamp(day_of)
    return bool((there & then & rows["kind"].isin(MEETINGS)).any())
