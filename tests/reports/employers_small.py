"""Nine employers to search among, with two coaches, one of whom must not see the other's clients."""

from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.reports.access import Access, Store
from dashboard.reports.state import PageState
from tests.builders import client, coach, contact, employer, follow_up, placement, stored

ON = "2026-06-30"
OF_ANNA, OF_BO = "KANIN-ANNA", "KANIN-BO"
MANAGER = Viewer(1, "Chefen", Role.MANAGER)
ANNA = Viewer(2, "Anna", Role.COACH, "A")
BO = Viewer(3, "Bo", Role.COACH, "B")
VISITOR = Viewer(4, "Gäst", Role.VISITOR)
ADMIN = Viewer(5, "Admin", Role.ADMIN)

VALLENTUNA = {"map_latitude": 59.53, "map_longitude": 18.08, "map_municipality_code": "0115"}
TABY = {"map_latitude": 59.44, "map_longitude": 18.07, "map_municipality_code": "0160"}
TOWN = {**VALLENTUNA, "locality": "Vallentuna", "position_precision": "locality"}


def rows():
    """E1 strong and known by both, E2–E4 on one point in Vallentuna, E5 without a position, E6 tired."""
    return [
        coach("A", name="Anna"),
        coach("B", name="Bo"),
        coach("C", name="Cecilia", ended_on="2026-01-31"),
        client(OF_ANNA, "A"),
        client(OF_BO, "B"),
        employer("E1", name="Ärtans kök", sni_code="56100", ownership="private", capacity=2, **TABY,
                 locality="Täby", position_precision="exact", group="Gröna gruppen", occupations="9412;5120",
                 adjustments="calm;short_hours", size_class="10-49"),
        employer("E2", name="Östans bageri", sni_code="10710", ownership="private", **TOWN),
        employer("E3", name="Åsens skola", sni_code="85201", ownership="municipal", capacity=3, **TOWN),
        employer("E4", name="Zetas lager", sni_code="52100", ownership="private", **TOWN),
        employer("E5", name="Bygg utan ort", sni_code="41200", ownership="private"),
        employer("E6", name="Trötta hotellet", sni_code="55101", ownership="private", **TOWN),
        employer("E7", name="Nedlagd", active=False, **TOWN),
        placement("E1", OF_ANNA, "2026-01-10", "2026-03-10", outcome="employment", placement_id="P-ANNA",
                  occupation="9412"),
        placement("E1", OF_ANNA, "2026-03-10", kind="employment", placement_id="P-JOBB"),
        placement("E1", OF_BO, "2026-02-01", "2026-04-01", outcome="no_job", placement_id="P-BO"),
        placement("E2", OF_BO, "2026-06-01", placement_id="P-PAGAR"),
        follow_up("P-ANNA", "2026-01-20", "2026-01-20", party="both", mode="visit", assessment="on_track"),
        follow_up("P-BO", "2026-02-20", "2026-02-20", party="employer", mode="phone", assessment="at_risk"),
        follow_up("P-BO", "2026-03-20", "2026-03-20", party="client", mode="phone"),
        contact("E1", "A", "2026-06-20", kind="visit", initiated_by="employer", client_id=OF_ANNA),
        contact("E1", "B", "2026-05-20", kind="phone", client_id=OF_BO),
        contact("E3", "C", "2025-11-20", kind="meeting"),
        *(contact("E6", "B", f"2026-06-{day:02}", kind="phone") for day in range(1, 8)),
    ]  # fmt: skip


def small(engine: Engine, viewer: Viewer = MANAGER) -> Access:
    stored(engine, *rows())
    return Access(viewer, Store(engine))


def seen_by(access: Access, viewer: Viewer) -> Access:
    return Access(viewer, access.store)


def state(query: str = "") -> PageState:
    return PageState.parse(f"per={ON}&{query}")
