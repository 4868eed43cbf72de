"""How many employers there are, how warm and strong the relationships are, and how many places are free."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure
from dashboard.reports.definitions.report_parts import LEVELS, OWNERSHIPS_UNKNOWN, RUNG_KEYS, WARMTHS

AREA = Area(
    "employers",
    N_("Employers"),
    (
        Measure(
            "employers.total",
            N_("Employers in all"),
            N_(
                "Active employers that the selection knew on the day; one without a date of registration "
                "always counts."
            ),
        ),
        Measure(
            "employers.by_warmth",
            N_("Employers by warmth"),
            N_(
                "How long ago the last warm contact was: active within {active_within} days, cooling "
                "within {cooling_within}, then dormant; never in touch when there has been none. E-mails "
                "and events that we started do not warm a relationship."
            ),
            formula="t ≤ {active_within} · t ≤ {cooling_within} · t > {cooling_within}",
            settings=(
                "active_within",
                "cooling_within",
            ),
            parts=WARMTHS,
            also=("ranking.warmth",),
        ),
        Measure(
            "employers.by_ladder",
            N_("Employers by rung"),
            N_(
                "The highest rung that holds: contacted, met, hosted a trial, hired, partner. A partner "
                "has hired, has had at least {partner_clients} different clients, and has been in touch "
                "in the last {partner_interaction_within} days."
            ),
            settings=(
                "partner_clients",
                "partner_interaction_within",
            ),
            parts=RUNG_KEYS,
            also=("ranking.ladder",),
        ),
        Measure(
            "employers.by_ownership",
            N_("Employers by ownership"),
            N_("Who owns the workplace, as it is recorded; unknown when it is not."),
            parts=OWNERSHIPS_UNKNOWN,
        ),
        Measure(
            "employers.strength",
            N_("Employers by strength"),
            N_(
                "Strong from {strong_from} points and rung {strong_from_rung} on, medium from "
                "{medium_from} points, weak below that, and no relationship when nothing has happened "
                "yet."
            ),
            settings=(
                "strong_from",
                "strong_from_rung",
                "medium_from",
            ),
            parts=LEVELS,
        ),
        Measure(
            "employers.single_coach",
            N_("Hang on one coach"),
            N_("Employers with exactly one living tie: if that coach leaves, nobody here knows them."),
            formula="k = 1",
            settings=("tie_window",),
        ),
        Measure(
            "employers.running",
            N_("Running placements at employers"),
            N_("The selection's placements that run on the day at these employers, studies aside."),
            settings=("tasting_length",),
        ),
        Measure(
            "employers.occupied",
            N_("Places taken"),
            N_(
                "Trials, job tastings and study visits that run, and employments in their first "
                "{employment_occupies} days, from all units. After that an employee is on her own."
            ),
            settings=(
                "employment_occupies",
                "tasting_length",
                "spell_gap",
            ),
        ),
        Measure(
            "employers.free_places",
            N_("Free places"),
            N_(
                "What is left of each employer's places when those taken are drawn off; never less than none."
            ),
            formula="Σ max(0, c − o)",
            settings=(
                "employment_occupies",
                "tasting_length",
                "spell_gap",
            ),
            also=("ranking.free",),
        ),
        Measure(
            "employers.fatigued",
            N_("Tired employers"),
            N_(
                "Employers with more people than places, or that we have contacted more than "
                "{fatigue_contacts} times in {fatigue_window} days without a placement having begun."
            ),
            formula="o > c ∨ (n > {fatigue_contacts} ∧ p = 0)",
            settings=(
                "fatigue_contacts",
                "fatigue_window",
            ),
            also=("ranking.fatigued",),
        ),
    ),
)
