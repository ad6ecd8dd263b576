"""Draw every kind of paper: `python -m tests.printables.pictures docs/images/paper`."""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from printables import (
    Backs,
    Design,
    Placement,
    Template,
    find_stock,
    render_badges,
    render_contact_slips,
    render_dividers,
    render_moves,
    render_pr_master,
    render_pr_orders,
    render_pr_time_schedule,
    render_receipts,
    render_reception_list,
    render_room_map,
    render_roster,
    render_ruler,
    render_seating_chart,
    render_table_sheets,
    render_table_tents,
)
from tests.printables import samples

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
        "contact-slips": render_contact_slips(samples.contact_slips()[:10], Placement(CARDS)),
        "table-sheet": render_table_sheets(samples.table_sheets()),
        "seating-chart": render_seating_chart(samples.table_sheets()),
        "table-tent": render_table_tents(samples.table_tents()),
        "pr-time": render_pr_time_schedule(samples.pr_time()),
        "pr-master": render_pr_master(samples.pr_time()),
        "pr-order": render_pr_orders(samples.pr_time()),
        "reception": render_reception_list(samples.guests(), **event),
        "roster": render_roster(samples.members(), **event, contact="事務局 045-000-0000"),
        "moves": render_moves(samples.moves(), **event, round_=2),
        "receipts": render_receipts(samples.receipts()),
        "room-map": render_room_map(samples.room_map()),
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
