"""Plans without repeats kept as data, for numbers of tables that no finite field provides.

With n people, a period m and c circles: person v + m k (k < c) has place v of circle k, and people
from m c on are outside the circles. A digit is the table of a person.

`ROTATED`: c = n // m, and a base round has the digits of all people, in order. Rotating every
circle by one place makes a new round out of a base round. If no rotation makes table mates of a
base round out of others, of this or another base round, nobody meets twice. A period of 1 is a
plan written out in full.

`SHIFTED`: a round has the digits of place 0 of each circle, then of the people outside. The person
at each further place sits one table further, 0 coming after m - 1; tables from m on have the same
digit for all places. If for no two rounds two circles have the same difference of their tables
below m, nobody of them meets twice. With m tables the people of one circle never meet, and circles
can be left out: these are difference matrices with gaps, or as many orthogonal Latin rectangles
and their columns.

Most base rounds were found by annealing, with the number of agreeing pairs as cost; 10-4 by trying
the rounds that stay the same when places are multiplied by 3; shifts by backtracking. The plan of
8-4 is the one of the Wolfram Demonstration "Social Golfer Problem". That plans of these sizes
exist is known: 7-3 is a Kirkman system (Ray-Chaudhuri and Wilson 1971), 8-3 and 10-3 are nearly
Kirkman systems (Kotzig and Rosa 1974), 7-4 and 10-4 resolvable designs (Hanani, Ray-Chaudhuri and
Wilson 1972), 10-10 is a pair of Latin squares (Parker 1959), 8-4 was solved by Aguado in 2004; for
the others see Miller, Valkov and Abel, Symmetry 2026 18(2) 269. The shifts of 10-5 (in 10 rounds,
the last within circles), 10-6, 10-7 and 10-8 (in 8) have more rounds than the 9, 7, 7 and 5 in
`tests/benchmarks/golfers_best_known.json`.
"""

from __future__ import annotations

from typing import NamedTuple


class RotatedDesign(NamedTuple):
    """A plan whose rounds are rotations of base rounds."""

    period: int
    bases: tuple[str, ...]


class ShiftedDesign(NamedTuple):
    """A plan in whose rounds a circle's places are at consecutive tables."""

    period: int
    circles: int
    rounds: tuple[str, ...]


ROTATED: dict[tuple[int, int], RotatedDesign] = {
    (6, 4): RotatedDesign(
        7,
        ("525104502344143303215102",),
    ),
    (7, 3): RotatedDesign(
        5,
        (
            "406616521353415242003",
            "316345266245030215401",
        ),
    ),
    (7, 4): RotatedDesign(
        9,
        ("6405443132232041602566530151",),
    ),
    (8, 3): RotatedDesign(
        11,
        ("236007140467564535113272",),
    ),
    (8, 4): RotatedDesign(
        1,
        (
            "00001111222233334444555566667777",
            "01520251072646734513431546370762",
            "01526324754342353467507126101706",
            "01526347521067435201743601257634",
            "01521672260460317463450335715724",
            "01526147304653277325436017642150",
            "01522015714573642630026346734517",
            "01525674645721501037342646327031",
            "01526507134205123647143260573467",
            "01526340467116047346215752033275",
        ),
    ),
    (9, 4): RotatedDesign(
        11,
        ("633136854780842574148023072016562517",),
    ),
    (10, 3): RotatedDesign(
        14,
        ("550369139340288072294615787146",),
    ),
    (10, 4): RotatedDesign(
        13,
        ("0112432563645037139897228109575467884960",),
    ),
}

EIGHT_CIRCLES = ShiftedDesign(
    10,
    8,
    (
        "00000000",
        "01234567",
        "02487135",
        "03875492",
        "04751926",
        "05149283",
        "06392851",
        "07526318",
    ),
)

SHIFTED: dict[tuple[int, int], ShiftedDesign] = {
    (10, 5): ShiftedDesign(
        10,
        5,
        ("00000", "02346", "03615", "04187", "05923", "06572", "07264", "08439", "09758"),
    ),
    (10, 6): EIGHT_CIRCLES,
    (10, 7): EIGHT_CIRCLES,
    (10, 8): EIGHT_CIRCLES,
    (10, 9): ShiftedDesign(
        10,
        9,
        ("000000000", "023456789", "048139625", "057613298", "095742863"),
    ),
    (10, 10): ShiftedDesign(
        7,
        13,
        (
            "0741081209240777888999",
            "0074108120924789789789",
            "0107420814092789897978",
            "0410712082409798879987",
        ),
    ),
}
