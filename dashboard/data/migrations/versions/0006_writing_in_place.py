"""Rows written in place, with what takes them back, and quiet periods of employers."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

REASONS = "reason IN ('asked', 'many_contacts', 'workload', 'reorganising', 'closed', 'other')"


def upgrade() -> None:
    op.create_table(
        "quiet_periods",
        sa.Column("quiet_id", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.CheckConstraint(REASONS, name=op.f("ck_quiet_periods_reason")),
        sa.CheckConstraint("to_on >= from_on", name=op.f("ck_quiet_periods_days")),
        sa.PrimaryKeyConstraint("quiet_id", name=op.f("pk_quiet_periods")),
    )
    op.create_index(op.f("ix_quiet_periods_employer_id"), "quiet_periods", ["employer_id"])
    op.create_table(
        "writings",
        sa.Column("writing_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), server_default="done", nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_version_no", sa.Integer(), nullable=True),
        sa.CheckConstraint("what IN ('added', 'changed', 'removed')", name=op.f("ck_writings_what")),
        sa.CheckConstraint("state IN ('done', 'undone')", name=op.f("ck_writings_state")),
        sa.PrimaryKeyConstraint("writing_id", name=op.f("pk_writings")),
    )
    op.create_index(op.f("ix_writings_written_at"), "writings", ["written_at"])
    op.create_index(op.f("ix_writings_table_name_row_key"), "writings", ["table_name", "row_key"])


def downgrade() -> None:
    op.drop_table("writings")
    op.drop_table("quiet_periods")
