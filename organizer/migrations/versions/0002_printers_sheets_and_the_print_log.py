"""printers, sheets and the print log

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

import organizer.core.db

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_stock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("page_w_mm", sa.Double(), nullable=False),
        sa.Column("page_h_mm", sa.Double(), nullable=False),
        sa.Column("cols", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("w_mm", sa.Double(), nullable=False),
        sa.Column("h_mm", sa.Double(), nullable=False),
        sa.Column("left_mm", sa.Double(), nullable=False),
        sa.Column("top_mm", sa.Double(), nullable=False),
        sa.Column("pitch_x_mm", sa.Double(), nullable=False),
        sa.Column("pitch_y_mm", sa.Double(), nullable=False),
        sa.Column("cut_marks", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_own_stock_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_stock")),
        sa.UniqueConstraint(
            "organization_id", "name", name=op.f("uq_own_stock_organization_id_name")
        ),
    )
    op.create_table(
        "printer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("dx_mm", sa.Double(), nullable=False),
        sa.Column("dy_mm", sa.Double(), nullable=False),
        sa.Column("back_dx_mm", sa.Double(), nullable=False),
        sa.Column("back_dy_mm", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_printer_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printer")),
        sa.UniqueConstraint(
            "organization_id", "name", name=op.f("uq_printer_organization_id_name")
        ),
    )
    op.create_table(
        "print_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("printed_at", organizer.core.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("plan_number", sa.Integer(), nullable=True),
        sa.Column("pieces", sa.JSON(), nullable=False),
        sa.Column("stock", sa.String(length=40), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("printer_id", sa.Integer(), nullable=True),
        sa.Column("sorted_by", sa.String(length=12), nullable=False),
        sa.Column("template", sa.String(length=12), nullable=False),
        sa.Column("backs", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_print_job_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["printer_id"],
            ["printer.id"],
            name=op.f("fk_print_job_printer_id_printer"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_print_job_user_id_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_job_event_id"), ["event_id"], unique=False)

    with op.batch_alter_table("registration", schema=None) as batch_op:
        batch_op.add_column(sa.Column("print_name", sa.String(length=100), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("registration", schema=None) as batch_op:
        batch_op.drop_column("print_name")

    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_print_job_event_id"))

    op.drop_table("print_job")
    op.drop_table("printer")
    op.drop_table("own_stock")
