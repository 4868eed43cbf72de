"""The public routes: a blueprint that both processes carry, the staff's and the one for the public alone."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint, Response, abort, request
from markupsafe import escape

from dashboard import i18n
from dashboard.domain.publication import Publication
from dashboard.public import site
from dashboard.public.answers import language, public, require_declared, send
from dashboard.public.cards import Card
from dashboard.public.counted import counted
from dashboard.public.figures_file import figures_file
from dashboard.public.headers import FOR_EVER, NOBODY, policy
from dashboard.public.render import Surroundings, made_cards, render, render_page, wording_of
from dashboard.public.shelf import Shelf
from dashboard.public.static_files import OWN, Packed, packed, script, style

NAME = "public"
CSV = "text/csv; charset=utf-8"
SHOWN = {site.SCREEN: "screen.html", site.SHEET: "sheet.html", site.ABOUT: "about.html"}
"""Pages that are one template each."""
ALWAYS_THERE = (site.ABOUT,)
"""Those that do not need a publication."""
FRAME_HEIGHT = 620


@dataclass(frozen=True, slots=True)
class Public:
    """The public pages of one process.

    Attributes:
        shelf: what is published.
        around: the process that shows it.
        ancestors: origins of the sites that may show a card in a frame, with spaces between; empty for none.
    """

    shelf: Shelf
    around: Surroundings
    ancestors: str = ""

    def blueprint(self) -> Blueprint:
        """The routes, but for `/` and how it is counted, which each process answers in its own way."""
        pages = Blueprint(NAME, __name__)
        pages.before_request(require_declared)
        for path in SHOWN:
            pages.add_url_rule(path, f"show_{path[1:]}", self._shower(path))
        pages.add_url_rule(site.FIGURES, "figures", self.figures)
        pages.add_url_rule(f"{site.EMBED}/<card>", "embedded", self.embedded)
        pages.add_url_rule(site.EMBED_HELP, "embed_help", self.embed_help)
        pages.add_url_rule(f"{site.FILES}/<name>", "file", file)
        return pages

    def summary(self) -> Response:
        """The page that whoever comes is shown."""
        require_declared()
        code = language()
        return send(self.shelf.page(("/", code), lambda one: render_page(one, code, self.around)))

    def counted(self) -> Response:
        """How the public numbers are counted."""
        require_declared()
        code = language()

        def make(publication: Publication | None) -> str:
            with i18n.in_language(code), i18n.in_wording(wording_of(publication)):
                told = counted(publication)
            return render("counted.html", publication, code, self.around, here=site.COUNTED, counted=told)

        return send(self.shelf.page((site.COUNTED, code), make))

    def _shower(self, path: str) -> Callable[[], Response]:
        def show() -> Response:
            code = language()

            def make(publication: Publication | None) -> str:
                there = publication is not None or path in ALWAYS_THERE
                template = SHOWN[path] if there else "nothing.html"
                return render(template, publication, code, self.around, here=path)

            return send(self.shelf.page((path, code), make))

        return show

    def figures(self) -> Response:
        """All numbers as a file."""
        code = language()
        if self.shelf.publication() is None:
            abort(404)
        response = send(self.shelf.page((site.FIGURES, code), lambda one: figures_file(one, code), CSV))
        response.headers["Content-Disposition"] = "attachment; filename=siffror.csv"
        return response

    def embedded(self, card: str) -> Response:
        """One card, to be shown in a frame on another site."""
        code = language()

        def make(publication: Publication | None) -> str:
            shown = cards_of(publication, code)
            if card not in shown:
                abort(404)
            return render("embedded.html", publication, code, self.around, card=shown[card])

        response = send(self.shelf.page((site.EMBED, card, code), make))
        response.headers["Content-Security-Policy"] = policy(self.ancestors or NOBODY)
        return response

    def embed_help(self) -> Response:
        """The codes to copy. They hold the reader's own name for this host, so this page is never kept."""
        code, origin = language(), request.host_url.rstrip("/")
        publication = self.shelf.publication()
        shown = cards_of(publication, code).values()
        cards = [(card.title, frame_code(origin, card, code)) for card in shown]
        text = render(
            "embed_help.html",
            publication,
            code,
            self.around,
            here=site.EMBED_HELP,
            codes=cards,
            allowed=self.ancestors.split(),
        )
        return public(Response(text, mimetype="text/html"), "no-store")


def cards_of(publication: Publication | None, code: str) -> dict[str, Card]:
    """The cards of a publication in a language, by their names in addresses; none of none."""
    with i18n.in_language(code), i18n.in_wording(wording_of(publication)):
        return {card.key: card for card in made_cards(publication)} if publication else {}


def file(name: str) -> Response:
    """The style sheet, the script and the mark: their addresses change with their content."""
    files = {
        f"{style().tag}.css": style(),
        f"{script().tag}.js": script(),
        "brygga.svg": _mark(),
    }
    if name not in files:
        abort(404)
    response = send(files[name])
    response.headers["Cache-Control"] = FOR_EVER
    return response


def _mark() -> Packed:
    return packed((OWN / "brygga.svg").read_bytes(), "image/svg+xml")


def frame_code(origin: str, card: Card, code: str) -> str:
    """The code that shows a card on another page."""
    source = f"{origin}{site.EMBED}/{quote(card.key)}?{site.LANGUAGE}={code}"
    return (
        f'<iframe src="{escape(source)}" title="{escape(card.title)}" width="100%" '
        f'height="{FRAME_HEIGHT}" loading="lazy" style="border:0"></iframe>'
    )
