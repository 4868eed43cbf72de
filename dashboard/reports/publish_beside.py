"""What stands beside the public tables: targets, how much is known, studies, and cost and benefit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, STUDIES
from dashboard.analysis.cost_benefit import judged, observed
from dashboard.analysis.cost_lines import SOCIETY
from dashboard.analysis.ratings import GOOD_FROM, Rated, latest_ratings, ratings
from dashboard.domain.benchmarks import BENCHMARKS
from dashboard.domain.disclosure import Count, Ratio
from dashboard.domain.publication import Benchmark, CostLine, Language
from dashboard.i18n import LANGUAGES, N_, _, in_language
from dashboard.reports.publish_blocks import Block, PartPlan, Persons
from dashboard.reports.report_input import ReportInput
from dashboard.reports.rounding import two_figures

PARTIES = {
    "client": N_("Clients who gave a trial 4 or 5 of 5"),
    "employer": N_("Employers who gave a trial 4 or 5 of 5"),
}
STATES: Mapping[str, Literal["met", "missed", "open"]] = {
    "reached": "met",
    "missed": "missed",
    "cannot_tell": "open",
}


@dataclass(frozen=True, slots=True)
class TargetPlan:
    """A target that will be shown, when its share may be."""

    key: str
    aim: int
    state: Literal["met", "missed", "open"]


@dataclass(frozen=True, slots=True)
class CostPlan:
    """Cost and benefit of the period, in two figures, and at which additionality it turns."""

    lines: tuple[CostLine, ...]
    turns_at: int | None


def targets(given: ReportInput, who: Persons) -> tuple[Block, tuple[TargetPlan, ...]]:
    """What clients and employers thought of the trials, against the unit's targets."""
    found = given.basis
    asked = ratings(found)
    parties: dict[str, Rated] = {"client": asked.client, "employer": asked.employer}
    blocks, plans = Block(), []
    for party, rated in parties.items():
        completed = found.trials & found.within(found.spells.end)
        given_ratings = latest_ratings(found, f"{party}_rating")
        answered = completed & ~np.isnan(given_ratings)
        clients = found.spells.client
        good = who.rows(
            f"targets.{party}.good", clients[answered & (given_ratings >= GOOD_FROM)], zero_tells=True
        )
        answers = who.rows(f"targets.{party}.answers", clients[answered])
        key = f"targets.{party}"
        blocks += Block(
            counts=(good, answers),
            ratios=(Ratio(key, good.key, answers.key),),
            extra=(PartPlan(key, key, answers.value),),
        )
        plans.append(TargetPlan(key, round(100 * rated.judgement.target), STATES[rated.judgement.state]))
    return blocks, tuple(plans)


def target_name(key: str) -> dict[Language, str]:
    """What is aimed at, in both languages."""
    return in_both(PARTIES[key.removeprefix("targets.")])


def quality(given: ReportInput, who: Persons) -> Block:
    """How much is known: of all clients, placements, completed trials and employers up to the day."""
    found, coded = given.basis, given.scope.coded
    clients, rows = coded.clients, coded.placements
    came = given.scope.has_client & (clients.enrolled <= found.on)
    begun = given.scope.has_placement & (rows.kind != STUDIES)
    trade = coded.world.placements["occupation"].notna().to_numpy()
    ended = found.trials & (found.spells.end <= found.on)
    told = found.spells.outcome != NOBODY
    employers = given.state.employers
    blocks = {
        "gender": (
            who.count("quality.gender", came & (clients.gender != NOBODY)),
            who.count("quality.gender.all", came),
        ),
        "occupation": (
            who.rows("quality.occupation", rows.client[begun & trade]),
            who.rows("quality.occupation.all", rows.client[begun]),
        ),
        "outcome": (
            who.rows("quality.outcome", found.spells.client[ended & told]),
            who.rows("quality.outcome.all", found.spells.client[ended]),
        ),
        "sector": (
            Count("quality.sector", int(employers["sni_code"].notna().sum())),
            Count("quality.sector.all", len(employers)),
        ),
    }
    return Block(
        counts=tuple(count for pair in blocks.values() for count in pair),
        ratios=tuple(
            Ratio(f"quality.{key}.share", part.key, whole.key) for key, (part, whole) in blocks.items()
        ),
        extra=tuple(
            PartPlan(f"quality.{key}", f"quality.{key}.share", whole.value)
            for key, (_part, whole) in blocks.items()
        ),
    )


def benchmarks() -> tuple[Benchmark, ...]:
    """What studies found, with source and caveat, in both languages."""
    return tuple(
        Benchmark(
            name=in_both(one.study),
            supported=round(100 * one.supported),
            others=round(100 * one.others),
            months=int(one.months),
            people=one.people,
            source=one.source,
            caveat=in_both(one.caveat),
        )
        for one in BENCHMARKS
    )


def costs(given: ReportInput, floor: int) -> CostPlan | None:
    """Cost and benefit to society; None while an assumption is missing or only an example, or few worked."""
    seen = judged(observed(given.basis), given.assumptions)[SOCIETY]
    if seen.balance is None or seen.examples or _workers(given.basis) < floor:
        return None
    lines = [CostLine(amount.key, round(two_figures(amount.kronor))) for amount in seen.balance.amounts]
    turn = seen.balance.turn.additionality
    return CostPlan(
        (*lines, CostLine(SOCIETY, round(two_figures(seen.balance.net)))),
        None if turn is None or turn > 1 else round(100 * two_figures(turn)),
    )


def _workers(found: Basis) -> int:
    rows = found.spells
    return len(np.unique(rows.client[found.employments & found.runs_within(rows.start, rows.end)]))


def in_both(msgid: str) -> dict[Language, str]:
    """A text in both languages."""
    told: dict[Language, str] = {}
    for code in LANGUAGES:
        with in_language(code):
            told["en" if code == "en" else "sv"] = _(msgid)
    return told
