"""What the network page shows beside picture and list: the tiles' numbers and the resilience curve."""

from dataclasses import dataclass

from dashboard.analysis.resilience import Step, resilience
from dashboard.reports.access import Access
from dashboard.reports.network_answers import answers
from dashboard.reports.network_findings import question_title, resilience_finding, share_in_words, tile
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class Tile:
    """A ready question with its number."""

    question: str
    text: str
    number: str
    unit: str


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One more coach has left: how many, who went last, everybody who is gone, and what is kept."""

    left: int
    coach: str
    gone: tuple[str, ...]
    kept: int
    of: int
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class Resilience:
    """The resilience curve with its finding; no points without ties."""

    finding: str
    points: tuple[CurvePoint, ...]


def tiles(access: Access, page: PageState) -> tuple[Tile, ...]:
    """The ready questions, each with its number."""
    scope = known(access, page)
    return tuple(Tile(one.question, question_title(one, scope), *tile(one)) for one in answers(access, page))


def resilience_curve(access: Access, page: PageState) -> Resilience:
    """What is kept as coaches leave, the one who matters most first."""
    scope = known(access, page)
    steps: tuple[Step, ...] = scope.results.get("resilience", lambda: resilience(scope.active))
    points = tuple(
        CurvePoint(
            left=left,
            coach=scope.name_of(step.coach_id),
            gone=tuple(earlier.coach_id for earlier in steps[1 : left + 1]),
            kept=step.kept,
            of=step.of,
            share=step.share,
            words=share_in_words(step),
        )
        for left, step in enumerate(steps)
    )
    return Resilience(resilience_finding(steps, scope), points)
