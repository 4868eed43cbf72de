"""The schema: up, down, and refused in words when it cannot be used. The models and the migrations agree."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from dashboard.data.engine import data_version, open_engine
from dashboard.data.models import UNIT_TABLES, Base
from dashboard.data.schema import (
    alembic_config,
    downgrade,
    known_revisions,
    newest_revision,
    require_current,
    stored_revision,
    upgrade,
)
from dashboard.domain.errors import DatabaseUnreachable, SchemaMismatch
from dashboard.i18n import use_language


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def pretend_revision(engine: Engine, revision: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_there_is_one_newest_revision() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_heads() == [newest_revision()]
    assert sorted(script.revision for script in scripts.walk_revisions()) == known_revisions()


def test_every_revision_can_be_undone() -> None:
    scripts = ScriptDirectory.from_config(alembic_config()).walk_revisions()
    assert [script.revision for script in scripts if not script.module.downgrade.__code__.co_names] == []


def test_an_empty_database_gets_every_table(empty_engine: Engine) -> None:
    assert stored_revision(empty_engine) is None
    upgrade(empty_engine)

    assert tables(empty_engine) == {*Base.metadata.tables, "alembic_version"}
    assert stored_revision(empty_engine) == newest_revision()
    assert data_version(empty_engine) == "0-empty"


def test_a_schema_can_be_taken_down_and_put_up_again(engine: Engine) -> None:
    downgrade(engine, "base")
    assert tables(engine) == {"alembic_version"}
    upgrade(engine)
    assert {table.__tablename__ for table in UNIT_TABLES} <= tables(engine)


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    require_current(engine)


def test_the_models_and_the_migrations_say_the_same(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrations_make_the_checks_that_the_models_name(engine: Engine) -> None:
    # Alembic's own comparison does not look at check constraints.
    for table in Base.metadata.sorted_tables:
        named = {check["name"] for check in inspect(engine).get_check_constraints(table.name)}
        wanted = {str(check.name) for check in table.constraints if str(check.name).startswith("ck_")}
        assert named == wanted, table.name


def test_a_newer_schema_is_refused_in_words(engine: Engine) -> None:
    use_language("en")
    pretend_revision(engine, "9999")
    with pytest.raises(SchemaMismatch, match="made by a newer version of Brygga"):
        upgrade(engine)
    with pytest.raises(SchemaMismatch, match="made by a newer version of Brygga"):
        require_current(engine)


def test_a_database_without_tables_is_refused_with_the_way_out(empty_engine: Engine) -> None:
    use_language("en")
    with pytest.raises(SchemaMismatch, match=r"older schema, or none\. Run: brygga"):
        require_current(empty_engine)


def test_the_refusal_is_in_the_readers_language(engine: Engine) -> None:
    use_language("sv")
    pretend_revision(engine, "9999")
    with pytest.raises(SchemaMismatch, match="nyare version av Brygga"):
        upgrade(engine)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    use_language("en")
    file = tmp_path / "brygga.db"
    file.write_text("a shopping list, long enough to look like something " * 50)
    engine = open_engine(f"sqlite:///{file}")
    with pytest.raises(DatabaseUnreachable, match="not a database, or it is damaged"):
        upgrade(engine)
    assert file.read_text().startswith("a shopping list")
    engine.dispose()


def test_a_folder_instead_of_a_file_is_refused(tmp_path: Path) -> None:
    use_language("en")
    engine = open_engine(f"sqlite:///{tmp_path}")
    with pytest.raises(DatabaseUnreachable, match="cannot be opened"):
        upgrade(engine)


def test_a_server_that_is_not_there_is_refused(tmp_path: Path) -> None:
    use_language("en")
    engine = open_engine(f"postgresql+psycopg:///brygga?host={tmp_path}")
    with pytest.raises(DatabaseUnreachable, match="cannot be opened"):
        stored_revision(engine)


def test_an_upgrade_that_fails_leaves_nothing_behind(
    empty_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_upgrade(config, _revision) -> None:
        config.attributes["connection"].execute(text("CREATE TABLE half (id INTEGER)"))
        raise RuntimeError("the power went")

    monkeypatch.setattr("alembic.command.upgrade", broken_upgrade)
    with pytest.raises(RuntimeError):
        upgrade(empty_engine)
    assert "half" not in tables(empty_engine)
