"""The tables of an event, counted by their size."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from flask_babel import gettext as _


@dataclass(frozen=True, slots=True)
class Room:
    """How many tables of which size there are."""

    sizes: Mapping[int, int]
    """The number of tables with so many seats."""

    @classmethod
    def of(cls, seats: Iterable[int]) -> Self:
        """Return the room whose tables have these seats, one number for each table."""
        return cls(Counter(seats))

    @property
    def tables(self) -> int:
        """How many tables there are."""
        return sum(self.sizes.values())

    @property
    def seats(self) -> int:
        """How many people can sit down in a round."""
        return sum(seats * tables for seats, tables in self.sizes.items())

    @property
    def usual_seats(self) -> int:
        """The seats of most tables."""
        return max(self.sizes, key=lambda seats: (self.sizes[seats], seats), default=0)

    def fullest_table(self, people: int) -> int:
        """Return how many sit at the fullest table when people spread as evenly as they can.

        Of more people than seats, as many as there are seats sit down.
        """
        seated, at_a_table = min(people, self.seats), 0
        while sum(min(s, at_a_table) * n for s, n in self.sizes.items()) < seated:
            at_a_table += 1
        return at_a_table

    def in_words(self) -> str:
        """Say how many tables and seats there are."""
        if len(self.sizes) == 1:
            return str(
                _("%(tables)s tables × %(seats)s seats", tables=self.tables, seats=self.usual_seats)
            )
        return str(
            _("%(tables)s tables, %(seats)s seats in all", tables=self.tables, seats=self.seats)
        )
