"""The headers of every answer, the cache of library code, and compression."""

import re

import brotli
import pytest

from dashboard.app import BryggaDash
from dashboard.domain.access import Role
from tests.server.conftest import Browser
from tests.server.test_gate import addresses

PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"


def directives(policy: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in policy.split(";")}


def test_every_route_and_every_error_has_the_headers(shared_app: BryggaDash, signed_in) -> None:
    browser = signed_in(Role.MANAGER)
    for method, path in [
        *addresses(shared_app),
        ("GET", "/finns/inte"),
        ("TRACE", "/"),
        ("POST", "/healthz"),
    ]:
        with browser.client.open(path, method=method) as answer:
            assert answer.headers["X-Content-Type-Options"] == "nosniff", path
            assert answer.headers["Referrer-Policy"] == "same-origin"
            assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
            assert "geolocation=()" in answer.headers["Permissions-Policy"]
            policy = directives(answer.headers["Content-Security-Policy"])
            assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
            assert policy["object-src"] == ["'none'"]
            assert "unsafe" not in " ".join(policy["script-src"])
            assert answer.headers["Cache-Control"]


def test_the_inline_scripts_of_the_page_are_the_ones_that_are_allowed(signed_in) -> None:
    import base64
    import hashlib

    answer = signed_in(Role.MANAGER).get("/tillstand")
    scripts = re.findall(
        r"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", answer.text, re.DOTALL
    )
    digests = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    allowed = directives(answer.headers["Content-Security-Policy"])["script-src"]
    assert digests
    assert {f"'sha256-{digest}'" for digest in digests} <= set(allowed)


def test_pages_ask_for_nothing_from_elsewhere(signed_in, browser: Browser) -> None:
    for answer in (signed_in(Role.MANAGER).get("/tillstand"), browser.get("/"), browser.get("/logga-in")):
        assert re.findall(r'(?:src|href)="(?:https?:)?//', answer.text) == []


@pytest.mark.parametrize("path", ["/", "/logga-in", "/finns-inte", "/tillstand", "/_dash-layout", "/healthz"])
def test_nothing_about_people_is_kept_by_a_cache(signed_in, browser: Browser, path: str) -> None:
    assert signed_in(Role.MANAGER).get(path).headers["Cache-Control"] == "no-store"
    assert browser.get(path).headers["Cache-Control"] == "no-store"


def test_library_code_and_style_sheets_are_kept_for_ever(signed_in, browser: Browser) -> None:
    page = signed_in(Role.MANAGER).get("/tillstand").text
    files = re.findall(r'(?:src|href)="(/[^"]+)"', page)
    files = [file for file in files if "?" in file or "_dash-component-suites" in file]
    assert len(files) > 15
    for file in files:
        with browser.get(file) as answer:
            assert answer.status_code == 200, file
            if "_favicon" not in file:
                assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", file


def test_a_file_without_a_fingerprint_is_asked_for_again_after_an_hour(browser: Browser) -> None:
    for path in ("/assets/10-tokens.css", "/bibliotek/bootstrap.min.css", PLOTLY):
        with browser.get(path) as answer:
            assert answer.headers["Cache-Control"] == "public, max-age=3600"
            tag = answer.headers["ETag"]
        with browser.get(path, headers={"If-None-Match": tag}) as again:
            assert again.status_code == 304


def test_plotly_is_compressed_once(own_browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.server import compression

    compressed: list[int] = []
    real = compression._compressed

    def counting(data: bytes, encoding: str) -> bytes:
        compressed.append(len(data))
        return real(data, encoding)

    monkeypatch.setattr(compression, "_compressed", counting)
    answers = [own_browser.get(PLOTLY, headers={"Accept-Encoding": "gzip, br"}) for _ in range(3)]
    assert len(compressed) == 1
    assert {answer.headers["Content-Encoding"] for answer in answers} == {"br"}
    assert len(answers[0].data) < compressed[0] / 3
    assert brotli.decompress(answers[0].data) == own_browser.get(PLOTLY).data


def test_callbacks_and_pages_are_compressed(signed_in) -> None:
    browser = signed_in(Role.MANAGER)
    for path in ("/_dash-layout", "/tillstand"):
        answer = browser.get(path, headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br"
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert brotli.decompress(answer.data)


@pytest.mark.parametrize(
    "path",
    [
        "/_dash-component-suites/dash/../../settings.py",
        "/_dash-component-suites/dash/%2e%2e/%2e%2e/x",
        "/_dash-component-suites/nope/x.js",
        "/_dash-component-suites/dash/dcc/nope.js",
        "/_dash-component-suites/dash/",
        "/_dash-component-suites/dash",
        "/_dash-component-suites/dash/x.v1m1.js",
        "/assets/nope.css",
        "/assets/%2e%2e/settings.py",
    ],
)
def test_a_file_that_is_not_there_is_a_404(signed_in, path: str) -> None:
    answer = signed_in(Role.MANAGER).get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text
    assert "site-packages" not in answer.text


def test_the_page_that_dash_fills_in_speaks_the_readers_language(signed_in) -> None:
    browser = signed_in(Role.MANAGER)
    swedish = browser.get("/tillstand").text
    assert '<html lang="sv">' in swedish
    assert "Sidan hämtas …" in swedish
    assert "Brygga svarar inte." in swedish
    browser.client.set_cookie("brygga_language", "en")
    english = browser.get("/tillstand").text
    assert '<html lang="en">' in english
    assert "Brygga does not answer." in english
    assert "Loading..." not in english + swedish
    assert "<footer" not in english  # the frame has the page's only one
