"""`brygga import` as somebody types it: what it says, and its exit codes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.import_command import import_command
from dashboard.cli.speech import BryggaGroup
from dashboard.data.engine import data_version, open_engine
from dashboard.settings import Settings
from tests.importer.helpers import SAMPLES, read_tiny, set_cell, tiny_with, write_folder


@pytest.fixture
def brygga(settings: Settings):
    """Runs a command line against a data folder of its own."""
    group = BryggaGroup("brygga", commands=[import_command])

    def run(*words: str | Path) -> Result:
        return CliRunner().invoke(group, ["import", *map(str, words)], obj=settings)

    return run


def test_a_first_import_makes_the_database_and_counts(brygga, settings: Settings) -> None:
    result = brygga(SAMPLES / "tiny.xlsx")

    assert result.exit_code == 0
    assert "Arbetsgivare" in result.stdout
    lines = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines() if line.endswith(" 0")}
    assert lines["Kontakter"] == ["22", "0", "0", "0"]
    assert "Kunder, rad 9, C (coach): Kunden har ingen coach." in result.stdout
    assert data_version(open_engine(settings.database)).startswith("1-")
    assert len(list((settings.data_dir / "backups").iterdir())) == 1


def test_the_second_time_it_says_so(brygga) -> None:
    brygga(SAMPLES / "tiny.xlsx")
    result = brygga(SAMPLES / "tiny.xlsx")

    assert result.exit_code == 0
    assert "Redan importerad" in result.stdout


def test_a_dry_run_says_that_nothing_was_changed(brygga, settings: Settings) -> None:
    result = brygga(SAMPLES / "tiny.xlsx", "--dry-run")

    assert (result.exit_code, "Så här skulle det bli" in result.stdout) == (0, True)
    assert data_version(open_engine(settings.database)).startswith("0")


def test_errors_give_exit_code_1(brygga, tmp_path: Path) -> None:
    result = brygga(tiny_with(tmp_path / "f", set_cell("contacts", 5, "contacted_on", "1/3 2026")))

    assert result.exit_code == 1
    assert "Fel: contacts.csv, rad 5, D (contacted_on): “1/3 2026”" in result.stdout
    assert "1 fel. Inget ändrades." in result.stdout


def test_a_wrong_file_gives_exit_code_2(brygga, tmp_path: Path) -> None:
    result = brygga(tmp_path / "saknas.xlsx")

    assert (result.exit_code, result.stderr.strip()) == (2, "Det finns ingen sådan fil eller mapp.")


def test_clearing_much_gives_exit_code_3_and_names_yes(brygga, tmp_path: Path) -> None:
    brygga(SAMPLES / "tiny")
    rows = [row | {"postal_code": ""} for row in read_tiny()["clients"]]
    folder = write_folder(tmp_path / "f", {"clients": rows})

    asked = brygga(folder)
    assert (asked.exit_code, "--yes" in asked.stdout) == (3, True)
    assert "Kunder, postnummer: 6 av 6 lagrade värden" in asked.stdout

    assert brygga(folder, "--yes").exit_code == 0


def test_only_the_first_fifty_findings_are_shown(brygga, tmp_path: Path) -> None:
    def change(tables) -> None:
        for row in tables["contacts"] + tables["follow_ups"] + tables["placements"]:
            row["coach_id"] = "C99"

    result = brygga(tiny_with(tmp_path / "f", change))

    assert result.stdout.count("Fel: ") == 50 + 1
    assert "… och 15 till." in result.stdout


def test_it_speaks_english_too(brygga, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRYGGA_LANGUAGE", "en")
    result = brygga(SAMPLES / "tiny.xlsx")

    assert "Warning: Kunder, row 9, C (coach): The client has no coach." in result.stdout
    assert "Imported: tiny.xlsx." in result.stdout
