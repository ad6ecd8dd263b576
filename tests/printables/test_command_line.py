import json

import pytest
from PIL import Image

from printables.__main__ import main
from printables.cli.commands import COMMANDS
from tests.printables.reading import codes_of, images_of, text_of

PEOPLE = "name,kana,company,title,industry,url\n"
SEATS = "event,round,table,starts_at,ends_at,name,kana,company,title,industry,leader\n"
TURNS = (
    "event,round,table,round_starts_at,round_ends_at,starts_at,questions_at,ends_at,name,company\n"
)


@pytest.fixture
def run(tmp_path, capsys):
    """Write a CSV, run a command on it; return the exit code, what it said and the PDF."""

    def run(command, text, *options, encoding="utf-8"):
        source, target = tmp_path / "in.csv", tmp_path / "out.pdf"
        source.write_text(text, encoding=encoding)
        code = main([command, str(source), "-o", str(target), *options])
        said = capsys.readouterr()
        return code, said, target.read_bytes() if target.exists() else b""

    return run


def test_badges_are_printed_from_a_csv_file(run):
    code, said, pdf = run("badges", PEOPLE + "𠮷田,ヨシダ,渡邉,代表,税理士,HTTPS://E.JP/C/1\n")
    assert code == 0
    report = json.loads(said.out)
    assert (report["pages"], report["badges"]) == (1, 1)
    assert report["seconds"] >= 0
    assert "𠮷田" in text_of(pdf)
    assert codes_of(images_of(pdf)[0]) == ["HTTPS://E.JP/C/1"]


def test_names_that_cannot_be_printed_are_listed(run):
    text = PEOPLE + "山\U0001f600田,,,,,HTTPS://E.JP/1\n林,,,,,HTTPS://E.JP/2\n"
    code, said, pdf = run("badges", text, encoding="utf-8-sig")
    assert code == 3
    assert "山\U0001f600田 (U+1F600)" in said.err
    assert "林" not in said.err
    assert "山〓田" in text_of(pdf)


def test_what_is_listed_cannot_steer_a_terminal(run):
    code, said, _ = run("badges", PEOPLE + "山😀\x1b[31m田,,,,,HTTPS://E.JP/1\n")
    assert code == 3
    assert "山😀\\x1b[31m田" in said.err
    assert "\x1b" not in said.err


def test_a_room_in_which_nothing_stands_is_no_map(run):
    code, said, pdf = run("room-map", "kind,name,x,y,w,h\n", "--width", "10", "--depth", "8")
    assert (code, pdf) == (2, b"")
    assert "nothing to print" in said.err


def test_table_sheets_are_printed_from_a_csv_file(run):
    rows = "交流会,1,A,18:30,19:10,𠮷田,,,,,x\n交流会,1,A,18:30,19:10,林,,,,,\n"
    code, said, pdf = run("table-sheets", SEATS + rows + "交流会,1,B,,,森,,,,,\n", "--english")
    assert (code, json.loads(said.out)["pages"]) == (0, 2)
    assert "Leader" in text_of(pdf)


def test_a_seating_chart_is_printed_from_the_same_file(run):
    rows = "交流会,1,A,18:30,19:10,𠮷田,,,,,x\n交流会,1,B,18:30,19:10,林,,,,,\n"
    code, said, pdf = run("seating-chart", SEATS + rows)
    assert (code, json.loads(said.out)) == (0, json.loads(said.out) | {"pages": 1, "tables": 2})
    assert "★𠮷田" in text_of(pdf)


def test_a_schedule_is_printed_from_a_csv_file(run):
    row = "交流会,1,A,18:30,19:10,18:30,18:33,18:35,𠮷田,渡邉\n"
    code, said, pdf = run("pr-time", TURNS + row)
    assert (code, json.loads(said.out)["tables"]) == (0, 1)
    assert "18:30–18:35" in text_of(pdf)


@pytest.mark.parametrize(
    ("command", "text", "options", "shown"),
    [
        ("pr-master", TURNS + "会,1,A,18:30,19:10,18:30,18:33,18:35,森,\n", (), "5分"),
        ("pr-orders", TURNS + "会,1,A,18:30,19:10,18:30,,18:35,森,\n", (), "終わり"),
        ("table-tents", "table,event,note\n富士,会,髙橋\n", (), "富士"),
        (
            "reception",
            "name,kana,company,table,fee,note\n森,モリ,,A,済,\n",
            ("--event", "さくら会"),
            "さくら会",
        ),
        (
            "roster",
            "name,kana,company,title,industry,pr,offers,wants,contact\n森,モリ,,,,木,,苗,\n",
            ("--contact", "事務局"),
            "求むこと苗",
        ),
        (
            "moves",
            "name,kana,company,before,after\n森,,,A,C\n",
            ("--round", "2"),
            "A→C",
        ),
        (
            "receipts",
            "number,addressee,yen,item,sold_on,issued_on,taxes,reissued\n"
            "7,森,3000,参加費,2026-11-20,2026-11-21,10:3000:272,x\n",
            ("--issuer", "会", "--registration", "T1234567890123"),
            "再発行",
        ),
        ("contact-slips", "name,company,event,url\n森,,,HTTPS://E.JP/1\n", (), "森"),
        ("dividers", PEOPLE + "森,モリ,,,,\n", (), "マ"),
        (
            "room-map",
            "kind,name,x,y,w,h,seats\nround,A,2,2,1,1,6\nmark,入口,0,0,1,1,\n",
            ("--width", "4", "--depth", "4"),
            "入口",
        ),
    ],
)
def test_every_sheet_is_printed_from_a_csv_file(run, command, text, options, shown):
    code, said, pdf = run(command, text, *options)
    assert (code, said.err) == (0, "")
    assert json.loads(said.out)["pages"] == 1
    assert shown in text_of(pdf)


