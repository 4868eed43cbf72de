"""Publishing as the page and the command line do it: choose, audit, look, publish, withdraw.

Where an audit stands is a row in the database, so the page may be closed, loaded again or opened twice. It
goes on in a thread of this process, which gives a sign of life; one that is silent was cut off.
"""

import datetime as dt
import logging
import secrets
import traceback
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import replace
from threading import Event, Thread

from dashboard.data import publication_drafts as rows
from dashboard.data.importer.identity import holds_identity_number
from dashboard.data.publication_drafts import Draft
from dashboard.data.publication_records import Record, records, withdraw_record
from dashboard.data.publications import withdraw_publication
from dashboard.domain.access import MANAGERS
from dashboard.domain.errors import AccessDenied, BryggaError, InvalidParameter
from dashboard.domain.period import STOCKHOLM
from dashboard.domain.publication_choice import Choice, choice_as_json, choice_from
from dashboard.i18n import _, in_language, language
from dashboard.reports.access import Access, Store
from dashboard.reports.publish_audit import COUNTING, audit, require_choice
from dashboard.reports.publish_draft import DraftShown, Outcome, outcome_as_json, outcome_from, outcome_of
from dashboard.reports.publish_keep import Ready, latest_key, make_public

__all__ = ["LONGEST_REASON", "PublishDesk", "Record", "require_publisher", "take_away"]

log = logging.getLogger("brygga")
BEAT_S = 2.0
SILENT_FOR = dt.timedelta(seconds=30)
LONGEST_REASON = 300
CUT_OFF = "cut_off"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class PublishDesk:
    """The publications of one copy of Brygga.

    Args:
        store: the data, and where what is public lies.
        clock: tells the time; tests give their own.
    """

    def __init__(self, store: Store, clock: Callable[[], dt.datetime] = _now) -> None:
        self._store = store
        self._clock = clock
        self._threads: list[Thread] = []

    def draft(self, access: Access) -> DraftShown | None:
        """What the person has chosen, and how far its audit has come."""
        require_publisher(access)
        row = rows.draft_of(self._store.engine, access.viewer.user_id)
        return None if row is None else self._shown(row)

    def others(self, access: Access) -> tuple[str, ...]:
        """Who else is about to publish, in sentences."""
        require_publisher(access)
        return tuple(
            _("{who} has been preparing a publication since {time}.").format(
                who=row.who, time=clock_time(row.begun_at)
            )
            for row in rows.drafts(self._store.engine)
            if row.user_id != access.viewer.user_id and self._shown(row).state in {rows.RUNNING, rows.READY}
        )

    def history(self, access: Access) -> tuple[Record, ...]:
        """All that was ever made public, the latest first."""
        require_publisher(access)
        return records(self._store.engine)

    def begin(self, access: Access, choice: Choice) -> None:
        """Audit a choice, beside the request; what the person had prepared before is thrown away.

        Raises:
            AccessDenied: when the person is no manager.
            InvalidParameter: when the choice cannot be published.
        """
        require_publisher(access)
        require_choice(choice, self._today())
        self.leave(access)
        now = self._clock()
        row = Draft(
            draft_id=secrets.token_hex(16),
            user_id=access.viewer.user_id,
            who=access.viewer.name,
            state=rows.RUNNING,
            stage=COUNTING,
            choice=choice_as_json(choice),
            outcome={},
            sentence="",
            data_version=self._store.data_version(),
            after=latest_key(self._store),
            begun_at=now,
            beat_at=now,
        )
        if rows.add_draft(self._store.engine, row):
            context = copy_context()
            thread = Thread(target=context.run, args=(self._run, row, choice, language()), daemon=True)
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()

    def again(self, access: Access) -> None:
        """Audit the same choice on the data as it is now."""
        shown = self.draft(access)
        if shown is not None:
            self.begin(access, shown.choice)

    def leave(self, access: Access) -> None:
        """Throw away what the person has prepared."""
        require_publisher(access)
        row = rows.draft_of(self._store.engine, access.viewer.user_id)
        if row is not None:
            rows.drop_draft(self._store.engine, row.draft_id)

    def publish(self, access: Access, draft_id: str) -> Record | None:
        """Make the audited publication public; a second click does nothing.

        Raises:
            AccessDenied: when the person is no manager.
            InvalidParameter: when the audit does not allow it, the data has changed since, or somebody else
                has published meanwhile.
            PublicationRefused: when it cannot be kept.
        """
        require_publisher(access)
        row = rows.draft_of(self._store.engine, access.viewer.user_id)
        if row is None or row.draft_id != draft_id:
            return None
        outcome = outcome_from(row.outcome)
        if row.state != rows.READY or outcome is None or not outcome.safe:
            raise InvalidParameter(_("The audit does not allow this to be published."))
        if self._changed(row):
            raise InvalidParameter(self._changed_told(row))
        now = self._clock()
        ready = Ready(
            publication=replace(outcome.publication, published_on=self._today()),
            salt=outcome.salt,
            private=outcome.private,
            data_version=row.data_version,
            after=row.after,
        )
        kept = make_public(self._store, ready, who=access.viewer.name, now=now)
        if kept is None:
            raise InvalidParameter(self._changed_told(row))
        rows.drop_draft(self._store.engine, draft_id)
        return kept

    def withdraw(self, access: Access, key: str, why: str) -> bool:
        """Take a publication away from the public; False when it is withdrawn already, or not there.

        Raises:
            AccessDenied: when the person is no manager.
            InvalidParameter: when no reason is given, or it cannot be kept.
            PublicationRefused: when the public file cannot be written.
        """
        require_publisher(access)
        return take_away(self._store, key, why=why, who=access.viewer.name, now=self._clock())

    def wait(self) -> None:
        """Wait until nothing is being audited: for tests, and for an orderly end."""
        for thread in list(self._threads):
            thread.join()

    def _run(self, row: Draft, choice: Choice, code: str) -> None:
        engine, done = self._store.engine, Event()
        pulse = Thread(target=self._beat, args=(row.draft_id, done), daemon=True)
        pulse.start()
        try:
            with in_language(code):
                audited = audit(
                    self._store, choice, self._today(), lambda stage: self._tell(row.draft_id, stage)
                )
                outcome: Outcome = outcome_of(audited)
            state = rows.READY if outcome.safe else rows.REFUSED
            ended = {"outcome": outcome_as_json(outcome), "data_version": audited.data_version}
        except BryggaError as error:
            state, ended = rows.FAILED, {"sentence": str(error)}
        except Exception as error:
            with in_language(code):
                state, ended = rows.FAILED, {"sentence": _unforeseen(error)}
        finally:
            done.set()
            pulse.join()
        rows.change_draft(engine, row.draft_id, state=state, **ended)

    def _tell(self, draft_id: str, stage: str) -> None:
        rows.change_draft(self._store.engine, draft_id, stage=stage, beat_at=self._clock())

    def _beat(self, draft_id: str, done: Event) -> None:
        while not done.wait(BEAT_S):
            rows.change_draft(self._store.engine, draft_id, beat_at=self._clock())

    def _shown(self, row: Draft) -> DraftShown:
        silent = row.state == rows.RUNNING and self._clock() - row.beat_at > SILENT_FOR
        return DraftShown(
            draft_id=row.draft_id,
            state=CUT_OFF if silent else row.state,
            stage=row.stage,
            choice=choice_from(row.choice),
            outcome=outcome_from(row.outcome),
            sentence=row.sentence,
            changed=self._changed_told(row) if row.state == rows.READY and self._changed(row) else "",
        )

    def _changed(self, row: Draft) -> bool:
        return row.data_version != self._store.data_version() or row.after != latest_key(self._store)

    def _changed_told(self, row: Draft) -> str:
        """What has happened since the audit."""
        latest = next(iter(records(self._store.engine)), None)
        if latest is not None and latest.key != row.after:
            return _(
                "{who} published {time}, after your audit began. Audit again: what is public now counts too."
            ).format(who=latest.published_by, time=clock_time(latest.published_at))
        return _("The data has changed since the audit. Audit again.")

    def _today(self) -> dt.date:
        return self._clock().astimezone(STOCKHOLM).date()


