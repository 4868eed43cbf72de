"""The cards about trials: what they led to, by group, and how visits become jobs."""

from dashboard.analysis.intervals import Share
from dashboard.analysis.stepping_stones import conversion
from dashboard.analysis.trials import TrialNumbers, trials_in_numbers
from dashboard.domain.vocabulary import OUTCOMES
from dashboard.i18n import N_, _, ngettext, number
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_grouped import Grouped, grouped
from dashboard.reports.outcome_parts import (
    Column,
    CountRow,
    OutcomeCard,
    Panel,
    ShareRow,
    TableRow,
    earlier_columns,
    share_cells,
    share_columns,
)
from dashboard.reports.outcome_split import NAMES, GroupNumbers, name_of, trials_by
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import compared, share_finding
from dashboard.reports.state import UNKNOWN
from dashboard.reports.telling import days_told
from dashboard.words import word

_SHARES = {
    "success": N_("Led to work or studies"),
    "interrupted": N_("Broke off"),
    "converted": N_("Became a job at the same employer"),
}
_RUNGS = {
    ("study_visit", "job_tasting"): N_("From a study visit to a job tasting"),
    ("job_tasting", "trial"): N_("From a job tasting to a trial"),
    ("trial", "employment"): N_("From a trial to an employment"),
}


def outcomes(ground: OutcomeGround) -> OutcomeCard:
    """What the period's completed trials led to, beside the period before."""
    found = trials_in_numbers(ground.basis, ground.wanted)
    before = trials_in_numbers(ground.before, ground.wanted_before)
    now, then = _shares(found), _shares(before)
    earlier = [ShareRow(_("the period before"), share) for share in then.values()]
    rows = [ShareRow(_(_SHARES[key]), share) for key, share in now.items()]
    paired = tuple(row for pair in zip(rows, earlier, strict=True) for row in pair)
    return OutcomeCard(
        key="outcomes",
        title=title_of("outcomes"),
        finding=_led_to(found, before),
        panels=(
            Panel(_("Shares, and the period before"), shares=paired if found.completed else ()),
            Panel(_("How they ended"), counts=_reasons(found) if found.completed else ()),
        ),
        columns=(Column(_("Outcome")), *share_columns(), *earlier_columns()),
        rows=(
            *(
                TableRow(
                    (_(_SHARES[key]), *share_cells(now[key]), *share_cells(then[key])[:3]), f"trials.{key}"
                )
                for key in _SHARES
            ),
            *(
                TableRow(
                    (word("outcome", key), count, None, None, None, None, before.by_outcome[key], None, None),
                    f"trials.by_outcome.{key}",
                )
                for key, count in found.by_outcome.items()
            ),
            *_plain_rows(found, before),
        ),
        measures=(
            *("trials.success", "trials.interrupted", "trials.converted", "trials.by_outcome"),
            *("trials.started", "trials.running", "trials.completed", "trials.median_days"),
        ),
        notes=_lengths(found),
        unfiltered=False,
    )


def split(ground: OutcomeGround) -> OutcomeCard:
    """The same by group: what they led to, and how many broke off."""
    asked = ground.page.split
    found = trials_by(ground.basis, ground.wanted, asked)
    names = {key: name_of(asked, key) for key in found}
    known = {key: numbers for key, numbers in found.items() if numbers.success.of}
    return grouped(
        ground,
        Grouped(
            key="split",
            by=asked,
            header=_(NAMES[asked]),
            finding=_groups(names, known),
            names=names,
            measures=("outcomes.split", "trials.success", "trials.interrupted"),
        ),
        found,
    )


def chain(ground: OutcomeGround) -> OutcomeCard:
    """From visit to job at one employer."""
    found = conversion(ground.basis, ground.wanted)
    rows = [(_(_RUNGS[way]), share) for way, share in found.items()]
    last = found["trial", "employment"]
    said = _("Of those who came to a trial, {share} later got a job at the same employer.")
    nobody = _("Nobody has come to a trial yet, so there is nothing to follow on to a job.")
    return OutcomeCard(
        key="chain",
        title=title_of("chain"),
        finding=share_finding(said, last) if last.of else nobody,
        panels=(Panel("", shares=tuple(ShareRow(name, share) for name, share in rows)),),
        columns=(Column(_("Way")), *share_columns()),
        rows=tuple(TableRow((name, *share_cells(share))) for name, share in rows),
        measures=("ways.conversion",),
        notes=(_("All clients up to the day, each once at each employer, whatever the period."),),
        unfiltered=False,
    )


def _shares(found: TrialNumbers) -> dict[str, Share]:
    return {"success": found.success, "interrupted": found.interrupted, "converted": found.converted}


def _led_to(found: TrialNumbers, before: TrialNumbers) -> str:
    if not found.completed:
        return _("No trial ended in the period.")
    if not found.success.of:
        return _("No outcome is recorded for the trials that ended in the period.")
    said = _("{share} completed trials led to work or studies.")
    return share_finding(said, found.success, before.success)


def _reasons(found: TrialNumbers) -> tuple[CountRow, ...]:
    ended = [(key, count) for key, count in found.by_outcome.items() if count]
    ended.sort(
        key=lambda row: (row[0] == UNKNOWN, -row[1], OUTCOMES.index(row[0]) if row[0] in OUTCOMES else 0)
    )
    return tuple(CountRow(word("outcome", key), count) for key, count in ended)


def _plain_rows(found: TrialNumbers, before: TrialNumbers) -> list[TableRow]:
    named = {
        "started": _("Started in the period"),
        "running": _("Running on the day"),
        "completed": _("Completed in the period"),
        "median_days": _("Median length in days"),
    }
    return [
        TableRow(
            (name, getattr(found, key), None, None, None, None, getattr(before, key), None, None),
            f"trials.{key}",
        )
        for key, name in named.items()
    ]


def _lengths(found: TrialNumbers) -> tuple[str, ...]:
    unknown = found.by_outcome[UNKNOWN]
    notes = []
    if found.median_days is not None:
        notes.append(_("Half of them lasted {days} or less.").format(days=days_told(found.median_days)))
    if unknown:
        notes.append(
            ngettext(
                "{n} trial has no recorded outcome and is in no share.",
                "{n} trials have no recorded outcome and are in no share.",
                unknown,
            ).format(n=number(unknown))
        )
    return tuple(notes)


def _groups(names: dict[str, str], known: dict[str, GroupNumbers]) -> str:
    """The two largest groups: to pick the highest and the lowest would find differences by chance."""
    if not known:
        return _("No trial with a recorded outcome ended in the period.")
    (first, one), *others = known.items()
    if not others:
        return share_finding(
            _("{name}: {{share}} led to work or studies.").format(name=names[first]), one.success
        )
    second, other = others[0]
    told = compared(names[first], names[second], one.success, other.success)
    return _("The two largest groups: {comparison}").format(comparison=told)
