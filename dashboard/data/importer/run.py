"""The whole way of an import: read, plan, ask, and write all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Engine, select

from dashboard.data.backup import copy_aside
from dashboard.data.engine import next_version, writing
from dashboard.data.full_disk import told_when_full
from dashboard.data.import_history import begun
from dashboard.data.import_undo import forget_old, remember_before, scrub, settings_changes
from dashboard.data.importer.apply import remember, touched, write
from dashboard.data.importer.contents import Contents, read_contents
from dashboard.data.importer.given_back import GivenBack, given_back
from dashboard.data.importer.identity import masked
from dashboard.data.importer.order import Order
from dashboard.data.importer.plan import After, Plan, make_plan
from dashboard.data.importer.progress import Meter, Progress, Stop
from dashboard.data.importer.result import ImportResult, result_of
from dashboard.data.models import DataState
from dashboard.domain.errors import BryggaError, InvalidParameter
from dashboard.i18n import _

__all__ = ["DataMoved", "Order", "Outcome", "PreviewOutdated", "import_file", "run_import"]
_TRIES = 3


class DataMoved(BryggaError):
    """Somebody else changed the data between the plan and the writing of it."""


class PreviewOutdated(BryggaError):
    """What would be written is no longer what the preview showed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that comes of an import.

    Attributes:
        result: what was done, or would be.
        given_back: the rows that were left out, sheet by sheet.
        after: what was asked of the tables as they would be; None when errors stand in the way.
        contents: the file as it was read.
        new_employers: the keys of employers that are new.
    """

    result: ImportResult
    given_back: tuple[GivenBack, ...]
    after: Any
    contents: Contents
    new_employers: frozenset[str] = frozenset()


def import_file(engine: Engine, order: Order, progress: Progress | None = None) -> ImportResult:
    """Bring a file's rows into the database, all of them or none; raises as `run_import` does."""
    return run_import(engine, order, progress).result


def run_import(
    engine: Engine,
    order: Order,
    progress: Progress | None = None,
    *,
    stop: Stop | None = None,
    after: After | None = None,
) -> Outcome:
    """Bring a file's rows into the database: all of them, or none, or those without errors when asked to.

    Args:
        engine: the database.
        order: what is asked.
        progress: told how far it has come.
        stop: asked now and then whether to stop.
        after: asked of the tables as they would be.

    Raises:
        FileRefused: when the file is none that can be read.
        ImportUnderWay: when somebody else is importing.
        ImportStopped: when `stop` said so.
        DatabaseUnreachable: when the database does not answer.
        BackupFailed: when the database could not be copied aside first.
        DiskFull: when there was no room to write; nothing was changed.
        DataMoved: when others kept changing the data meanwhile.
        PreviewOutdated: when what would be written is not what the preview showed.
        InvalidParameter: when `replace` is asked together with `good_rows`.
    """
    if order.replace and order.good_rows:
        raise InvalidParameter(
            _("A file of which rows are left out cannot be the whole truth: choose one of the two.")
        )
    meter = Meter(progress, stop)
    # Inside for what is planned and written, outside for the history row that goes before it.
    with told_when_full(), _alone(engine, order) as number, told_when_full():
        contents = read_contents(
            order.path,
            order.table,
            order.today,
            meter,
            order.limits,
            names=order.names,
            keep_rows=order.good_rows,
        )
        for _attempt in range(_TRIES):
            plan = make_plan(engine, contents, order, meter, after)
            result = result_of(plan, contents, order)
            rows = given_back(contents, plan.rejected, plan.findings)
            if order.dry_run or plan.blocked or (result.needs_yes and not order.yes) or not result.changes:
                break
            if order.seen and order.seen != plan.mark:
                raise PreviewOutdated(_("The data has changed since the preview. Look at it again."))
            version = _write(engine, plan, result, order, number=number, meter=meter)
            if version:
                result = replace(result, applied=True, needs_yes=False, data_version=version)
                break
        else:
            raise DataMoved(_("The data was changed by others at the same time. Import the file again."))
    meter.finish()
    employers = plan.tables.get("employers")
    new = frozenset(str(entry.key) for entry in employers.new) if employers else frozenset()
    return Outcome(result, rows, plan.after, contents, new)


@contextmanager
def _alone(engine: Engine, order: Order) -> Iterator[int]:
    if order.dry_run:
        with nullcontext():
            yield 0
        return
    forget_old(engine, order.now)
    with begun(engine, order.who, masked(order.shown_name or order.path.name), order.now) as number:
        yield number


def _write(
    engine: Engine, plan: Plan, result: ImportResult, order: Order, *, number: int, meter: Meter
) -> str:
    """Write the plan and give the new version; empty when the data has changed since it was made."""
    if order.backups is not None:
        copy_aside(engine, order.backups, order.now)
    change = f"import {plan.digest}"
    version = next_version(plan.version, change)
    try:
        with writing(engine, change) as connection:
            # Locked, so that of two imports planned on one version only the first is written.
            if connection.execute(select(DataState.version).with_for_update()).scalar_one() != plan.version:
                raise DataMoved
            remember_before(connection, number, touched(plan.tables.values()))
            write(connection, plan.tables, order.now, meter.tick)
            run = _on_record(result) | {"data_version": version}
            remember(connection, number, run | {"settings_changes": settings_changes(connection)})
    except DataMoved:
        return ""
    scrub(engine)
    return version


def _on_record(result: ImportResult) -> dict[str, Any]:
    return {
        "file_name": result.file_name,
        "sha256": result.sha256,
        "counts": {name: asdict(counts) for name, counts in result.counts.items()},
    }
