"""What lists call people's roles at an event, and how they say yes."""

import re
import unicodedata

from organizer.registration.models import AttendeeRole

LONGEST = 100
"""Characters of an answer that are looked at: nobody says a role in more."""

# The first that occurs counts: a ゲストスピーカー speaks, a 非会員 is no 会員.
_ROLES = (
    (AttendeeRole.SPEAKER, re.compile(r"登壇|講師|講演|スピーカー|パネリスト|speaker|lecturer")),
    (AttendeeRole.LEADER, re.compile(r"リーダー|テーブル長|卓長|leader")),
    (
        AttendeeRole.STAFF,
        re.compile(r"スタッフ|運営|主催|事務局|世話人|世話役|幹事|実行委員|\bstaff\b|organi[sz]er"),
    ),
    (
        AttendeeRole.VISITOR,
        re.compile(r"ビジター|ゲスト|来賓|見学|オブザーバー|非会員|visitor|guest|observer"),
    ),
)
_FIRST_TIME = re.compile(r"(?:初|はじめて|新規)(?!.*(?:ない|ません))|(?<!not )first")
_ORDINARY = re.compile(
    r"|一般|.*参加者?|.*会員|メンバー|常連|リピーター|代理.*|なし|attendee|participant|.*member|"
    r"regular|substitute|none|-"
)
_YES = re.compile(r"はい|有り?|あり|○|◯|〇|●|✓|✔|レ|1|1回目?|y|yes|true|x")


def read_role(text: str) -> tuple[str, bool] | None:
    """Return the role that a list's word stands for, and whether it says that somebody is new.

    The role is empty for ordinary attendees; None means that the word is not known.
    """
    plain = _plain(text)
    first_time = _FIRST_TIME.search(plain) is not None
    role = next((role for role, words in _ROLES if words.search(plain)), "")
    known = role or first_time or _ORDINARY.fullmatch(plain)
    return (role, first_time) if known else None


def says_yes(text: str) -> bool:
    """Whether an answer is yes."""
    return _YES.fullmatch(_plain(text)) is not None


def says_first_time(text: str) -> bool:
    """Whether the answer to "for the first time?" is yes."""
    return says_yes(text) or _FIRST_TIME.search(_plain(text)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:LONGEST]).casefold().strip()
