"""The options of the commands, and what is made of them."""

import argparse
from pathlib import Path
from typing import Any

from printables.cards.badge_areas import Template
from printables.cards.imposition import Backs, Placement
from printables.cards.stocks import Stock, find_stock
from printables.errors import FileCause, PrintError
from printables.words import ENGLISH, JAPANESE, Words

Options = argparse.Namespace

# What each option of a command means, as argparse wants it.
OPTIONS: dict[str, dict[str, Any]] = {
    "--stock": {"default": "aone-51002", "help": "a sheet (see the command stocks)"},
    "--start": {"type": int, "default": 1, "help": "first free cell of the first sheet"},
    "--dx": {"type": float, "default": 0.0, "help": "move the print right, in mm"},
    "--dy": {"type": float, "default": 0.0, "help": "move the print down, in mm"},
    "--back-dx": {"type": float, "default": 0.0, "help": "move the backs right, in mm"},
    "--back-dy": {"type": float, "default": 0.0, "help": "move the backs down, in mm"},
    "--backs": {
        "type": Backs,
        "default": Backs.NONE,
        "help": f"seat cards on the back: {', '.join(Backs)}",
    },
    "--template": {
        "type": Template,
        "default": Template.NAME,
        "help": f"what stands out: {', '.join(Template)}",
    },
    "--logo": {"type": Path, "help": "a PNG or JPEG for the corner of each badge"},
    "--event": {"default": "", "help": "the name of the event"},
    "--contact": {"default": "", "help": "whom to ask about the roster"},
    "--round": {"type": int, "default": 1, "help": "the round that begins"},
    "--issuer": {"required": True, "help": "who received the money"},
    "--address": {"default": "", "help": "the issuer's address"},
    "--phone": {"default": "", "help": "the issuer's telephone"},
    "--registration": {"default": "", "help": "the issuer's number, T and 13 digits"},
    "--room": {"default": "", "help": "the name of the room"},
    "--width": {"type": float, "required": True, "help": "of the room, in any unit"},
    "--depth": {"type": float, "required": True, "help": "of the room, in the same unit"},
}
CARDS = ("--stock", "--start", "--dx", "--dy")


def words_of(options: Options) -> Words:
    """Return the words of the sheets in the language asked for."""
    return ENGLISH if options.english else JAPANESE


def stock_of(options: Options) -> Stock:
    """Return the stock asked for. Raises PrintError if there is none of that id."""
    stock = find_stock(options.stock)
    if stock is None:
        raise PrintError(FileCause.NO_STOCK, stock=options.stock)
    return stock


def placement_of(options: Options) -> Placement:
    """Return where cards come to lie. Raises PrintError."""
    return Placement(stock_of(options), options.start, options.dx, options.dy)


def bytes_of(path: Path) -> bytes:
    """Return what is in a file. Raises PrintError if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise PrintError(FileCause.UNREADABLE, path=path, reason=error.strerror) from error
