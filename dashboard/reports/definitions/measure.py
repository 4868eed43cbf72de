"""What a definition holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How one figure is counted. Texts are English msgids; `{setting}` stands for its value in force.

    Attributes:
        key: its key in the JSON report, or `page.figure` for one that only a page shows.
        name: what it is called.
        sentence: what it counts, in one or a few plain sentences.
        formula: the same in symbols; empty where the sentence says it all.
        source: where the definition comes from, a key of SOURCES.
        settings: the fields of Definitions that it depends on (`standard.grace` for one within another).
        parts: what stands below the key in the report: categories, or what a share is made of.
        also: other keys of the report that it defines.
    """

    key: str
    name: str
    sentence: str
    formula: str = ""
    source: str = "own"
    settings: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The keys of the report that it defines, each to its last step."""
        own = tuple(f"{self.key}.{part}" for part in self.parts) or (self.key,)
        return (*own, *self.also)

    @property
    def anchor(self) -> str:
        """Its place on the page of definitions."""
        return f"matt-{self.key.replace('.', '-')}"


@dataclass(frozen=True, slots=True)
class Area:
    """Definitions that belong together.

    Attributes:
        key: its name in addresses.
        title: its heading, an English msgid.
        measures: the definitions, in the order in which they are read.
    """

    key: str
    title: str
    measures: tuple[Measure, ...]
