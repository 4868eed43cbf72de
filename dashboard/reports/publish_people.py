"""The public tables of persons: who has support, on which step, women and men, and who got to work."""

import datetime as dt

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.by_gender import served
from dashboard.analysis.clients import latest_steps, went_to_studies, went_to_work
from dashboard.analysis.coded import Flags
from dashboard.analysis.suppression import half_year
from dashboard.domain.disclosure import Count, Ratio, Sum, Within
from dashboard.domain.period import Period
from dashboard.domain.vocabulary import GENDERS, STEPS
from dashboard.reports.publish_blocks import (
    Block,
    PartPlan,
    Persons,
    TablePlan,
    same_or,
    within_where_true,
)
from dashboard.reports.report_input import ReportInput

PEOPLE = ("served", "active", "enrolled", "closed", "to_work", "to_studies", "to_work_or_studies", "in_work")
MOST_HALVES = 6
REACHED = "people.to_work_or_studies"


def people(given: ReportInput, who: Persons) -> Block:
    """Clients served, active, new and closed, and who got to work or studies."""
    found = given.basis
    everybody, active = served(found), found.scope.active_client
    work, studies = went_to_work(found), went_to_studies(found)
    shown = (
        who.count("people.served", everybody),
        who.count("people.active", active),
        who.count("people.enrolled", found.enrolled_in_period),
        who.count("people.closed", found.scope.has_client & found.within(found.scope.coded.clients.closed)),
        who.count("people.to_work", work, zero_tells=True),
        who.count("people.to_studies", studies, zero_tells=True),
        who.count(REACHED, work | studies, zero_tells=True),
        who.count("people.in_work", found.employed_now, zero_tells=True),
    )
    by_key = {count.key: count for count in shown}
    # What readers can work out: who left, who was there before, and the parts of work and studies.
    left = same_or(by_key["people.closed"], who.count("people.left", everybody & ~active))
    new = same_or(by_key["people.enrolled"], who.count("people.new", everybody & found.enrolled_in_period))
    before = who.count("people.before", everybody & ~found.enrolled_in_period)
    of_served = _reached_of_served(who, everybody, work | studies)
    parts = (
        who.count("people.work_alone", work & ~studies),
        who.count("people.studies_alone", studies & ~work),
        who.count("people.both", work & studies),
    )
    share = "people.to_work_or_studies.share"
    return Block(
        counts=(*shown, *parts, left, new, before, of_served),
        sums=(
            Sum("people.served", ("people.active", left.key)),
            Sum("people.served", ("people.before", new.key)),
            Sum("people.to_work", ("people.work_alone", "people.both")),
            Sum("people.to_studies", ("people.studies_alone", "people.both")),
            Sum(REACHED, tuple(part.key for part in parts)),
        ),
        withins=tuple(
            within
            for part in ("enrolled", "closed", "to_work", "to_studies", "to_work_or_studies", "in_work")
            for within in within_where_true(shown, f"people.{part}", "people.served")
        )
        + within_where_true(shown, "people.in_work", "people.active"),
        ratios=(Ratio(share, of_served.key, "people.served"),),
        tables=(
            TablePlan(
                "people",
                tuple((key, f"people.{key}") for key in PEOPLE),
                (
                    PartPlan(
                        "to_work_or_studies",
                        share,
                        by_key["people.served"].value,
                        ("people.served",),
                        of_served.key,
                    ),
                ),
            ),
        ),
    )


def _reached_of_served(who: Persons, everybody: Flags, reached: Flags) -> Count:
    """Who got to work or studies while being served: nearly always everybody who did."""
    all_of_them = who.count(REACHED, reached, zero_tells=True)
    return same_or(all_of_them, who.count("people.reached_of_served", everybody & reached, zero_tells=True))


def steps(given: ReportInput, who: Persons) -> Block:
    """Active clients by the step that they entered last."""
    found = given.basis
    active, latest = found.scope.active_client, latest_steps(found)
    keys = [(str(step), step) for step in STEPS] + [("none", 0)]
    counts = tuple(who.count(f"steps.{key}", active & (latest == step)) for key, step in keys)
    return Block(
        counts=counts,
        sums=(Sum("people.active", tuple(count.key for count in counts)),),
        tables=(TablePlan("steps", tuple((key, f"steps.{key}") for key, _step in keys)),),
    )


def _genders(found: Basis) -> dict[str, Flags]:
    """Women, men, and all others together: those of another gender are few, and so are the unknown."""
    gender = found.scope.coded.clients.gender
    known = {word: gender == GENDERS.index(word) for word in ("woman", "man")}
    return known | {"other": ~(known["woman"] | known["man"])}


