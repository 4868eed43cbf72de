"""`brygga settings words`: the unit's own words on the command line."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run


def test_a_usual_word_brings_its_forms_and_is_said_in_the_next_report(brygga: Run) -> None:
    said = brygga("settings", "words", "set", "client", "deltagare", "step.2", "Kartläggning").stdout
    assert "client.en = a participant, participants\nstep.2 = Kartläggning" in said
    marked = [
        line for line in brygga("settings", "words", "list").stdout.splitlines() if line.startswith("*")
    ]
    assert [line.split()[1] for line in marked] == ["client", "client.en", "step.2"]
    text = brygga("report", "--on", "2026-06-30", "--format", "text").stdout
    assert "Ingen deltagare är aktiv" in text
    assert "kund" not in text.casefold()
    assert "clients" in json.loads(brygga("report", "--on", "2026-06-30").stdout)


def test_words_are_reset_and_the_history_tells_both(brygga: Run) -> None:
    forms = "en brukare, brukaren, brukare, brukarna"
    assert "brukarna, brukar" in brygga("settings", "words", "set", "client", forms).stdout
    assert "client = kund, kunden, " in brygga("settings", "words", "reset", "--all").stdout
    history = brygga("settings", "words", "history").stdout.splitlines()
    assert [line[:2] for line in history] == ["2.", "  ", "1.", "  "]
    assert "Inget ändrades" in brygga("settings", "words", "reset", "client").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "client", "ett barn, barnet, barn, barnen"], "ett ord med ”en”"),
        (["set", "client"], "Ange ett ord efter varje namn"),
        (["set", "step.6", "Efteråt"], "Menade du step."),
        (["set", "step.1", "Yrkesprofil"], "används redan för Yrkesprofil (step.2)"),
        (["reset"], "Ange vilka ord"),
    ],
)
def test_what_cannot_be_used_is_told_and_changes_nothing(
    brygga: Run, arguments: list[str], sentence: str
) -> None:
    refused = brygga("settings", "words", *arguments)
    assert refused.exit_code == 2
    assert sentence in refused.stderr
    assert "Inget ord är ändrat" in brygga("settings", "words", "history").stdout


def test_figures_of_others_are_put_in_listed_and_taken_away(brygga: Run) -> None:
    asked = ("--people", "86", "--months", "12", "--source", "Rapport 2025", "--caveat", "Bara unga")
    assert (
        "Grannen: 41\N{NO-BREAK SPACE}% av 86 inom 12 månader"
        in brygga("settings", "benchmarks", "add", "Grannen", "41", *asked).stdout
    )
    assert "Rapport 2025. Bara unga" in brygga("settings", "benchmarks", "list").stdout
    assert brygga("settings", "benchmarks", "add", "Grannen", "141", *asked).exit_code == 2
    assert brygga("settings", "benchmarks", "remove", "7").exit_code == 2
    assert "Borttagen" in brygga("settings", "benchmarks", "remove", "1").stdout
    assert "inte lagt in någon" in brygga("settings", "benchmarks", "list").stdout


def test_a_template_is_in_the_units_words_and_needs_no_database(
    brygga: Run, data_dir: Path, tmp_path: Path
) -> None:
    data_dir.mkdir()
    assert brygga("template", str(tmp_path / "first.xlsx")).exit_code == 0
    assert [*data_dir.iterdir()] == []
    brygga("settings", "words", "set", "client", "deltagare")
    assert brygga("template", str(tmp_path / "own.xlsx")).exit_code == 0
    names = {name: load_workbook(tmp_path / f"{name}.xlsx").sheetnames for name in ("first", "own")}
    assert ("Kunder" in names["first"], "Deltagare" in names["own"]) == (True, True)
