"""What goes on paper at an event, as PDF: badges, sheets for tables, lists, receipts.

Plain values in, bytes out. `layout_*` functions decide in millimetres where everything lies,
`draw` paints it.
"""

from printables.badge_areas import Template
from printables.badge_front import Design
from printables.badges import Progress, check_badges, hard_to_read
from printables.boxes import Page
from printables.errors import Cause, PrintError
from printables.images import Image, read_image
from printables.imposition import Backs, Placement
from printables.moves import MoveLine
from printables.pr_master import layout_pr_master
from printables.pr_order import layout_pr_orders
from printables.pr_time import layout_pr_time
from printables.problems import FlawKind, TextFlaw, check_sheets, texts_of
from printables.receipts import Issuer, Receipt, TaxLine
from printables.reception import ReceptionLine, layout_reception
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
from printables.room_map import MapMark, MapTable, RoomMap
from printables.roster import Member, layout_roster
from printables.seating_chart import layout_seating_chart
from printables.slips import ContactSlip, dividers_of
from printables.stocks import Stock, find_stock, stocks
from printables.table_sheets import layout_table_sheets
from printables.table_tents import TableTent, layout_table_tents
from printables.typeface import printable, unprintable
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