def gender(given: ReportInput, who: Persons) -> Block:
    """Clients served by gender."""
    everybody = served(given.basis)
    counts = tuple(
        who.count(f"gender.{key}", everybody & flags) for key, flags in _genders(given.basis).items()
    )
    return Block(
        counts=counts,
        sums=(Sum("people.served", tuple(count.key for count in counts)),),
        tables=(TablePlan("gender", _cells("gender", counts)),),
    )


def gender_results(given: ReportInput, who: Persons) -> Block:
    """Who got to work or studies by gender, and as shares of those served."""
    found = given.basis
    everybody, reached = served(found), went_to_work(found) | went_to_studies(found)
    counts, parts, wholes = [], [], {}
    for key, flags in _genders(found).items():
        counts.append(who.count(f"gender_results.{key}", reached & flags, zero_tells=True))
        of_served = who.count(f"gender_results.{key}.of_served", everybody & reached & flags, zero_tells=True)
        parts.append(same_or(counts[-1], of_served))
        wholes[key] = who.count(f"gender.{key}", everybody & flags)
    there = [key for key, whole in wholes.items() if whole.value]
    part_of = dict(zip(wholes, parts, strict=True))
    return Block(
        counts=(*counts, *parts, *wholes.values()),
        sums=(
            Sum(REACHED, tuple(count.key for count in counts)),
            Sum(_reached_of_served(who, everybody, reached).key, tuple(part.key for part in parts)),
        ),
        ratios=tuple(
            Ratio(f"gender_results.{key}.share", part_of[key].key, f"gender.{key}") for key in there
        ),
        tables=(
            TablePlan(
                "gender_results",
                _cells("gender_results", tuple(counts)),
                tuple(
                    PartPlan(
                        key,
                        f"gender_results.{key}.share",
                        wholes[key].value,
                        (f"gender.{key}",),
                        part_of[key].key,
                    )
                    for key in there
                ),
            ),
        ),
    )


def _cells(table: str, counts: tuple[Count, ...]) -> tuple[tuple[str, str], ...]:
    """The cells of counts by gender; there is no row of others where there are none."""
    keys = [(count.key.removeprefix(f"{table}."), count) for count in counts]
    return tuple((key, count.key) for key, count in keys if key != "other" or count.value)


def halves_to(last: dt.date, since: dt.date) -> tuple[Period, ...]:
    """The half-years that end with a day, at most six, none before the one that holds another day."""
    found = [half_year(last)]
    while len(found) < MOST_HALVES and found[0].first > since:
        found.insert(0, half_year(found[0].first - dt.timedelta(days=1)))
    return tuple(found)


def name_of_half(half: Period) -> str:
    """Year and half: `2026-1`."""
    return f"{half.first.year}-{1 if half.first.month == 1 else 2}"


def half_years(given: ReportInput, who: Persons, halves: tuple[Period, ...]) -> Block:
    """Who got to work or studies in each half-year."""
    flags = {half: _reached(basis(given.scope, half, given.definitions)) for half in halves}
    whole = who.count(REACHED, _reached(given.basis), zero_tells=True)
    counts = {
        half: same_or(whole, who.count(f"half_years.{name_of_half(half)}", each, zero_tells=True))
        if half == given.period
        else who.count(f"half_years.{name_of_half(half)}", each, zero_tells=True)
        for half, each in flags.items()
    }
    inside = [half for half in halves if given.period.first <= half.first and half != given.period]
    block = Block(
        counts=(whole, *counts.values()),
        withins=tuple(Within(counts[half].key, REACHED) for half in inside),
        tables=(
            TablePlan("half_years", tuple((name_of_half(half), count.key) for half, count in counts.items())),
        ),
    )
    if len(inside) != 2 or given.period.first < inside[0].first:
        return block
    # Two halves and their whole tell how many are in both.
    one, other = (flags[half] for half in inside)
    atoms = (
        who.count("half_years.first", one & ~other),
        who.count("half_years.both", one & other),
        who.count("half_years.second", other & ~one),
    )
    return block + Block(
        counts=atoms,
        sums=(
            Sum(counts[inside[0]].key, ("half_years.first", "half_years.both")),
            Sum(counts[inside[1]].key, ("half_years.second", "half_years.both")),
            Sum(REACHED, tuple(atom.key for atom in atoms)),
        ),
    )


def _reached(found: Basis) -> Flags:
    return went_to_work(found) | went_to_studies(found)
