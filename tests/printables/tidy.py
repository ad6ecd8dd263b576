"""Checks where things lie on a page."""

from collections.abc import Iterator
from itertools import combinations

from printables.page.boxes import Box, Code, Group, Page, Picture, Text


def overlap(one: Box, other: Box, *, slack: float = 1e-6) -> bool:
    """Whether two boxes share more than an edge."""
    return (
        one.x < other.right - slack
        and other.x < one.right - slack
        and one.y < other.bottom - slack
        and other.y < one.bottom - slack
    )


def placed(group: Group) -> Iterator[tuple[Text | Code | Picture, Box]]:
    """The texts, codes and pictures of a group with their boxes on the page."""
    for item in group.items:
        if isinstance(item, Text | Code | Picture):
            box = item.box
            if group.turned:
                yield item, Box(group.x - box.right, group.y - box.bottom, box.w, box.h)
            else:
                yield item, Box(group.x + box.x, group.y + box.y, box.w, box.h)


def assert_tidy(page: Page, *, margin: float = 5.0) -> None:
    """Nothing leaves the paper's margins, and nothing lies on anything else."""
    paper = Box(margin, margin, page.w - 2 * margin, page.h - 2 * margin)
    inked = [found for group in page.groups for found in placed(group)]
    for item, box in inked:
        assert paper.contains(box), item
    ordered = sorted(inked, key=lambda found: found[1].y)
    for (one, box), (other, below) in combinations(ordered, 2):
        assert not overlap(box, below), (one, other)
