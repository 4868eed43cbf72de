"""The steps of publishing as plain forms: each answers with the page, which shows what is so.

So the back button, a second click and a page loaded again in the middle do no harm. The preview is the public
page itself, made from the draft, and may be framed by our own page alone.
"""

from collections.abc import Callable

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from dashboard.domain.publication import Publication
from dashboard.i18n import LANGUAGES, _, in_wording, language
from dashboard.reports.access import Access
from dashboard.reports.publish_asked import choice_asked
from dashboard.reports.publish_desk import PublishDesk
from dashboard.wording import OURS

PAGE = "/publicera"
BEGIN = "/publicera/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
Render = Callable[[Publication, str], str]


def add_publishing(server: Flask, desk: PublishDesk, access: Callable[[], Access], render: Render) -> None:
    """Add the routes.

    Args:
        server: the app's Flask.
        desk: where publications are prepared.
        access: tells who asks, for the request that is being answered.
        render: writes the public page in a language.
    """

    @server.post(BEGIN + "granska")
    def publish_audit() -> AnyResponse:
        desk.begin(access(), choice_asked(request.form))
        return _back()

    @server.post(BEGIN + "igen")
    def publish_audit_again() -> AnyResponse:
        desk.again(access())
        return _back()

    @server.post(BEGIN + "kasta")
    def publish_leave() -> AnyResponse:
        desk.leave(access())
        return _back()

    @server.post(BEGIN + "publicera")
    def publish() -> AnyResponse:
        if request.form.get("ja") == "ja":
            desk.publish(access(), request.form.get("forslag", ""))
        return _back()

    @server.post(BEGIN + "dra-in")
    def publish_withdraw() -> AnyResponse:
        desk.withdraw(access(), request.form.get("nyckel", ""), request.form.get("skal", ""))
        return _back()

    @server.get(BEGIN + "forhandsvisning")
    def publish_preview() -> Response:
        draft = desk.draft(access())
        if draft is None or draft.outcome is None or draft.draft_id != request.args.get("forslag"):
            raise NotFound(_("There is nothing to preview any more. Load the page Publish again."))
        wanted = request.args.get("lang", "")
        # As a process that has none of the unit's settings shows it.
        with in_wording(OURS):
            text = render(draft.outcome.publication, wanted if wanted in LANGUAGES else language())
        response = Response(text, mimetype="text/html")
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = "no-store"
        return response


def _back() -> AnyResponse:
    # See Other: loading the page again must not send the form again.
    return redirect(PAGE, code=303)
