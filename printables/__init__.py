"""What goes on paper at an event, as PDF: badges, sheets for tables, lists, receipts.

Plain values in, bytes out: a `layout_...` function decides in millimetres where everything lies,
and `render_pages` draws its pages.
"""

from printables.cards.badge_areas import Template
from printables.cards.badge_front import Design
from printables.cards.badges import Progress, check_badges
from printables.cards.imposition import Backs, Placement
from printables.cards.render import (
    draw_stock,
    preview_badge,
    render_badges,
    render_dividers,
    render_ruler,
)
from printables.cards.slips import ContactSlip, dividers_of, layout_contact_slips
from printables.cards.stocks import Stock, find_stock, part_numbers, stocks
from printables.errors import Cause, PrintError
from printables.page.boxes import Page
from printables.page.draw import render_pages
from printables.page.flaws import FlawKind, TextFlaw, check_sheets, texts_of
from printables.page.images import Image, read_image
from printables.sheets.moves import MoveLine, layout_moves
from printables.sheets.pr_master import layout_pr_master
from printables.sheets.pr_order import layout_pr_orders
from printables.sheets.pr_time import layout_pr_time
from printables.sheets.receipts import Issuer, Receipt, TaxLine, layout_receipts
from printables.sheets.reception import ReceptionLine, layout_reception
from printables.sheets.room_map import MapMark, MapTable, RoomMap, layout_room_map
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
    "layout_contact_slips",
    "layout_moves",
    "layout_pr_master",
    "layout_pr_orders",
    "layout_pr_time",
    "layout_receipts",
    "layout_reception",
    "layout_room_map",
    "layout_roster",
    "layout_seating_chart",
    "layout_table_sheets",
    "layout_table_tents",
    "part_numbers",
    "preview_badge",
    "printable",
    "read_image",
    "render_badges",
    "render_dividers",
    "render_pages",
    "render_ruler",
    "stocks",
    "texts_of",
    "unprintable",
]
