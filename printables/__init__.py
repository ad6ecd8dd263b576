"""What goes on paper at an event, as PDF: badges, sheets for tables, lists, receipts.

Plain values in, bytes out. `layout_*` functions decide in millimetres where everything lies,
`draw` paints it.
"""

from printables.cards.badge_areas import Template
from printables.cards.badge_front import Design
from printables.cards.badges import Progress, check_badges, hard_to_read
from printables.cards.imposition import Backs, Placement
from printables.cards.slips import ContactSlip, dividers_of
from printables.cards.stocks import Stock, find_stock, part_numbers, stocks
from printables.errors import Cause, PrintError
from printables.page.boxes import Page
from printables.page.flaws import FlawKind, TextFlaw, check_sheets, texts_of
from printables.page.images import Image, read_image
from printables.render import (
    draw_stock,
    preview_badge,
    render_badges,
    render_contact_slips,
    render_dividers,
    render_moves,
    render_pages,
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
from printables.sheets.moves import MoveLine
from printables.sheets.pr_master import layout_pr_master
from printables.sheets.pr_order import layout_pr_orders
from printables.sheets.pr_time import layout_pr_time
from printables.sheets.receipts import Issuer, Receipt, TaxLine
from printables.sheets.reception import ReceptionLine, layout_reception
from printables.sheets.room_map import MapMark, MapTable, RoomMap
from printables.sheets.roster import Member, layout_roster
from printables.sheets.seating_chart import layout_seating_chart
from printables.sheets.table_sheets import layout_table_sheets
from printables.sheets.table_tents import TableTent, layout_table_tents
from printables.text.typeface import printable, unprintable
from printables.values import Badge, PrTimeTable, Ribbon, SeatLine, SeatStop, TableSheet, TurnLine
from printables.words import ENGLISH, JAPANESE, Words

__all__ = [
    "ENGLISH",
    "JAPANESE",
    "Backs",
    "Badge",
    "Cause",
    "ContactSlip",
    "Design",
    "FlawKind",
    "Image",
    "Issuer",
    "MapMark",
    "MapTable",
    "Member",
    "MoveLine",
    "Page",
    "Placement",
    "PrTimeTable",
    "PrintError",
    "Progress",
    "Receipt",
    "ReceptionLine",
    "Ribbon",
    "RoomMap",
    "SeatLine",
    "SeatStop",
    "Stock",
    "TableSheet",
    "TableTent",
    "TaxLine",
    "Template",
    "TextFlaw",
    "TurnLine",
    "Words",
    "check_badges",
    "check_sheets",
    "dividers_of",
    "draw_stock",
    "find_stock",
    "hard_to_read",
    "layout_pr_master",
    "layout_pr_orders",
    "layout_pr_time",
    "layout_reception",
    "layout_roster",
    "layout_seating_chart",
    "layout_table_sheets",
    "layout_table_tents",
    "part_numbers",
    "preview_badge",
    "printable",
    "read_image",
    "render_badges",
    "render_contact_slips",
    "render_dividers",
    "render_moves",
    "render_pages",
    "render_pr_master",
    "render_pr_orders",
    "render_pr_time_schedule",
    "render_receipts",
    "render_reception_list",
    "render_room_map",
    "render_roster",
    "render_ruler",
    "render_seating_chart",
    "render_table_sheets",
    "render_table_tents",
    "stocks",
    "texts_of",
    "unprintable",
]
