"""The second implementation goes on: clients, outcomes, follow-ups, gaps and the method check.

Plain Python over records, fractions instead of floats, days counted one by one where that is the definition.
"""

import calendar
import datetime as dt
import math
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from dashboard.data.reference import find_postal_code, share_of_women
from dashboard.domain.vocabulary import GENDERS, OUTCOMES, REFERRERS
from tests.analysis.second import TRIALS, Record, Second, Spell, day

DAY = dt.timedelta(days=1)
REACHES_CLIENT, REACHES_EMPLOYER = ("client", "both", "three_party"), ("employer", "both", "three_party")


def add_months(start: dt.date, months: int) -> dt.date:
    year, month = start.year, start.month + months
    while month > 12:
        year, month = year + 1, month - 12
    while month < 1:
        year, month = year - 1, month + 12
    return dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def share(n: int, of: int) -> dict[str, Any]:
    if of == 0:
        return {"n": n, "of": of, "share": None, "interval": None}
    z, p = 1.959963984540054, n / of
    root = math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low = (p + z * z / (2 * of) - z * root) / (1 + z * z / of)
    high = (p + z * z / (2 * of) + z * root) / (1 + z * z / of)
    return {"n": n, "of": of, "share": p, "interval": [max(0.0, low), min(1.0, high)]}


def survival(times: list[tuple[int, bool]], until: int) -> Fraction:
    """Kaplan and Meier by the book: one factor for each day up to a day."""
    left = Fraction(1)
    for when in sorted({length for length, happened in times if happened and length <= until}):
        at_risk = sum(length >= when for length, _happened in times)
        events = sum(length == when and happened for length, happened in times)
        left *= 1 - Fraction(events, at_risk)
    return left


def greenwood(times: list[tuple[int, bool]], until: int) -> Fraction:
    total = Fraction(0)
    for when in sorted({length for length, happened in times if happened and length <= until}):
        at_risk = sum(length >= when for length, _happened in times)
        events = sum(length == when and happened for length, happened in times)
        total += Fraction(events, at_risk * (at_risk - events))
    return total


def median_time(times: list[tuple[int, bool]]) -> int | None:
    for when in sorted({length for length, happened in times if happened}):
        if survival(times, when) <= Fraction(1, 2):
            return when
    return None


def incidence(times: list[tuple[int, int]], cause: int, until: int) -> Fraction:
    """Aalen and Johansen: what was left just before, times the share to whom it happened then."""
    total = Fraction(0)
    plain = [(length, which > 0) for length, which in times]
    for when in sorted({length for length, which in times if which and length <= until}):
        at_risk = sum(length >= when for length, _which in times)
        hits = sum(length == when and which == cause for length, which in times)
        total += survival(plain, when - 1) * Fraction(hits, at_risk)
    return total


