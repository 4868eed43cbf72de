"""Make sure that the tests have a browser: one that is there, the distribution's, or Playwright's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Get a browser where there is none."""
    if os.environ.get("BRYGGA_TEST_BROWSER") or any(shutil.which(name) for name in NAMES):
        return
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).exists():
            return
    if not _install_from_distribution():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _install_from_distribution() -> bool:
    """Debian carries Chromium with all it needs; installing it takes the rights of root."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([apt, "update", "-q"], env=quiet, check=False)
    command = [apt, "install", "-q", "-y", "--no-install-recommends", "chromium"]
    done = subprocess.run(command, env=quiet, check=False)
    # Ubuntu's package of that name only points at a snap, which a container cannot run.
    return done.returncode == 0 and shutil.which("chromium") is not None


if __name__ == "__main__":
    main()
