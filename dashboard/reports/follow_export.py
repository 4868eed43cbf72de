"""The list of follow-ups as a file, with the selection it comes from."""

import pandas as pd

from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.definitions import notes
from dashboard.reports.follow_findings import next_step, why
from dashboard.reports.follow_ground import FollowGround, follow_ground
from dashboard.reports.follow_list import all_rows, day_of, follow_list
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import UNKNOWN, PageState
from dashboard.reports.trace_rows import selection
from dashboard.words import word

MEASURES = ("follow_lists.urgency", "follow_ups.due", "follow_ups.overdue", "follow_ups.lapsed")


def follow_file(access: Access, state: PageState) -> StampedTable:
    """All rows that the address asks for and the person may see, in its order."""
    page = follow_ground(access, state)
    rows, hidden = all_rows(page), follow_list(page).hidden
    grace = access.definitions.standard.grace
    header = [
        *(_("Key"), _("How it stands"), _("Why"), _("Planned"), _("Employer"), _("Client")),
        *(_("Kind"), _("With whom"), _("Coach"), _("Next step")),
    ]
    return StampedTable(
        name=f"uppfoljningar-{state.on.isoformat()}",
        title=_("Open follow-ups"),
        stamp=_stamp(access, page, len(rows), hidden),
        header=header,
        rows=[
            [
                row["follow_up_id"],
                word("follow_up_state", row["state"]),
                why(row),
                day_of(row["planned_on"]),
                _text(row["employer"]),
                row["client"],
                word("placement_kind", row["kind"]),
                None if pd.isna(row["party"]) else word("party", row["party"]),
                _text(row["coach"]),
                next_step(row, grace),
            ]
            for row in rows
        ],
    )


def _text(value: object) -> Cell:
    return str(value) if isinstance(value, str) and value else None


def _stamp(access: Access, page: FollowGround, count: int, hidden: int) -> list[tuple[str, str]]:
    state = page.page
    narrowed = [
        *([word("follow_up_state", state.follow_state)] if state.follow_state else []),
        *([word("placement_kind", state.kind)] if state.kind else []),
        *([_party(state.party)] if state.party else []),
    ]
    return [
        (_("As of"), day(state.on)),
        (_("Selection"), selection(access, state)),
        (_("Narrowed to"), ", ".join(narrowed) or "–"),
        (_("Search"), state.text or "–"),
        (_("Rows"), number(count)),
        *([(_("Not shown"), number(hidden))] if hidden else []),
        (_("Definition"), " ".join(note.sentence for note in notes(MEASURES, access.definitions))),
        (_("Version of the definitions"), access.definitions.version),
        (_("Version of the data"), access.store.data_version()),
        *([(_("Note"), _("Invented sample data."))] if access.store.is_demo() else []),
    ]


def _party(party: str) -> str:
    return _("not known") if party == UNKNOWN else word("party", party)
