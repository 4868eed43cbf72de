"""The public process: what it answers, what it refuses, and that answers hold the publication alone."""

import csv
import gzip
import io
import re
from dataclasses import replace

import brotli
import pytest
from flask.testing import FlaskClient

from dashboard.cli.public_process import make_public_app
from dashboard.data.publications import withdraw_publication
from dashboard.domain.publication import HIDDEN, Cell
from dashboard.public import site
from dashboard.public.figures_file import figures_file
from dashboard.public.render import CARDS
from dashboard.settings import Settings
from tests.public.conftest import NOW, publish
from tests.public_pages import rich, with_table

EMBEDDED = [f"{site.EMBED}/{card}" for card in CARDS]
PAGES = [site.SUMMARY, site.COUNTED, *sorted(site.FOR_ALL)]
EVERYTHING = [*PAGES, *EMBEDDED]


@pytest.mark.parametrize("path", EVERYTHING)
@pytest.mark.parametrize("language", site.LANGUAGES)
def test_every_page_is_there_in_both_languages(shared_public: FlaskClient, path: str, language: str) -> None:
    answer = shared_public.get(site.address(path, language))
    assert answer.status_code == 200
    if answer.mimetype == "text/html":
        assert f'<html lang="{language}">' in answer.text
        assert answer.text.count("<h1") == 1
        assert re.findall(r'(?:src|href)="(?:https?:)?//(?!www\.digg\.se)', answer.text) == []
        assert "<script>" not in answer.text
        assert "<style" not in answer.text


@pytest.mark.parametrize("path", EVERYTHING)
@pytest.mark.parametrize(
    "asked", ["coach=C1", "sprak=de", "sprak=sv&sprak=en", "sprak", "kund=K1", "per=2026-01-01"]
)
def test_what_is_not_declared_is_refused(shared_public: FlaskClient, path: str, asked: str) -> None:
    assert shared_public.get(f"{path}?{asked}").status_code == 400


def test_the_addresses_are_those_that_are_declared(shared_public: FlaskClient) -> None:
    rules = {rule.rule for rule in shared_public.application.url_map.iter_rules()}
    assert rules == {*PAGES, f"{site.EMBED}/<card>", f"{site.FILES}/<name>", "/healthz", "/readyz"}


@pytest.mark.parametrize(
    "path",
    ["/finns-inte", "/logga-in", "/idag", f"{site.EMBED}/kunder", f"{site.FILES}/x.css", "/_dash-layout"],
)
def test_nothing_else_exists(shared_public: FlaskClient, path: str) -> None:
    answer = shared_public.get(path)
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text


def test_the_same_publication_gives_the_same_bytes_and_is_not_sent_twice(shared_public: FlaskClient) -> None:
    one, again = shared_public.get("/"), shared_public.get("/")
    assert one.data == again.data
    kept = shared_public.get("/", headers={"If-None-Match": one.headers["ETag"]})
    assert (kept.status_code, kept.data) == (304, b"")
    assert one.headers["Cache-Control"] == "no-cache"
    assert shared_public.get("/?sprak=en").headers["ETag"] != one.headers["ETag"]


def test_pages_come_packed_as_the_browser_asks(shared_public: FlaskClient) -> None:
    plain = shared_public.get("/").data
    squeezed = shared_public.get("/", headers={"Accept-Encoding": "gzip"})
    small = shared_public.get("/", headers={"Accept-Encoding": "gzip, br"})
    assert gzip.decompress(squeezed.data) == brotli.decompress(small.data) == plain
    assert (squeezed.headers["Content-Encoding"], small.headers["Content-Encoding"]) == ("gzip", "br")
    refused = shared_public.get("/", headers={"Accept-Encoding": "br;q=0, gzip"})
    assert refused.headers["Content-Encoding"] == "gzip"
    style = re.search(r'href="(/offentligt/\w+\.css)"', shared_public.get("/").text)
    assert style
    sheet = shared_public.get(style[1], headers={"Accept-Encoding": "br"})
    assert sheet.headers["Cache-Control"].endswith("immutable")
    assert len(small.data) + len(sheet.data) < 60_000