def middle(values: list[int]) -> float:
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass
class SecondReport(Second):
    """The report's other areas."""

    first: dt.date = dt.date(2025, 7, 1)
    last: dt.date = dt.date(2026, 6, 30)
    clients: list[Record] = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.clients = [row for row in self.tables["clients"] if self.has_client(row["client_id"])]
        self.own_spells = [spell for spell in self.spells if self.has_client(spell.rows[0]["client_id"])]
        self.jobs = [spell for spell in self.own_spells if spell.rows[0]["kind"] == "employment"]
        self.tries = [spell for spell in self.own_spells if spell.rows[0]["kind"] in TRIALS]
        self.mine_follow_ups = [row for row in self.tables["follow_ups"] if row["placement_id"] in self.mine]

    # Time

    def known(self, text: str | None) -> dt.date | None:
        """A day, if it is on or before the day."""
        there = day(text)
        return there if there and there <= self.on else None

    def inside(self, there: dt.date | None) -> bool:
        return there is not None and self.first <= there <= self.last and there <= self.on

    def days(self, first: dt.date, last: dt.date) -> list[dt.date]:
        return [first + n * DAY for n in range((min(last, self.on) - first).days + 1)]

    def runs(self, start: dt.date | None, end: dt.date | None, there: dt.date) -> bool:
        return start is not None and start <= there and (end is None or there < end)

    # Clients

    def is_active(self, row: Record) -> bool:
        return self.runs(self.known(row.get("enrolled_on")), self.known(row.get("closed_on")), self.on)

    def served(self, row: Record, first: dt.date, last: dt.date) -> bool:
        start, end = self.known(row.get("enrolled_on")), self.known(row.get("closed_on"))
        return any(self.runs(start, end, there) for there in self.days(first, last))

    def running_rows(self) -> list[Record]:
        return [row for row in self.placements() if self.end(row) is None]

    def in_work(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for row in self.running_rows():
            if row["kind"] == "employment":
                found.setdefault(row["client_id"], []).append(row)
        return found

    def step(self, row: Record) -> str:
        entries = [
            (entry["entered_on"], entry["step"])
            for entry in self.tables["steps"]
            if entry["client_id"] == row["client_id"] and self.known(entry["entered_on"])
        ]
        return str(max(entries)[1]) if entries else "none"

    def fte(self) -> float:
        return float(sum(row["fte"] for row in self.tables["coaches"] if self.works(row["coach_id"])))

    def client_area(self) -> dict[str, Any]:
        active = [row for row in self.clients if self.is_active(row)]
        new = [row for row in self.clients if self.inside(day(row.get("enrolled_on")))]
        work = {spell.rows[0]["client_id"] for spell in self.jobs if self.inside(spell.start)}
        studies = {
            row["client_id"]
            for row in self.placements()
            if row["kind"] == "studies" and self.inside(self.start(row))
        }
        in_work = self.in_work()
        plain = {key for key, rows in in_work.items() if any(row.get("subsidy") == "none" for row in rows)}
        blank = {key for key, rows in in_work.items() if any(not row.get("subsidy") for row in rows)} - plain
        return {
            "active": len(active),
            "served": sum(self.served(row, self.first, self.last) for row in self.clients),
            "enrolled": len(new),
            "closed": sum(self.inside(day(row.get("closed_on"))) for row in self.clients),
            "re_entries": sum(bool(row.get("earlier_client_id")) for row in new),
            "by_step": {
                key: sum(self.step(row) == key for row in active) for key in ("1", "2", "3", "4", "5", "none")
            },
            "by_gender": self.by(active, "gender", GENDERS),
            "by_referrer": self.by(active, "referrer", REFERRERS),
            "to_work": len(work),
            "to_studies": len(studies),
            "to_work_or_studies": len(work | studies),
            "in_work": len(in_work),
            "in_work_unsubsidised": len(plain),
            "in_work_subsidy_unknown": len(blank),
            "per_fte": len(active) / self.fte() if self.fte() else None,
            "quarterly_rate": self.quarter(),
        }

    def by(self, rows: list[Record], column: str, words: tuple[str, ...]) -> dict[str, int]:
        counts = {word: sum(row.get(column) == word for row in rows) for word in words}
        return {**counts, "unknown": sum(not row.get(column) for row in rows)}

    def quarter(self) -> dict[str, Any]:
        anchor = min(self.last, self.on)
        first = dt.date(anchor.year, (1, 4, 7, 10)[(anchor.month - 1) // 3], 1)
        last = add_months(first, 3) - DAY
        served = [row["client_id"] for row in self.clients if self.served(row, first, last)]
        worked = {
            spell.rows[0]["client_id"]
            for spell in self.jobs
            if any(self.runs(spell.start, spell.end, there) for there in self.days(first, last))
        }
        return share(sum(key in worked for key in served), len(served))

    # Time until

    def firsts(self, row: Record, kinds: tuple[str, ...] | None) -> list[dt.date]:
        """Placements of a client from the enrolment on, and contacts of some kinds about it; None: none."""
        key, start = row["client_id"], dt.date.fromisoformat(row["enrolled_on"])
        found = [
            self.start(each)
            for each in self.placements()
            if each["client_id"] == key and each["kind"] != "studies"
        ]
        found += [
            dt.date.fromisoformat(each["contacted_on"])
            for each in (self.contacts() if kinds is not None else [])
            if each.get("client_id") == key and (not kinds or each["kind"] in kinds)
        ]
        return sorted(there for there in found if there >= start)

    def median_wait(self, kinds: tuple[str, ...] | None) -> int | None:
        times = []
        for row in self.clients:
            enrolled = day(row.get("enrolled_on"))
            if enrolled is None or not self.inside(enrolled):
                continue
            leaves = self.known(row.get("closed_on")) or self.on
            hits = [there for there in self.firsts(row, kinds) if there <= leaves]
            times.append(((hits[0] if hits else leaves) - enrolled, bool(hits)))
        return median_time([(length.days, happened) for length, happened in times])

    def waiting_area(self) -> dict[str, Any]:
        return {
            "first_contact_median_days": self.median_wait(()),
            "first_placement_median_days": self.median_wait(None),
            "n": sum(self.inside(day(row.get("enrolled_on"))) for row in self.clients),
        }

    def cohort_area(self) -> dict[str, Any]:
        start = add_months(self.on, -36) + DAY
        times, oldest = [], -1
        for row in self.clients:
            enrolled = self.known(row.get("enrolled_on"))
            if enrolled is None or enrolled < start:
                continue
            key = row["client_id"]
            jobs = [spell.start for spell in self.jobs if spell.rows[0]["client_id"] == key]
            studies = [
                self.start(each)
                for each in self.placements()
                if each["client_id"] == key and each["kind"] == "studies"
            ]
            closed = self.known(row.get("closed_on"))
            events = [(there, 1) for there in jobs if there >= enrolled]
            events += [(there, 2) for there in studies if there >= enrolled]
            events += [(closed, 3)] if closed else []
            at, cause = min(events, default=(self.on, 0))
            times.append(((at - enrolled).days, cause))
            oldest = max(oldest, (self.on - enrolled).days)
        return {
            name: {
                "share": float(incidence(times, 1, days)) if oldest >= days else None,
                "n": len(times),
            }
            for name, days in (("6", 182), ("12", 365), ("18", 547))
        }

    # Trials and employments

    def trial_area(self) -> dict[str, Any]:
        done = [spell for spell in self.tries if self.inside(spell.end)]
        outcomes = [spell.outcome for spell in done]
        known = [word for word in outcomes if word]
        late = [spell for spell in done if spell.end and (self.on - spell.end).days >= 90]
        lengths = [(spell.end - spell.start).days for spell in done if spell.end]
        return {
            "started": sum(self.inside(spell.start) for spell in self.tries),
            "running": sum(spell.end is None for spell in self.tries),
            "completed": len(done),
            "by_outcome": {
                **{word: outcomes.count(word) for word in OUTCOMES},
                "unknown": outcomes.count(None),
            },
            "success": share(sum(word in ("employment", "studies") for word in known), len(known)),
            "interrupted": share(sum(word.startswith("interrupted") for word in known), len(known)),
            "converted": share(sum(self.converted(spell) for spell in late), len(late)),
            "median_days": middle(lengths) if lengths else None,
        }

    def converted(self, trial: Spell) -> bool:
        row = trial.rows[0]
        return any(
            (job.rows[0]["client_id"], job.rows[0]["employer_id"]) == (row["client_id"], row["employer_id"])
            and trial.end is not None
            and trial.start <= job.start <= trial.end + 90 * DAY
            for job in self.jobs
        )

    def employment_area(self) -> dict[str, Any]:
        times = [(((spell.end or self.on) - spell.start).days, spell.end is not None) for spell in self.jobs]
        return {
            "started": sum(self.inside(spell.start) for spell in self.jobs),
            "running": sum(spell.end is None for spell in self.jobs),
            "retention": {str(term): self.kept(times, term) for term in (90, 182, 365)},
        }

    def kept(self, times: list[tuple[int, bool]], term: int) -> dict[str, Any]:
        at_risk = sum(length >= term for length, _lost in times)
        left = survival(times, term)
        interval = None
        if at_risk >= 5 and 0 < left < 1:
            theta = math.log(-math.log(left))
            reach = 1.959963984540054 * math.sqrt(greenwood(times, term)) / abs(math.log(left))
            interval = [math.exp(-math.exp(theta + reach)), math.exp(-math.exp(theta - reach))]
        return {
            "share": float(left) if at_risk >= 5 else None,
            "interval": interval,
            "at_risk": at_risk,
        }

    # Follow-ups

    def is_done(self, row: Record) -> dt.date | None:
        return self.known(row.get("done_on"))

    def counts(self, row: Record) -> bool:
        """Not cancelled, or done all the same."""
        return bool(self.is_done(row)) or not row["cancelled"]

    def of_coach(self, row: Record) -> str | None:
        return row.get("coach_id") or self.coach_of_placement(self.placement(row["placement_id"]))

    def of_spell(self, spell: Spell) -> list[Record]:
        keys = {row["placement_id"] for row in spell.rows}
        return [row for row in self.mine_follow_ups if row["placement_id"] in keys]

    def standard(self, spell: Spell, until: dt.date) -> list[dt.date]:
        kind, start = spell.rows[0]["kind"], spell.start
        found: list[dt.date] = []
        if kind in TRIALS or kind == "employment":
            found += [start + n * DAY for n in (7, 14, 21, 28)]
        if kind in TRIALS:
            found += [start + (28 + 14 * n) * DAY for n in range(1, (until - start).days // 14 + 2)]
        months = (until.year - start.year) * 12 + 13
        if kind == "employment":
            found += [add_months(start, n) for n in range(2, 13)]
            found += [add_months(start, n) for n in range(15, max(16, months), 3)]
        if kind == "studies":
            found += [add_months(start, n) for n in range(1, max(2, months))]
        return [there for there in found if there <= until]

    def expected(self, until: dt.date) -> list[tuple[str | None, dt.date]]:
        found: list[tuple[str | None, dt.date]] = []
        for spell in self.own_spells:
            if spell.end is not None:
                continue
            last = max(spell.rows, key=lambda row: (row["started_on"], row["placement_id"]))
            latest = dt.date.min
            for row in self.of_spell(spell):
                if self.counts(row):
                    latest = max(
                        latest, dt.date.fromisoformat(row["planned_on"]), self.is_done(row) or latest
                    )
            stop = day(last.get("planned_end_on"))
            found += [
                (self.coach_of_placement(last), there)
                for there in self.standard(spell, until)
                if there > max(self.on, latest) and (not stop or stop <= self.on or there <= stop)
            ]
        return found

    def planned(self) -> list[Record]:
        return [
            row
            for row in self.mine_follow_ups
            if dt.date.fromisoformat(row["planned_on"]) > self.on
            and not self.is_done(row)
            and not row["cancelled"]
            and self.spell_of[row["placement_id"]].end is None
        ]

    def unseen(self, spell: Spell) -> bool:
        kind, age = spell.rows[0]["kind"], (self.on - spell.start).days
        if spell.end is not None or not (kind in TRIALS or kind in ("employment", "studies")):
            return False
        seen = [there for row in self.of_spell(spell) if (there := self.is_done(row))]
        since = (self.on - (max(seen) if seen else spell.start)).days
        if kind == "studies":
            return since > 38
        if age < 28:
            return since > 14
        return since > (21 if kind in TRIALS else 38 if age <= 365 else 99)

    def reached(self, spell: Spell, parties: tuple[str, ...]) -> bool:
        return any(
            row.get("party") in parties and (there := self.is_done(row)) and (self.on - there).days < 60
            for row in self.of_spell(spell)
        )

    def follow_up_area(self) -> dict[str, Any]:
        due = self.due()
        open_ones = [
            row
            for row in self.mine_follow_ups
            if dt.date.fromisoformat(row["planned_on"]) <= self.on
            and not self.is_done(row)
            and not row["cancelled"]
        ]
        timed = [
            (dt.date.fromisoformat(row["planned_on"]), self.is_done(row))
            for row in self.mine_follow_ups
            if self.counts(row)
        ]
        timed = [(plan, done) for plan, done in timed if self.inside(plan) and plan + 7 * DAY <= self.on]
        old = [
            spell
            for spell in self.tries + self.jobs
            if spell.end is None and (self.on - spell.start).days >= 30
        ]
        both = [s for s in old if self.reached(s, REACHES_CLIENT) and self.reached(s, REACHES_EMPLOYER)]
        return {
            "due": len(due),
            "overdue": sum(dt.date.fromisoformat(row["planned_on"]) < self.on for row in due),
            "lapsed": len(open_ones) - len(due),
            "done": sum(self.inside(self.is_done(row)) for row in self.mine_follow_ups),
            "on_time": share(sum(bool(done and done <= plan + 7 * DAY) for plan, done in timed), len(timed)),
            "unseen": sum(map(self.unseen, self.own_spells)),
            "both_parties": share(len(both), len(old)),
            "by_coach": self.by_coach(due),
            "load": self.load(due),
        }

    def by_coach(self, due: list[Record]) -> list[dict[str, Any]]:
        soon = self.on + 28 * DAY
        expected = self.expected(soon)
        found = []
        for coach in sorted(row["coach_id"] for row in self.tables["coaches"]):
            waits = [row["planned_on"] for row in due if self.of_coach(row) == coach]
            plans = [
                row
                for row in self.planned()
                if self.of_coach(row) == coach and dt.date.fromisoformat(row["planned_on"]) <= soon
            ]
            line = {
                "coach_id": coach,
                "due": len(waits),
                "overdue": sum(dt.date.fromisoformat(there) < self.on for there in waits),
                "planned_next_4_weeks": len(plans),
                "expected_next_4_weeks": sum(who == coach for who, _there in expected),
            }
            if self.works(coach) or any(isinstance(value, int) and value for value in line.values()):
                found.append(line)
        return found

    def load(self, due: list[Record]) -> list[dict[str, Any]]:
        monday = self.on - self.on.weekday() * DAY
        first, last = monday - 84 * DAY, monday + 91 * DAY - DAY
        marks: list[tuple[str | None, dt.date, str]] = []
        marks += [
            (self.of_coach(row), at, "done") for row in self.mine_follow_ups if (at := self.is_done(row))
        ]
        marks += [(self.of_coach(row), dt.date.fromisoformat(row["planned_on"]), "due") for row in due]
        marks += [
            (self.of_coach(row), dt.date.fromisoformat(row["planned_on"]), "planned")
            for row in self.planned()
        ]
        marks += [(who, there, "expected") for who, there in self.expected(last)]
        table: dict[tuple[str, str], dict[str, Any]] = {}
        for who, there, name in marks:
            if who is not None and first <= there <= last:
                year, week, _weekday = there.isocalendar()
                key = (who, f"{year}-W{week:02}")
                empty = {"coach_id": who, "week": key[1], "done": 0, "due": 0, "planned": 0, "expected": 0}
                table.setdefault(key, empty)[name] += 1
        return [table[key] for key in sorted(table)]

    # Gaps

    def groups(self, text: str | None) -> set[str]:
        return {code[:2] for code in (text or "").split(";") if code}

    def seekers(self) -> list[Record]:
        in_work = self.in_work()
        return [row for row in self.clients if self.is_active(row) and row["client_id"] not in in_work]

    def gap_area(self) -> dict[str, Any]:
        numbers = {key: self.employer(key) for key in self.total()}
        rows = {row["employer_id"]: row for row in self.tables["employers"] if row["employer_id"] in numbers}
        demand: dict[str, Fraction] = {}
        for row in self.seekers():
            wished = self.groups(row.get("wished_occupations"))
            for group in wished:
                demand[group] = demand.get(group, Fraction(0)) + Fraction(1, len(wished))
        supply = dict.fromkeys(demand, Fraction(0))
        for key, row in rows.items():
            offered = self.groups(row.get("occupations")) & set(demand)
            if numbers[key]["rung"] >= 2 and numbers[key]["warmth"] in ("active", "cooling"):
                for group in offered:
                    supply[group] += Fraction(numbers[key]["free"], len(offered))
        strong = [key for key in rows if numbers[key]["level"] == "strong"]
        coaches = {
            key: sum(tie["active"] for (_who, at), tie in self.ties().items() if at == key) for key in rows
        }
        return {
            "occupations": [
                {
                    "ssyk": group,
                    "demand": float(amount),
                    "supply": float(supply[group]),
                    "state": "missing"
                    if not supply[group]
                    else "thin"
                    if supply[group] < amount
                    else "covered",
                }
                for group, amount in sorted(demand.items())
            ],
            "areas": self.areas(rows, numbers),
            "dependence": sum(coaches[key] == 1 for key in strong),
            "dormant": sum(numbers[key]["warmth"] == "dormant" for key in rows),
            "fading": sum(self.fading(key, numbers[key]) for key in rows),
            "unused": sum(self.unused(row, numbers[key], set(demand)) for key, row in rows.items()),
            "dead_ends": sum(map(self.dead_end, rows)),
            "data": {
                "no_position": sum(row.get("position_precision") == "none" for row in rows.values()),
                "no_occupation": sum(not row.get("occupations") for row in rows.values()),
                "no_sni": sum(not row.get("sni_code") for row in rows.values()),
            },
        }

    def areas(self, rows: dict[str, Record], numbers: dict[str, Any]) -> dict[str, int]:
        named = rough = 0
        for client in self.seekers():
            wished = self.groups(client.get("wished_occupations"))
            if not wished or not client.get("postal_code"):
                continue
            place = find_postal_code(client["postal_code"])
            if place is None or place.precision == "municipality":
                rough += 1
                continue
            near = [
                row
                for key, row in rows.items()
                if numbers[key]["warmth"] in ("active", "cooling")
                and self.groups(row.get("occupations")) & wished
                and row["position_precision"] in ("exact", "postal_code", "locality")
                and self.kilometres(place.latitude, place.longitude, row) <= 15
            ]
            named += len(near) < 3
        return {"clients": named, "municipality_only": rough}

    def kilometres(self, latitude: float, longitude: float, row: Record) -> float:
        a, b = math.radians(latitude), math.radians(row["map_latitude"])
        turn = math.radians(row["map_longitude"] - longitude)
        # The spherical law of cosines: another way than the product's.
        cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
        return 6371.0088 * math.acos(min(1.0, cosine))

    def fading(self, key: str, numbers: dict[str, Any]) -> bool:
        days = sorted({row.on for row in self.met if row.employer == key})
        if numbers["level"] not in ("strong", "medium") or len(days) < 2:
            return False
        gaps = [(days[n + 1] - days[n]).days for n in range(len(days) - 1)]
        silence = (self.on - days[-1]).days
        return silence > 60 and silence > 2 * middle(gaps)

    def unused(self, row: Record, numbers: dict[str, Any], wanted: set[str]) -> bool:
        registered = day(row.get("registered_on"))
        old = registered is None or (self.on - registered).days > 180
        lately = any((self.on - met.on).days < 180 for met in self.met if met.employer == row["employer_id"])
        return bool(
            old and numbers["rung"] <= 2 and not lately and self.groups(row.get("occupations")) & wanted
        )

    def dead_end(self, key: str) -> bool:
        done = [s for s in self.tries if s.end is not None and s.rows[0]["employer_id"] == key]
        return len(done) >= 3 and not any(job.rows[0]["employer_id"] == key for job in self.jobs)

    # Equality and method

    def equality_area(self) -> dict[str, Any]:
        gender = {row["client_id"]: row.get("gender") for row in self.clients}
        found: dict[str, list[bool]] = {"woman": [], "man": []}
        for row in self.placements():
            women = share_of_women(row["occupation"]) if row.get("occupation") else None
            if row["kind"] == "studies" or not self.inside(self.start(row)) or women is None:
                continue
            sex = gender[row["client_id"]]
            if sex in found:
                found[sex].append(women < 0.4 if sex == "woman" else women > 0.6)
        return {"non_traditional": {sex: share(sum(hits), len(hits)) for sex, hits in found.items()}}

    def fidelity_area(self) -> list[dict[str, Any]]:
        active = sum(map(self.is_active, self.clients))
        new = sum(self.inside(day(row.get("enrolled_on"))) for row in self.clients)
        search = self.median_wait(("meeting", "visit", "workplace_analysis"))
        started = [spell for spell in self.jobs if self.inside(spell.start)]
        named = [code for spell in started if (code := self.occupation(spell))]
        running = [spell for spell in self.jobs if spell.end is None]
        contracts = [self.last_row(spell).get("contract") for spell in running]
        known = [word for word in contracts if word]
        old = [spell for spell in running if (self.on - spell.start).days >= 28]
        lines = [
            self.line("caseload", active / self.fte() if active and self.fte() else None, active),
            self.line("rapid_search", search, new),
            self.contacts_line(),
            self.line("job_diversity", len(set(named)) / len(named) if named else None, len(named)),
            self.line(
                "employer_diversity",
                len({spell.rows[0]["employer_id"] for spell in started}) / len(started) if started else None,
                len(started),
            ),
            self.line("permanent_jobs", known.count("permanent") / len(known) if known else None, len(known)),
            self.line(
                "time_unlimited_support", sum(map(self.supported, old)) / len(old) if old else None, len(old)
            ),
        ]
        if new and search is None:
            lines[1]["score"] = 1
        if 0 < len(known) < 10:
            lines[5]["score"] = 1
        return lines

    def line(self, name: str, value: float | None, n: int) -> dict[str, Any]:
        falling = {"caseload": (20, 25, 30, 40), "rapid_search": (30, 60, 150, 270)}
        rising = {
            "employer_contacts": (6, 5, 4, 2),
            "job_diversity": (0.85, 0.7, 0.6, 0.5),
            "employer_diversity": (0.85, 0.7, 0.6, 0.5),
            "permanent_jobs": (0.95, 0.85, 0.75, 0.65),
            "time_unlimited_support": (0.9, 0.75, 0.5, 0.25),
        }
        points = None
        if value is not None:
            points = 1
            for reward, limit in zip((5, 4, 3, 2), falling.get(name) or rising[name], strict=True):
                if (value <= limit) if name in falling else (value >= limit):
                    points = reward
                    break
        return {"item": name, "value": value, "n": n, "score": points}

    def contacts_line(self) -> dict[str, Any]:
        met = sum(
            row["kind"] in ("meeting", "visit", "workplace_analysis")
            and self.inside(day(row["contacted_on"]))
            for row in self.contacts()
        )
        worked = 0.0
        for row in self.tables["coaches"]:
            if self.has_coach(row["coach_id"]):
                start, end = day(row.get("started_on")) or dt.date.min, day(row.get("ended_on"))
                days = [there for there in self.days(self.first, self.last) if self.runs(start, end, there)]
                worked += row["fte"] * len(days)
        return self.line("employer_contacts", met / (worked / 7) if worked else None, met)

    def last_row(self, spell: Spell) -> Record:
        return max(spell.rows, key=lambda row: (row["started_on"], row["placement_id"]))

    def occupation(self, spell: Spell) -> str | None:
        for row in sorted(spell.rows, key=lambda row: (row["started_on"], row["placement_id"])):
            if row.get("occupation"):
                return str(row["occupation"])[:3]
        return None

    def supported(self, spell: Spell) -> bool:
        days = [(there - spell.start).days for row in self.of_spell(spell) if (there := self.is_done(row))]
        days = sorted(each for each in days if each >= 0)
        stretches = ((0, 7), (8, 14), (15, 21), (22, 28))
        early = sum(any(low <= each <= high for each in days) for low, high in stretches)
        points = [0, *days, (self.on - spell.start).days]
        long = 0
        for begin, end in pairwise(points):
            part = max(0, min(end, 365) - begin)
            long += part > 38 or end - begin > 99
        return early >= 3 and long <= 1

    def everything(self) -> dict[str, Any]:
        return {
            "clients": self.client_area(),
            "waiting": self.waiting_area(),
            "trials": self.trial_area(),
            "employments": self.employment_area(),
            "cohort": self.cohort_area(),
            "follow_ups": self.follow_up_area(),
            "gaps": self.gap_area(),
            "equality": self.equality_area(),
            "fidelity": self.fidelity_area(),
        }
