"""`brygga settings`: the unit's own definitions on the command line."""

import json

import pytest

from tests.cli.conftest import Run


def set_ok(brygga: Run, *pairs: str) -> str:
    result = brygga("settings", "set", *pairs)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_setting_is_listed_with_its_default_and_meaning(brygga: Run) -> None:
    lines = brygga("settings", "list").stdout.splitlines()
    assert lines[0].split() == ["Namn", "Värde", "Förval", "Vad", "den", "bestämmer"]
    assert ["area_km", "15", "15", "kilometer", "som", "räknas", "som", "nära"] in [
        line.split() for line in lines
    ]
    assert any(
        line.split("  ")[1].strip() == "standard.first_days" and "7, 14, 21, 28" in line for line in lines
    )
    assert lines[-1].startswith("* ändrad av enheten. Definitionernas version är ")


def test_a_changed_setting_is_marked_and_at_work_in_the_next_report(brygga: Run) -> None:
    before = json.loads(brygga("report", "--on", "2026-06-30").stdout)["meta"]
    assert "active_within = 60\nDefinitionernas version är " in set_ok(brygga, "active_within", "60")
    marked = [line for line in brygga("settings", "list").stdout.splitlines() if line.startswith("*")]
    assert marked[0].split()[1:4] == ["active_within", "60", "90"]
    assert len(marked) == 2  # the other one says what the mark means
    after = json.loads(brygga("report", "--on", "2026-06-30").stdout)["meta"]
    assert after["definitions_version"] != before["definitions_version"]
    assert after["definitions_version"] in brygga("settings", "history").stdout


def test_several_are_set_together_or_not_at_all(brygga: Run) -> None:
    assert "strength_weights.depth = 0,3\n" in set_ok(
        brygga, "strength_weights.depth", "0,30", "strength_weights.recency", "0.20"
    )
    refused = brygga("settings", "set", "half_life", "90", "cooling_within", "10")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "half_life" not in brygga("settings", "history").stdout


def test_a_setting_is_reset_and_the_history_tells_both(brygga: Run) -> None:
    set_ok(brygga, "active_within", "60")
    assert "active_within = 90, förvalet" in brygga("settings", "reset", "active_within").stdout
    history = brygga("settings", "history").stdout.splitlines()
    assert [line[:2] for line in history] == ["2.", "  ", "1.", "  "]
    assert "Inget ändrades" in brygga("settings", "reset", "--all").stdout


def test_nothing_changed_is_said(brygga: Run) -> None:
    assert "alla inställningar har sina förval" in brygga("settings", "history").stdout
    assert "Inget ändrades" in set_ok(brygga, "active_within", "90")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "half_life", "0"], "half_life ska vara mellan 1 och 3650, inte 0."),
        (["set", "half_life", "ett halvår"], "half_life ska vara ett heltal, inte ”ett halvår”."),
        (["set", "activ_within", "60"], "Menade du active_within?"),
        (["set", "published_from", "4"], "published_from kan höjas men aldrig gå under 5"),
        (["set", "active_within", "181"], "active_within (181) får inte vara högre än cooling_within (180)."),
        (["set", "strength_weights.depth", "0.3"], "ska bli 1 tillsammans, inte 1,05."),
        (["set", "half_life"], "Ange ett värde efter varje namn"),
        (["set"], "Argument saknas"),
        (["reset", "nonsens"], "Det finns ingen inställning som heter ”nonsens”."),
        (["reset"], "Ange vilka inställningar som ska återställas"),
        (["reset", "half_life", "--all"], "Ange vilka inställningar som ska återställas"),
        (["nonsens"], "finns inte"),
    ],
)
def test_a_fault_is_a_sentence_with_code_2(brygga: Run, arguments: list[str], sentence: str) -> None:
    result = brygga("settings", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert "Traceback" not in result.output


def test_both_languages_are_spoken(brygga: Run) -> None:
    english = brygga("settings", "set", "half_life", "0", language="en")
    assert english.stderr == "half_life must be between 1 and 3650, not 0.\n"
