"""The cards of Metod och mål in the board report: the check, the targets, and what they stand beside."""

from dashboard.domain.benchmarks import BENCHMARKS
from dashboard.domain.hand_items import HAND_ITEMS
from dashboard.i18n import _, day, number, percent
from dashboard.reports.access import Access
from dashboard.reports.board_parts import Bar, Bars, BoardCard, plain, share_bar
from dashboard.reports.hand_ratings import hand_finding, in_force, ratings_of
from dashboard.reports.method_findings import (
    benchmark_finding,
    check_finding,
    ends_finding,
    group_name,
    target_finding,
    unanswered_finding,
)
from dashboard.reports.method_ground import method_ground, strong_relationships
from dashboard.reports.method_words import change_told, item_name, score_told, value_told
from dashboard.reports.outcome_parts import Column, TableRow, share_cells, share_columns
from dashboard.reports.report_ratings import state_told
from dashboard.reports.sentences_work import target_told
from dashboard.reports.state import PageState

MOST_POINTS = 5.0
TERM = "18"


def method_check(access: Access, state: PageState) -> BoardCard:
    """The unit's own check of its method, item by item."""
    items = method_ground(access, state).items
    bars = [
        Bar(
            item_name(item.item),
            None if item.score is None else float(item.score),
            None,
            " · ".join([score_told(item), value_told(item)]),
        )
        for item in items
    ]
    return BoardCard(
        key="method_check",
        title=_("Method check"),
        finding=plain(check_finding(items)),
        charts=(Bars(_("Points, 1–5"), "count", tuple(bars), MOST_POINTS),),
        columns=(
            Column(_("Item")),
            Column(_("Value")),
            Column(_("Number"), "count"),
            Column(_("Points, 1–5"), "points"),
            Column(_("What would change the points")),
        ),
        rows=tuple(
            TableRow(
                (item_name(item.item), value_told(item), item.n, item.score, change_told(item)),
                f"fidelity.{item.item}",
            )
            for item in items
        ),
        measures=(*(f"fidelity.{item.item}" for item in items), "method.next"),
        notes=(
            _("Our own computation after IPS-25: not the official score, which takes a visit by reviewers."),
        ),
    )


def targets(access: Access, state: PageState) -> BoardCard:
    """What clients and employers thought of the trials, against the targets."""
    ground = method_ground(access, state)
    parties = [
        (_("Clients"), ground.ratings.client, "ratings.client"),
        (_("Employers"), ground.ratings.employer, "ratings.employer"),
    ]
    said = {
        path: _("{state}; target {target}").format(
            state=state_told(rated), target=target_told(rated.judgement.target)
        )
        for _name, rated, path in parties
    }
    return BoardCard(
        key="targets",
        title=_("Ratings against the targets"),
        finding=plain(target_finding(ground)),
        charts=(
            Bars(
                _("Gave 4 or 5"),
                "share",
                tuple(share_bar(name, rated.judgement.share, said[path]) for name, rated, path in parties),
            ),
        ),
        columns=(
            Column(_("Who")),
            *share_columns(),
            Column(_("Against the target")),
            Column(_("Response rate"), "percent"),
        ),
        rows=tuple(
            TableRow((name, *share_cells(rated.judgement.share), said[path], rated.answered.share), path)
            for name, rated, path in parties
        ),
        measures=("ratings.client", "ratings.employer", "ratings.answered"),
        notes=(_("A target is reached when the whole interval is at or above it, missed when it is below."),),
    )


def answers(access: Access, state: PageState) -> BoardCard:
    """Which trials were rated and which not."""
    found = method_ground(access, state).answers
    return BoardCard(
        key="answers",
        title=_("Who is not represented"),
        finding=plain(unanswered_finding(found)),
        charts=(
            Bars(
                _("Clients who answered"),
                "share",
                tuple(share_bar(group_name(one), one.client) for one in found),
            ),
        )
        if found
        else (),
        columns=(
            Column(_("Group")),
            Column(_("Clients who answered"), "count"),
            Column(_("Trials"), "count"),
            Column(_("Employers who answered"), "count"),
        ),
        rows=tuple(TableRow((group_name(one), one.client.n, one.client.of, one.employer.n)) for one in found),
        measures=("method.unanswered", "ratings.answered"),
    )


