"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "data_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("demo", sa.Boolean(), server_default="false", nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_data_state_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_state")),
    )
    op.create_table(
        "employers",
        sa.Column("employer_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("org_number", sa.String(length=10), nullable=True),
        sa.Column("ownership", sa.Text(), nullable=True),
        sa.Column("sni_code", sa.String(length=5), nullable=True),
        sa.Column("size_class", sa.Text(), nullable=True),
        sa.Column("group", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("postal_code", sa.String(length=5), nullable=True),
        sa.Column("locality", sa.Text(), nullable=True),
        sa.Column("municipality_code", sa.String(length=4), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("capacity", sa.Integer(), server_default="1", nullable=False),
        sa.Column("occupations", sa.Text(), nullable=True),
        sa.Column("adjustments", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("map_latitude", sa.Float(), nullable=True),
        sa.Column("map_longitude", sa.Float(), nullable=True),
        sa.Column("map_municipality_code", sa.String(length=4), nullable=True),
        sa.Column("position_precision", sa.Text(), server_default="none", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "ownership IN ('private', 'municipal', 'regional', 'state', 'social_enterprise', 'association')",
            name=op.f("ck_employers_ownership"),
        ),
        sa.CheckConstraint(
            "position_precision IN ('exact', 'postal_code', 'locality', 'municipality', 'none')",
            name=op.f("ck_employers_position_precision"),
        ),
        sa.CheckConstraint(
            "size_class IN ('0', '1-9', '10-49', '50-249', '250+')", name=op.f("ck_employers_size_class")
        ),
        sa.CheckConstraint("capacity >= 0", name=op.f("ck_employers_capacity")),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_employers_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_employers_longitude")),
        sa.PrimaryKeyConstraint("employer_id", name=op.f("pk_employers")),
    )
    with op.batch_alter_table("employers", schema=None) as batch_op:
        batch_op.create_index("ix_employers_map_municipality_code", ["map_municipality_code"], unique=False)
        batch_op.create_index("ix_employers_org_number", ["org_number"], unique=False)

    op.create_table(
        "imports",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("data_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("import_id", name=op.f("pk_imports")),
    )
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imports_sha256"), ["sha256"], unique=False)

    op.create_table(
        "positions",
        sa.Column("graph", sa.Text(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("x", sa.Float(), nullable=False),
        sa.Column("y", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("graph", "node", name=op.f("pk_positions")),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_sign_in_attempts")),
    )
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_attempts_failed_at"), ["failed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempts_subject"), ["subject"], unique=False)

    op.create_table(
        "units",
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.String(length=4), nullable=True),
        sa.Column("programme", sa.Text(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("pk_units")),
    )
    op.create_table(
        "users",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("coach_id", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("role IN ('visitor', 'coach', 'manager', 'admin')", name=op.f("ck_users_role")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_users")),
        sa.UniqueConstraint("username", name=op.f("uq_users_username")),
    )
    op.create_table(
        "coaches",
        sa.Column("coach_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("fte", sa.Float(), server_default="1", nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint("ended_on >= started_on", name=op.f("ck_coaches_days")),
        sa.CheckConstraint("fte >= 0 AND fte <= 1", name=op.f("ck_coaches_fte")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.unit_id"], name=op.f("fk_coaches_unit_id")),
        sa.PrimaryKeyConstraint("coach_id", name=op.f("pk_coaches")),
    )
    with op.batch_alter_table("coaches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coaches_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "sessions",
        sa.Column("token_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("csrf_token", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.user_id"], name=op.f("fk_sessions_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_digest", name=op.f("pk_sessions")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_user_id"), ["user_id"], unique=False)

    op.create_table(
        "clients",
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("coach_id", sa.Text(), nullable=True),
        sa.Column("earlier_client_id", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("referrer", sa.Text(), nullable=True),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("enrolled_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closing_reason", sa.Text(), nullable=True),
        sa.Column("wished_occupations", sa.Text(), nullable=True),
        sa.Column("support_needs", sa.Text(), nullable=True),
        sa.Column("postal_code", sa.String(length=5), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "closing_reason IN ('employment', 'studies', 'moved', 'health', 'own_request', 'other')",
            name=op.f("ck_clients_closing_reason"),
        ),
        sa.CheckConstraint("gender IN ('woman', 'man', 'other')", name=op.f("ck_clients_gender")),
        sa.CheckConstraint(
            "referrer IN ('lss', 'social_services', 'income_support', 'employment_service', 'insurance_agency', 'health_care', 'school', 'other')",
            name=op.f("ck_clients_referrer"),
        ),
        sa.CheckConstraint("birth_year BETWEEN 1900 AND 2100", name=op.f("ck_clients_birth_year")),
        sa.CheckConstraint("closed_on >= enrolled_on", name=op.f("ck_clients_days")),
        sa.CheckConstraint(
            "enrolled_on IS NOT NULL OR applied_on IS NOT NULL", name=op.f("ck_clients_known_since")
        ),
        sa.ForeignKeyConstraint(["coach_id"], ["coaches.coach_id"], name=op.f("fk_clients_coach_id")),
        sa.ForeignKeyConstraint(
            ["earlier_client_id"],
            ["clients.client_id"],
            name=op.f("fk_clients_earlier_client_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.unit_id"], name=op.f("fk_clients_unit_id")),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_clients")),
    )
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clients_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_clients_earlier_client_id"), ["earlier_client_id"], unique=False)
        batch_op.create_index("ix_clients_enrolled_on", ["enrolled_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_clients_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "contacts",
        sa.Column("contact_id", sa.Text(), nullable=False),
        sa.Column("own_id", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("employer_id", sa.Text(), nullable=False),
        sa.Column("coach_id", sa.Text(), nullable=False),
        sa.Column("contacted_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("initiated_by", sa.Text(), server_default="unit", nullable=False),
        sa.Column("client_id", sa.Text(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint("initiated_by IN ('unit', 'employer')", name=op.f("ck_contacts_initiated_by")),
        sa.CheckConstraint(
            "kind IN ('phone', 'email', 'meeting', 'visit', 'workplace_analysis', 'event')",
            name=op.f("ck_contacts_kind"),
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.client_id"], name=op.f("fk_contacts_client_id")),
        sa.ForeignKeyConstraint(["coach_id"], ["coaches.coach_id"], name=op.f("fk_contacts_coach_id")),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.employer_id"], name=op.f("fk_contacts_employer_id")
        ),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_contacts")),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contacts_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_contacts_coach_id_contacted_on", ["coach_id", "contacted_on"], unique=False)
        batch_op.create_index("ix_contacts_contacted_on", ["contacted_on"], unique=False)
        batch_op.create_index(
            "ix_contacts_employer_id_contacted_on", ["employer_id", "contacted_on"], unique=False
        )

    op.create_table(
        "cooperation",
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "party IN ('lss', 'social_services', 'income_support', 'employment_service', 'insurance_agency', 'health_care', 'school', 'other')",
            name=op.f("ck_cooperation_party"),
        ),
        sa.CheckConstraint("role IN ('coordinator', 'participant')", name=op.f("ck_cooperation_role")),
        sa.CheckConstraint("to_on >= from_on", name=op.f("ck_cooperation_days")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.client_id"], name=op.f("fk_cooperation_client_id")),
        sa.PrimaryKeyConstraint("client_id", "party", "from_on", name=op.f("pk_cooperation")),
    )
    op.create_table(
        "placements",
        sa.Column("placement_id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.Text(), nullable=True),
        sa.Column("coach_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("occupation", sa.String(length=4), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("planned_end_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("contract", sa.Text(), nullable=True),
        sa.Column("hours_per_week", sa.Float(), nullable=True),
        sa.Column("subsidy", sa.Text(), nullable=True),
        sa.Column("client_rating", sa.Integer(), nullable=True),
        sa.Column("employer_rating", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "contract IN ('permanent', 'fixed_term', 'probation', 'hourly')",
            name=op.f("ck_placements_contract"),
        ),
        sa.CheckConstraint(
            "kind = 'studies' OR employer_id IS NOT NULL", name=op.f("ck_placements_employer")
        ),
        sa.CheckConstraint(
            "kind IN ('study_visit', 'job_tasting', 'work_trial', 'work_training', 'internship', 'employment', 'studies')",
            name=op.f("ck_placements_kind"),
        ),
        sa.CheckConstraint(
            "outcome IN ('employment', 'studies', 'extended', 'new_placement', 'no_job', 'interrupted_client', 'interrupted_employer', 'interrupted_other')",
            name=op.f("ck_placements_outcome"),
        ),
        sa.CheckConstraint(
            "subsidy IN ('none', 'wage_subsidy', 'new_start', 'sheltered', 'introduction', 'other')",
            name=op.f("ck_placements_subsidy"),
        ),
        sa.CheckConstraint("client_rating BETWEEN 1 AND 5", name=op.f("ck_placements_client_rating")),
        sa.CheckConstraint("employer_rating BETWEEN 1 AND 5", name=op.f("ck_placements_employer_rating")),
        sa.CheckConstraint("ended_on >= started_on", name=op.f("ck_placements_days")),
        sa.CheckConstraint("hours_per_week BETWEEN 0 AND 40", name=op.f("ck_placements_hours_per_week")),
        sa.CheckConstraint("planned_end_on >= started_on", name=op.f("ck_placements_planned_days")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.client_id"], name=op.f("fk_placements_client_id")),
        sa.ForeignKeyConstraint(["coach_id"], ["coaches.coach_id"], name=op.f("fk_placements_coach_id")),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.employer_id"], name=op.f("fk_placements_employer_id")
        ),
        sa.PrimaryKeyConstraint("placement_id", name=op.f("pk_placements")),
    )
    with op.batch_alter_table("placements", schema=None) as batch_op:
        batch_op.create_index("ix_placements_client_id_started_on", ["client_id", "started_on"], unique=False)
        batch_op.create_index("ix_placements_coach_id", ["coach_id"], unique=False)
        batch_op.create_index(
            "ix_placements_employer_id_started_on", ["employer_id", "started_on"], unique=False
        )
        batch_op.create_index("ix_placements_started_on", ["started_on"], unique=False)

    op.create_table(
        "steps",
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint("step BETWEEN 1 AND 5", name=op.f("ck_steps_step")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.client_id"], name=op.f("fk_steps_client_id")),
        sa.PrimaryKeyConstraint("client_id", "step", "entered_on", name=op.f("pk_steps")),
    )
    op.create_table(
        "follow_ups",
        sa.Column("follow_up_id", sa.Text(), nullable=False),
        sa.Column("own_id", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("placement_id", sa.Text(), nullable=False),
        sa.Column("coach_id", sa.Text(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("assessment", sa.Text(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "assessment IN ('on_track', 'needs_adjustment', 'at_risk')", name=op.f("ck_follow_ups_assessment")
        ),
        sa.CheckConstraint("mode IN ('visit', 'phone', 'video', 'email')", name=op.f("ck_follow_ups_mode")),
        sa.CheckConstraint(
            "party IN ('client', 'employer', 'both', 'three_party')", name=op.f("ck_follow_ups_party")
        ),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_follow_ups_minutes")),
        sa.ForeignKeyConstraint(["coach_id"], ["coaches.coach_id"], name=op.f("fk_follow_ups_coach_id")),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placements.placement_id"], name=op.f("fk_follow_ups_placement_id")
        ),
        sa.PrimaryKeyConstraint("follow_up_id", name=op.f("pk_follow_ups")),
    )
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.create_index("ix_follow_ups_coach_id_planned_on", ["coach_id", "planned_on"], unique=False)
        batch_op.create_index("ix_follow_ups_done_on", ["done_on"], unique=False)
        batch_op.create_index(
            "ix_follow_ups_placement_id_planned_on", ["placement_id", "planned_on"], unique=False
        )

    op.execute("INSERT INTO data_state (id, version, demo) VALUES (1, '0-empty', false)")


def downgrade() -> None:
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.drop_index("ix_follow_ups_placement_id_planned_on")
        batch_op.drop_index("ix_follow_ups_done_on")
        batch_op.drop_index("ix_follow_ups_coach_id_planned_on")

    op.drop_table("follow_ups")
    op.drop_table("steps")
    with op.batch_alter_table("placements", schema=None) as batch_op:
        batch_op.drop_index("ix_placements_started_on")
        batch_op.drop_index("ix_placements_employer_id_started_on")
        batch_op.drop_index("ix_placements_coach_id")
        batch_op.drop_index("ix_placements_client_id_started_on")

    op.drop_table("placements")
    op.drop_table("cooperation")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_index("ix_contacts_employer_id_contacted_on")
        batch_op.drop_index("ix_contacts_contacted_on")
        batch_op.drop_index("ix_contacts_coach_id_contacted_on")
        batch_op.drop_index(batch_op.f("ix_contacts_client_id"))

    op.drop_table("contacts")
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_clients_unit_id"))
        batch_op.drop_index("ix_clients_enrolled_on")
        batch_op.drop_index(batch_op.f("ix_clients_earlier_client_id"))
        batch_op.drop_index(batch_op.f("ix_clients_coach_id"))

    op.drop_table("clients")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sessions_user_id"))

    op.drop_table("sessions")
    with op.batch_alter_table("coaches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_coaches_unit_id"))

    op.drop_table("coaches")
    op.drop_table("users")
    op.drop_table("units")
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempts_subject"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempts_failed_at"))

    op.drop_table("sign_in_attempts")
    op.drop_table("positions")
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_imports_sha256"))

    op.drop_table("imports")
    with op.batch_alter_table("employers", schema=None) as batch_op:
        batch_op.drop_index("ix_employers_org_number")
        batch_op.drop_index("ix_employers_map_municipality_code")

    op.drop_table("employers")
    op.drop_table("data_state")
