"""Beside a network behind the ties: the chosen node, who holds the network together, the groups."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import heading, rich, tools
from dashboard.components.definitions import how_counted
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.i18n import _, ngettext, number, percent
from dashboard.pages.network_layer_list import node_href
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.network_communities import NamedCommunities, NamedCommunity
from dashboard.reports.network_layer import LayerView, selected_node, shown_layer
from dashboard.reports.network_layer_groups import chosen_group, group_key, groups
from dashboard.reports.network_layer_holders import Holder, Holders, holders
from dashboard.reports.network_layer_rows import Named, NodeRow, node_row
from dashboard.reports.network_layer_words import (
    holder_words,
    holders_title,
    kind_word,
    nobody_holds,
    stability_words,
    strength_words,
)
from dashboard.reports.state import PageState

GROUPS_SHOWN = 8
"""The rest stand behind one more click."""
MEMBERS_SHOWN = 60
PARTNERS_SHOWN = 12


def side_cards(access: Access, state: PageState) -> list[Component]:
    """The chosen node, and who holds the network together."""
    view = shown_layer(access, state)
    chosen, held = selected_node(view, state), holders(view)
    cards = []
    if chosen is not None:
        cards.append(_chosen_card(node_row(access, state, chosen), view, state))
    if held is not None:
        cards.append(_holders_card(held, view, access, state))
    return cards


def _card(title: str, inside: Sequence[Node], name: str, beside: Node = None) -> Component:
    title_id = f"{ids.Layers.SIDE}-{name}"
    top = html.Div([heading(2, title, title_id), beside], className="n-panel__top")
    return html.Section([top, *inside], className="b-card", **{"aria-labelledby": title_id})


def _chosen_card(row: NodeRow, view: LayerView, state: PageState) -> Component:
    close = link(
        [icon("x"), hidden_text(_("Close"))],
        node_href(state, None),
        "b-btn b-btn--icon n-x",
        link_id=f"{ids.Layers.SIDE}-stang",
    )
    inside: list[Node] = [html.P(kind_word(row.kind), className="b-s b-muted")]
    if view.directed:
        inside += _partners(_("Clients got a job at"), row.partners, view, state)
        inside += _partners(_("Clients came from"), row.origins, view, state)
    else:
        inside += _partners(_("Linked to"), row.partners, view, state)
    if row.kind == "employer" and len(row.employers) == 1:
        path = f"/arbetsgivare/{row.key}"
        address = state.replace(layer=None, node=None, group=None, text="", sort=None, page=1).href(path)
        inside.append(
            html.Div(button_link(_("Open the employer"), address, primary=True), className="n-acts")
        )
    return _card(row.name, inside, "vald", close)


def _partners(title: str, found: Sequence[Named], view: LayerView, state: PageState) -> list[Component]:
    if not found:
        return []
    items = [
        html.Li(
            [
                link(one.label, node_href(state, one.node)),
                " ",
                html.Span(strength_words(view, one.strength), className="b-muted"),
            ]
        )
        for one in found[:PARTNERS_SHOWN]
    ]
    more = len(found) - PARTNERS_SHOWN
    if more > 0:
        said = ngettext("and {n} more, in the file", "and {n} more, in the file", more)
        items.append(html.Li(said.format(n=number(more)), className="b-muted"))
    return [html.H3(title), html.Ul(items, className="n-facts")]


def _holders_card(held: Holders, view: LayerView, access: Access, state: PageState) -> Component:
    figures: tuple[str, ...] = ("layers.node.between",)
    if view.name == "coaches":
        figures = tuple(
            f"layers.node.{part}" for part in ("holds_together", "between", "circles", "constraint")
        )
    inside: list[Node] = [html.P(nobody_holds(view, held), className="b-s")]
    if held.found:
        inside = [html.Ul([_holder(one, view, state) for one in held.found], className="n-facts")]
    if held.more:
        said = ngettext(
            "{n} more stands between some others.", "{n} more stand between some others.", held.more
        )
        inside.append(html.P(said.format(n=number(held.more)), className="b-s b-muted"))
    how = how_counted(*figures, definitions=access.definitions, state=state)
    return _card(holders_title(view), [*inside, *tools(how=how)], "haller")


def _holder(one: Holder, view: LayerView, state: PageState) -> Component:
    name = link(one.label, node_href(state, one.node))
    return html.Li([html.B(name), " ", html.Span(holder_words(view, one))])


def groups_card(access: Access, state: PageState) -> list[Component]:
    """The groups of alike employers; a word that they are on their way; nothing for another network."""
    if state.layer != "alike":
        return []
    found = groups(access, state)
    if found is None:
        waiting = html.P(
            [icon("clock"), _("The groups are being worked out and stand here in a moment.")],
            className="b-s y-waits",
            role="status",
        )
        return [_card(_("Groups of alike employers"), [waiting], "grupper")]
    how = how_counted(
        "communities.found", "communities.stability", definitions=access.definitions, state=state
    )
    inside = (
        _groups(found, access, state) if found.found else [html.P(_("There is no group."), className="b-s")]
    )
    return [_card(_("Groups of alike employers"), [*inside, *tools(how=how)], "grupper")]


def _groups(found: NamedCommunities, access: Access, state: PageState) -> list[Node]:
    chosen = chosen_group(found, state)
    items = [html.Li(_group(one, one is chosen, access, state), className="y-group") for one in found.found]
    inside: list[Node] = [
        html.P(rich(_agreement(found)), className="b-s"),
        html.Ol(items[:GROUPS_SHOWN], className="y-groups"),
    ]
    if len(items) > GROUPS_SHOWN:
        rest = ngettext("{n} more group", "{n} more groups", len(items) - GROUPS_SHOWN)
        more = html.Details(
            [
                html.Summary(rest.format(n=number(len(items) - GROUPS_SHOWN))),
                html.Ol(items[GROUPS_SHOWN:], className="y-groups", start=GROUPS_SHOWN + 1),
            ],
            open=chosen in found.found[GROUPS_SHOWN:],
        )
        inside.append(more)
    return inside


def _agreement(found: NamedCommunities) -> str:
    said = _("Twenty divisions agree to **{share}** in all.").format(share=percent(found.stability or 0.0))
    if not found.alone:
        return said
    alone = ngettext("{n} employer resembles nobody.", "{n} employers resemble nobody.", found.alone)
    return f"{said} {alone.format(n=number(found.alone))}"


def _group(one: NamedCommunity, chosen: bool, access: Access, state: PageState) -> list[Node]:
    key = None if chosen else group_key(one)
    count = ngettext("{n} employer", "{n} employers", len(one.employer_ids)).format(
        n=number(len(one.employer_ids))
    )
    name = link(
        one.name,
        state.href(PATH, group=key, node=None, employer=None, page=1),
        "y-group__n",
        current=chosen,
        link_id=f"{ids.Layers.GROUPS}-{group_key(one)}",
    )
    said = html.Span(f"{count} · {stability_words(one)}", className="b-muted")
    return [name, said, *([_members(one, access, state)] if chosen else [])]


def _members(one: NamedCommunity, access: Access, state: PageState) -> Component:
    view = shown_layer(access, state)
    names = dict(
        zip(*(access.store.world().employers[column] for column in ("employer_id", "name")), strict=True)
    )
    shown = sorted(one.employer_ids, key=lambda key: str(names[key]).casefold())
    items = [
        html.Li(link(str(names[key]), node_href(state, view.node_of[key])))
        for key in shown[:MEMBERS_SHOWN]
        if key in view.node_of
    ]
    more = len(shown) - MEMBERS_SHOWN
    if more > 0:
        said = ngettext("and {n} more, in the list", "and {n} more, in the list", more)
        items.append(html.Li(said.format(n=number(more)), className="b-muted"))
    summary = ngettext("{n} member", "{n} members", len(shown)).format(n=number(len(shown)))
    return html.Details([html.Summary(summary), html.Ul(items, className="y-members")], open=True)
