"""The unit's own words, and figures of others that it holds its own against: one row a change."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TABLES = ("unit_words", "own_benchmarks")


def upgrade() -> None:
    for table in TABLES:
        op.create_table(
            table,
            sa.Column("change_id", sa.Integer(), nullable=False),
            sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("changed_by", sa.Text(), nullable=False),
            sa.Column("changed", sa.JSON(), nullable=False),
            sa.Column("in_force", sa.JSON(), nullable=False),
            sa.PrimaryKeyConstraint("change_id", name=op.f(f"pk_{table}")),
        )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
