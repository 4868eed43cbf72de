"""Running `brygga` as a person does, in a data folder of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main

PASSWORD = "trumpet-lastbil-hav"
Run = Callable[..., Result]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def brygga(data_dir: Path) -> Run:
    """Runs a command line; keywords are settings without their prefix."""

    def run(*arguments: str, given: str | None = None, **settings: str) -> Result:
        environment = {"BRYGGA_DATA_DIR": str(data_dir)}
        environment |= {f"BRYGGA_{name.upper()}": value for name, value in settings.items()}
        return CliRunner().invoke(main, list(arguments), input=given, env=environment, prog_name="brygga")

    return run


@pytest.fixture
def with_karin(brygga: Run) -> Run:
    """The same, where there is a manager's account."""
    made = brygga("user", "add", "karin", "--role", "manager", "--password-stdin", given=PASSWORD + "\n")
    assert made.exit_code == 0, made.output
    return brygga
