"""A chart's table, downloaded as a file."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]


def test_a_charts_table_is_saved_with_its_title_its_finding_and_the_selection(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/natverk?agarform=private", role="manager").page
    tools = page.locator("#natverk-motstand .b-tools")
    tools.get_by_text("Ladda ner").click()
    with page.expect_download() as saved:
        tools.locator("[data-table-file]").click()
    assert saved.value.suggested_filename == "motståndskraft.csv"
    saved.value.save_as(tmp_path / "file.csv")
    lines = (tmp_path / "file.csv").read_text("utf-8-sig").splitlines()
    shown = page.locator("#natverk-motstand .b-tools tbody tr").count()
    assert json.loads(lines[0]) == "Motståndskraft"
    assert "agarform=private" in "".join(lines[:4])
    assert len(lines) >= shown + 5
