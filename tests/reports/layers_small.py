"""Worlds with one thing planted in each network behind the ties, on 30 June 2026."""

from tests.builders import Row, client, coach, contact, employer, placement, unit

JUNE = "2026-06-01"


def shared(employer_id: str, *coaches: str) -> list[Row]:
    """An employer that some coaches know."""
    return [employer(employer_id), *(contact(employer_id, one, JUNE, kind="visit") for one in coaches)]


def bridge() -> list[Row]:
    """Anna and Bo share three employers, Cia and Dan one; Xenia alone knows both pairs; Eva knows nobody."""
    names = {"A": "Anna", "B": "Bo", "C": "Cia", "D": "Dan", "X": "Xenia", "E": "Eva"}
    return [
        *(coach(key, name=name) for key, name in names.items()),
        *shared("E1", "A", "B", "X"),
        *shared("E2", "C", "D", "X"),
        *shared("E3", "A", "B"),
        *shared("E4", "A", "B"),
        *shared("E5", "E"),
    ]


def stone() -> list[Row]:
    """Two went from E1 to jobs at E2 and E3, one on from E2 to E4; one waited too long."""
    trial = {"kind": "work_trial"}
    return [
        *(employer(f"E{n}", name=f"Firm {n}") for n in range(1, 6)),
        *(client(f"K{n}", "A") for n in range(1, 5)),
        placement("E1", "K1", "2025-09-01", "2025-10-01", **trial),
        placement("E2", "K1", "2025-11-01", kind="employment"),
        placement("E1", "K2", "2025-09-01", "2025-10-01", **trial),
        placement("E3", "K2", "2025-12-01", kind="employment"),
        placement("E2", "K3", "2025-09-01", "2025-10-01", **trial),
        placement("E4", "K3", "2025-11-01", kind="employment"),
        placement("E5", "K4", "2025-01-01", "2025-02-01", **trial),
        placement("E4", "K4", "2025-12-01", kind="employment"),
    ]


def senders() -> list[Row]:
    """Two units, each with its own sender, and one employer where both place."""
    return [
        unit("U1", name="Norr"),
        unit("U2", name="Syd"),
        coach("A", unit_id="U1"),
        coach("B", unit_id="U2"),
        *(employer(f"E{n}", name=f"Firm {n}") for n in range(1, 4)),
        client("K1", "A", referrer="lss"),
        client("K2", "A", referrer="lss"),
        client("K3", "B", referrer="school"),
        placement("E1", "K1", "2026-05-01"),
        placement("E2", "K2", "2026-05-01"),
        placement("E2", "K3", "2026-05-01"),
        placement("E3", "K3", "2026-04-01"),
    ]


def offers(key: str, latitude: float, code: str, occupations: str = "9412") -> Row:
    where = {"map_latitude": latitude, "map_longitude": 18.08, "position_precision": "exact"}
    return employer(
        key,
        name=f"Firm {key}",
        occupations=occupations,
        sni_code="56100",
        map_municipality_code=code,
        locality="Hamnen" if key.startswith("S") else "Byn",
        **where,
    )


def two_towns() -> list[Row]:
    """Three employers in one town and four in another, of which two at the same place; one offers nothing."""
    return [
        *(offers(f"N{n}", 59.53 + n / 100, "0115") for n in range(3)),
        *(offers(f"S{n}", 60.53 + n / 100, "0380") for n in range(3)),
        offers("S3", 60.53, "0380"),
        employer("E9", name="Firm E9"),
    ]
