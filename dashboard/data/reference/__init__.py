"""Public facts about Sweden that come with the product: places, industries, occupations.

Everything is read from the files beside this module at first use and kept. Nothing here reaches the network.
"""

from dashboard.data.reference.industries import is_known_sni, sni_section, sni_sections, sni_title
from dashboard.data.reference.localities import find_locality
from dashboard.data.reference.municipalities import (
    Municipality,
    counties,
    county_polygons_path,
    find_municipality,
    municipalities,
    municipality_polygons_path,
)
from dashboard.data.reference.notices import attributions, licences_path
from dashboard.data.reference.occupations import (
    find_job_titles,
    is_known_ssyk,
    job_titles,
    occupations_with_word,
    share_of_women,
    ssyk_title,
    ssyk_titles,
)
from dashboard.data.reference.places import Place, Position, Precision
from dashboard.data.reference.positions import locate
from dashboard.data.reference.postal_codes import find_postal_code

__all__ = [
    "Municipality",
    "Place",
    "Position",
    "Precision",
    "attributions",
    "counties",
    "county_polygons_path",
    "find_job_titles",
    "find_locality",
    "find_municipality",
    "find_postal_code",
    "is_known_sni",
    "is_known_ssyk",
    "job_titles",
    "licences_path",
    "locate",
    "municipalities",
    "municipality_polygons_path",
    "occupations_with_word",
    "share_of_women",
    "sni_section",
    "sni_sections",
    "sni_title",
    "ssyk_title",
    "ssyk_titles",
]
