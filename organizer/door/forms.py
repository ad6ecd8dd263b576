"""What the door sends."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from wtforms import HiddenField, StringField, validators

from organizer.core.codes import LONGEST_TYPED
from organizer.core.forms import Form, at_most, required, strip
from organizer.core.i18n import lazy as _l


def new_id() -> str:
    """Return an id for a scan that a page without JavaScript will send."""
    return str(uuid4())


def read_id(text: str | None) -> str | None:
    """Return a UUID as the database writes it, or None if the text is none."""
    with suppress(ValueError):
        return str(UUID(text or ""))
    return None


def _id_field() -> HiddenField:
    return HiddenField(
        default=new_id,
        filters=[lambda typed: read_id(typed) or typed],
        validators=[required(), validators.UUID(_l("Please reload this page and try again."))],
    )


class ArrivalForm(Form):
    """Sent to check in whoever holds the badge on the screen."""

    scan_id = _id_field()
    at = HiddenField()

    def device_time(self) -> datetime | None:
        """Return when the device says the badge was read, if it says so."""
        return _moment(self.at.data)


class ScanForm(ArrivalForm):
    """Sent when a badge was read, or its code typed."""

    code = StringField(
        _l("Code on the badge"),
        filters=[strip],
        validators=[required(), at_most(LONGEST_TYPED)],
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )


class UndoForm(Form):
    """Sent to take an arrival back."""

    undo_id = _id_field()


def _moment(text: Any) -> datetime | None:
    with suppress(ValueError):
        moment = datetime.fromisoformat(text or "")
        return moment if moment.tzinfo else None
    return None
