"""What the report says about the networks behind the ties, ways to work, and the mix of employers."""

from collections.abc import Iterator

from dashboard.analysis.intervals import Share
from dashboard.i18n import _, day, ngettext, number, percent
from dashboard.reports.json_values import share as as_json
from dashboard.reports.report_network import mix_word, most_between
from dashboard.reports.telling import listed, share_told
from dashboard.reports.whole_report import WholeReport
from dashboard.words import inside

MOST_NAMED = 3


def changed(report: WholeReport) -> Iterator[str]:
    """What became of the ties since one period ago."""
    change = report.further().change
    counts = {kind: len(getattr(change, kind)) for kind in ("new", "revived", "kept", "lost")}
    if any(counts.values()):
        yield _("Ties since {day}: {new} new, {revived} revived, {kept} kept, {lost} lost.").format(
            day=day(change.before), **{kind: number(count) for kind, count in counts.items()}
        )


def behind(report: WholeReport) -> Iterator[str]:
    """Groups of employers that are alike, and who stands between others."""
    found = report.further().communities
    if found.found and found.stability is not None:
        yield ngettext(
            "The employers form {n} group of alike ones (agreement between divisions {stability}): {names}.",
            "The employers form {n} groups of alike ones (agreement between divisions {stability}): {names}.",
            len(found.found),
        ).format(
            n=number(len(found.found)),
            stability=number(found.stability, 2),
            names=listed(
                f"{group.name} ({number(len(group.employer_ids))})" for group in found.found[:MOST_NAMED]
            ),
        )
    between = most_between(report.further().layers["clients"])
    first = between[(between["kind"] == "employer") & (between["rounded"] > 0)].head(MOST_NAMED)
    if len(first):
        yield _("Most ways between coaches and clients go through {names}.").format(
            names=listed(first["label"])
        )


def ways(report: WholeReport) -> Iterator[str]:
    """From visit to job, and where clients went on from."""
    found = report.further().ways.conversion
    steps = {
        ("study_visit", "job_tasting"): _("From study visit to job tasting at the same employer: {share}."),
        ("job_tasting", "trial"): _("From job tasting to trial: {share}."),
        ("trial", "employment"): _("From trial to job: {share}."),
    }
    for step, sentence in steps.items():
        if found[step].of:
            yield sentence.format(share=share_told(as_json(found[step])))
    stones = report.further().ways.stones
    if stones:
        first = listed(
            f"{report.employers.get(key, key)} ({number(count)})"
            for key, count in list(stones.items())[:MOST_NAMED]
        )
        yield _("Stepping stones to a job elsewhere: {names}.").format(names=first)


def mixed(report: WholeReport) -> Iterator[str]:
    """The forms of ownership that the placements went to, beside those of all employers."""
    rows = report.further().mix
    placed = [row for row in rows if row.placements.share]
    if placed:
        yield _(
            "Placements in the period by ownership, with its part of all employers in brackets: {parts}."
        ).format(
            parts=listed(
                _("{what} {part} ({all})").format(
                    what=inside(mix_word(row.ownership)),
                    part=_part(row.placements),
                    all=_part(row.employers),
                )
                for row in placed
            )
        )


def _part(share: Share) -> str:
    return percent(share.share or 0.0)
