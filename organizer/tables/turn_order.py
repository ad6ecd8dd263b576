"""In which order people at a table take their turns, so that luck is shared over the rounds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

PASSES = 12
"""A round is put in order knowing the other rounds, so a few passes settle all of them."""

Round = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class _Luck:
    """How often each person opened and closed a table, and how late they spoke, all rounds summed.

    A turn's lateness is 0 for the first of a table and 1000 for the last.
    """

    firsts: Counter[str] = field(default_factory=Counter)
    lasts: Counter[str] = field(default_factory=Counter)
    lateness: Counter[str] = field(default_factory=Counter)

    def count(self, order: Sequence[str], sign: int) -> None:
        """Add a table's order (sign 1), or take it out again (sign -1)."""
        if len(order) < 2:
            return
        self.firsts[order[0]] += sign
        self.lasts[order[-1]] += sign
        for place, person in enumerate(order):
            self.lateness[person] += sign * (1000 * place // (len(order) - 1))


def turn_orders(rounds: Sequence[Round]) -> Sequence[Mapping[str, tuple[str, ...]]]:
    """Return each round's tables with their people in the order of their turns.

    Nobody opens or closes a table again while somebody there has done so less often; between
    them, those who spoke late in other rounds speak early.
    """
    orders = [{table: tuple(people) for table, people in seated.items()} for seated in rounds]
    luck = _Luck()
    for seated in orders:
        for order in seated.values():
            luck.count(order, 1)
    for _pass in range(PASSES):
        for seated in orders:
            for table, order in seated.items():
                luck.count(order, -1)
                seated[table] = _in_turn(order, luck)
                luck.count(seated[table], 1)
    return orders


def _in_turn(people: Sequence[str], luck: _Luck) -> tuple[str, ...]:
    if len(people) < 2:
        return tuple(people)
    # Of equals the one who was later so far is taken: standing still would keep a clash in place.
    later = people[::-1]
    first = min(later, key=lambda p: (luck.firsts[p], -luck.lateness[p]))
    rest = [p for p in later if p != first]
    last = min(rest, key=lambda p: (luck.lasts[p], luck.lateness[p]))
    middle = [p for p in rest if p != last]
    return (first, *sorted(middle, key=lambda p: -luck.lateness[p]), last)
