"""The tables of DATA.md, and those that the product itself needs.

Words are checked by the database as well as by the import: a wrong one must not get in by any door.
"""

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from dashboard.domain import vocabulary as words

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Common to all tables: named constraints, so that migrations can address them."""

    metadata = MetaData(naming_convention=NAMING)


def one_of(column: str, allowed: tuple[str, ...]) -> CheckConstraint:
    """A check that a column holds one of the words, or nothing."""
    listed = ", ".join(f"'{word}'" for word in allowed)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class Traced:
    """Where a row came from, so that a figure can be traced back to its cell."""

    updated_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    source: Mapped[str | None] = mapped_column(Text)


class Unit(Traced, Base):
    """An organisation that supports clients."""

    __tablename__ = "units"
    unit_id: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    municipality_code: Mapped[str | None] = mapped_column(String(4))
    programme: Mapped[str | None] = mapped_column(Text)


class Coach(Traced, Base):
    """A person who works with clients and employers."""

    __tablename__ = "coaches"
    __table_args__ = (
        CheckConstraint("fte >= 0 AND fte <= 1", name="fte"),
        CheckConstraint("ended_on >= started_on", name="days"),
    )
    coach_id: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    unit_id: Mapped[str | None] = mapped_column(ForeignKey("units.unit_id"), index=True)
    fte: Mapped[float] = mapped_column(Float, default=1.0, server_default="1")
    started_on: Mapped[dt.date | None] = mapped_column(Date)
    ended_on: Mapped[dt.date | None] = mapped_column(Date)


class Employer(Traced, Base):
    """One workplace. The `map_` columns are derived when the row is written: where it is drawn."""

    __tablename__ = "employers"
    __table_args__ = (
        one_of("ownership", words.OWNERSHIPS),
        one_of("size_class", words.SIZE_CLASSES),
        one_of("position_precision", words.PRECISIONS),
        CheckConstraint("capacity >= 0", name="capacity"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        Index("ix_employers_org_number", "org_number"),
        Index("ix_employers_map_municipality_code", "map_municipality_code"),
    )
    employer_id: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    org_number: Mapped[str | None] = mapped_column(String(10))
    ownership: Mapped[str | None] = mapped_column(Text)
    sni_code: Mapped[str | None] = mapped_column(String(5))
    size_class: Mapped[str | None] = mapped_column(Text)
    group: Mapped[str | None] = mapped_column("group", Text)
    address: Mapped[str | None] = mapped_column(Text)
    postal_code: Mapped[str | None] = mapped_column(String(5))
    locality: Mapped[str | None] = mapped_column(Text)
    municipality_code: Mapped[str | None] = mapped_column(String(4))
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    registered_on: Mapped[dt.date | None] = mapped_column(Date)
    capacity: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    occupations: Mapped[str | None] = mapped_column(Text)
    adjustments: Mapped[str | None] = mapped_column(Text)
    active: Mapped[bool] = mapped_column(Boolean, default=True, server_default="true")
    map_latitude: Mapped[float | None] = mapped_column(Float)
    map_longitude: Mapped[float | None] = mapped_column(Float)
    map_municipality_code: Mapped[str | None] = mapped_column(String(4))
    position_precision: Mapped[str] = mapped_column(Text, default="none", server_default="none")


class Client(Traced, Base):
    """A pseudonymous key and what is needed to support and count; never a name or an identity number."""

    __tablename__ = "clients"
    __table_args__ = (
        one_of("gender", words.GENDERS),
        one_of("referrer", words.REFERRERS),
        one_of("closing_reason", words.CLOSING_REASONS),
        CheckConstraint("enrolled_on IS NOT NULL OR applied_on IS NOT NULL", name="known_since"),
        CheckConstraint("closed_on >= enrolled_on", name="days"),
        CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year"),
        Index("ix_clients_enrolled_on", "enrolled_on"),
    )
    client_id: Mapped[str] = mapped_column(Text, primary_key=True)
    unit_id: Mapped[str | None] = mapped_column(ForeignKey("units.unit_id"), index=True)
    coach_id: Mapped[str | None] = mapped_column(ForeignKey("coaches.coach_id"), index=True)
    # Deferred: a file may name the later enrolment before the earlier one.
    earlier_client_id: Mapped[str | None] = mapped_column(
        ForeignKey("clients.client_id", deferrable=True, initially="DEFERRED"), index=True
    )
    gender: Mapped[str | None] = mapped_column(Text)
    birth_year: Mapped[int | None] = mapped_column(Integer)
    referrer: Mapped[str | None] = mapped_column(Text)
    district: Mapped[str | None] = mapped_column(Text)
    applied_on: Mapped[dt.date | None] = mapped_column(Date)
    enrolled_on: Mapped[dt.date | None] = mapped_column(Date)
    closed_on: Mapped[dt.date | None] = mapped_column(Date)
    closing_reason: Mapped[str | None] = mapped_column(Text)
    wished_occupations: Mapped[str | None] = mapped_column(Text)
    support_needs: Mapped[str | None] = mapped_column(Text)
    postal_code: Mapped[str | None] = mapped_column(String(5))


class Cooperation(Traced, Base):
    """Another authority that is involved around a client."""

    __tablename__ = "cooperation"
    __table_args__ = (
        one_of("party", words.REFERRERS),
        one_of("role", words.COOPERATION_ROLES),
        CheckConstraint("to_on >= from_on", name="days"),
    )
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.client_id"), primary_key=True)
    party: Mapped[str] = mapped_column(Text, primary_key=True)
    from_on: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    role: Mapped[str | None] = mapped_column(Text)
    to_on: Mapped[dt.date | None] = mapped_column(Date)


class Step(Traced, Base):
    """An entry into one of the five steps of Supported Employment."""

    __tablename__ = "steps"
    __table_args__ = (CheckConstraint("step BETWEEN 1 AND 5", name="step"),)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.client_id"), primary_key=True)
    step: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    entered_on: Mapped[dt.date] = mapped_column(Date, primary_key=True)


class Contact(Traced, Base):
    """The unit and an employer were in touch. `own_id` is false when the key was built from the row."""

    __tablename__ = "contacts"
    __table_args__ = (
        one_of("kind", words.CONTACT_KINDS),
        one_of("initiated_by", words.INITIATORS),
        Index("ix_contacts_employer_id_contacted_on", "employer_id", "contacted_on"),
        Index("ix_contacts_coach_id_contacted_on", "coach_id", "contacted_on"),
        Index("ix_contacts_contacted_on", "contacted_on"),
    )
    contact_id: Mapped[str] = mapped_column(Text, primary_key=True)
    own_id: Mapped[bool] = mapped_column(Boolean, default=True, server_default="true")
    employer_id: Mapped[str] = mapped_column(ForeignKey("employers.employer_id"))
    coach_id: Mapped[str] = mapped_column(ForeignKey("coaches.coach_id"))
    contacted_on: Mapped[dt.date] = mapped_column(Date)
    kind: Mapped[str] = mapped_column(Text)
    initiated_by: Mapped[str] = mapped_column(Text, default="unit", server_default="unit")
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.client_id"), index=True)


class Placement(Traced, Base):
    """A client at an employer, or in studies."""

    __tablename__ = "placements"
    __table_args__ = (
        one_of("kind", words.PLACEMENT_KINDS),
        one_of("outcome", words.OUTCOMES),
        one_of("contract", words.CONTRACTS),
        one_of("subsidy", words.SUBSIDIES),
        CheckConstraint("kind = 'studies' OR employer_id IS NOT NULL", name="employer"),
        CheckConstraint("ended_on >= started_on", name="days"),
        CheckConstraint("planned_end_on >= started_on", name="planned_days"),
        CheckConstraint("hours_per_week BETWEEN 0 AND 40", name="hours_per_week"),
        CheckConstraint("client_rating BETWEEN 1 AND 5", name="client_rating"),
        CheckConstraint("employer_rating BETWEEN 1 AND 5", name="employer_rating"),
        Index("ix_placements_employer_id_started_on", "employer_id", "started_on"),
        Index("ix_placements_client_id_started_on", "client_id", "started_on"),
        Index("ix_placements_coach_id", "coach_id"),
        Index("ix_placements_started_on", "started_on"),
    )
    placement_id: Mapped[str] = mapped_column(Text, primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.client_id"))
    employer_id: Mapped[str | None] = mapped_column(ForeignKey("employers.employer_id"))
    coach_id: Mapped[str | None] = mapped_column(ForeignKey("coaches.coach_id"))
    kind: Mapped[str] = mapped_column(Text)
    occupation: Mapped[str | None] = mapped_column(String(4))
    started_on: Mapped[dt.date] = mapped_column(Date)
    planned_end_on: Mapped[dt.date | None] = mapped_column(Date)
    ended_on: Mapped[dt.date | None] = mapped_column(Date)
    outcome: Mapped[str | None] = mapped_column(Text)
    contract: Mapped[str | None] = mapped_column(Text)
    hours_per_week: Mapped[float | None] = mapped_column(Float)
    subsidy: Mapped[str | None] = mapped_column(Text)
    client_rating: Mapped[int | None] = mapped_column(Integer)
    employer_rating: Mapped[int | None] = mapped_column(Integer)


class FollowUp(Traced, Base):
    """A planned or done follow-up of a placement. `own_id` as for contacts."""

    __tablename__ = "follow_ups"
    __table_args__ = (
        one_of("party", words.PARTIES),
        one_of("mode", words.MODES),
        one_of("assessment", words.ASSESSMENTS),
        CheckConstraint("minutes >= 0", name="minutes"),
        Index("ix_follow_ups_placement_id_planned_on", "placement_id", "planned_on"),
        Index("ix_follow_ups_coach_id_planned_on", "coach_id", "planned_on"),
        Index("ix_follow_ups_done_on", "done_on"),
    )
    follow_up_id: Mapped[str] = mapped_column(Text, primary_key=True)
    own_id: Mapped[bool] = mapped_column(Boolean, default=True, server_default="true")
    placement_id: Mapped[str] = mapped_column(ForeignKey("placements.placement_id"))
    coach_id: Mapped[str | None] = mapped_column(ForeignKey("coaches.coach_id"))
    planned_on: Mapped[dt.date] = mapped_column(Date)
    done_on: Mapped[dt.date | None] = mapped_column(Date)
    cancelled: Mapped[bool] = mapped_column(Boolean, default=False, server_default="false")
    party: Mapped[str | None] = mapped_column(Text)
    mode: Mapped[str | None] = mapped_column(Text)
    minutes: Mapped[int | None] = mapped_column(Integer)
    assessment: Mapped[str | None] = mapped_column(Text)


class QuietPeriod(Traced, Base):
    """Days on which an employer is left in peace; both ends count.

    No foreign key: an import may take an employer away and bring it back, and must not stumble over this.
    """

    __tablename__ = "quiet_periods"
    __table_args__ = (
        one_of("reason", words.QUIET_REASONS),
        CheckConstraint("to_on >= from_on", name="days"),
    )
    quiet_id: Mapped[str] = mapped_column(Text, primary_key=True)
    employer_id: Mapped[str] = mapped_column(Text, index=True)
    from_on: Mapped[dt.date] = mapped_column(Date)
    to_on: Mapped[dt.date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Text)


UNIT_TABLES = (Unit, Coach, Employer, Client, Cooperation, Step, Contact, Placement, FollowUp)
"""The unit's own tables, each after those it refers to. Writing any of them changes the data version."""


