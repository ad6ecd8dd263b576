"""What goes on paper at an event, as PDF: badges, sheets for tables, lists, receipts.

Plain values in, bytes out. `layout_*` functions decide in millimetres where everything lies,
`draw` paints it.
"""

from printables.badge_areas import Template
from printables.badge_front import Design
from printables.badges import check_badges, hard_to_read
from printables.errors import PrintError
from printables.images import Image, read_image
from printables.imposition import Backs
from printables.moves import Move
from printables.problems import Problem, Trouble
from printables.receipts import Issuer, Receipt, TaxLine
from printables.reception import Guest
from printables.render import (
    draw_stock,
    preview_badge,
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
from printables.room_map import MapMark, MapTable, RoomMap
from printables.roster import Member
from printables.slips import ContactSlip
from printables.stocks import Stock, find_stock, stocks
from printables.table_tents import TableTent
from printables.typeface import printable, unprintable
from printables.values import Badge, PrTimeTable, Role, Seat, Stop, TableSheet, Turn
from printables.words import ENGLISH, JAPANESE, Words

__all__ = [
    "ENGLISH",
    "JAPANESE",
    "Backs",
    "Badge",
    "ContactSlip",
    "Design",
    "Guest",
    "Image",
    "Issuer",
    "MapMark",
    "MapTable",
    "Member",
    "Move",
    "PrTimeTable",
    "PrintError",
    "Problem",
    "Receipt",
    "Role",
    "RoomMap",
    "Seat",
    "Stock",
    "Stop",
    "TableSheet",
    "TableTent",
    "TaxLine",
    "Template",
    "Trouble",
    "Turn",
    "Words",
    "check_badges",
    "draw_stock",
    "find_stock",
    "hard_to_read",
    "preview_badge",
    "printable",
    "read_image",
    "render_badges",
    "render_contact_slips",
    "render_dividers",
    "render_moves",
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
    "unprintable",
]
