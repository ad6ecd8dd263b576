"""tables and agenda items as rows, plans with a state and a revision

Revision ID: 0006
Revises: 0005
"""

from collections import Counter
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

EVENT_COLUMNS: dict[str, sa.types.TypeEngine[Any]] = {
    "table_count": sa.Integer(),
    "seats_per_table": sa.Integer(),
    "table_naming": sa.String(length=10),
    "rounds": sa.Integer(),
    "pr_minutes": sa.Double(),
    "question_minutes": sa.Double(),
    "change_minutes": sa.Integer(),
    "opening_minutes": sa.Integer(),
    "closing_minutes": sa.Integer(),
}
PLAN_COLUMNS: dict[str, sa.types.TypeEngine[Any]] = {
    "state": sa.String(length=12),
    "revision": sa.Integer(),
    "played_rounds": sa.Integer(),
    "tables": sa.JSON(),
    "rules": sa.JSON(),
    "fullest_table": sa.Integer(),
    "industries": sa.JSON(),
}
OLD_PLAN_COLUMNS = {
    name: EVENT_COLUMNS[name] for name in ("table_count", "seats_per_table", "table_naming")
}

event = sa.table("event", sa.column("id"), *(sa.column(n, t) for n, t in EVENT_COLUMNS.items()))
event_table = sa.table(
    "event_table", *map(sa.column, ("event_id", "position", "name", "seats", "note"))
)
agenda_item = sa.table(
    "agenda_item", *map(sa.column, ("event_id", "position", "kind", "minutes", "round", "note"))
)
plan = sa.table(
    "plan",
    sa.column("id"),
    *(sa.column(name, type_) for name, type_ in (PLAN_COLUMNS | OLD_PLAN_COLUMNS).items()),
)
seat = sa.table("seat", *map(sa.column, ("plan_id", "round", "position", "registration_id")))
registration = sa.table("registration", sa.column("id"), sa.column("industry"))

