"""Marks say their meaning in a word; the picture is for those who see it."""

import pytest

from dashboard.components.marks import (
    avatar,
    avatars,
    count,
    mark_level,
    mark_outcome,
    mark_rung,
    mark_warmth,
    status,
)
from dashboard.domain.vocabulary import OUTCOMES, RUNGS, WARMTHS
from dashboard.figures.theme import asset_folder
from dashboard.i18n import use_language
from tests.components.drawn import parts, text

ICONS = (asset_folder() / "15-icons.css").read_text()


@pytest.mark.parametrize(
    "mark",
    [
        *(mark_rung(rung) for rung in RUNGS),
        *(mark_warmth(warmth) for warmth in WARMTHS),
        *(mark_outcome(outcome) for outcome in (*OUTCOMES, "running", "unknown")),
        *(status(kind, "Ord") for kind in ("good", "attention", "critical", "neutral")),
    ],
    ids=text,
)
def test_every_mark_has_a_word_and_a_picture_that_exists(mark):
    (picture,) = parts(mark, "Span", "b-i")
    assert text(mark)
    assert getattr(picture, "aria-hidden") == "true"
    assert f".{picture.className.split()[1]} {{ --i:" in ICONS


def test_a_partner_is_a_partner_in_both_languages():
    assert text(mark_rung(4)) == "Anställt"
    use_language("en")
    assert text(mark_rung(4)) == "Hired"


def test_strength_is_a_whole_number_with_its_level():
    assert text(mark_level("strong", 80.6)) == "81 stark"
    assert text(mark_level("none", 0)) == "ingen relation"


def test_a_coach_is_a_letter_and_a_name():
    letter = parts(avatar("Åsa"), aria_hidden="true")
    assert [text(one) for one in letter] == ["Å"]
    assert text(avatars([])) == "ingen just nu"


def test_a_count_can_say_what_it_counts():
    assert text(count(6, "att göra")) == "att göra: 6"
