"""What a person reads about an import on the command line."""

from collections.abc import Iterator

from dashboard.i18n import _, ngettext, number
from dashboard.reports.loading import (
    Finding,
    HeaderSuggestion,
    ImportResult,
    Loaded,
    Severity,
    WordSuggestion,
    title_of,
    word_title,
)

MOST_ON_SCREEN = 50
MOST_KEYS = 20


def lines(loaded: Loaded, *, dry_run: bool) -> Iterator[str]:
    """Findings, suggestions, counts, questions, and the outcome last, where the eye is."""
    result = loaded.result
    if result.findings:
        yield from _findings(result)
        yield ""
    yield from map(_header, loaded.headers)
    yield from map(_word, loaded.words)
    if loaded.needs_mapping:
        yield ""
    if not result.blocked:
        yield from _counts(result)
        yield from _removed(result)
        yield from (guard.text for guard in result.guards)
        yield ""
    yield _outcome(result, dry_run=dry_run)


def _findings(result: ImportResult) -> Iterator[str]:
    for finding in result.findings[:MOST_ON_SCREEN]:
        yield _finding(finding)
    hidden = result.errors + result.warnings - min(len(result.findings), MOST_ON_SCREEN)
    if hidden:
        yield _("… and {n} more.").format(n=number(hidden))
    yield ""
    # A rule is named by the words of its first finding.
    rules = {(one.severity, one.code): one.message for one in reversed(result.findings)}
    for (severity, code), count in sorted(result.tallies.items(), key=lambda one: (one[0][0], -one[1])):
        yield f"{number(count):>8}  {_severity(severity)}: {rules.get((severity, code), code)}"


def _finding(finding: Finding) -> str:
    place = finding.sheet
    if finding.row is not None:
        place += ", " + _("row {row}").format(row=finding.row)
    if finding.column:
        place += f", {finding.column}"
    if finding.header:
        place += f" ({finding.header})"
    value = f" “{finding.value}”" if finding.value else ""
    return f"{_severity(finding.severity)}: {place}:{value} {finding.message} {finding.remedy}".rstrip()


def _severity(severity: Severity) -> str:
    return _("Error") if severity is Severity.ERROR else _("Warning")


def _header(one: HeaderSuggestion) -> str:
    table = title_of(one.table)
    return _('{table}: “{header}” may be {column}. Say so with --map "{option}".').format(
        table=table,
        header=one.header,
        column=title_of(one.table, one.column),
        option=f"{table}:{one.header}={title_of(one.table, one.column)}",
    )


def _word(one: WordSuggestion) -> str:
    column = title_of(one.table, one.column)
    if not one.key:
        return _('{table}, {column}: what is “{word}”? Say so with --map "{option}".').format(
            table=title_of(one.table), column=column, word=one.word, option=f"{column}:{one.word}=…"
        )
    ours = word_title(one.table, one.column, one.key)
    return _('{table}, {column}: “{word}” may be {ours}. Say so with --map "{option}".').format(
        table=title_of(one.table),
        column=column,
        word=one.word,
        ours=ours,
        option=f"{column}:{one.word}={ours}",
    )


def _counts(result: ImportResult) -> Iterator[str]:
    heads = ["", _("new"), _("changed"), _("unchanged"), _("removed")]
    rows = [
        [title_of(name), *map(number, (counts.new, counts.changed, counts.unchanged, counts.removed))]
        for name, counts in result.counts.items()
    ]
    if result.rejected:
        heads.append(_("left out"))
        rows = [
            [*row, number(counts.rejected)] for row, counts in zip(rows, result.counts.values(), strict=True)
        ]
    widths = [max(len(row[place]) for row in [heads, *rows]) for place in range(len(heads))]
    for row in [heads, *rows]:
        name, *numbers = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([name, *numbers])


def _removed(result: ImportResult) -> Iterator[str]:
    for table, keys in result.removed.items():
        named = ", ".join(keys[:MOST_KEYS]) + (" …" if len(keys) > MOST_KEYS else "")
        yield _("{table}, removed: {keys}").format(table=title_of(table), keys=named)


def _outcome(result: ImportResult, *, dry_run: bool) -> str:
    if result.blocked:
        return ngettext(
            "{n} error. Nothing was changed. Correct the file and import it again.",
            "{n} errors. Nothing was changed. Correct the file and import it again.",
            result.errors,
        ).format(n=number(result.errors))
    if result.already_imported:
        return _("Already imported: the database holds exactly what the file says. Nothing was changed.")
    if not result.changes and result.guards:
        return _("Nothing was changed: what was written in Brygga stays, and the rest is there already.")
    if not result.changes:
        return _("The database already holds everything in the file. Nothing was changed.")
    if dry_run:
        return _("This is what would happen. Nothing was changed.")
    if not result.applied:
        return _("Nothing was changed yet. If all this is meant, import again with --yes.")
    return _("Imported: {file}. The data version is {version}.").format(
        file=result.file_name, version=result.data_version
    )
