"""What each published number is called, for a file where it stands alone: table and number in words."""

from collections.abc import Mapping

from dashboard.i18n import N_, _
from dashboard.public.counted import MEASURES
from dashboard.public.network_cards import LAYER_NAMES, named, place_name
from dashboard.public.people_cards import GENDER_NAMES
from dashboard.public.signs import half_year
from dashboard.reports.reference_words import occupation

OWN: Mapping[str, Mapping[str, str]] = {
    "people": {
        "served": N_("Had support"),
        "active": N_("Had support at the end"),
        "enrolled": N_("Began their support"),
        "closed": N_("Ended their support"),
        "to_work": N_("Began to work"),
        "to_studies": N_("Began to study"),
        "to_work_or_studies": N_("Began to work or study"),
        "in_work": N_("In work at the end"),
    },
    "steps": {"none": N_("No step recorded")},
    "gender": GENDER_NAMES,
    "gender_results": GENDER_NAMES,
    "trials": {
        "success": N_("Led to work or studies"),
        "interrupted": N_("Interrupted"),
        "completed": N_("Completed"),
    },
    "retention": {
        "90": N_("Jobs followed for 3 months"),
        "182": N_("Jobs followed for 6 months"),
        "365": N_("Jobs followed for 12 months"),
    },
}
"""Table → number → its name, where it is no word of a vocabulary."""
VOCABULARIES: Mapping[str, str] = {"steps": "step", "trials": "outcome", "rungs": "rung"}


def table_name(key: str) -> str:
    """A table's name, as on the page about how numbers are counted."""
    if key == "gender_results":
        return _("Women and men who began to work or study")
    return _(MEASURES[key][0]) if key in MEASURES else key


def number_name(table: str, key: str) -> str:
    """What a number of a table is of."""
    if key in OWN.get(table, {}):
        return _(OWN[table][key])
    if table in VOCABULARIES:
        return named(VOCABULARIES[table], key)
    first, _dot, second = key.partition(".")
    if table == "employer_kinds":
        return named(first, second)
    if table == "growth":
        return f"{half_year(first)}: {_(LAYER_NAMES[second])}"
    if table == "half_years":
        return half_year(key)
    return place_name(key) if table == "areas" else occupation(key) if table == "wishes" else key
