"""What a laid out page consists of, in millimetres from its top left corner, y downwards."""

from dataclasses import dataclass

from printables.page.images import Image

Ink = tuple[float, float, float]

BLACK: Ink = (0.07, 0.08, 0.10)
GREY: Ink = (0.38, 0.40, 0.44)
PALE: Ink = (0.80, 0.82, 0.85)
WHITE: Ink = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    def contains(self, other: "Box", *, slack: float = 1e-6) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.x <= other.x + slack
            and self.y <= other.y + slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `box` holds its ink, `size` is the height of the em square.

    `whole` is the text that the line is a part of; `cut` says that it was too long for its
    place and ends with "…" on paper.
    """

    box: Box
    text: str
    size: float
    baseline: float
    bold: bool = False
    ink: Ink = BLACK
    whole: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle, with round corners if `radius` is given."""

    box: Box
    ink: Ink
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The outline of a rectangle; with half its width as radius a square becomes a circle."""

    box: Box
    width: float = 0.25
    ink: Ink = BLACK
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, dotted where a pen is meant to write."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.15
    ink: Ink = PALE
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code; `box` holds its modules without the quiet zone."""

    box: Box
    url: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that fills its box."""

    box: Box
    image: Image


Item = Text | Fill | Frame | Rule | Code | Picture


@dataclass(frozen=True, slots=True)
class Group:
    """Items drawn relative to a point of the page.

    A turned group is upside down: the point is where its own top left corner lies, and its
    items go to the left and up from there.
    """

    x: float
    y: float
    items: tuple[Item, ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper and everything on it."""

    w: float
    h: float
    groups: tuple[Group, ...]
