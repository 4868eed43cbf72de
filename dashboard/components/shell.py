"""The frame around every page: skip link, menu, the page itself, and the foot."""

from collections.abc import Sequence
from typing import Protocol

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import __version__, ids
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.states import state_empty, state_loading
from dashboard.components.writing_forms import writing_frame
from dashboard.domain.access import MANAGERS, Role
from dashboard.domain.period import today
from dashboard.i18n import N_, _, day, language
from dashboard.reports.access import Access
from dashboard.reports.frame_facts import FrameFacts, frame_facts
from dashboard.words import word

IN_MENU = ("menu", "below")
"""The places of a page in the menu: above and below its rule."""
SIGN_OUT = "/logga-ut"
LANGUAGE = "/sprak"
FOR_ALL = ((N_("What is public"), "/"), (N_("Accessibility"), "/tillganglighet"), (N_("About"), "/om"))
"""Pages that anybody reaches, which the server writes itself."""
MESSAGES = (N_("Messages"), "/meddelanden")


class MenuPage(Protocol):
    """What the menu needs to know of a page."""

    @property
    def path(self) -> str:
        """Its address."""

    @property
    def name(self) -> str:
        """Its name in the menu, as an English msgid."""

    @property
    def icon(self) -> str:
        """Its picture."""

    @property
    def place(self) -> str:
        """Where it is linked: "menu", "below" the menu's rule, "foot" or "" for nowhere."""

    @property
    def roles(self) -> frozenset[Role]:
        """Who may see it."""


def frame(access: Access, pages: Sequence[MenuPage], csrf_token: str = "") -> Component:
    """The whole layout of the app for a signed-in person.

    Args:
        access: who is looking, and at which data.
        pages: all pages; only those that the person may see are linked.
        csrf_token: goes with the forms for language and signing out.
    """
    seen = [page for page in pages if access.viewer.role in page.roles]
    facts = frame_facts(access, today())
    return html.Div(
        [
            dcc.Location(id=ids.Shell.LOCATION, refresh=False),
            dcc.Store(id=ids.Shell.THEME, data="light"),
            dcc.Store(id=ids.Shell.ARRIVED),
            html.A(
                _("Skip to the content"), href=f"#{ids.Shell.MAIN}", className="b-skip", disable_n_clicks=True
            ),
            html.Div(
                [
                    _top(access, seen, csrf_token),
                    _side(access, seen, csrf_token),
                    _main(facts.demo),
                    _foot(access.viewer.role, seen, csrf_token, facts),
                ],
                className="b-app",
            ),
            html.Div(id=ids.Shell.STATUS, role="status", className="b-vh"),
            *writing_frame(),
        ]
    )


def _logo(seen: Sequence[MenuPage]) -> Component:
    home = next((page.path for page in seen if page.place in IN_MENU), "/")
    return link([html.Span(className="b-i b-i--logo", **{"aria-hidden": "true"}), "Brygga"], home, "b-logo")


def _top(access: Access, seen: Sequence[MenuPage], csrf_token: str) -> Component:
    menu = html.Details(
        [
            html.Summary([icon("menu"), _("Menu")]),
            html.Div([_menu(seen), _account(access, csrf_token)], className="b-menu__body"),
        ],
        className="b-menu",
    )
    return html.Header([_logo(seen), menu], className="b-top")


def _side(access: Access, seen: Sequence[MenuPage], csrf_token: str) -> Component:
    return html.Header(
        html.Div([_logo(seen), _menu(seen), _account(access, csrf_token)], className="b-side__in"),
        className="b-side",
    )


def _menu(seen: Sequence[MenuPage]) -> Component:
    above, below = ([page for page in seen if page.place == place] for place in IN_MENU)
    lists = [_links(above or below), *([_links(below, "b-nav__group")] if above and below else [])]
    return html.Nav(lists, className="b-nav", **{"aria-label": _("Main menu")})


def _links(pages: Sequence[MenuPage], class_name: str = "") -> Component:
    items = [html.Li(link([icon(page.icon), _(page.name)], page.path)) for page in pages]
    return html.Ul(items, className=class_name or None)


