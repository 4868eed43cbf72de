"""The import as the page does it: a file comes, is read, looked at, decided about, and written or dropped.

Where it stands is a row in the database, so the page may be closed, loaded again or opened twice. Every step
goes from one state to the next exactly once, however often somebody clicks. Reading and writing go on in a
thread of this process; one that dies leaves a job without a sign of life, which the page then tells.
"""

import datetime as dt
import logging
import secrets
import traceback
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Any

from dashboard.data import import_jobs as jobs
from dashboard.data.import_jobs import JobRow
from dashboard.data.importer.columns import TABLES, table_named
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.upload_folder import FINDINGS, REJECTED, UploadFolder, sweep
from dashboard.domain.access import KEEPERS
from dashboard.domain.errors import AccessDenied, BryggaError, FileRefused, InvalidParameter
from dashboard.domain.period import STOCKHOLM, today
from dashboard.i18n import _, in_language, language
from dashboard.reports.access import Access, Store
from dashboard.reports.import_outcome import (
    Options,
    Outcome,
    options_as_json,
    options_from,
    outcome_as_json,
    outcome_from,
    outcome_of,
)
from dashboard.reports.loading import (
    CannotUndo,
    ImportStopped,
    ImportUnderWay,
    Loaded,
    Request,
    State,
    apply,
    confirm,
    findings_workbook,
    past_imports,
    preview,
    undo,
)
from dashboard.reports.same_employers import (
    CannotDecide,
    different,
    duplicates,
    made_decisions,
    same,
    undo_same_or_different,
)

log = logging.getLogger("brygga")
KEPT_FOR = dt.timedelta(hours=24)
SILENT_FOR = dt.timedelta(seconds=30)
"""An import that has given no sign of life for so long was cut off."""
CUT_OFF = "cut_off"
MOST_PACKED_MB, MOST_UNPACKED_MB = 20, 200

Act = Callable[[Request], Loaded]


