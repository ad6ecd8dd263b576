"""The address space that this slice's pages share, and what they do while somebody still types."""

import re

from flask import Blueprint

from organizer.core.templating import is_htmx

blueprint = Blueprint("documents", __name__, template_folder="templates")

_AUTOFOCUS = re.compile(r"(<[a-z]+ [^>]*?) autofocus(?=[ >])")


def leave_cursor(page: str) -> str:
    """Return a page that, while somebody fills in a form, leaves the cursor where they type."""
    return _AUTOFOCUS.sub(r"\1", page) if is_htmx() else page
