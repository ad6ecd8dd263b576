"""Reads CSV files of badges, table sheets and PR time: one row for each person (UTF-8)."""

import csv
import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from operator import itemgetter
from pathlib import Path

from printables.errors import FileCause, PrintError
from printables.values import Badge, PrTimeTable, Ribbon, SeatLine, SeatStop, TableSheet, TurnLine

Row = dict[str, str]

BADGE_COLUMNS = ("name", "kana", "company", "title", "industry", "url")
BADGE_OPTIONAL = ("event", "route", "meets", "role", "tags")
SEAT_COLUMNS = ("event", "round", "table", "starts_at", "ends_at", "name", "kana", "company")
TURN_COLUMNS = (
    *("event", "round", "table", "round_starts_at", "round_ends_at"),
    *("starts_at", "questions_at", "ends_at", "name", "company"),
)


def read_rows(path: Path, *, columns: tuple[str, ...]) -> list[Row]:
    """Return the rows of a file that has at least these columns.

    Raises PrintError if the file is not there, is not UTF-8, or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise PrintError(FileCause.NO_COLUMN, path=path, columns=", ".join(missing))
            return [{key: value for key, value in row.items() if key} for row in reader]
    except OSError as error:
        raise PrintError(FileCause.UNREADABLE, path=path, reason=error.strerror) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise PrintError(FileCause.NOT_CSV, path=path, reason=error) from error


def read_badges(path: Path) -> list[Badge]:
    """Return the badges of a file.

    Columns that may be added: `event`; `route` ("A C E"); `meets`, the people at each of
    these tables ("森 真弓, 林 薫 | 𠮷田 太郎"); `role` (speaker, staff, leader, visitor,
    first-time); `tags` ("釣り, 猫").
    """
    return [_badge(row) for row in read_rows(path, columns=BADGE_COLUMNS)]


def _badge(row: Row) -> Badge:
    route = tuple(re.findall(r"[^\s,→>]+", row.get("route", "")))
    meets = [_list(text) for text in row.get("meets", "").split("|")]
    met = zip_longest(route, meets[: len(route)], fillvalue=())
    return Badge(
        name=row["name"],
        url=row["url"],
        name_kana=row["kana"],
        company=row["company"],
        title=row["title"],
        industry=row["industry"],
        event=row.get("event", ""),
        route=route,
        ribbon=_ribbon(row.get("role", "")),
        tags=_list(row.get("tags", "")),
        stops=tuple(
            SeatStop(number, str(table), people=people)
            for number, (table, people) in enumerate(met, start=1)
        ),
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split("[,、]", text) if part.strip())


def _ribbon(text: str) -> Ribbon | None:
    try:
        return Ribbon(text.strip().lower()) if text.strip() else None
    except ValueError:
        raise PrintError(FileCause.ODD_ROLE, roles=", ".join(Ribbon), text=text) from None


def read_table_sheets(path: Path) -> list[TableSheet]:
    """Return one sheet for each run of rows of one round and table.

    `title`, `industry` and `leader` (anything but empty means yes) may be added.
    """
    sheets = []
    for rows in _by_table(read_rows(path, columns=SEAT_COLUMNS)):
        seats = tuple(
            SeatLine(
                name=row["name"],
                name_kana=row["kana"],
                company=row["company"],
                title=row.get("title", ""),
                industry=row.get("industry", ""),
                leader=bool(row.get("leader")),
            )
            for row in rows
        )
        at = rows[0]
        number = _round(at)
        sheets.append(
            TableSheet(at["event"], number, at["table"], at["starts_at"], at["ends_at"], seats)
        )
    return sheets


def read_pr_time(path: Path) -> list[PrTimeTable]:
    """Return one order of speaking for each run of rows of one round and table."""
    tables = []
    for rows in _by_table(read_rows(path, columns=TURN_COLUMNS)):
        at = rows[0]
        turns = tuple(
            TurnLine(
                row["starts_at"], row["ends_at"], row["questions_at"], row["name"], row["company"]
            )
            for row in rows
        )
        clock = at["round_starts_at"], at["round_ends_at"]
        tables.append(PrTimeTable(at["event"], _round(at), at["table"], *clock, turns))
    return tables


def _by_table(rows: list[Row]) -> Iterator[list[Row]]:
    return (list(group) for _, group in groupby(rows, key=itemgetter("round", "table")))


def _round(row: Row) -> int:
    try:
        return int(row["round"])
    except ValueError:
        raise PrintError(FileCause.ODD_ROUND, text=row["round"]) from None
