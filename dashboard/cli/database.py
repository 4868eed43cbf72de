"""How a command opens the database: made on first use where that is safe."""

from contextlib import suppress
from pathlib import Path

import click
from pydantic import ValidationError

from dashboard.data import schema
from dashboard.data.engine import Database, open_engine
from dashboard.data.unit_words import read_wording
from dashboard.domain.errors import BryggaError, SettingsError
from dashboard.i18n import _, use_wording
from dashboard.settings import Settings


def read_settings() -> Settings:
    """The settings from the environment.

    Raises:
        SettingsError: naming the first that is out of range.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(
            _("The setting {name} is not usable: {value}.").format(
                name="BRYGGA_" + str(first["loc"][0]).upper(), value=first.get("input")
            )
        ) from error


def opened(settings: Settings) -> Database:
    """The database as it is; closed when the command ends."""
    engine = open_engine(settings.database)
    context = click.get_current_context(silent=True)
    if context is not None:
        context.call_on_close(engine.dispose)
    return engine


def ready_engine(settings: Settings) -> Database:
    """The database with this version's schema; what is said from now on is in the unit's words.

    A database with nothing in it gets its tables. One that holds anything is left as it is until someone
    asks for it with `brygga check --upgrade`.

    Raises:
        DatabaseUnreachable: when it does not answer.
        SchemaMismatch: when its schema is another version's.
        SettingsError: when the data folder cannot be written.
    """
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        engine = opened(settings)
    except OSError as error:
        sentence = _("The data folder {path} cannot be made or written. Set BRYGGA_DATA_DIR to one that can.")
        raise SettingsError(sentence.format(path=settings.data_dir)) from error
    try:
        if schema.is_empty(engine):
            schema.upgrade(engine)
        schema.require_current(engine)
        use_wording(read_wording(engine))
    except BryggaError:
        engine.dispose()
        raise
    return engine


def speak_as_the_unit(settings: Settings) -> None:
    """Use the unit's own words in a command that does without a database, when there is one to ask."""
    engine = open_engine(settings.database)
    # SQLite would make the file that is not there.
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").is_file():
        return
    with suppress(BryggaError):
        schema.require_current(engine)
        use_wording(read_wording(engine))
    engine.dispose()
