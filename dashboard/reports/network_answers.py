"""The ready questions about the network, each with its numbers and the rows of its list.

An answer is numbers and keys; its words are made in `network_findings`, in the reader's language.
"""

from collections.abc import Callable, Hashable, Mapping

import pandas as pd

from dashboard.analysis.leaving import Leaving, if_coaches_leave
from dashboard.reports.access import Access
from dashboard.reports.network_answer import Answer, first_names, strong_ones, strongest_first
from dashboard.reports.network_changed import changed, compared_with
from dashboard.reports.network_placements import concentrated, stepping
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import QUESTIONS, PageState

DEFAULT_QUESTION = QUESTIONS[0]
COOLED = ("cooling", "dormant")
_STRENGTHS = ("strong", "medium")


def answer(access: Access, page: PageState, question: str = "") -> Answer:
    """The answer to a question, or to the one that the page is open on."""
    asked = question or page.question or DEFAULT_QUESTION
    scope = known(access, page)
    key = ("answer", asked, _depends_on(page, asked))
    found: Answer = scope.results.get(key, lambda: _ANSWERS[asked](access, page, scope))
    return found


def _depends_on(page: PageState, question: str) -> Hashable:
    """What a question asks the address for, besides the filters."""
    if question == "leaving":
        return tuple(sorted(page.leaving))
    if question == "changed":
        return compared_with(page), page.change
    return page.period if question == "concentrated" else None


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
    found: str = scope.results.get(("leaves most alone", candidates), lambda: _leaves_most(scope, candidates))
    return (found,)


def _leaves_most(scope: Known, candidates: tuple[str, ...]) -> str:
    alone = _single_pairs(scope)["coach_id"].value_counts()
    tied = scope.active["coach_id"].value_counts()
    return max(candidates, key=lambda coach: (alone.get(coach, 0), tied.get(coach, 0)))


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


_ANSWERS: Mapping[str, Callable[[Access, PageState, Known], Answer]] = {
    "single_coach": _single_coach,
    "shared": _shared,
    "leaving": _if_leaving,
    "cooling": _cooling,
    "strongest": _strongest,
    "changed": changed,
    "stepping": stepping,
    "concentrated": concentrated,
}