def ends(access: Access, state: PageState) -> BoardCard:
    """The spread of employments beside the strength of relationships."""
    ground, strong = method_ground(access, state), strong_relationships(access, state)
    spread = [ground.item(name) for name in ("employer_diversity", "job_diversity")]
    lines: list[tuple[str, float | None, int, str]] = [
        *((item_name(item.item), item.value, item.n, f"fidelity.{item.item}") for item in spread),
        (
            _("Relationships that are strong"),
            strong.share,
            strong.of,
            "employers.strength.strong",
        ),
    ]
    return BoardCard(
        key="ends",
        title=_("Spread and strength"),
        finding=plain(ends_finding(ground.item("employer_diversity"), strong)),
        charts=(Bars("", "share", tuple(_level(name, value, of) for name, value, of, _path in lines)),),
        columns=(
            Column(_("Figure")),
            Column(_("Number"), "count"),
            Column(_("Of"), "count"),
            Column(_("Share"), "percent"),
        ),
        rows=tuple(
            TableRow((name, None if value is None else round(value * of), of, value), path)
            for name, value, of, path in lines
        ),
        measures=("fidelity.employer_diversity", "fidelity.job_diversity", "method.strong_share"),
        notes=(
            _("The two pull apart, and neither is right alone: spread employments or strong relationships."),
        ),
        of_people=False,
    )


def _level(name: str, value: float | None, of: int) -> Bar:
    said = _("too little to go on") if value is None else percent(value)
    return Bar(name, value, None, _("{share} of {n}").format(share=said, n=number(of)))


def benchmarks(access: Access, state: PageState) -> BoardCard:
    """What two studies found, beside the unit's own share."""
    ground = method_ground(access, state)
    own, clients = ground.cohort.shares[TERM], ground.cohort.clients
    lines: list[tuple[str, float | None, int, str, str]] = [
        (_("This unit"), own, clients, _("Your own records"), f"cohort.{TERM}"),
        *(
            line
            for one in BENCHMARKS
            for line in (
                (f"{_(one.study)}: {_('with IPS')}", one.supported, one.people, one.source, ""),
                (f"{_(one.study)}: {_('with other help')}", one.others, one.people, one.source, ""),
            )
        ),
    ]
    return BoardCard(
        key="benchmarks",
        title=_("What others have found"),
        finding=plain(benchmark_finding(ground)),
        charts=(
            Bars(
                _("Job within 18 months"),
                "share",
                tuple(_level(name, value, of) for name, value, of, _source, _path in lines),
            ),
        ),
        columns=(
            Column(_("Who")),
            Column(_("Job within 18 months"), "percent"),
            Column(_("Number"), "count"),
            Column(_("Source")),
        ),
        rows=tuple(TableRow((name, value, of, source), path) for name, value, of, source, path in lines),
        measures=("method.benchmark", "cohort"),
        notes=tuple(_(one.caveat) for one in BENCHMARKS),
        of_people=False,
    )


def by_hand(access: Access, state: PageState) -> BoardCard:
    """The items that a person has rated."""
    found = in_force(ratings_of(access, state))
    ordered = [(key, found[key]) for key in HAND_ITEMS if key in found]
    bars = [
        Bar(
            _(HAND_ITEMS[key]),
            float(one.score),
            None,
            " · ".join([_("{n} of 5").format(n=number(one.score)), day(one.rated_on), one.rater]),
        )
        for key, one in ordered
    ]
    return BoardCard(
        key="by_hand",
        title=_("Items rated by hand"),
        finding=plain(hand_finding(tuple(found.values()))),
        charts=(Bars(_("Points, 1–5"), "count", tuple(bars), MOST_POINTS),) if bars else (),
        columns=(
            Column(_("Item")),
            Column(_("Points, 1–5"), "points"),
            Column(_("Day")),
            Column(_("Rated by")),
            Column(_("What it rests on")),
        ),
        rows=tuple(
            TableRow((_(HAND_ITEMS[key]), one.score, one.rated_on.isoformat(), one.rater, one.evidence))
            for key, one in ordered
        ),
        measures=("method.by_hand",),
        of_people=False,
    )
