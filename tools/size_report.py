"""Name the modules and functions that have grown long. It informs; long is not always wrong."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULE_LINES = 250
FUNCTION_LINES = 40
APART = {"migrations"}


def modules() -> list[Path]:
    """The product's own modules; migrations are history, and as long as the change was."""
    found = sorted((ROOT / "dashboard").rglob("*.py"))
    return [path for path in found if not APART.intersection(path.parts)]


def long_functions(path: Path) -> Iterator[str]:
    """The functions of a module that are over the mark."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines} lines"


def main() -> None:
    """Print the report."""
    lengths = {path: len(path.read_text().splitlines()) for path in modules()}
    ordered = sorted(lengths.values())
    print(f"{len(ordered)} modules, {sum(ordered)} lines, median {ordered[len(ordered) // 2]}")
    for path, lines in lengths.items():
        if lines > MODULE_LINES:
            print(f"  {path.relative_to(ROOT)}: {lines} lines")
    for path in lengths:
        for finding in long_functions(path):
            print(f"  {finding}")


if __name__ == "__main__":
    main()