class DataState(Base):
    """One row: the data version, and whether the data is the invented demo."""

    __tablename__ = "data_state"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    version: Mapped[str] = mapped_column(Text)
    demo: Mapped[bool] = mapped_column(Boolean, default=False, server_default="false")


class KeptChange(Base):
    """One change of what the unit has decided; the row with the highest number is in force.

    `changed` is what this change set (a name without a value is no longer set); `in_force` is everything that
    was set then.
    """

    __abstract__ = True
    change_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    changed_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    changed_by: Mapped[str] = mapped_column(Text)
    changed: Mapped[dict[str, Any]] = mapped_column(JSON)
    in_force: Mapped[dict[str, Any]] = mapped_column(JSON)


class UnitSettings(KeptChange):
    """Changes of the unit's own definitions: the values that are not the default ones."""

    __tablename__ = "unit_settings"
    definitions_version: Mapped[str] = mapped_column(Text)


class CostAssumptions(KeptChange):
    """Changes of the unit's assumptions about cost and benefit: name → value, low, high, dated, source."""

    __tablename__ = "cost_assumptions"
    assumptions_version: Mapped[str] = mapped_column(Text)


class UnitWords(KeptChange):
    """Changes of the unit's own words: name → word, or the forms of a noun."""

    __tablename__ = "unit_words"


