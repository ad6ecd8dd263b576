"""jobs that are taken up again

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

QUEUE_OF_EARLIER_VERSIONS = ("huey_kv", "huey_schedule", "huey_task", "huey_counter")


def upgrade() -> None:
    op.add_column("job", sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
    for table in QUEUE_OF_EARLIER_VERSIONS:
        op.drop_table(table, if_exists=True)


def downgrade() -> None:
    with op.batch_alter_table("job", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("attempts")
