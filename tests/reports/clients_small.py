"""Three clients of two coaches, and employers that suit the first of them in a known order."""

from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.reports.access import Access, Store
from dashboard.reports.state import PageState
from tests.builders import Row, client, coach, contact, employer, follow_up, placement, stored

ON = "2026-06-30"
MANAGER = Viewer(1, "Chefen", Role.MANAGER)
ANNA = Viewer(2, "Anna", Role.COACH, "A")
BO = Viewer(3, "Bo", Role.COACH, "B")
VISITOR = Viewer(4, "Gäst", Role.VISITOR)
ADMIN = Viewer(5, "Admin", Role.ADMIN)
OF_ANNA, OF_BO = "K-ANNA", "K-BOOO"
HERE = {
    "map_latitude": 59.534,
    "map_longitude": 18.080,
    "position_precision": "exact",
    "locality": "Vallentuna",
}
SUITS = {"occupations": "9412", "adjustments": "calm;structure", "capacity": 2, **HERE}


def step(number: int, entered_on: str, client_id: str = OF_ANNA) -> Row:
    return Row("steps", {"client_id": client_id, "step": number, "entered_on": entered_on})


def party(name: str, from_on: str, to_on: str | None = None, **cells) -> Row:
    return Row(
        "cooperation", {"client_id": OF_ANNA, "party": name, "from_on": from_on, "to_on": to_on, **cells}
    )


def rows() -> list[Row]:
    """E1 suits best and Bo knows it; E2 a little worse; E3 is full, E4 gone, E5 offers something else."""
    return [
        *(coach("A", name="Anna"), coach("B", name="Bo")),
        client(OF_ANNA, "A", "2026-01-01", wished_occupations="9412", support_needs="calm;structure",
               postal_code="18630", earlier_client_id="K-FORE", referrer="lss", district="Kårsta"),
        client("K-FORE", "B", "2022-01-01", closed_on="2023-01-01", closing_reason="moved"),
        client(OF_BO, "B", "2026-02-01", support_needs="calm", district="Hemligby"),
        *(step(1, "2026-01-01"), step(2, "2026-01-11"), step(3, "2026-02-10"), step(2, "2026-03-02")),
        step(3, "2026-04-01"),
        party("school", "2026-01-01", "2026-03-01", role="participant"),
        party("lss", "2026-02-01", role="participant"),
        party("health_care", "2026-01-01", role="participant"),
        employer("E1", name="Ärtans kök", **SUITS),
        employer("E2", name="Östans bageri", **{**SUITS, "occupations": "9411"}),
        employer("E3", name="Åsens skola", **{**SUITS, "capacity": 1}),
        employer("E4", name="Nedlagd", **{**SUITS, "active": False}),
        employer("E5", name="Zetas lager", **{**SUITS, "occupations": "5120"}),
        employer("E6", name="Avbrottet", **SUITS),
        placement("E1", OF_BO, "2026-02-01", "2026-04-01", outcome="employment", placement_id="P-BO"),
        placement("E3", OF_BO, "2026-06-01", placement_id="P-NU"),
        placement("E6", "K-FORE", "2022-02-01", "2022-03-01", outcome="interrupted_client"),
        placement("E2", OF_ANNA, "2026-05-01", "2026-05-20", outcome="no_job", placement_id="P-1"),
        placement(None, OF_ANNA, "2026-06-01", kind="studies", placement_id="P-2"),
        follow_up("P-1", "2026-05-08", "2026-05-08", party="both", mode="visit", assessment="on_track"),
        follow_up("P-2", "2026-06-20"),
        follow_up("P-2", "2026-06-30"),
        follow_up("P-2", "2026-07-20"),
        follow_up("P-2", "2026-07-10", cancelled=True),
        contact("E1", "B", "2026-06-20", kind="visit", initiated_by="employer"),
    ]  # fmt: skip


def small(engine: Engine, viewer: Viewer = MANAGER, *more: Row) -> Access:
    stored(engine, *rows(), *more)
    return Access(viewer, Store(engine))


def seen_by(access: Access, viewer: Viewer) -> Access:
    return Access(viewer, access.store)


def state(query: str = "") -> PageState:
    return PageState.parse(f"per={ON}&{query}")
