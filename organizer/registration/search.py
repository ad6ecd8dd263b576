"""Finding people in a list as they are typed."""

from collections.abc import Iterable

from organizer.people.keys import search_words
from organizer.registration.models import Registration


def find_matches(registrations: Iterable[Registration], query: str) -> list[Registration]:
    """Return those in whose name, furigana, company or e-mail every typed word occurs."""
    words = search_words(query)
    if query and not words:
        return []
    return [r for r in registrations if all(word in r.search_key for word in words)]
