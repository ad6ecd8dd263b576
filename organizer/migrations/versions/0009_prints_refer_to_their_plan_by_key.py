"""prints refer to their plan by key, and know how many pieces they have

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

print_job = sa.table(
    "print_job",
    sa.column("id", sa.Integer),
    sa.column("event_id", sa.Integer),
    sa.column("plan_number", sa.Integer),
    sa.column("plan_id", sa.Integer),
    sa.column("pieces", sa.JSON),
    sa.column("count", sa.Integer),
)
plan = sa.table(
    "plan",
    sa.column("id", sa.Integer),
    sa.column("event_id", sa.Integer),
    sa.column("number", sa.Integer),
)
job = sa.table("job", sa.column("kind", sa.String))


def upgrade() -> None:
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.add_column(sa.Column("plan_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("count", sa.Integer(), nullable=True))
    planned = sa.select(plan.c.id).where(
        plan.c.event_id == print_job.c.event_id, plan.c.number == print_job.c.plan_number
    )
    op.execute(print_job.update().values(plan_id=planned.scalar_subquery()))
    _count_pieces()
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.alter_column("count", existing_type=sa.Integer(), nullable=False)
        batch_op.drop_column("plan_number")
        batch_op.create_foreign_key(
            batch_op.f("fk_print_job_plan_id_plan"), "plan", ["plan_id"], ["id"], ondelete="SET NULL"
        )
    op.execute(job.update().where(job.c.kind == "documents.badges").values(kind="badges.draw"))


def downgrade() -> None:
    op.execute(job.update().where(job.c.kind == "badges.draw").values(kind="documents.badges"))
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.add_column(sa.Column("plan_number", sa.Integer(), nullable=True))
    number = sa.select(plan.c.number).where(plan.c.id == print_job.c.plan_id)
    op.execute(print_job.update().values(plan_number=number.scalar_subquery()))
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_print_job_plan_id_plan"), type_="foreignkey")
        batch_op.drop_column("plan_id")
        batch_op.drop_column("count")


def _count_pieces() -> None:
    connection = op.get_bind()
    for number, pieces in connection.execute(sa.select(print_job.c.id, print_job.c.pieces)).all():
        counted = print_job.update().where(print_job.c.id == number)
        connection.execute(counted.values(count=len(pieces)))
