"""How a copy is run: read from the environment, checked, and never changed afterwards."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from dashboard.settings import Settings


def test_without_an_address_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    assert Settings(data_dir=tmp_path).database == f"sqlite:///{tmp_path / 'brygga.db'}"


def test_a_relative_data_folder_gives_an_absolute_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings(data_dir=Path("here")).database == f"sqlite:///{tmp_path / 'here' / 'brygga.db'}"


@pytest.mark.parametrize(
    "given", ["postgresql://u:p@h/b", "postgres://u:p@h/b", "postgresql+psycopg://u:p@h/b"]
)
def test_every_way_to_write_postgresql_means_psycopg(given: str) -> None:
    assert Settings(database_url=given).database == "postgresql+psycopg://u:p@h/b"


def test_the_environment_is_read_with_the_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRYGGA_PORT", "9000")
    monkeypatch.setenv("BRYGGA_LANGUAGE", "en")
    monkeypatch.setenv("PORT", "1")
    assert (Settings().port, Settings().language) == (9000, "en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", 0),
        ("port", 65_536),
        ("language", "fi"),
        ("workers", 0),
        ("threads", 0),
        ("idle_minutes", 1),
        ("session_hours", 25),
        ("trusted_proxies", 6),
    ],
)
def test_a_value_out_of_range_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        Settings.model_validate({name: value})


def test_settings_cannot_be_changed_while_it_runs() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1


@pytest.mark.parametrize(
    ("host", "here"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_loopback_is_this_machine_alone(host: str, here: bool) -> None:
    assert Settings(host=host).loopback is here


def test_behind_a_proxy_others_can_reach_it_too() -> None:
    assert Settings().only_this_machine
    assert not Settings(trusted_proxies=1).only_this_machine
    assert not Settings(host="0.0.0.0").only_this_machine
