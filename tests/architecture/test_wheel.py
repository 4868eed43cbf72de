"""The wheel holds everything that an installed Brygga needs, and nothing that it does not."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def within(folder: Path, *endings: str) -> set[str]:
    """The files of a folder of the project, as they are named in the wheel."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and (not endings or path.suffix in endings)
    }


def test_every_module_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert {f"dashboard/{name}" for name in within(PACKAGE, ".py")} <= set(wheel.namelist())


@pytest.mark.parametrize("folder", ["assets", "locales"])
def test_what_lies_beside_the_package_comes_along(folder: str, wheel: zipfile.ZipFile) -> None:
    wanted = {f"dashboard/{folder}/{name}" for name in within(ROOT / folder)}
    assert wanted
    assert wanted <= set(wheel.namelist())


def test_the_reference_data_migrations_and_templates_come_along(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    wanted = {
        f"dashboard/{name}" for name in within(PACKAGE, ".csv", ".geojson", ".json", ".mako", ".html", ".txt")
    }
    assert {name for name in wanted if "/reference/" in name}
    assert wanted <= names
    assert "dashboard/data/migrations/env.py" in names


def test_nothing_else_comes_along(wheel: zipfile.ZipFile) -> None:
    own = {name.split("/")[0] for name in wheel.namelist()}
    assert {name for name in own if not name.endswith(".dist-info")} == {"dashboard"}
    assert [name for name in wheel.namelist() if name.endswith((".pyc", ".db", ".env"))] == []


def test_an_installed_brygga_finds_its_texts_and_its_schema(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = (
        "import dashboard.i18n as i18n; from dashboard.data.schema import newest_revision;"
        f"assert i18n.locale_folder().is_relative_to({str(tmp_path)!r}), i18n.locale_folder();"
        "assert list((i18n.locale_folder() / 'sv' / 'LC_MESSAGES').glob('*.po'));"
        "assert newest_revision()"
    )
    environment = {"PYTHONPATH": str(tmp_path), "PATH": ""}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
