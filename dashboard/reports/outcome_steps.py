"""The card of the five steps: who stands where, how long a step takes, and who goes back."""

from dashboard.analysis.clients import client_numbers
from dashboard.analysis.intervals import Share
from dashboard.analysis.step_funnel import StepInFunnel, step_funnel
from dashboard.analysis.step_moves import went_back
from dashboard.i18n import _
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import Column, CountRow, OutcomeCard, Panel, TableRow
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import counted, share_finding
from dashboard.words import word


def steps(ground: OutcomeGround) -> OutcomeCard:
    """The active clients by step, the days in each, and those who went back."""
    found, numbers = step_funnel(ground.basis), client_numbers(ground.basis)
    moves, earlier = went_back(ground.basis), went_back(ground.before)
    without = numbers.by_step["none"]
    names = {one.step: f"{one.step} {word('step', one.step)}" for one in found}
    stocks = [CountRow(names[one.step], one.now) for one in found]
    days = [CountRow(names[one.step], one.median_days) for one in found if one.median_days is not None]
    return OutcomeCard(
        key="steps",
        title=title_of("steps"),
        finding=_where(found, numbers.active, moves, earlier),
        panels=(
            Panel(
                _("Active clients in each step"),
                counts=(*stocks, *([CountRow(_("No step recorded"), without)] if without else []))
                if numbers.active
                else (),
            ),
            Panel(_("Median days in the step"), counts=tuple(days)),
        ),
        columns=(
            Column(_("Step")),
            Column(_("Now"), "count"),
            Column(_("Have come as far"), "count"),
            Column(_("Median days"), "count"),
            Column(_("Number before"), "count"),
        ),
        rows=(
            *(
                TableRow(
                    (names[one.step], one.now, one.reached, one.median_days, None),
                    f"clients.by_step.{one.step}",
                )
                for one in found
            ),
            TableRow((_("No step recorded"), without, None, None, None), "clients.by_step.none"),
            TableRow((_("Changed step in the period"), moves.of, None, None, earlier.of)),
            TableRow((_("of them went back at some time"), moves.n, None, None, earlier.n)),
        ),
        measures=("clients.by_step", "outcomes.step_days", "outcomes.went_back"),
        notes=(_("A step without median days is one that half of those who came to it have not left."),),
    )


def _where(found: tuple[StepInFunnel, ...], active: int, moves: Share, earlier: Share) -> str:
    if not active:
        return _("No client is active.")
    most = max(found, key=lambda one: one.now)
    if not most.now:
        return _("No step is recorded for any active client.")
    told = _("The most common step is {step}, {name}: {share} active clients.").format(
        share=counted(Share(most.now, active)), step=most.step, name=word("step", most.step)
    )
    if not moves.of:
        return f"{told} " + _("Nobody changed step in the period.")
    said = _("Of those who changed step in the period, {share} went back at some time.")
    return f"{told} {share_finding(said, moves, earlier)}"
