"""The card of what has been changed: settings, words and figures of others, with who, when and a way back."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.setting_forms import back_form, meaning_of
from dashboard.components.writing_forms import moment
from dashboard.domain.client_words import CLIENT, CLIENT_EN
from dashboard.domain.definitions import Definitions
from dashboard.domain.setting_catalogue import SETTINGS, Value, value_of
from dashboard.domain.setting_values import shown
from dashboard.domain.unit_words import ENGLISH, KEYS
from dashboard.i18n import _, language
from dashboard.reports.settings_page import Kept
from dashboard.words import our_word

MOST_CHANGES = 30
"""Changes that the page shows; the command line lists them all."""
Told = tuple[dt.datetime, str, list[Component]]


def history_card(kept: Kept, definitions: Definitions) -> Component:
    """Every change, the newest first."""
    changes = sorted(_changes(kept, definitions), key=lambda one: one[0], reverse=True)[:MOST_CHANGES]
    inside: Any = html.P(_("Nothing has been changed: everything is as it came."))
    if changes:
        items = [
            html.Li([html.P(f"{moment(at)}, {who}", className="b-muted b-s"), html.Ul(lines)])
            for at, who, lines in changes
        ]
        inside = html.Ol(items, className="c-changes")
    return card(
        ids.UnitSettings.HISTORY, _("What has been changed"), inside, class_name="s-card c-history b-noprint"
    )


def _changes(kept: Kept, definitions: Definitions) -> Iterator[Told]:
    for change in kept.setting_changes:
        lines = [
            _setting_line(kept, definitions, change.number, name, value)
            for name, value in change.values.items()
            if name in SETTINGS
        ]
        yield change.at, change.by, lines
    for words in kept.word_changes:
        yield words.at, words.by, [_word_line(name, text) for name, text in words.words.items()]
    for figures in kept.benchmark_changes:
        said = [_("taken away") if one is None else one.name for one in figures.benchmarks.values()]
        yield figures.at, figures.by, [_line(_("Figures of others"), text) for text in said]


def _setting_line(
    kept: Kept, definitions: Definitions, number: int, name: str, value: Value | None
) -> Component:
    meant = SETTINGS[name].default if value is None else value
    told = _("{value}, the default").format(value=shown(meant)) if value is None else shown(meant)
    back = [] if value_of(definitions, name) == meant else [back_form(kept, number, name)]
    return _line(meaning_of(name), told, *back)


def _word_line(name: str, text: str | None) -> Component:
    if name in {CLIENT, CLIENT_EN}:
        about = _("The word for a client") if name == CLIENT else _("The word for a client, in English")
        return _line(about, text or _("ours"))
    plain = name.removesuffix(ENGLISH)
    if plain not in KEYS:
        return _line(name, text or _("ours"))
    about = our_word(*KEYS[plain], language())
    code = "en" if name != plain else "sv"
    beside = {"sv": _("{word}, in Swedish"), "en": _("{word}, in English")}
    return _line(about if code == language() else beside[code].format(word=about), text or _("ours"))


def _line(about: str, told: str, *ways: Any) -> Component:
    return html.Li([html.P([f"{about}: ", html.B(told)]), *ways], className="w-row")
