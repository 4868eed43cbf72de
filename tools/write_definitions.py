"""Writes docs/definitions.md from the registry of definitions: `python tools/write_definitions.py`."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.i18n import _, use_language
from dashboard.reports.definitions import Area, Note, all_notes

PAGE = Path(__file__).parents[1] / "docs" / "definitions.md"
HEAD = """# How every figure is counted

Written by `tools/write_definitions.py` from `dashboard/reports/definitions/`; do not edit it here. The values
shown are the defaults: a unit's own stand on the page *Så räknas det*. The Swedish is what the pages say.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_lines()])


def _told(language: str) -> list[tuple[Area, str, tuple[Note, ...]]]:
    use_language(language)
    return [(area, _(area.title), notes) for area, notes in all_notes()]


def _lines() -> Iterator[str]:
    swedish = _told("sv")
    for (area, title, told), (_area, heading, said) in zip(_told("en"), swedish, strict=True):
        yield from (f"## {title} · *{heading}*", "")
        for measure, english, translated in zip(area.measures, told, said, strict=True):
            yield from _measure(measure.settings, english, translated)


def _measure(settings: tuple[str, ...], english: Note, swedish: Note) -> Iterator[str]:
    yield from (f"### {english.name} · *{swedish.name}*", "", f"`{english.key}`", "")
    yield from (english.sentence, "", f"*{swedish.sentence}*", "")
    if english.formula:
        yield from (f"    {english.formula}", "")
    values = (
        f"`{name}` = {value}" for name, (_meaning, value) in zip(settings, english.settings, strict=True)
    )
    depends = f" Settings: {', '.join(values)}." if settings else ""
    yield from (f"{english.source}{depends}", "")


if __name__ == "__main__":
    PAGE.write_text(page())
