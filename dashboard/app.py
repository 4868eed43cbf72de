"""The only place where the parts meet: settings, database, server, pages and callbacks."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import dash
import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component
from flask import Flask, render_template
from sqlalchemy import Engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard import i18n
from dashboard.callbacks import GROUPS
from dashboard.callbacks.group import CallbackGroup, Policy, register, require_policies
from dashboard.components.shell import IN_MENU, frame
from dashboard.data.demo_accounts import demo_accounts
from dashboard.data.engine import open_engine
from dashboard.data.public_messages import MessageFile
from dashboard.data.publications import read_current
from dashboard.data.schema import require_current
from dashboard.data.sessions import Sessions
from dashboard.data.sign_in import SignIn
from dashboard.domain.errors import BryggaError
from dashboard.i18n import _
from dashboard.pages import PAGES, Page, method_hand, outcomes, side
from dashboard.public.pages import Public
from dashboard.public.render import STAFF_PROCESS, render_page
from dashboard.public.shelf import Shelf
from dashboard.reports.access import Access, Store
from dashboard.reports.calendar_feed import feed_file
from dashboard.reports.hand_file import hand_file
from dashboard.reports.import_desk import ImportDesk
from dashboard.reports.outcome_cards import outcome_file
from dashboard.reports.publish_desk import PublishDesk
from dashboard.reports.side_cards import side_file
from dashboard.server import install
from dashboard.server.board_files import add_board_files
from dashboard.server.calendar import add_calendar
from dashboard.server.card_files import add_card_files
from dashboard.server.cookies import CSRF, cookie_name
from dashboard.server.csrf import HEADER
from dashboard.server.data_files import add_data_files
from dashboard.server.gate import PageRule
from dashboard.server.imports import add_imports
from dashboard.server.libraries import bootstrap_address
from dashboard.server.ports import Ports, ReadyAccount
from dashboard.server.publishing import add_publishing
from dashboard.server.request_state import Copy, signed_in, viewer
from dashboard.server.secret_key import secret_key
from dashboard.server.start import refuse_dangerous_environment
from dashboard.settings import Settings
from dashboard.wording import Wording

UNREACHABLE = (OperationalError, InterfaceError, PoolTimeout)
"""What the drivers raise when a database does not answer."""


PAGE = """<!doctype html>
<html lang="{language}">
<head>
{metas}
<title>{title}</title>
{favicon}
{css}
</head>
<body>
<div id="react-entry-point"><p class="_dash-loading b-front__wait" role="status">{waiting}</p></div>
<noscript><p class="b-front__wait">{without}</p></noscript>
{answer}
{config}
{scripts}
{renderer}
</body>
</html>
"""


class BryggaDash(dash.Dash):
    """Dash whose page says which language it is in.

    Attributes:
        policies: who may run each callback.
        store: the data that its pages show.
        desk: where its imports are done.
        publisher: where its publications are prepared.
    """

    policies: dict[str, Policy]
    store: Store
    desk: ImportDesk
    publisher: PublishDesk

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]  # Dash names each part
        """The page that Dash fills in, in the reader's language."""
        waiting, without = _("The page is being fetched …"), _("Brygga needs JavaScript to draw its pages.")
        answer = render_template("answer.html")
        return PAGE.format(language=i18n.language(), waiting=waiting, without=without, answer=answer, **parts)


@dataclass(frozen=True, slots=True)
class DatabasePort:
    """The little that the server asks the database directly."""

    engine: Engine
    store: Store
    secret: bytes
    only_here: bool

    def ready(self) -> bool:
        """Whether it answers and has this version's schema."""
        try:
            require_current(self.engine)
        except (BryggaError, *UNREACHABLE):
            return False
        return True

    def wording(self) -> Wording:
        """The unit's own words, read again when the data version has moved."""
        return self.store.wording()

    def demo_accounts(self) -> Sequence[ReadyAccount]:
        """The demo's accounts, where only this machine can reach the server."""
        return demo_accounts(self.engine, self.secret) if self.only_here else ()


