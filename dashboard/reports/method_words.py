"""The method check in words: each value in its unit, what it comes from, and what would change its points."""

from collections.abc import Callable, Mapping
from math import ceil
from types import MappingProxyType

from dashboard.analysis.fidelity import Item
from dashboard.analysis.fidelity_next import NextScore, next_score
from dashboard.i18n import N_, _, ngettext, number, percent
from dashboard.reports.sentences_employers import item_name as plain_name
from dashboard.reports.telling import days_told, missing

SHARES = frozenset({"job_diversity", "employer_diversity", "permanent_jobs", "time_unlimited_support"})
_FROM: Mapping[str, str] = MappingProxyType(
    {
        "caseload": N_("active clients, and the coaches' posts"),
        "rapid_search": N_("clients enrolled in the period"),
        "employer_contacts": N_("meetings, visits and analyses in the period"),
        "job_diversity": N_("employments of a known occupation that started in the period"),
        "employer_diversity": N_("employments that started in the period"),
        "permanent_jobs": N_("running employments with a known contract"),
        "time_unlimited_support": N_("running employments at least 28 days old, and their follow-ups"),
    }
)
_LACKING: Mapping[str, str] = MappingProxyType(
    {
        "caseload": N_("No active client, or no coach with a post on the day."),
        "rapid_search": N_("No client was enrolled in the period."),
        "employer_contacts": N_("No coach was employed in the period."),
        "job_diversity": N_("No employment with a known occupation started in the period."),
        "employer_diversity": N_("No employment started in the period."),
        "permanent_jobs": N_("No running employment has a known contract."),
        "time_unlimited_support": N_("No running employment is 28 days old."),
    }
)


def item_name(item: str) -> str:
    """What an item is called where its name stands first."""
    name = plain_name(item)
    return name[:1].upper() + name[1:]


def value_told(item: Item) -> str:
    """A value as it is read: a share, days, or a number for each post."""
    if item.value is None:
        return _("not reached by half") if item.score is not None else missing()
    if item.item in SHARES:
        return percent(item.value)
    if item.item == "rapid_search":
        return days_told(item.value)
    unit = _("{n} for each post") if item.item == "caseload" else _("{n} a week for each post")
    return unit.format(n=number(item.value, 1))


def limit_told(item: str, limit: float) -> str:
    """A limit as it stands on the scale."""
    return number(round(limit * 100)) if item in SHARES else number(limit)


def score_told(item: Item) -> str:
    """Points of five, or that there are none."""
    return missing() if item.score is None else _("{n} of 5").format(n=number(item.score))


def source_told(item: Item) -> str:
    """How many it is worked out from, and of what."""
    text = _FROM[item.item]
    return _("n = {n}, {of}").format(n=number(item.n), of=_(text))


def why_missing(item: Item) -> str:
    """What there would have to be."""
    text = _LACKING[item.item]
    return _(text)


def change_told(item: Item) -> str:
    """What would change the points, in words and numbers."""
    if item.score is None:
        return why_missing(item)
    following = next_score(item)
    if following is None:
        return _("Full points.")
    return _CHANGES[item.item](following)


def _caseload(to: NextScore) -> str:
    fewer, posts = int(to.amount or 0), ceil((to.posts or 0) * 10) / 10
    return ngettext(
        "{n} fewer active client gives {score}; so do {posts} more full-time posts.",
        "{n} fewer active clients give {score}; so do {posts} more full-time posts.",
        fewer,
    ).format(n=number(fewer), posts=number(posts, 1), score=to.score)


def _rapid_search(to: NextScore) -> str:
    if to.amount is None:
        return _(
            "When half have had a first meeting or placement within {limit} days, that gives {score}."
        ).format(limit=number(to.limit), score=to.score)
    return _("A median of {limit} days, {days} sooner, gives {score}.").format(
        limit=number(to.limit), days=days_told(to.amount), score=to.score
    )


def _contacts(to: NextScore) -> str:
    # Up to the next tenth: rounded down, it would not be enough.
    more = ceil(round((to.amount or 0) * 10, 6)) / 10
    return _("{n} more meetings with employers a week for each full-time post give {score}.").format(
        n=number(more, 1), score=to.score
    )


def _jobs(to: NextScore) -> str:
    return ngettext(
        "{n} more employment, in an occupation that is new for the period, gives {score}.",
        "{n} more employments, each in an occupation that is new for the period, give {score}.",
        int(to.amount or 0),
    ).format(n=number(to.amount or 0), score=to.score)


def _employers(to: NextScore) -> str:
    return ngettext(
        "{n} more employment, with an employer that is new for the period, gives {score}.",
        "{n} more employments, each with an employer that is new for the period, give {score}.",
        int(to.amount or 0),
    ).format(n=number(to.amount or 0), score=to.score)


def _permanent(to: NextScore) -> str:
    if to.needed:
        return ngettext(
            "It counts from 10 known contracts: {n} more is needed.",
            "It counts from 10 known contracts: {n} more are needed.",
            to.needed,
        ).format(n=number(to.needed))
    return ngettext(
        "{n} of the others made permanent gives {score}.",
        "{n} of the others made permanent give {score}.",
        int(to.amount or 0),
    ).format(n=number(to.amount or 0), score=to.score)


def _support(to: NextScore) -> str:
    return ngettext(
        "{n} more of them followed up steadily from the start gives {score}.",
        "{n} more of them followed up steadily from the start give {score}.",
        int(to.amount or 0),
    ).format(n=number(to.amount or 0), score=to.score)


_CHANGES: Mapping[str, Callable[[NextScore], str]] = MappingProxyType(
    {
        "caseload": _caseload,
        "rapid_search": _rapid_search,
        "employer_contacts": _contacts,
        "job_diversity": _jobs,
        "employer_diversity": _employers,
        "permanent_jobs": _permanent,
        "time_unlimited_support": _support,
    }
)
