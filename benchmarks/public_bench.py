"""What anybody's browser waits for: the public process under many viewers at once, and a cold first visit.

200 viewers open the page one after another with a second's thought between, as a class or a council does; and
two clients ask as fast as they are answered. The process has the machine's cores to share with both.
"""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from dashboard.settings import Settings
from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.public.conftest import publish
from tests.public_pages import rich

VIEWERS, VISITS, THINKING_S = 200, 5, 1.0
CLIENTS, ASKED_S = 4, 5.0
STARTS_WITHIN_S = 30
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
RECEIVED = """['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
    .reduce((sum, one) => sum + one.transferSize, 0)"""
REQUEST = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\nConnection: keep-alive\r\n\r\n"


@contextmanager
def served(workers: int = 2) -> Iterator[int]:
    """The public process on a store of its own; its port."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        publish(Settings(data_dir=Path(folder)), rich())
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
        free.close()
        own = {"BRYGGA_DATA_DIR": folder, "BRYGGA_PORT": str(port), "BRYGGA_WORKERS": str(workers)}
        command = [sys.executable, "-m", "dashboard.cli.public_process"]
        process = subprocess.Popen(command, env={**os.environ, **own})
        try:
            _wait(port)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    """One page over an open connection; its bytes."""
    writer.write(REQUEST)
    head = await reader.readuntil(b"\r\n\r\n")
    assert b" 200 " in head.split(b"\r\n", 1)[0], head
    length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
    body = await reader.readexactly(int(length.split(b":")[1]))
    return len(head) + len(body)


async def _viewer(port: int, number: int, taken: list[float]) -> None:
    await asyncio.sleep(THINKING_S * number / VIEWERS)
    for _visit in range(VISITS):
        started = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await _ask(reader, writer)
        writer.close()
        taken.append(1000 * (time.perf_counter() - started))
        await asyncio.sleep(THINKING_S)


async def _crowd(port: int) -> list[float]:
    taken: list[float] = []
    await asyncio.gather(*(_viewer(port, number, taken) for number in range(VIEWERS)))
    return taken


async def _hurry(port: int) -> int:
    async def client() -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        until, asked = time.perf_counter() + ASKED_S, 0
        while time.perf_counter() < until:
            await _ask(reader, writer)
            asked += 1
        writer.close()
        return asked

    return sum(await asyncio.gather(*(client() for _one in range(CLIENTS))))


def _first_visit(port: int) -> tuple[float, float]:
    """Milliseconds to the first content in a browser that has never been here, and kB received."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(ARGUMENTS))
        painted, received = [], 0.0
        for _visit in range(3):
            page = browser.new_context().new_page()
            page.goto(f"http://127.0.0.1:{port}/", wait_until="networkidle")
            painted.append(
                page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            )
            entries = (
                "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
            )
            received = page.evaluate(f"{entries}.reduce((sum, one) => sum + one.transferSize, 0)") / 1000
            page.context.close()
        browser.close()
    return statistics.median(painted), received


def main() -> None:
    """Measure, and print."""
    with served() as port:
        asked = asyncio.run(_hurry(port))
        print(f"  as fast as answered     {asked / ASKED_S:8.0f} pages/s")
        taken = sorted(asyncio.run(_crowd(port)))
        print(f"  {VIEWERS} viewers, median    {statistics.median(taken):8.1f} ms")
        print(f"  {VIEWERS} viewers, p95       {taken[int(0.95 * len(taken))]:8.1f} ms")
        painted, received = _first_visit(port)
        print(f"  first content, cold     {painted:8.0f} ms")
        print(f"  received                {received:8.1f} kB")


if __name__ == "__main__":
    main()