@dataclass(frozen=True, slots=True)
class Job:
    """A person's import as the page shows it.

    Attributes:
        job_id: what forms name it by.
        file_name: the file, as the person calls it.
        state: reading, ready, writing, done, failed, stopped or cut_off.
        done: how far it has come, of 1,000.
        options: how the file is read.
        outcome: what would be, or was, written; None until it has been read.
        sentence: why it failed.
        has_file: whether the file can be read again.
        has_rejected: whether there is a workbook of rows that were left out.
    """

    job_id: str
    file_name: str
    state: str
    done: int
    options: Options
    outcome: Outcome | None
    sentence: str
    has_file: bool
    has_rejected: bool

    @property
    def runs(self) -> bool:
        """Whether something is being done right now."""
        return self.state in jobs.RUNNING


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class ImportDesk:
    """The imports of one copy of Brygga.

    Args:
        store: the data, and the folder in which uploads and backups lie.
        clock: tells the time; tests give their own.
    """

    def __init__(self, store: Store, clock: Callable[[], dt.datetime] = _now) -> None:
        self._store = store
        self._uploads = store.folder / "uploads"
        self._backups = store.folder / "backups"
        self._clock = clock
        self._threads: list[Thread] = []

    def sweep(self) -> None:
        """Forget what nobody came back to within a day, and every file that belongs to no import."""
        for row in jobs.all_jobs(self._store.engine):
            if self._clock() - row.made_at > KEPT_FOR:
                jobs.drop_job(self._store.engine, row.job_id)
        sweep(self._uploads, {row.job_id for row in jobs.all_jobs(self._store.engine)})

    def job(self, access: Access) -> Job | None:
        """The import that the person has begun."""
        _require_keeper(access)
        row = jobs.job_of(self._store.engine, access.viewer.user_id)
        return None if row is None else self._shown(row)

    def others(self, access: Access) -> tuple[str, ...]:
        """Who else is importing, in sentences."""
        _require_keeper(access)
        rows = jobs.all_jobs(self._store.engine)
        return tuple(
            _("{who} has been importing {file} since {time}.").format(
                who=row.who, file=row.file_name, time=row.made_at.astimezone(STOCKHOLM).strftime("%H:%M")
            )
            for row in rows
            if row.user_id != access.viewer.user_id and self._shown(row).state in (*jobs.RUNNING, jobs.READY)
        )

    def receive(self, access: Access, name: str, save: Callable[[Path], None]) -> None:
        """Take a file and begin to read it.

        Args:
            access: who brings it.
            name: what it is called.
            save: writes it to the place it is given.

        Raises:
            AccessDenied: when the person may not load data.
            FileRefused: when its name cannot be used, or the person has another import under way.
        """
        _require_keeper(access)
        if holds_identity_number(name):
            raise FileRefused(_("The file's name looks like it holds a personal identity number. Rename it."))
        self.sweep()
        self._make_room(access)
        row = JobRow(
            job_id=secrets.token_hex(16),
            user_id=access.viewer.user_id,
            who=access.viewer.name,
            file_name=UploadFolder(Path()).file(name).name,
            state=jobs.READING,
            options=options_as_json(Options(language=language())),
            outcome={},
            sentence="",
            made_at=self._clock(),
        )
        if not jobs.add_job(self._store.engine, row):
            raise FileRefused(_("You have begun another import at the same time. Go on with that one."))
        folder = self._folder(row.job_id)
        try:
            folder.make()
            save(folder.file(row.file_name))
        except BaseException:
            self._forget(row.job_id)
            raise
        self._read(access, row)

    def read_again(self, access: Access, job_id: str, options: Options) -> None:
        """Read the file once more, in another way; a second click does nothing."""
        row = self._mine(access, job_id)
        if row is None:
            return
        states = (jobs.READY, jobs.FAILED, jobs.STOPPED, *((row.state,) if self._is_cut_off(row) else ()))
        stored = options_as_json(options)
        if jobs.move_job(
            self._store.engine, job_id, states, jobs.READING, options=stored, outcome={}, sentence=""
        ):
            self._read(access, replace(row, options=stored))

    def remember(self, access: Access, options: Options) -> None:
        """Remember the decisions about headers and words for files to come."""
        confirm(access, options.meanings, self._clock())

    def write(self, access: Access, job_id: str, *, yes: bool) -> None:
        """Write what the preview showed; a second click does nothing."""
        row = self._mine(access, job_id)
        outcome = outcome_from(row.outcome) if row else None
        if row is None or outcome is None or not outcome.can_write or (outcome.guards and not yes):
            return
        if jobs.move_job(self._store.engine, job_id, (jobs.READY,), jobs.WRITING):
            mark = outcome.mark

            def act(request: Request) -> Loaded:
                folder = self._folder(job_id)
                own = self._own(access)
                return apply(
                    own, request, mark=mark, yes=yes, progress=_teller(folder), stop=folder.must_stop
                )

            self._begin(row, act, jobs.WRITING, jobs.DONE)

    def leave(self, access: Access, job_id: str) -> None:
        """Stop reading, or throw the import away; one that is being written goes on."""
        row = self._mine(access, job_id)
        if row is None or (row.state == jobs.WRITING and not self._is_cut_off(row)):
            return
        self._folder(job_id).ask_to_stop()
        self._forget(job_id)

    def undo(self, access: Access, number: int) -> None:
        """Take an import back; a second click, or one about an import that is not the last, does nothing.

        Raises:
            InvalidParameter: when it cannot be taken back; the sentence says why.
        """
        done = [one.number for one in past_imports(access) if one.state is State.DONE]
        if done[:1] == [number]:
            try:
                gone = undo(access, self._clock())
            except (CannotUndo, ImportUnderWay) as error:
                raise InvalidParameter(str(error)) from error
            for row in jobs.all_jobs(self._store.engine):
                # Nobody is to be told any longer that it is imported.
                outcome = outcome_from(row.outcome)
                if row.state == jobs.DONE and outcome and outcome.version == gone.data_version:
                    self._forget(row.job_id)

    def decide(self, access: Access, one: str, other: str, answer: str) -> None:
        """Say whether two employers are one (and which key stays) or two; a second click does nothing.

        Raises:
            InvalidParameter: when there are no such employers, or somebody is importing.
        """
        if frozenset((one, other)) not in {pair.keys for pair in duplicates(access)}:
            return
        try:
            if answer == "tva":
                different(access, one, other, self._clock())
            elif answer in {"ett", "annat"}:
                kept, gone = (one, other) if answer == "ett" else (other, one)
                same(access, kept, gone, self._clock())
        except (CannotDecide, ImportUnderWay) as error:
            raise InvalidParameter(str(error)) from error

    def take_back(self, access: Access, number: int) -> None:
        """Take a decision about two employers back; a second click does nothing.

        Raises:
            InvalidParameter: when a later decision builds on it.
        """
        if number in {one.number for one in made_decisions(access)}:
            try:
                undo_same_or_different(access, number, self._clock())
            except (CannotDecide, ImportUnderWay) as error:
                raise InvalidParameter(str(error)) from error

    def findings_file(self, access: Access) -> bytes:
        """The findings of the person's import as a workbook; empty when there are none."""
        return self._kept(access, FINDINGS)

    def rejected_file(self, access: Access) -> bytes:
        """The rows that were left out, as a workbook; empty when there are none."""
        return self._kept(access, REJECTED)

    def wait(self) -> None:
        """Wait until nothing is being read or written: for tests, and for an orderly end."""
        for thread in list(self._threads):
            thread.join()

    def _make_room(self, access: Access) -> None:
        row = jobs.job_of(self._store.engine, access.viewer.user_id)
        if row is None:
            return
        if row.state == jobs.WRITING and not self._is_cut_off(row):
            raise FileRefused(_("Your import of {file} is being written.").format(file=row.file_name))
        self.leave(access, row.job_id)

    def _read(self, access: Access, row: JobRow) -> None:
        folder, own = self._folder(row.job_id), self._own(access)

        def act(request: Request) -> Loaded:
            return preview(own, request, progress=_teller(folder), stop=folder.must_stop)

        folder.clear()
        self._begin(row, act, jobs.READING, jobs.READY)

    def _begin(self, row: JobRow, act: Act, state: str, to: str) -> None:
        self._folder(row.job_id).tell(0)
        context = copy_context()
        thread = Thread(target=context.run, args=(self._run, row, act, state, to), daemon=True)
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def _run(self, row: JobRow, act: Act, state: str, to: str) -> None:
        folder, options = self._folder(row.job_id), options_from(row.options)
        request = Request(
            path=folder.file(row.file_name),
            today=today(),
            name=row.file_name,
            table=options.table,
            good_rows=options.good_rows,
            replace=options.replace,
            file_wins=options.file_wins,
            meanings=options.meanings,
            backups=self._backups,
        )
        ended: dict[str, Any]
        try:
            with in_language(options.language):
                loaded = act(request)
                folder.keep(FINDINGS, findings_workbook(loaded.result) if loaded.result.findings else b"")
                folder.keep(REJECTED, loaded.rejected)
            ended = {"outcome": outcome_as_json(outcome_of(loaded)), "sentence": ""}
            if to == jobs.DONE and loaded.result.applied:
                folder.drop_file()
        except ImportStopped:
            to, ended = jobs.STOPPED, {}
        except BryggaError as error:
            to, ended = jobs.FAILED, {"sentence": str(error)}
        except Exception as error:
            with in_language(options.language):
                to, ended = jobs.FAILED, {"sentence": _unforeseen(error)}
        jobs.move_job(self._store.engine, row.job_id, (state,), to, **ended)

    def _shown(self, row: JobRow) -> Job:
        folder = self._folder(row.job_id)
        return Job(
            job_id=row.job_id,
            file_name=row.file_name,
            state=CUT_OFF if self._is_cut_off(row) else row.state,
            done=folder.told()[0],
            options=options_from(row.options),
            outcome=outcome_from(row.outcome),
            sentence=row.sentence,
            has_file=folder.file(row.file_name).exists(),
            has_rejected=bool(folder.kept(REJECTED)),
        )

    def _is_cut_off(self, row: JobRow) -> bool:
        if row.state not in jobs.RUNNING:
            return False
        seen = self._folder(row.job_id).told()[1] or row.made_at
        return self._clock() - seen > SILENT_FOR

    def _mine(self, access: Access, job_id: str) -> JobRow | None:
        """The person's own job, when it is the one that the form was about."""
        _require_keeper(access)
        row = jobs.job_of(self._store.engine, access.viewer.user_id)
        return row if row is not None and row.job_id == job_id else None

    def _kept(self, access: Access, name: str) -> bytes:
        _require_keeper(access)
        row = jobs.job_of(self._store.engine, access.viewer.user_id)
        return b"" if row is None else self._folder(row.job_id).kept(name)

    def _own(self, access: Access) -> Access:
        """The same person, and the data as it is when it is asked for, not as the request found it."""
        return Access(access.viewer, self._store)

    def _folder(self, job_id: str) -> UploadFolder:
        return UploadFolder(self._uploads / job_id)

    def _forget(self, job_id: str) -> None:
        jobs.drop_job(self._store.engine, job_id)
        self._folder(job_id).drop()


def table_choices() -> tuple[tuple[str, str], ...]:
    """Key and title of every table, for a file whose name does not tell."""
    return tuple((table.name, table.title) for table in TABLES)


def wanted_table(text: str) -> str:
    """The table that a form names; empty for none.

    Raises:
        InvalidParameter: when there is no such table.
    """
    if text and table_named(text) is None:
        raise InvalidParameter(_("There is no such table."))
    return text


def _unforeseen(error: Exception) -> str:
    """A sentence for what nobody has foreseen; the log gets where it happened, and no value of anybody's."""
    number = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    places = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    log.error("%s import %s %s", number, type(error).__name__, places)
    return _("Something went wrong. It is not your fault. Error number {number}.").format(number=number)


def _teller(folder: UploadFolder) -> Callable[[int, int], None]:
    return lambda done, total: folder.tell(1_000 * done // max(total, 1))


def _require_keeper(access: Access) -> None:
    if access.viewer.role not in KEEPERS:
        raise AccessDenied(_("Only managers and administrators may load data."))
