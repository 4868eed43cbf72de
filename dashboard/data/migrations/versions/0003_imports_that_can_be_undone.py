"""Imports: their state, what undoes them, what a unit's own headers and words mean, and employers that are one."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("imports") as batch_op:
        batch_op.add_column(sa.Column("state", sa.Text(), server_default="done", nullable=False))
        batch_op.add_column(sa.Column("settings_changes", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("undone_by", sa.Text(), nullable=True))
        batch_op.create_check_constraint(
            op.f("ck_imports_state"), "state IN ('running', 'done', 'undone', 'aborted')"
        )
    op.create_table(
        "import_undo",
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.CheckConstraint("what IN ('before', 'added')", name=op.f("ck_import_undo_what")),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.import_id"],
            name=op.f("fk_import_undo_import_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("part_id", name=op.f("pk_import_undo")),
    )
    op.create_index("ix_import_undo_import_id", "import_undo", ["import_id"])
    op.create_table(
        "import_names",
        sa.Column("name_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('header', 'word')", name=op.f("ck_import_names_kind")),
        sa.PrimaryKeyConstraint("name_id", name=op.f("pk_import_names")),
    )
    op.create_index("uq_import_names", "import_names", ["table_name", "column_name", "folded"], unique=True)
    op.create_table(
        "employer_decisions",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("kept_id", sa.Text(), nullable=False),
        sa.Column("other_id", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.CheckConstraint("decision IN ('same', 'different')", name=op.f("ck_employer_decisions_decision")),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_employer_decisions")),
    )
    op.create_index("ix_employer_decisions_kept_id", "employer_decisions", ["kept_id"])
    op.create_index("ix_employer_decisions_other_id", "employer_decisions", ["other_id"])


def downgrade() -> None:
    op.drop_table("employer_decisions")
    op.drop_table("import_names")
    op.drop_table("import_undo")
    # What was undone or cut off changed nothing that is left: an older version would take it for done.
    op.execute("DELETE FROM imports WHERE state <> 'done'")
    with op.batch_alter_table("imports") as batch_op:
        batch_op.drop_constraint(op.f("ck_imports_state"), type_="check")
        batch_op.drop_column("undone_by")
        batch_op.drop_column("undone_at")
        batch_op.drop_column("settings_changes")
        batch_op.drop_column("state")
