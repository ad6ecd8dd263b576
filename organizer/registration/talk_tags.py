"""Talk tags (話題タグ): a few words on what somebody likes to talk about."""

import re

from organizer.people.text import lines, one_line

MOST = 3
LONGEST = 20
"""Characters of one tag; a badge has room for three such."""
BETWEEN = "、"

_JAPANESE = "[\u3040-\u30ff\u3400-\u9fff]"
_BREAKS = re.compile(
    # Commas of all kinds, lines, full-width spaces; a space only between Japanese words, for
    # others need theirs; and the mark that begins a tag elsewhere: but C# keeps its own.
    rf"[、,，､;；\n\r\t\u3000]|(?<={_JAPANESE}) +(?={_JAPANESE})|[#＃](?=\w)"
)


def clean_tags(text: str) -> str:
    """Return tags as they are kept: each once, with 、 between them."""
    once: dict[str, str] = {}
    # What cannot be seen goes first: it may stand between a mark and its word.
    for part in _BREAKS.split(lines(text.replace("\t", "\n"))):
        tag = one_line(part)
        once.setdefault(tag.casefold(), tag)
    return BETWEEN.join(filter(None, once.values()))


def tags_of(talk_tags: str) -> tuple[str, ...]:
    """Return the tags one by one."""
    return tuple(tag for tag in talk_tags.split(BETWEEN) if tag)


def fitting(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags that a badge has room for: the first few that are short enough."""
    return tuple(tag for tag in tags if len(tag) <= LONGEST)[:MOST]
