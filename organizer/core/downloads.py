"""Files that a page hands out."""

import re
from io import BytesIO

from flask import Response, send_file

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""What Windows refuses in the name of a file."""


def download(content: bytes, *, mimetype: str, name: str) -> Response:
    """Return an answer that the browser saves under `name`, and keeps no other copy of."""
    safe_name = _NOT_IN_FILE_NAMES.sub("_", name)
    response = send_file(
        BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=safe_name
    )
    # It holds people's data, and is another file as soon as somebody registers.
    response.headers["Cache-Control"] = "no-store"
    return response