class OwnBenchmarks(KeptChange):
    """Changes of the figures that the unit holds its own against: key → what it is, and where it is from."""

    __tablename__ = "own_benchmarks"


DECISIONS: tuple[type[KeptChange], ...] = (UnitSettings, CostAssumptions, UnitWords, OwnBenchmarks)
"""What the unit has decided: writing it moves the data version and leaves the unit's own tables alone."""
VERSIONED_TABLES: tuple[type[Base], ...] = (*UNIT_TABLES, QuietPeriod, *DECISIONS)
"""Everything that figures follow from: it can be written only so that the data version moves."""


class ImportRun(Base):
    """One import: when, who, which file, and what it changed (`counts`: table → new, changed, …).

    A row is `running` from the beginning, so that whoever comes second can be told who is at it; one that is
    found running when nobody is at it was cut off, and becomes `aborted`. `settings_changes` is how many
    changes of settings and assumptions there were when it was done: they move the data version too.
    """

    __tablename__ = "imports"
    __table_args__ = (one_of("state", ("running", "done", "undone", "aborted")),)
    import_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    imported_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    imported_by: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    counts: Mapped[dict[str, dict[str, int]]] = mapped_column(JSON)
    data_version: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, default="done", server_default="done")
    settings_changes: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    undone_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    undone_by: Mapped[str | None] = mapped_column(Text)


