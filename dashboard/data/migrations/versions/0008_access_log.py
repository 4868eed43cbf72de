"""Who opened which client's data, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access_log",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.CheckConstraint("what IN ('client', 'match', 'file', 'refused')", name=op.f("ck_access_log_what")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_access_log")),
    )
    for column in ("opened_at", "user_id", "client_id"):
        op.create_index(op.f(f"ix_access_log_{column}"), "access_log", [column])


def downgrade() -> None:
    op.drop_table("access_log")
