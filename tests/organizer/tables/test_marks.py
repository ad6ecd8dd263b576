"""What is marked at a table: who meets again, who is alike, and how industries mix."""

from collections.abc import Callable, Mapping

from flask import Flask

from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.tables.marks import Marks
from organizer.tables.mix import colours_of, crowded_industry
from organizer.tables.page import PlanPart, read_part
from tests.conftest import both_databases
from tests.organizer.plans import make_plan

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]


def _one_table(make_event: MakeEvent, make_attendees: MakeAttendees, **changes: str) -> PlanPart:
    """Return the second round of three people at one table."""
    event = make_event(table_count=1, seats_per_table=3, rounds=2, capacity=3)
    make_attendees(event, 3, **changes)
    plan = make_plan(event)
    assert all(mark.again == () for mark in read_part(plan, 1, 1).marks.values())
    return read_part(plan, 2, 1)


def _marks(part: PlanPart) -> Mapping[int, Marks]:
    assert len(part.marks) == 3
    return part.marks


@both_databases
def test_whoever_meets_again_is_marked_with_the_first_round(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    for mark in _marks(_one_table(make_event, make_attendees)).values():
        assert [met.round for met in mark.again] == [1, 1]


def test_people_who_are_alike_are_marked(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    part = _one_table(
        make_event, make_attendees, company="㈱さくら", industry="insurance", profession="life_ins"
    )
    for mark in _marks(part).values():
        assert mark.same_industry
        assert len(mark.colleagues) == len(mark.competitors) == 2


def test_people_of_no_known_industry_are_not_alike(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    part = _one_table(make_event, make_attendees, company="", industry="", profession="")
    for mark in _marks(part).values():
        assert not mark.same_industry
        assert mark.colleagues == mark.competitors == ()


def test_the_bar_of_a_table_puts_equal_industries_side_by_side(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    part = _one_table(make_event, make_attendees, industry="insurance")
    [segments] = part.mixes
    assert [(s.industry, s.colour, s.count) for s in segments] == [("insurance", 1, 3)]


def test_the_most_frequent_industries_have_colours() -> None:
    industries = {"a": 1, "b": 3, "c": 3} | {f"x{n}": 2 for n in range(6)}
    colours = colours_of(industries)
    assert list(colours.items())[:3] == [("b", 1), ("c", 2), ("x0", 3)]
    assert "a" not in colours


def test_an_industry_is_crowded_if_it_has_more_people_than_there_are_tables() -> None:
    assert crowded_industry({"insurance": 4, "tax": 2}, tables=3) == ("insurance", 4)
    assert crowded_industry({"insurance": 4, "tax": 2}, tables=4) is None
    assert crowded_industry({}, tables=1) is None
