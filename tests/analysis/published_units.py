"""Invented units with everything that can be public of them, for the audit of what is published.

Persons have independent traits, so that small groups are common; none is anybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations as combinations_of
from itertools import product

import numpy as np

from dashboard.domain.disclosure import Count, Ratio, Sum, System, Within

Persons = frozenset[str]
GENDERS = ("woman", "man", "other")
STEPS = ("1", "2", "3", "4", "5", "none")
OUTCOMES = ("job", "extended", "other_place", "interrupted", "unknown")
OWNERSHIPS = ("private", "municipal", "region")
SECTORS = tuple("CFGHINQS")
WISHES = tuple("234589")
HALF_YEARS = ("2024-1", "2024-2", "2025-1", "2025-2", "2026-1", "2026-2")


@dataclass(frozen=True)
class Person:
    """One invented person: each trait is the name of a category, or None."""

    key: str
    gender: str
    step: str | None
    result: str | None
    half_year: str
    trial: str | None
    days_at_work: int | None
    at_risk_days: int
    ownership: str | None
    sector: str
    wish: str | None


def invented_persons(n: int, seed: int, first: int = 0) -> tuple[Person, ...]:
    """So many persons, the same for the same seed."""
    dice = np.random.default_rng(seed)

    def one_of(names: tuple[str, ...], *weights: float) -> str:
        return str(dice.choice(names, p=np.array(weights) / sum(weights) if weights else None))

    def person(number: int) -> Person:
        worked = dice.random() < 0.35
        return Person(
            key=f"K{first + number:05}",
            gender=one_of(GENDERS, 0.48, 0.48, 0.04),
            step=one_of(STEPS, 2, 3, 3, 2, 2, 1) if dice.random() < 0.75 else None,
            result="work" if worked else "studies" if dice.random() < 0.1 else None,
            half_year=one_of(HALF_YEARS),
            trial=one_of(OUTCOMES, 4, 3, 1, 2, 1) if dice.random() < 0.6 else None,
            days_at_work=int(dice.integers(20, 500)) if worked else None,
            at_risk_days=int(dice.integers(60, 600)),
            ownership=one_of(OWNERSHIPS, 6, 3, 1) if dice.random() < 0.8 else None,
            sector=one_of(SECTORS),
            wish=one_of(WISHES) if dice.random() < 0.5 else None,
        )

    return tuple(person(number) for number in range(n))


class Tables:
    """A system in the making."""

    def __init__(self, persons: tuple[Person, ...]) -> None:
        self.persons = persons
        self.counts: list[Count] = []
        self.sums: list[Sum] = []
        self.withins: list[Within] = []
        self.ratios: list[Ratio] = []
        self.unshown: set[str] = set()

    def count(self, key: str, which, tells: bool = False, shown: bool = True) -> str:
        members = frozenset(one.key for one in self.persons if which(one))
        self.counts.append(Count(key, len(members), members, tells))
        if not shown:
            self.unshown.add(key)
        return key

    def employers(self, key: str, value: int) -> None:
        self.counts.append(Count(key, value))

    def parts(self, total: str, prefix: str, names: tuple[str, ...], trait, tells: bool = False) -> None:
        keys = tuple(
            self.count(f"{prefix}.{name}", lambda one, name=name: trait(one) == name, tells) for name in names
        )
        self.sums.append(Sum(total, keys))

    def within(self, part: str, whole: str) -> None:
        self.withins.append(Within(part, whole))

    def share(self, key: str, part: str, whole: str) -> None:
        self.ratios.append(Ratio(key, part, whole))

    def system(self) -> System:
        return System(
            tuple(self.counts),
            tuple(self.sums),
            tuple(self.withins),
            tuple(self.ratios),
            frozenset(self.unshown),
        )


def unit(persons: tuple[Person, ...], seed: int = 0) -> System:
    """All twelve tables of a unit."""
    made = Tables(persons)
    made.count("people.served", lambda one: True)
    made.count("people.active", lambda one: one.step is not None)
    made.count("people.closed", lambda one: one.step is None)
    made.sums.append(Sum("people.served", ("people.active", "people.closed")))
    made.count("people.to_work", lambda one: one.result == "work")
    made.count("people.to_studies", lambda one: one.result == "studies")
    made.count("people.to_work_or_studies", lambda one: one.result is not None)
    made.sums.append(Sum("people.to_work_or_studies", ("people.to_work", "people.to_studies")))
    made.count("people.in_work", lambda one: (one.days_at_work or 0) > 300)
    made.within("people.to_work_or_studies", "people.served")
    made.within("people.in_work", "people.to_work")
    made.parts("people.active", "steps", STEPS, lambda one: one.step)
    made.parts("people.served", "gender", GENDERS, lambda one: one.gender)
    made.parts(
        "people.to_work_or_studies",
        "gender_results",
        GENDERS,
        lambda one: one.gender if one.result else None,
        True,
    )
    for gender in GENDERS:
        made.share(f"gender_results.share.{gender}", f"gender_results.{gender}", f"gender.{gender}")
    made.count("trials.completed", lambda one: one.trial is not None)
    made.within("trials.completed", "people.served")
    made.parts("trials.completed", "trials", OUTCOMES, lambda one: one.trial)
    made.count("trials.success", lambda one: one.trial in {"job", "extended"}, True, shown=False)
    made.sums.append(Sum("trials.success", ("trials.job", "trials.extended")))
    made.share("trials.share.success", "trials.success", "trials.completed")
    made.share("trials.share.interrupted", "trials.interrupted", "trials.completed")
    wider = "people.to_work"
    for days in (90, 182, 365):
        risk = made.count(
            f"retention.{days}",
            lambda one, days=days: one.days_at_work is not None and one.at_risk_days >= days,
        )
        still = made.count(
            f"retention.{days}.still",
            lambda one, days=days: (
                one.days_at_work is not None and days <= min(one.at_risk_days, one.days_at_work)
            ),
            True,
            shown=False,
        )
        made.within(risk, wider)
        made.share(f"retention.share.{days}", still, risk)
        wider = risk
    made.parts(
        "people.to_work_or_studies",
        "half_years",
        HALF_YEARS,
        lambda one: one.half_year if one.result else None,
    )
    made.count("placements.begun", lambda one: one.ownership is not None, shown=False)
    made.within("placements.begun", "people.served")
    made.parts("placements.begun", "employer_kinds.ownership", OWNERSHIPS, lambda one: one.ownership)
    made.parts("placements.begun", "employer_kinds.sector", SECTORS, lambda one: one.ownership and one.sector)
    for name in WISHES:
        wish = made.count(f"wishes.{name}", lambda one, name=name: one.step is not None and one.wish == name)
        made.within(wish, "people.active")
    dice = np.random.default_rng(seed)
    for rung in range(6):
        made.employers(f"rungs.{rung}", int(dice.integers(0, 40)))
    for half_year in HALF_YEARS:
        for name in ("known", "met", "trial", "job"):
            made.employers(f"growth.{half_year}.{name}", int(dice.integers(0, 80)))
    for area in range(10):
        made.employers(f"areas.{area:04}", int(dice.integers(0, 30)))
    return made.system()


TRAITS = {"gender": 2, "age": 3, "support": 4, "result": 3}


def crossed(n: int, seed: int) -> System:
    """Every two of four traits of so many persons against each other: six tables that hang together.

    Readers know that one person has one of each trait, so every cell is a sum of some of the 72 combinations.
    Those are no groups that anything is shown of, only what the tables are made of.
    """
    dice = np.random.default_rng(seed)
    combinations = list(product(*(range(size) for size in TRAITS.values())))
    rows = [tuple(int(dice.integers(size)) for size in TRAITS.values()) for _person in range(n)]
    counts = [Count(_cell(enumerate(one)), rows.count(one)) for one in combinations]
    sums = []
    for first, second in combinations_of(range(len(TRAITS)), 2):
        sizes = list(TRAITS.values())
        for one, other in product(range(sizes[first]), range(sizes[second])):
            who = [f"K{n}" for n, row in enumerate(rows) if (row[first], row[second]) == (one, other)]
            key = _cell([(first, one), (second, other)])
            counts.append(Count(key, len(who), frozenset(who)))
            parts = tuple(
                _cell(enumerate(each)) for each in combinations if (each[first], each[second]) == (one, other)
            )
            sums.append(Sum(key, parts))
    unshown = frozenset(_cell(enumerate(one)) for one in combinations)
    return System(tuple(counts), tuple(sums), unshown=unshown)


def _cell(traits: Iterable[tuple[int, int]]) -> str:
    names = list(TRAITS)
    return " ".join(f"{names[trait]}{value}" for trait, value in traits)
