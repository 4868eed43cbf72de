"""The ground of a map: the municipalities around the places."""

from dashboard.reports.map_areas import municipalities_around

VALLENTUNA = (59.534, 18.077)


def names(places) -> set[str]:
    return {area["properties"]["name"] for area in municipalities_around(places)["features"]}


def test_the_ground_is_the_places_own_municipality_and_its_neighbours():
    around = names([VALLENTUNA])
    assert {"Vallentuna", "Täby", "Upplands Väsby", "Sigtuna", "Österåker"} <= around
    assert "Malmö" not in around
    assert len(around) < 15


def test_places_far_apart_bring_what_lies_between():
    assert {"Malmö", "Vallentuna", "Linköping"} <= names([VALLENTUNA, (55.6, 13.0)])


def test_no_places_give_the_whole_country():
    assert len(names([])) == 290
