"""The few pages that are written by the server itself, readable without JavaScript."""

from flask import Flask, make_response, render_template, request
from flask import Response as FlaskResponse

from dashboard import i18n
from dashboard.server.csrf import form_token
from dashboard.server.request_state import copy, signed_in
from dashboard.words import word

LANGUAGES = (("sv", "Svenska"), ("en", "English"))


def prepare_templates(server: Flask) -> None:
    """Give the templates the texts, the form token and the style sheets."""
    server.jinja_env.trim_blocks = server.jinja_env.lstrip_blocks = True
    server.jinja_env.globals.update(_=i18n._, word=word, form_token=form_token)


def page(template: str, status: int = 200, **values: object) -> FlaskResponse:
    """A page in the look and the reader's language.

    Args:
        template: its file.
        status: HTTP status.
        values: what the template shows.
    """
    session = signed_in()
    text = render_template(
        template,
        language=i18n.language(),
        languages=LANGUAGES,
        here=request.full_path.rstrip("?") if request.method == "GET" else "/",
        styles=copy().styles,
        viewer=session.viewer if session else None,
        **values,
    )
    return make_response(text, status)