class ImportUndo(Base):
    """What takes an import back: the rows it changed or removed as they were, and the keys of those it added.

    It holds what somebody wanted gone, so it is emptied when it can no longer be used.
    """

    __tablename__ = "import_undo"
    __table_args__ = (one_of("what", ("before", "added")),)
    part_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.import_id", ondelete="CASCADE"), index=True)
    table_name: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    rows: Mapped[list[list[Any]]] = mapped_column(JSON)


class Writing(Base):
    """One row written in place, and what takes that back.

    `cells` are the values that somebody wrote, by column: they hold against later imports for as long as the
    row still says so. `before` is the whole row as it was, emptied when it can no longer be used; `mark` is
    what the row is known by afterwards. `version_no` and `undone_version_no` count the data version.
    """

    __tablename__ = "writings"
    __table_args__ = (
        one_of("what", ("added", "changed", "removed")),
        one_of("state", ("done", "undone")),
        Index("ix_writings_table_name_row_key", "table_name", "row_key"),
    )
    writing_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    written_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True), index=True)
    written_by: Mapped[str] = mapped_column(Text)
    # No foreign key: the history stays when an account goes.
    user_id: Mapped[int] = mapped_column(Integer)
    action: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    table_name: Mapped[str] = mapped_column(Text)
    row_key: Mapped[str] = mapped_column(Text)
    cells: Mapped[dict[str, Any]] = mapped_column(JSON)
    before: Mapped[list[Any]] = mapped_column(JSON)
    mark: Mapped[str] = mapped_column(Text)
    version_no: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(Text, default="done", server_default="done")
    undone_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    undone_by: Mapped[str | None] = mapped_column(Text)
    undone_version_no: Mapped[int | None] = mapped_column(Integer)


