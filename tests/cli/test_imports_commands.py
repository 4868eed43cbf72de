"""The commands around an import, as somebody types them: what they say, and how they end."""

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.importer.helpers import SAMPLES, set_cell, tiny_with, write_folder


def test_the_history_is_listed_and_the_last_import_undone(brygga: Run) -> None:
    assert "Inget har importerats än." in brygga("imports").output
    brygga("import", str(SAMPLES / "tiny"))

    listed = brygga("imports").output
    assert "1. " in listed
    assert "tiny  klar" in listed
    assert "Kontakter: 22 nya" in listed
    assert "SHA-256 " in listed

    undone = brygga("imports", "undo")
    assert (undone.exit_code, "Ångrad: tiny" in undone.output) == (0, True)
    assert "ångrad 20" in brygga("imports").output

    again = brygga("imports", "undo")
    assert (again.exit_code, "redan ångrad" in again.output) == (2, True)


def test_the_good_rows_go_in_and_the_others_lie_beside_the_file(brygga: Run, tmp_path: Path) -> None:
    path = tiny_with(tmp_path / "f", set_cell("contacts", 5, "kind", "brevduva"))

    assert brygga("import", str(path)).exit_code == 1
    result = brygga("import", str(path), "--accept-good-rows")

    assert result.exit_code == 0
    assert "Importerad: f." in result.output
    beside = tmp_path / "f-utelämnade.xlsx"
    assert f"1 rad lämnades utanför. Den står i {beside}" in result.output
    assert load_workbook(beside).sheetnames == ["contacts"]
    assert beside.stat().st_mode & 0o077 == 0

    chosen = tmp_path / "avvisade.xlsx"
    brygga("import", str(path), "--accept-good-rows", "--rejected", str(chosen))
    assert chosen.exists()
    refused = brygga("import", str(path), "--accept-good-rows", "--rejected", str(chosen))
    assert (refused.exit_code, "finns redan" in refused.output) == (2, True)


def test_a_dry_run_writes_no_file(brygga: Run, tmp_path: Path) -> None:
    path = tiny_with(tmp_path / "f", set_cell("contacts", 5, "kind", "brevduva"))
    result = brygga("import", str(path), "--accept-good-rows", "--dry-run")
    assert "utelämnade" in result.output
    assert [one.name for one in tmp_path.glob("*.xlsx")] == []


def test_a_whole_truth_names_what_it_removes_and_asks(brygga: Run, tmp_path: Path) -> None:
    brygga("import", str(SAMPLES / "tiny"))

    def change(tables) -> None:
        tables["follow_ups"] = tables["follow_ups"][1:]

    path = tiny_with(tmp_path / "f", change)
    asked = brygga("import", str(path), "--replace")
    assert asked.exit_code == 3
    assert "Uppföljningar, tas bort: F01" in asked.output
    assert "--yes" in asked.output
    assert brygga("import", str(path), "--replace", "--dry-run").exit_code == 0
    assert brygga("import", str(path), "--replace", "--yes").exit_code == 0
    both = brygga("import", str(path), "--replace", "--accept-good-rows")
    assert (both.exit_code, "hela sanningen" in both.output) == (2, True)


def test_a_header_is_suggested_decided_listed_and_revoked(brygga: Run, tmp_path: Path) -> None:
    def change(tables) -> None:
        tables["placements"] = [
            {("Startdatum" if name == "started_on" else name): cell for name, cell in row.items()}
            for row in tables["placements"]
        ]
        tables["placements"][0]["outcome"] = "Fick jobb"

    path = str(tiny_with(tmp_path / "f", change))
    assert "Inget är sparat" in brygga("mappings", "list").output

    told = brygga("import", path)
    assert told.exit_code == 1
    assert '--map "Placeringar:Startdatum=start"' in told.output

    options = ("--map", "Placeringar:Startdatum=start", "--map", "utfall:Fick jobb=anställning")
    assert brygga("import", path, *options, "--dry-run").exit_code == 0
    assert "Inget är sparat" in brygga("mappings", "list").output
    assert brygga("import", path, *options).exit_code == 0

    listed = brygga("mappings", "list").output
    assert "Placeringar: “Startdatum” → start" in listed
    assert "Placeringar, utfall: “Fick jobb” → anställning" in listed
    assert "Redan importerad" in brygga("import", path).output

    assert "Borttagen: Placeringar: “Startdatum” → start" in brygga("mappings", "remove", "1").output
    assert brygga("import", path).exit_code == 1
    assert brygga("mappings", "remove", "1").exit_code == 2
    assert brygga("import", path, "--map", "Startdatum").exit_code == 2


def test_two_keys_become_one_employer_and_two_again(brygga: Run, tmp_path: Path) -> None:
    names = {"E1": "ICA Maxi", "E2": "Ica Maxi AB", "E3": "Lidl"}
    rows = [{"employer_id": key, "name": name} for key, name in names.items()]
    brygga("import", str(write_folder(tmp_path / "f", {"employers": rows})))

    assert "E1 (ICA Maxi)  =?  E2 (Ica Maxi AB): nästan samma namn" in brygga("duplicates", "list").output
    assert "E2 är E1 från och med nu. 0 rader flyttades." in brygga("duplicates", "same", "E1", "E2").output
    assert "1. E2 är E1  (" in brygga("duplicates", "list").output
    assert "Tillbakataget: 1. E2 är E1" in brygga("duplicates", "undo", "1").output
    assert "E2 är inte E1" in brygga("duplicates", "different", "E1", "E2").output
    assert "Inga två arbetsgivare ser ut att vara samma." in brygga("duplicates", "list").output
    assert brygga("duplicates", "same", "E1", "E9").exit_code == 2


def test_a_copy_is_listed_and_brought_back(brygga: Run, data_dir: Path, tmp_path: Path) -> None:
    assert "Det finns inga kopior i" in brygga("restore").output
    brygga("import", str(SAMPLES / "tiny"))
    brygga("import", str(tiny_with(tmp_path / "f", set_cell("units", 2, "name", "Nytt namn"))))

    newest, *rest = brygga("restore").output.splitlines()
    assert "före import" in newest
    assert len(rest) == 1
    name = newest.split()[0]
    refused = brygga("restore", name, given="n\n")
    assert (refused.exit_code, "Inget gjordes." in refused.output) == (2, True)

    done = brygga("restore", name, "--yes")
    assert (done.exit_code, f"Tillbakalagd: {name}" in done.output) == (0, True)
    assert "före återläggning" in brygga("restore").output
    assert "Redan importerad" in brygga("import", str(SAMPLES / "tiny")).output
    assert brygga("restore", "finns-inte.db", "--yes").exit_code == 2
    assert (data_dir / "brygga.db").exists()
