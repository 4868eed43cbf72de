"""What an audit gave, as it is kept until it is published, and as the page shows it."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from dashboard.domain.disclosure import Bound, Why
from dashboard.domain.publication import Publication
from dashboard.domain.publication_choice import Choice
from dashboard.domain.publication_json import as_bytes, from_bytes
from dashboard.reports.publish_audit import Audited


@dataclass(frozen=True, slots=True)
class Hidden:
    """One hidden number of a table: a cell, or a share."""

    key: str
    share: bool
    why: Why


@dataclass(frozen=True, slots=True)
class TableOutcome:
    """A table after the audit: how many numbers are shown, and which are not."""

    key: str
    shown: int
    hidden: tuple[Hidden, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the audit says of the whole.

    Attributes:
        safe: whether it may be published.
        finished: whether the attack came to its end.
        leaks: how many hidden numbers can be worked out.
        hidden: how many numbers are hidden.
        narrowest: the narrowest span that the attack left of a hidden number; None when none is hidden.
        before: how many of the leaks an earlier publication shows by itself.
    """

    safe: bool
    finished: bool
    leaks: int
    hidden: int
    narrowest: Bound | None
    before: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """An audited publication, ready or refused."""

    publication: Publication
    salt: bytes
    private: Mapping[str, Any]
    tables: tuple[TableOutcome, ...]
    verdict: Verdict

    @property
    def safe(self) -> bool:
        """Whether it may be published."""
        return self.verdict.safe


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A person's draft as the page shows it.

    Attributes:
        draft_id: what forms name it by.
        state: running, ready, refused, failed or cut_off.
        stage: what is being done while it runs.
        choice: what was chosen.
        outcome: what the audit gave; None until it has ended.
        sentence: why it failed.
        changed: what has happened since the audit, so that it cannot be published; empty when nothing has.
    """

    draft_id: str
    state: str
    stage: str
    choice: Choice
    outcome: Outcome | None
    sentence: str
    changed: str

    @property
    def runs(self) -> bool:
        """Whether the audit is under way."""
        return self.state == "running"

    @property
    def can_publish(self) -> bool:
        """Whether it may be made public now."""
        return self.state == "ready" and not self.changed


_REST = TypeAdapter(tuple[tuple[TableOutcome, ...], Verdict])


def outcome_of(found: Audited) -> Outcome:
    """What the page shows of an audit, and what is kept until it is published."""
    publication, release = found.publication, found.release
    plans = {plan.key: plan for plan in found.plans}
    tables = []
    for table in publication.tables:
        cells, parts = dict(plans[table.key].cells), {part.key: part.ratio for part in plans[table.key].parts}
        hidden = [
            *(
                Hidden(cell.key, False, release.why[cells[cell.key]])
                for cell in table.cells
                if cell.sign == ".."
            ),
            *(
                Hidden(part.key, True, release.why[parts[part.key]])
                for part in table.parts
                if part.sign == ".."
            ),
        ]
        signs = [*(cell.sign for cell in table.cells), *(part.sign for part in table.parts)]
        tables.append(TableOutcome(table.key, signs.count(""), tuple(hidden)))
    spans = [
        release.bounds[key]
        for key, count in release.counts.items()
        if count is None and key in release.bounds
    ]
    verdict = Verdict(
        safe=release.safe,
        finished=release.finished,
        leaks=len(release.leaks),
        hidden=sum(len(table.hidden) for table in tables),
        narrowest=min(spans, key=lambda span: span.high - span.low, default=None),
        before=len(found.before),
    )
    return Outcome(publication, found.salt, found.private, tuple(tables), verdict)


def outcome_as_json(outcome: Outcome) -> Mapping[str, Any]:
    """The outcome as it is kept."""
    return {
        "publication": as_bytes(outcome.publication).decode(),
        "salt": base64.b64encode(outcome.salt).decode(),
        "private": outcome.private,
        "rest": _REST.dump_python((outcome.tables, outcome.verdict), mode="json"),
    }


def outcome_from(values: Mapping[str, Any]) -> Outcome | None:
    """The outcome that was kept; None when there is none yet."""
    if not values:
        return None
    tables, verdict = _REST.validate_python(values["rest"])
    return Outcome(
        from_bytes(values["publication"].encode()),
        base64.b64decode(values["salt"]),
        values["private"],
        tables,
        verdict,
    )