class ImportName(Base):
    """What a header or a word in the unit's own files means, as a person has decided.

    For a header `meaning` is the column it is read as; for a word in `column_name`, the key it stands for. An
    empty meaning says that it is not to be read, nor asked about again.
    """

    __tablename__ = "import_names"
    __table_args__ = (
        one_of("kind", ("header", "word")),
        Index("uq_import_names", "table_name", "column_name", "folded", unique=True),
    )
    name_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    table_name: Mapped[str] = mapped_column(Text)
    column_name: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    written: Mapped[str] = mapped_column(Text)
    meaning: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    decided_by: Mapped[str] = mapped_column(Text)


class EmployerDecision(Base):
    """A person's answer to whether two employers are one. `moved` is what takes a "same" back.

    No foreign keys: the row of `other_id` is gone while the two are one, and files still name it.
    """

    __tablename__ = "employer_decisions"
    __table_args__ = (one_of("decision", ("same", "different")),)
    decision_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kept_id: Mapped[str] = mapped_column(Text, index=True)
    other_id: Mapped[str] = mapped_column(Text, index=True)
    decision: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    decided_by: Mapped[str] = mapped_column(Text)
    moved: Mapped[dict[str, Any]] = mapped_column(JSON)


class ImportJob(Base):
    """An import that somebody has begun on the page: it outlives the browser window, and any one process.

    `job_id` is random and names the folder that the file lies in. `outcome` is what the page shows of the
    preview or of what was written. The row and the folder go when the person is done, or after a day.
    """

    __tablename__ = "import_jobs"
    __table_args__ = (one_of("state", ("reading", "ready", "writing", "done", "failed", "stopped")),)
    job_id: Mapped[str] = mapped_column(Text, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.user_id", ondelete="CASCADE"), unique=True)
    who: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    options: Mapped[dict[str, Any]] = mapped_column(JSON)
    outcome: Mapped[dict[str, Any]] = mapped_column(JSON)
    sentence: Mapped[str] = mapped_column(Text, default="", server_default="")
    made_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class ExportRun(Base):
    """One export: when, for whom, in which form, and how many rows of which data version."""

    __tablename__ = "exports"
    export_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    exported_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    exported_by: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    form: Mapped[str] = mapped_column(Text)
    rows: Mapped[int] = mapped_column(Integer)
    data_version: Mapped[str] = mapped_column(Text)


class Opened(Base):
    """That somebody opened a client's data or tried to, or made a calendar address. Rows are only added.

    No foreign keys: accounts and clients come and go, and what was opened stays on record.
    """

    __tablename__ = "access_log"
    __table_args__ = (one_of("what", ("client", "match", "file", "refused", "calendar", "no_calendar")),)
    entry_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    opened_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True), index=True)
    user_id: Mapped[int] = mapped_column(Integer, index=True)
    who: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    client_id: Mapped[str] = mapped_column(Text, index=True)


class PublicationRecord(Base):
    """What the unit alone knows of something it made public. The public file holds nothing of this.

    `after` names the publication before it, so that of two made at once only one can be kept. `private` holds
    the exact counts and whom they were about, as digests made with `salt`: the next publication is held
    against them. No key of a client stands here.
    """

    __tablename__ = "publications"
    publication_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[str] = mapped_column(Text, unique=True)
    after: Mapped[str] = mapped_column(Text, unique=True)
    unit: Mapped[str] = mapped_column(Text)
    first_on: Mapped[dt.date] = mapped_column(Date)
    last_on: Mapped[dt.date] = mapped_column(Date)
    tables: Mapped[list[str]] = mapped_column(JSON)
    demo: Mapped[bool] = mapped_column(Boolean, default=False, server_default="false")
    digest: Mapped[str] = mapped_column(Text)
    signature: Mapped[str] = mapped_column(Text)
    data_version: Mapped[str] = mapped_column(Text)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    private: Mapped[dict[str, Any]] = mapped_column(JSON)
    published_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    published_by: Mapped[str] = mapped_column(Text)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    withdrawn_by: Mapped[str | None] = mapped_column(Text)
    withdrawn_why: Mapped[str | None] = mapped_column(Text)


