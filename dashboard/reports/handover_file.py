"""The hand-over list as a file to bring to the meeting: a workbook with a summary, or one table as text."""

import datetime as dt
from collections.abc import Iterator

from dashboard.i18n import _, number
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.handover import Handover, HeirsPart, handover
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.network_export import stamp_of
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import PageState
from dashboard.reports.workbook import Form, Row, Sheet, Shown, as_workbook
from dashboard.words import word

FIGURES = (
    *("questions.leaving", "questions.heir", "handover.others", "network.if_leaves.running_of_coach"),
    *("network.if_leaves.due_of_coach", "ranking.strength", "employers.by_ladder", "employers.by_warmth"),
)
"""The figures that the list shows, which its file explains."""


def handover_workbook(access: Access, page: PageState) -> bytes:
    """A summary with the stamp, and a sheet each of employers, placements and follow-ups, heir by heir."""
    found = handover(access, page)
    return as_workbook(
        [
            Sheet(_("Summary"), [handover_title(found)], list(_summary(access, page, found)), wrapped=(1,)),
            Sheet(_("Employers"), _employer_header(), list(_employers(found)), wrapped=(1, 9)),
            Sheet(_("Placements"), _placement_header(), list(_placements(found)), wrapped=(1,)),
            Sheet(_("Follow-ups"), _follow_up_header(), list(_follow_ups(found)), wrapped=(1,)),
        ]
    )


def handover_table(access: Access, page: PageState) -> StampedTable:
    """The same as one table: the columns of all sheets, after what each row is about."""
    found = handover(access, page)
    kinds = (
        (_("Employer"), _employer_header(), _employers(found)),
        (_("Placement"), _placement_header(), _placements(found)),
        (_("Follow-up"), _follow_up_header(), _follow_ups(found)),
    )
    header = list(dict.fromkeys(label for _kind, labels, _rows in kinds for label in labels))
    rows = [
        [kind, *_in_order(header, dict(zip(labels, row, strict=True)))]
        for kind, labels, lines in kinds
        for row in lines
    ]
    return StampedTable(
        name=handover_name(page),
        title=handover_title(found),
        stamp=_stamp(access, page, found),
        header=[_("What"), *header],
        rows=rows,
    )


def _in_order(header: list[str], cells: dict[str, Cell | Shown]) -> list[Cell]:
    found = [cells.get(label) for label in header]
    return [cell.value if isinstance(cell, Shown) else cell for cell in found]


def handover_name(page: PageState) -> str:
    """The file's name without its ending."""
    return f"overlamning-{page.on.isoformat()}"


def handover_title(found: Handover) -> str:
    """What the list is, with who leaves."""
    if not found.coaches:
        return _("Hand-over list")
    return _("Hand-over list from {names}").format(names=listed(found.coaches))


def heirs_name(part: HeirsPart) -> str:
    """The heir, or that there is none."""
    return part.name or _("nobody is left")


def client_told(key: str) -> str:
    """A client's key, or that the reader may not see it."""
    return key or _("another coach's client")


def _stamp(access: Access, page: PageState, found: Handover) -> list[tuple[str, str]]:
    count = len(found.employers) + len(found.placements) + len(found.follow_ups)
    told = " ".join(note.sentence for note in notes(FIGURES, access.definitions))
    stamp = [line for line in stamp_of(access, page, count, told) if line[0] != _("Search")]
    return [*stamp, *([(_("Not shown"), hidden_told(found))] if found.hidden else [])]


def hidden_told(found: Handover) -> str:
    """How many clients' keys are left out."""
    return _("keys of clients of other coaches, in {n} rows").format(n=number(found.hidden))


def _summary(access: Access, page: PageState, found: Handover) -> Iterator[Row]:
    yield []
    yield [_("Heir"), _("Employers"), _("Of them strong"), _("Running placements"), _("Follow-ups due")]
    for part in found.parts:
        counts = (len(part.employers), part.strong, len(part.placements), len(part.follow_ups))
        yield [heirs_name(part), *(Shown(count, Form.COUNT) for count in counts)]
    counts = (len(found.employers), found.strong, len(found.placements), len(found.follow_ups))
    yield [_("All"), *(Shown(count, Form.COUNT) for count in counts)]
    yield []
    for label, value in _stamp(access, page, found):
        yield [label, value]


def _employer_header() -> list[str]:
    return [
        *(_("Heir"), _("Why that heir"), _("From"), _("Employer"), _("Rung"), _("Strength"), _("Level")),
        *(_("Warmth"), _("Latest contact"), _("Who else has known them"), _("Running"), _("Follow-ups due")),
        _("Key"),
    ]


def _employers(found: Handover) -> Iterator[Row]:
    for part in found.parts:
        for one in part.employers:
            yield [
                *(heirs_name(part), one.heir.why, ", ".join(one.leaving), one.name, word("rung", one.rung)),
                *(
                    Shown(round(one.strength, 1), Form.DECIMAL),
                    word("level", one.level),
                    word("warmth", one.warmth),
                ),
                *(_day(one.last_on), "; ".join(other.told for other in one.others)),
                *(Shown(one.running, Form.COUNT), Shown(one.due, Form.COUNT), one.employer_id),
            ]


def _placement_header() -> list[str]:
    return [
        *(_("Heir"), _("Why that heir"), _("From"), _("Client"), _("Placement"), _("Employer")),
        *(_("Started"), _("Follow-ups due")),
    ]


def _placements(found: Handover) -> Iterator[Row]:
    for part in found.parts:
        for one in part.placements:
            yield [
                *(heirs_name(part), one.heir.why, one.coach, client_told(one.client)),
                *(word("placement_kind", one.kind), one.employer, _day(one.started_on)),
                Shown(one.due, Form.COUNT),
            ]


def _follow_up_header() -> list[str]:
    return [_("Heir"), _("Why that heir"), _("From"), _("Planned"), _("Client"), _("Employer")]


def _follow_ups(found: Handover) -> Iterator[Row]:
    for part in found.parts:
        for one in part.follow_ups:
            yield [
                *(heirs_name(part), one.heir.why, one.coach, _day(one.planned_on)),
                *(client_told(one.client), one.employer),
            ]


def _day(value: dt.date | None) -> Shown | None:
    return None if value is None else Shown(value, Form.DAY)
