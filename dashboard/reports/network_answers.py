"""The ready questions about the network, each with its numbers and the rows of its list.

An answer is numbers and keys; its words are made in `network_findings`, in the reader's language.
"""

import datetime as dt
from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.analysis.change import change_between
from dashboard.analysis.leaving import Leaving, if_coaches_leave
from dashboard.reports.access import Access
from dashboard.reports.network_answer import Answer, first_names, strong_ones, strongest_first
from dashboard.reports.network_placements import concentrated, stepping
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import QUESTIONS, PageState

DEFAULT_QUESTION = QUESTIONS[0]
CHANGES = ("new", "revived", "lost")
COOLED = ("cooling", "dormant")
_STRENGTHS = ("strong", "medium")


def answer(access: Access, page: PageState, question: str = "") -> Answer:
    """The answer to a question, or to the one that the page is open on."""
    asked = question or page.question or DEFAULT_QUESTION
    # Only one question depends on who is chosen to leave, and one on the period.
    scope = known(access, page)
    leaving = tuple(sorted(page.leaving)) if asked == "leaving" else ()
    period = page.period if asked == "concentrated" else None
    found: Answer = scope.results.get(
        ("answer", asked, leaving, period), lambda: _ANSWERS[asked](access, page, scope)
    )
    return found


def answers(access: Access, page: PageState) -> tuple[Answer, ...]:
    """The answers to all questions, for their tiles."""
    return tuple(answer(access, page, question) for question in QUESTIONS)


def leaving_coaches(scope: Known, page: PageState) -> tuple[str, ...]:
    """Who the question "if somebody leaves" is about: the chosen, else the one who leaves most alone."""
    chosen = tuple(coach for coach in scope.working if coach in page.leaving)
    if chosen:
        return chosen
    candidates = (page.coach,) if page.coach in scope.working else scope.working
    if not candidates:
        return ()
    alone = _single_pairs(scope)["coach_id"].value_counts()
    tied = scope.active["coach_id"].value_counts()
    return (max(candidates, key=lambda coach: (alone.get(coach, 0), tied.get(coach, 0))),)


def leaving(access: Access, page: PageState) -> Leaving:
    """What happens if those coaches leave, in the whole selection."""
    known_scope = known(access, page)
    coaches = leaving_coaches(known_scope, page)

    def make() -> Leaving:
        state = access.employer_state(page.units, page.programme, page.on)
        scope = access.scope(page.units, page.programme, page.on)
        return if_coaches_leave(state, scope, coaches, page.on, access.definitions)

    found: Leaving = known_scope.results.get(("leaving", coaches), make)
    return found


def quarter_before(day: dt.date) -> dt.date:
    """The same day three months earlier; in a shorter month, its last day.

    >>> quarter_before(dt.date(2026, 5, 31))
    datetime.date(2026, 2, 28)
    """
    return (pd.Timestamp(day) - pd.DateOffset(months=3)).date()


def _single_pairs(scope: Known) -> pd.DataFrame:
    """The ties of employers that have one only."""
    tied = scope.tied
    return scope.active[scope.active["employer_id"].isin(tied.index[tied["active_ties"] == 1])]


def _single_coach(_access: Access, _page: PageState, scope: Known) -> Answer:
    pairs = _single_pairs(scope)[["employer_id", "coach_id", "last_on"]]
    rows = strongest_first(pairs, scope)
    most = rows["coach_id"].value_counts(sort=True)
    heaviest = sorted(most.index, key=lambda coach: (-most[coach], coach))[:1]
    return Answer(
        "single_coach",
        rows,
        number=len(rows),
        of=len(scope.tied),
        strong=strong_ones(rows, scope),
        names=first_names(rows, scope),
        coaches=tuple(heaviest),
        counts={"most": int(most.max()) if len(most) else 0, "coaches": len(most)},
    )


