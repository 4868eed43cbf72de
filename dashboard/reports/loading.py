"""Loading a unit's own spreadsheets: the one door that the command line and the page go through.

The way of a file: `preview` tells what it would do and marks it; a person answers what it asks (`preview`
again with decisions about headers and words, or without the rows that have errors); `apply` writes exactly
what the marked preview showed. Managers and administrators may; who it was stands in the history.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Thread

from dashboard.data.engine import Database, is_demo
from dashboard.data.import_history import ImportUnderWay, PastImport, State, history
from dashboard.data.import_names import (
    Meaning,
    Remembered,
    forget_name,
    header_meaning,
    names_of,
    remember_names,
    remembered_names,
    word_meaning,
)
from dashboard.data.import_undo import KEPT_DAYS, CannotUndo, forget_old, undo_last, why_no_undo
from dashboard.data.importer.after import rows_after
from dashboard.data.importer.columns import TABLES, table_named
from dashboard.data.importer.findings import Finding, Severity
from dashboard.data.importer.guards import MOST_CLEARED, Doubt, Guard
from dashboard.data.importer.near_headers import HeaderSuggestion
from dashboard.data.importer.progress import ImportStopped, Progress, Stop
from dashboard.data.importer.reading.limits import WEB
from dashboard.data.importer.result import Cleared, ImportResult, TableCounts
from dashboard.data.importer.run import DataMoved, Order, Outcome, PreviewOutdated, run_import
from dashboard.data.importer.suggestions import (
    WordSuggestion,
    header_suggestions,
    word_suggestions,
    word_title,
)
from dashboard.domain.access import KEEPERS, Role, Viewer
from dashboard.domain.errors import AccessDenied, OwnDataInTheWay
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.loading_effect import Headline, headlines
from dashboard.reports.loading_files import findings_workbook, rejected_workbook
from dashboard.reports.loading_names import typed_meanings, used_meanings
from dashboard.reports.same_employers import Pair, pairs_in

__all__ = [
    "KEPT_DAYS",
    "MOST_CLEARED",
    "CannotUndo",
    "Cleared",
    "DataMoved",
    "Doubt",
    "Finding",
    "Guard",
    "HeaderSuggestion",
    "Headline",
    "ImportResult",
    "ImportStopped",
    "ImportUnderWay",
    "Loaded",
    "Meaning",
    "Pair",
    "PastImport",
    "Preview",
    "PreviewOutdated",
    "Progress",
    "Remembered",
    "Request",
    "Severity",
    "State",
    "TableCounts",
    "WordSuggestion",
    "apply",
    "confirm",
    "findings_workbook",
    "forget",
    "header_meaning",
    "load",
    "mappings",
    "past_imports",
    "preview",
    "rejected_workbook",
    "table_titles",
    "title_of",
    "typed_meanings",
    "undo",
    "undo_hindrance",
    "word_meaning",
    "word_title",
]
_BEAT_S = 0.5


@dataclass(frozen=True, slots=True)
class Request:
    """A file and how it is to be read.

    Attributes:
        path: where it lies: a workbook, a CSV file, or a folder or .zip of CSV files.
        today: the calendar day; later days that are no plan get a warning.
        name: its name as the person knows it, when the path is a place of ours.
        table: the table, where the file's name does not tell.
        good_rows: leave out rows with errors, and those that refer to them.
        replace: the file is the whole truth for the tables in it.
        file_wins: what the file says replaces what was written in place.
        meanings: decisions about headers and words that hold for this file alone.
        backups: where a SQLite database is copied aside before anything is written.
    """

    path: Path
    today: dt.date
    name: str = ""
    table: str = ""
    good_rows: bool = False
    replace: bool = False
    file_wins: bool = False
    meanings: tuple[Meaning, ...] = ()
    backups: Path | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an import did, or would do.

    Attributes:
        result: counts, findings, questions (`guards`) and removed keys.
        headers: unknown headers that look like a missing column.
        words: unknown words, with what they may stand for.
        rejected: the rows that were left out, as a workbook; empty when there are none.
        rejected_rows: how many they are.
    """

    result: ImportResult
    headers: tuple[HeaderSuggestion, ...]
    words: tuple[WordSuggestion, ...]
    rejected: bytes
    rejected_rows: int

    @property
    def needs_mapping(self) -> bool:
        """Whether a person should say what some headers or words mean before it is applied."""
        return bool(self.headers or self.words)


