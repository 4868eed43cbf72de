"""What the architecture tests read: the project's own files and their syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "dashboard"


@cache
def trees() -> dict[Path, ast.Module]:
    """Every module of the package, by its path within the project."""
    return {path.relative_to(ROOT): ast.parse(path.read_text()) for path in sorted(PACKAGE.rglob("*.py"))}


def nodes(part: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Every node of the modules under a part of the package, with where it stands."""
    for path, tree in trees().items():
        if part and not path.as_posix().startswith(f"dashboard/{part}"):
            continue
        for node in ast.walk(tree):
            yield f"{path.as_posix()}:{getattr(node, 'lineno', 1)}", node


def called(node: ast.AST) -> str:
    """The dotted name that a call calls; empty for anything else."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def own_files() -> list[Path]:
    """The files that a commit would hold."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