def take_away(store: Store, key: str, *, why: str, who: str, now: dt.datetime) -> bool:
    """Withdraw a publication, with the reason on record.

    Raises:
        InvalidParameter: when no reason is given, or it cannot be kept.
        PublicationRefused: when the public file cannot be written.
    """
    reason = " ".join(why.split())
    if not reason:
        raise InvalidParameter(_("Say why it is withdrawn: it stays in the history."))
    if len(reason) > LONGEST_REASON or holds_identity_number(reason):
        raise InvalidParameter(
            _("The reason is too long, or holds what looks like a personal identity number.")
        )
    # The public first: should the record fail, nothing that ought to be gone is still shown.
    withdraw_publication(store.public, key, now)
    return withdraw_record(store.engine, key, now=now, who=who, why=reason)


def require_publisher(access: Access) -> None:
    """Refuse whoever may not publish.

    Raises:
        AccessDenied: when the person is no manager.
    """
    if access.viewer.role not in MANAGERS:
        raise AccessDenied(_("Only managers may publish."))


def clock_time(moment: dt.datetime) -> str:
    """The moment as people here read it."""
    return moment.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")


def _unforeseen(error: Exception) -> str:
    """A sentence for what nobody has foreseen; the log gets where it happened, and no value of anybody's."""
    number = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    places = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    log.error("%s audit %s %s", number, type(error).__name__, places)
    return _("Something went wrong. It is not your fault. Error number {number}.").format(number=number)
