"""`brygga serve` as it is run: a real process and port, signed in to over HTTP, stopped by its number."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Run


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(with_karin: Run, data_dir: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    port = free_port()
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("BRYGGA_", "DASH_"))
    }
    process = subprocess.Popen(
        [sys.executable, "-c", "from dashboard.cli import main; main()", "serve", "--port", str(port)],
        env={**environment, "BRYGGA_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", process)
        yield f"http://127.0.0.1:{port}", process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, process.communicate()
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                assert answer.read() == b"ok\n"
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError("it never answered")


def test_it_serves_lets_in_and_stops_when_told(served: tuple[str, subprocess.Popen[str]]) -> None:
    address, process = served
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    with browser.open(f"{address}/logga-in") as form:
        token = re.search(r'name="csrf_token" value="([^"]+)"', form.read().decode())
    assert token is not None
    fields = {"csrf_token": token[1], "username": "karin", "password": PASSWORD, "next": "/_dash-layout"}
    request = urllib.request.Request(
        f"{address}/logga-in", urllib.parse.urlencode(fields).encode(), {"Origin": address}
    )
    with browser.open(request) as layout:
        assert (layout.status, layout.headers["Content-Type"]) == (200, "application/json")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(f"{address}/_dash-layout")

    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert f"Brygga: {address}" in out
    assert "Traceback" not in err


def test_the_public_process_is_an_interpreter_of_its_own_and_needs_no_database(data_dir: Path) -> None:
    port = free_port()
    environment = {**os.environ, "BRYGGA_DATA_DIR": str(data_dir)}
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "serve", "--public"]
    process = subprocess.Popen(
        [*command, "--port", str(port)], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        until, answer = time.monotonic() + 30, ""
        while not answer and time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as response:
                    answer = response.read().decode()
            except OSError:
                time.sleep(0.1)
        assert "Inget är publicerat än" in answer
        assert "/logga-in" not in answer
        assert not (data_dir / "brygga.db").exists()
    finally:
        process.send_signal(signal.SIGTERM)
        said, _nothing = process.communicate(timeout=20)
    assert f"http://127.0.0.1:{port}" in said
