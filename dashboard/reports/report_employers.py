"""The report's areas about employers: `employers`, `network`, `ranking`."""

from dashboard.analysis.concentration import concentration
from dashboard.analysis.graphs import network_numbers
from dashboard.analysis.leaving import leaving_summary
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.strength import PARTS
from dashboard.domain.vocabulary import LEVELS, OWNERSHIPS, RUNGS, WARMTHS
from dashboard.reports.json_values import DECIMALS, Json, counts, rounded
from dashboard.reports.report_input import ReportInput


def employers(given: ReportInput) -> Json:
    """The employers of `total` in numbers."""
    frame = given.state.employers
    return {
        "total": len(frame),
        "by_warmth": counts(frame["warmth"], WARMTHS),
        "by_ladder": counts(frame["rung"].astype(str), map(str, RUNGS)),
        "by_ownership": counts(frame["ownership"].fillna("unknown"), (*OWNERSHIPS, "unknown")),
        "strength": counts(frame["level"], LEVELS),
        "single_coach": int((frame["active_ties"] == 1).sum()),
        "running": int(frame["running"].sum()),
        "occupied": int(frame["occupied"].sum()),
        "free_places": int(frame["free"].sum()),
        "fatigued": int(frame["fatigued"].sum()),
    }


def network(given: ReportInput) -> Json:
    """The network of coaches and employers: size, concentration, and what hangs on whom."""
    numbers = network_numbers(given.state)
    placed = concentration(given.scope, given.period)
    leaving = leaving_summary(given.state, given.scope, given.definitions)
    return {
        "coaches": numbers.coaches,
        "employers": numbers.employers,
        "ties": numbers.ties,
        "density": rounded(numbers.density),
        "components": numbers.components,
        "hhi_placements": rounded(placed.herfindahl),
        "top5_share": rounded(placed.top_five),
        "if_leaves": leaving.reset_index().to_dict("records"),
        "ties_list": _tie_rows(given.state),
    }


def ranking(given: ReportInput) -> list[Json]:
    """All of `total`, strength falling, then by key, with the parts beside the sum."""
    frame = given.state.employers.reset_index()
    frame = frame.sort_values(["strength", "employer_id"], ascending=[False, True], kind="stable")
    return [
        {
            "employer_id": row["employer_id"],
            "strength": round(row["strength"], DECIMALS),
            "parts": {part: round(row[part], DECIMALS) for part in PARTS},
            "ladder": row["rung"],
            "warmth": row["warmth"],
            "free": row["free"],
            "fatigued": row["fatigued"],
        }
        for row in frame[["employer_id", "strength", *PARTS, "rung", "warmth", "free", "fatigued"]].to_dict(
            "records"
        )
    ]


def _tie_rows(state: EmployerState) -> list[Json]:
    edges = state.active_ties
    days = edges["last_on"].dt.strftime("%Y-%m-%d")
    return [
        {"coach_id": coach, "employer_id": employer, "strength": round(strength, DECIMALS), "last_on": day}
        for coach, employer, strength, day in zip(
            edges["coach_id"], edges["employer_id"], edges["strength"].tolist(), days, strict=True
        )
    ]
