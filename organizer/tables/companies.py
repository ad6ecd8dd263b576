"""Whether two attendees come from the same company, however they wrote its name."""

import re
import unicodedata

_FORMS = re.compile(
    r"\((?:株|有|合|同|資|名|社|財|一社|一財|医|学|福|特非|特活|税|弁|司|行|社労)\)"
    r"|(?:株式|有限|合同|合資|合名|相互)会社"
    r"|(?:一般|公益|特例)?(?:社団|財団)法人"
    r"|(?:医療|学校|社会福祉|特定非営利活動|npo|税理士|弁護士|司法書士|行政書士|社会保険労務士)法人"
    r"|\b(?:co\.?,?\s*ltd|inc|ltd|llc|k\.?k|corp)\b\.?"
)
_FILL = re.compile(r"[\s・,.、。'’\-‐_]+")
_NO_COMPANY = re.compile(
    "個人(?:事業主?)?|自営業?|フリー(?:ランス)?|なし|無し|無所属|無職|未定|準備中|起業準備中"
    "|none|n/?a|freelancer?|selfemployed"
)


def company_key(company: str) -> str | None:
    """Return what is equal for equal companies; None for those who have none.

    The legal form, width, case and spaces do not count: ㈱さくら is さくら株式会社. Only for
    comparing; what people wrote is shown as they wrote it.
    """
    text = unicodedata.normalize("NFKC", company).casefold()
    key = _FILL.sub("", _FORMS.sub("", text))
    return None if not key or _NO_COMPANY.fullmatch(key) else key
