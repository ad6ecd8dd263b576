"""Random problems for tests."""

from __future__ import annotations

from hypothesis import strategies as st

from seating import (
    EVENING,
    LINEAR,
    Absence,
    Lock,
    Participant,
    Problem,
    ProblemError,
    Table,
    Weights,
)

HEAVY = Weights(repeat=37, first_timers=5, same_profession=9, uneven=4, fade=93)
"""Weights of which each is different and none is 0."""


def people(count: int, *, industries: int = 0) -> tuple[Participant, ...]:
    """Return people p0, p1, ... whose industries take turns."""
    return tuple(
        Participant(id=f"p{i}", industry=f"i{i % industries}" if industries else None)
        for i in range(count)
    )


def tables(count: int, *, seats: int) -> tuple[Table, ...]:
    return tuple(Table(id=f"T{t}", seats=seats) for t in range(count))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a small problem with any of the rules; contradicting ones are drawn again."""
    n, t, rounds = (draw(st.integers(1, top)) for top in (14, 4, 4))
    seats = [draw(st.integers(1, 6)) for _ in range(t)]
    some = ("a", "b", None)
    crowd = tuple(
        Participant(
            id=f"p{i}",
            industry=draw(st.sampled_from(some)),
            company=draw(st.sampled_from((None, None, "x", "y"))),
            conflict_group=draw(st.sampled_from((None, None, "x"))),
            profession=draw(st.sampled_from((None, "x", "y"))),
            first_time=draw(st.booleans()),
        )
        for i in range(n)
    )
    person = st.integers(0, n - 1).map("p{}".format)
    pair = st.tuples(person, person).filter(lambda ids: ids[0] != ids[1])
    pairs = st.lists(pair, max_size=3).map(tuple) if n > 1 else st.just(())
    met = pair | st.tuples(person, person, st.integers(1, 99)).filter(lambda m: m[0] != m[1])
    number = st.integers(1, rounds)
    table = st.integers(0, t - 1).map("T{}".format)
    values = {
        "met": tuple(draw(st.lists(met, max_size=4))) if n > 1 else (),
        "apart": draw(pairs),
        "together": draw(pairs),
        "wants": draw(pairs),
        "leaders": tuple(draw(st.lists(person, max_size=1, unique=True))),
        "locked": tuple(draw(st.lists(st.builds(Lock, person, number, table), max_size=2))),
        "absent": tuple(draw(st.lists(st.builds(Absence, person, number), max_size=3))),
    }
    values["weights"] = draw(st.sampled_from((EVENING, LINEAR, HEAVY)))
    room = tuple(Table(id=f"T{i}", seats=count) for i, count in enumerate(seats))
    for dropped in ([], ["leaders"], ["leaders", "locked", "together"]):
        kept = {key: value for key, value in values.items() if key not in dropped}
        try:
            return Problem(people=crowd, tables=room, rounds=rounds, **kept)
        except ProblemError:
            continue
    bigger = (*room, Table(id="more", seats=n))
    plain = {key: values[key] for key in ("met", "weights")}
    return Problem(people=crowd, tables=bigger, rounds=rounds, **plain)
