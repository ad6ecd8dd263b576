"""The command line: prints a CSV file as PDF."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from printables.cards.stock_drawing import layout_stock
from printables.cards.stocks import stocks
from printables.cli.commands import COMMANDS, Command, Printout
from printables.cli.options import OPTIONS, stock_of, words_of
from printables.errors import FileCause, PrintError
from printables.page.boxes import Page
from printables.page.draw import render_pages
from printables.page.flaws import FlawKind, check_sheets
from printables.page.svg import svg_of

DONE, FAILED, UNPRINTABLE = 0, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 2 for what cannot be printed at all, 3 for texts not whole."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except PrintError as error:
        print(f"printables: {_shown(str(error))}", file=sys.stderr)
        return FAILED


def _print(options: argparse.Namespace) -> int:
    """Print what a command asks for; say in one line of JSON what it holds and how long it took."""
    started = time.perf_counter()
    printout: Printout = options.command.prepare(options)
    pages = list(printout.pages)
    title = getattr(options, "event", "") or options.command.name
    pdf = render_pages(pages, title=title, words=words_of(options), duplex=printout.duplex)
    seconds = round(time.perf_counter() - started, 3)
    _write(options.output, pdf)
    report = {"pages": len(pages), printout.counted: len(printout.values), "seconds": seconds}
    print(json.dumps(report))
    return _report(printout.values, pages)


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise PrintError(FileCause.UNWRITABLE, path=path, reason=error.strerror) from error


def _report(values: Sequence[Any], pages: Sequence[Page]) -> int:
    """Name the texts that are not whole on paper, on standard error."""
    flaws = [flaw for flaw in check_sheets(values, pages) if flaw.kind is not FlawKind.SMALL]
    for flaw in flaws:
        codes = " ".join(f"U+{ord(char):04X}" for char in flaw.characters)
        with_mark = f"with 〓: {flaw.text} ({codes})" if codes else f"with …: {flaw.text}"
        print(f"printed {_shown(with_mark)}", file=sys.stderr)
    return UNPRINTABLE if flaws else DONE


def _shown(text: str) -> str:
    """Return a text without the characters that would steer a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _stocks(_: argparse.Namespace) -> int:
    for stock in stocks():
        size = f"{stock.w_mm:g} x {stock.h_mm:g} mm"
        print(f"{stock.id:16} {stock.cols} x {stock.rows}  {size:18} {stock.name}")
    return DONE


def _draw_stock(options: argparse.Namespace) -> int:
    _write(options.output, svg_of(layout_stock(stock_of(options), start=options.start)).encode())
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m printables",
        description="Print what a networking event needs on paper.",
        epilog="Exit codes: 0 printed; 2 nothing printed, see the message; 3 printed, but "
        "some texts are not whole and are listed: characters that the typeface lacks stand "
        "as 〓, and what is too long for its place ends with ….",
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        _add(commands, command)
    drawing = commands.add_parser("stock", help="draw a sheet as SVG")
    _add_options(drawing, ("--stock", "--start"))
    drawing.add_argument("-o", "--output", type=Path, required=True, help="the SVG to write")
    drawing.set_defaults(run=_draw_stock)
    commands.add_parser("stocks", help="list the sheets").set_defaults(run=_stocks)
    return parser


def _add(commands: Any, command: Command) -> None:
    parser = commands.add_parser(command.name, help=command.what, description=command.what)
    if command.columns:
        may = f"; may have {', '.join(command.optional)}" if command.optional else ""
        columns = f"UTF-8 with columns {', '.join(command.columns)}{may}"
        parser.add_argument("csv", type=Path, help=columns)
    parser.add_argument("-o", "--output", type=Path, required=True, help="the PDF to write")
    parser.add_argument("--english", action="store_true", help="headings in English")
    _add_options(parser, command.options)
    parser.set_defaults(run=_print, command=command)


def _add_options(parser: argparse.ArgumentParser, names: Sequence[str]) -> None:
    for name in names:
        parser.add_argument(name, **OPTIONS[name])


if __name__ == "__main__":
    sys.exit(main())
