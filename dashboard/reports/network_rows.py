"""The list beside the picture: the rows of a question, searched, sorted and paged on the server."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.i18n import sort_key
from dashboard.reports.access import Access
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_answers import answer
from dashboard.reports.network_findings import change_word
from dashboard.reports.network_scope import Known, known
from dashboard.reports.state import PageState

PAGE_SIZE = 25
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "single_coach": ("name", "rung", "strength", "warmth", "running", "coach", "last"),
    "leaving": ("name", "rung", "strength", "running", "due", "heir"),
    "cooling": ("name", "rung", "strength", "warmth", "last", "coaches"),
    "strongest": ("name", "rung", "strength", "warmth", "running", "coaches"),
    "changed": ("name", "change", "coach", "rung", "strength", "last"),
    "shared": ("name", "known_by", "rung", "strength", "warmth", "coaches", "last"),
    "stepping": ("name", "went_on", "to", "rung", "warmth", "ask", "last"),
    "concentrated": ("name", "placed", "share", "rung", "strength", "running", "coaches"),
}
"""The columns of each question's list; each is sorted by its own key, the coaches of many are not."""
UNSORTED = frozenset({"coaches", "to"})
_OWN_ORDER = {"stepping": "-went_on", "concentrated": "-placed"}
"""The order of a question's list where it is not the strongest first."""
_OF_THE_ROW = frozenset({"due", "known_by", "went_on", "placed", "share"})
"""Numbers that stand in the rows of the answer."""
_SAID = ("name", "rung", "strength", "level", "warmth", "running", "last_warm_on")
WARMTH_ORDER = {"active": 3, "cooling": 2, "dormant": 1, "never": 0}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the list. What a question has no column for stays empty.

    Attributes:
        last_on: the last contact that the question is about: with the coach, or a warm one with anybody.
        coach: the name of the coach of the row.
        coaches: the names of all coaches with an active tie.
        due: due follow-ups at the employer.
        heir: the name of the suggested heir, and why: "tie" or "caseload".
        change: "new", "revived" or "lost".
        known_by: how many coaches have an active tie.
        went_on: clients who went on from there to a job elsewhere, of `placed` whose time there is over.
        placed: those; or the placements of the period.
        share: their share of all.
        to: the names of the employers that clients went on to.
    """

    employer_id: str
    name: str
    rung: int
    strength: float
    level: str
    warmth: str
    running: int
    last_on: dt.date | None = None
    coach: str = ""
    coaches: tuple[str, ...] = ()
    due: int = 0
    heir: str = ""
    heir_reason: str = ""
    heir_last_on: dt.date | None = None
    change: str = ""
    known_by: int = 0
    went_on: int = 0
    placed: int = 0
    share: float = 0.0
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of the list.

    Attributes:
        question: whose list it is.
        rows: the rows of the page.
        found: how many rows the search leaves.
        of: how many the question has.
        page: which page it is, from 1; the last one when a later was asked for.
        sort: the order it is in: a column, with a minus for falling.
    """

    question: str
    rows: tuple[ListRow, ...]
    found: int
    of: int
    page: int
    sort: str


