"""The report's areas about clients: `clients`, `waiting`, `trials`, `employments`, `cohort`."""

from dashboard.analysis.clients import client_numbers
from dashboard.analysis.cohort import cohort as cohort_of
from dashboard.analysis.retention import employment_numbers
from dashboard.analysis.trials import trial_numbers
from dashboard.analysis.waiting import waiting as waiting_of
from dashboard.reports.json_values import Json, limits, rounded, share
from dashboard.reports.report_input import ReportInput


def clients(given: ReportInput) -> Json:
    """Who the clients are, who came and went, and who got to work."""
    found = client_numbers(given.basis)
    return {
        "active": found.active,
        "served": found.served,
        "enrolled": found.enrolled,
        "closed": found.closed,
        "re_entries": found.re_entries,
        "by_step": found.by_step,
        "by_gender": found.by_gender,
        "by_referrer": found.by_referrer,
        "to_work": found.to_work,
        "to_studies": found.to_studies,
        "to_work_or_studies": found.to_work_or_studies,
        "in_work": found.in_work,
        "in_work_unsubsidised": found.in_work_unsubsidised,
        "in_work_subsidy_unknown": found.in_work_subsidy_unknown,
        "per_fte": rounded(found.per_fte),
        "quarterly_rate": share(found.quarterly_rate),
    }


def waiting(given: ReportInput) -> Json:
    """How long the period's new clients waited for something to happen."""
    found = waiting_of(given.basis)
    return {
        "first_contact_median_days": found.first_contact,
        "first_placement_median_days": found.first_placement,
        "n": found.clients,
    }


def trials(given: ReportInput) -> Json:
    """Trials and what came of them."""
    found = trial_numbers(given.basis)
    return {
        "started": found.started,
        "running": found.running,
        "completed": found.completed,
        "by_outcome": found.by_outcome,
        "success": share(found.success),
        "interrupted": share(found.interrupted),
        "converted": share(found.converted),
        "median_days": rounded(found.median_days),
    }


def employments(given: ReportInput) -> Json:
    """Employments, and how long they last."""
    found = employment_numbers(given.basis)
    return {
        "started": found.started,
        "running": found.running,
        "retention": {
            str(days): {
                "share": rounded(kept.share),
                "interval": limits(kept.interval),
                "at_risk": kept.at_risk,
            }
            for days, kept in found.retention.items()
        },
    }


def cohort(given: ReportInput) -> Json:
    """The share of three years' clients with a first employment, by months since they came."""
    found = cohort_of(given.basis)
    return {term: {"share": rounded(value), "n": found.clients} for term, value in found.shares.items()}