def _account(access: Access, csrf_token: str) -> Component:
    viewer = access.viewer
    sign_out = html.Button(_("Sign out"), type="submit", className="b-btn b-btn--quiet")
    return html.Div(
        [
            html.Span(icon("person"), className="b-account__i"),
            html.Div(
                [
                    html.Span(viewer.name, className="b-account__name"),
                    html.Span(word("role", viewer.role.value), className="b-account__role"),
                ]
            ),
            _form(SIGN_OUT, csrf_token, [sign_out]),
        ],
        className="b-account",
    )


def _form(action: str, csrf_token: str, children: list[Component], **hidden: str) -> Component:
    fields = [
        dcc.Input(type="hidden", name=name, value=value)
        for name, value in {"csrf_token": csrf_token, **hidden}.items()
    ]
    return html.Form([*fields, *children], action=action, method="post", disable_n_clicks=True)


def _main(demo: bool) -> Component:
    notice = html.P([icon("info"), html.Span(_demo_text())], className="b-demo")
    return html.Main(
        [
            *([notice] if demo else []),
            html.Div(state_loading(_("The page is being fetched")), id=ids.Shell.PAGE, className="b-page"),
        ],
        className="b-main",
        id=ids.Shell.MAIN,
        tabIndex=-1,
    )


def _demo_text() -> list[Node]:
    return [html.B(_("Invented sample data.")), " ", _("No person and no employer here exists.")]


def _foot(role: Role, seen: Sequence[MenuPage], csrf_token: str, facts: FrameFacts) -> Component:
    links = [html.Li(link(_(page.name), page.path)) for page in seen if page.place == "foot"]
    served = (*FOR_ALL, MESSAGES) if role in MANAGERS else FOR_ALL
    links += [html.Li(html.A(_(name), href=path, disable_n_clicks=True)) for name, path in served]
    return html.Footer(
        [
            html.Div(
                [html.Ul(links) if links else None, _themes(), _language(csrf_token)], className="b-foot__row"
            ),
            html.P(" ".join(_sentences(facts))),
            html.P([_("Reference data:"), " ", "; ".join(facts.attributions), "."]),
        ],
        className="b-foot",
    )


def _sentences(facts: FrameFacts) -> list[str]:
    recorded = (
        _("Latest recorded event: {day}.").format(day=day(facts.latest))
        if facts.latest
        else _("Nothing is recorded yet.")
    )
    invented = [_("Everything shown is invented sample data.")] if facts.demo else []
    return [recorded, *invented, _("Brygga {version}.").format(version=__version__)]


def _themes() -> Component:
    choices = (("system", _("System")), ("light", _("Light")), ("dark", _("Dark")))
    buttons = [
        html.Button(
            text,
            type="button",
            disable_n_clicks=True,
            **{"data-theme-choice": theme, "aria-pressed": "true" if theme == "system" else "false"},
        )
        for theme, text in choices
    ]
    return html.Div(
        [html.Span(_("Appearance"), className="b-themes__l"), *buttons],
        className="b-themes",
        role="group",
        **{"aria-label": _("Appearance")},
    )


def _language(csrf_token: str) -> Component:
    other, name = ("en", "In English") if language() == "sv" else ("sv", "På svenska")
    button = html.Button([icon("globe"), name], type="submit", lang=other, className="b-btn b-btn--quiet")
    return _form(LANGUAGE, csrf_token, [button], language=other, next="/")


def page_head(title: Node, intro: Node = None, above: Node = None, beside: Node = None) -> Component:
    """The one h1 of a page, with a line under it; what is beside stands to the right on wide screens."""
    said = [html.P(intro)] if intro is not None else []
    over = [html.Div(above, className="b-head__above")] if above is not None else []
    text = html.Div([*over, html.H1(title, tabIndex=-1), *said])
    return html.Div([text, *([beside] if beside is not None else [])], className="b-head")


def not_found(seen: Sequence[MenuPage], text: str = "") -> Component:
    """What stands at an address that leads nowhere, with the ways out."""
    ways = [button_link(_(page.name), page.path) for page in seen if page.place in IN_MENU]
    body = state_empty(
        _("There is nothing here"),
        text or _("The address may be old or mistyped. The menu leads to everything that exists."),
        ways,
    )
    return html.Div([page_head(_("The page does not exist")), html.Section(body, className="b-card")])


def tag(text: str) -> Component:
    """A small line above something, saying what it is an example of."""
    return html.P([text, hidden_text(":")], className="b-tag")
