"""What must hold before the app starts: a safe environment, a secret of its own, the right schema."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.cli.database import ready_engine
from dashboard.domain.errors import DatabaseUnreachable, SchemaMismatch, SettingsError
from dashboard.server.secret_key import secret_key
from dashboard.server.start import refuse_dangerous_environment
from dashboard.settings import Settings


@pytest.mark.parametrize(
    "name", ["DASH_DEBUG", "DASH_MCP_ENABLED", "DASH_HOT_RELOAD", "DASH_UI", "FLASK_DEBUG"]
)
def test_it_does_not_start_with_debugging_or_mcp(
    own_settings: Settings, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "1")
    with pytest.raises(SettingsError, match=name):
        create_app(own_settings)


def test_an_ordinary_environment_is_fine() -> None:
    refuse_dangerous_environment({"PATH": "/bin", "BRYGGA_PORT": "1", "DASHBOARD": "x"})


def test_dashs_tools_are_off(shared_app) -> None:
    assert shared_app._enable_mcp is False
    assert not any(
        shared_app._dev_tools[name] for name in ("ui", "props_check", "hot_reload", "serve_dev_bundles")
    )
    assert shared_app.server.debug is False


def test_it_says_what_to_run_when_the_schema_is_not_made(settings: Settings) -> None:
    with pytest.raises(SchemaMismatch, match="brygga check --upgrade"):
        create_app(settings)


def test_a_database_that_does_not_answer_is_one_sentence(settings: Settings) -> None:
    nowhere = settings.model_copy(update={"database_url": "postgresql://x@127.0.0.1:1/x"})
    with pytest.raises(DatabaseUnreachable):
        create_app(nowhere)


def test_the_first_start_makes_a_key_for_its_owner_alone(key_folder: Path) -> None:
    key = secret_key(key_folder)
    assert len(key) == 64
    assert stat.S_IMODE((key_folder / "secret.key").stat().st_mode) == 0o600
    assert secret_key(key_folder) == key
    assert [path.name for path in key_folder.iterdir()] == ["secret.key"]


def test_processes_that_start_together_get_the_same_key(key_folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: secret_key(key_folder), range(16)))) == 1


@pytest.mark.parametrize(
    "key",
    [
        b"",
        b"short",
        b"x" * 64,
        b"changeme" * 8,
        b"secret" * 10,
        b"0123456789" * 5,
        b"your-secret-key-0000000000000000",
    ],
)
def test_a_short_or_known_key_is_refused(key_folder: Path, key: bytes) -> None:
    file = key_folder / "secret.key"
    file.write_bytes(key)
    file.chmod(0o600)
    with pytest.raises(SettingsError, match=r"secret\.key"):
        secret_key(key_folder)


def test_a_key_that_others_can_read_is_refused(key_folder: Path) -> None:
    secret_key(key_folder)
    (key_folder / "secret.key").chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        secret_key(key_folder)


def test_a_key_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(SettingsError):
        secret_key(blocked)


def test_the_wsgi_module_gives_a_server(own_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib
    import sys

    monkeypatch.setenv("BRYGGA_DATA_DIR", str(own_settings.data_dir))
    sys.modules.pop("dashboard.wsgi", None)
    module = importlib.import_module("dashboard.wsgi")
    assert module.server.test_client().get("/healthz").status_code == 200


def test_the_wsgi_module_stops_with_a_sentence(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib
    import sys

    monkeypatch.setenv("BRYGGA_DATA_DIR", str(settings.data_dir))
    sys.modules.pop("dashboard.wsgi", None)
    with pytest.raises(SystemExit, match="brygga check --upgrade"):
        importlib.import_module("dashboard.wsgi")


def test_looking_for_a_session_is_cheap(own_settings: Settings) -> None:
    import datetime as dt
    from time import perf_counter

    from dashboard.data.accounts import find_account
    from dashboard.data.sessions import Sessions

    engine = ready_engine(own_settings)
    sessions = Sessions(
        engine, idle=dt.timedelta(minutes=30), longest=dt.timedelta(hours=10), demo_allowed=False
    )
    token = sessions.open(find_account(engine, "manager").user_id)
    sessions.find(token)
    began = perf_counter()
    for _ in range(200):
        sessions.find(token)
    engine.dispose()
    assert (perf_counter() - began) / 200 < 0.005  # about 0.1 ms; the limit allows for a busy machine
    assert os.environ.get("DASH_DEBUG") is None
