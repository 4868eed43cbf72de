"""`brygga publish`, `publications` and `withdraw`, as whoever keeps a schedule runs them."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.data.engine import open_engine
from dashboard.data.publications import read_current
from tests.builders import stored
from tests.cli.conftest import Run
from tests.publish_world import everything

WHAT = ("--period", "2025-2..2026-1", "--tables", "people,rungs", "--name", "Solrosen")


@pytest.fixture
def filled(brygga: Run, data_dir: Path) -> Run:
    """A unit that can publish."""
    assert brygga("publications").exit_code == 0
    engine: Engine = open_engine(f"sqlite:///{data_dir / 'brygga.db'}")
    stored(engine, *everything())
    engine.dispose()
    return brygga


def test_a_publication_on_the_command_line(filled: Run, data_dir: Path) -> None:
    public = data_dir / "public.db"
    tried = filled("publish", *WHAT, "--dry-run")
    assert tried.exit_code == 0, tried.output
    assert "Inget dolt tal går att räkna ut." in tried.output or "Inget behövde döljas" in tried.output
    assert "Människorna: " in tried.output
    assert not public.exists()
    assert "Ingenting har publicerats än." in filled("publications").output

    done = filled("publish", *WHAT, "--email", "ame@example.se")
    assert done.exit_code == 0, done.output
    shown = read_current(public)
    assert shown is not None
    assert ([table.key for table in shown.tables], shown.contact) == (
        ["people", "rungs"],
        {"email": "ame@example.se"},
    )
    listed = filled("publications").output
    assert shown.key in listed
    assert "offentlig nu" in listed

    gone = filled("withdraw", "--reason", "Fel period")
    assert gone.exit_code == 0, gone.output
    assert read_current(public) is None
    listed = filled("publications").output
    assert "Fel period" in listed
    assert "offentlig nu" not in listed
    assert filled("withdraw", "--reason", "Fel period").exit_code == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ("--period", "2026"),
        ("--period", "2026-1..2025-2"),
        ("--period", "2099-1", "--name", "x"),
        ("--period", "2026-1", "--name", "x", "--tables", "diagnosis"),
        ("--period", "2026-1", "--name", "Anna 850709-9805"),
    ],
)
def test_what_cannot_be_published_is_a_sentence(filled: Run, data_dir: Path, wrong: tuple[str, ...]) -> None:
    result = filled("publish", *wrong)
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    assert not (data_dir / "public.db").exists()


def test_the_public_file_may_lie_elsewhere(filled: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "open" / "what-is-public.db"
    assert filled("publish", *WHAT, public_store=str(elsewhere)).exit_code == 0
    assert read_current(elsewhere) is not None
