"""Bringing the database's schema to this version, and saying when it cannot be."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from dashboard.domain.errors import DatabaseUnreachable, SchemaMismatch
from dashboard.i18n import _

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"


def alembic_config(connection: Connection | None = None) -> "Config":
    """Alembic's configuration, made in code: there is no ini file to lose."""
    from alembic.config import Config  # noqa: PLC0415 (only a change of the schema needs alembic)

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def known_revisions() -> list[str]:
    """The revisions of this version of Brygga, the oldest first: the numbers that the files begin with."""
    return sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def newest_revision() -> str:
    """The revision that this version of Brygga works with."""
    return known_revisions()[-1]


def stored_revision(engine: Engine) -> str | None:
    """The revision of the database; None when it is empty.

    Raises:
        DatabaseUnreachable: when it does not answer, or is no database.
    """
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except OperationalError as error:
        raise DatabaseUnreachable(
            _("The database cannot be opened. Check the address and that it is running.")
        ) from error
    except DatabaseError as error:
        raise DatabaseUnreachable(
            _("The file is not a database, or it is damaged. Restore a backup.")
        ) from error


def is_empty(engine: Engine) -> bool:
    """Whether the database holds no table at all: neither ours nor anybody else's.

    Raises:
        DatabaseUnreachable: when it does not answer, or is no database.
    """
    if stored_revision(engine) is not None:
        return False
    with engine.connect() as connection:
        return not inspect(connection).get_table_names()


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Create the tables, or bring them to this version, in one transaction.

    Raises:
        DatabaseUnreachable: when the database does not answer.
        SchemaMismatch: when a newer version of Brygga has made it.
    """
    from alembic import command  # noqa: PLC0415 (only a change of the schema needs alembic)

    refuse_newer(engine)
    with engine.connect().execution_options(brygga_writes=True) as connection, connection.begin():
        command.upgrade(alembic_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to a revision ("base" removes everything)."""
    from alembic import command  # noqa: PLC0415 (only a change of the schema needs alembic)

    with engine.connect().execution_options(brygga_writes=True) as connection, connection.begin():
        command.downgrade(alembic_config(connection), revision)


def refuse_newer(engine: Engine) -> None:
    """Stop when the database belongs to a later version than this.

    Raises:
        SchemaMismatch: when its revision is not one of ours.
    """
    stored = stored_revision(engine)
    if stored is not None and stored not in known_revisions():
        raise SchemaMismatch(
            _("The database was made by a newer version of Brygga. Install it, or restore a backup.")
        )


def require_current(engine: Engine) -> None:
    """Stop unless the schema is exactly this version's.

    Raises:
        SchemaMismatch: when it is older, newer or empty.
    """
    refuse_newer(engine)
    if stored_revision(engine) != newest_revision():
        raise SchemaMismatch(_("The database has an older schema, or none. Run: brygga check --upgrade"))
