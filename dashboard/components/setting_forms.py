"""The forms of the page of settings: drawn still, and sent by `assets/54-writing.js` as all that write."""

from collections.abc import Iterable
from typing import Any

from dashboard.components.form_parts import control, field, write_form, wrong_line
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.still import element
from dashboard.domain.client_words import CLIENT, PRESETS
from dashboard.domain.own_benchmarks import TERMS, OwnBenchmark
from dashboard.domain.setting_catalogue import SETTINGS
from dashboard.domain.setting_groups import Group
from dashboard.domain.setting_values import shown
from dashboard.domain.unit_words import ENGLISH
from dashboard.i18n import _, language, number
from dashboard.reports.settings_page import Kept, word_names
from dashboard.reports.settings_writing import Doing as Settings
from dashboard.reports.words_writing import Doing as Words
from dashboard.wording import Noun, Wording
from dashboard.words import our_word


def group_form(kept: Kept, group: Group, values: dict[str, Any]) -> Any:
    """All settings of a group, with a button that tells what would change and one that saves."""
    form_id = f"skriv-installning-{group.key}"
    fields = [_value(form_id, name, shown(values[name])) for name in group.names]
    tried = element(
        "div", id=f"{form_id}-verkan", class_="s-tried", role="status", tabindex="-1", hidden=True
    )
    buttons = element(
        "div",
        element(
            "button", _("See what would change"), type="submit", class_="b-btn", data_write=Settings.TRY.value
        ),
        element("button", _("Save"), type="submit", class_="b-btn b-btn--primary"),
        class_="w-ways",
    )
    inside = [element("div", *fields, class_="w-fields s-fields"), wrong_line(form_id), tried, buttons]
    form = write_form(form_id, Settings.SET, group.key, inside, seen=kept.mark(group))
    return opened(form_id, _("Change it"), _(group.title), form)


def reset_form(kept: Kept, name: str) -> Any:
    """The button that takes a setting back to its default."""
    title = _("Back to {default}").format(default=shown(SETTINGS[name].default))
    form_id = f"skriv-installning-{name}-forval"
    button = _button(icon("undo"), title, _(SETTINGS[name].meaning))
    return write_form(
        form_id, Settings.RESET, name, [button, wrong_line(form_id)], seen=kept.setting_mark(name)
    )


def back_form(kept: Kept, number_of: int, name: str) -> Any:
    """The button that sets a setting back to what an earlier change made it."""
    form_id = f"skriv-installning-{name}-till-{number_of}"
    button = _button(icon("undo"), _("Set back to this"), _(SETTINGS[name].meaning))
    key = f"{number_of} {name}"
    return write_form(
        form_id, Settings.BACK, key, [button, wrong_line(form_id)], seen=kept.setting_mark(name)
    )


def preset_forms(kept: Kept, chosen: str) -> Any:
    """One button for each of the usual words for a client; the one in use is marked."""
    return element(
        "div",
        *(_preset(kept, word, word == chosen) for word in PRESETS),
        class_="w-ways s-presets",
        role="group",
        aria_label=_("The usual words"),
    )


def _preset(kept: Kept, word: str, is_chosen: bool) -> Any:
    form_id = f"skriv-ord-{word}"
    picture = [icon("check")] if is_chosen else []
    button = element(
        "button",
        *picture,
        word,
        type="submit",
        lang="sv",
        class_="b-btn b-btn--on" if is_chosen else "b-btn",
        aria_pressed="true" if is_chosen else "false",
    )
    return write_form(
        form_id, Words.PRESET, word, [button, wrong_line(form_id)], seen=kept.words_mark(CLIENT)
    )


def client_form(kept: Kept, words: Wording) -> Any:
    """The forms of another word for a client, in both languages."""
    form_id = f"skriv-ord-{CLIENT}"
    swedish = words.swedish or Noun("", "")
    english = words.english or Noun("", "")
    asked = (
        ("one", _("One: en …"), swedish.one, "deltagare", True),
        ("the", _("The one: den här …"), swedish.the, "deltagaren", True),
        ("many", _("Several: två …"), swedish.many, "deltagare", True),
        ("those", _("All of them: alla …"), swedish.those, "deltagarna", True),
        ("joined", _("First in a compound: …nyckel"), swedish.joined, "deltagar", False),
        ("en_one", _("In English, one"), english.one, "participant", False),
        ("en_many", _("In English, several"), english.many, "participants", False),
    )
    fields = [
        _text(form_id, name, *rest, needed=needed, code="en" if name.startswith("en_") else "sv")
        for name, *rest, needed in asked
    ]
    inside = [
        element("div", *fields, class_="w-fields"),
        wrong_line(form_id),
        element("button", _("Save the word"), type="submit", class_="b-btn b-btn--primary"),
    ]
    form = write_form(form_id, Words.CLIENT, CLIENT, inside, seen=kept.words_mark(CLIENT))
    return opened(form_id, _("Another word"), "", form)


