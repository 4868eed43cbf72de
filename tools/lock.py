"""Write the pinned requirement files from pyproject.toml: `make lock`.

Each file lists every package with its version and the hashes of all its published files, so that a changed
file on the way is refused. No index address is written: where packages come from is the installer's setting.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "requirements"
OPTIONS = (
    "--generate-hashes",
    "--allow-unsafe",
    "--no-strip-extras",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--no-emit-options",
    "--quiet",
)
HEADERS = {
    "runtime": "What Brygga needs to run.",
    "build": "What installs the project itself.",
    "dev": "Everything: to run, build, test and check.",
}


def main() -> None:
    """Write the files, each held to the versions of those before it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime, groups = project["project"]["dependencies"], project["dependency-groups"]
    TARGET.mkdir(exist_ok=True)
    lock("runtime", runtime, ())
    lock("build", groups["build"], ("runtime",))
    lock("dev", [*runtime, *groups["build"], *groups["dev"]], ("runtime", "build"))


def lock(name: str, requirements: list[str], held_to: tuple[str, ...]) -> None:
    """Resolve the requirements for this Python, and write the file."""
    target = TARGET / f"{name}.txt"
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / f"{name}.in"
        wanted.write_text("\n".join(requirements) + "\n")
        constraints = [word for other in held_to for word in ("-c", str(TARGET / f"{other}.txt"))]
        pinned = Path(folder) / f"{name}.txt"
        if target.exists():
            pinned.write_text(target.read_text())
        command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *constraints, *sys.argv[1:]]
        # Only published files count: no folder of wheels that happens to lie on this machine.
        environment = {key: value for key, value in os.environ.items() if key != "PIP_FIND_LINKS"}
        environment["PIP_CONFIG_FILE"] = os.devnull
        subprocess.run([*command, "-o", str(pinned), str(wanted)], check=True, env=environment)
        lines = [line for line in pinned.read_text().splitlines() if not line.startswith("#")]
    target.write_text(f"# {HEADERS[name]} Written by `make lock`.\n" + "\n".join(lines).strip() + "\n")


if __name__ == "__main__":
    main()
