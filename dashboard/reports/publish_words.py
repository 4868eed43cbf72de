"""A publication in words: what each table holds, what is hidden and why, and what the attack found."""

import datetime as dt
from collections.abc import Iterator, Mapping

from dashboard.data.publication_records import Record
from dashboard.domain.disclosure import Why
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import N_, _, ngettext, number
from dashboard.reports.publish_blocks import OTHERS
from dashboard.reports.publish_draft import TableOutcome, Verdict
from dashboard.reports.reference_words import municipality, occupation
from dashboard.reports.telling import listed
from dashboard.words import word

TITLES: Mapping[str, tuple[str, str]] = {
    "people": (
        N_("People"),
        N_("How many had support, came, left, and got to work or studies."),
    ),
    "steps": (N_("The five steps"), N_("On which step those with support are at the end of the period.")),
    "gender": (N_("Women and men"), N_("How many women and men had support; all others together.")),
    "gender_results": (
        N_("Results of women and men"),
        N_("How many of each got to work or studies, and as a share of those who had support."),
    ),
    "trials": (
        N_("Trials"),
        N_("What the trials that ended led to; outcomes of few people stand together."),
    ),
    "retention": (
        N_("Jobs that last"),
        N_("How many jobs have been followed 3, 6 and 12 months, and the share that lasted."),
    ),
    "half_years": (N_("Half-year by half-year"), N_("How many got to work or studies in each half-year.")),
    "employer_kinds": (
        N_("Kinds of employers"),
        N_("Placements begun, by ownership and by trade; kinds with few people or employers stand together."),
    ),
    "rungs": (N_("The network"), N_("Employers by how far the cooperation has come.")),
    "growth": (N_("The network over time"), N_("The same at the end of each half-year.")),
    "areas": (N_("Where the employers are"), N_("Employers by municipality; those with few stand together.")),
    "wishes": (
        N_("Occupations that lack employers"),
        N_("How many wish for an occupation in which there are too few places."),
    ),
}
"""Table → its title, and what it says."""
REASONS: Mapping[Why, str] = {
    Why.FEW: N_("it is about too few people"),
    Why.ZERO: N_("that it is nobody would tell something about somebody"),
    Why.ALIKE: N_("it would tell the same thing of everybody in a group"),
    Why.BASE: N_("the share is of too few, or of a number that is hidden"),
    Why.WORKED_OUT: N_("otherwise another hidden number could be worked out"),
    Why.CHANGED: N_("too few came or went since the last publication"),
}
_PEOPLE: Mapping[str, str] = {
    "served": N_("had support"),
    "active": N_("have support at the end"),
    "enrolled": N_("new"),
    "closed": N_("ended"),
    "to_work": N_("to work"),
    "to_studies": N_("to studies"),
    "to_work_or_studies": N_("to work or studies"),
    "in_work": N_("in work at the end"),
}
_LAYERS: Mapping[str, str] = {
    "known": N_("known"),
    "met": N_("met"),
    "trial": N_("took somebody in"),
    "job": N_("hired"),
}
_SHARES: Mapping[str, str] = {"success": N_("led to work or studies"), "interrupted": N_("broken off")}


def table_title(key: str) -> str:
    """A table's title."""
    return _(TITLES[key][0])


def table_meaning(key: str) -> str:
    """What a table says."""
    return _(TITLES[key][1])


def hidden_told(table: TableOutcome) -> Iterator[str]:
    """What is hidden of a table, a line for each reason."""
    for why in Why:
        cells = [cell_name(table.key, one.key) for one in table.hidden if one.why is why and not one.share]
        shares = [
            _("the share of {name}").format(name=cell_name(table.key, one.key))
            for one in table.hidden
            if one.why is why and one.share
        ]
        if cells or shares:
            yield _("{names}: {reason}").format(names=listed([*cells, *shares]), reason=_(REASONS[why]))


def cell_name(table: str, key: str) -> str:
    """What a number of a table is called."""
    if key.rpartition(".")[2] == OTHERS:
        return _("others")
    if table == "people":
        return _(_PEOPLE[key])
    if table == "steps":
        return _("no step") if key == "none" else _("step {n}").format(n=key)
    if table in {"gender", "gender_results"}:
        return _("all others") if key == "other" else word("gender", key).lower()
    if table == "trials":
        return _(_SHARES[key]) if key in _SHARES else word("outcome", key).lower()
    if table == "retention":
        return _("{n} days").format(n=key)
    if table == "employer_kinds":
        vocabulary, _dot, kind = key.partition(".")
        return word(vocabulary, kind).lower()
    if table == "rungs":
        return word("rung", key).lower()
    if table == "growth":
        half, _dot, layer = key.partition(".")
        return _("{half}: {layer}").format(half=half, layer=_(_LAYERS[layer]))
    if table == "areas":
        return municipality(key)
    return occupation(key) if table == "wishes" else key


def verdict_told(verdict: Verdict) -> str:
    """What the attack found, in one or two sentences."""
    if not verdict.finished:
        return _(
            "**The audit could not finish**, so nothing may be published. Choose fewer tables and audit "
            "again."
        )
    if verdict.before:
        return _shown_before(verdict.before)
    if verdict.leaks:
        return ngettext(
            "**{n} hidden number could be worked out**, so nothing may be published. Choose fewer tables.",
            "**{n} hidden numbers could be worked out**, so nothing may be published. Choose fewer tables.",
            verdict.leaks,
        ).format(n=number(verdict.leaks))
    if verdict.narrowest is None:
        return _("**Nothing had to be hidden**: no number is about too few.")
    told = ngettext(
        "**No hidden number can be worked out.** {n} is hidden.",
        "**No hidden number can be worked out.** {n} are hidden.",
        verdict.hidden,
    ).format(n=number(verdict.hidden))
    span = verdict.narrowest
    return (
        told
        + " "
        + _(
            "Whoever reckons from everything shown comes no nearer than a span of {width} values "
            "({low}–{high})."
        ).format(width=number(span.high - span.low + 1), low=number(span.low), high=number(span.high))
    )


def _shown_before(count: int) -> str:
    """Why nothing that is chosen now helps, and what does."""
    told = ngettext(
        "**{n} number that the unit's limit would hide now was shown in an earlier publication**, so nothing "
        "may be published.",
        "**{n} numbers that the unit's limit would hide now were shown in an earlier publication**, so "
        "nothing may be published.",
        count,
    ).format(n=number(count))
    return (
        told
        + " "
        + _(
            "To withdraw it, or to choose fewer tables, does not help: the numbers have been seen. Set the "
            "smallest number of persons that is published back to what it was, in Settings, and audit again."
        )
    )


def state_told(record: Record) -> str:
    """Who published it and when, and whether it is withdrawn and why."""
    told = _("published {time} by {who}").format(time=_moment(record.published_at), who=record.published_by)
    if record.withdrawn_at is None:
        return told
    return (
        told
        + "; "
        + _("withdrawn {time} by {who}: {why}").format(
            time=_moment(record.withdrawn_at), who=record.withdrawn_by, why=record.withdrawn_why
        )
    )


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")
