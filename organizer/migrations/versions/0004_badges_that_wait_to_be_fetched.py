"""badges that wait to be fetched

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

import organizer.core.db

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "printed_file",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("made_at", organizer.core.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("badges", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_printed_file_event_id_event")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_printed_file_job_id_job")),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_printed_file")),
    )
    with op.batch_alter_table("printed_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_printed_file_made_at"), ["made_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("printed_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_printed_file_made_at"))

    op.drop_table("printed_file")
