"""The one filter state of all pages, and how it stands in the address.

A link reopens exactly what its sender saw. What cannot be read in an address is left out and named in a
sentence; it never stops a page.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self
from urllib.parse import quote, unquote_plus

from dashboard.domain.letters import fits_in_a_file
from dashboard.domain.period import Period, today
from dashboard.domain.vocabulary import OWNERSHIPS, PARTIES, PLACEMENT_KINDS, RUNGS, SUPPORT_NEEDS, WARMTHS
from dashboard.domain.world import World
from dashboard.i18n import N_, _

QUESTIONS = (
    *("single_coach", "shared", "leaving", "cooling"),
    *("strongest", "changed", "stepping", "concentrated"),
)
"""The network page's ready questions."""
CHANGES = ("changed", "new", "revived", "lost", "kept", "all")
"""What the list of changed ties can be narrowed to: first the three that are changes, last all four."""
LAYERS = ("ways", "alike", "coaches", "referrers")
"""The networks behind the ties that the network page can show instead."""
GAPS = (
    *("occupations", "areas", "dependence", "fading", "dormant"),
    *("unused", "dead_ends", "tired", "mix", "equality"),
)
"""The gaps that are told one by one."""
DATA_GAPS = ("no_position", "no_occupation", "no_sni")
"""What is lacking in the records, which is no gap in the network."""
EVENTS = ("contact", "placement", "follow_up")
"""What an employer's timeline can be narrowed to."""
DRAWINGS = ("web", "ladder")
"""How the network is drawn: with its ties, or as rows by rung."""
COLOURINGS = ("rung", "warmth", "ownership", "sector")
"""What the colour and shape of an employer in the picture stand for."""
SPLITS = ("kind", "sector", "ownership", "occupation", "referrer", "gender", "subsidy")
"""What the outcomes of trials can be divided by."""
GROUPINGS = ("unit", "programme", "district", "referrer", "ownership", "round")
"""What can be set side by side."""
FOLLOW_UP_STATES = ("overdue", "due", "planned", "lapsed")
"""What the list of follow-ups can be narrowed to."""
SPARED = ("tired", "quiet")
"""Employers that the finder can leave out: those tired of us, and those in a quiet period."""
READINGS = ("names",)
"""How a search can be read other than as names and occupations alike."""
LOOKS = ("list", "cards", "table")
"""How the finder shows its employers."""
NEEDS = ("overdue", "due", "at_risk", "ending", "unseen", "meeting", "cooling", "tired", "gap")
"""What the list of what needs somebody can be narrowed to, the most urgent first."""
LONGEST_ABSENCE = 12
"""Weeks that a coach can be away in what is tried out."""
BOARD_CARDS = (
    *("outcomes", "split", "interruption", "chain", "work", "lasting", "waiting", "first_job", "half_years"),
    *("steps", "equality", "queue", "returns", "around", "coordination", "hours"),
    *("method_check", "targets", "answers", "ends", "benchmarks", "by_hand"),
    *("cost_result", "cost_additionality", "cost_actors", "cost_years", "cost_tornado", "cost_scenarios"),
    *("network_health", "gaps", *(f"gap_{gap}" for gap in GAPS)),
    *("follow_state", "follow_load", "follow_forecast"),
)
"""What a report to the board can hold."""
UNKNOWN = "unknown"
FIRST_YEAR, LAST_YEAR = 1900, 2200
LONGEST_VALUE = 200
LONGEST_INTRODUCTION = 400
SHOWN_VALUE = 40


class _Unreadable(ValueError):
    """A value that the field cannot hold."""


@dataclass(frozen=True, slots=True)
class _Key:
    """One key of the address.

    Attributes:
        url: the key's name there.
        attribute: the field of PageState that holds it.
        read: text → value; raises _Unreadable.
        expected: what a right value is, in words.
        many: whether it holds several values, separated by commas.
    """

    url: str
    attribute: str
    read: Callable[[str], Any]
    expected: str
    many: bool = False


def _read_text(text: str) -> str:
    if len(text) > LONGEST_VALUE or not all(map(fits_in_a_file, text)):
        raise _Unreadable(text)
    return text


def _read_paragraphs(text: str) -> str:
    plain = "\n".join(" ".join(line.split()) for line in text.splitlines())
    unwanted = not all(map(fits_in_a_file, plain.replace("\n", "")))
    if len(plain) > LONGEST_INTRODUCTION or unwanted:
        raise _Unreadable(text)
    return plain


def _read_day(text: str) -> dt.date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise _Unreadable(text)
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise _Unreadable(text) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _Unreadable(text)
    return day


