"""The words that are shown for the keys of the vocabularies: `word("warmth", "cooling")` is "Svalnar".

One English word and one Swedish word for each key, the same on every page and in every file we write.
The Swedish stands in `locales/sv/LC_MESSAGES/words.po`. A unit may have names of its own for some of them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.i18n import N_, _, in_language, in_wording, language, wording
from dashboard.wording import OURS

VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "rung": {
            "0": N_("Known"),
            "1": N_("Contacted"),
            "2": N_("Met"),
            "3": N_("Hosted a trial"),
            "4": N_("Hired"),
            "5": N_("Partner"),
        },
        "warmth": {
            "active": N_("Active"),
            "cooling": N_("Cooling"),
            "dormant": N_("Dormant"),
            "never": N_("Never in touch"),
        },
        "level": {
            "strong": N_("strong"),
            "medium": N_("medium"),
            "weak": N_("weak"),
            "none": N_("no relationship"),
        },
        "strength_part": {
            "recency": N_("Recently"),
            "frequency": N_("Often"),
            "depth": N_("Depth"),
            "breadth": N_("Breadth"),
            "reciprocity": N_("Mutual"),
            "outcome": N_("Results"),
        },
        "strength_part_meaning": {
            "recency": N_("latest contact"),
            "frequency": N_("how often in a year"),
            "depth": N_("how far you have come together"),
            "breadth": N_("how many of us know them"),
            "reciprocity": N_("their own initiatives"),
            "outcome": N_("trials that led to work or studies"),
        },
        "match_part": {
            "occupation": N_("Occupation"),
            "adjustments": N_("Adjustments"),
            "distance": N_("Distance"),
            "relation": N_("Relation"),
            "success": N_("Similar needs"),
            "places": N_("Free places"),
            "rest": N_("Breathing space"),
        },
        "ruled_out": {
            "inactive": N_("no longer active"),
            "there_now": N_("the client is there now"),
            "interrupted": N_("interrupted there before with the same client"),
            "full": N_("no free place"),
            "tired": N_("tired of us"),
            "quiet": N_("in a quiet period"),
            "no_occupation": N_("no occupation recorded"),
            "other_occupation": N_("no occupation in common"),
        },
        "opened": {
            "client": N_("opened the client"),
            "match": N_("opened the match"),
            "file": N_("took out the match as a file"),
            "refused": N_("was refused"),
            "calendar": N_("made a calendar address"),
            "no_calendar": N_("withdrew the calendar address"),
        },
        "client_status": {
            "active": N_("enrolled"),
            "waiting": N_("waiting"),
            "closed": N_("closed"),
            "later": N_("not yet known"),
        },
        "check_state": {
            "done": N_("done"),
            "overdue": N_("late"),
            "due": N_("today"),
            "planned": N_("planned ahead"),
            "lapsed": N_("lapsed"),
            "cancelled": N_("cancelled"),
        },
        "closing_reason": {
            "employment": N_("Employment"),
            "studies": N_("Studies"),
            "moved": N_("Has moved"),
            "health": N_("Health"),
            "own_request": N_("Own request"),
            "other": N_("Other reason"),
        },
        "cooperation_role": {
            "coordinator": N_("coordinates"),
            "participant": N_("takes part"),
        },
        "step": {
            "1": N_("Agreement"),
            "2": N_("Vocational profile"),
            "3": N_("Job seeking"),
            "4": N_("Employer engagement"),
            "5": N_("Support on and off the job"),
        },
        "actor": {
            "municipality": N_("The municipality"),
            "region": N_("The region"),
            "state": N_("Central government"),
            "individual": N_("The individuals"),
            "employer": N_("The employers"),
            "society": N_("Society as a whole"),
        },
        "cost_line": {
            "wage": N_("Wage"),
            "social_contributions": N_("Employer's contributions"),
            "savings_municipality": N_("Resources the municipality saves"),
            "savings_region": N_("Resources the region saves"),
            "savings_state": N_("Resources central government saves"),
            "income_tax_municipality": N_("Tax to the municipality"),
            "income_tax_region": N_("Tax to the region"),
            "income_tax_state": N_("Tax to central government less tax credits"),
            "benefit_municipality": N_("Income support no longer paid"),
            "benefit_state": N_("Benefits from central government no longer paid"),
            "wage_subsidy": N_("Wage subsidy"),
            "cost_municipality": N_("The municipality's cost of the unit"),
            "cost_region": N_("The region's cost of the unit"),
            "cost_state": N_("Central government's cost of the unit"),
        },
        "cost_kind": {
            "production": N_("production"),
            "saving": N_("real saving"),
            "transfer": N_("transfer"),
            "cost": N_("cost"),
        },
        "assumption_state": {
            "empty": N_("empty"),
            "example": N_("example"),
            "set": N_("set"),
        },
        "ownership": {
            "private": N_("Private"),
            "municipal": N_("Municipal"),
            "regional": N_("Regional"),
            "state": N_("State"),
            "social_enterprise": N_("Social enterprise"),
            "association": N_("Association"),
        },
        "size_class": {
            "0": N_("no employees"),
            "1-9": N_("1–9 employees"),
            "10-49": N_("10–49 employees"),
            "50-249": N_("50–249 employees"),
            "250+": N_("250 employees or more"),
        },
        "gender": {"woman": N_("Woman"), "man": N_("Man"), "other": N_("Other gender")},
        "referrer": {
            "lss": N_("LSS, daily activities"),
            "social_services": N_("Social services"),
            "income_support": N_("Income support"),
            "employment_service": N_("Public Employment Service"),
            "insurance_agency": N_("Social Insurance Agency"),
            "health_care": N_("Health care"),
            "school": N_("School"),
            "other": N_("Other referrer"),
        },
        "support_need": {
            "structure": N_("Structure"),
            "social": N_("Social interaction"),
            "calm": N_("Calm surroundings"),
            "physical": N_("Physical accessibility"),
            "language": N_("Language support"),
            "transport": N_("Travel"),
            "short_hours": N_("Short hours"),
            "supervision": N_("Supervision"),
        },
        "contact_kind": {
            "phone": N_("Phone call"),
            "email": N_("E-mail"),
            "meeting": N_("Meeting"),
            "visit": N_("Visit"),
            "workplace_analysis": N_("Workplace analysis"),
            "event": N_("Event"),
        },
        "initiator": {"unit": N_("our initiative"), "employer": N_("the employer's initiative")},
        "tie_change": {"new": N_("New"), "revived": N_("Revived"), "lost": N_("Lost")},
        "heir_reason": {"tie": N_("the strongest tie"), "caseload": N_("the lowest caseload")},
        "placement_kind": {
            "study_visit": N_("Study visit"),
            "job_tasting": N_("Job tasting"),
            "work_trial": N_("Work trial"),
            "work_training": N_("Work training"),
            "internship": N_("Internship"),
            "employment": N_("Employment"),
            "studies": N_("Studies"),
        },
        "outcome": {
            "employment": N_("Employment"),
            "studies": N_("Studies"),
            "extended": N_("Extended"),
            "new_placement": N_("New placement"),
            "no_job": N_("Ended without a job"),
            "interrupted_client": N_("Interrupted by the client"),
            "interrupted_employer": N_("Interrupted by the employer"),
            "interrupted_other": N_("Interrupted, other reason"),
            "unknown": N_("Outcome missing"),
            "running": N_("Running"),
        },
        "subsidy": {
            "none": N_("No subsidy"),
            "wage_subsidy": N_("Wage subsidy"),
            "new_start": N_("New start job"),
            "sheltered": N_("Sheltered employment"),
            "introduction": N_("Introduction job"),
            "other": N_("Other subsidy"),
        },
        "party": {
            "client": N_("with the client"),
            "employer": N_("with the employer"),
            "both": N_("with both"),
            "three_party": N_("three-party meeting"),
        },
        "follow_up_state": {
            "overdue": N_("overdue"),
            "due": N_("for today"),
            "planned": N_("planned"),
            "lapsed": N_("lapsed"),
        },
        "need": {
            "overdue": N_("Late"),
            "due": N_("For today"),
            "at_risk": N_("At risk"),
            "ending": N_("Ending without a plan"),
            "unseen": N_("Not looked at"),
            "meeting": N_("Three-party meetings"),
            "cooling": N_("Fading"),
            "tired": N_("Tired employers"),
            "gap": N_("New gaps"),
        },
        "work_to_do": {
            "due": N_("waits"),
            "planned": N_("planned"),
            "expected": N_("expected"),
        },
        "mode": {
            "visit": N_("Visit"),
            "phone": N_("Phone call"),
            "video": N_("Video call"),
            "email": N_("E-mail"),
        },
        "assessment": {
            "on_track": N_("Going well"),
            "needs_adjustment": N_("Needs adjustment"),
            "at_risk": N_("At risk of breaking off"),
        },
        "written": {
            "follow_up_done": N_("Follow-up marked as done"),
            "follow_up_planned": N_("Follow-up planned"),
            "follow_up_cancelled": N_("Follow-up cancelled"),
            "contact_logged": N_("Contact logged"),
            "quiet_set": N_("Quiet period set"),
            "quiet_cleared": N_("Quiet period ended"),
        },
        "quiet_reason": {
            "asked": N_("They have asked for it"),
            "many_contacts": N_("Many contacts lately"),
            "workload": N_("Much to do at the workplace"),
            "reorganising": N_("Reorganisation"),
            "closed": N_("Closed or on holiday"),
            "other": N_("Another reason"),
        },
        "precision": {
            "exact": N_("exact position"),
            "postal_code": N_("placed by postal code"),
            "locality": N_("placed by locality"),
            "municipality": N_("placed by municipality"),
            "none": N_("no position"),
        },
        "role": {
            "visitor": N_("Visitor"),
            "coach": N_("Work coach"),
            "manager": N_("Unit manager"),
            "admin": N_("Administrator"),
        },
        "sector": {
            "A": N_("Farming, forestry and fishing"),
            "B": N_("Mining"),
            "C": N_("Manufacturing"),
            "D": N_("Energy"),
            "E": N_("Water, waste and recycling"),
            "F": N_("Construction"),
            "G": N_("Trade and car repair"),
            "H": N_("Transport and storage"),
            "I": N_("Hotels and restaurants"),
            "J": N_("Information and communication"),
            "K": N_("Finance and insurance"),
            "L": N_("Real estate"),
            "M": N_("Law, economics, science and technology"),
            "N": N_("Leasing, property care and support services"),
            "O": N_("Public administration and defence"),
            "P": N_("Education"),
            "Q": N_("Health and social care"),
            "R": N_("Culture, sport and leisure"),
            "S": N_("Other services"),
            "T": N_("Households as employers"),
            "U": N_("International organisations"),
        },
    }
)
"""Vocabulary → key → English text. The keys are those of `domain.vocabulary`, as text."""


def word(vocabulary: str, key: object) -> str:
    """The unit's own word for a key, else ours, in the language in use; a key we do not know stands as it is.

    >>> from dashboard.i18n import use_language; use_language("en")
    >>> word("rung", 5), word("warmth", "cooling"), word("outcome", "a new one")
    ('Partner', 'Cooling', 'a new one')
    """
    own = wording().name(vocabulary, str(key), language())
    if own is not None:
        return own
    text = VOCABULARIES[vocabulary].get(str(key))
    return _(text) if text else str(key)


def word_inside(vocabulary: str, key: object) -> str:
    """The word as it stands within a sentence.

    >>> from dashboard.i18n import use_language; use_language("en")
    >>> word_inside("ownership", "social_enterprise"), word_inside("referrer", "lss")
    ('social enterprise', 'LSS, daily activities')
    """
    return inside(word(vocabulary, key))


def inside(text: str) -> str:
    """A word without its capital, unless more than its first letter has one."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def our_word(vocabulary: str, key: str, code: str) -> str:
    """Our own word for a key in a language, whatever the unit calls it."""
    with in_language(code), in_wording(OURS):
        return _(VOCABULARIES[vocabulary][key])


def choices(vocabulary: str, keys: tuple[str, ...] | None = None) -> list[tuple[str, str]]:
    """(key, word) of a vocabulary, in its order, or of the given keys of it: what a select offers."""
    return [(key, word(vocabulary, key)) for key in (keys or tuple(VOCABULARIES[vocabulary]))]
