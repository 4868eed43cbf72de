"""The words that a cell may hold, as DATA.md fixes them.

Each vocabulary lists its keys in the order in which they are shown. The Swedish and English words
that an import accepts for a key stand with the importer; the words shown on screen are texts (i18n).
"""

OWNERSHIPS = ("private", "municipal", "regional", "state", "social_enterprise", "association")
SIZE_CLASSES = ("0", "1-9", "10-49", "50-249", "250+")
GENDERS = ("woman", "man", "other")
REFERRERS = (
    "lss",
    "social_services",
    "income_support",
    "employment_service",
    "insurance_agency",
    "health_care",
    "school",
    "other",
)
CLOSING_REASONS = ("employment", "studies", "moved", "health", "own_request", "other")
SUPPORT_NEEDS = (
    "structure",
    "social",
    "calm",
    "physical",
    "language",
    "transport",
    "short_hours",
    "supervision",
)
COOPERATION_ROLES = ("coordinator", "participant")
STEPS = (1, 2, 3, 4, 5)
CONTACT_KINDS = ("phone", "email", "meeting", "visit", "workplace_analysis", "event")
INITIATORS = ("unit", "employer")
PLACEMENT_KINDS = (
    "study_visit",
    "job_tasting",
    "work_trial",
    "work_training",
    "internship",
    "employment",
    "studies",
)
TRIAL_KINDS = ("work_trial", "work_training", "internship")
TASTING_KINDS = ("study_visit", "job_tasting")
OUTCOMES = (
    "employment",
    "studies",
    "extended",
    "new_placement",
    "no_job",
    "interrupted_client",
    "interrupted_employer",
    "interrupted_other",
)
SUCCESSES = ("employment", "studies")
CONTRACTS = ("permanent", "fixed_term", "probation", "hourly")
SUBSIDIES = ("none", "wage_subsidy", "new_start", "sheltered", "introduction", "other")
PARTIES = ("client", "employer", "both", "three_party")
MODES = ("visit", "phone", "video", "email")
ASSESSMENTS = ("on_track", "needs_adjustment", "at_risk")
QUIET_REASONS = ("asked", "many_contacts", "workload", "reorganising", "closed", "other")
"""Why an employer is left in peace: about the workplace, never about a person."""
PRECISIONS = ("exact", "postal_code", "locality", "municipality", "none")
WARMTHS = ("active", "cooling", "dormant", "never")
LEVELS = ("strong", "medium", "weak", "none")
RUNGS = (0, 1, 2, 3, 4, 5)
