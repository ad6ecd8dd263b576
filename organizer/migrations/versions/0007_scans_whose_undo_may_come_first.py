"""scans whose undo may come first, and what the door was shown

Revision ID: 0007
Revises: 0006
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("scan", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_scan_undoes_id_scan"), type_="foreignkey")
        batch_op.drop_constraint(op.f("ck_scan_verdict_on_arrivals"), type_="check")
        batch_op.drop_index(op.f("ix_scan_undoes_id"))
        batch_op.create_index("ix_scan_undoes_event", ["undoes_id", "event_id"])
        batch_op.alter_column("verdict", new_column_name="shown")
        batch_op.create_check_constraint(
            op.f("ck_scan_shown_on_arrivals"), "(kind = 'undo') = (shown IS NULL)"
        )


def downgrade() -> None:
    # The version before knows neither undos without their scan nor the answer to such a scan.
    op.execute("DELETE FROM scan WHERE kind = 'undo' AND undoes_id NOT IN (SELECT id FROM scan)")
    op.execute("UPDATE scan SET shown = 'unknown' WHERE shown = 'undone'")
    with op.batch_alter_table("scan", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_scan_shown_on_arrivals"), type_="check")
        batch_op.drop_index("ix_scan_undoes_event")
        batch_op.create_index(op.f("ix_scan_undoes_id"), ["undoes_id"])
        batch_op.alter_column("shown", new_column_name="verdict")
        batch_op.create_check_constraint(
            op.f("ck_scan_verdict_on_arrivals"), "(kind = 'undo') = (verdict IS NULL)"
        )
        batch_op.create_foreign_key(
            op.f("fk_scan_undoes_id_scan"), "scan", ["undoes_id"], ["id"]
        )
