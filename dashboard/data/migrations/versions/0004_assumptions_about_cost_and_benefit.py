"""Assumptions about cost and benefit: what the unit has set, one row a change."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cost_assumptions",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("changed", sa.JSON(), nullable=False),
        sa.Column("in_force", sa.JSON(), nullable=False),
        sa.Column("assumptions_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_cost_assumptions")),
    )


def downgrade() -> None:
    op.drop_table("cost_assumptions")
