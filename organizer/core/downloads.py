"""Responses that are files."""

import re
from io import BytesIO

from flask import Response, send_file

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""Characters that Windows refuses in the name of a file."""


def download(content: bytes, *, mimetype: str, name: str) -> Response:
    """Return a response that the browser saves under `name` and does not keep otherwise."""
    safe_name = _NOT_IN_FILE_NAMES.sub("_", name)
    response = send_file(
        BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=safe_name
    )
    # It holds people's data, and changes as soon as somebody registers.
    response.headers["Cache-Control"] = "no-store"
    return response
