"""The accessibility statement, in the eleven parts that the Swedish law on public services asks for."""

import datetime as dt
from dataclasses import dataclass

from dashboard import i18n
from dashboard.domain.publication import Publication
from dashboard.i18n import _, day

ASSESSED = dt.date(2026, 11, 25)
"""When these pages were last gone through; renewed with each release, and at least once a year."""
UPDATED = dt.date(2026, 11, 25)
SUPERVISION = "https://www.digg.se/tdosanmalan"
FORM, SUPERVISED = "form", "supervised"
"""Parts that the page adds something to."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the statement.

    Attributes:
        key: which.
        heading: its heading.
        texts: its paragraphs.
    """

    key: str
    heading: str
    texts: tuple[str, ...]


def statement(publication: Publication | None, language: str) -> tuple[Section, ...]:
    """The eleven parts, in the order in which they are read."""
    with i18n.in_language(language):
        return (*_about(_owner(publication)), *_limits(), *_contact(), *_work())


def _owner(publication: Publication | None) -> str:
    return publication.unit if publication else _("the unit that runs this copy")


def _about(owner: str) -> tuple[Section, ...]:
    return (
        Section(
            "owner",
            _("Who answers for the pages"),
            (_("{owner} answers for these pages.").format(owner=owner),),
        ),
        Section(
            "service",
            _("What this is about"),
            (
                _(
                    "The public pages of Brygga at this address: the summary, the pictures for a screen, "
                    "the page to "
                    "print, how it is counted, and this page. The pages that staff sign in to are held to "
                    "the same rules."
                ),
            ),
        ),
        Section(
            "status",
            _("How accessible they are"),
            (_("The pages are partly in line with the law (2018:1937). They aim at WCAG 2.2, level AA."),),
        ),
        Section(
            "gaps",
            _("What does not work yet"),
            (
                _(
                    "We have not yet tried the pages with every screen reader. If something is read "
                    "strangely, use "
                    "the tables: every drawing has one with the same numbers, or a list beside it."
                ),
                _(
                    "In the pictures for a screen the page is shown one thought at a time. The summary "
                    "has all of it "
                    "as an ordinary page."
                ),
            ),
        ),
    )


def _limits() -> tuple[Section, ...]:
    return (
        Section("burden", _("Too heavy a burden (12 §)"), (_("We have made no exception for this reason."),)),
        Section(
            "outside",
            _("What the law does not ask for (9 §)"),
            (
                _(
                    "A map that is not for finding the way need not be accessible. Ours has a list beside "
                    "it all the same."
                ),
            ),
        ),
    )


def _contact() -> tuple[Section, ...]:
    return (
        Section(
            FORM,
            _("Tell us what does not work"),
            (
                _(
                    "Write to us here. You need not say who you are. We read every message, and mend what "
                    "we can."
                ),
            ),
        ),
        Section(
            "otherwise",
            _("Have it in another way (15 §)"),
            (
                _(
                    "If something here does not work for you, we can give you the same in another way: "
                    "read aloud, in "
                    "large print or as a file. Ask in the form, and say how we reach you."
                ),
            ),
        ),
        Section(
            SUPERVISED,
            _("Who watches over the law"),
            (
                _(
                    "The Agency for Digital Government, Digg, watches over the law. If you are not "
                    "content with our "
                    "answer you can tell Digg."
                ),
            ),
        ),
    )


def _work() -> tuple[Section, ...]:
    return (
        Section(
            "method",
            _("How we have tested"),
            (
                _(
                    "We have tested the pages ourselves. A program looks for barriers each time something "
                    "is changed: "
                    "in both languages, light and dark, at 320 pixels' width, with a keyboard alone and "
                    "without JavaScript."
                ),
            ),
        ),
        Section(
            "dates",
            _("When"),
            (
                _("Last assessed on {day}.").format(day=day(ASSESSED)),
                _("This statement was last changed on {day}.").format(day=day(UPDATED)),
            ),
        ),
    )