@dataclass(frozen=True, slots=True)
class Preview(Loaded):
    """What an import would do.

    Attributes:
        headlines: figures of the report before and after; empty when errors stand in the way.
        duplicates: new employers that may be one with another; decided when they are in (`same_employers`).
    """

    headlines: tuple[Headline, ...]
    duplicates: tuple[Pair, ...]

    @property
    def mark(self) -> str:
        """Give it to `apply`, which then writes this and nothing else."""
        return self.result.mark

    @property
    def can_apply(self) -> bool:
        """Whether there is anything to write and no error in its way."""
        return bool(self.result.changes) and not self.result.blocked


def preview(
    access: Access, request: Request, *, progress: Progress | None = None, stop: Stop | None = None
) -> Preview:
    """Tell what a file would do; nothing is written.

    Args:
        access: who asks, and the data.
        request: the file and how it is to be read.
        progress: told at least once a second how far it has come.
        stop: asked now and then whether to stop.

    Raises:
        AccessDenied: when the viewer may not load data.
        OwnDataInTheWay: when the database holds the invented demo.
        FileRefused: when the file is none that can be read.
        ImportStopped: when `stop` said so.
        DatabaseUnreachable: when the database does not answer.
    """
    _require_keeper(access.viewer)
    store = access.store
    order = replace(_order(request, access.viewer.name), dry_run=True, limits=WEB)
    with _beating(progress) as told:
        outcome = _run(store.engine, order, request, told, stop, effect=True)
        effect = headlines(store, outcome.after, request.today) if outcome.after else ()
        alike = pairs_in(outcome.after, store, outcome.new_employers) if outcome.after else ()
    loaded = _loaded(outcome, request, store.engine)
    result = _without_keys(loaded.result, access.viewer)
    return Preview(result, loaded.headers, loaded.words, loaded.rejected, loaded.rejected_rows, effect, alike)


