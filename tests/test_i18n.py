"""Texts, numbers, dates and the order of names in both languages."""

import contextvars
import datetime as dt

import pytest

from dashboard import i18n
from dashboard.i18n import (
    N_,
    THIN_SPACE,
    _,
    day,
    day_short,
    language,
    ngettext,
    number,
    percent,
    sort_key,
    use_language,
)

HARD_SPACE = "\u00a0"


def in_language(code: str, make) -> str:
    use_language(code)
    return str(make())


@pytest.mark.parametrize(
    ("value", "decimals", "swedish", "english"),
    [
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
        (1234, 0, f"1{THIN_SPACE}234", "1,234"),
        (1234.56, 1, f"1{THIN_SPACE}234,6", "1,234.6"),
        (1234567, 0, f"1{THIN_SPACE}234{THIN_SPACE}567", "1,234,567"),
        (0.5, 2, "0,50", "0.50"),
    ],
)
def test_a_number_is_written_as_in_the_language(
    value: float, decimals: int, swedish: str, english: str
) -> None:
    assert in_language("sv", lambda: number(value, decimals)) == swedish
    assert in_language("en", lambda: number(value, decimals)) == english


def test_a_negative_number_has_a_minus_sign() -> None:
    assert in_language("sv", lambda: number(-3)) in {"−3", "-3"}


def test_a_share_is_written_in_whole_per_cent() -> None:
    assert in_language("sv", lambda: percent(0.4519)) == f"45{HARD_SPACE}%"
    assert in_language("en", lambda: percent(0.4519)) == "45%"


def test_a_day_is_written_in_words() -> None:
    third = dt.date(2026, 3, 3)
    assert in_language("sv", lambda: day(third)) == "3 mars 2026"
    assert in_language("en", lambda: day(third)) == "3 March 2026"
    assert day_short(third) == "2026-03-03"


def test_an_unknown_language_gives_swedish() -> None:
    use_language("fi")
    assert language() == "sv"


def test_the_language_belongs_to_the_request() -> None:
    use_language("sv")
    contextvars.copy_context().run(use_language, "en")
    assert language() == "sv"


def test_names_are_sorted_the_swedish_way() -> None:
    names = ["Östans", "Årsta", "ICA", "Änglamark", "Ek", "Zeta", "östan", "Éa", "Aa"]
    assert sorted(names, key=sort_key) == [
        "Aa",
        "Éa",
        "Ek",
        "ICA",
        "Zeta",
        "Årsta",
        "Änglamark",
        "östan",
        "Östans",
    ]


def test_the_same_letter_written_in_two_ways_sorts_alike() -> None:
    assert sort_key("Ångermanland") == sort_key("A\u030angermanland")


def test_a_marked_text_is_left_as_it_is() -> None:
    assert N_("Employers") == "Employers"


def test_an_unknown_text_is_shown_rather_than_nothing() -> None:
    use_language("sv")
    unknown = "A text that nobody has written"
    assert _(unknown) == unknown


def test_english_has_singular_and_plural_without_a_catalogue() -> None:
    use_language("en")
    assert ngettext("{n} employer", "{n} employers", 1).format(n=1) == "1 employer"
    assert ngettext("{n} employer", "{n} employers", 0).format(n=0) == "0 employers"


def test_every_catalogue_is_read(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "one.po").write_text('msgid "Bridge"\nmsgstr "Brygga"\n')
    (folder / "two.po").write_text(
        'msgid "{n} boat"\nmsgid_plural "{n} boats"\nmsgstr[0] "{n} båt"\nmsgstr[1] "{n} båtar"\n', "utf-8"
    )
    monkeypatch.setattr(i18n, "locale_folder", lambda: tmp_path)
    i18n._translations.cache_clear()
    use_language("sv")
    try:
        assert _("Bridge") == "Brygga"
        assert ngettext("{n} boat", "{n} boats", 1) == "{n} båt"
        assert ngettext("{n} boat", "{n} boats", 0) == "{n} båtar"
    finally:
        i18n._translations.cache_clear()


def test_the_catalogues_are_found_in_a_checkout() -> None:
    assert (i18n.locale_folder() / "sv" / "LC_MESSAGES").is_dir()