def list_page(access: Access, page: PageState) -> ListPage:
    """The page of the list that the address asks for."""
    asked, scope = answer(access, page), known(access, page)
    rows = _ordered(access, page, asked, scope)
    number = min(page.page, max(1, -(-len(rows) // PAGE_SIZE)))
    part = rows.iloc[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    shown = list_rows(part, scope, asked)
    return ListPage(asked.question, shown, len(rows), len(asked.rows), number, sort_of(page, asked))


def all_rows(access: Access, page: PageState) -> tuple[ListRow, ...]:
    """Every row that the address asks for, in its order, for a file."""
    asked, scope = answer(access, page), known(access, page)
    return list_rows(_ordered(access, page, asked, scope), scope, asked)


def sort_of(page: PageState, asked: Answer) -> str:
    """The order in force: as asked for when the question has the column, else the question's own."""
    column = (page.sort or "").removeprefix("-")
    possible = column in COLUMNS[asked.question] and column not in UNSORTED
    return page.sort or "" if possible else _OWN_ORDER.get(asked.question, "-strength")


def list_rows(part: pd.DataFrame, scope: Known, asked: Answer) -> tuple[ListRow, ...]:
    """Rows of an answer with what the list says of their employers."""
    employers = scope.employers[list(_SAID)].loc[part["employer_id"]]
    own, coaches = part.to_dict("records"), scope.coaches_of(employers.index)
    return tuple(
        _list_row(row, own_row, scope, coaches)
        for row, own_row in zip(employers.itertuples(), own, strict=True)
    )


def _list_row(row: Any, own: Any, scope: Known, coaches: Mapping[str, tuple[str, ...]]) -> ListRow:
    return ListRow(
        employer_id=row.Index,
        name=row.name,
        rung=int(row.rung),
        strength=float(row.strength),
        level=row.level,
        warmth=row.warmth,
        running=int(row.running),
        last_on=day_or_none(own.get("last_on", row.last_warm_on)),
        coach=_name(own.get("coach_id"), scope),
        coaches=coaches.get(row.Index, ()),
        due=int(own.get("due", 0)),
        heir=_name(own.get("heir"), scope),
        heir_reason=_text(own.get("heir_reason")),
        heir_last_on=day_or_none(own.get("heir_last_on")),
        change=_text(own.get("change")),
        known_by=int(own.get("known_by", 0)),
        went_on=int(own.get("went_on", 0)),
        placed=int(own.get("placed", 0)),
        share=float(own.get("share", 0.0)),
        to=own.get("to", ()),
    )


def _ordered(access: Access, page: PageState, asked: Answer, scope: Known) -> pd.DataFrame:
    rows = asked.rows
    if page.text:
        rows = rows[rows["employer_id"].isin(_matching(scope, page.text))]
    order = sort_of(page, asked)
    if order == _OWN_ORDER.get(asked.question, "-strength"):
        return rows
    column = order.removeprefix("-")
    keys = _sort_keys(access, scope, rows, column)
    falling = order.startswith("-")
    return rows.iloc[keys.reset_index(drop=True).sort_values(ascending=not falling, kind="stable").index]


def _matching(scope: Known, text: str) -> pd.Index:
    """Employers whose name, place, group or key holds the text."""
    wanted = text.casefold()
    employers = scope.employers
    hit = employers.index.str.casefold().str.contains(wanted, regex=False)
    for column in ("name", "locality", "group"):
        found = employers[column].str.casefold().str.contains(wanted, regex=False)
        hit |= found.fillna(False).to_numpy(dtype=bool)
    return employers.index[hit]


def _sort_keys(access: Access, scope: Known, rows: pd.DataFrame, column: str) -> "pd.Series[Any]":
    ids = rows["employer_id"]
    if column in {"coach", "ask", "heir"}:
        key = {coach: sort_key(name) for coach, name in scope.coach_names.items()}
        return rows["heir" if column == "heir" else "coach_id"].map(key).fillna("")
    if column == "change":
        return rows["change"].map(lambda kind: sort_key(change_word(kind)))
    if column in _OF_THE_ROW:
        return rows[column]
    if column == "last" and "last_on" in rows:
        return rows["last_on"]
    if column == "name":
        return ids.map(_name_keys(access))
    if column == "warmth":
        return scope.employers["warmth"].map(WARMTH_ORDER).reindex(ids)
    return scope.employers["last_warm_on" if column == "last" else column].reindex(ids)


def _name_keys(access: Access) -> dict[str, str]:
    """The key each employer's name is sorted by, worked out once per data version."""

    def make(_snapshot: object) -> dict[str, str]:
        employers = access.store.world().employers
        return {
            employer: sort_key(name)
            for employer, name in zip(employers["employer_id"], employers["name"], strict=True)
        }

    return access.lasting("employer_name_keys", make)


def day_or_none(value: Any) -> dt.date | None:
    """A timestamp of a frame as a day; None for a missing one."""
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _name(coach_id: Any, scope: Known) -> str:
    return scope.name_of(str(coach_id)) if _text(coach_id) else ""