class PublicationDraft(Base):
    """A publication that somebody has had audited: one a person, gone when it is published or thrown away."""

    __tablename__ = "publication_drafts"
    __table_args__ = (one_of("state", ("running", "ready", "refused", "failed")),)
    draft_id: Mapped[str] = mapped_column(Text, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.user_id", ondelete="CASCADE"), unique=True)
    who: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    stage: Mapped[str] = mapped_column(Text)
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    outcome: Mapped[dict[str, Any]] = mapped_column(JSON)
    sentence: Mapped[str] = mapped_column(Text, default="", server_default="")
    data_version: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    begun_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    beat_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class Position(Base):
    """Where a node of the network is drawn. Stored, so that it stays there when others come."""

    __tablename__ = "positions"
    graph: Mapped[str] = mapped_column(Text, primary_key=True)
    node: Mapped[str] = mapped_column(Text, primary_key=True)
    x: Mapped[float] = mapped_column(Float)
    y: Mapped[float] = mapped_column(Float)


class User(Base):
    """A local account."""

    __tablename__ = "users"
    __table_args__ = (one_of("role", ("visitor", "coach", "manager", "admin")),)
    user_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    username: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    # No foreign key: an import may replace the coaches, and must not stumble over accounts.
    coach_id: Mapped[str | None] = mapped_column(Text)
    password_hash: Mapped[str] = mapped_column(Text)
    disabled: Mapped[bool] = mapped_column(Boolean, default=False, server_default="false")
    demo: Mapped[bool] = mapped_column(Boolean, default=False, server_default="false")
    created_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class Session(Base):
    """A signed-in browser. Only a digest of the cookie's token is stored."""

    __tablename__ = "sessions"
    token_digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.user_id", ondelete="CASCADE"), index=True)
    csrf_token: Mapped[str] = mapped_column(Text)
    created_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    seen_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class CalendarFeed(Base):
    """An account's calendar address: whoever holds its secret reads the account's follow-ups. One each.

    Only a digest of the secret is stored; the row goes when the address is withdrawn.
    """

    __tablename__ = "calendar_feeds"
    __table_args__ = (one_of("language", ("sv", "en")),)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("users.user_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    secret_digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    language: Mapped[str] = mapped_column(Text)
    made_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class SavedView(Base):
    """A page's selection that its owner has given a name: the part of the address after "?"."""

    __tablename__ = "saved_views"
    __table_args__ = (UniqueConstraint("user_id", "path", "name"),)
    view_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.user_id", ondelete="CASCADE"))
    path: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    query: Mapped[str] = mapped_column(Text)


class CostScenario(Base):
    """A set of assumptions about cost and benefit under a name: name → value, low, high, dated, source."""

    __tablename__ = "cost_scenarios"
    scenario_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    estimates: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_by: Mapped[str] = mapped_column(Text)
    made_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class HandRating(Base):
    """An item of the method check that a person has rated; `unit_id` is "" for all units together."""

    __tablename__ = "hand_ratings"
    rating_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    unit_id: Mapped[str] = mapped_column(Text)
    item: Mapped[str] = mapped_column(Text)
    score: Mapped[int] = mapped_column(Integer)
    rated_on: Mapped[dt.date] = mapped_column(Date)
    rater: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text)
    withdrawn_by: Mapped[str | None] = mapped_column(Text)


class SignInAttempt(Base):
    """A failed sign-in, kept for a while to slow guessing down. `subject` is a digest of name and address."""

    __tablename__ = "sign_in_attempts"
    attempt_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    subject: Mapped[str] = mapped_column(Text, index=True)
    failed_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True), index=True)
