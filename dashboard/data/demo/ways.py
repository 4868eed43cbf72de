"""The ways of the clients that no story is about: who comes, what is tried, and how it ends."""

import random
from collections.abc import Mapping
from typing import Literal

from dashboard.data.demo.coaches import (
    ANNA,
    BILAL,
    CARINA,
    DANIEL,
    DANIEL_STARTED,
    ELIN,
    ELIN_STARTED,
    FRIDA,
    FRIDA_LEFT,
)
from dashboard.data.demo.plans import Stay, Way
from dashboard.domain.vocabulary import TRIAL_KINDS

Goal = Literal["early", "between", "in_trial", "in_work", "in_studies", "to_work", "to_studies", "ended"]
ACTIVE: dict[str, tuple[Goal, ...]] = {
    ANNA: ("in_work", "in_trial", "between", "early"),
    BILAL: ("in_work", "in_work", "in_trial", "early"),
    CARINA: (*("in_trial",) * 8, *("in_work",) * 5, "in_studies", "between", "between", "early", "early"),
    DANIEL: ("in_work", "in_trial", "in_studies", "between", "early"),
    ELIN: ("in_work", "in_work", "in_trial", "in_trial", "between", "early"),
}
CLOSED: dict[str, tuple[Goal, ...]] = {
    ANNA: ("to_work", "to_work", "to_studies", "ended"),
    BILAL: ("to_work", "to_work", "ended", "ended"),
    CARINA: ("to_work", "to_studies", "ended"),
    DANIEL: ("to_work", "to_work", "ended", "ended"),
    FRIDA: ("to_work", "to_work", "to_studies", "ended", "ended", "ended"),
}
WAITING = (9, 17, 26, 41, 58, 83, 120, 171)
"""Ages of the applications of those who wait."""
RETURNS = 4
FIRST_ENROLMENT = 1080

ENDINGS = {
    "no_job": 30,
    "new_placement": 20,
    "interrupted_client": 18,
    "interrupted_other": 12,
    "interrupted_employer": 8,
    "": 4,
}
CONTRACTS = {"permanent": 30, "fixed_term": 26, "probation": 20, "hourly": 14, "": 10}
SUBSIDIES = {"wage_subsidy": 36, "none": 28, "new_start": 12, "introduction": 8, "sheltered": 4, "": 12}


def drawn(rng: random.Random, weights: Mapping[str, int]) -> str | None:
    """One of the words as often as its weight says; the empty word is nothing."""
    return rng.choices(tuple(weights), tuple(weights.values()))[0] or None


def invent_ways(rng: random.Random) -> list[Way]:
    """The ways of all clients that belong to no story, those who wait last."""
    ways = []
    returning = 0
    for coach_id, goals in ACTIVE.items():
        for goal in goals:
            returns = goal == "early" and returning < RETURNS
            returning += returns
            ways.append(_active_way(rng, coach_id, goal, returns))
    gone = 0
    for coach_id, goals in CLOSED.items():
        for goal in goals:
            may_return = goal == "ended" and gone < RETURNS
            gone += may_return
            ways.append(_closed_way(rng, coach_id, goal, may_return))
    return ways + [Way(None, None, age) for age in WAITING]


def _active_way(rng: random.Random, coach_id: str, goal: Goal, returns: bool) -> Way:
    chain = _running_chain(rng, goal)
    begins = chain[0].start if chain else rng.randint(5, 25)
    before = rng.randint(25, 90) if goal == "early" else rng.randint(60, 420)
    enrolled = min(begins + before, FIRST_ENROLMENT)
    tried = () if goal == "early" else attempts(rng, enrolled - rng.randint(25, 75), begins + 10)
    earlier, changed = _earlier_coach(rng, coach_id, enrolled)
    return Way(
        coach_id,
        enrolled,
        enrolled + rng.randint(10, 90) if returns or rng.random() < 0.9 else None,
        (*tried, *chain),
        earlier_coach_id=earlier,
        changed=changed,
        returns=returns,
    )


def _earlier_coach(rng: random.Random, coach_id: str, enrolled: int) -> tuple[str | None, int]:
    """Daniel and Elin took over their oldest clients from Frida, and so did others when Frida left."""
    if coach_id == ELIN and enrolled > ELIN_STARTED - 10:
        return FRIDA, rng.randint(FRIDA_LEFT + 10, ELIN_STARTED - 20)
    if coach_id == DANIEL and enrolled > DANIEL_STARTED - 10:
        return FRIDA, DANIEL_STARTED - 20
    if coach_id in (BILAL, DANIEL) and enrolled > FRIDA_LEFT + 60 and rng.random() < 0.4:
        return FRIDA, FRIDA_LEFT + 8
    return None, 0


def _running_chain(rng: random.Random, goal: Goal) -> tuple[Stay, ...]:
    """The stays that lead to where the client is on the day."""
    if goal == "in_trial":
        start = rng.randint(16, 75)
        return (*_visit_before(rng, start), _trial(rng, start, None, planned_end=-rng.randint(12, 60)))
    if goal == "in_work":
        return _trial_and_job(rng, rng.choice((rng.randint(20, 180), rng.randint(60, 560))))
    if goal == "in_studies":
        start = rng.randint(40, 200)
        return (_trial(rng, start + 90, start + 15, "studies"), _studies(start, planned_end=start - 300))
    if goal == "early" and rng.random() < 0.5:
        age = rng.randint(2, 15)
        return (Stay("study_visit", age, age),)
    return ()