def names_form(kept: Kept, vocabulary: str, title: str) -> Any:
    """The names of a vocabulary in both languages; what is left empty is called as we call it."""
    form_id = f"skriv-ord-{vocabulary}"
    fields = []
    beside = {"sv": _("{word}, in Swedish"), "en": _("{word}, in English")}
    for name in word_names(vocabulary):
        code, key = "en" if name.endswith(ENGLISH) else "sv", name.removesuffix(ENGLISH).partition(".")[2]
        ours, label = our_word(vocabulary, key, code), our_word(vocabulary, key, language())
        label = label if code == language() else beside[code].format(word=label)
        fields.append(_text(form_id, name, label, kept.words.get(name, ""), ours, needed=False, code=code))
    inside = [
        element("div", *fields, class_="w-fields s-pairs"),
        wrong_line(form_id),
        element("button", _("Save the names"), type="submit", class_="b-btn b-btn--primary"),
    ]
    form = write_form(form_id, Words.WORDS, vocabulary, inside, seen=kept.words_mark(vocabulary))
    return opened(form_id, _("Change it"), title, form)


def benchmark_form(kept: Kept, key: str, figure: OwnBenchmark | None) -> Any:
    """A figure of others: a new one, or one to change."""
    form_id = f"skriv-jamforelse-{key or 'ny'}"
    value = "" if figure is None else shown(round(figure.value * 100, 2))
    people = "" if figure is None else str(figure.people)
    terms = [(term, _("{n} months").format(n=number(int(term)))) for term in TERMS]
    fields = [
        _text(form_id, "name", _("Whose figure"), figure.name if figure else "", "", needed=True),
        _text(form_id, "value", _("Share with a job, per cent"), value, "", needed=True),
        _text(form_id, "people", _("Of how many people"), people, "", needed=True),
        _choice(form_id, "term", _("Within"), terms, figure.term if figure else "12"),
        _text(form_id, "source", _("Source"), figure.source if figure else "", "", needed=True),
        _text(
            form_id,
            "caveat",
            _("What makes it another thing"),
            figure.caveat if figure else "",
            "",
            needed=True,
        ),
    ]
    inside = [
        element("div", *fields, class_="w-fields"),
        wrong_line(form_id),
        element("button", _("Save the figure"), type="submit", class_="b-btn b-btn--primary"),
    ]
    form = write_form(form_id, Words.BENCHMARK, key, inside, seen=kept.benchmark_mark(key))
    return opened(form_id, _("Change it") if key else _("Add a figure"), figure.name if figure else "", form)


def remove_form(kept: Kept, key: str, name: str) -> Any:
    """The button that takes a figure of others away."""
    form_id = f"skriv-jamforelse-{key}-bort"
    button = _button(icon("x"), _("Take away"), name)
    inside = [button, wrong_line(form_id)]
    return write_form(form_id, Words.NO_BENCHMARK, key, inside, seen=kept.benchmark_mark(key))


def opened(form_id: str, title: str, which: str, form: Any) -> Any:
    """A button that opens a form."""
    beside = [hidden_text(which)] if which else []
    summary = element("summary", icon("right"), title, *beside, class_="b-btn")
    return element("details", summary, form, class_="w-open", id=f"{form_id}-oppna")


def meaning_of(name: str) -> str:
    """What a setting decides, as a line of its own says it."""
    said = _(SETTINGS[name].meaning)
    return said[:1].upper() + said[1:]


def _button(picture: Node, title: str, which: str) -> Any:
    return element("button", picture, title, hidden_text(which), type="submit", class_="b-btn b-btn--quiet")


def _value(form_id: str, name: str, value: str) -> Any:
    setting = SETTINGS[name]
    hint = f" ({shown(setting.lowest)}–{shown(setting.highest)})"
    box = element(
        "input",
        type="text",
        inputmode="decimal",
        value=value,
        autocomplete="off",
        **control(form_id, name, "b-input", needed=True),
    )
    return field(form_id, name, [meaning_of(name), element("span", hint, class_="c-hint")], box)


def _text(
    form_id: str, name: str, label: str, value: str, example: str, *, needed: bool, code: str = ""
) -> Any:
    box = element(
        "input",
        type="text",
        value=value,
        placeholder=example or None,
        autocomplete="off",
        # What is typed is in a language of its own, whatever the page's is.
        lang=code or None,
        **control(form_id, name, "b-input", needed=needed),
    )
    return field(form_id, name, [label], box)


def _choice(form_id: str, name: str, label: str, options: Iterable[tuple[str, str]], chosen: str) -> Any:
    boxes = [element("option", text, value=key, selected=key == chosen) for key, text in options]
    box = element("select", *boxes, **control(form_id, name, "b-select", needed=True))
    return field(form_id, name, [label], box)
