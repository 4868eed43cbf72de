"""A publication as pages: server-made HTML that needs no script, the same for everybody who asks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dashboard import i18n
from dashboard.domain.publication import Publication
from dashboard.public import network_cards, people_cards, site, value_cards
from dashboard.public.big_numbers import big_numbers
from dashboard.public.cards import Card, Maker
from dashboard.public.film import film
from dashboard.public.signs import period
from dashboard.public.static_files import script_address, style_address
from dashboard.public.told import telling
from dashboard.reports.publish_own_words import wording_again
from dashboard.wording import OURS, Wording

CARDS: dict[str, Maker] = {
    "natverket": network_cards.network_card,
    "vaxer": network_cards.growth_card,
    "karta": network_cards.areas_card,
    "slag": network_cards.kinds_card,
    "stegen": people_cards.steps_card,
    "varar": people_cards.retention_card,
    "provningar": people_cards.trials_card,
    "konen": people_cards.gender_card,
    "over-tid": people_cards.halves_card,
    "mal": value_cards.targets_card,
    "kostnad": value_cards.costs_card,
    "jamfort": value_cards.benchmarks_card,
    "hindrar": network_cards.wishes_card,
}
"""Every card there can be, by its name in addresses and in the order of the page."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page needs to know of the process that shows it.

    Attributes:
        sign_in: the address where staff sign in; empty in a process that has none.
        origin: scheme and host as readers see them, for codes to copy; empty when it is not known.
        contact: whom to write to, where no publication says it.
    """

    sign_in: str = "/logga-in"
    origin: str = ""
    contact: str = ""


STAFF_PROCESS = Surroundings()
ON_THE_SHEET = ("natverket", "stegen", "varar", "konen", "provningar", "mal", "over-tid", "slag")
"""What one A4 is filled with, the most wanted first."""
LONG_WORDS = {
    "Arbetsgivarengagemang": "Arbetsgivar\u00adengagemang",
    "Överenskommelse": "Överens\u00adkommelse",
    "engagement": "engage\u00adment",
}
"""Browsers hyphenate where they have a dictionary, which is not everywhere."""
WIDE_ON_SHEET, NARROW_ON_SHEET = 2, 4


def render_page(
    publication: Publication | None, language: str, surroundings: Surroundings = STAFF_PROCESS
) -> str:
    """The summary: the page that is shown to whoever comes.

    Args:
        publication: what is published; None gives a page that says that nothing is.
        language: "sv" or "en".
        surroundings: the process that shows it.
    """
    if publication is None:
        return render("nothing.html", None, language, surroundings)
    return render("summary.html", publication, language, surroundings, here=site.SUMMARY)


def render(
    template: str,
    publication: Publication | None,
    language: str,
    surroundings: Surroundings = STAFF_PROCESS,
    **values: Any,
) -> str:
    """A public page.

    Args:
        template: its file.
        publication: what is published.
        language: "sv" or "en".
        surroundings: the process that shows it.
        values: what else the template shows; `here` is the page's own path, for the switch of language.
    """
    with i18n.in_language(language), i18n.in_wording(wording_of(publication)):
        shown: dict[str, Any] = {"here": site.SUMMARY, "cards": (), "big": (), "telling": None, "period": ""}
        if publication is not None:
            shown |= {
                "cards": made_cards(publication),
                "big": big_numbers(publication),
                "telling": telling(publication),
                "period": period(publication.first, publication.last),
            }
            if template == "screen.html":
                shown["film"] = film(publication)
            if template == "sheet.html":
                shown["sheet_cards"] = on_the_sheet(shown["cards"])
        shown |= {
            "publication": publication,
            "language": i18n.language(),
            "around": surroundings,
            "style": style_address(),
            "script": script_address(),
        }
        return _templates().get_template(template).render(**(shown | values))


def wording_of(publication: Publication | None) -> Wording:
    """The unit's own words as they are frozen in the publication; never those that are in force elsewhere."""
    return OURS if publication is None else wording_again(publication.words)


def made_cards(publication: Publication) -> tuple[Card, ...]:
    """The cards that a publication can fill, in the order of the page and the language in use."""
    return tuple(card for make in CARDS.values() if (card := make(publication)) is not None)


def on_the_sheet(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """As many cards as one A4 has room for: first those that take the whole width."""
    wanted = sorted(
        (card for card in cards if card.key in ON_THE_SHEET), key=lambda card: ON_THE_SHEET.index(card.key)
    )
    wide = [card for card in wanted if card.wide][:WIDE_ON_SHEET]
    return (*wide, *[card for card in wanted if not card.wide][:NARROW_ON_SHEET])


def strong(text: str) -> Markup:
    """A finding with what stands between `**` in bold; everything else is escaped."""
    parts = str(text).split("**")
    return Markup("").join(
        Markup("<b>{}</b>").format(part) if index % 2 else escape(part) for index, part in enumerate(parts)
    )


def soft(text: str) -> str:
    """A name with a place to break it, where one of its words is too long for a narrow column."""
    for whole, parts in LONG_WORDS.items():
        text = text.replace(whole, parts)
    return text


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("dashboard.public"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    link: Callable[..., str] = lambda path: site.address(path, i18n.language())  # noqa: E731 (a template's word)
    made.globals.update(_=i18n._, link=link, site=site, number=i18n.number)
    made.filters.update(strong=strong, soft=soft)
    return made
