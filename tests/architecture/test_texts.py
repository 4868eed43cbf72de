"""The catalogues: every text in Swedish, none left over, each in one file, and placeholders that agree."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.architecture.source import PACKAGE, ROOT

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
CATALOGUES = ROOT / "locales" / "sv" / "LC_MESSAGES"


@cache
def messages_in_code() -> dict[str, str]:
    """Each text in the code (the singular, where there are two), and where it stands."""
    found = extract_from_dir(
        PACKAGE, [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")], keywords=KEYWORDS
    )
    return {
        (message if isinstance(message, str) else message[0]): f"dashboard/{name}:{line}"
        for name, line, message, _comments, _context in found
    }


@cache
def catalogues() -> dict[str, list[Message]]:
    """The messages of each file."""
    return {path.name: list(_messages(path)) for path in sorted(CATALOGUES.glob("*.po"))}


def _messages(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        yield from (message for message in read_po(file, locale="sv", abort_invalid=True) if message.id)


def everything() -> list[tuple[str, Message]]:
    return [(name, message) for name, messages in catalogues().items() for message in messages]


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def placeholders(text: str) -> set[str]:
    unescaped = text.replace("{{", "").replace("}}", "")
    return {found.partition(":")[0].rstrip("}") for found in PLACEHOLDER.findall(unescaped)}


def test_every_text_in_the_code_has_its_swedish() -> None:
    known = {singular(message) for _name, message in everything()}
    assert [f"{where} {text}" for text, where in messages_in_code().items() if text not in known] == []


def test_no_text_in_the_catalogues_is_left_over() -> None:
    used = messages_in_code()
    assert [f"{name}: {message.id}" for name, message in everything() if singular(message) not in used] == []


def test_each_text_stands_in_one_file() -> None:
    count = Counter(singular(message) for _name, message in everything())
    assert [text for text, times in count.items() if times > 1] == []


def test_no_translation_is_empty_or_unsure() -> None:
    assert [
        f"{name}: {message.id}"
        for name, message in everything()
        if message.fuzzy or not all(forms(message.string))
    ] == []


def test_a_text_with_a_plural_has_both_forms() -> None:
    assert [
        f"{name}: {message.id}"
        for name, message in everything()
        if isinstance(message.id, tuple | list) and len(forms(message.string)) != 2
    ] == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    assert [
        f"{name}: {message.id} -> {message.string}"
        for name, message in everything()
        if set().union(*map(placeholders, forms(message.id)))
        != set().union(*map(placeholders, forms(message.string)))
    ] == []


def test_no_text_begins_or_ends_with_a_space_that_its_swedish_lacks() -> None:
    def edges(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    assert [
        f"{name}: {message.id}"
        for name, message in everything()
        if edges(forms(message.id)[0]) != edges(forms(message.string)[0])
    ] == []


def test_a_client_is_called_by_one_word_in_swedish() -> None:
    """The field says kund; the glossary has one Swedish word for each concept."""
    said = [text for _name, message in everything() for text in forms(message.string)]
    assert [text for text in said if re.search(r"\bklient", text, re.IGNORECASE)] == []
