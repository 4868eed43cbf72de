"""`brygga assumptions`: the unit's assumptions about cost and benefit on the command line."""

import json

import pytest

from dashboard.domain.assumption_catalogue import ASSUMED
from tests.cli.conftest import Run


def set_ok(brygga: Run, *words: str) -> str:
    result = brygga("assumptions", "set", *words)
    assert result.exit_code == 0, result.output
    return result.stdout


WAGE = ("wage_per_hour", "160,50", "--low", "150", "--high", "175", "--source", "lönestatistik")


def test_every_assumption_is_listed_with_its_state(brygga: Run) -> None:
    set_ok(brygga, *WAGE, "--date", "2025-12-31")
    lines = brygga("assumptions", "list").stdout.splitlines()
    assert lines[0].split() == [
        "Namn",
        "Värde",
        "Spann",
        "Mått",
        "Läge",
        "Gäller",
        "för",
        "dagen",
        "Vad",
        "det",
        "är",
        "Källa",
    ]
    by_name = {line.split()[0]: " ".join(line.split()) for line in lines[1:-2]}
    assert list(by_name) == list(ASSUMED)
    assert by_name["wage_per_hour"] == (
        "wage_per_hour 160,5 150–175 kronor i timmen satt 2025-12-31 timlön före skatt (w) lönestatistik"
    )
    assert by_name["discount_rate"] == (
        "discount_rate 0,035 0,02–0,05 andel exempel 2026-01-01 diskonteringsränta per år "
        "ett exempel, i den storlek som svenska kalkyler använder"
    )
    assert by_name["cost_region"] == "cost_region kronor om året tom vad enheten kostar regionen"
    assert lines[-1].startswith("Antagandenas version är ")


def test_setting_one_tells_it_and_moves_the_data_version(brygga: Run) -> None:
    before = json.loads(brygga("report", "--on", "2026-06-30").stdout)["meta"]
    told = set_ok(brygga, *WAGE, "--date", "2025-12-31")
    assert told.startswith("wage_per_hour = 160,5 (150–175), 2025-12-31: lönestatistik\nAntagandenas version")
    after = json.loads(brygga("report", "--on", "2026-06-30").stdout)["meta"]
    assert after["data_version"] != before["data_version"]
    assert after["definitions_version"] == before["definitions_version"]


def test_one_is_reset_and_the_history_tells_both(brygga: Run) -> None:
    set_ok(brygga, *WAGE)
    assert "wage_per_hour: inte längre satt" in brygga("assumptions", "reset", "wage_per_hour").stdout
    history = brygga("assumptions", "history").stdout.splitlines()
    assert [line[:2] for line in history] == ["2.", "  ", "1.", "  "]
    assert history[3].startswith("   wage_per_hour = 160,5 (150–175), ")
    assert "Inget ändrades" in brygga("assumptions", "reset", "--all").stdout


def test_nothing_set_is_said(brygga: Run) -> None:
    assert brygga("assumptions", "history").stdout == "Inget antagande är satt.\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "wage_per_hour", "160"], "source"),
        (["set", "wage_per_hour", "0", "--source", "x"], "wage_per_hour ska vara mellan 1 och 5000, inte 0."),
        (["set", "wage_per_hour", "160", "--low", "170", "--source", "x"], "ska ligga mellan lågt 170 och"),
        (["set", "wage_per_hour", "160", "--source", "x", "--date", "i går"], "är inget datum"),
        (["set", "wage_per_hour", "160", "--source", " "], "varifrån värdet kommer"),
        (["set", "wage_per_hour", "160", "--source", "850709-9805"], "ser ut som ett personnummer"),
        (["set", "wages_per_hour", "160", "--source", "x"], "Menade du wage_per_hour?"),
        (["reset"], "Ange vilka antaganden som ska återställas"),
        (["reset", "years", "--all"], "Ange vilka antaganden som ska återställas"),
        (["reset", "nonsens"], "Det finns inget antagande som heter ”nonsens”."),
    ],
)
def test_a_fault_is_a_sentence_with_code_2(brygga: Run, arguments: list[str], sentence: str) -> None:
    result = brygga("assumptions", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert "Traceback" not in result.output
