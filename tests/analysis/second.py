"""A second implementation of MEASURES.md, in plain Python and slow: what the product is compared with.

Written from the definitions alone, row by row and without a library, over the records of `tests.builders`.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]
WEIGHT = {
    "phone": 1,
    "email": 1,
    "event": 1,
    "follow_up": 1,
    "meeting": 2,
    "visit": 2,
    "workplace_analysis": 3,
}
WEIGHT |= {"study_visit": 3, "job_tasting": 3, "work_trial": 5, "work_training": 5, "internship": 5}
WEIGHT |= {"employment": 8}
RUNG = {"phone": 1, "email": 1, "event": 1, "follow_up": 1, "meeting": 2, "visit": 2, "workplace_analysis": 2}
RUNG |= {"study_visit": 2, "job_tasting": 2, "work_trial": 3, "work_training": 3, "internship": 3}
RUNG |= {"employment": 4}
DEPTH = {"phone": 0.2, "email": 0.2, "event": 0.2, "follow_up": 0.2, "meeting": 0.3, "visit": 0.3}
DEPTH |= {"workplace_analysis": 0.3, "study_visit": 0.4, "job_tasting": 0.4, "work_trial": 0.6}
DEPTH |= {"work_training": 0.6, "internship": 0.6, "employment": 0.8}
TRIALS = ("work_trial", "work_training", "internship")


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@dataclass
class Met:
    employer: str
    coach: str | None
    on: dt.date
    kind: str
    warm: bool


@dataclass
class Spell:
    rows: list[Record]
    start: dt.date
    end: dt.date | None
    outcome: str | None


@dataclass
class Second:
    """The selection on a day."""

    tables: dict[str, list[Record]]
    on: dt.date
    units: tuple[str, ...] = ()
    spells: list[Spell] = field(init=False)

    def __post_init__(self) -> None:
        known = [row for row in self.tables["placements"] if self.age(row["started_on"]) >= 0]
        self.known_placements = known
        self.spells = self._employment_spells(known) + self._trials(known)
        joined = {row["placement_id"] for spell in self.spells for row in spell.rows}
        for row in known:
            if row["placement_id"] not in joined:
                self.spells.append(Spell([row], self.start(row), self.end(row), self.outcome(row)))
        self.spell_of = {row["placement_id"]: spell for spell in self.spells for row in spell.rows}
        self.mine = {row["placement_id"] for row in self.placements()}
        self.met = self._interactions()
        self._ties = self._all_ties()

    def age(self, text: str | None) -> int:
        there = day(text)
        return (self.on - there).days if there else -1

    def start(self, row: Record) -> dt.date:
        return dt.date.fromisoformat(row["started_on"])

    def end(self, row: Record) -> dt.date | None:
        end = day(row.get("ended_on"))
        if end is None and row["kind"] == "study_visit":
            end = self.start(row)
        if end is None and row["kind"] == "job_tasting":
            end = self.start(row) + dt.timedelta(days=14)
        return end if end and end <= self.on else None

    def outcome(self, row: Record) -> str | None:
        stated = day(row.get("ended_on"))
        return row.get("outcome") if stated and stated <= self.on else None

    # Who belongs

    def only_unit(self) -> str | None:
        units = self.tables["units"]
        return units[0]["unit_id"] if len(units) == 1 else None

    def unit_of_coach(self, coach: str | None) -> str | None:
        for row in self.tables["coaches"]:
            if row["coach_id"] == coach:
                return row.get("unit_id") or self.only_unit()
        return None

    def client(self, key: str) -> Record:
        return next(row for row in self.tables["clients"] if row["client_id"] == key)

    def has_coach(self, coach: str | None) -> bool:
        return coach is not None and (not self.units or self.unit_of_coach(coach) in self.units)

    def has_client(self, key: str) -> bool:
        row = self.client(key)
        unit = row.get("unit_id") or self.unit_of_coach(row.get("coach_id")) or self.only_unit()
        return not self.units or unit in self.units

    def coach_of_placement(self, row: Record) -> str | None:
        return row.get("coach_id") or self.client(row["client_id"]).get("coach_id")

    def placement(self, key: str) -> Record:
        return next(row for row in self.tables["placements"] if row["placement_id"] == key)

    def contacts(self, *, every_unit: bool = False) -> list[Record]:
        return [
            row
            for row in self.tables["contacts"]
            if self.age(row["contacted_on"]) >= 0 and (every_unit or self.has_coach(row["coach_id"]))
        ]

    def placements(self) -> list[Record]:
        return [row for row in self.known_placements if self.has_client(row["client_id"])]

    def works(self, coach: str) -> bool:
        row = next(row for row in self.tables["coaches"] if row["coach_id"] == coach)
        start, end = day(row.get("started_on")), day(row.get("ended_on"))
        return self.has_coach(coach) and (not start or start <= self.on) and (not end or self.on < end)

    def total(self) -> list[str]:
        places = {
            row.get("municipality_code") for row in self.tables["units"] if row["unit_id"] in self.units
        }
        touched_by_any = {row["employer_id"] for row in self.contacts(every_unit=True)}
        touched_by_any |= {row["employer_id"] for row in self.known_placements if row["kind"] != "studies"}
        touched = {row["employer_id"] for row in self.contacts()}
        touched |= {row["employer_id"] for row in self.placements() if row["kind"] != "studies"}
        found = []
        for row in self.tables["employers"]:
            key = row["employer_id"]
            near = row.get("municipality_code") is not None and row.get("municipality_code") in places
            mine = not self.units or key in touched or (key not in touched_by_any and near)
            registered = day(row.get("registered_on"))
            if mine and row["active"] and (registered is None or registered <= self.on):
                found.append(key)
        return sorted(found)

    # Spells

    def _employment_spells(self, known: list[Record]) -> list[Spell]:
        done: list[Spell] = []
        for row in sorted(known, key=self.start):
            if row["kind"] != "employment":
                continue
            for spell in done:
                first = spell.rows[0]
                same = (first["client_id"], first["employer_id"]) == (row["client_id"], row["employer_id"])
                if same and (spell.end is None or (self.start(row) - spell.end).days <= 14):
                    spell.rows.append(row)
                    end = self.end(row)
                    spell.end = None if spell.end is None or end is None else max(spell.end, end)
                    break
            else:
                done.append(Spell([row], self.start(row), self.end(row), self.outcome(row)))
        return done

    def _trials(self, known: list[Record]) -> list[Spell]:
        done: list[Spell] = []
        latest: dict[tuple[str, str, str], Spell] = {}
        for row in sorted(known, key=lambda row: (self.start(row), row["placement_id"])):
            if row["kind"] not in TRIALS:
                continue
            group = (row["client_id"], row["employer_id"], row["kind"])
            before = latest.get(group)
            last_end = self.end(before.rows[-1]) if before else None
            if (
                before
                and last_end
                and self.outcome(before.rows[-1]) == "extended"
                and (self.start(row) - last_end).days <= 14
            ):
                before.rows.append(row)
                end = self.end(row)
                before.end = None if before.end is None or end is None else max(before.end, end)
                before.outcome = self.outcome(row)
            else:
                latest[group] = Spell([row], self.start(row), self.end(row), self.outcome(row))
                done.append(latest[group])
        return done

    # Interactions and ties

    def _interactions(self) -> list[Met]:
        found = [
            Met(
                row["employer_id"],
                row["coach_id"],
                dt.date.fromisoformat(row["contacted_on"]),
                row["kind"],
                not (row["kind"] in ("email", "event") and row["initiated_by"] == "unit"),
            )
            for row in self.contacts()
        ]
        for row in self.placements():
            if row["kind"] != "studies":
                coach = self.coach_of_placement(row)
                mine = coach if self.has_coach(coach) else None
                found.append(Met(row["employer_id"], mine, self.start(row), row["kind"], True))
        for row in self.tables["follow_ups"]:
            of = self.placement(row["placement_id"])
            if (
                of["placement_id"] in self.mine
                and of["kind"] != "studies"
                and row.get("party") in ("employer", "both", "three_party")
                and self.age(row.get("done_on")) >= 0
            ):
                coach = row.get("coach_id") or self.coach_of_placement(of)
                mine = coach if self.has_coach(coach) else None
                done = dt.date.fromisoformat(row["done_on"])
                found.append(Met(of["employer_id"], mine, done, "follow_up", True))
        return found

    def ties(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Every pair that ever met, among the employers of total."""
        return self._ties

    def _all_ties(self) -> dict[tuple[str, str], dict[str, Any]]:
        total, found = set(self.total()), dict[tuple[str, str], dict[str, Any]]()
        for met in self.met:
            if met.coach is None or met.employer not in total:
                continue
            tie = found.setdefault((met.coach, met.employer), {"strength": 0.0, "days": [], "warm_days": []})
            tie["strength"] += WEIGHT[met.kind] * 2 ** (-((self.on - met.on).days) / 180)
            tie["days"].append(met.on)
            if met.warm:
                tie["warm_days"].append(met.on)
        for (coach, _employer), tie in found.items():
            lately = [there for there in tie["warm_days"] if (self.on - there).days < 365]
            tie["active"] = bool(lately) and self.works(coach)
        return found

    # Employers

    def mean_success(self) -> float:
        counted = self._counted_trials()
        won = [spell for spell in counted if spell.outcome in ("employment", "studies")]
        return len(won) / len(counted) if counted else 0.0

    def _counted_trials(self) -> list[Spell]:
        return [
            spell
            for spell in self.spells
            if spell.rows[0]["kind"] in TRIALS
            and spell.end is not None
            and spell.outcome is not None
            and self.has_client(spell.rows[0]["client_id"])
        ]

    def employer(self, key: str) -> dict[str, Any]:
        met = [row for row in self.met if row.employer == key]
        warm = [(self.on - row.on).days for row in met if row.warm]
        parts = self._parts(key, met, warm)
        weights = (0.25, 0.20, 0.25, 0.10, 0.10, 0.10)
        strength = 100 * sum(weight * part for weight, part in zip(weights, parts.values(), strict=True))
        rung = self._rung(key, met)
        level = "none" if not met else "weak"
        if met and strength >= 35 - 1e-9:
            level = "strong" if strength >= 60 - 1e-9 and rung >= 3 else "medium"
        warmth = "never"
        if warm:
            warmth = "active" if min(warm) <= 90 else "cooling" if min(warm) <= 180 else "dormant"
        return {
            "rung": rung,
            "level": level,
            "warmth": warmth,
            "strength": strength,
            **parts,
            **self._places(key),
        }

    def _rung(self, key: str, met: list[Met]) -> int:
        rung = max((RUNG[row.kind] for row in met), default=0)
        clients = {
            row["client_id"]
            for row in self.placements()
            if row["employer_id"] == key and row["kind"] != "studies"
        }
        lately = any((self.on - row.on).days < 180 for row in met)
        return 5 if rung == 4 and len(clients) >= 3 and lately else rung

    def _parts(self, key: str, met: list[Met], warm: list[int]) -> dict[str, float]:
        names = ("recency", "frequency", "depth", "breadth", "reciprocity", "outcome")
        if not met:
            return dict.fromkeys(names, 0.0)
        hired = {
            row["client_id"]
            for row in self.placements()
            if row["employer_id"] == key and row["kind"] == "employment"
        }
        coaches = [coach for (coach, at), tie in self.ties().items() if at == key and tie["active"]]
        recent = [
            row
            for row in self.contacts()
            if row["employer_id"] == key and self.age(row["contacted_on"]) < 730
        ]
        theirs = [row for row in recent if row["initiated_by"] == "employer"]
        trials = [spell for spell in self._counted_trials() if spell.rows[0]["employer_id"] == key]
        won = [spell for spell in trials if spell.outcome in ("employment", "studies")]
        values = (
            2 ** (-min(warm) / 180) if warm else 0.0,
            min(1.0, len({age for age in warm if age < 365}) / 12),
            1.0 if len(hired) >= 2 else max(DEPTH[row.kind] for row in met),
            min(1.0, len(coaches) / 3),
            min(1.0, 2 * len(theirs) / (len(recent) + 2)),
            (len(won) + 4 * self.mean_success()) / (len(trials) + 4),
        )
        return dict(zip(names, values, strict=True))

    def _places(self, key: str) -> dict[str, Any]:
        here = [
            row for row in self.known_placements if row["employer_id"] == key and row["kind"] != "studies"
        ]
        running = [row for row in here if self.end(row) is None]
        occupied = 0
        for row in running:
            spell_age = (self.on - self.spell_of[row["placement_id"]].start).days
            occupied += row["kind"] != "employment" or spell_age < 182
        capacity = next(row["capacity"] for row in self.tables["employers"] if row["employer_id"] == key)
        written = [
            row
            for row in self.contacts(every_unit=True)
            if row["employer_id"] == key
            and row["initiated_by"] == "unit"
            and self.age(row["contacted_on"]) < 90
        ]
        placed = [row for row in here if self.age(row["started_on"]) < 90]
        return {
            "running": len([row for row in running if self.has_client(row["client_id"])]),
            "occupied": occupied,
            "free": max(0, capacity - occupied),
            "fatigued": occupied > capacity or (len(written) > 6 and not placed),
        }

    # If a coach leaves

    def due(self) -> list[Record]:
        found = []
        for row in self.tables["follow_ups"]:
            of = self.placement(row["placement_id"])
            if of["placement_id"] not in self.mine or self.age(row["planned_on"]) < 0:
                continue
            if row["cancelled"] or self.age(row.get("done_on")) >= 0:
                continue
            end = self.spell_of[of["placement_id"]].end
            planned = dt.date.fromisoformat(row["planned_on"])
            if end is None or (end > planned and (self.on - end).days < 30):
                found.append(row)
        return found

    def if_leaves(self, coach: str) -> dict[str, int]:
        active = [pair for pair, tie in self.ties().items() if tie["active"]]
        alone = [at for who, at in active if who == coach and sum(at == other for _who, other in active) == 1]
        numbers = {at: self.employer(at) for at in alone}
        own = [row for row in self.placements() if self.coach_of_placement(row) == coach]
        due = [
            row
            for row in self.due()
            if (row.get("coach_id") or self.coach_of_placement(self.placement(row["placement_id"]))) == coach
        ]
        return {
            "orphaned": len(alone),
            "orphaned_strong": sum(numbers[at]["level"] == "strong" for at in alone),
            "running_at_orphaned": sum(numbers[at]["running"] for at in alone),
            "running_of_coach": sum(self.end(row) is None for row in own),
            "due_of_coach": len(due),
        }
