"""The list of the network page as a file, with the selection it comes from."""

from collections.abc import Callable, Mapping

from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_answers import answer
from dashboard.reports.network_findings import change_choice, change_word, question_title
from dashboard.reports.network_rows import COLUMNS, ListRow, all_rows
from dashboard.reports.network_scope import Known, known
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import UNKNOWN, PageState
from dashboard.words import word

STAMPED = ("network.ties", "ranking.strength", "employers.strength", "employers.by_warmth")
"""The figures that every file explains."""


def column_labels() -> Mapping[str, str]:
    """The heading of every column that a question's list may have."""
    return {
        "name": _("Employer"),
        "rung": _("Rung"),
        "strength": _("Strength"),
        "warmth": _("Warmth"),
        "running": _("Running"),
        "due": _("Follow-ups due"),
        "heir": _("Suggested heir"),
        "coach": _("Coach"),
        "coaches": _("Coaches"),
        "last": _("Latest contact"),
        "change": _("Change"),
        "known_by": _("Known by"),
        "went_on": _("Went on to a job"),
        "to": _("At"),
        "ask": _("Ask"),
        "placed": _("Placements in the period"),
        "share": _("Part of all"),
    }


def heir_reason(row: ListRow) -> str:
    """Why somebody is suggested as an heir, in words; empty when nobody is."""
    if row.heir_reason == "tie":
        if row.heir_last_on is None:
            return _("has been in touch before")
        return _("has been in touch, last {day}").format(day=day(row.heir_last_on))
    return _("has the lowest caseload") if row.heir_reason == "caseload" else ""


def list_file(access: Access, page: PageState) -> StampedTable:
    """All rows that the address asks for, in its order."""
    asked, scope = answer(access, page), known(access, page)
    rows = all_rows(access, page)
    labels = column_labels()
    columns = COLUMNS[asked.question]
    return StampedTable(
        name=f"natverk-{asked.question}-{page.on.isoformat()}",
        title=question_title(asked, scope),
        stamp=[*_comparison(asked), *stamp_of(access, page, len(rows), definition(access))],
        header=[_("Key"), *(labels[column] for column in columns), _("Level"), *_more_labels(columns)],
        rows=[_cells(row, columns) for row in rows],
    )


def _cells(row: ListRow, columns: tuple[str, ...]) -> list[Cell]:
    cells = [row.employer_id, *(_CELLS[column](row) for column in columns), word("level", row.level)]
    if "heir" in columns:
        return [*cells, heir_reason(row)]
    return [*cells, row.placed] if "went_on" in columns else cells


def _more_labels(columns: tuple[str, ...]) -> list[str]:
    """Of what the table on the page says within another cell."""
    if "heir" in columns:
        return [_("Why that heir")]
    return [_("Of clients whose time there is over")] if "went_on" in columns else []


_CELLS: Mapping[str, Callable[[ListRow], Cell]] = {
    "name": lambda row: row.name,
    "rung": lambda row: word("rung", row.rung),
    "strength": lambda row: round(row.strength, 1),
    "warmth": lambda row: word("warmth", row.warmth),
    "running": lambda row: row.running,
    "due": lambda row: row.due,
    "heir": lambda row: row.heir,
    "coach": lambda row: row.coach,
    "coaches": lambda row: ", ".join(row.coaches),
    "last": lambda row: row.last_on,
    "change": lambda row: change_word(row.change),
    "known_by": lambda row: row.known_by,
    "went_on": lambda row: row.went_on,
    "to": lambda row: ", ".join(row.to),
    "ask": lambda row: row.coach,
    "placed": lambda row: row.placed,
    "share": lambda row: round(row.share, 3),
}


def _comparison(asked: Answer) -> list[tuple[str, str]]:
    """Of a list of changes: since when, and which."""
    if asked.question != "changed" or asked.since is None:
        return []
    return [(_("Compared with"), day(asked.since)), (_("Change"), change_choice(asked.kind))]


def stamp_of(access: Access, page: PageState, count: int, told: str) -> list[tuple[str, str]]:
    """The stamp of a list: its day, selection, number of rows and search, and how it is counted."""
    return [
        (_("As of"), day(page.on)),
        (_("Selection"), selection_in_words(page, known(access, page))),
        (_("Rows"), number(count)),
        (_("Search"), page.text or "–"),
        (_("Definition"), told),
        (_("Version of the definitions"), access.definitions.version),
        (_("Version of the data"), access.store.data_version()),
        *([(_("Note"), _("Invented sample data."))] if access.store.is_demo() else []),
    ]


def selection_in_words(page: PageState, scope: Known) -> str:
    """The shared filters in force, in a row."""
    parts = [
        *page.units,
        *([page.programme] if page.programme else []),
        *([scope.name_of(page.coach)] if page.coach else []),
        *([_known_word("ownership", page.ownership)] if page.ownership else []),
        *([_known_word("sector", page.sector)] if page.sector else []),
    ]
    return ", ".join(parts) or _("everything")


def _known_word(vocabulary: str, key: str) -> str:
    return _("not known") if key == UNKNOWN else word(vocabulary, key)


def definition(access: Access) -> str:
    """How the network is counted, in the unit's own numbers."""
    return " ".join(note.sentence for note in notes(STAMPED, access.definitions))
