"""What is Flask and not Dash: the gate, sign-in, headers, errors, health.

`install` puts it all on a Flask app before Dash adds its own routes and steps, so that nothing of Dash
answers before the gate has been passed.
"""

from collections.abc import Sequence

import dash
from flask import Flask

from dashboard.public import site
from dashboard.public.messages import Messages
from dashboard.server.body import guard_bodies
from dashboard.server.compression import compress
from dashboard.server.csrf import guard_changes
from dashboard.server.errors import answer_errors
from dashboard.server.front import add_front
from dashboard.server.gate import PageRule, close_doors
from dashboard.server.headers import add_headers
from dashboard.server.health import add_health
from dashboard.server.hosts import guard_host
from dashboard.server.html import prepare_templates
from dashboard.server.imports import guard_uploads
from dashboard.server.language import add_language_switch, speak
from dashboard.server.libraries import add_libraries
from dashboard.server.messages import add_messages
from dashboard.server.request_state import KEY, Copy
from dashboard.server.sign_in import add_sign_in


def install(
    server: Flask,
    app: dash.Dash,
    copy: Copy,
    pages: Sequence[PageRule],
    unreachable: tuple[type[Exception], ...],
) -> None:
    """Put the server's own steps and routes on a Flask app.

    The steps before a request run in the order they are added; those after it in the opposite order, so
    that the headers, added first, are put on last and stand on every answer.

    Args:
        server: the Flask app, before Dash has been given it.
        app: the Dash app that it will carry.
        copy: this copy's settings, secret and the layers below.
        pages: the app's pages.
        unreachable: the database driver's errors that mean that it does not answer.
    """
    server.extensions[KEY] = copy
    prepare_templates(server)
    add_headers(server, app, copy.settings)
    compress(server)
    answer_errors(server, unreachable)
    speak(server, unreachable)
    guard_host(server, copy.settings)
    close_doors(server, pages, {site.COUNTED: copy.public.counted})
    guard_uploads(server)
    guard_changes(server)
    guard_bodies(server, app)
    for add in (add_health, add_libraries, add_sign_in, add_language_switch, add_messages):
        add(server)
    add_front(server, pages)
    server.register_blueprint(copy.public.blueprint())
    server.register_blueprint(Messages(copy.public.shelf, copy.public.around, copy.desk).blueprint())