def create_app(
    settings: Settings,
    *,
    pages: Sequence[Page] = PAGES,
    groups: Sequence[CallbackGroup] = GROUPS,
) -> BryggaDash:
    """Make the app, ready to serve.

    Args:
        settings: how this copy is run.
        pages: its pages.
        groups: its callbacks.

    Raises:
        SettingsError: when the environment or the secret key is unsafe.
        SchemaMismatch: when the database has another schema.
        DatabaseUnreachable: when it does not answer.
        MissingPolicy: when a callback does not say who may run it.
    """
    i18n.use_language(settings.language)
    refuse_dangerous_environment()
    secret = secret_key(settings.data_dir)
    engine = open_engine(settings.database)
    require_current(engine)
    store = Store(engine, settings.data_dir, settings.publications)
    desk = ImportDesk(store)
    desk.sweep()
    server = _flask(settings, secret)
    app = _dash(settings)
    install(server, app, _copy(settings, store, secret), [_rule(page, store) for page in pages], UNREACHABLE)
    add_data_files(server, lambda: Access(viewer(), store).pinned())
    for path, make in ((outcomes.FILE, outcome_file), (side.FILE, side_file), (method_hand.FILE, hand_file)):
        add_card_files(server, path, make, lambda: Access(viewer(), store).pinned())
    add_board_files(server, lambda: Access(viewer(), store).pinned())
    add_calendar(
        server,
        lambda secret, query: feed_file(store, secret, query, demo_allowed=settings.only_this_machine),
    )
    add_imports(server, desk, lambda: Access(viewer(), store).pinned())
    publisher = PublishDesk(store)
    add_publishing(server, publisher, lambda: Access(viewer(), store).pinned(), render_page)
    app.init_app(server)
    app.store, app.desk, app.publisher = store, desk, publisher
    app.policies = register(app, groups, lambda: Access(viewer(), store).pinned())
    app.layout = lambda: _layout(store, pages)
    _warm(server)
    require_policies(app, app.policies)
    return app


def assets_folder() -> Path:
    """Where the style sheets and scripts lie: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "assets"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "assets"


def _flask(settings: Settings, secret: bytes) -> Flask:
    server = Flask("dashboard.server", static_folder=None)
    server.secret_key = secret
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        server.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            server.wsgi_app, x_for=count, x_proto=count, x_host=count, x_prefix=0
        )
    return server


def _dash(settings: Settings) -> BryggaDash:
    return BryggaDash(
        "dashboard",
        server=False,
        title="Brygga",
        update_title="",
        assets_folder=str(assets_folder()),
        assets_ignore=r"05-theme\.js",  # the head loads it by itself, before anything is painted
        pages_folder="",
        use_pages=False,
        serve_locally=True,
        suppress_callback_exceptions=True,
        add_log_handler=False,
        enable_mcp=False,
        external_stylesheets=[bootstrap_address()],
        csrf_token_name=cookie_name(settings, CSRF),
        csrf_header_name=HEADER,
    )


def _copy(settings: Settings, store: Store, secret: bytes) -> Copy:
    engine = store.engine
    demo_allowed = settings.only_this_machine
    ports = Ports(
        sessions=Sessions(
            engine,
            idle=dt.timedelta(minutes=settings.idle_minutes),
            longest=dt.timedelta(hours=settings.session_hours),
            demo_allowed=demo_allowed,
        ),
        sign_in=SignIn(engine, demo_allowed=demo_allowed),
        database=DatabasePort(engine, store, secret, demo_allowed),
    )
    sheets = sorted(assets_folder().glob("*.css"))
    own = (f"/assets/{sheet.name}?m={int(sheet.stat().st_mtime)}" for sheet in sheets)
    public = Public(Shelf(settings.publications, read_current), STAFF_PROCESS, settings.embed_ancestors)
    desk = MessageFile(settings.messages)
    return Copy(settings, ports, secret, (bootstrap_address(), *own), public, desk)


def _rule(page: Page, store: Store) -> PageRule:
    def guard(path: str) -> None:
        # The gate has the path decoded already.
        parts = page.match(quote(path))
        if page.guard is not None and parts is not None:
            page.guard(Access(viewer(), store).pinned(), **parts)

    return PageRule(page.path, page.roles, page.place in IN_MENU, guard if page.guard else None)


def _layout(store: Store, pages: Sequence[Page]) -> Component:
    session = signed_in()
    if session is None:
        # Dash asks for the layout once at its first request, whoever made it.
        return html.Div()
    return frame(Access(session.viewer, store).pinned(), pages, session.csrf_token)


def _warm(server: Flask) -> None:
    # plotly's first figure and Dash's first request set things up that two threads must not do at once;
    # after it the inline scripts are all known, which the content policy needs.
    go.Figure().to_dict()
    server.test_client().get("/healthz", base_url="http://localhost")