def _shared(_access: Access, _page: PageState, scope: Known) -> Answer:
    several = scope.tied[scope.tied["active_ties"] > 1]
    rows = strongest_first(
        pd.DataFrame({"employer_id": several.index, "known_by": several["active_ties"].to_numpy()}), scope
    )
    # Of several known by as many, the strongest comes first.
    most = rows.sort_values("known_by", ascending=False, kind="stable")
    return Answer(
        "shared",
        rows,
        number=len(rows),
        of=len(scope.tied),
        strong=strong_ones(rows, scope),
        names=first_names(most, scope),
        counts={"most": int(rows["known_by"].max()) if len(rows) else 0},
    )


def _if_leaving(access: Access, page: PageState, scope: Known) -> Answer:
    coaches = leaving_coaches(scope, page)
    result = leaving(access, page)
    orphans = result.orphans[result.orphans.index.isin(scope.employers.index)]
    columns = ["due", "heir", "heir_reason", "heir_last_on"]
    rows = strongest_first(orphans[columns].rename_axis("employer_id").reset_index(), scope)
    theirs = scope.active["employer_id"][scope.active["coach_id"].isin(coaches)]
    return Answer(
        "leaving",
        rows,
        number=len(rows),
        of=theirs.nunique(),
        strong=strong_ones(rows, scope),
        names=first_names(rows, scope),
        coaches=coaches,
        counts={"placements": result.running_of_coach, "follow_ups": result.due_of_coach},
    )


def _cooling(_access: Access, _page: PageState, scope: Known) -> Answer:
    valued = scope.employers[scope.employers["level"].isin(_STRENGTHS)]
    cooled = valued[valued["warmth"].isin(COOLED)]
    rows = strongest_first(cooled.index.to_frame(index=False, name="employer_id"), scope)
    longest = cooled.sort_values("last_warm_on", kind="stable")[:1]
    return Answer(
        "cooling",
        rows,
        number=len(rows),
        of=len(valued),
        strong=strong_ones(rows, scope),
        names=tuple(longest["name"]),
        counts={"dormant": int((cooled["warmth"] == "dormant").sum())},
        since=longest["last_warm_on"].iloc[0].date() if len(longest) else None,
    )


def _strongest(_access: Access, _page: PageState, scope: Known) -> Answer:
    related = scope.employers[scope.employers["level"] != "none"]
    strong = related[related["level"] == "strong"]
    rows = strongest_first(strong.index.to_frame(index=False, name="employer_id"), scope)
    # Without a strong one, the sentence names the one that comes nearest.
    first = rows
    if rows.empty:
        first = strongest_first(related.index.to_frame(index=False, name="employer_id"), scope)
    top = scope.employers["strength"].reindex(first["employer_id"][:1])
    return Answer(
        "strongest",
        rows,
        number=len(rows),
        of=len(related),
        strong=len(rows),
        names=first_names(first, scope),
        counts={"top": round(float(top.iloc[0])) if len(top) else 0},
    )


def _changed(access: Access, page: PageState, scope: Known) -> Answer:
    before = quarter_before(page.on)
    change = change_between(access.employer_state(page.units, page.programme, before), scope.state)
    there = set(scope.employers.index)
    pairs = [
        (employer, coach, kind)
        for kind in CHANGES
        for coach, employer in sorted(getattr(change, kind))
        if employer in there and (page.coach is None or coach == page.coach)
    ]
    rows = pd.DataFrame(pairs, columns=["employer_id", "coach_id", "change"], dtype="str")
    last = scope.ties.set_index(["employer_id", "coach_id"])["last_on"]
    rows["last_on"] = last.reindex(pd.MultiIndex.from_frame(rows[["employer_id", "coach_id"]])).to_numpy()
    kept = sum(employer in there and page.coach in {None, coach} for coach, employer in change.kept)
    counts = {kind: int((rows["change"] == kind).sum()) for kind in CHANGES} | {"kept": kept}
    rows = strongest_first(rows, scope)
    gained = counts["new"] + counts["revived"]
    return Answer("changed", rows, number=gained, of=gained + kept, counts=counts, since=before)


_ANSWERS: Mapping[str, Callable[[Access, PageState, Known], Answer]] = {
    "single_coach": _single_coach,
    "shared": _shared,
    "leaving": _if_leaving,
    "cooling": _cooling,
    "strongest": _strongest,
    "changed": _changed,
    "stepping": stepping,
    "concentrated": concentrated,
}
