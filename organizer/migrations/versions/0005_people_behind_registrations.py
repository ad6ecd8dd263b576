"""people behind registrations, who met whom, keys, and the fee due

Revision ID: 0005
Revises: 0004

The keys are made by the functions of `organizer.people.keys`: they are pure, and a later change of
theirs fills the columns anew.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

import organizer.core.db
from organizer.people.keys import company_key, name_key, search_key, sort_key

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
ATTENDEE_WITH_ADDRESS = sa.text("status = 'confirmed' AND email <> ''")
WITH_ADDRESS = sa.text("email <> ''")
FACTS = ("name", "name_kana", "company", "email")
KEYS = ("name_key", "company_key", "sort_key", "search_key")
NEW_IN_REGISTRATION = ("person_id", *KEYS, "fee_due")

event = sa.table("event", sa.column("id"), sa.column("organization_id"), sa.column("fee"))
registration = sa.table(
    "registration",
    *map(sa.column, ("id", "event_id", "status", "created_at", *FACTS, *NEW_IN_REGISTRATION)),
)
person = sa.table(
    "person",
    *map(sa.column, ("id", "organization_id", "created_at", *FACTS, *KEYS)),
)


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("name_kana", sa.String(length=100), nullable=False),
        sa.Column("company", sa.String(length=150), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        *key_columns(nullable=False),
        sa.Column("created_at", organizer.core.db.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_person_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index("ix_person_name", "person", ["organization_id", "name_key"])
    op.create_index(
        "uq_person_address",
        "person",
        ["organization_id", "email", "name_key"],
        unique=True,
        sqlite_where=WITH_ADDRESS,
        postgresql_where=WITH_ADDRESS,
    )
    op.create_table(
        "meeting",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("a_id", sa.Integer(), nullable=False),
        sa.Column("b_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_meeting_in_order")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_meeting_event_id_event")),
        sa.ForeignKeyConstraint(["a_id"], ["person.id"], name=op.f("fk_meeting_a_id_person")),
        sa.ForeignKeyConstraint(["b_id"], ["person.id"], name=op.f("fk_meeting_b_id_person")),
        sa.PrimaryKeyConstraint("event_id", "round", "a_id", "b_id", name=op.f("pk_meeting")),
    )
    op.create_index(op.f("ix_meeting_b_id"), "meeting", ["b_id"])
    op.create_index("ix_meeting_pair", "meeting", ["a_id", "b_id"])
    add_to_registrations()


def downgrade() -> None:
    op.drop_index("ix_registration_list", table_name="registration")
    op.drop_index("ix_registration_name", table_name="registration")
    op.drop_index(op.f("ix_registration_person_id"), table_name="registration")
    drop_new_columns()
    op.create_index(op.f("ix_registration_event_id"), "registration", ["event_id"])
    op.drop_table("meeting")
    op.drop_table("person")


def key_columns(*, nullable: bool) -> list[sa.Column]:
    """Return the columns of the keys, which contacts and registrations have."""
    return [
        sa.Column("name_key", sa.String(length=200), nullable=nullable),
        sa.Column("company_key", sa.String(length=200), nullable=nullable),
        sa.Column("sort_key", BYTEWISE, nullable=nullable),
        sa.Column("search_key", sa.Text(), nullable=nullable),
    ]


def add_to_registrations() -> None:
    """Add the columns empty, fill them, and only then require them."""
    with op.batch_alter_table("registration", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("fee_due", sa.Integer(), nullable=True))
        for column in key_columns(nullable=True):
            batch_op.add_column(column)
    op.execute(
        registration.update().values(
            fee_due=sa.select(event.c.fee)
            .where(event.c.id == registration.c.event_id)
            .scalar_subquery()
        )
    )
    fill_keys()
    link_people()
    # Lists that wait to be confirmed, for a day at most, name their columns otherwise now.
    op.execute(sa.table("import_draft").delete())
    op.drop_index(op.f("ix_registration_event_id"), table_name="registration")
    require_new_columns()
    op.create_index(op.f("ix_registration_person_id"), "registration", ["person_id"])
    op.create_index("ix_registration_list", "registration", ["event_id", "status", "sort_key"])
    op.create_index("ix_registration_name", "registration", ["event_id", "name_key"])


def keys_of(row: Mapping) -> dict[str, str]:
    """Return what `organizer.people.models` keeps beside a name, a company and an address."""
    name, kana, company, email = (row[fact] for fact in FACTS)
    keys = (name_key(name), company_key(company), sort_key(kana, name))
    return dict(zip(KEYS, (*keys, search_key(name, kana, company, email)), strict=True))


def fill_keys() -> None:
    r = registration.c
    rows = op.get_bind().execute(sa.select(r.id, *(r[fact] for fact in FACTS))).mappings()
    update_registrations([{"id": row["id"], **keys_of(row)} for row in rows.all()])


def link_people() -> None:
    """Make the contacts behind all registrations, the oldest registration first.

    By the rule of `organizer.people.identity`: the same address and name, or else the same company
    and name where that is one contact who does not attend the event already.
    """
    connection = op.get_bind()
    rows = connection.execute(
        sa.select(registration, event.c.organization_id)
        .join_from(registration, event, registration.c.event_id == event.c.id)
        .order_by(registration.c.id)
    ).mappings()
    people: list[dict] = []
    namesakes: dict[tuple, list[dict]] = {}
    links = []
    for row in rows.all():
        known = namesakes.setdefault((row["organization_id"], row["name_key"]), [])
        contact = find_contact(known, row)
        if contact is None:
            contact = {"id": len(people) + 1, **dict.fromkeys(FACTS, ""), "events": set()}
            contact |= {name: row[name] for name in ("organization_id", "created_at")}
            people.append(contact)
            known.append(contact)
        follow(contact, row)
        links.append({"id": row["id"], "person_id": contact["id"]})
    columns = person.c.keys()
    if people:
        connection.execute(person.insert(), [{c: p[c] for c in columns} for p in people])
    update_registrations(links)
    if people and connection.dialect.name == "postgresql":
        op.execute("SELECT setval('person_id_seq', (SELECT max(id) FROM person))")


def update_registrations(rows: list[dict]) -> None:
    """Set columns of registrations, the same ones in each, by their ids."""
    if not rows:
        return
    columns = [name for name in rows[0] if name != "id"]
    op.get_bind().execute(
        registration.update()
        .where(registration.c.id == sa.bindparam("row_id"))
        .values({name: sa.bindparam(f"new_{name}") for name in columns}),
        [{"row_id": row["id"], **{f"new_{c}": row[c] for c in columns}} for row in rows],
    )


def find_contact(namesakes: list[dict], row: sa.RowMapping) -> dict | None:
    by_address = [p for p in namesakes if row["email"] and p["email"] == row["email"]]
    if by_address:
        return by_address[0]
    colleagues = [p for p in namesakes if row["company_key"] == p["company_key"] != ""]
    found = colleagues[0] if len(colleagues) == 1 else None
    return None if found is None or row["event_id"] in found["events"] else found


def follow(contact: dict, row: sa.RowMapping) -> None:
    contact |= {fact: row[fact] for fact in FACTS if row[fact]}
    contact |= keys_of(contact)
    if row["status"] == "confirmed":
        contact["events"].add(row["event_id"])


def require_new_columns() -> None:
    with without_partial_index(), op.batch_alter_table("registration") as batch_op:
        for column in NEW_IN_REGISTRATION:
            batch_op.alter_column(column, nullable=False)
        batch_op.create_foreign_key(
            op.f("fk_registration_person_id_person"), "person", ["person_id"], ["id"]
        )
        batch_op.create_check_constraint(
            op.f("ck_registration_fee_due_not_negative"), "fee_due >= 0"
        )


def drop_new_columns() -> None:
    with without_partial_index(), op.batch_alter_table("registration") as batch_op:
        batch_op.drop_constraint(op.f("ck_registration_fee_due_not_negative"), type_="check")
        batch_op.drop_constraint(op.f("fk_registration_person_id_person"), type_="foreignkey")
        for column in NEW_IN_REGISTRATION:
            batch_op.drop_column(column)


@contextmanager
def without_partial_index() -> Iterator[None]:
    """Take the partial index off while SQLite copies the table, which would lose its condition."""
    op.drop_index("uq_registration_attendee", table_name="registration")
    yield
    op.create_index(
        "uq_registration_attendee",
        "registration",
        ["event_id", "email", "name"],
        unique=True,
        sqlite_where=ATTENDEE_WITH_ADDRESS,
        postgresql_where=ATTENDEE_WITH_ADDRESS,
    )
