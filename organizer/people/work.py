"""What somebody does, in their own words -> an industry and a profession of the list."""

import re
from collections.abc import Mapping
from functools import cache

from organizer.people.industries import industries
from organizer.people.keys import fold

Work = tuple[str, str]
"""The ids of an industry and of a profession; the latter may be empty."""

_ENDINGS = re.compile(r"(業界|業|関連|関係|系|職|業務|サービス)$")
_PARENTHESES = re.compile(r"\([^()]*\)")
_SHORTEST_PART = 3
"""Characters of a name that says enough when it stands inside a longer text."""


def find_work(text: str) -> Work | None:
    """Return what a text means, or None: by id, by name in either language, or by a part of them.

    Endings and remarks do not matter: 保険業 is 保険, 税理士(相続税) is 税理士, 飲食 is 飲食店.
    """
    plain = _folded(text)
    bare = _PARENTHESES.sub("", plain)
    for candidate in (plain, bare, _ENDINGS.sub("", bare)):
        if candidate in _known():
            return _known()[candidate]
    inside = [name for name in _known() if len(name) >= _SHORTEST_PART and name in bare]
    if inside:
        return _known()[max(inside, key=len)]
    return _only(_ENDINGS.sub("", bare))


def _folded(text: str) -> str:
    return "".join(fold(text).split())


def _only(beginning: str) -> Work | None:
    """Return the one industry whose name begins so."""
    found = {
        work
        for name, work in _known().items()
        if not work[1] and len(beginning) > 1 and name.startswith(beginning)
    }
    return found.pop() if len(found) == 1 else None


@cache
def _known() -> Mapping[str, Work]:
    """Return every name and id, folded; where an industry is called like a profession, it wins."""
    names: dict[str, Work] = {}
    for industry in industries():
        for profession in industry.professions:
            for name in (profession.id, *profession.names.values()):
                names.setdefault(_folded(name), (industry.id, profession.id))
    for industry in industries():
        for name in (industry.id, *industry.names.values()):
            for part in (*name.split("・"), name):
                names[_folded(part)] = (industry.id, "")
    return names
