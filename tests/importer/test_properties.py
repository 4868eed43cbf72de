"""What holds for every file: the order of its rows, its form and its repetition do not matter."""

import random
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.data.engine import data_version, open_engine
from dashboard.data.schema import upgrade
from tests.importer.helpers import SAMPLES, dump, load, read_tiny, write_folder, write_workbook

KEYS = {"contacts": "contact_id", "follow_ups": "follow_up_id"}


def imported(folder: Path, source: Path) -> tuple[str, dict[str, list[tuple[Any, ...]]]]:
    """The version and rows of a new database after an import, and again after a second one."""
    engine = open_engine(f"sqlite:///{folder}/{random.getrandbits(64):x}.db")
    try:
        upgrade(engine)
        load(engine, source)
        once = (data_version(engine), dump(engine))
        assert load(engine, source).changes == 0
        assert (data_version(engine), dump(engine)) == once
        return once
    finally:
        engine.dispose()


@settings(max_examples=12, deadline=None)
@given(seed=st.randoms(use_true_random=False), keyless=st.booleans(), as_workbook=st.booleans())
def test_neither_order_nor_form_matters(seed: random.Random, keyless: bool, as_workbook: bool) -> None:
    tables = read_tiny()
    if keyless:
        for name, key in KEYS.items():
            for row in tables[name]:
                del row[key]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        straight = imported(folder, write_folder(folder / "a", tables))
        for rows in tables.values():
            seed.shuffle(rows)
        names = list(tables)
        seed.shuffle(names)
        if as_workbook:
            sheets = {
                name: [list(tables[name][0]), *(list(row.values()) for row in tables[name])] for name in names
            }
            shuffled = write_workbook(folder / "b.xlsx", sheets)
        else:
            shuffled = write_folder(folder / "b", {name: tables[name] for name in names})

        assert imported(folder, shuffled) == straight


def test_a_folder_and_a_workbook_give_the_same(tmp_path: Path) -> None:
    assert imported(tmp_path, SAMPLES / "tiny") == imported(tmp_path, SAMPLES / "tiny.xlsx")
