"""That a calendar address was made or withdrawn is on record, too."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BEFORE = "what IN ('client', 'match', 'file', 'refused')"
AFTER = "what IN ('client', 'match', 'file', 'refused', 'calendar', 'no_calendar')"


def upgrade() -> None:
    _hold(AFTER)


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM access_log WHERE what IN ('calendar', 'no_calendar')"))
    _hold(BEFORE)


def _hold(condition: str) -> None:
    with op.batch_alter_table("access_log", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_access_log_what"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_access_log_what"), condition)