MEETINGS = """
INSERT INTO meeting (event_id, round, a_id, b_id)
SELECT DISTINCT plan.event_id, seat.round, a.person_id, b.person_id
FROM plan
JOIN seat ON seat.plan_id = plan.id
JOIN seat AS other ON other.plan_id = plan.id
    AND other.round = seat.round AND other.table_number = seat.table_number
JOIN registration AS a ON a.id = seat.registration_id AND a.status = 'confirmed'
JOIN registration AS b ON b.id = other.registration_id AND b.status = 'confirmed'
WHERE a.person_id < b.person_id
    AND plan.number = (SELECT max(number) FROM plan AS newest WHERE newest.event_id = plan.event_id)
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    _create_tables()
    _fill_event_rows()
    with op.batch_alter_table("event", recreate="never") as batch_op:
        for name in EVENT_COLUMNS:
            batch_op.drop_column(name)
    with op.batch_alter_table("plan") as batch_op:
        for name, type_ in PLAN_COLUMNS.items():
            batch_op.add_column(sa.Column(name, type_, nullable=True))
    _fill_plans()
    with op.batch_alter_table("plan") as batch_op:
        for name, type_ in PLAN_COLUMNS.items():
            batch_op.alter_column(name, existing_type=type_, nullable=False)
        for name in OLD_PLAN_COLUMNS:
            batch_op.drop_column(name)
    with op.batch_alter_table("seat") as batch_op:
        batch_op.drop_index("ix_seat_registration_id")
        batch_op.drop_constraint("uq_seat_plan_id_round_registration_id", type_="unique")
        batch_op.create_unique_constraint(
            "uq_seat_registration_id_plan_id_round", ["registration_id", "plan_id", "round"]
        )
    op.execute(MEETINGS)


def downgrade() -> None:
    with op.batch_alter_table("seat") as batch_op:
        batch_op.drop_constraint("uq_seat_registration_id_plan_id_round", type_="unique")
        batch_op.create_unique_constraint(
            "uq_seat_plan_id_round_registration_id", ["plan_id", "round", "registration_id"]
        )
        batch_op.create_index("ix_seat_registration_id", ["registration_id"])
    # The version before lets the newest plan count, whatever its state.
    op.execute(plan.delete().where(plan.c.state != "published"))
    with op.batch_alter_table("plan") as batch_op:
        for name, type_ in OLD_PLAN_COLUMNS.items():
            batch_op.add_column(sa.Column(name, type_, nullable=True))
    _fill_old_plans()
    with op.batch_alter_table("plan") as batch_op:
        for name, type_ in OLD_PLAN_COLUMNS.items():
            batch_op.alter_column(name, existing_type=type_, nullable=False)
        for name in PLAN_COLUMNS:
            batch_op.drop_column(name)
    with op.batch_alter_table("event", recreate="never") as batch_op:
        for name, type_ in EVENT_COLUMNS.items():
            batch_op.add_column(sa.Column(name, type_, nullable=True))
    _fill_old_events()
    with op.batch_alter_table("event") as batch_op:
        for name, type_ in EVENT_COLUMNS.items():
            batch_op.alter_column(name, existing_type=type_, nullable=False)
    op.drop_table("agenda_item")
    op.drop_table("event_table")


def _create_tables() -> None:
    op.create_table(
        "event_table",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("x", sa.Double(), nullable=True),
        sa.Column("y", sa.Double(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.CheckConstraint("seats > 0", name=op.f("ck_event_table_seats_positive")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_event_table_event_id_event"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_table")),
        sa.UniqueConstraint("event_id", "name", name=op.f("uq_event_table_event_id_name")),
        sa.UniqueConstraint("event_id", "position", name=op.f("uq_event_table_event_id_position")),
    )
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("minutes", sa.Double(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_agenda_item_minutes_positive")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_agenda_item_event_id_event"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_event_id"), "agenda_item", ["event_id"])


def _fill_event_rows() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(event)).all():
        connection.execute(
            event_table.insert(),
            [{"event_id": row.id, "note": "", **table} for table in _numbered(_tables(row))],
        )
        connection.execute(
            agenda_item.insert(),
            [{"event_id": row.id, "note": "", **item} for item in _numbered(_items(row))],
        )


def _fill_plans() -> None:
    connection = op.get_bind()
    fullest = sa.select(sa.func.max(seat.c.position)).where(seat.c.plan_id == plan.c.id)
    connection.execute(
        plan.update().values(
            state="published",
            revision=1,
            played_rounds=0,
            rules={},  # what the search was given then is not known
            fullest_table=sa.func.coalesce(fullest.scalar_subquery(), 0),
        )
    )
    for row in connection.execute(sa.select(plan)).all():
        counts = connection.execute(
            sa.select(registration.c.industry, sa.func.count())
            .join_from(seat, registration, seat.c.registration_id == registration.c.id)
            .where(seat.c.plan_id == row.id, seat.c.round == 1, registration.c.industry != "")
            .group_by(registration.c.industry)
        )
        values = {"tables": list(_tables(row)), "industries": dict(counts.all())}
        connection.execute(plan.update().where(plan.c.id == row.id).values(values))


def _fill_old_plans() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(plan.c.id, plan.c.tables)).all():
        names, seats = zip(*((table["name"], table["seats"]) for table in row.tables), strict=True)
        values = _table_columns(names, seats)
        connection.execute(plan.update().where(plan.c.id == row.id).values(values))


def _fill_old_events() -> None:
    connection = op.get_bind()
    for event_id in connection.scalars(sa.select(event.c.id)).all():
        of_event = event_table.c.event_id == event_id
        tables = sa.select(event_table).where(of_event).order_by(event_table.c.position)
        names, seats = zip(*((t.name, t.seats) for t in connection.execute(tables)), strict=True)
        items = sa.select(agenda_item).where(agenda_item.c.event_id == event_id)
        values = {
            **_table_columns(names, seats),
            **_agenda_columns(connection.execute(items).all()),
        }
        connection.execute(event.update().where(event.c.id == event_id).values(values))


def _tables(row: Any) -> Iterator[dict[str, Any]]:
    for index in range(row.table_count):
        name = _letters(index) if row.table_naming == "letters" else str(index + 1)
        yield {"name": name, "seats": row.seats_per_table}


def _letters(index: int) -> str:
    head, last = divmod(index, len(ascii_uppercase))
    return (_letters(head - 1) if head else "") + ascii_uppercase[last]


def _items(row: Any) -> Iterator[dict[str, Any]]:
    parts = [("opening", row.opening_minutes, None)]
    for number in range(1, row.rounds + 1):
        parts.append(("presentation", row.pr_minutes, number))
        parts.append(("questions", row.question_minutes, number))
        parts.append(("change", row.change_minutes if number < row.rounds else 0, number))
    parts.append(("closing", row.closing_minutes, None))
    for kind, minutes, number in parts:
        if minutes:
            yield {"kind": kind, "minutes": minutes, "round": number}


def _numbered(rows: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"position": position, **row} for position, row in enumerate(rows, start=1)]


def _table_columns(names: tuple[str, ...], seats: tuple[int, ...]) -> dict[str, Any]:
    [(usual, _tables_of_it)] = Counter(seats).most_common(1)
    naming = "numbers" if names[0].isdecimal() else "letters"
    return {"table_count": len(names), "seats_per_table": usual, "table_naming": naming}


def _agenda_columns(items: Any) -> dict[str, Any]:
    minutes = {item.kind: item.minutes for item in reversed(items)}
    return {
        "rounds": max(item.round or 0 for item in items),
        "pr_minutes": minutes["presentation"],
        "question_minutes": minutes.get("questions", 0),
        "change_minutes": minutes.get("change", 0),
        "opening_minutes": minutes.get("opening", 0),
        "closing_minutes": minutes.get("closing", 0),
    }
