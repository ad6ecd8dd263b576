"""The command line: CSV in, PDF out."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from printables import ENGLISH, JAPANESE, Badge, PrintError, PrTimeTable, TableSheet
from printables.badges import layout_badges
from printables.boxes import Page
from printables.csv_rows import (
    BADGE_COLUMNS,
    SEAT_COLUMNS,
    TURN_COLUMNS,
    read_badges,
    read_pr_time,
    read_table_sheets,
)
from printables.draw import paint
from printables.imposition import Placement
from printables.pr_time import layout_pr_time
from printables.ruler import layout_ruler
from printables.seating_chart import layout_seating_chart
from printables.stocks import Stock, find_stock, stocks
from printables.table_sheets import layout_table_sheets
from printables.typeface import unprintable

DONE, FAILED, UNPRINTABLE = 0, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 2 for what cannot be printed at all, 3 for missing glyphs."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except PrintError as error:
        print(f"printables: {error}", file=sys.stderr)
        return FAILED


def _badges(options: argparse.Namespace) -> int:
    badges = read_badges(options.csv)
    started = time.perf_counter()
    pages = list(
        layout_badges(
            badges,
            Placement(_stock(options.stock), options.start, options.dx, options.dy),
        )
    )
    _write(pages, options, started, title="Badges", badges=len(badges))
    return _report(badges)


def _table_sheets(options: argparse.Namespace) -> int:
    sheets = read_table_sheets(options.csv)
    started = time.perf_counter()
    pages = list(layout_table_sheets(sheets, words=ENGLISH if options.english else JAPANESE))
    _write(pages, options, started, title="Table sheets", sheets=len(sheets))
    return _report(sheets)


def _seating_chart(options: argparse.Namespace) -> int:
    sheets = read_table_sheets(options.csv)
    started = time.perf_counter()
    pages = list(layout_seating_chart(sheets, words=ENGLISH if options.english else JAPANESE))
    _write(pages, options, started, title="Seating chart", tables=len(sheets))
    return _report(sheets)


def _pr_time(options: argparse.Namespace) -> int:
    tables = read_pr_time(options.csv)
    started = time.perf_counter()
    pages = list(layout_pr_time(tables, words=ENGLISH if options.english else JAPANESE))
    _write(pages, options, started, title="PR time", tables=len(tables))
    return _report(tables)


def _ruler(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    pages = [layout_ruler(_stock(options.stock), words=ENGLISH if options.english else JAPANESE)]
    _write(pages, options, started, title="Ruler")
    return DONE


def _stocks(_: argparse.Namespace) -> int:
    for stock in stocks():
        size = f"{stock.w_mm:g} x {stock.h_mm:g} mm"
        print(f"{stock.id:16} {stock.cols} x {stock.rows}  {size:18} {stock.name}")
    return DONE


def _stock(stock_id: str) -> Stock:
    stock = find_stock(stock_id)
    if stock is None:
        raise PrintError(f"There is no stock {stock_id}; `python -m printables stocks` lists them.")
    return stock


def _write(
    pages: list[Page], options: argparse.Namespace, started: float, *, title: str, **counts: int
) -> None:
    """Write the PDF and say on one line of JSON what it holds and how long it took."""
    pdf = paint(pages, title=title)
    seconds = round(time.perf_counter() - started, 3)
    try:
        options.output.write_bytes(pdf)
    except OSError as error:
        raise PrintError(f"{options.output} cannot be written: {error.strerror}.") from error
    print(json.dumps({"pages": len(pages), **counts, "seconds": seconds}))


def _report(values: Sequence[Badge | TableSheet | PrTimeTable]) -> int:
    """Name the texts that lost a character to the typeface, on standard error."""
    texts = dict.fromkeys(text for value in values for text in _texts(astuple(value)))
    lost = {text: unprintable(text) for text in texts}
    for text, characters in lost.items():
        if characters:
            codes = " ".join(f"U+{ord(char):04X}" for char in characters)
            print(f"printed with 〓: {text} ({codes})", file=sys.stderr)
    return UNPRINTABLE if any(lost.values()) else DONE


def _texts(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m printables",
        description="Print what a networking event needs on paper.",
        epilog="Exit codes: 0 printed; 2 nothing printed, see the message; 3 printed, but "
        "characters that the typeface lacks stand as 〓 and are listed.",
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    badges = _command(commands, "badges", _badges, "name badges with QR codes", BADGE_COLUMNS)
    _stock_option(badges)
    badges.add_argument("--start", type=int, default=1, help="first free cell of the first sheet")
    badges.add_argument("--dx", type=float, default=0.0, help="move the print right, in mm")
    badges.add_argument("--dy", type=float, default=0.0, help="move the print down, in mm")
    for name, run, what, columns in (
        ("table-sheets", _table_sheets, "who sits at each table", SEAT_COLUMNS),
        ("seating-chart", _seating_chart, "all tables of a round on A3", SEAT_COLUMNS),
        ("pr-time", _pr_time, "who speaks when", TURN_COLUMNS),
    ):
        command = _command(commands, name, run, what, columns)
        command.add_argument("--english", action="store_true", help="headings in English")
    ruler = _command(commands, "ruler", _ruler, "a page that shows how far a printer is off")
    ruler.add_argument("--english", action="store_true", help="headings in English")
    _stock_option(ruler)
    commands.add_parser("stocks", help="list the sheets").set_defaults(run=_stocks)
    return parser


def _command(
    commands: Any, name: str, run: Any, what: str, columns: tuple[str, ...] = ()
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
    if columns:
        command.add_argument("csv", type=Path, help=f"UTF-8 with columns {', '.join(columns)}")
    command.add_argument("-o", "--output", type=Path, required=True, help="the PDF to write")
    command.set_defaults(run=run)
    return command


def _stock_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stock", default="aone-51002", help="a sheet (see the command stocks)")


if __name__ == "__main__":
    sys.exit(main())