def test_badges_have_backs_roles_tags_and_a_template(run):
    header = "name,kana,company,title,industry,url,route,meets,role,tags\n"
    row = '森,モリ,,,,HTTPS://E.JP/1,A B,"林, 𠮷田 | 濵田",first-time,"釣り、猫"\n'
    code, said, pdf = run("badges", header + row, "--backs", "long-edge", "--template", "talk")
    assert (code, json.loads(said.out)["pages"]) == (0, 2)
    found = text_of(pdf)
    for text in ("はじめて参加", "釣り", "猫", "R2", "林", "𠮷田", "濵田"):
        assert text in found


def test_a_text_that_is_too_long_is_listed(run):
    code, said, pdf = run("badges", PEOPLE + f"{'森' * 5000},,,,,\n林,,,,,\n")
    assert code == 3
    assert "printed with …: 森" in said.err
    assert "林" in text_of(pdf)


def test_a_logo_is_printed_and_anything_else_is_refused(run, tmp_path):
    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "red").save(logo)
    plain = run("badges", PEOPLE + "森,,,,,\n")
    code, _, pdf = run("badges", PEOPLE + "森,,,,,\n", "--logo", str(logo))
    assert code == 0
    assert len(pdf) > len(plain[2])
    code, said, _ = run("badges", PEOPLE + "森,,,,,\n", "--logo", str(tmp_path / "in.csv"))
    assert (code, "not a PNG or JPEG" in said.err) == (2, True)
    code, said, _ = run("badges", PEOPLE + "森,,,,,\n", "--logo", str(tmp_path / "none.png"))
    assert (code, "cannot be read" in said.err) == (2, True)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_says_what_it_needs(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert "--output" in capsys.readouterr().out


def test_a_stock_is_drawn(tmp_path):
    target = tmp_path / "stock.svg"
    assert main(["stock", "--stock", "plain-a4", "-o", str(target)]) == 0
    assert "91 × 55 mm" in target.read_text(encoding="utf-8")


def test_a_ruler_is_printed_for_a_stock(tmp_path, capsys):
    target = tmp_path / "ruler.pdf"
    assert main(["ruler", "--stock", "plain-a4", "-o", str(target)]) == 0
    assert "100%" in text_of(target.read_bytes())


def test_the_stocks_are_listed(capsys):
    assert main(["stocks"]) == 0
    assert "aone-51002" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "text", "options", "message"),
    [
        ("badges", PEOPLE, (), "nothing to print"),
        ("badges", "name,url\nA,B\n", (), "no column kana"),
        ("badges", PEOPLE + "A,,,,,U\n", ("--stock", "nope"), "no stock nope"),
        ("badges", PEOPLE + "A,,,,,U\n", ("--start", "99"), "cells 1 to 10"),
        ("badges", PEOPLE + "A,,,,,U\n", ("--dx", "nan"), "moved"),
        ("table-sheets", SEATS + "E,one,A,,,A,,,,,\n", (), "round is a number"),
        ("pr-time", TURNS, (), "nothing to print"),
        ("badges", PEOPLE[:-1] + ",role\nA,,,,,U,king\n", (), "role is one of"),
        (
            "badges",
            PEOPLE + "A,,,,,U\n",
            ("--backs", "folded", "--stock", "aone-28187"),
            "too low",
        ),
        ("roster", "name,kana,company,title,industry,pr,offers,wants,contact\nA\n", (), "contact"),
        (
            "receipts",
            "number,addressee,yen,item,sold_on,issued_on\n7,A,three,B,2026-11-20,2026-11-20\n",
            ("--issuer", "C"),
            "odd amount or day",
        ),
        (
            "room-map",
            "kind,name,x,y,w,h\nchair,A,1,1,1,1\n",
            ("--width", "4", "--depth", "4"),
            "kind is round",
        ),
        (
            "room-map",
            "kind,name,x,y,w,h\nround,A,x,1,1,1\n",
            ("--width", "4", "--depth", "4"),
            "as numbers",
        ),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(run, command, text, options, message):
    code, said, pdf = run(command, text, *options)
    assert (code, pdf) == (2, b"")
    assert message in said.err


def test_a_file_in_another_encoding_is_refused(run):
    code, said, _ = run("badges", PEOPLE + "山田,,,,,U\n", encoding="cp932")
    assert code == 2
    assert "not a CSV file in UTF-8" in said.err


def test_a_file_that_is_not_there_is_refused(tmp_path, capsys):
    assert main(["badges", str(tmp_path / "no.csv"), "-o", "x.pdf"]) == 2
    assert "cannot be read" in capsys.readouterr().err
