"""Finding people in a list as they are typed."""

from collections.abc import Iterable

from organizer.people.kana import search_key
from organizer.registration.models import Registration


def find_matches(registrations: Iterable[Registration], query: str) -> list[Registration]:
    """Return those in whose name, furigana, company or e-mail every typed word occurs."""
    words = [search_key(word) for word in query.split()]
    return [r for r in registrations if _matches(r, words)]


def _matches(registration: Registration, words: list[str]) -> bool:
    texts = (
        registration.name,
        registration.name_kana,
        registration.company,
        registration.email,
    )
    found_in = [search_key(text) for text in texts]
    return all(any(word in text for text in found_in) for word in words)
