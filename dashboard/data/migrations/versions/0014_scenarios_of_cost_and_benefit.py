"""Sets of assumptions about cost and benefit under a name, to be compared."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cost_scenarios",
        sa.Column("scenario_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("estimates", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scenario_id", name=op.f("pk_cost_scenarios")),
        sa.UniqueConstraint("name", name=op.f("uq_cost_scenarios_name")),
    )


def downgrade() -> None:
    op.drop_table("cost_scenarios")
