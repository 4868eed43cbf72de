"""A network small enough to count by hand, on 30 June 2026.

Anna alone knows E1 (strong, a trial that runs) and E2; Bo and Anna know E3; Bo alone E4. E5 was met by Bo two
years ago; E6 nobody has met.
"""

from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.reports.access import Access, Store
from dashboard.reports.state import PageState
from tests.builders import Row, client, coach, contact, employer, follow_up, placement, stored

ON = "2026-06-30"
MANAGER = Viewer(1, "Maja", Role.MANAGER)


def visits(employer_id: str, coach_id: str, *days: str) -> list[Row]:
    return [contact(employer_id, coach_id, day, kind="visit", initiated_by="employer") for day in days]


def anna_and_bo() -> list[Row]:
    months = [f"2026-{month:02}-10" for month in range(1, 7)]
    return [
        coach("A", name="Anna"),
        coach("B", name="Bo"),
        employer(
            "E1", name="Åkra bageri", locality="Hamnen", ownership="private", sni_code="56100", capacity=2
        ),
        employer("E2", name="Backa livs", ownership="municipal", sni_code="47110"),
        employer("E3", name="Centrum kök", ownership="private"),
        employer("E4", name="Dala verkstad"),
        employer("E5", name="Eken förlag"),
        employer("E6", name="Fyren café"),
        client("K1", "A"),
        placement("E1", "K1", "2026-06-01", kind="work_trial", placement_id="P1", coach_id="A"),
        follow_up("P1", "2026-06-20", coach_id="A"),
        *visits("E1", "A", *months, "2026-06-25", "2025-12-10", "2025-11-10"),
        contact("E2", "A", "2026-06-01"),
        contact("E3", "A", "2026-06-01"),
        contact("E3", "B", "2026-05-01"),
        contact("E4", "B", "2026-06-15"),
        contact("E5", "B", "2024-06-15"),
    ]


def opened(engine: Engine, *rows: Row) -> Access:
    """The rows in a database, as a manager sees them."""
    if rows:
        stored(engine, *rows)
    return Access(MANAGER, Store(engine))


def at(query: str = "") -> PageState:
    """The state of an address on the day."""
    return PageState.parse(f"per={ON}&{query}" if "per=" not in query else query)
