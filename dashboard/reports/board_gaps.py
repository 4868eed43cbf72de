"""The gaps in the board report: all of them side by side, and each with its finding and its next step."""

from collections.abc import Mapping
from functools import partial

from dashboard.domain.vocabulary import RUNGS
from dashboard.i18n import N_, _, number
from dashboard.reports.access import Access
from dashboard.reports.board_parts import Bar, Bars, BoardCard, Chart, Paired, plain, share_bar
from dashboard.reports.gap_advice import advice
from dashboard.reports.gap_answers import GapAnswer, gap_answer
from dashboard.reports.gap_areas import home_places
from dashboard.reports.gap_employers import OF
from dashboard.reports.gap_equality import non_traditional_of
from dashboard.reports.gap_findings import finding, tile, title
from dashboard.reports.gap_ground import GapGround, gap_ground
from dashboard.reports.gap_measures import FIGURES
from dashboard.reports.gap_occupations import by_need
from dashboard.reports.gap_words import occupation
from dashboard.reports.outcome_parts import Column, TableRow, share_cells, share_columns
from dashboard.reports.state import GAPS, PageState
from dashboard.words import word

PATHS: Mapping[str, str] = {
    "areas": "gaps.areas.clients",
    **{gap: f"gaps.{gap}" for gap in ("dependence", "fading", "dormant", "unused", "dead_ends")},
    "tired": "employers.fatigued",
}
"""Where the report says the number of a gap."""
STATES: Mapping[str, str] = {"missing": N_("missing"), "thin": N_("thin"), "covered": N_("covered")}
MOST_ROWS = 12
"""Rows that a chart of occupations or places draws; the table has them all."""
OF_PEOPLE = frozenset({"occupations", "areas", "equality"})
Parts = tuple[tuple[Chart, ...], tuple[Column, ...], tuple[TableRow, ...]]


def all_gaps(access: Access, state: PageState) -> BoardCard:
    """Every gap with its number."""
    answers = [gap_answer(access, state, gap) for gap in GAPS]
    counted = [answer for answer in answers if answer.gap != "mix"]
    bars = tuple(Bar(title(one.gap), one.number, None, " ".join(tile(one))) for one in counted)
    employers = [one for one in counted if one.gap not in OF_PEOPLE]
    largest = max(employers, key=lambda one: one.number)
    return BoardCard(
        key="gaps",
        title=_("The gaps side by side"),
        finding=_("Most employers are in the gap “{gap}”: {n} of {of}.").format(
            gap=title(largest.gap), n=number(largest.number), of=number(largest.of)
        ),
        charts=(Bars("", "count", bars),),
        columns=(Column(_("Gap")), Column(_("Number"), "count"), Column(_("Of"), "count")),
        rows=tuple(TableRow((title(one.gap), one.number, one.of), PATHS.get(one.gap, "")) for one in counted),
        measures=tuple(FIGURES[one.gap][0] for one in counted),
    )


def one_gap(gap: str, access: Access, state: PageState) -> BoardCard:
    """One gap with its picture, its finding and what to do about it."""
    answer, ground = gap_answer(access, state, gap), gap_ground(access, state)
    charts, columns, rows = _parts(answer, ground)
    told = advice(answer, ground, access.definitions)
    return BoardCard(
        key=f"gap_{gap}",
        title=title(gap),
        finding=plain(finding(answer, ground, access.definitions)),
        charts=charts,
        columns=columns,
        rows=rows,
        measures=FIGURES[gap],
        notes=tuple(
            f"{label}: {text}"
            for label, text in ((_("Next step"), told.step), (_("What closes it"), told.closes))
            if text
        ),
        of_people=gap in OF_PEOPLE,
    )


ONE_BY_ONE = {gap: partial(one_gap, gap) for gap in GAPS}


def _parts(answer: GapAnswer, ground: GapGround) -> Parts:
    if answer.gap == "occupations":
        return _occupations(ground)
    if answer.gap == "areas":
        return _areas(answer, ground)
    if answer.gap == "mix":
        return _mix(ground)
    if answer.gap == "equality":
        return _equality(ground)
    return _by_rung(answer, ground)


