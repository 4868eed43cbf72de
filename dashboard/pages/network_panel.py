"""The side panel of the network: one employer, who knows it, and what is around it."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.definitions import Counted
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node, hidden_text, icon, mark_rung, mark_warmth, status
from dashboard.components.strength import PARTS, strength_bar, strength_parts
from dashboard.i18n import _, day, ngettext, number
from dashboard.pages.network_beside import MEASURES as BESIDE
from dashboard.pages.network_beside import beside
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.network_ego import Acquaintance, Ego, Heir, ego
from dashboard.reports.state import PageState
from dashboard.reports.trace_heirs import WHY
from dashboard.words import word

MEASURES = (
    *("ranking.strength", "employer.ties"),
    *(f"ranking.parts.{part}" for part in PARTS),
    *("employer.running", "employer.occupied", "employer.free", "employer.trials_completed"),
    *("employer.trials_succeeded", "network.ties_list.strength", "network.ties_list.last_on"),
)


def panel(access: Access, state: PageState) -> list[Component] | None:
    """What the panel holds for the selected employer; None when none is selected."""
    if state.employer is None:
        return None
    found = ego(access, state)
    if found is None:
        return _unknown(state)
    weights, counted = (
        access.definitions.strength_weights,
        Counted(state, access.definitions, found.employer_id),
    )
    return [
        html.Div([_top(found.name, state), _under(found)]),
        html.P([mark_rung(found.rung), mark_warmth(found.warmth)], className="n-panel__marks"),
        *_flags(found),
        html.Div(
            [
                html.H3(_("Strength")),
                strength_bar(found.strength, found.level, found.parts, weights),
                strength_parts(found.parts, weights),
            ],
            className="n-panel__strength",
        ),
        html.Div([html.H3(_("Right now")), _now(found)]),
        html.Div([html.H3(_("Who knows them")), _acquaintances(found.acquaintances, counted)]),
        *_heir(found),
        *beside(access, state, found.employer_id),
        _neighbourhood(state),
        *counted.foot(*MEASURES, *BESIDE, *([WHY] if found.heir else [])),
        html.Div(
            button_link(_("Open the employer"), f"/arbetsgivare/{found.employer_id}", primary=True),
            className="n-acts",
        ),
    ]


def _top(name: str, state: PageState) -> Component:
    close = link(
        [icon("x"), hidden_text(_("Close"))],
        state.href(PATH, employer=None, depth=0),
        "b-btn b-btn--icon n-x",
    )
    heading = html.H2(name, id=f"{ids.Network.PANEL}-title", tabIndex=-1)
    return html.Div([heading, close], className="n-panel__top")


def _unknown(state: PageState) -> list[Component]:
    return [
        _top(_("Not in the selection"), state),
        html.P(
            _("The employer {key} is not among the selection's employers on this day.").format(
                key=state.employer
            ),
            className="b-s b-muted",
        ),
    ]


def _under(found: Ego) -> Component:
    size = word("size_class", found.size_class) if found.size_class else ""
    facts = [part for part in (found.sector, found.locality, size) if part]
    return html.P(" · ".join(facts), className="b-s b-muted")


def _flags(found: Ego) -> list[Component]:
    flags = []
    if found.orphaned:
        flags.append(status("critical", _("Would be without a coach")))
    if found.fatigued:
        flags.append(status("attention", _("Needs a rest from us")))
    if not found.in_filter:
        flags.append(status("neutral", _("Left out by the selection"), "filter"))
    return [html.P(flags, className="b-chips")] if flags else []


def _now(found: Ego) -> Component:
    running = ngettext("{n} running placement", "{n} running placements", found.running).format(
        n=number(found.running)
    )
    free = ngettext("{n} free", "{n} free places", found.free).format(n=number(found.free))
    places = ngettext("{n} of {of} place taken", "{n} of {of} places taken", found.capacity).format(
        n=number(found.occupied), of=number(found.capacity)
    )
    return html.Ul(
        [html.Li(running), html.Li([places, ", ", html.B(free)]), html.Li(_trials(found))],
        className="n-facts",
    )


def _trials(found: Ego) -> str:
    if not found.trials_completed:
        return _("No completed trial yet")
    return ngettext(
        "{s} of {n} trial led to work or studies",
        "{s} of {n} trials led to work or studies",
        found.trials_completed,
    ).format(s=number(found.trials_succeeded), n=number(found.trials_completed))


def _acquaintances(coaches: tuple[Acquaintance, ...], counted: Counted) -> Component:
    if not coaches:
        return html.P(_("Nobody has been in touch with them."), className="b-s b-muted")
    return html.Ul(
        [html.Li(_acquaintance(coach, counted)) for coach in coaches], className="n-facts n-who-knows"
    )


def _acquaintance(coach: Acquaintance, counted: Counted) -> list[Node]:
    said = _("tie strength {n}, last {day}").format(n=number(coach.strength, 1), day=day(coach.last_on))
    if not coach.works:
        said = _("does not work here on the day, last {day}").format(day=day(coach.last_on))
    elif not coach.active:
        said = _("no living tie, last {day}").format(day=day(coach.last_on))
    name = html.B(coach.name) if coach.active else html.Span(coach.name)
    return [name, " ", link(said, counted.tie_href(coach.coach_id), "b-muted")]


def _heir(found: Ego) -> list[Component]:
    if not found.orphaned:
        return []
    if found.heir is None:
        return [html.Div(html.P(html.B(_("Nobody is left to take over."))), className="n-heir")]
    title = _("Suggested heir: {name}").format(name=found.heir.name)
    return [
        html.Div([html.P(html.B(title)), html.P(_why(found.heir), className="b-muted")], className="n-heir")
    ]


def _why(heir: Heir) -> str:
    if heir.reason == "tie" and heir.last_on:
        return _("Has the strongest tie of those who stay, last in touch {day}.").format(
            day=day(heir.last_on)
        )
    return _("Nobody who stays has been in touch with them; {name} has the lowest caseload.").format(
        name=heir.name
    )


def _neighbourhood(state: PageState) -> Component:
    choices = (
        (0, _("The whole network")),
        (1, _("Their coaches")),
        (2, _("And the coaches' other employers")),
    )
    links = [
        html.Li(
            link(
                text,
                state.href(PATH, depth=depth),
                "b-chip b-chip--on" if depth == state.depth else "b-chip",
                current=depth == state.depth,
                link_id=f"{ids.Network.PANEL}-djup-{depth}",
            )
        )
        for depth, text in choices
    ]
    return html.Div([html.H3(_("Show in the picture")), html.Ul(links, className="b-chips")])
