"""Why something cannot be printed."""

from enum import Enum


class Cause(Enum):
    """Why something cannot be printed: its English sentence, with places for its figures."""

    NOTHING = "There is nothing to print."
    NOBODY = "There is nobody to list."
    NOBODY_MOVES = "Nobody changes tables."
    NO_TABLE_NAME = "A table tent needs a table's name."
    NO_CONTACT = "A roster needs a contact for questions and corrections."
    TABLE_TOO_FULL = "A seating chart cannot hold {people} people at one table."
    TOO_MANY_TURNS = "A page cannot hold {turns} turns of one table."
    NO_SUCH_CELL = "A sheet of {stock} has cells 1 to {cells}, not {start}."
    MOVED_TOO_FAR = "The print can be moved by up to {most} mm, not {shift}."
    TOO_LOW_TO_FOLD = "The cells of stock {stock} are too low to be folded."
    CELLS_OVERLAP = "On stock {stock} the cells overlap: {pitch} < {size} mm."
    CELLS_OFF_PAPER = "On stock {stock} the cells do not fit on {page} mm of paper."
    CELLS_TOO_SMALL = "The cells of stock {stock} are too small for a badge."
    ODD_MEASURE = "Stock {stock} has a measure outside of 0 to {most} mm."
    ODD_GRID = "Stock {stock} needs 1 to {cols} columns and 1 to {rows} rows."
    CODE_TOO_LONG = "A QR code holds 1 to {most} characters here, not {length}."
    NO_TYPEFACE = "The typeface {file} is missing: run `node build.mjs` to lay it there."
    PICTURE_TOO_HEAVY = "A picture may have up to {most:,} bytes, not {size:,}."
    PICTURE_TOO_LARGE = "A picture may have up to {most:,} pixels."
    NO_PICTURE = "The picture is not a PNG or JPEG file that can be read."
    NO_ISSUER = "A receipt needs the name of who issues it."
    ODD_REGISTRATION = "A registration number is T and 13 digits, not {registration}."
    ODD_AMOUNT = "Receipt {receipt} is for {yen} yen."
    TAX_NOT_TOTAL = "The tax lines of receipt {receipt} do not add up to its total."
    TAX_ABOVE_TOTAL = "A tax line of receipt {receipt} has more tax than money."
    TOO_MANY_RATES = "Receipt {receipt} has more than {most} tax rates."
    NO_TAX = "Receipt {receipt} needs its tax by rate."
    NO_ROOM = "A room needs a width and a depth."
    OUTSIDE_ROOM = "{name} does not stand within the room."


class FileCause(Enum):
    """Why the command line prints nothing: what is wrong with its files and options."""

    UNREADABLE = "{path} cannot be read: {reason}."
    UNWRITABLE = "{path} cannot be written: {reason}."
    NOT_CSV = "{path} is not a CSV file in UTF-8: {reason}."
    NO_COLUMN = "{path} has no column {columns}."
    NO_STOCK = "There is no stock {stock}; `python -m printables stocks` lists them."
    ODD_ROLE = "A role is one of {roles}, not “{text}”."
    ODD_ROUND = "A round is a number, not “{text}”."
    ODD_RECEIPT = "Receipt {receipt} has an odd amount or day: {reason}."
    ODD_KIND = "A kind is round, square or mark, not “{text}”."
    ODD_PLACE = "{name} needs its place and size as numbers."


class PrintError(ValueError):
    """Something cannot be printed; str() is an English sentence for the caller.

    Whoever speaks another language finds the cause and its figures as values.
    """

    def __init__(self, cause: Cause | FileCause, **values: object) -> None:
        super().__init__(cause.value.format(**values))
        self.cause = cause
        self.values = values
