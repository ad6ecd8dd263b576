"""Who met whom, kept by person, so that it outlives registrations and plans."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import and_, delete, exists, insert, or_, select

from organizer.core.db import db, transaction
from organizer.people.models import Meeting, Person

Pair = tuple[int, int]
"""The ids of two people, the smaller one first."""


def keep_meetings(event_id: int, pairs_by_round: Mapping[int, Iterable[Pair]]) -> None:
    """Keep who meets whom at an event, round by round, in place of what was kept of it before.

    Pairs may come in either order and more than once; nobody meets themselves.
    """
    rows = [
        {"event_id": event_id, "round": number, "a_id": a, "b_id": b}
        for number, pairs in pairs_by_round.items()
        for a, b in sorted({(min(pair), max(pair)) for pair in pairs})
        if a != b
    ]
    with transaction() as session:
        session.execute(delete(Meeting).where(Meeting.event_id == event_id))
        if rows:
            session.execute(insert(Meeting), rows)


def hand_over_meetings(event_id: int, *, of: int, to: int) -> None:
    """Say of another person what was kept of one at an event, who was mistaken for them."""
    theirs = and_(Meeting.event_id == event_id, or_(Meeting.a_id == of, Meeting.b_id == of))
    with transaction() as session:
        met = session.execute(select(Meeting.round, Meeting.a_id, Meeting.b_id).where(theirs)).all()
        session.execute(delete(Meeting).where(theirs))
        for number, *pair in met:
            [other] = set(pair) - {of}
            if other != to:
                a, b = sorted((other, to))
                session.merge(Meeting(event_id=event_id, round=number, a_id=a, b_id=b))


def met_before(organization_id: int, person_ids: Collection[int]) -> dict[Pair, set[int]]:
    """Return the pairs among these people that have met, with the ids of the events."""
    met: defaultdict[Pair, set[int]] = defaultdict(set)
    pairs = (
        select(Meeting.a_id, Meeting.b_id, Meeting.event_id)
        .join(Person, Meeting.a_id == Person.id)
        .where(
            Person.organization_id == organization_id,
            Meeting.a_id.in_(person_ids),
            Meeting.b_id.in_(person_ids),
        )
        .distinct()
    )
    for a, b, event_id in db.session.execute(pairs):
        met[a, b].add(event_id)
    return dict(met)


def has_met_anybody(person_id: int) -> bool:
    """Whether any meeting of this person is kept."""
    met = exists().where(or_(Meeting.a_id == person_id, Meeting.b_id == person_id))
    return bool(db.session.scalar(select(met)))
