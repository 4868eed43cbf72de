"""The filters of the finder: native controls that keep themselves in the address."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.fields import ALL, check_group, select, text_input
from dashboard.components.marks import count
from dashboard.i18n import _, number
from dashboard.reports.employer_filters import NOWHERE, municipality_name
from dashboard.reports.finder import DEFAULT_SORT, FinderChoices
from dashboard.reports.nearby import DISTANCES
from dashboard.reports.reference_words import occupation
from dashboard.reports.state import UNKNOWN, PageState
from dashboard.words import choices as words
from dashboard.words import word

Options = list[tuple[str, str]]


def filter_card(state: PageState, choices: FinderChoices, in_force: int, *more: Component) -> Component:
    """The search, all other filters, and `more` under them: behind summaries on narrow screens."""
    search = text_input(
        ids.Employers.TEXT,
        _("Search"),
        state.text,
        kind="search",
        query_key="q",
        placeholder=_("Name, occupation or place"),
    )
    controls = [
        select(
            ids.Employers.OCCUPATION,
            _("Occupation"),
            _occupations(choices, state),
            state.occupation or "",
            "yrke",
        ),
        *_distance(state),
        select(ids.Employers.SECTOR, _("Sector"), _sectors(choices), state.sector or "", "sektor"),
        select(
            ids.Employers.MUNICIPALITY,
            _("Municipality"),
            _municipalities(choices, state),
            state.municipality or "",
            "kommun",
        ),
        select(
            ids.Employers.LOCALITY,
            _("Locality"),
            locality_options(choices, state),
            state.locality or "",
            "ort",
        ),
        select(ids.Employers.RUNG, _("Rung"), _rungs(), _text(state.rung), "steg"),
        select(ids.Employers.WARMTH, _("Warmth"), _all(words("warmth")), state.warmth or "", "varme"),
        select(ids.Employers.OWNERSHIP, _("Ownership"), _owners(choices), state.ownership or "", "agarform"),
        select(ids.Employers.COACH, _("Coach"), _all(choices.coaches), state.coach or "", "coach"),
        *_whole(choices, state),
        text_input(ids.Employers.DAY, _("As of"), state.on.isoformat(), kind="date", query_key="per"),
        check_group(
            ids.Employers.FREE,
            _("Places"),
            [("1", _("At least one free"))],
            [_text(state.free)] if state.free else [],
            query_key="ledig",
        ),
        check_group(
            ids.Employers.SUCCEEDED,
            _("Results"),
            [("1", _("A trial there led on"))],
            [_text(state.succeeded)] if state.succeeded else [],
            query_key="lyckat",
        ),
        check_group(
            ids.Employers.SPARED,
            _("Leave out"),
            [("tired", _("Those tired of us")), ("quiet", _("Those in a quiet period"))],
            state.spared,
            query_key="utom",
        ),
        check_group(
            ids.Employers.ADJUSTMENTS,
            _("Can meet, all of"),
            words("support_need"),
            state.adjustments,
            query_key="anpassning",
        ),
    ]
    in_words = html.Span(filter_count(in_force), id=ids.Employers.FILTER_COUNT)
    summary = html.Summary([_("Filter"), " ", in_words])
    return html.Section(
        [search, html.Details([summary, html.Div(controls, className="a-fil__b")]), *more],
        role="search",
        className="b-card a-fil b-noprint",
        **{"aria-label": _("Filter employers")},
    )


def _distance(state: PageState) -> list[Component]:
    """From where, and how far at most."""
    kilometres = sorted({*DISTANCES, *([state.within] if state.within else [])})
    limits = [(str(km), _("{n} km").format(n=number(km))) for km in kilometres]
    return [
        text_input(
            ids.Employers.NEAR,
            _("Near"),
            state.near or "",
            query_key="nara",
            placeholder=_("Postal code or place"),
        ),
        select(
            ids.Employers.WITHIN,
            _("At most, as the crow flies"),
            [("", _("Any distance")), *limits],
            _text(state.within),
            "km",
        ),
    ]


def _occupations(choices: FinderChoices, state: PageState) -> Options:
    """What employers offer, and what the address asks for even if nobody does."""
    codes = sorted({*choices.occupations, *([state.occupation] if state.occupation else [])})
    return _all([(code, f"{occupation(code)} ({code})") for code in codes])


def filter_count(in_force: int) -> Component | None:
    """How many filters are in force; nothing when none is."""
    return count(in_force, _("in force")) if in_force else None


def locality_options(choices: FinderChoices, state: PageState) -> Options:
    """The localities to choose from; only the chosen one when they are too many."""
    offered = [(name, name) for name in choices.localities]
    if state.locality and state.locality not in choices.localities:
        offered.append((state.locality, state.locality))
    first = _("All") if choices.localities else _("Choose a municipality first")
    return [("", first), *offered]


def locality_choices(choices: FinderChoices, state: PageState) -> list[dict[str, str]]:
    """The same as the control holds them."""
    return [{"value": key or ALL, "label": text} for key, text in locality_options(choices, state)]


def sort_field(sort: str) -> Component:
    """How the list is ordered."""
    options = [
        ("", _("Strongest first")),
        ("strength", _("Weakest first")),
        ("name", _("Name, A to Ö")),
        ("-last_on", _("Latest contact first")),
        ("last_on", _("Longest since contact")),
        ("-free", _("Most free places")),
        ("distance", _("Nearest first")),
    ]
    value = "" if sort == DEFAULT_SORT else sort
    if value not in dict(options):
        options.append((value, _("Other order")))
    return html.Div(
        select(ids.Employers.SORT, _("Sort by"), options, value, "sort"), className="a-sort b-noprint"
    )


def _whole(choices: FinderChoices, state: PageState) -> list[Component]:
    """Which units count, where there is more than one."""
    controls = []
    if len(choices.units) > 1:
        chosen = ",".join(state.units)
        options = _all(choices.units)
        if len(state.units) > 1:
            names = dict(choices.units)
            options.append((chosen, ", ".join(names.get(key, key) for key in state.units)))
        controls.append(select(ids.Employers.UNIT, _("Unit"), options, chosen, "enhet"))
    if len(choices.programmes) > 1:
        labels = _all([(label, label) for label in choices.programmes])
        controls.append(
            select(ids.Employers.PROGRAMME, _("Programme"), labels, state.programme or "", "program")
        )
    return controls


def _all(options: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> Options:
    return [("", _("All")), *options]


def _sectors(choices: FinderChoices) -> Options:
    held = [(letter, word("sector", letter)) for letter in choices.sections]
    return _all([*held, *_unknown(choices.any_without_sector)])


def _owners(choices: FinderChoices) -> Options:
    return _all([*words("ownership", choices.ownerships), *_unknown(choices.any_without_ownership)])


def _unknown(any_there: bool) -> Options:
    return [(UNKNOWN, _("Not known"))] if any_there else []


def _municipalities(choices: FinderChoices, state: PageState) -> Options:
    offered = [*choices.municipalities, (NOWHERE, _("Without a position"))]
    if state.municipality and state.municipality not in dict(offered):
        offered.append((state.municipality, municipality_name(state.municipality)))
    return _all(offered)


def _rungs() -> Options:
    return _all([(str(rung), word("rung", rung)) for rung in range(5, -1, -1)])


def _text(value: int | None) -> str:
    return "" if value is None else str(value)