def _occupations(ground: GapGround) -> Parts:
    gaps = by_need(ground.gaps)
    drawn = tuple((occupation(gap.ssyk), gap.demand, gap.supply) for gap in gaps[:MOST_ROWS])
    columns = (
        Column(_("Occupation")),
        Column(_("Wished for"), "decimal"),
        Column(_("On offer"), "decimal"),
        Column(_("How it stands")),
    )
    rows = tuple(
        TableRow(
            (occupation(gap.ssyk), gap.demand, gap.supply, _(STATES[gap.state])),
            f"gaps.occupations.{gap.ssyk}",
        )
        for gap in gaps
    )
    names = (_("Wished for"), _("On offer"))
    return (Paired("", "decimal", names, drawn),) if drawn else (), columns, rows


def _areas(answer: GapAnswer, ground: GapGround) -> Parts:
    places = home_places(ground)
    bars = tuple(
        Bar(
            place.name,
            place.few,
            None,
            _("{k} of {n}").format(k=number(place.few), n=number(place.asked)),
        )
        for place in places[:MOST_ROWS]
    )
    columns = (
        Column(_("Post town")),
        Column(_("Too few near home"), "count"),
        Column(_("Clients"), "count"),
        Column(_("None near home"), "count"),
    )
    rows = (
        TableRow((_("All"), answer.number, answer.of, answer.counts["none"]), PATHS["areas"]),
        *(TableRow((place.name, place.few, place.asked, place.none)) for place in places),
    )
    return (Bars(_("Clients with too few near home"), "count", bars),) if bars else (), columns, rows


def _mix(ground: GapGround) -> Parts:
    *forms, _unknown = ground.gaps.mix
    shown = sorted(forms, key=lambda form: -form.employers.n)
    drawn = tuple(
        (word("ownership", one.ownership), one.employers.share or 0.0, one.placements.share or 0.0)
        for one in shown
    )
    columns = (
        Column(_("Ownership")),
        Column(_("Employers"), "count"),
        Column(_("Share of the employers"), "percent"),
        Column(_("Placements"), "count"),
        Column(_("Share of the placements"), "percent"),
    )
    rows = tuple(
        TableRow(
            (
                word("ownership", one.ownership),
                one.employers.n,
                one.employers.share,
                one.placements.n,
                one.placements.share,
            ),
            f"employers.by_ownership.{one.ownership}",
        )
        for one in shown
    )
    names = (_("Share of the employers"), _("Share of the placements"))
    return (Paired("", "share", names, drawn),) if shown[0].employers.of else (), columns, rows


def _equality(ground: GapGround) -> Parts:
    found = non_traditional_of(ground)
    named = [(_("Women"), "woman"), (_("Men"), "man")]
    bars = tuple(share_bar(name, found[key]) for name, key in named)
    columns = (Column(_("Sex")), *share_columns())
    rows = tuple(
        TableRow((name, *share_cells(found[key])), f"equality.non_traditional.{key}") for name, key in named
    )
    drawn = any(found[key].of for _name, key in named)
    return (Bars("", "share", bars),) if drawn else (), columns, rows


def _by_rung(answer: GapAnswer, ground: GapGround) -> Parts:
    """Where on the ladder the employers of the gap stand."""
    frame = ground.known.employers
    among = frame[OF[answer.gap](frame)] if answer.gap in OF else frame
    named = among["rung"][among.index.isin(answer.rows["employer_id"])].value_counts()
    of = among["rung"].value_counts()
    counts = [(word("rung", rung), int(named.get(rung, 0)), int(of.get(rung, 0))) for rung in reversed(RUNGS)]
    bars = tuple(
        Bar(name, count, None, _("{k} of {n}").format(k=number(count), n=number(all_of)))
        for name, count, all_of in counts
        if all_of
    )
    columns = (Column(_("Rung")), Column(title(answer.gap), "count"), Column(_("Employers"), "count"))
    rows = (
        TableRow((_("All"), answer.number, answer.of), PATHS[answer.gap]),
        *(TableRow(line) for line in counts),
    )
    return (Bars(_("By rung of the ladder"), "count", bars),) if answer.number else (), columns, rows
