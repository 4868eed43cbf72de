"""Tables are tables: caption, scope, sorting that is spoken, pages that are links."""

import pytest

from dashboard.components.tables import Column, Paging, Row, Sorting, data_table, pager
from tests.components.drawn import parts, text

COLUMNS = [
    Column("name", "Namn", sort="name"),
    Column("strength", "Styrka", number=True, sort="strength", descending_first=True),
    Column("note", "Not"),
]
ROWS = [Row({"name": "Ek", "strength": "81"}, href="/arbetsgivare/E1"), Row({"name": "Al", "note": "x"})]


def table(sort="name", **more):
    return data_table(
        "t", "Två rader.", COLUMNS, ROWS, sorting=Sorting(sort, lambda key: f"?sort={key}"), **more
    )


def test_rows_and_columns_are_headed_and_the_table_has_a_caption():
    drawn = table()
    assert [text(one) for one in parts(drawn, "Caption")] == ["Två rader."]
    assert [text(one) for one in parts(drawn, "Th", scope="col")] == ["Namn", "Styrka", "Not"]
    assert [text(one) for one in parts(drawn, "Th", scope="row")] == ["Ek", "Al"]


def test_the_region_that_rolls_is_named_and_reached_by_keyboard():
    (region,) = parts(table(), class_name="b-scroll")
    assert (region.tabIndex, region.role) == (0, "region")
    assert "Två rader." in getattr(region, "aria-label")


@pytest.mark.parametrize(
    ("sort", "spoken", "name_leads_to", "strength_leads_to"),
    [
        ("name", ["ascending", "none"], "?sort=-name", "?sort=-strength"),
        ("-name", ["descending", "none"], "?sort=name", "?sort=-strength"),
        ("-strength", ["none", "descending"], "?sort=name", "?sort=strength"),
        ("strength", ["none", "ascending"], "?sort=name", "?sort=-strength"),
    ],
)
def test_a_heading_says_how_it_sorts_and_leads_to_the_other_way(
    sort, spoken, name_leads_to, strength_leads_to
):
    headings = [one for one in parts(table(sort), "Th", scope="col") if getattr(one, "aria-sort", None)]
    assert [getattr(one, "aria-sort") for one in headings] == spoken
    assert [parts(one, "A")[0].href for one in headings] == [name_leads_to, strength_leads_to]


def test_an_empty_cell_is_a_dash_that_a_phone_may_hide():
    cells = parts(table(), "Td", data_l="Not")
    assert [text(one) for one in cells] == ["–", "x"]
    assert parts(cells[0], class_name="b-none")


def test_the_first_cell_leads_to_its_row():
    assert parts(table(), "A", href="/arbetsgivare/E1")


def paging(page, total=10):
    return Paging(page, 4, total, lambda target: f"?sida={target}")


@pytest.mark.parametrize(
    ("page", "where", "leads"),
    [(1, "1–4 av 10", ["?sida=2"]), (2, "5–8 av 10", ["?sida=1", "?sida=3"]), (3, "9–10 av 10", ["?sida=2"])],
)
def test_pages_lead_one_step_each_way_and_not_beyond(page, where, leads):
    drawn = pager("t", paging(page))
    assert where in text(drawn)
    assert [one.href for one in parts(drawn, "A")] == leads


def test_what_fits_on_one_page_has_no_pages():
    assert text(pager("t", paging(1, total=4))) == ""


@pytest.mark.parametrize(
    ("count", "stack", "size"), [(5, True, ""), (6, True, "many"), (7, True, "wide"), (9, False, "")]
)
def test_many_columns_are_drawn_tighter_or_stacked_sooner(count: int, stack: bool, size: str) -> None:
    columns = [Column(f"c{place}", "x") for place in range(count)]
    (drawn,) = parts(data_table("t", "c", columns, [], stack=stack), "Table")
    found = {name for name in ("many", "wide") if f"b-table--{name}" in drawn.className}
    assert found == ({size} if size else set())
