"""What is written about the product is true of it."""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dashboard
from dashboard.settings import Settings
from tests.architecture.source import PACKAGE, ROOT, own_files

README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()
DOCS = sorted((ROOT / "docs").rglob("*.md"))
# Put together from pieces, so that this file does not find itself.
PLACES = re.compile(
    "|".join(
        (
            "py" + r"pi\.org",
            "python" + "hosted",
            "registry" + r"\.npmjs",
            "deb" + r"\.debian\.org",
            r"(?<![\w.])/(?:wo" + "rk|ro" + "ot|ho" + "me)/[a-z]",
            r"(?<![\w.])/o" + "pt/",
            "index" + r"-url[ =]",
            "https?://(?:10|192" + r"\.168|172\.(?:1[6-9]|2\d|3[01]))\.",
        )
    )
)
PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[([a-z0-9,_-]+)\])?==[^ +]+(?: ; .*)? \\$", re.MULTILINE)
INDEX_OPTIONS = ("--index", "--extra-index", "--find-links", "--trusted-host", "file:", "http")


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def links(text: str) -> Iterator[str]:
    """The files that a page points at; anchors and addresses left out."""
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            yield target.partition("#")[0]


def newest_in_changelog() -> str:
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    return str(versions[0])


def test_the_version_is_the_changelogs_newest() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == newest_in_changelog()
    assert getattr(dashboard, "__version__", project["version"]) == project["version"]


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 100


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_every_make_command_that_is_named_exists(page: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)", page.read_text()))
    named |= set(re.findall(r"^make ([a-z-]+)", page.read_text(), re.MULTILINE))
    assert named <= make_targets()


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_every_brygga_command_that_is_named_exists(page: Path) -> None:
    from dashboard.cli import COMMANDS

    text = page.read_text()
    named = set(re.findall(r"`(?:\.venv/bin/)?brygga ([a-z]+)", text))
    named |= set(re.findall(r"^(?:\.venv/bin/)?brygga ([a-z]+)", text, re.MULTILINE))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *DOCS],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_no_link_points_at_nothing(page: Path) -> None:
    assert [target for target in links(page.read_text()) if not (page.parent / target).exists()] == []


def test_every_target_of_the_makefile_is_explained_or_a_part_of_one() -> None:
    explained = set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))
    assert {"help", "run", "test", "check", "fix", "bench"} <= explained
    assert [target for target in make_targets() - explained if not target.startswith("check-")] == ["browser"]


def test_every_part_of_the_package_is_named_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text()
    parts = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    parts |= {path.name for path in PACKAGE.glob("*.py") if path.stem != "__init__"}
    assert [part for part in sorted(parts) if f"`{part}`" not in text] == []


def test_every_setting_is_documented_with_its_default() -> None:
    text = (ROOT / "docs" / "settings.md").read_text()
    documented = dict(re.findall(r"^\| `BRYGGA_([A-Z_]+)` \| ([^|]*?) \|", text, re.MULTILINE))
    assert set(documented) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        if field.default_factory is None and field.default not in ("", None):
            shown = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
            assert documented[name.upper()] == f"`{shown}`", name


def test_every_decision_is_listed_and_fits_a_page() -> None:
    decisions = sorted(path for path in (ROOT / "docs" / "adr").glob("[0-9]*.md"))
    listed = (ROOT / "docs" / "adr" / "README.md").read_text()
    assert [path.name for path in decisions if path.name not in listed] == []
    assert [path.name for path in decisions if len(path.read_text().splitlines()) > 60] == []


def test_no_file_names_a_machine_or_a_package_index() -> None:
    found = []
    for path in own_files():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {hit}" for hit in PLACES.findall(text)]
    assert found == []


@pytest.mark.parametrize("name", ["runtime", "build", "dev"])
def test_every_requirement_is_pinned_with_hashes_and_without_an_address(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    assert [line for line in lines if any(option in line for option in INDEX_OPTIONS)] == []
    packages = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert [line for line in packages if not PINNED.match(line)] == []
    assert len(packages) > 3


def test_what_is_declared_is_what_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    wanted = {
        "runtime": project["project"]["dependencies"],
        "build": groups["build"],
        "dev": [*project["project"]["dependencies"], *groups["build"], *groups["dev"]],
    }
    for name, declared in wanted.items():
        locked = (ROOT / "requirements" / f"{name}.txt").read_text()
        names = [re.split(r"[\[<>=~! ]", one)[0].lower() for one in declared]
        pinned = {name for name, _extras in PINNED.findall(locked)}
        assert [one for one in names if one not in pinned] == [], f"{name}.txt: make lock"


def test_a_package_that_another_wants_with_an_extra_is_pinned_with_it() -> None:
    """Otherwise an older pip looks for the newest one that has it, finds no hash and gives up."""
    locked = (ROOT / "requirements" / "dev.txt").read_text()
    pinned = {name: set(filter(None, extras.split(","))) for name, extras in PINNED.findall(locked)}
    missing = [
        f"{wanted} for {name}"
        for name in pinned
        for wanted in map(Requirement, metadata.distribution(name).requires or ())
        if (wanted.marker is None or wanted.marker.evaluate({"extra": ""}))
        and not wanted.extras <= pinned[canonicalize_name(wanted.name)]
    ]
    assert missing == []
