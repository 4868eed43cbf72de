"""Tillgänglighet: the accessibility statement, and the form by which anybody can say what does not work."""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from flask import Blueprint, Response, abort, request

from dashboard.domain.message import Message
from dashboard.domain.publication import Publication
from dashboard.i18n import N_, _
from dashboard.public import site
from dashboard.public.answers import came_from_here, language, public, require_declared
from dashboard.public.render import Surroundings, render
from dashboard.public.shelf import Shelf
from dashboard.public.statement import statement

LONGEST, LONGEST_ADDRESS = 4_000, 200
TRAP = "webbplats"
"""A field that no person sees; whoever fills it in is a program."""
PER_READER, PER_COPY, WINDOW_S = 5, 60, 3_600.0
EMPTY = N_("Write what does not work, and where.")
TOO_LONG = N_("Write at most {n} characters.")
NUMBER = N_(
    "This looks like a personal identity number. Brygga never stores one. Take it away and send again."
)
OFTEN = N_("There have been many messages in a short time. Wait an hour, or write to us in another way.")
CLOSED = N_("The message could not be kept. Write to us in another way.")


class Desk(Protocol):
    """Where messages are left."""

    def leave(self, text: str, answer_to: str) -> bool:
        """Keep a message; False when it cannot be kept."""

    def is_open(self) -> bool:
        """Whether messages can be kept at all."""

    def read(self) -> Sequence[Message]:
        """Every message, the latest first."""

    def remove(self, number: int) -> bool:
        """Remove a message for good; False when it is not there."""

    def names_a_person(self, text: str) -> bool:
        """Whether something in a text looks like a personal identity number."""


@dataclass
class Pace:
    """How many messages come, from each reader and in all; kept in memory for an hour, and never written."""

    clock: Callable[[], float] = time.monotonic
    _came: deque[tuple[float, str]] = field(default_factory=deque)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, reader: str) -> bool:
        """Whether one more may come; counts it when it may."""
        now = self.clock()
        with self._lock:
            while self._came and self._came[0][0] <= now - WINDOW_S:
                self._came.popleft()
            own = sum(who == reader for _when, who in self._came)
            if own >= PER_READER or len(self._came) >= PER_COPY:
                return False
            self._came.append((now, reader))
            return True


@dataclass(frozen=True, slots=True)
class Messages:
    """The page and its form.

    Attributes:
        shelf: what is published: whom to write to stands there.
        around: the process that shows it.
        desk: where messages are left.
        pace: how many may come.
    """

    shelf: Shelf
    around: Surroundings
    desk: Desk
    pace: Pace = field(default_factory=Pace)

    def blueprint(self) -> Blueprint:
        """The routes."""
        pages = Blueprint("messages", __name__)
        pages.before_request(require_declared)
        pages.add_url_rule(site.ACCESSIBILITY, "show", self.show)
        pages.add_url_rule(site.ACCESSIBILITY, "take", self.take, methods=["POST"])
        return pages

    def show(self) -> Response:
        """The statement with an empty form."""
        return self._page()

    def take(self) -> Response:
        """Keep a message, or say why it cannot be kept; what was written stays in the form."""
        if not came_from_here():
            abort(400)
        text = request.form.get("text", "").strip()
        answer_to = request.form.get("answer_to", "").strip()
        if request.form.get(TRAP):
            return self._page(sent=True)
        problem, status = self._problem(text, answer_to)
        if not problem and not self.desk.leave(text, answer_to):
            problem, status = _(CLOSED), 503
        return self._page(problem, text, answer_to, status=status, sent=not problem)

    def _problem(self, text: str, answer_to: str) -> tuple[str, int]:
        if not text:
            return _(EMPTY), 400
        if len(text) > LONGEST or len(answer_to) > LONGEST_ADDRESS:
            return _(TOO_LONG).format(n=LONGEST), 400
        if self.desk.names_a_person(f"{text} {answer_to}"):
            return _(NUMBER), 400
        if not self.pace.allows(request.remote_addr or ""):
            return _(OFTEN), 429
        return "", 200

    def _page(
        self, problem: str = "", text: str = "", answer_to: str = "", *, status: int = 200, sent: bool = False
    ) -> Response:
        code = language()
        publication: Publication | None = self.shelf.publication()
        page = render(
            "accessibility.html",
            publication,
            code,
            self.around,
            here=site.ACCESSIBILITY,
            statement=statement(publication, code),
            problem=problem,
            text="" if sent else text,
            answer_to="" if sent else answer_to,
            sent=sent,
            open=self.desk.is_open(),
            trap=TRAP,
            longest=LONGEST,
        )
        return public(Response(page, status, mimetype="text/html"), "no-store")
