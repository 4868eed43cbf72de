"""Taking one written row back: the row is then exactly what it was, to its time and source."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.data.edits import CannotTakeBack
from dashboard.data.full_disk import told_when_full
from dashboard.data.import_undo import KEPT_DAYS, scrub
from dashboard.data.in_place.write import one_change
from dashboard.data.stored_rows import put_back, take_out
from dashboard.data.writable_rows import TABLES, mark_of, stored_row
from dashboard.data.writings import ADDED, UNDONE, WRITINGS, Written, last_of, moment, written_of
from dashboard.i18n import _


@told_when_full()
def take_back(engine: Engine, number: int, *, who: str, now: dt.datetime) -> Written:
    """Take what was written back, if the row still is as it was written.

    Args:
        engine: the database.
        number: the record's number.
        who: whom the history names.
        now: the moment.

    Raises:
        CannotTakeBack: when it cannot; the sentence says why.
        DatabaseUnreachable: when the database does not answer, or is busy with an import.
    """
    with one_change(engine, f"taken back {now.isoformat()} {number}") as (connection, version):
        record = connection.execute(select(WRITINGS).where(WRITINGS.c.writing_id == number)).first()
        _require_possible(connection, record)
        assert record is not None  # noqa: S101 (for the type checker: it was just looked at)
        try:
            _restore(connection, record)
        except IntegrityError as error:
            raise CannotTakeBack(_("Other rows need this one now, so it cannot be taken back.")) from error
        undone = {
            "state": UNDONE,
            "undone_at": now,
            "undone_by": who,
            "undone_version_no": version,
            "before": [],
            "cells": {},
        }
        gone = update(WRITINGS).where(WRITINGS.c.writing_id == number).values(undone)
        written = written_of(connection.execute(gone.returning(*WRITINGS.c)).one())
    scrub(engine)
    return written


def _require_possible(connection: Connection, record: Row[Any] | None) -> None:
    if record is None:
        raise CannotTakeBack(_("There is nothing with this number to take back."))
    if record.state == UNDONE:
        raise CannotTakeBack(
            _("{who} took this back {time} already.").format(
                who=record.undone_by, time=moment(record.undone_at)
            )
        )
    if mark_of(stored_row(connection, record.table_name, record.row_key)) != record.mark:
        raise CannotTakeBack(_changed(connection, record))
    if record.what != ADDED and not record.before:
        raise CannotTakeBack(
            _("What would take this back is emptied after {days} days.").format(days=KEPT_DAYS)
        )


def _changed(connection: Connection, record: Row[Any]) -> str:
    last = last_of(connection, record.table_name, record.row_key)
    if last is not None and last.writing_id != record.writing_id:
        return _("{who} has written in the same row {time}. That must be taken back first.").format(
            who=last.written_by, time=moment(last.written_at)
        )
    return _("The row has been changed since, by an import for example, so this cannot be taken back.")


def _restore(connection: Connection, record: Row[Any]) -> None:
    table = TABLES[record.table_name]
    if record.what == ADDED:
        take_out(connection, table, [record.row_key])
    else:
        put_back(connection, table, [record.before])
