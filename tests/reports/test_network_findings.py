"""Every sentence of the network page, in every branch, in Swedish and in English."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.resilience import Step
from dashboard.domain.period import Period
from dashboard.i18n import use_language
from dashboard.reports.names_in_a_row import listed
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_findings import (
    change_word,
    finding,
    list_caption,
    question_title,
    resilience_finding,
    share_in_words,
    tile,
)
from dashboard.reports.network_scope import Known

NAMES = {"A": "Anna", "B": "Bo", "C": "Cia"}
SINCE = dt.date(2026, 3, 30)


def scope() -> Known:
    """Only coaches are asked for: their names, and who knows E0."""
    empty: Any = None
    return Known(
        dt.date(2026, 6, 30),
        empty,
        empty,
        empty,
        pd.DataFrame({"coach_id": ["A", "B"], "employer_id": ["E0", "E0"]}),
        NAMES,
        ("A", "B", "C"),
        empty,
        (),
        None,
        filtered=False,
    )


def answer(
    question: str, number: int, of: int, counts: Mapping[str, int] | None = None, **more: Any
) -> Answer:
    return Answer(question, pd.DataFrame({"employer_id": []}), number, of, counts=counts or {}, **more)


def single(number: int, of: int, coaches: int = 2, **more: Any) -> Answer:
    counts = {"most": number, "coaches": coaches}
    return answer("single_coach", number, of, counts, coaches=("A",) if number else (), **more)


def leaving(number: int, of: int, who: str = "A", placements: int = 0, follow_ups: int = 0, strong: int = 0):
    counts = {"placements": placements, "follow_ups": follow_ups}
    return answer("leaving", number, of, counts, coaches=tuple(who), strong=strong)


def cooling(number: int, of: int, dormant: int = 0) -> Answer:
    return answer("cooling", number, of, {"dormant": dormant}, names=("Kajen",), since=dt.date(2026, 1, 5))


def strongest(number: int, of: int, *names: str) -> Answer:
    return answer("strongest", number, of, {"top": 54}, names=names)


def changed(new: int, revived: int, lost: int, kept: int) -> Answer:
    counts = {"new": new, "revived": revived, "lost": lost, "kept": kept}
    return answer("changed", new + revived, new + revived + kept, counts, since=SINCE)


def shared(number: int, of: int, **more: Any) -> Answer:
    found = answer("shared", number, of, {"most": 3}, names=("Kajen", "Åkra"), **more)
    return replace(found, rows=pd.DataFrame({"employer_id": [f"E{n}" for n in range(number)]}))


def stepping(number: int, of: int) -> Answer:
    return answer("stepping", number, of, {"went_on": 2, "placed": 3}, names=("Kajen",))


def concentrated(number: int, of: int, employers: int, most: int = 4, gone: int = 0) -> Answer:
    counts = {"employers": employers, "most": most, "gone": gone}
    period = Period(dt.date(2025, 7, 1), dt.date(2026, 6, 30))
    return answer("concentrated", number, of, counts, names=("Kajen",), equal=7.25, period=period)


SENTENCES = [
    (
        shared(0, 0),
        "**Ingen arbetsgivare har ett levande band** till någon den här dagen.",
        "**No employer has a living tie** to anyone on this day.",
    ),
    (
        shared(0, 1),
        "**Ingen arbetsgivare är känd av flera av oss**: den enda med ett band hänger på en enda coach.",
        "**No employer is known by several of us**: the only one with a tie hangs on a single coach.",
    ),
    (
        shared(0, 4),
        "**Ingen arbetsgivare är känd av flera av oss**: alla 4 hänger på var sin enda coach.",
        "**No employer is known by several of us**: all 4 hang on a single coach each.",
    ),
    (
        shared(1, 4),
        "**1 av 4 arbetsgivare är känd av flera av oss**: Kajen, av Anna och Bo.",
        "**1 of 4 employers is known by several of us**: Kajen, by Anna and Bo.",
    ),
    (
        shared(2, 4),
        "**2 av 4 arbetsgivare är kända av flera av oss.** Flest av oss känner Kajen: 3 coacher.",
        "**2 of 4 employers are known by several of us.** Most of us know Kajen: 3 coaches.",
    ),
    (
        stepping(0, 0),
        "Ingen kunds placering är avslutad än, så ingen kan ha lett vidare till ett jobb hos en annan.",
        "No client's placement is over yet, so none can have led on to a job elsewhere.",
    ),
    (
        stepping(0, 1),
        "**Ingen arbetsgivare har lett vidare till jobb hos en annan.** Ingen kund från den enda där en "
        "placering är avslutad fick jobb hos en annan inom 180 dagar.",
        "**No employer has led on to a job elsewhere.** No client from the only one where a placement is "
        "over got a job at another within 180 days.",
    ),
    (
        stepping(0, 9),
        "**Ingen arbetsgivare har lett vidare till jobb hos en annan.** Ingen kund från de 9 där en "
        "placering är avslutad fick jobb hos en annan inom 180 dagar.",
        "**No employer has led on to a job elsewhere.** No client from the 9 where a placement is "
        "over got a job at another within 180 days.",
    ),
    (
        stepping(1, 9),
        "**1 av 9 arbetsgivare har lett vidare till jobb hos en annan.** "
        "Från Kajen fick 2 av 3 kunder jobb hos en annan inom 180 dagar.",
        "**1 of 9 employers has led on to a job elsewhere.** "
        "From Kajen, 2 of 3 clients got a job at another within 180 days.",
    ),
    (
        stepping(2, 9),
        "**2 av 9 arbetsgivare har lett vidare till jobb hos en annan.** "
        "Från Kajen fick 2 av 3 kunder jobb hos en annan inom 180 dagar.",
        "**2 of 9 employers have led on to a job elsewhere.** "
        "From Kajen, 2 of 3 clients got a job at another within 180 days.",
    ),
    (
        concentrated(0, 0, 0, 0),
        "Ingen placering började 1 juli 2025 till 30 juni 2026, så det finns inget att koncentrera.",
        "No placement started 1 July 2025 to 30 June 2026, so there is nothing to be concentrated.",
    ),
    (
        concentrated(1, 1, 1, 1),
        "**Periodens enda placering är hos Kajen.**",
        "**The only placement of the period is at Kajen.**",
    ),
    (
        concentrated(4, 4, 1),
        "**Alla periodens 4 placeringar är hos Kajen.**",
        "**All 4 placements of the period are at Kajen.**",
    ),
    (
        concentrated(2, 2, 2, 1),
        "**Periodens 2 placeringar är hos 2 arbetsgivare.** "
        "Det är lika koncentrerat som om de var jämnt fördelade på 7,2 arbetsgivare.",
        "**The period's 2 placements are at 2 employers.** It is as concentrated as 7.2 equal employers.",
    ),
    (
        concentrated(12, 30, 14, gone=1),
        "**12 av 30 placeringar i perioden (40\u00a0%) är hos de fem största.** Flest hos Kajen: 4. "
        "Det är lika koncentrerat som om de var jämnt fördelade på 7,2 arbetsgivare. "
        "1 av de största är inte längre aktiv och står varken i bilden eller i listan.",
        "**12 of 30 placements of the period (40%) are at the five largest.** Most at Kajen: 4. "
        "It is as concentrated as 7.2 equal employers. "
        "1 of the largest is no longer active and stands neither in the picture nor in the list.",
    ),
    (
        single(0, 0),
        "**Ingen arbetsgivare har ett levande band** till någon den här dagen.",
        "**No employer has a living tie** to anyone on this day.",
    ),
    (
        single(0, 3),
        "**Ingen arbetsgivare hänger på en enda coach**: alla 3 är kända av minst två.",
        "**No employer hangs on a single coach**: all 3 are known by at least two.",
    ),
    (
        single(1, 3, names=("Kajen",)),
        "**1 av 3 arbetsgivare hänger på en enda coach**: bara Anna känner Kajen.",
        "**1 of 3 employers hangs on a single coach**: only Anna knows Kajen.",
    ),
    (
        single(2, 3, coaches=1),
        "**2 av 3 arbetsgivare hänger på en enda coach.** Alla hänger på Anna. "
        "Ingen av dem är en stark relation.",
        "**2 of 3 employers hang on a single coach.** All of them hang on Anna. "
        "None of them is a strong relationship.",
    ),
    (
        single(2, 3, strong=1),
        "**2 av 3 arbetsgivare hänger på en enda coach.** 1 av dem är en stark relation. "
        "Flest hänger på Anna: 2.",
        "**2 of 3 employers hang on a single coach.** 1 of them is a strong relationship. "
        "Most hang on Anna: 2.",
    ),
    (
        single(1200, 1500, strong=2),
        "**1\u202f200 av 1\u202f500 arbetsgivare hänger på en enda coach.** 2 av dem är starka relationer. "
        "Flest hänger på Anna: 1\u202f200.",
        "**1,200 of 1,500 employers hang on a single coach.** 2 of them are strong relationships. "
        "Most hang on Anna: 1,200.",
    ),
    (
        leaving(0, 0, who=""),
        "Ingen coach arbetar den här dagen, så ingen kan sluta.",
        "No coach works on this day, so nobody can leave.",
    ),
    (
        leaving(0, 0),
        "**Anna har inget levande band**, så ingen arbetsgivare blir utan coach. "
        "Ingen placering eller uppföljning behöver en ny ansvarig.",
        "**Anna has no living tie**, so no employer loses its coach. "
        "No placement or follow-up needs anyone new.",
    ),
    (
        leaving(0, 0, who="AB", placements=1),
        "**Anna och Bo har inget levande band**, så ingen arbetsgivare blir utan coach. "
        "1 placering behöver en ny ansvarig.",
        "**Anna and Bo have no living tie**, so no employer loses its coach. 1 placement needs someone new.",
    ),
    (
        leaving(0, 1),
        "**Ingen arbetsgivare blir utan coach om Anna slutar**: den enda är känd av fler. "
        "Ingen placering eller uppföljning behöver en ny ansvarig.",
        "**No employer would be without a coach if Anna left**: the only one is known by others. "
        "No placement or follow-up needs anyone new.",
    ),
    (
        leaving(0, 4, follow_ups=2),
        "**Ingen arbetsgivare blir utan coach om Anna slutar**: alla 4 är kända av fler. "
        "2 uppföljningar som väntar behöver en ny ansvarig.",
        "**No employer would be without a coach if Anna left**: all 4 are known by others. "
        "2 due follow-ups need someone new.",
    ),
    (
        leaving(19, 36, placements=4, follow_ups=5, strong=6),
        "**19 av 36 arbetsgivare blir utan coach** om Anna slutar. 6 av dem är starka relationer. "
        "4 placeringar och 5 uppföljningar som väntar behöver en ny ansvarig.",
        "**19 of 36 employers would be without a coach** if Anna left. 6 of them are strong relationships. "
        "4 placements and 5 due follow-ups need someone new.",
    ),
    (
        leaving(1, 2, who="ABC", placements=1, follow_ups=1),
        "**1 av 2 arbetsgivare blir utan coach** om Anna, Bo och Cia slutar. "
        "Ingen av dem är en stark relation. "
        "1 placering och 1 uppföljning som väntar behöver en ny ansvarig.",
        "**1 of 2 employers would be without a coach** if Anna, Bo and Cia left. "
        "None of them is a strong relationship. 1 placement and 1 due follow-up need someone new.",
    ),
    (
        cooling(0, 0),
        "Det finns ännu ingen stark eller medelstark relation som kan svalna.",
        "There is no strong or medium relationship yet that could cool.",
    ),
    (
        cooling(0, 1),
        "**Den enda starka eller medelstarka relationen är varm.**",
        "**The only strong or medium relationship is warm.**",
    ),
    (
        cooling(0, 5),
        "**Ingen av de 5 starka eller medelstarka relationerna har svalnat.**",
        "**None of the 5 strong or medium relationships has cooled.**",
    ),
    (
        cooling(1, 5),
        "**1 av 5 starka eller medelstarka relationer har svalnat.** "
        "Längst tyst: Kajen, sedan 5 januari 2026.",
        "**1 of 5 strong or medium relationships has cooled.** Longest silent: Kajen, since 5 January 2026.",
    ),
    (
        cooling(3, 5, dormant=1),
        "**3 av 5 starka eller medelstarka relationer har svalnat.** 1 av dem är vilande. "
        "Längst tyst: Kajen, sedan 5 januari 2026.",
        "**3 of 5 strong or medium relationships have cooled.** 1 of them is dormant. "
        "Longest silent: Kajen, since 5 January 2026.",
    ),
    (
        strongest(0, 0),
        "**Ingen arbetsgivare har kontaktats än**, så ingen relation har någon styrka.",
        "**No employer has been in touch yet**, so no relationship has any strength.",
    ),
    (
        strongest(0, 2, "Kajen"),
        "**Ingen relation är stark än.** Närmast är Kajen, med 54 av 100.",
        "**No relationship is strong yet.** Kajen comes nearest, with 54 of 100.",
    ),
    (
        strongest(1, 2, "Kajen"),
        "**1 av 2 relationer är stark**: Kajen.",
        "**1 of 2 relationships is strong**: Kajen.",
    ),
    (
        strongest(3, 9, "Kajen", "Åkra", "Ö"),
        "**3 av 9 relationer är starka**, först Kajen, Åkra och Ö.",
        "**3 of 9 relationships are strong**, Kajen, Åkra and Ö first.",
    ),
    (
        changed(0, 0, 0, 0),
        "Det fanns inget levande band den 30 mars 2026 och det finns inget nu.",
        "There was no living tie on 30 March 2026 and there is none now.",
    ),
    (
        changed(0, 0, 0, 1),
        "**Inget band har ändrats sedan 30 mars 2026.** 1 är kvar.",
        "**No tie has changed since 30 March 2026.** 1 has been kept.",
    ),
    (
        changed(1, 0, 0, 2),
        "**1 nytt band sedan 30 mars 2026.** 2 är kvar.",
        "**1 new tie since 30 March 2026.** 2 have been kept.",
    ),
    (
        changed(2, 1, 3, 0),
        "**2 nya band, 1 återupptaget och 3 förlorade sedan 30 mars 2026.** 0 är kvar.",
        "**2 new ties, 1 revived and 3 lost ones since 30 March 2026.** 0 have been kept.",
    ),
]


@pytest.mark.parametrize(("asked", "swedish", "english"), SENTENCES)
def test_the_finding_says_what_was_found(asked: Answer, swedish: str, english: str) -> None:
    assert finding(asked, scope()) == swedish
    use_language("en")
    assert finding(asked, scope()) == english


TILES = [
    (single(3, 9), ("3", "av 9"), "Vilka hänger på en enda coach?"),
    (leaving(1, 2), ("1", "blir utan coach"), "Om Anna slutar?"),
    (leaving(2, 9, who="ABC"), ("2", "blir utan coach"), "Om 3 coacher slutar?"),
    (leaving(0, 0, who=""), ("0", "blir utan coach"), "Om en coach slutar?"),
    (cooling(1, 2), ("1", "stark eller medel"), "Vilka har svalnat?"),
    (strongest(2, 2), ("2", "starka relationer"), "Vilka är starkast?"),
    (shared(2, 9), ("2", "av 9"), "Vilka känner flera av oss?"),
    (stepping(2, 9), ("2", "av 9"), "Vilka leder vidare till jobb?"),
    (concentrated(12, 30, 14), ("40\u00a0%", "hos de fem största"), "Var är vi koncentrerade?"),
    (concentrated(5, 5, 2), ("2", "arbetsgivare i allt"), "Var är vi koncentrerade?"),
    (changed(3, 1, 2, 0), ("+4", "band, 2 borta"), "Vad har ändrats?"),
]


@pytest.mark.parametrize(("asked", "number_and_unit", "text"), TILES)
def test_a_tile_asks_and_answers(asked: Answer, number_and_unit: tuple[str, str], text: str) -> None:
    assert tile(asked) == number_and_unit
    assert question_title(asked, scope()) == text


def test_the_caption_of_the_list_says_how_many_of_how_many() -> None:
    assert list_caption(leaving(19, 36), scope(), 19, 19, searched=False) == (
        "Arbetsgivare som blir utan coach om Anna slutar. 19 av 19 visas."
    )
    assert list_caption(changed(1, 0, 0, 0), scope(), 1, 1, searched=True) == (
        "Band som är nya, återupptagna eller förlorade sedan 30 mars 2026. "
        "1 av 1 som motsvarar sökningen visas."
    )


def steps(*kept: int) -> list[Step]:
    return [Step("" if left == 0 else "ABC"[left - 1], one, kept[0]) for left, one in enumerate(kept)]


@pytest.mark.parametrize(
    ("curve", "sentence"),
    [
        ([], "Det finns inget levande band, så inget kan brista."),
        (steps(4, 0), "**Allt hänger på Anna**: ingen annan har ett levande band."),
        (steps(4, 3, 0), "Utan Anna har **75\u00a0%** kvar en coach."),
        (steps(4, 3, 1, 0), "Utan Anna har **75\u00a0%** kvar en coach, utan två **25\u00a0%**."),
    ],
)
def test_resilience_is_said_in_a_sentence(curve: list[Step], sentence: str) -> None:
    assert resilience_finding(curve, scope()) == sentence


def test_a_share_is_whole_or_nothing_only_when_it_is() -> None:
    words = [share_in_words(Step("A", kept, 1000)) for kept in (1000, 999, 500, 1, 0)]
    assert words == ["100\u00a0%", "99\u00a0%", "50\u00a0%", "1\u00a0%", "0\u00a0%"]


def test_names_are_listed_as_one_says_them() -> None:
    assert [listed(names) for names in ([], ["Anna"], ["Anna", "Bo"], ["Anna", "Bo", "Cia"])] == [
        "",
        "Anna",
        "Anna och Bo",
        "Anna, Bo och Cia",
    ]


def test_every_change_has_a_word() -> None:
    assert [change_word(kind) for kind in ("new", "revived", "lost")] == ["Nytt", "Återupptaget", "Förlorat"]
