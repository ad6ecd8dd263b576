"""What the browser sends about an event."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from flask_babel import gettext as _
from wtforms import (
    BooleanField,
    DateField,
    FloatField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TimeField,
)
from wtforms.validators import InputRequired, NumberRange

from organizer.core.forms import Form, at_most, required, strip
from organizer.core.i18n import lazy as _l
from organizer.events.agenda import Agenda
from organizer.events.details import EventDetails, agenda_of
from organizer.events.formats import FORMATS
from organizer.events.models import Event
from organizer.events.table_names import LETTERS, NUMBERS


def _whole(label: str, low: int, high: int, default: int, **kwargs: Any) -> IntegerField:
    return IntegerField(
        label,
        default=default,
        validators=[
            InputRequired(_l("Please enter a whole number.")),
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
            InputRequired(_l("Please enter a number of minutes.")),
            NumberRange(low, high, _l("Between %(min)s and %(max)s.")),
        ],
        render_kw={"type": "number", "min": low, "max": high, "step": 0.5, "inputmode": "decimal"},
        **kwargs,
    )


class EventForm(Form):
    """An event's details, in the event's own time zone."""

    title = StringField(_l("Event title"), filters=[strip], validators=[required(), at_most(120)])
    day = DateField(_l("Date"), validators=[required(_l("Please enter a date."))])
    starts = TimeField(
        _l("Starts at"), default=time(18, 30), validators=[required(_l("Please enter a time."))]
    )
    ends = TimeField(
        _l("Ends at"),
        default=time(21, 0),
        description=_l("Earlier than the start means the next day."),
        validators=[required(_l("Please enter a time."))],
    )
    timezone = SelectField(_l("Time zone"), default="Asia/Tokyo", validators=[required()])
    venue = StringField(_l("Venue"), filters=[strip], validators=[required(), at_most(200)])
    capacity = _whole(_l("Capacity"), 1, 5000, 60)
    fee = _whole(_l("Fee (yen)"), 0, 1_000_000, 3000)
    format = RadioField(
        _l("Format"), choices=[(f.id, f.name) for f in FORMATS], default=FORMATS[0].id
    )
    table_count = _whole(_l("Tables"), 1, 700, 10)
    seats_per_table = _whole(_l("Seats at each table"), 2, 100, 6)
    table_naming = RadioField(
        _l("Table names"), choices=[(LETTERS, "A, B, C"), (NUMBERS, "1, 2, 3")], default=LETTERS
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
        self.timezone.choices = sorted(available_timezones())

    def validate_day(self, field: DateField) -> None:
        """Refuse years in which nobody will hold this event."""
        if not date(2000, 1, 1) <= field.data <= date(2199, 12, 31):
            raise ValueError(_("Please enter a year between 2000 and 2199."))

    def validate_ends(self, field: TimeField) -> None:
        """Refuse an event that takes no time."""
        if field.data == self.starts.data:
            raise ValueError(_("The end must differ from the start."))

    def details(self) -> EventDetails:
        """Return what was entered, once it is valid."""
        starts_at, ends_at = self._moments()
        same = {
            name: self._fields[name].data
            for name in EventDetails.__dataclass_fields__
            if name in self._fields
        }
        return EventDetails(starts_at=starts_at, ends_at=ends_at, **same)

    def agenda(self) -> Agenda:
        """Return the programme that was entered, once it is valid."""
        return agenda_of(self.details())

    def _moments(self) -> tuple[datetime, datetime]:
        zone = ZoneInfo(self.timezone.data)
        starts = datetime.combine(self.day.data, self.starts.data, zone)
        next_day = timedelta(days=1 if self.ends.data < self.starts.data else 0)
        ends = datetime.combine(self.day.data + next_day, self.ends.data, zone)
        return starts.astimezone(UTC), ends.astimezone(UTC)


def form_values(event: Event) -> dict[str, Any]:
    """Return what the form shows of an event that has no field of the same name."""
    zone = ZoneInfo(event.timezone)
    starts, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
    return {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}
