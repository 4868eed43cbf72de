"""The import rules hold, and each is real: break it in a copy of the tree, and the check goes red."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

BREAKS = {
    "a lower layer imports a higher": ("layers", "analysis/__init__.py", "import dashboard.reports"),
    "siblings import each other": ("layers", "analysis/__init__.py", "import dashboard.data"),
    "a part without a place": ("layers", "helpers.py", '"""Everything and nothing."""'),
    "a component reads the data": ("data", "components/__init__.py", "import dashboard.data"),
    "a callback reads the data": ("data", "callbacks/__init__.py", "import dashboard.data.models"),
    "a report writes SQL": ("sql", "reports/__init__.py", "import sqlalchemy"),
    "a page opens a database": ("sql", "pages/__init__.py", "import sqlite3"),
    "a figure knows Dash": ("screen", "figures/__init__.py", "from dash import html"),
    "a report knows Flask": ("screen", "reports/__init__.py", "from flask import request"),
    "analysis looks at the clock": ("analysis", "analysis/__init__.py", "import time"),
    "a public page reads the unit's data": ("public", "public/told.py", "import dashboard.reports.access"),
    "analysis throws dice": ("analysis", "analysis/__init__.py", "import random"),
}


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package's modules and the rules, to break."""
    only_python = shutil.ignore_patterns("*.csv", "*.geojson", "*.json", "__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "dashboard", ignore=only_python)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def add(file: Path, line: str) -> None:
    before = file.read_text() if file.exists() else ""
    file.write_text(f"{before}\n{line}\n")


def test_the_import_rules_hold() -> None:
    checked = lint_imports(ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("what", BREAKS)
def test_a_broken_import_rule_is_seen(what: str, copy: Path) -> None:
    rule, file, line = BREAKS[what]
    add(copy / "dashboard" / file, line)

    checked = lint_imports(copy, "--contract", rule)

    assert checked.returncode == 1, checked.stdout
    assert "BROKEN" in checked.stdout


def test_a_cycle_is_seen(copy: Path) -> None:
    add(copy / "dashboard/domain/first.py", "import dashboard.domain.second")
    add(copy / "dashboard/domain/second.py", "import dashboard.domain.first")

    assert "BROKEN" in lint_imports(copy, "--contract", "cycles").stdout
