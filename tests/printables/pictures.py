"""Draw every kind of paper: `python -m tests.printables.pictures docs/images/paper`."""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from printables import (
    JAPANESE,
    Backs,
    Design,
    Placement,
    Template,
    find_stock,
    layout_contact_slips,
    layout_moves,
    layout_pr_master,
    layout_pr_orders,
    layout_pr_time,
    layout_receipts,
    layout_reception,
    layout_room_map,
    layout_roster,
    layout_seating_chart,
    layout_table_sheets,
    layout_table_tents,
    render_badges,
    render_dividers,
    render_pages,
    render_ruler,
)
from tests.printables import samples
from tests.printables.printing import printed

CARDS = find_stock("aone-51002")
FOLDING = find_stock("hisago-bm120s")
A6 = find_stock("plain-a4-a6")
DPI = 76


def papers() -> dict[str, bytes]:
    """Return each kind of paper as PDF, by the name of its picture."""
    assert CARDS
    assert FOLDING
    assert A6
    badges, logo = samples.badges(), samples.logo()
    event = {"event": samples.EVENT}
    templates = {
        f"badges-{template}": render_badges(
            badges[:10], Placement(CARDS), design=Design(template, logo)
        )
        for template in Template
    }
    return templates | {
        "badges-folded": render_badges(badges[:4], Placement(FOLDING, backs=Backs.FOLDED)),
        "badges-a6": render_badges(badges[5:9], Placement(A6), design=Design(Template.TALK, logo)),
        "dividers": render_dividers(badges, Placement(CARDS)),
        "contact-slips": printed(
            layout_contact_slips, samples.contact_slips()[:10], Placement(CARDS)
        ),
        "table-sheet": printed(layout_table_sheets, samples.table_sheets()),
        "seating-chart": printed(layout_seating_chart, samples.table_sheets()),
        "table-tent": printed(layout_table_tents, samples.table_tents()),
        "pr-time": printed(layout_pr_time, samples.pr_time()),
        "pr-master": printed(layout_pr_master, samples.pr_time()),
        "pr-order": printed(layout_pr_orders, samples.pr_time()),
        "reception": printed(layout_reception, samples.guests(), **event),
        "roster": printed(layout_roster, samples.members(), **event, contact="事務局 045-000-0000"),
        "moves": printed(layout_moves, samples.moves(), **event, round_=2),
        "receipts": printed(layout_receipts, samples.receipts()),
        "room-map": render_pages([layout_room_map(samples.room_map(), words=JAPANESE)], title=""),
        "ruler": render_ruler(CARDS),
    }


def backs() -> bytes:
    """Return the sheet behind the badges."""
    assert CARDS
    return render_badges(samples.badges()[:10], Placement(CARDS, backs=Backs.LONG_EDGE))


def picture(pdf: bytes, *, page: int = 0) -> Image.Image:
    """Return a page in few colours, so that the file stays small."""
    shown = pypdfium2.PdfDocument(pdf)[page].render(scale=DPI / 72).to_pil()
    return shown.quantize(128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, pdf in papers().items():
        picture(pdf).save(folder / f"{name}.png", optimize=True)
    picture(backs(), page=1).save(folder / "badges-backs.png", optimize=True)


if __name__ == "__main__":
    main()
