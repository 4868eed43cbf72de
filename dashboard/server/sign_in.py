"""Signing in and out: plain forms that work without JavaScript."""

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.i18n import _, ngettext
from dashboard.server.cookies import CSRF, SESSION, cookie_name, drop_cookie, set_cookie
from dashboard.server.gate import SIGN_IN, START, safe_next
from dashboard.server.html import page
from dashboard.server.request_state import copy, signed_in

SIGN_OUT, SIGN_OUT_EVERYWHERE = "/logga-ut", "/logga-ut-overallt"


def add_sign_in(server: Flask) -> None:
    """Add the routes."""
    server.add_url_rule(SIGN_IN, "show_sign_in", _show, methods=["GET"])
    server.add_url_rule(SIGN_IN, "sign_in", _sign_in, methods=["POST"])
    server.add_url_rule(SIGN_OUT, "sign_out", _sign_out, methods=["POST"])
    server.add_url_rule(SIGN_OUT_EVERYWHERE, "sign_out_everywhere", _sign_out_everywhere, methods=["POST"])


def _show() -> AnyResponse:
    wanted = safe_next(request.args.get("next", "/"))
    if signed_in() is not None:
        return redirect(_within(wanted))
    return _form(wanted)


def _within(wanted: str) -> str:
    """Where to go: the page that was asked for; who asked for none begins where her role does."""
    return START if wanted == "/" else wanted


def _form(wanted: str, problem: str | None = None, username: str = "", status: int = 200) -> Response:
    accounts = copy().ports.database.demo_accounts()
    return page(
        "sign_in.html", status, wanted=wanted, problem=problem, username=username, demo_accounts=accounts
    )


def _sign_in() -> AnyResponse:
    wanted = safe_next(request.form.get("next", "/"))
    username, password = request.form.get("username", ""), request.form.get("password", "")
    if not username.strip() or not password:
        return _form(wanted, _("Write both user name and password."), username, 400)
    answer = copy().ports.sign_in.attempt(username, password, request.remote_addr or "")
    if answer.wait:
        return _too_soon(wanted, username, answer.wait)
    if answer.account is None:
        return _form(wanted, _("The user name or the password is not right."), username, 401)
    return _let_in(answer.account.viewer.user_id, wanted)


def _too_soon(wanted: str, username: str, wait: int) -> Response:
    sentence = ngettext(
        "There have been several attempts. Wait {n} second and try again.",
        "There have been several attempts. Wait {n} seconds and try again.",
        wait,
    ).format(n=wait)
    response = _form(wanted, sentence, username, 429)
    response.headers["Retry-After"] = str(wait)
    return response


def _let_in(user_id: int, wanted: str) -> AnyResponse:
    settings, sessions = copy().settings, copy().ports.sessions
    _close_present()
    token = sessions.open(user_id)
    response = redirect(_within(wanted), code=303)
    set_cookie(response, settings, SESSION, token)
    opened = sessions.find(token)
    if opened is not None:
        set_cookie(response, settings, CSRF, opened.csrf_token, for_scripts=True)
    return response


def _close_present() -> None:
    token = request.cookies.get(cookie_name(copy().settings, SESSION), "")
    if token:
        copy().ports.sessions.close(token)


def _sign_out() -> AnyResponse:
    _close_present()
    return _out()


def _sign_out_everywhere() -> AnyResponse:
    session = signed_in()
    if session is not None:
        copy().ports.sessions.close_all(session.viewer.user_id)
    return _out()


def _out() -> AnyResponse:
    response = redirect("/", code=303)
    for name in (SESSION, CSRF):
        drop_cookie(response, copy().settings, name)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