def _closed_way(rng: random.Random, coach_id: str, goal: Goal, may_return: bool) -> Way:
    youngest = FRIDA_LEFT + 25 if coach_id == FRIDA else 15
    oldest = 420 if coach_id == DANIEL else 560
    closed = rng.randint(480, 600) if may_return else rng.randint(youngest, max(oldest, youngest + 60))
    chain: tuple[Stay, ...] = ()
    reason = rng.choice(("health", "moved", "own_request", "other"))
    if goal == "to_work":
        chain, reason = _trial_and_job(rng, closed + rng.randint(60, 200), closed), "employment"
    elif goal == "to_studies":
        start = closed + rng.randint(20, 60)
        chain = (_trial(rng, start + 80, start + 12, "studies"), _studies(start, start - 250, start - 250))
        reason = "studies"
    begins = chain[0].start if chain else closed + 10
    limit = DANIEL_STARTED - 30 if coach_id == DANIEL else FIRST_ENROLMENT
    enrolled = min(begins + rng.randint(90, 380), limit)
    tried = attempts(rng, enrolled - rng.randint(25, 75), begins + 10)
    applied = enrolled + rng.randint(10, 90)
    return Way(coach_id, enrolled, applied, (*tried, *chain), closed, reason, may_return=may_return)


def _studies(start: int, planned_end: int, ends: int | None = None) -> Stay:
    """Studies; an end that lies ahead has not happened."""
    ended = ends if ends is not None and ends > 0 else None
    return Stay("studies", start, ended, planned_end=planned_end, outcome="no_job" if ended else None)


def _trial(
    rng: random.Random,
    start: int,
    end: int | None,
    outcome: str | None = None,
    planned_end: int | None = None,
) -> Stay:
    planned = end if planned_end is None else planned_end
    return Stay(rng.choice(TRIAL_KINDS), start, end, outcome=outcome, planned_end=planned)


def _visit_before(rng: random.Random, start: int) -> tuple[Stay, ...]:
    """The study visit or tasting that many trials begin with."""
    age = start + rng.randint(14, 30)
    kind = rng.random()
    if kind < 0.35:
        return (Stay("study_visit", age, age),)
    return (Stay("job_tasting", age, age - 9),) if kind < 0.5 else ()


def _trial_and_job(rng: random.Random, start: int, known_until: int = 0) -> tuple[Stay, ...]:
    """A trial that ends in the employment that starts on the given age, mostly at the same employer."""
    end = start + rng.randint(0, 10)
    tried = _trial(rng, end + rng.randint(45, 120), end, "employment")
    same = rng.random() < 0.8
    contract, subsidy = drawn(rng, CONTRACTS), drawn(rng, SUBSIDIES)
    first = Stay("employment", start, None, at_last=same, contract=contract, subsidy=subsidy)
    if contract != "fixed_term" or start - known_until < 200:
        return (tried, first)
    until = start - 182
    renewed = Stay("employment", until - 1, None, at_last=True, contract="fixed_term", subsidy=subsidy)
    ended = Stay(
        "employment", start, until, at_last=same, outcome="extended", contract=contract, subsidy=subsidy
    )
    return (tried, ended, renewed)


def attempts(rng: random.Random, oldest: int, youngest: int) -> tuple[Stay, ...]:
    """What was tried between two ages and did not last: visits, tastings, trials, and a job now and then."""
    stays: list[Stay] = []
    age = oldest
    while age - youngest > 25:
        choice = rng.random()
        room = age - youngest
        if choice < 0.24:
            stays.append(Stay("study_visit", age, age))
            age -= rng.randint(20, 50)
        elif choice < 0.4:
            stays.append(Stay("job_tasting", age, age - rng.randint(4, 12)))
            age -= rng.randint(25, 60)
        elif choice < 0.5 and room > 240:
            length = rng.randint(50, 200)
            stays.append(_lost_job(rng, age, age - length))
            age -= length + rng.randint(30, 70)
        elif room > 70:
            trials = _failed_trials(rng, age, room)
            stays += trials
            age = (trials[-1].end or 0) - rng.randint(25, 80)
        else:
            break
    return tuple(stays)


def _lost_job(rng: random.Random, start: int, end: int) -> Stay:
    outcome = rng.choice(("no_job", "no_job", "interrupted_client", "interrupted_other"))
    contract = rng.choice(("fixed_term", "hourly", "probation"))
    return Stay("employment", start, end, outcome=outcome, contract=contract, subsidy=drawn(rng, SUBSIDIES))


def _failed_trials(rng: random.Random, start: int, room: int) -> list[Stay]:
    """A trial that did not lead to work; now and then it was first extended."""
    planned = rng.choice((56, 84, 84, 112))
    outcome = drawn(rng, ENDINGS)
    broken = outcome is not None and outcome.startswith("interrupted")
    length = min(rng.randint(10, planned - 10) if broken else planned, room - 12)
    kind = rng.choice(TRIAL_KINDS)
    end = start - length
    if broken or room < 170 or rng.random() > 0.15:
        return [Stay(kind, start, end, outcome=outcome, planned_end=start - planned)]
    more = end - 1 - min(56, room - length - 14)
    return [
        Stay(kind, start, end, outcome="extended", planned_end=end),
        Stay(kind, end - 1, more, at_last=True, outcome=outcome, planned_end=more),
    ]
