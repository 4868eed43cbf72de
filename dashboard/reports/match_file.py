"""The match of a client as a file: everybody who is ranked, and everybody ruled out with why."""

from dashboard.analysis.matching_parts import MATCH_PARTS
from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.client_rights import open_client
from dashboard.reports.definitions import notes
from dashboard.reports.match import ClientMatch, client_match
from dashboard.reports.match_filters import filters_in_words
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import PageState
from dashboard.words import word


def match_file(access: Access, page: PageState, client_id: str) -> StampedTable:
    """The ranked that the page's filters leave, then all ruled out. It is put on record.

    The file's name does not hold the key: names of files travel further than their content.

    Raises:
        AccessDenied: when the person may not see the client.
        NotFound: when there is none, to a person who may see all.
    """
    row = open_client(access, client_id, "file")
    found = client_match(access, page, row)
    parts = [_("{part}, points").format(part=word("match_part", part)) for part in MATCH_PARTS]
    rows = [*_ranked(found, len(parts)), *_ruled_out(found, len(parts))]
    return StampedTable(
        name=f"matchning-{page.on.isoformat()}",
        title=_("Match for a client"),
        stamp=_stamp(access, page, client_id, len(rows)),
        header=[
            *(_("Rank"), _("Key"), _("Employer"), _("Place"), _("Match")),
            *parts,
            *(_("Why"), _("Ask first"), _("Ruled out")),
        ],
        rows=rows,
    )


def _ranked(found: ClientMatch, parts: int) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for line in found.lines():
        points: list[Cell] = [round(part.points, 1) for part in line.parts]
        ask = line.ask.name if line.ask else None
        head: list[Cell] = [line.number, line.employer_id, line.name, line.place, round(line.score, 1)]
        rows.append([*head, *points[:parts], line.sentence, ask, None])
    return rows


def _ruled_out(found: ClientMatch, parts: int) -> list[list[Cell]]:
    empty: list[Cell] = [None] * parts
    return [
        [
            *(None, one.employer_id, one.name, None, None),
            *empty,
            *(None, None, ", ".join(word("ruled_out", reason) for reason in one.reasons)),
        ]
        for one in found.ruled_out()
    ]


def _stamp(access: Access, page: PageState, client_id: str, count: int) -> list[tuple[str, str]]:
    (note,) = notes(["match.score"], access.definitions)
    return [
        (_("Client"), client_id),
        (_("As of"), day(page.on)),
        (_("Selection"), filters_in_words(page)),
        (_("Rows"), number(count)),
        (_("Definition"), f"{note.sentence} {note.formula}"),
        (_("Version of the definitions"), access.definitions.version),
        (_("Version of the data"), access.store.data_version()),
        *([(_("Note"), _("Invented sample data."))] if access.store.is_demo() else []),
    ]