def _read_week(text: str) -> str:
    year, _week, week = text.partition("-W")
    if not re.fullmatch(r"\d{4}-W\d{2}", text, re.ASCII) or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise _Unreadable(text)
    try:
        dt.date.fromisocalendar(int(year), int(week), 1)
    except ValueError as error:
        raise _Unreadable(text) from error
    return text


def _one_of(allowed: Collection[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise _Unreadable(text)
        return text

    return read


def _matching(pattern: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise _Unreadable(text)
        return text

    return read


def _whole_number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not low <= int(text) <= high:
            raise _Unreadable(text)
        return int(text)

    return read


_SHORT_TEXT = N_("a text of at most 200 characters")
_A_DAY = N_("a day such as 2026-06-30")
_KEYS = (
    _Key("enhet", "units", _read_text, _SHORT_TEXT, many=True),
    _Key("program", "programme", _read_text, _SHORT_TEXT),
    _Key("per", "day", _read_day, _A_DAY),
    _Key("fran", "first", _read_day, _A_DAY),
    _Key("till", "last", _read_day, _A_DAY),
    _Key("coach", "coach", _read_text, _SHORT_TEXT),
    _Key("agarform", "ownership", _one_of((*OWNERSHIPS, UNKNOWN)), N_("one of the forms of ownership")),
    _Key("sektor", "sector", _matching(r"[A-U]|\d{2}|unknown"), N_("the letter of an SNI section")),
    _Key("fraga", "question", _one_of(QUESTIONS), N_("one of the ready questions")),
    _Key("lager", "layer", _one_of(LAYERS), N_("one of the networks")),
    _Key("nod", "node", _read_text, _SHORT_TEXT),
    _Key("grupp", "group", _read_text, _SHORT_TEXT),
    _Key("lucka", "gap", _one_of((*GAPS, *DATA_GAPS)), N_("one of the gaps")),
    _Key("jamfor", "since", _read_day, _A_DAY),
    _Key("andring", "change", _one_of(CHANGES), N_("one of the kinds of change")),
    _Key("om", "leaving", _read_text, _SHORT_TEXT, many=True),
    _Key("arbetsgivare", "employer", _read_text, _SHORT_TEXT),
    _Key("djup", "depth", _whole_number(1, 2), N_("1 or 2")),
    _Key("vy", "drawing", _one_of(DRAWINGS), N_("one of the ways to draw the network")),
    _Key("farg", "colour", _one_of(COLOURINGS), N_("one of the ways to colour the network")),
    _Key("q", "text", _read_text, _SHORT_TEXT),
    _Key("las", "reading", _one_of(READINGS), N_("a way to read the search")),
    _Key("steg", "rung", _whole_number(RUNGS[0], RUNGS[-1]), N_("a rung from 0 to 5")),
    _Key("varme", "warmth", _one_of(WARMTHS), N_("one of the degrees of warmth")),
    _Key("ort", "locality", _read_text, _SHORT_TEXT),
    _Key("kommun", "municipality", _matching(r"\d{4}"), N_("a municipality code of four digits")),
    _Key("ledig", "free", _whole_number(1, 999), N_("a number of free places")),
    _Key("anpassning", "adjustments", _one_of(SUPPORT_NEEDS), N_("one of the adjustments"), many=True),
    _Key("lyckat", "succeeded", _whole_number(1, 999), N_("a number of trials")),
    _Key("utom", "spared", _one_of(SPARED), N_("those tired of us or in a quiet period"), many=True),
    _Key("nara", "near", _read_text, _SHORT_TEXT),
    _Key("visa", "look", _one_of(LOOKS), N_("one of the ways to show the employers")),
    _Key("handelse", "event", _one_of(EVENTS), N_("one of the kinds of event")),
    _Key("lage", "follow_state", _one_of(FOLLOW_UP_STATES), N_("one of the states of a follow-up")),
    _Key("sak", "need", _one_of(NEEDS), N_("one of the kinds of what needs you")),
    _Key("part", "party", _one_of((*PARTIES, UNKNOWN)), N_("one of the parties")),
    _Key("slag", "kind", _one_of(PLACEMENT_KINDS), N_("one of the kinds of placement")),
    _Key("uppdelat", "split", _one_of(SPLITS), N_("one of the ways to divide the trials")),
    _Key("gruppera", "grouping", _one_of(GROUPINGS), N_("one of the ways to set groups side by side")),
    _Key("borta", "away", _read_text, _SHORT_TEXT),
    _Key("borta_fran", "away_from", _read_day, _A_DAY),
    _Key("veckor", "weeks", _whole_number(1, LONGEST_ABSENCE), N_("a number of weeks from 1 to 12")),
    _Key("yrke", "occupation", _matching(r"\d{1,4}"), N_("an SSYK code of up to four digits")),
    _Key("km", "within", _whole_number(1, 999), N_("a number of kilometres")),
    _Key("person", "person", _whole_number(1, 999_999), N_("an account's number")),
    _Key("kund", "client", _read_text, _SHORT_TEXT),
    _Key("vecka", "week", _read_week, N_("a week such as 2026-W27")),
    _Key("matt", "measure", _matching(r"[a-z0-9_.]{1,80}"), N_("a figure's key")),
    _Key("valda", "cards", _one_of(BOARD_CARDS), N_("one of the cards of a report"), many=True),
    _Key("rubrik", "heading", _read_text, _SHORT_TEXT),
    _Key("inledning", "introduction", _read_paragraphs, N_("a text of at most 400 characters")),
    _Key("sort", "sort", _matching(r"-?[a-z_]{1,40}"), N_("a column, with a minus for falling order")),
    _Key("sida", "page", _whole_number(1, 999_999), N_("a page number")),
)


@dataclass(frozen=True, slots=True)
class PageState:
    """What is selected, on which day, and how it is shown. The comments give the key in the address.

    Attributes:
        notices: sentences about what the address held that could not be used; not part of the state.
    """

    units: tuple[str, ...] = ()  # enhet
    programme: str | None = None  # program
    day: dt.date | None = None  # per; None is today
    first: dt.date | None = None  # fran
    last: dt.date | None = None  # till
    coach: str | None = None
    ownership: str | None = None  # agarform
    sector: str | None = None  # sektor
    question: str | None = None  # fraga
    layer: str | None = None  # lager; None is coaches and employers
    node: str | None = None  # nod: of a layer, "coach:A"
    group: str | None = None  # grupp: an employer of it
    gap: str | None = None  # lucka
    since: dt.date | None = None  # jamfor; None is three months before `on`
    change: str | None = None  # andring
    leaving: tuple[str, ...] = ()  # om
    employer: str | None = None  # arbetsgivare
    depth: int = 0  # djup; 0 is the whole picture, not only a neighbourhood
    drawing: str = DRAWINGS[0]  # vy
    colour: str = COLOURINGS[0]  # farg
    text: str = ""  # q
    reading: str | None = None  # las; None reads a search as names and as occupations
    rung: int | None = None  # steg
    warmth: str | None = None  # varme
    locality: str | None = None  # ort
    municipality: str | None = None  # kommun
    free: int | None = None  # ledig
    adjustments: tuple[str, ...] = ()  # anpassning; all of them
    succeeded: int | None = None  # lyckat: trials that led on, at least
    spared: tuple[str, ...] = ()  # utom
    near: str | None = None  # nara: where `within` is measured from in the finder
    look: str = LOOKS[0]  # visa
    event: str | None = None  # handelse
    follow_state: str | None = None  # lage
    need: str | None = None  # sak
    party: str | None = None  # part
    kind: str | None = None  # slag
    split: str = SPLITS[0]  # uppdelat
    grouping: str | None = None  # gruppera; None is the units, or the referrers of a single one
    away: str | None = None  # borta; the coach who would be away
    away_from: dt.date | None = None  # borta_fran
    weeks: int = 2  # veckor; for how long
    occupation: str | None = None  # yrke
    within: int | None = None  # km
    person: int | None = None  # person: whose openings the access log shows
    client: str | None = None  # kund: whose data was opened, in the access log
    week: str | None = None  # vecka
    measure: str | None = None  # matt
    cards: tuple[str, ...] = ()  # valda; in a report to the board, in their order; empty is the usual ones
    heading: str = ""  # rubrik: of the same report
    introduction: str = ""  # inledning: of the same report
    sort: str | None = None
    page: int = 1  # sida
    notices: tuple[str, ...] = field(default=(), compare=False)

    @property
    def on(self) -> dt.date:
        """The day the figures are true for."""
        return self.day or today()

    @property
    def period(self) -> Period:
        """The period in force: as given, else the year that ends on `on`."""
        last = self.last or self.on
        first = self.first or Period.year_to(last).first
        return Period(first, last) if first <= last else Period.year_to(self.on)

    @classmethod
    def parse(cls, query: str) -> Self:
        """The state that an address asks for. Never raises.

        >>> PageState.parse("?enhet=U1,U2&per=2026-06-30").units
        ('U1', 'U2')
        """
        given = _split(query)
        values: dict[str, Any] = {}
        notices: list[str] = []
        for key in _KEYS:
            readable = []
            for text in given.get(key.url, []):
                try:
                    readable.append(key.read(text))
                except _Unreadable:
                    notices.append(_not_usable(key, text))
            if readable:
                values[key.attribute] = tuple(dict.fromkeys(readable)) if key.many else readable[0]
        state = cls(**values, notices=tuple(notices))
        return state._without_a_backward_period()._without_a_later_day_to_compare_with()

    def query(self) -> str:
        """The state as the part of an address after "?", without what is at its default."""
        return "&".join(
            f"{key.url}={_written(getattr(self, key.attribute))}"
            for key in _KEYS
            if getattr(self, key.attribute) != _DEFAULTS[key.attribute]
        )

    def href(self, path: str, **changes: Any) -> str:
        """A link to a page in this state, with some of it changed."""
        query = self.replace(**changes).query()
        return f"{path}?{query}" if query else path

    def replace(self, **changes: Any) -> Self:
        """The same state with some of it changed; what is empty (None, "", []) goes back to its default.

        What was said about the address is not repeated.
        """
        return replace(self, **{"notices": (), **{name: _filled(name, changes[name]) for name in changes}})

    def checked(self, world: World) -> Self:
        """The state without units, programmes, coaches and employers that are not in the data."""
        known = {
            "units": world.units["unit_id"],
            "programme": world.units["programme"].dropna(),
            "coach": world.coaches["coach_id"],
            "leaving": world.coaches["coach_id"],
            "away": world.coaches["coach_id"],
            "employer": world.employers["employer_id"],
        }
        changes: dict[str, Any] = {}
        notices = list(self.notices)
        for attribute, column in known.items():
            value = getattr(self, attribute)
            given = value if isinstance(value, tuple) else (value,) if value is not None else ()
            names = set(column) if given else set()
            missing = [name for name in given if name not in names]
            notices += [_not_found(attribute, name) for name in missing]
            if missing:
                changes[attribute] = (
                    tuple(name for name in value if name in names) if isinstance(value, tuple) else None
                )
        return replace(self, **changes, notices=tuple(notices))

    def _without_a_backward_period(self) -> Self:
        last = self.last or self.on
        if self.first is None or self.first <= last:
            return self
        sentence = _(
            "The period ends ({last}) before it begins ({first}); the last year is used instead."
        ).format(first=self.first, last=last)
        return replace(self, first=None, last=None, notices=(*self.notices, sentence))

    def _without_a_later_day_to_compare_with(self) -> Self:
        if self.since is None or self.since <= self.on:
            return self
        sentence = _(
            "The day to compare with ({since}) is later than the day itself ({on}); three months earlier is "
            "used instead."
        ).format(since=self.since, on=self.on)
        return replace(self, since=None, notices=(*self.notices, sentence))


_DEFAULTS = {item.name: item.default for item in fields(PageState)}
_MANY = frozenset(key.url for key in _KEYS if key.many)


def _filled(attribute: str, value: Any) -> Any:
    """A value as the state holds it: controls on a page give lists, and empty in many ways."""
    if value is None or value in ("", [], ()):
        return _DEFAULTS[attribute]
    return tuple(value) if isinstance(value, list) else value


def _split(query: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in query.removeprefix("?").split("&"):
        name, _equals, value = pair.partition("=")
        name = unquote_plus(name)
        # Commas are split before decoding: a comma inside a key is written %2C.
        parts = value.split(",") if name in _MANY else [value]
        texts = [unquote_plus(part).strip() for part in parts]
        found.setdefault(name, []).extend(text for text in texts if text)
    return found


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(quote(part, safe="") for part in value)
    return quote(value.isoformat() if isinstance(value, dt.date) else str(value), safe="")


def _shown(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return printable if len(printable) <= SHOWN_VALUE else printable[:SHOWN_VALUE] + "…"


def _not_usable(key: _Key, text: str) -> str:
    return _("“{value}” in the address ({key}) is not {expected}; it was left out.").format(
        value=_shown(text), key=key.url, expected=_(key.expected)
    )


def _not_found(attribute: str, name: str) -> str:
    sentences = {
        "units": _("There is no unit “{name}”; it was left out."),
        "programme": _("There is no programme “{name}”; it was left out."),
        "coach": _("There is no coach “{name}”; the choice was left out."),
        "leaving": _("There is no coach “{name}”; the choice was left out."),
        "away": _("There is no coach “{name}”; the choice was left out."),
        "employer": _("There is no employer “{name}”; the choice was left out."),
    }
    return sentences[attribute].format(name=_shown(name))
