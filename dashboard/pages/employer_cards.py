"""The cards about one employer as it stands: strength, coaches, places, outcomes, facts and position."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding
from dashboard.components.definitions import Counted
from dashboard.components.graph import Graph
from dashboard.components.links import link
from dashboard.components.marks import Node, avatar, hidden_text, icon, mark_outcome, status
from dashboard.components.strength import PARTS, strength_bar, strength_parts
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.definitions import Definitions, StrengthWeights
from dashboard.i18n import _, day, ngettext, number
from dashboard.pages.employer_words import position_sentence
from dashboard.reports.employer import CoachTie, EmployerProfile
from dashboard.reports.employer_next import way_to_raise
from dashboard.reports.employer_ratings import Rated
from dashboard.reports.employer_record import EmployerRecord, KindRecord
from dashboard.words import word

MAP_HEIGHT = 240
FREQUENT_DAYS = 12
"""Days with contact in a year that are full marks."""
BLANK = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}


def strength_card(
    profile: EmployerProfile, weights: StrengthWeights, definitions: Definitions, counted: Counted
) -> Component:
    """The sum, its six parts in points, what costs most, and what the next rung takes."""
    line = profile.line
    return card(
        "e-styrka",
        _("Strength of the relation"),
        [
            finding(_strength_sentence(profile)),
            strength_bar(line.strength, line.level, line.parts, weights),
            strength_parts(line.parts, weights),
            *_raised(profile),
            html.P([icon("info"), html.Span(next_rung(profile, definitions))], className="e-next b-s"),
            *counted.foot(
                "ranking.strength",
                *(f"ranking.parts.{part}" for part in PARTS),
                "employers.strength",
                "employers.by_ladder",
            ),
        ],
        class_name="e-strength",
    )


def _raised(profile: EmployerProfile) -> list[Component]:
    """How the part that costs most is raised; nothing before there is a relation to raise."""
    if profile.line.level == "none":
        return []
    way = way_to_raise(profile.weakest_part)
    return [html.P([icon("info"), html.Span(way)], className="e-next b-s")]


def _strength_sentence(profile: EmployerProfile) -> str:
    line = profile.line
    if line.level == "none":
        return _("**No relation yet.** The first contact starts it.")
    text = _("**{n} of 100.** What costs most is “{part}”: {lost} points. {why}")
    return text.format(
        n=number(round(line.strength)),
        part=word("strength_part", profile.weakest_part),
        lost=number(profile.points_lost, 1),
        why=_why(profile),
    )


def _why(profile: EmployerProfile) -> str:
    """What the weakest part is made of here."""
    line = profile.line
    ties = sum(coach.active for coach in profile.coaches)
    warm = profile.last_warm_on
    return {
        "recency": _("The last real contact was {day}.").format(day=day(warm))
        if warm
        else _("There has been no real contact yet."),
        "frequency": ngettext(
            "There was contact on {n} day in a year.",
            "There was contact on {n} days in a year.",
            _days(line.parts),
        ).format(n=number(_days(line.parts))),
        "depth": _("More comes with a trial or an employment."),
        "breadth": ngettext("{n} of us knows them.", "{n} of us know them.", ties).format(n=number(ties)),
        "reciprocity": _("They seldom get in touch by themselves."),
        "outcome": _("{k} of {n} trials led to work or studies.").format(
            k=number(line.trials_succeeded), n=number(line.trials_completed)
        ),
    }[profile.weakest_part]


def _days(parts: Mapping[str, float]) -> int:
    return round(FREQUENT_DAYS * parts["frequency"])


def next_rung(profile: EmployerProfile, definitions: Definitions) -> str:
    """What it takes to climb one rung."""
    rung = profile.line.rung
    ways = {
        0: _("Next rung: a first contact."),
        1: _("Next rung: a meeting, a visit or a workplace analysis."),
        2: _("Next rung: a work trial, work training or an internship."),
        3: _("Next rung: an employment."),
    }
    if rung in ways:
        return ways[rung]
    days = number(definitions.partner_interaction_within)
    if rung == 5:
        return _("The highest rung. It lasts as long as you are in touch within {days} days.").format(
            days=days
        )
    missing = definitions.partner_clients - profile.clients_placed
    if missing > 0:
        return ngettext(
            "Next rung, partner: {n} more client placed there.",
            "Next rung, partner: {n} more clients placed there.",
            missing,
        ).format(n=number(missing))
    return _("Next rung, partner: a contact within the last {days} days.").format(days=days)


def coaches_card(profile: EmployerProfile, counted: Counted) -> Component:
    """Who knows the employer, and whom to ask first."""
    ties = sum(coach.active for coach in profile.coaches)
    warning = [status("attention", _("Hangs on one coach"))] if ties == 1 else []
    return card(
        "e-coacher",
        _("Who knows them"),
        [
            finding(_ask(profile)),
            *([html.P(warning)] if warning else []),
            *([_coach_table(profile.coaches, counted)] if profile.coaches else []),
            *counted.foot("employer.ties", "network.ties_list.strength", "network.ties_list.last_on"),
        ],
    )


def _ask(profile: EmployerProfile) -> str:
    first = profile.ask_first
    if first is None:
        return _("**Nobody who works here now knows them.**")
    text = _("**Ask {name} first.** Last contact {day}.")
    if not first.active:
        text = _("**Nobody has been in real touch within a year.** {name} knew them last, {day}.")
    return text.format(name=first.name, day=day(first.last_on))


def _coach_table(coaches: tuple[CoachTie, ...], counted: Counted) -> Component:
    rows = [
        Row(
            {
                "name": avatar(coach.name),
                "state": _tie_state(coach),
                "strength": link(
                    [number(coach.strength, 1), hidden_text(coach.name)], counted.tie_href(coach.coach_id)
                ),
                "last": coach.last_on.isoformat(),
                "first": coach.first_on.isoformat(),
            }
        )
        for coach in coaches
    ]
    columns = [
        Column("name", _("Coach")),
        Column("state", _("Tie")),
        Column("strength", _("Strength"), number=True),
        Column("last", _("Latest"), number=True),
        Column("first", _("First"), number=True),
    ]
    return data_table("e-coacher-tabell", _("Coaches with any contact"), columns, rows, hide_caption=True)


def _tie_state(coach: CoachTie) -> Node:
    if coach.active:
        return status("good", _("active"))
    return status("neutral", _("has left") if not coach.works else _("not in a year"))


def places_card(profile: EmployerProfile, counted: Counted) -> Component:
    """Capacity, what is taken, and whether the employer is tired of us, with the reason."""
    line, tired = profile.line, profile.tiredness
    facts = [
        (_("Can host"), number(line.capacity)),
        (_("Taken"), number(line.occupied)),
        (_("Free"), number(line.free)),
        (_("Running placements"), number(profile.running)),
    ]
    return card(
        "e-platser",
        _("Places"),
        [
            finding(_places_sentence(profile)),
            _definitions(facts, "e-facts e-facts--row"),
            html.P(
                [icon("attention" if tired.fatigued else "good"), html.Span(_tired_sentence(profile))],
                className="e-next b-s",
            ),
            *counted.foot(
                *(f"employer.{name}" for name in ("capacity", "occupied", "free", "running")),
                *("employer.fatigue_contacts", "employer.fatigue_placements"),
            ),
        ],
    )


def _places_sentence(profile: EmployerProfile) -> str:
    line = profile.line
    if not line.capacity:
        return _("**Takes nobody now.**")
    if profile.tiredness.over_capacity:
        return _("**Over full:** {k} people in {n} places.").format(
            k=number(line.occupied), n=number(line.capacity)
        )
    if not line.free:
        return _("**Full:** {k} of {n} places taken.").format(
            k=number(line.occupied), n=number(line.capacity)
        )
    return _("**{k} of {n} places free.**").format(k=number(line.free), n=number(line.capacity))


def _tired_sentence(profile: EmployerProfile) -> str:
    tired = profile.tiredness
    text = ngettext(
        "{n} contact by us in {days} days", "{n} contacts by us in {days} days", tired.contacts
    ).format(n=number(tired.contacts), days=number(tired.days))
    begun = (
        _("no placement begun")
        if not tired.placements
        else ngettext("{n} placement begun", "{n} placements begun", tired.placements).format(
            n=number(tired.placements)
        )
    )
    limit = _("The limit without a placement is {n}.").format(n=number(tired.limit))
    return f"{text}, {begun}. {limit}"


def record_card(record: EmployerRecord, rated: tuple[Rated, ...], counted: Counted) -> Component:
    """What has come of the placements and what was thought of the trials, in counts."""
    if not record.kinds:
        return card("e-utfall", _("Placements and what came of them"), finding(_("**No placements yet.**")))
    outcomes = html.Ul(
        [html.Li([mark_outcome(way), html.B(number(count))]) for way, count in record.trial_outcomes.items()],
        className="e-ways b-s",
    )
    return card(
        "e-utfall",
        _("Placements and what came of them"),
        [
            finding(_record_sentence(record)),
            outcomes,
            *_ratings(rated),
            *counted.foot(
                "employer.placements",
                "employer.trials_completed",
                "employer.trials_succeeded",
                table=_record_table(record),
            ),
        ],
    )


def _ratings(rated: tuple[Rated, ...]) -> list[Component]:
    """What clients and the employer thought; nothing where nobody has said."""
    names = {"client_rating": _("Clients"), "employer_rating": _("The employer")}
    facts: list[tuple[str, Node]] = [(names[one.party], _rating(one)) for one in rated if one.answers]
    if not facts:
        return []
    return [
        html.P(_("What they thought of the trials"), className="b-s b-muted"),
        _definitions(facts, "e-facts"),
    ]


def _rating(one: Rated) -> str:
    if one.good is None:
        text = ngettext("{n} answer, too few to tell", "{n} answers, too few to tell", one.answers)
        return text.format(n=number(one.answers))
    return _("{k} of {n} gave 4 or 5 of 5").format(k=number(one.good), n=number(one.answers))


def _record_sentence(record: EmployerRecord) -> str:
    n, k = record.trials_completed, record.trials_succeeded
    if not n:
        return _("**No completed trial with an outcome yet.**")
    text = ngettext(
        "**{k} of {n} trial** led to work or studies.", "**{k} of {n} trials** led to work or studies.", n
    )
    return text.format(k=number(k), n=number(n))


def _record_table(record: EmployerRecord) -> Component:
    columns = [
        Column("kind", _("Kind")),
        Column("all", _("Placements"), number=True),
        Column("running", _("Running"), number=True),
        Column("ended", _("With an outcome"), number=True),
        Column("led", _("Led to work or studies"), number=True),
        Column("interrupted", _("Interrupted"), number=True),
        Column("unknown", _("Outcome missing"), number=True),
    ]
    rows = [Row(_record_cells(kind)) for kind in record.kinds]
    return data_table("e-utfall-tabell", _("Placements by kind"), columns, rows)


def _record_cells(kind: KindRecord) -> dict[str, Node]:
    return {
        "kind": word("placement_kind", kind.kind),
        "all": number(kind.placements),
        "running": number(kind.running),
        "ended": number(kind.with_outcome) if kind.is_trial else None,
        "led": number(kind.succeeded) if kind.is_trial else None,
        "interrupted": number(kind.interrupted) if kind.is_trial else None,
        "unknown": number(kind.outcomes.get("unknown", 0)) if kind.is_trial else None,
    }


def about_card(profile: EmployerProfile, counted: Counted) -> Component:
    """What the employer offers and can adapt."""
    jobs = [title for _code, title in profile.occupations]
    facts: list[tuple[str, Node]] = [
        (_("Occupations"), _listed(jobs)),
        (_("Can meet"), _listed([word("support_need", need) for need in profile.adjustments])),
        (_("Industry"), profile.industry or _none()),
        (_("Known since"), day(profile.registered_on) if profile.registered_on else _none()),
        (_("First contact"), day(profile.first_on) if profile.first_on else _none()),
        (_("Clients placed there"), number(profile.clients_placed)),
    ]
    inside = [_definitions(facts, "e-facts"), *counted.foot("employer.clients_placed")]
    return card("e-om", _("About the workplace"), inside)


def _listed(items: list[str]) -> Node:
    return html.Ul([html.Li(item) for item in items]) if items else _none()


def _none() -> Component:
    return html.Span(_("not recorded"), className="b-muted")


def _definitions(facts: list[tuple[str, Node]] | list[tuple[str, str]], class_name: str) -> Component:
    return html.Dl([html.Div([html.Dt(term), html.Dd(value)]) for term, value in facts], className=class_name)


def place_card(profile: EmployerProfile) -> Component:
    """Where it is: in words, and on a small map where there is a position and the browser can draw one."""
    line = profile.line
    where = ", ".join(dict.fromkeys(part for part in (line.place, profile.municipality) if part))
    said = finding(f"**{where}**") if where else finding(_("**The place is not known.**"))
    drawn = []
    if profile.latitude is not None:
        drawn = [
            html.Div(
                html.Div(Graph(ids.Employer.MAP, BLANK, MAP_HEIGHT), className="b-map__on"), className="b-map"
            )
        ]
    return card(
        "e-plats", _("Where"), [said, html.P(position_sentence(line.precision), className="b-note"), *drawn]
    )
