"""Closed by default: what anybody reaches is named, and everything else needs a session and a role."""

import pytest

from dashboard.app import BryggaDash
from dashboard.domain.access import Role
from dashboard.public import site
from dashboard.server.gate import PageRule, is_public, safe_next
from tests.server.conftest import Browser

OPEN = {"/", "/logga-in", "/healthz", "/readyz", "/_favicon.ico", "/bibliotek/bootstrap.min.css"}
OPEN |= {"/visning", "/en-sida", "/om", "/tillganglighet", "/badda-in"}


def addresses(app: BryggaDash) -> list[tuple[str, str]]:
    """Every rule of the app with its variable parts filled in, for each of its methods."""
    filled = []
    for rule in app.server.url_map.iter_rules():
        path = rule.rule.replace("<string:package_name>", "dash").replace("<path:fingerprinted_path>", "x.js")
        path = path.replace("<path:filename>", "hemligt.geojson").replace("<path:path>", "natverk/okand")
        filled += [(method, path) for method in (rule.methods or set()) - {"OPTIONS"}]
    return sorted(filled)


def status(browser: Browser, method: str, path: str) -> int:
    with browser.client.open(path, method=method, headers=browser.headers) as answer:
        return answer.status_code


def test_nobody_reaches_more_than_the_list(shared_app: BryggaDash, browser: Browser) -> None:
    answered = {
        path
        for method, path in addresses(shared_app)
        if method in {"GET", "HEAD"} and status(browser, method, path) == 200
    }
    assert answered == OPEN


def test_nobody_changes_anything_without_a_session(shared_app: BryggaDash, browser: Browser) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        for _method, path in addresses(shared_app):
            # A message about accessibility may come from anybody; an empty one is asked to be filled in.
            empty = {400} if path == site.ACCESSIBILITY else set()
            assert status(browser, method, path) in {401, 403, 404, 405, 415} | empty, (method, path)


@pytest.mark.parametrize("path", ["/_dash-layout", "/_dash-dependencies", "/_reload-hash", "/_dash-nonsense"])
def test_dashs_doors_say_401_in_json(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 401
    assert answer.json == {
        "error": "Du har loggats ut, eller har inte loggat in. Logga in och fortsätt där du var.",
        "id": None,
        "sign_in": "/logga-in",
        "status": 401,
    }


def test_a_page_leads_to_sign_in_and_back(browser: Browser) -> None:
    answer = browser.get("/tillstand/å?coach=C1&q=%C3%A5")
    assert answer.status_code == 302
    assert (
        answer.headers["Location"] == "/logga-in?next=%2Ftillstand%2F%25C3%25A5%3Fcoach%3DC1%26q%3D%25C3%25A5"
    )


@pytest.mark.parametrize(
    "path",
    [
        "/_mcp",
        "/console",
        "/_alive_x",
        "/assets/../secret.key",
        "/assets/hemligt.geojson",
        "/_dash_startup_route/x",
    ],
)
def test_other_doors_are_shut(browser: Browser, path: str) -> None:
    assert browser.get(path).status_code in {302, 401, 404}


def test_only_files_for_the_browser_are_public_in_assets() -> None:
    assert is_public("/assets/10-tokens.css")
    assert not is_public("/assets/municipalities.geojson")
    assert not is_public("/assetsx.css")


def test_a_page_that_does_not_exist_is_a_404_for_those_inside(shared_app, signed_in) -> None:
    answer = signed_in(Role.MANAGER).get("/finns-inte")
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text


@pytest.mark.parametrize("role", list(Role))
def test_a_page_is_given_to_its_roles_alone(shared_app, signed_in, role: Role) -> None:
    from dashboard.pages import PAGES

    browser = signed_in(role)
    for page in PAGES:
        # No client is in this database: a manager is told so, and a coach that it is none of hers.
        found = 200 if page.guard is None else 404 if role is Role.MANAGER else 403
        path = page.path.replace("<employer_id>", "A1").replace("<client_id>", "K1")
        assert browser.get(path).status_code == (found if role in page.roles else 403), page.path


def test_a_pages_path_may_have_a_part_that_varies() -> None:
    rule = PageRule("/arbetsgivare/<employer_id>", frozenset(Role))
    assert rule.matches("/arbetsgivare/A-17")
    assert rule.matches("/arbetsgivare/A.17/")
    assert not rule.matches("/arbetsgivare/")
    assert not rule.matches("/arbetsgivare/A/B")
    assert not PageRule("/a.b", frozenset(Role)).matches("/axb")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("/natverk", "/natverk"),
        ("/natverk?coach=C1&per=2026-01-01", "/natverk?coach=C1&per=2026-01-01"),
        ("", "/"),
        ("natverk", "/"),
        ("//evil.example/x", "/"),
        ("///evil.example/x", "/"),
        ("/\\evil.example", "/"),
        ("/a\\b", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/evil.example", "/"),
        ("/x\r\nSet-Cookie: a=b", "/"),
        ("/logga-ut", "/"),
        ("/logga-in?next=/x", "/"),
        ("/" + "x" * 3_000, "/"),
    ],
)
def test_sign_in_never_leads_to_another_host(wanted: str, expected: str) -> None:
    assert safe_next(wanted) == expected


def test_a_foreign_host_name_is_refused_on_this_machine(browser: Browser) -> None:
    assert browser.get("/", base_url="http://evil.example").status_code == 400
    for host in ("localhost", "127.0.0.1:8050", "[::1]:8050"):
        assert browser.get("/", base_url=f"http://{host}").status_code == 200
