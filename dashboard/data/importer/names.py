"""Headers and words of the unit's own, as they are used while a file is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.data.importer.columns import Table


@dataclass(frozen=True, slots=True)
class Names:
    """What people have decided that headers and words mean.

    Attributes:
        headers: table → folded header → the column it is read as; an empty one is not to be read.
        words: table → column → folded word → the key it stands for.
    """

    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def headers_of(self, table: Table) -> Mapping[str, str]:
        """The headers of a table."""
        return self.headers.get(table.name, {})

    def words_of(self, table: Table) -> Mapping[str, Mapping[str, str]]:
        """The words of a table's columns."""
        return self.words.get(table.name, {})
