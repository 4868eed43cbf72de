"""The pages: one row each in `PAGES`, which is all that the menu, the address and the rights come from."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from dashboard.components.filter_bar import ALL_FILTERS
from dashboard.components.marks import Node
from dashboard.domain.access import EVERYONE, KEEPERS, MANAGERS, STAFF, Role
from dashboard.i18n import N_
from dashboard.pages import (
    board,
    client,
    clients,
    costs,
    data,
    definitions,
    employer,
    employers,
    follow_ups,
    gaps,
    log,
    match,
    method,
    network,
    outcomes,
    publish,
    rows,
    side,
    states,
    today,
    unit_settings,
)
from dashboard.pages.client_words import CLIENT, CLIENTS, MATCH
from dashboard.reports.client_rights import guard_client

Layout = Callable[..., Node]
Guard = Callable[..., object]


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes:
        path: its address; `/arbetsgivare/<employer_id>` gives the layout `employer_id`.
        name: in the menu, as an English msgid.
        roles: who may see it.
        layout: `layout(access, state, **path_args)`; what stands under the heading and the filter bar.
        icon: its picture in the menu.
        title: the heading, as an English msgid; empty when the layout draws its own (`shell.page_head`).
        place: "menu", "below" for below the menu's rule, "foot", or "" for a page that is only reached from
            others.
        filters: what the filter bar offers; empty for no bar.
        not_for_coaches: what it does not offer a coach, on a page that shows her own.
        guard: `guard(access, **path_args)`, which raises AccessDenied or NotFound before anything is answered
            at an address that the person may not open, whatever her role.
    """

    path: str
    name: str
    roles: frozenset[Role]
    layout: Layout
    icon: str
    title: str = ""
    place: str = "menu"
    filters: tuple[str, ...] = field(default=ALL_FILTERS)
    not_for_coaches: tuple[str, ...] = ()
    guard: Guard | None = None

    def offered(self, role: Role) -> tuple[str, ...]:
        """What the filter bar offers somebody with a role."""
        spared = self.not_for_coaches if role is Role.COACH else ()
        return tuple(name for name in self.filters if name not in spared)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = re.split(r"<(\w+)>", self.path)
        names = [f"(?P<{part}>[^/]+)" if index % 2 else re.escape(part) for index, part in enumerate(parts)]
        return re.compile("".join(names) + "/?")

    def match(self, path: str) -> Mapping[str, str] | None:
        """The parts of an address that the page's own path names; None when it is not this page's."""
        found = self._pattern.fullmatch(path)
        return {name: unquote(value) for name, value in found.groupdict().items()} if found else None


PAGES: tuple[Page, ...] = (
    Page(
        today.PATH,
        N_("Today"),
        STAFF,
        today.layout,
        icon="n-idag",
        title=N_("Today"),
        filters=("unit", "programme", "coach", "day"),
        not_for_coaches=("coach",),
    ),
    Page("/natverk", N_("Network"), STAFF, network.layout, icon="n-natverk", title=N_("Network")),
    Page(
        "/arbetsgivare",
        N_("Employers"),
        STAFF,
        employers.layout,
        icon="n-arbetsgivare",
        title=N_("Employers"),
        filters=(),
    ),
    Page(
        "/arbetsgivare/<employer_id>",
        N_("Employer"),
        STAFF,
        employer.layout,
        icon="n-arbetsgivare",
        place="",
        filters=(),
    ),
    Page(
        follow_ups.PATH,
        N_("Follow-up"),
        STAFF,
        follow_ups.layout,
        icon="n-uppfoljning",
        title=N_("Follow-up"),
        filters=("unit", "programme", "coach", "sector", "day"),
    ),
    Page(CLIENTS, N_("Clients"), STAFF, clients.layout, icon="person", title=N_("Clients"), filters=()),
    Page(
        f"{CLIENT}/<client_id>",
        N_("One client"),
        STAFF,
        client.layout,
        icon="person",
        place="",
        filters=(),
        guard=guard_client,
    ),
    Page(
        f"{CLIENT}/<client_id>/{MATCH}",
        N_("Match"),
        STAFF,
        match.layout,
        icon="person",
        place="",
        filters=(),
        guard=guard_client,
    ),
    Page(
        outcomes.PATH,
        N_("Outcomes"),
        STAFF,
        outcomes.layout,
        icon="n-utfall",
        title=N_("Outcomes"),
        filters=("unit", "programme", "ownership", "sector", "day"),
    ),
    Page(
        side.PATH,
        N_("Side by side"),
        MANAGERS,
        side.layout,
        icon="n-jamfor",
        title=N_("Side by side"),
        filters=("unit", "programme", "day"),
    ),
    Page("/luckor", N_("Gaps"), STAFF, gaps.layout, icon="n-luckor", title=N_("Gaps")),
    Page(
        method.PATH,
        N_("Method and targets"),
        STAFF,
        method.layout,
        icon="n-metod",
        title=N_("Method and targets"),
        filters=("unit", "programme", "day"),
    ),
    Page(
        costs.PATH,
        N_("Cost and benefit"),
        MANAGERS,
        costs.layout,
        icon="n-kostnad",
        title=N_("Cost and benefit"),
        filters=("unit", "programme", "day"),
    ),
    Page(
        board.PATH,
        N_("Report to the board"),
        MANAGERS,
        board.layout,
        icon="screen",
        title=N_("Report to the board"),
        filters=("unit", "programme", "day"),
    ),
    Page(
        data.PATH,
        N_("Data"),
        KEEPERS,
        data.layout,
        icon="n-data",
        title=N_("Data"),
        place="below",
        filters=(),
    ),
    Page(
        publish.PATH,
        N_("Publish"),
        MANAGERS,
        publish.layout,
        icon="n-publicera",
        title=N_("Publish"),
        place="below",
        filters=(),
    ),
    Page(
        log.PATH,
        N_("Access log"),
        MANAGERS,
        log.layout,
        icon="lock",
        title=N_("Access log"),
        place="below",
        filters=(),
    ),
    Page(
        unit_settings.PATH,
        N_("Settings"),
        KEEPERS,
        unit_settings.layout,
        icon="n-installningar",
        title=N_("Settings"),
        place="below",
        filters=(),
    ),
    Page(
        "/underlag",
        N_("Rows behind a figure"),
        STAFF,
        rows.layout,
        icon="table",
        title=N_("Rows behind a figure"),
        place="foot",
        filters=("unit", "programme", "day"),
    ),
    Page(
        "/sa-raknas-det",
        N_("How it is counted"),
        EVERYONE,
        definitions.layout,
        icon="help",
        title=N_("How it is counted"),
        place="foot",
        filters=(),
    ),
    Page(
        "/tillstand",
        N_("States and signs"),
        STAFF,
        states.layout,
        icon="info",
        title=N_("States and signs"),
        place="foot",
        filters=(),
    ),
)
"""All pages, in the order of the menu."""


def find_page(path: str, pages: tuple[Page, ...] = PAGES) -> tuple[Page, dict[str, Any]] | None:
    """The page at an address, with the parts that its path names."""
    for page in pages:
        found = page.match(path)
        if found is not None:
            return page, dict(found)
    return None