def apply(
    access: Access,
    request: Request,
    *,
    mark: str,
    yes: bool = False,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Loaded:
    """Write what a preview showed: `result.applied` tells whether it was.

    Args:
        access: who asks, and the data.
        request: the same as was previewed.
        mark: the preview's mark.
        yes: the person's yes to the preview's guards.
        progress: told at least once a second how far it has come.
        stop: asked now and then whether to stop; until the last moment everything is then as it was.

    Raises:
        AccessDenied: when the viewer may not load data.
        PreviewOutdated: when the data or the file has changed since the preview.
        ImportUnderWay: when somebody else is importing; says who, and since when.
        BackupFailed: when the database could not be copied aside first.
        DiskFull: when there was no room to write; nothing was changed.
        and what `preview` raises.
    """
    _require_keeper(access.viewer)
    order = replace(_order(request, access.viewer.name), seen=mark, yes=yes, limits=WEB)
    with _beating(progress) as told:
        outcome = _run(access.store.engine, order, request, told, stop)
    loaded = _loaded(outcome, request, access.store.engine)
    return replace(loaded, result=_without_keys(loaded.result, access.viewer))


def load(
    engine: Database,
    request: Request,
    *,
    who: str,
    dry_run: bool = False,
    yes: bool = False,
    progress: Progress | None = None,
) -> Loaded:
    """Bring a file's rows into the database from the command line; raises as `apply` does.

    Decisions about headers and words that the file makes use of are remembered, unless it is a dry run.
    """
    order = replace(_order(request, who), dry_run=dry_run, yes=yes)
    outcome = _run(engine, order, request, progress, None)
    used = used_meanings(request.meanings, outcome.contents)
    if used and not dry_run:
        remember_names(engine, used, who=who, now=order.now)
    return _loaded(outcome, request, engine)


def confirm(access: Access, meanings: tuple[Meaning, ...], now: dt.datetime) -> None:
    """Remember what headers and words mean, for this file and those to come."""
    _require_keeper(access.viewer)
    remember_names(access.store.engine, meanings, who=access.viewer.name, now=now)


def mappings(access: Access) -> tuple[Remembered, ...]:
    """What is remembered about headers and words, the oldest first."""
    _require_keeper(access.viewer)
    return remembered_names(access.store.engine)


def forget(access: Access, number: int) -> Remembered:
    """Revoke what is remembered about a header or word.

    Raises:
        InvalidParameter: when there is no such decision.
    """
    _require_keeper(access.viewer)
    return forget_name(access.store.engine, number)


def past_imports(access: Access) -> tuple[PastImport, ...]:
    """Every import, the newest first: also one under way, cut off, or undone."""
    _require_keeper(access.viewer)
    forget_old(access.store.engine, dt.datetime.now(dt.UTC))
    return history(access.store.engine)


def undo_hindrance(access: Access) -> str:
    """Why the last import cannot be undone, as a sentence; empty when it can."""
    _require_keeper(access.viewer)
    return why_no_undo(access.store.engine)


def undo(access: Access, now: dt.datetime) -> PastImport:
    """Take the last import back, so that the database is exactly as it was before.

    Raises:
        CannotUndo: when it cannot; the sentence says why.
        ImportUnderWay: when somebody is importing.
    """
    _require_keeper(access.viewer)
    return undo_last(access.store.engine, who=access.viewer.name, now=now)


def table_titles() -> tuple[str, ...]:
    """What the tables are called, in the language in use."""
    return tuple(table.title for table in TABLES)


def title_of(table: str, column: str = "") -> str:
    """What a table, or one of its columns, is called in the language in use."""
    found = table_named(table)
    if found is None:
        return table
    return found.columns[found.index(column)].title if column else found.title


def _require_keeper(viewer: Viewer) -> None:
    if viewer.role not in KEEPERS:
        raise AccessDenied(_("Only managers and administrators may load data."))


def _order(request: Request, who: str) -> Order:
    return Order(
        path=request.path,
        now=dt.datetime.now(dt.UTC),
        today=request.today,
        who=who,
        table=request.table,
        backups=request.backups,
        good_rows=request.good_rows,
        replace=request.replace,
        file_wins=request.file_wins,
        shown_name=request.name,
    )


def _run(
    engine: Database,
    order: Order,
    request: Request,
    progress: Progress | None,
    stop: Stop | None,
    *,
    effect: bool = False,
) -> Outcome:
    if is_demo(engine):
        raise OwnDataInTheWay(
            _("The database holds the invented demo, and real rows are never mixed with it. ")
            + _("Empty it first: brygga demo --remove. Or choose another folder with BRYGGA_DATA_DIR.")
        )
    order = replace(order, names=names_of(_decided(engine, request)))
    return run_import(engine, order, progress, stop=stop, after=rows_after if effect else None)


def _decided(engine: Database, request: Request) -> tuple[Meaning, ...]:
    remembered = tuple(one.meaning for one in remembered_names(engine))
    return (*remembered, *request.meanings)


def _loaded(outcome: Outcome, request: Request, engine: Database) -> Loaded:
    names = names_of(_decided(engine, request))
    return Loaded(
        result=outcome.result,
        headers=header_suggestions(outcome.contents, names),
        words=word_suggestions(outcome.contents, outcome.contents.findings),
        rejected=rejected_workbook(outcome.given_back) if outcome.given_back else b"",
        rejected_rows=outcome.result.rejected,
    )


_OF_CLIENTS = frozenset({"clients", "cooperation", "steps"})


def _without_keys(result: ImportResult, viewer: Viewer) -> ImportResult:
    """The result as the viewer may see it: an administrator sees no client's key from the database."""
    if viewer.role is Role.MANAGER:
        return result
    kept = {table: keys for table, keys in result.removed.items() if table not in _OF_CLIENTS}
    return replace(result, removed=kept)


@contextmanager
def _beating(progress: Progress | None) -> Iterator[Progress | None]:
    """Tell the last known progress again every half second, also while nothing can be counted."""
    if progress is None:
        yield None
        return
    last = [(0, 1)]
    over = Event()

    def told(done: int, total: int) -> None:
        last[0] = (done, total)
        progress(done, total)

    def beat() -> None:
        while not over.wait(_BEAT_S):
            progress(*last[0])

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        over.set()
        thread.join()