@pytest.mark.parametrize("path", [*PAGES, "/finns-inte", "/?x=1", f"{site.EMBED}/varar"])
def test_the_headers_stand_on_every_answer(shared_public: FlaskClient, path: str) -> None:
    answer = shared_public.get(path)
    policy = dict(
        part.strip().partition(" ")[::2] for part in answer.headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    framed = "https://www.ekvik.example http://intra.ekvik.example:8080"
    assert policy["frame-ancestors"] == (framed if path.startswith(site.EMBED) else "'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


def test_no_site_may_frame_a_card_until_it_is_named(own_public: Settings) -> None:
    publish(own_public, rich())
    client = make_public_app(own_public.model_copy(update={"embed_on": ""})).test_client()
    assert "frame-ancestors 'none'" in client.get(f"{site.EMBED}/varar").headers["Content-Security-Policy"]
    assert "BRYGGA_EMBED_ON" in client.get(site.EMBED_HELP).text


@pytest.mark.parametrize(
    "value",
    ["*", "https://*.se", "https://a.se; script-src *", "javascript:x", "a.se", "https://a.se 'self'"],
)
def test_a_frame_setting_that_could_say_more_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="embed_on"):
        Settings(embed_on=value)


def test_the_code_to_copy_is_the_cards_own_address(shared_public: FlaskClient) -> None:
    page = shared_public.get(site.EMBED_HELP, base_url="http://localhost").text
    assert (
        "&lt;iframe src=&#34;http://localhost/inbaddat/varar?sprak=sv&#34; title=&#34;Varar jobben?&#34;"
        in page
    )


def test_another_name_for_this_host_is_refused(shared_public: FlaskClient) -> None:
    assert shared_public.get("/", base_url="http://evil.example").status_code == 400


def test_without_a_publication_the_pages_say_so(own_public: Settings) -> None:
    client = make_public_app(own_public).test_client()
    for path in (site.SUMMARY, site.SCREEN, site.SHEET):
        assert "Inget är publicerat än" in client.get(path).text
    assert client.get(site.FIGURES).status_code == client.get(f"{site.EMBED}/varar").status_code == 404
    assert [client.get(path).status_code for path in (site.COUNTED, site.ABOUT, site.ACCESSIBILITY)] == [
        200
    ] * 3


def test_what_is_published_is_shown_at_once_and_what_is_withdrawn_is_gone_at_once(
    own_public: Settings,
) -> None:
    client = make_public_app(own_public).test_client()
    assert "av 94" not in client.get("/").text
    publish(own_public, rich())
    assert "<b>38</b> <span>av 94</span>" in client.get("/").text
    publish(own_public, rich(key="ny", unit="En annan enhet"))
    assert "En annan enhet" in client.get("/").text
    assert withdraw_publication(own_public.publications, "ny", NOW)
    assert "Inget är publicerat än" in client.get("/").text


def test_a_publication_that_somebody_has_changed_is_not_shown(own_public: Settings) -> None:
    publish(own_public, rich())
    client = make_public_app(own_public).test_client()
    stored = own_public.publications.read_bytes()
    own_public.publications.write_bytes(stored.replace(b'"count":38', b'"count":39'))
    assert stored != own_public.publications.read_bytes()
    assert "Inget är publicerat än" in client.get("/").text


def test_no_page_holds_a_number_that_is_hidden(own_public: Settings) -> None:
    """Two publications that differ in one number, shown in the one: no trace of it in the other."""
    table = next(one for one in rich().tables if one.key == "wishes")
    found: dict[str, set[str]] = {}
    for name, last in (("visat", Cell("33", 77_777)), ("dolt", Cell("33", None, HIDDEN))):
        settings = own_public.model_copy(update={"data_dir": own_public.data_dir / name})
        changed = replace(table, cells=(*table.cells, last))
        publish(settings, rich(tables=(*rich().tables[:-1], changed)))
        client = make_public_app(settings).test_client()
        found[name] = {path for path in EVERYTHING if re.search(r"77\D{0,2}777", client.get(path).text)}
    assert found["visat"] == {site.SUMMARY, site.SCREEN, site.FIGURES, f"{site.EMBED}/hindrar"}
    assert found["dolt"] == set()


def test_the_file_holds_what_the_tables_hold(shared_public: FlaskClient) -> None:
    answer = shared_public.get(site.FIGURES)
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0] == ["Vad", "Tabell", "Nyckel", "Antal", "Procent", "Lägst", "Högst"]
    reached = ["Personer med stöd: Började arbeta eller studera", "people", "to_work_or_studies"]
    assert [*reached, "38", "", "", ""] in rows
    assert [f"{reached[0]}, andel", *reached[1:], "", "40", "30", "50"] in rows
    assert ["Prövningar: Studier", "trials", "studies", "..", "", "", ""] in rows
    shown = {(table.key, cell.key) for table in rich().tables for cell in table.cells}
    assert {(row[1], row[2]) for row in rows[1:] if row[4] == ""} == shown
    assert [row[0] for row in rows[1:] if row[0].endswith((row[1], row[2]))] == []  # each is told in words


def test_the_file_says_the_words_that_are_frozen_in_the_publication() -> None:
    own = rich(words={"sv": {"step.3": "Prova på"}, "en": {}})
    assert "Fem steg: Prova på;steps;3;" in figures_file(own, "sv")
    assert "Five steps: Job seeking;steps;3;" in figures_file(own, "en")


def test_a_social_preview_holds_no_number(shared_public: FlaskClient) -> None:
    heads = re.findall(r'<meta [^>]*content="([^"]*)"', shared_public.get("/").text)
    assert [
        head for head in heads if re.search(r"\d", head.replace("width=device-width, initial-scale=1", ""))
    ] == []


def test_a_drawing_has_a_name_or_is_hidden_and_its_numbers_stand_in_text(shared_public: FlaskClient) -> None:
    page = shared_public.get("/").text
    for drawing in re.findall(r"<svg[^>]*>", page):
        assert 'aria-hidden="true"' in drawing or 'aria-label="' in drawing
    for told in ("128", "dolt av sekretess", "8–9 av 10", "Första halvåret 2023"):
        assert told.casefold() in page.casefold()


def test_ten_half_years_and_many_employers_are_drawn_all_the_same(own_public: Settings) -> None:
    many = with_table("rungs", {"0": 4_000, "1": 900, "2": 400, "3": 200, "4": 90, "5": 40})
    publish(own_public, many)
    answer = make_public_app(own_public).test_client().get("/", headers={"Accept-Encoding": "br"})
    assert "Varje tecken står för 5 arbetsgivare." in brotli.decompress(answer.data).decode()
    assert len(answer.data) < 40_000
