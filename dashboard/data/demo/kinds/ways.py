"""The ways of the clients: admitted alone or together, tried once or more, then in work, studies or gone."""

import random
from collections.abc import Iterator

from dashboard.data.demo.kinds.kind import Kind, UnitPlan
from dashboard.data.demo.plans import Stay, Way
from dashboard.data.demo.ways import CONTRACTS, ENDINGS, SUBSIDIES, drawn
from dashboard.domain.vocabulary import TRIAL_KINDS

OLDEST = 900
"""Age of the first enrolment."""
MOST_TRIED = 3
STUDIES = 0.2
"""How often a trial that leads on leads to studies."""
STAYS = 0.75
"""How often an employment still runs."""


def ways(rng: random.Random, kind: Kind, unit: UnitPlan) -> Iterator[Way]:
    """A way for each client of a unit, those who wait last."""
    for number in range(unit.clients):
        coach = f"{unit.key}{1 + number % len(unit.coaches)}"
        yield _way(rng, unit, coach, _enrolled(rng, kind, number))
    for _number in range(kind.waiting):
        yield Way(None, None, rng.randint(6, 170))


def _enrolled(rng: random.Random, kind: Kind, number: int) -> int:
    """The age at enrolment: of a course one of its days, the newest round as large as the others."""
    if kind.rounds and rng.random() < 0.92:
        return kind.rounds[number % len(kind.rounds)]
    return rng.randint(20, OLDEST)


def _way(rng: random.Random, unit: UnitPlan, coach: str, enrolled: int) -> Way:
    stays: list[Stay] = []
    age = enrolled - rng.randint(15, 70)
    for _attempt in range(MOST_TRIED):
        if age < 3:
            break
        stays += _visit(rng, age)
        tried = _trial(rng, unit, age - rng.randint(8, 25))
        if tried is None:
            break
        stays += tried
        last = stays[-1]
        if last.end is None or last.kind in {"employment", "studies"}:
            break
        age = last.end - rng.randint(15, 60)
    closed, reason = _closing(rng, stays, age)
    applied = enrolled + rng.randint(10, 80)
    return Way(coach, enrolled, applied, tuple(stays), closed, reason)


def _visit(rng: random.Random, age: int) -> list[Stay]:
    if rng.random() < 0.4:
        return [Stay("study_visit", age, age)]
    return []


def _trial(rng: random.Random, unit: UnitPlan, start: int) -> list[Stay] | None:
    """A trial and what it led to; None when it would begin after the day."""
    if start < 1:
        return None
    kind, length = rng.choice(TRIAL_KINDS), rng.randint(35, 100)
    end = start - length
    if end <= 0:
        return [Stay(kind, start, planned_end=end - 7)]
    if rng.random() < unit.success:
        return _led_on(rng, Stay(kind, start, end, planned_end=end), end)
    outcome = drawn(rng, ENDINGS)
    broken = (outcome or "").startswith("interrupted")
    ended = start - rng.randint(8, length) if broken else end
    return [Stay(kind, start, ended, outcome=outcome, planned_end=end)]


def _led_on(rng: random.Random, trial: Stay, end: int) -> list[Stay]:
    """The trial that led on, with the employment or the studies after it."""
    begins = max(end - rng.randint(0, 10), 1)
    if rng.random() < STUDIES:
        studies = Stay("studies", begins, None, planned_end=begins - 300)
        return [_with(trial, "studies"), studies]
    ends = begins - rng.randint(40, 300)
    over = rng.random() > STAYS and ends > 0
    job = Stay(
        "employment",
        begins,
        ends if over else None,
        at_last=rng.random() < 0.8,
        outcome="no_job" if over else None,
        contract=drawn(rng, CONTRACTS),
        subsidy=drawn(rng, SUBSIDIES),
    )
    return [_with(trial, "employment"), job]


def _with(trial: Stay, outcome: str) -> Stay:
    return Stay(trial.kind, trial.start, trial.end, outcome=outcome, planned_end=trial.planned_end)


def _closing(rng: random.Random, stays: list[Stay], age: int) -> tuple[int | None, str | None]:
    """When and why a client left: some with a lasting job, some whose trials led nowhere."""
    last = stays[-1] if stays else None
    if last is not None and last.end is None:
        settled = last.kind == "employment" and last.start > 260 and rng.random() < 0.6
        return (last.start - 200, "employment") if settled else (None, None)
    closing = min(age, last.end if last and last.end is not None else age) - rng.randint(10, 60)
    if closing > 5 and rng.random() < 0.7:
        return closing, rng.choice(("health", "moved", "own_request", "other"))
    return None, None
