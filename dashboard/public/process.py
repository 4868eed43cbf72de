"""The process for the public alone: a small Flask app on the file of publications, and on nothing else."""

import logging
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard import i18n
from dashboard.i18n import N_, _
from dashboard.public import site
from dashboard.public.answers import public
from dashboard.public.headers import FIXED, TRANSPORT
from dashboard.public.messages import Desk, Messages
from dashboard.public.pages import Public
from dashboard.public.render import Surroundings, render
from dashboard.public.shelf import Read, Shelf
from dashboard.settings import Settings, host_of

log = logging.getLogger("brygga")
ALONE = Surroundings(sign_in="")
LONGEST_BODY = 20_000
SAID = {
    400: (N_("That did not work"), N_("The address asks for something that does not exist here.")),
    404: (N_("The page does not exist"), N_("Check the address, or go on from the first page.")),
    405: (N_("That did not work"), N_("The page cannot be used that way.")),
    413: (N_("Too much at once"), N_("What was sent is too large.")),
}
OTHERWISE = (N_("Something went wrong"), N_("It is not your fault. Try again in a moment."))


def create_public_app(settings: Settings, read: Read, desk: Desk) -> Flask:
    """Make the app.

    Args:
        settings: how this copy is run; only what concerns the public pages is looked at.
        read: gives the present publication of a store.
        desk: where messages about accessibility are left.
    """
    app = Flask("dashboard.public", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_BODY
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    shelf = Shelf(settings.publications, read)
    pages = Public(shelf, ALONE, settings.embed_ancestors)
    _guard(app, settings)
    _answer_errors(app)
    app.register_blueprint(pages.blueprint())
    app.register_blueprint(Messages(shelf, ALONE, desk).blueprint())
    app.add_url_rule(site.SUMMARY, "summary", pages.summary)
    app.add_url_rule(site.COUNTED, "counted", pages.counted)
    app.add_url_rule("/healthz", "healthz", lambda: Response("ok\n", mimetype="text/plain"))
    app.add_url_rule("/readyz", "readyz", lambda: _ready(settings.publications))
    return app


def _ready(store: Path) -> Response:
    """The store can be looked for: its folder is there. That nothing is published yet is no fault."""
    there = store.parent.is_dir()
    return Response("ok\n" if there else "not ready\n", 200 if there else 503, mimetype="text/plain")


def _guard(app: Flask, settings: Settings) -> None:
    hosts = settings.allowed_hosts

    @app.before_request
    def begin() -> Response | None:
        i18n.use_language(settings.language)
        if hosts and host_of(request.host) not in hosts:
            return _refusal(400)
        return None

    @app.after_request
    def end(response: Response) -> Response:
        response.headers.update(FIXED)
        if settings.https:
            response.headers["Strict-Transport-Security"] = TRANSPORT
        if "Content-Security-Policy" not in response.headers:
            public(response, "no-store")
        return response


def _answer_errors(app: Flask) -> None:
    @app.errorhandler(Exception)
    def answer(error: Exception) -> Response:
        if isinstance(error, HTTPException):
            code = error.code or 500
            if code < 400:
                return error.get_response()  # type: ignore[return-value]  # a redirect
            return _refusal(code)
        # Only the kind: a message may quote what somebody has sent.
        log.error("%s on the public pages", type(error).__name__)
        return _refusal(500)


def _refusal(code: int) -> Response:
    heading, sentence = SAID.get(code, OTHERWISE)
    language = i18n.language()
    text = render(
        "refused.html", None, language, ALONE, here=site.SUMMARY, heading=_(heading), sentence=_(sentence)
    )
    return public(Response(text, code, mimetype="text/html"), "no-store")
