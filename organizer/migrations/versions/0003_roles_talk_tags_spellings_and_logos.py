"""roles, talk tags, spellings for print and logos

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

import organizer.core.db

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "logo",
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", organizer.core.db.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_logo_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("organization_id", name=op.f("pk_logo")),
    )
    with op.batch_alter_table("registration", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("role", sa.String(length=12), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("first_time", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("talk_tags", sa.String(length=100), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("print_company", sa.String(length=150), nullable=True))
        batch_op.add_column(sa.Column("print_title", sa.String(length=100), nullable=True))


def downgrade() -> None:
    # Copying the table, which is the usual way on SQLite, would lose its conditions.
    with op.batch_alter_table("registration", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("print_title")
        batch_op.drop_column("print_company")
        batch_op.drop_column("talk_tags")
        batch_op.drop_column("first_time")
        batch_op.drop_column("role")

    op.drop_table("logo")
