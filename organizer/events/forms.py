"""What the browser sends about an event."""

from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from wtforms import (
    BooleanField,
    DateField,
    FloatField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TimeField,
)
from wtforms.validators import NumberRange, ValidationError

from organizer.core.forms import Form, at_most, readable, required
from organizer.core.i18n import lazy as _l
from organizer.events.details import EventDetails
from organizer.events.formats import FORMATS
from organizer.events.table_names import LETTERS, NUMBERS
from organizer.events.zones import is_skipped, moment_of, time_zones
from organizer.people.text import one_line


def _whole(label: str, low: int, high: int, default: int, **kwargs: Any) -> IntegerField:
    return IntegerField(
        label,
        default=default,
        validators=[
            readable(_l("Please enter a whole number.")),
            NumberRange(low, high, _l("Between %(min)s and %(max)s.")),
        ],
        render_kw={"min": low, "max": high, "inputmode": "numeric"},
        **kwargs,
    )


class MinutesField(FloatField):  # type: ignore[misc]  # WTForms has no types
    """A number of minutes, where 3 is shown as 3 and not as 3.0."""

    def _value(self) -> str:
        return str(super()._value()).removesuffix(".0")


def _minutes(label: str, low: float, high: float, default: float, **kwargs: Any) -> MinutesField:
    return MinutesField(
        label,
        default=default,
        validators=[
            readable(_l("Please enter a number of minutes.")),
            NumberRange(low, high, _l("Between %(min)s and %(max)s.")),
        ],
        render_kw={"type": "number", "min": low, "max": high, "step": 0.5, "inputmode": "decimal"},
        **kwargs,
    )


class EventForm(Form):
    """An event's details, in the event's own time zone."""

    title = StringField(
        _l("Event title"), filters=[one_line], validators=[required(), at_most(120)]
    )
    day = DateField(_l("Date"), validators=[readable(_l("Please enter a date."))])
    starts = TimeField(
        _l("Starts at"), default=time(18, 30), validators=[readable(_l("Please enter a time."))]
    )
    ends = TimeField(
        _l("Ends at"),
        default=time(21, 0),
        description=_l("Earlier than the start means the next day."),
        validators=[readable(_l("Please enter a time."))],
    )
    timezone = SelectField(_l("Time zone"), default="Asia/Tokyo", validators=[required()])
    venue = StringField(_l("Venue"), filters=[one_line], validators=[required(), at_most(200)])
    capacity = _whole(_l("Capacity"), 1, 5000, 60)
    fee = _whole(_l("Fee (yen)"), 0, 1_000_000, 3000)
    fee_for_registered = BooleanField(
        _l("A changed fee also holds for those who have registered"), default=True
    )
    format = RadioField(
        _l("Format"), choices=[SelectChoice(f.id, f.name) for f in FORMATS], default=FORMATS[0].id
    )
    table_count = _whole(_l("Tables"), 1, 700, 10)
    seats_per_table = _whole(_l("Seats at each table"), 2, 100, 6)
    table_naming = RadioField(
        _l("Table names"),
        choices=[SelectChoice(LETTERS, "A, B, C"), SelectChoice(NUMBERS, "1, 2, 3")],
        default=LETTERS,
    )
    rounds = _whole(_l("Rounds"), 1, 20, 3)
    pr_minutes = _minutes(_l("PR minutes per person"), 0.5, 60, 3)
    question_minutes = _minutes(_l("Question minutes per person"), 0, 60, 2)
    change_minutes = _whole(_l("Minutes to change seats"), 0, 60, 5)
    opening_minutes = _whole(_l("Minutes for the opening"), 0, 240, 10)
    closing_minutes = _whole(_l("Minutes for the closing"), 0, 240, 10)
    registration_open = BooleanField(_l("Registration is open"), default=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.timezone.choices = time_zones()

    def validate_day(self, field: DateField) -> None:
        """Refuse years in which nobody will hold this event."""
        if not date(2000, 1, 1) <= field.data <= date(2199, 12, 31):
            raise ValidationError(_("Please enter a year between 2000 and 2199."))

    def validate_starts(self, field: TimeField) -> None:
        """Refuse a time that the clocks skip."""
        self._refuse_skipped(field)

    def validate_ends(self, field: TimeField) -> None:
        """Refuse an event that takes no time, and a time that the clocks skip."""
        if field.data == self.starts.data:
            raise ValidationError(_("The end must differ from the start."))
        if not self.starts.errors:
            self._refuse_skipped(field)

    def _refuse_skipped(self, field: TimeField) -> None:
        if self.day.errors or self.timezone.data not in time_zones():
            return  # those fields say so themselves
        day = self._last_day() if field is self.ends else self.day.data
        if is_skipped(day, field.data, zone=self.timezone.data):
            raise ValidationError(
                _("Clocks are put forward over this time on that day. Please enter another.")
            )

    def _last_day(self) -> date:
        night = self.ends.data < self.starts.data
        return self.day.data + timedelta(days=1 if night else 0)  # type: ignore[no-any-return]  # WTForms has no types

    def details(self) -> EventDetails:
        """Return what was entered, once it is valid."""
        same = {
            name: self._fields[name].data
            for name in EventDetails.__dataclass_fields__
            if name in self._fields
        }
        zone = self.timezone.data
        return EventDetails(
            starts_at=moment_of(self.day.data, self.starts.data, zone=zone),
            ends_at=moment_of(self._last_day(), self.ends.data, zone=zone),
            **same,
        )


def clock_values(details: EventDetails) -> dict[str, Any]:
    """Return what the form shows of an event's moments: a day and times, by the event's zone."""
    zone = ZoneInfo(details.timezone)
    starts, ends = details.starts_at.astimezone(zone), details.ends_at.astimezone(zone)
    return {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}
