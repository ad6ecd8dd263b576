"""What the tables are called."""

from hypothesis import given
from hypothesis import strategies as st

from organizer.events.table_names import LETTERS, NUMBERS, table_names


def test_letters_go_on_after_z() -> None:
    names = table_names(704, naming=LETTERS)
    assert names[:3] == ["A", "B", "C"]
    assert names[25:28] == ["Z", "AA", "AB"]
    assert names[701:704] == ["ZZ", "AAA", "AAB"]


def test_numbers_begin_at_one() -> None:
    assert table_names(3, naming=NUMBERS) == ["1", "2", "3"]


@given(st.integers(0, 800), st.sampled_from([LETTERS, NUMBERS]))
def test_every_table_has_a_name_of_its_own(count: int, naming: str) -> None:
    assert len(set(table_names(count, naming=naming))) == count
