"""How a command opens the database the first time."""

from pathlib import Path

import pytest
from sqlalchemy import text

from dashboard.cli.database import ready_engine
from dashboard.data.engine import data_version, open_engine
from dashboard.domain.errors import SchemaMismatch
from dashboard.settings import Settings


def test_a_database_with_nothing_in_it_gets_its_tables(tmp_path: Path, empty_address: str) -> None:
    engine = ready_engine(Settings(data_dir=tmp_path, database_url=empty_address))
    assert data_version(engine) == "0-empty"
    engine.dispose()


def test_a_database_that_holds_somebody_elses_tables_is_left_as_it_is(
    tmp_path: Path, empty_address: str
) -> None:
    engine = open_engine(empty_address)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (id INTEGER)"))
    with pytest.raises(SchemaMismatch, match="brygga check --upgrade"):
        ready_engine(Settings(data_dir=tmp_path, database_url=empty_address))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM theirs")).scalar() == 0
    engine.dispose()
