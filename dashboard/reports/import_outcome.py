"""What the page keeps of a preview or an import between two requests: enough to show it, as plain JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from dashboard.reports.loading import (
    Finding,
    HeaderSuggestion,
    ImportResult,
    Loaded,
    Meaning,
    Preview,
    Severity,
    TableCounts,
    WordSuggestion,
)

MOST_SHOWN = 100
"""Findings on the page; the workbook holds the rest."""
MOST_KEYS = 10


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read.

    Attributes:
        table: the table, where the file's name does not tell.
        good_rows: leave out rows with errors.
        replace: the file is the whole truth for its tables.
        file_wins: what the file says replaces what was written in place.
        meanings: decisions about headers and words.
        language: the language that the person reads in.
    """

    table: str = ""
    good_rows: bool = False
    replace: bool = False
    file_wins: bool = False
    meanings: tuple[Meaning, ...] = ()
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is shown of a preview, or of what was written.

    Attributes:
        counts: rows by table.
        findings: the first of them.
        kinds: severity, message and number of each rule.
        errors: how many errors.
        warnings: how many warnings.
        rejected: how many rows are left out.
        guards: questions to say yes to.
        headlines: name, before and after of the figures that move.
        steady: how many headline figures stay as they are.
        headers: headers to decide about.
        words: words to decide about.
        removed: the first keys of rows that are removed, by table.
        changes: how many rows are written or removed.
        can_write: whether it may be written as it is.
        already: whether this very file was the last one imported.
        mark: what the preview is known by.
        version: the data version after it was written.
    """

    counts: Mapping[str, TableCounts]
    findings: tuple[Finding, ...]
    kinds: tuple[tuple[Severity, str, int], ...]
    errors: int
    warnings: int
    rejected: int
    guards: tuple[str, ...] = ()
    headlines: tuple[tuple[str, str, str], ...] = ()
    steady: int = 0
    headers: tuple[HeaderSuggestion, ...] = ()
    words: tuple[WordSuggestion, ...] = ()
    removed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changes: int = 0
    can_write: bool = False
    already: bool = False
    mark: str = ""
    version: str = ""


_OPTIONS: TypeAdapter[Options] = TypeAdapter(Options)
_OUTCOME: TypeAdapter[Outcome] = TypeAdapter(Outcome)


def outcome_of(loaded: Loaded) -> Outcome:
    """What is kept of a preview or an import."""
    result = loaded.result
    figures = loaded.headlines if isinstance(loaded, Preview) else ()
    moving = [one for one in figures if one.changes]
    return Outcome(
        counts=result.counts,
        findings=result.findings[:MOST_SHOWN],
        kinds=_kinds(result),
        errors=result.errors,
        warnings=result.warnings,
        rejected=result.rejected,
        guards=tuple(guard.text for guard in result.guards),
        headlines=tuple((one.name, one.told(one.before), one.told(one.after)) for one in moving),
        steady=len(figures) - len(moving),
        headers=loaded.headers,
        words=loaded.words,
        removed={table: keys[:MOST_KEYS] for table, keys in result.removed.items()},
        changes=result.changes,
        can_write=isinstance(loaded, Preview) and loaded.can_apply,
        already=result.already_imported,
        mark=result.mark,
        version=result.data_version,
    )


def _kinds(result: ImportResult) -> tuple[tuple[Severity, str, int], ...]:
    # A rule is named by the words of its first finding.
    words = {(one.severity, one.code): one.message for one in reversed(result.findings)}
    ordered = sorted(result.tallies.items(), key=lambda one: (one[0][0], -one[1]))
    return tuple((severity, words.get((severity, code), code), n) for (severity, code), n in ordered)


def options_as_json(options: Options) -> dict[str, Any]:
    """The options as they are stored."""
    stored: dict[str, Any] = _OPTIONS.dump_python(options, mode="json")
    return stored


def options_from(stored: Mapping[str, Any]) -> Options:
    """The options as they were stored."""
    return _OPTIONS.validate_python(dict(stored))


def outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    """The outcome as it is stored."""
    stored: dict[str, Any] = _OUTCOME.dump_python(outcome, mode="json")
    return stored


def outcome_from(stored: Mapping[str, Any]) -> Outcome | None:
    """The outcome as it was stored; None before there is one."""
    return _OUTCOME.validate_python(dict(stored)) if stored else None
