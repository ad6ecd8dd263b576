"""The kinds of event that an organizer can choose from."""

from dataclasses import dataclass

from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of event."""

    id: str
    name: LazyString
    summary: LazyString


ROUND_TABLES = Format(
    "round_tables",
    _l("Round tables"),
    _l("Several rounds at tables; everyone presents, then answers questions."),
)
FORMATS = (ROUND_TABLES,)


def get_format(format_id: str) -> Format:
    """Return a known format."""
    return next(f for f in FORMATS if f.id == format_id)
