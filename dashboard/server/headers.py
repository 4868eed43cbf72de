"""The headers of every answer, errors too: what a browser may do with our pages."""

import re
from collections.abc import Sequence

import dash
from flask import Flask, Response, request

from dashboard.public.headers import FIXED, FOR_EVER, TRANSPORT
from dashboard.server.gate import ASSETS, LIBRARY_CODE
from dashboard.settings import Settings

FOR_AN_HOUR = "public, max-age=3600"
"""For files whose address does not change with them: plotly, and the parts that Dash fetches when needed."""
_FINGERPRINT = re.compile(r"\.v[\w-]+m[0-9a-fA-F]+\.")


def add_headers(server: Flask, app: dash.Dash, settings: Settings) -> None:
    """Put the headers on every answer.

    Args:
        server: the app's Flask.
        app: asked for the digests of its inline scripts, which are complete after its first request.
        settings: https adds strict transport.
    """
    policy: list[str] = []

    @server.after_request
    def headers(response: Response) -> Response:
        if not policy and app._got_first_request["setup_server"]:
            policy.append(content_policy(app.csp_hashes()))
        response.headers.update(FIXED)
        if settings.https:
            response.headers["Strict-Transport-Security"] = TRANSPORT
        # A public page says itself what holds for it: no inline script at all, and who may frame a card.
        if "Content-Security-Policy" not in response.headers:
            response.headers["Content-Security-Policy"] = policy[0] if policy else content_policy(())
            response.headers["Cache-Control"] = _keeping(response)
        response.headers.pop("Server-Timing", None)
        return response


def content_policy(script_hashes: Sequence[str]) -> str:
    """The content security policy.

    Styles may stand in attributes and elements because Dash and plotly write them there; scripts may not.
    """
    scripts = " ".join(("'self'", *script_hashes))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; "
        "worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _keeping(response: Response) -> str:
    if response.status_code not in {200, 304}:
        return "no-store"
    if request.path.startswith(LIBRARY_CODE):
        return FOR_EVER if _FINGERPRINT.search(request.path) or "v" in request.args else FOR_AN_HOUR
    if request.path.startswith(ASSETS):
        return FOR_EVER if "m" in request.args else FOR_AN_HOUR
    return "no-store"
