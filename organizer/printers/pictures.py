"""Drawings that a page shows without asking for another file."""

from base64 import b64encode


def as_image(svg: str) -> str:
    """Return an address that holds the drawing itself, for the `src` of an image."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8', 'replace')).decode()}"
