"""What the public page says of each number: in every case that a protected number can be in."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from dashboard.domain.publication import Part, Publication
from dashboard.i18n import in_wording, use_language
from dashboard.public import render_page
from dashboard.public.big_numbers import big_numbers
from dashboard.public.cards import Card
from dashboard.public.render import CARDS, render
from dashboard.public.signs import of_ten
from dashboard.wording import Wording
from tests.public_pages import only, rich, table, with_table

DELTAGARE = {
    "client.one": "deltagare",
    "client.many": "deltagare",
    "client.the": "deltagaren",
    "client.those": "deltagarna",
    "client.joined": "deltagar",
}


def card(key: str, publication: Publication) -> Card:
    made = CARDS[key](publication)
    assert made is not None
    return made


def first(counts: Mapping[str, int | str | None], *parts: Part) -> tuple[str, str, str, str]:
    one = big_numbers(only(table("people", counts, parts)))[0]
    return one.number, one.of, one.sentence, one.detail


def test_results_come_with_their_whole_their_share_and_its_interval() -> None:
    counts = {"served": 94, "to_work": 31, "to_studies": 7, "to_work_or_studies": 38}
    assert first(counts, Part("to_work_or_studies", 40, 30, 50)) == (
        "38",
        "av 94",
        "personer med stöd började arbeta eller studera.",
        "Det är ungefär 40\u00a0% (osäkert: 30–50\u00a0%). Till arbete: 31. Till studier: 7.",
    )


def test_without_a_share_none_is_worked_out() -> None:
    counts: dict[str, int | str | None] = {
        "served": 9,
        "to_work": "..",
        "to_studies": "..",
        "to_work_or_studies": 6,
    }
    assert first(counts)[3] == ""


def test_one_of_two_parts_hidden_is_said_in_words() -> None:
    counts: dict[str, int | str | None] = {
        "served": 40,
        "to_work": 9,
        "to_studies": "..",
        "to_work_or_studies": "..",
    }
    number, of, sentence, detail = first(counts)
    assert (number, of, sentence) == ("40", "", "personer fick stöd.")
    assert detail == "Hur många av dem som började arbeta eller studera: dolt av sekretess."


@pytest.mark.parametrize(("sign", "words"), [("..", "dolt av sekretess"), ("-", "inte angivet")])
def test_an_unknown_whole_is_said_and_no_number_stands_alone(sign: str, words: str) -> None:
    number, of, sentence, _detail = first({"served": sign, "to_work_or_studies": 12})
    assert (number, of, sentence) == ("", "", f"Hur många som fick stöd: {words}.")


def test_retention_is_of_ten_people() -> None:
    one = big_numbers(only(table("retention", {"182": 48}, (Part("182", 65, 50, 75),))))[0]
    assert (one.number, one.of) == ("6–7", "av 10")
    assert one.detail == "Så länge har vi följt 48 jobb. Osäkert: 50–75\u00a0%."


def test_the_half_year_is_told_first_and_the_year_where_it_is_hidden() -> None:
    parts = (Part("90", 85), Part("182", None, sign=".."), Part("365", 65))
    one = big_numbers(only(table("retention", {"365": 20}, parts)))[0]
    assert (one.number, one.sentence) == ("6–7", "som får ett jobb har det kvar efter ett år.")


def test_hidden_retention_says_so() -> None:
    one = big_numbers(only(table("retention", {"182": ".."}, (Part("182", None, sign=".."),))))[0]
    assert (one.number, one.width) == ("", None)
    assert one.sentence == "Hur många som har kvar sitt jobb efter ett halvår: dolt av sekretess."


def test_employers_are_summed_only_when_every_rung_is_shown() -> None:
    shown = {"0": 58, "1": 84, "2": 71, "3": 52, "4": 33, "5": 14}
    one = big_numbers(only(table("rungs", shown)))[0]
    assert (one.number, one.of) == ("170", "av 312")
    assert big_numbers(only(table("rungs", {**shown, "1": ".."}))) == ()


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "ingen"), (5, "ingen till en"), (40, "fyra"), (65, "sex till sju"), (100, "alla tio")],
)
def test_a_share_is_people_of_ten(share: int, words: str) -> None:
    assert of_ten(share) == words


def test_the_network_says_how_many_have_opened_and_hired() -> None:
    made = card("natverket", rich())
    assert made.title == "312 arbetsgivare bär bron"
    assert "**99 har öppnat sin arbetsplats för någon**, och 47 av dem har anställt." in made.finding
    assert {rung: len(seats) for rung, seats in made.data["arch"].seats.items()} == {
        5: 14, 4: 33, 3: 52, 2: 71, 1: 84, 0: 58,
    }  # fmt: skip


def test_a_hidden_rung_has_no_signs_and_takes_the_sums_with_it() -> None:
    made = card("natverket", with_table("rungs", {"0": 58, "1": 84, "2": 71, "3": "..", "4": 33, "5": 14}))
    assert made.title == "Arbetsgivarna bär bron"
    assert "öppnat" not in made.finding
    assert 3 not in made.data["arch"].seats
    assert ("3", "dolt av sekretess", False) in [row[:3] for row in made.data["ladder"]]


def test_growth_compares_the_first_and_the_last_half_year() -> None:
    assert card("vaxer", rich()).finding == "**Från 73 arbetsgivare till 312** sedan första halvåret 2023."
    falling = {"2025-2.known": 30, "2025-2.met": 9, "2025-2.trial": 8, "2025-2.job": 7}
    falling |= {"2026-1.known": 20, "2026-1.met": 9, "2026-1.trial": 8, "2026-1.job": 7}
    made = card("vaxer", with_table("growth", falling))
    assert made.finding == "44 arbetsgivare nu, mot 54 när andra halvåret 2025 slutade."
    hidden = card("vaxer", with_table("growth", {**falling, "2025-2.job": ".."}))
    assert hidden.finding == "Arbetsgivare när varje halvår slutade."


def test_the_map_says_where_most_are() -> None:
    finding = card("karta", with_table("areas", {"0180": 60, "0182": 20})).finding
    assert finding == "**60 av 80** finns i Stockholm."
    assert card("karta", with_table("areas", {"0180": 60, "0182": ".."})).finding.startswith(
        "**60 arbetsgivare**"
    )
    assert card("karta", with_table("areas", {"0180": ".."})).finding.endswith("dolt av sekretess.")


def test_an_area_that_we_cannot_draw_stands_in_the_list_all_the_same() -> None:
    made = card("karta", with_table("areas", {"9999": 12, "0180": 60}))
    assert [row[1] for row in made.data["rows"]] == ["60", "12"]
    assert [shape[0].code for shape in made.data["shapes"]] == ["0180"]


def test_kinds_name_the_most_usual_owner() -> None:
    kinds: dict[str, int | str | None] = {"ownership.private": 30, "ownership.state": 10, "sector.G": 40}
    assert card("slag", with_table("employer_kinds", kinds)).finding == (
        "Vanligaste ägaren är privat: **30 av 40 placeringar**."
    )
    hidden = card("slag", with_table("employer_kinds", {**kinds, "ownership.state": ".."}))
    assert hidden.finding == "Vanligaste ägaren är privat: **30 placeringar**."
    none = card("slag", with_table("employer_kinds", {"ownership.private": ".."}))
    assert none.finding == "Placeringar efter slag av arbetsgivare."


def test_the_steps_name_the_fullest_only_when_all_are_shown() -> None:
    steps: dict[str, int | str | None] = {"1": 9, "2": 11, "3": 16, "4": 8, "5": 13, "none": 0}
    assert "**Flest, 16, är på steg 3**" in card("stegen", with_table("steps", steps)).finding
    hidden = card("stegen", with_table("steps", {**steps, "2": ".."}))
    assert hidden.finding == "Så många var på varje steg när perioden slutade."


def test_the_steps_have_the_units_own_names() -> None:
    own = replace(rich(), words={"sv": {"step.3": "Söka jobb", **DELTAGARE}, "en": {}})
    assert "<h3>Söka jobb</h3>" in render_page(own, "sv")
    assert "<h3>Job seeking</h3>" in render_page(own, "en")
    assert "Avbruten av deltagare" in render_page(own, "sv")


def test_words_in_force_elsewhere_do_not_change_what_is_frozen() -> None:
    with in_wording(Wording(names={"step.3": "Något annat"})):
        assert "Något annat" not in render_page(rich(), "sv")


def test_what_is_left_is_named_last_and_is_never_the_most() -> None:
    kinds: dict[str, int | str | None] = {"ownership.others": 60, "ownership.private": 30}
    made = card("slag", with_table("employer_kinds", kinds))
    assert made.finding == "Vanligaste ägaren är privat: **30 av 90 placeringar**."
    assert [bar.label for bar in made.data["parts"][0][1]] == ["Privat", "Övriga"]
    places = card("karta", with_table("areas", {"others": 60, "0180": 30}))
    assert places.finding == "**30 av 90** finns i Stockholm."
    assert places.data["rows"][-1] == ("På andra ställen, eller okänt", "60")


def test_trials_tell_their_share_or_why_not() -> None:
    counts: dict[str, int | str | None] = {"employment": 22, "no_job": 30}
    shown = card("provningar", with_table("trials", counts, (Part("success", 40, 25, 55),)))
    assert shown.finding.startswith(
        "**Ungefär 40\u00a0% av prövningarna** ledde till arbete eller studier (osäkert: 25–55"
    )
    assert shown.finding.endswith("52 prövningar slutade.")
    hidden = card(
        "provningar", with_table("trials", {**counts, "no_job": ".."}, (Part("success", None, sign=".."),))
    )
    assert hidden.finding == "Hur många prövningar som ledde till arbete eller studier: dolt av sekretess."


def test_lasting_jobs_are_told_after_a_year_else_half_else_not_at_all() -> None:
    def told(half: int | None, year: int | None) -> str:
        parts = [
            Part(key, share, sign="" if share else "..") for key, share in (("182", half), ("365", year))
        ]
        return card("varar", with_table("retention", {"182": 20, "365": 10}, tuple(parts))).finding

    assert "sex till sju det kvar efter ett år" in told(70, 65)
    assert "sju det kvar efter ett halvår" in told(70, None)
    assert told(None, None) == "För få för att säga hur länge jobben varar."


@pytest.mark.parametrize(
    ("woman", "man", "said"),
    [
        (
            Part("woman", 60, 50, 70),
            Part("man", 30, 20, 45),
            "**Kvinnor började arbeta eller studera oftare**",
        ),
        (Part("woman", 30, 20, 45), Part("man", 60, 50, 70), "**Män började arbeta eller studera oftare**"),
        (Part("woman", 60, 45, 70), Part("man", 30, 20, 45), "**Ingen säker skillnad**"),
        (Part("woman", 60, 45, 70), Part("man", None, sign=".."), "Det går inte att avgöra"),
        (Part("woman", 60), Part("man", 30), "Det går inte att avgöra"),
    ],
)
def test_a_difference_is_told_only_when_the_intervals_lie_apart(woman: Part, man: Part, said: str) -> None:
    made = card("konen", with_table("gender_results", {"woman": 20, "man": 10}, (woman, man)))
    assert made.finding.startswith(said)


def test_a_gender_that_does_not_apply_has_no_row_and_a_hidden_one_has() -> None:
    assert [row["key"] for row in card("konen", rich()).data["rows"]] == ["woman", "man"]
    hidden = card("konen", with_table("gender", {"woman": 45, "man": 49, "other": ".."}))
    assert [row["served"] for row in hidden.data["rows"]] == ["45", "49", "dolt av sekretess"]


def test_the_latest_half_year_is_told_even_when_hidden() -> None:
    made = card("over-tid", with_table("half_years", {"2025-2": 16, "2026-1": ".."}))
    assert made.finding == "Första halvåret 2026: dolt av sekretess."


def test_targets_are_in_three_states() -> None:
    made = card("mal", rich())
    assert made.finding == "**1 av 3 mål är nådda.** 1 går inte att avgöra med så små tal."
    assert [row["state"] for row in made.data["rows"]] == ["nått", "går inte att avgöra", "inte nått"]


def test_costs_say_where_they_turn() -> None:
    made = card("kostnad", rich())
    assert made.finding == "Det går ihop när **minst 35\u00a0% av jobben** inte hade blivit av utan stödet."
    assert [row[1] for row in made.data["rows"]] == [
        "1,2 miljoner kronor",
        "2,4 miljoner kronor",
        "950\u202f000 kronor",
        "−3,1 miljoner kronor",
    ]
    assert card("kostnad", rich(turns_at=None)).finding == "Vad stödet kostar och vad det ger tillbaka."


def test_wishes_name_the_most_wished_for() -> None:
    assert card("hindrar", rich()).finding.startswith(
        "**12 personer** önskar något där vi känner få arbetsgivare: "
    )
    hidden = card("hindrar", with_table("wishes", {"52": ".."}))
    assert hidden.finding == "Det behövs fler arbetsgivare i de yrken som människor önskar."


def test_a_card_without_its_table_is_left_out() -> None:
    empty = only()
    assert [key for key, make in CARDS.items() if make(empty) is not None] == []
    assert "<h1>" in render_page(empty, "sv")


def test_a_sign_never_stands_alone_on_the_page() -> None:
    text = re.sub(r"<[^>]+>", "\n", render_page(rich(), "sv"))
    assert [line for line in text.splitlines() if line.strip() in {"..", "-"}] == []
    assert "dolt av sekretess" in text


@pytest.mark.parametrize("template", ["summary.html", "screen.html", "sheet.html", "about.html"])
def test_invented_figures_are_called_so_on_every_page(template: str) -> None:
    assert "Påhittade exempeldata." in render(template, rich(invented=True), "sv")
    assert "Påhittade exempeldata." not in render(template, rich(), "sv")


def words_and_long_ones(text: str) -> tuple[int, int, int]:
    words = re.findall(r"[^\W_]+(?:[-–][^\W_]+)*", text)
    return len(words), sum(len(word) > 6 for word in words), max(1, len(re.findall(r"[.!?:](?:\s|$)", text)))


def lix(text: str) -> float:
    """Björnsson's readability index: words per sentence, and the share of words of more than six letters."""
    words, long_ones, sentences = words_and_long_ones(text)
    return words / sentences + 100 * long_ones / words


def test_the_readability_index_is_counted_as_published() -> None:
    assert lix("Det här är en mening. Arbetsgivarna öppnar dörren.") == 4 + 100 * 1 / 8


def test_the_page_is_plain_swedish() -> None:
    page = render_page(rich(), "sv")
    told = re.findall(r"<(?:p|li|h\d)[^>]*>(.*?)</(?:p|li|h\d)>", page, re.DOTALL)
    sentences = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", one)).strip() for one in told]
    text = " ".join(one for one in sentences if one.endswith("."))
    assert len(text) > 2_000
    assert lix(text.replace("\u00ad", "")) <= 45


def test_in_english_no_swedish_is_left() -> None:
    use_language("en")
    publication = rich(unit="The unit", contact={})
    page = render_page(publication, "en").replace(">Svenska<", "><")
    for place in ("Södertälje", "Lidingö"):
        page = page.replace(place, "")
    assert set(re.findall(r"\w*[åäöÅÄÖ]\w*", page)) - {"Malmö"} == set()
