"""A camera that is shown a badge: Chromium plays a film made of one picture as its camera."""

from io import BytesIO
from pathlib import Path

from PIL import Image

SIZE = (640, 480)
BLANK_FRAMES = 10
BADGE_FRAMES = 40


def film_of(badge: Image.Image, path: Path) -> Path:
    """Write a film (motion JPEG) in which an empty table is followed by the badge; it loops."""
    blank = Image.new("RGB", SIZE, "#777777")
    shown = blank.copy()
    held = badge.convert("RGB")
    held.thumbnail((600, 440))
    shown.paste(held, ((SIZE[0] - held.width) // 2, (SIZE[1] - held.height) // 2))
    frames = [_jpeg(blank)] * BLANK_FRAMES + [_jpeg(shown)] * BADGE_FRAMES
    path.write_bytes(b"".join(frames))
    return path


def camera_flags(film: Path) -> tuple[str, ...]:
    """Return what makes Chromium take the film for its camera."""
    return (
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )


def _jpeg(frame: Image.Image) -> bytes:
    out = BytesIO()
    frame.save(out, "JPEG", quality=90, subsampling="4:2:0")
    return out.getvalue()
