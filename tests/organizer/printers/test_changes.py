"""What paper says, compared with what was printed."""

from dataclasses import dataclass

from organizer.printers.changes import all_printed, compare, fingerprint
from printables import Badge, Ribbon, SeatStop


def test_what_was_printed_last_counts_and_backs_only_where_there_were_some() -> None:
    printed = all_printed([{"1": "a", "2": "b", "3": "c.x"}, {"2": "B.x", "5": "e"}])
    changes = compare(printed, {"1": "a.y", "2": "B.y", "3": "c.x", "4": "d.x"})
    assert changes.new == ("4",)
    assert changes.changed == ("2",)
    assert changes.gone == ("5",)


def test_a_fingerprint_changes_with_each_thing_that_is_said() -> None:
    badge = Badge("森", "C", ribbon=Ribbon.STAFF, stops=(SeatStop(1, "A", people=("林",)),))
    others = [
        Badge("林", "C", ribbon=Ribbon.STAFF, stops=badge.stops),
        Badge("森", "C", ribbon=Ribbon.SPEAKER, stops=badge.stops),
        Badge("森", "C", ribbon=Ribbon.STAFF, stops=(SeatStop(2, "A", people=("林",)),)),
        Badge("森", "C", ribbon=Ribbon.STAFF, stops=(SeatStop(1, "A", people=("林", "原")),)),
        Badge("森", "C", ribbon=Ribbon.STAFF),
    ]
    assert fingerprint(badge) == fingerprint(badge)
    assert len({fingerprint(one) for one in (badge, *others)}) == 6
    assert fingerprint(badge, "logo") != fingerprint(badge)


def test_a_fingerprint_does_not_change_when_a_class_is_renamed() -> None:
    @dataclass(frozen=True)
    class Stop:
        number: int
        name: str
        at: str
        others: tuple[str, ...]

    renamed, now = Stop(1, "A", "18:40", ("林",)), SeatStop(1, "A", "18:40", ("林",))
    assert fingerprint(renamed) == fingerprint(now)
    assert fingerprint(Ribbon.STAFF) == fingerprint("staff")
