"""Headers say which column holds what."""

import pytest
from flask import Flask
from flask_babel import force_locale

from organizer.registration.card_field import Surface
from organizer.registration.fields import fields_in
from organizer.registration.importing.columns import find_header, guess_columns, known_columns
from organizer.registration.importing.table import FileFlaw, Line, UnreadableFileError


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        # connpass: what people call themselves there is a last resort
        (
            "参加枠名,ユーザー名,表示名,利用開始日,コメント,参加ステータス,出欠ステータス,出席日時,更新日時,受付番号",
            {"表示名": "name", "参加ステータス": "status"},
        ),
        (
            "参加枠名,ユーザー名,表示名,参加ステータス,お名前を教えてください,会社名",
            {"お名前を教えてください": "name", "参加ステータス": "status", "会社名": "company"},
        ),
        # Peatix
        (
            "販売ID,参加者名,チケット名,ステータス,注文日時,お名前（カナ）,会社名・屋号",
            {
                "参加者名": "name",
                "ステータス": "status",
                "お名前（カナ）": "name_kana",
                "会社名・屋号": "company",
            },
        ),
        # Google Forms
        (
            "タイムスタンプ,メールアドレス,お名前のフリガナを入力してください,お名前（漢字）【必須】,"
            "会社名のふりがな,貴社名,ご役職,業種をお選びください,PR文(30字以内),紹介者の会社名",
            {
                "メールアドレス": "email",
                "お名前のフリガナを入力してください": "name_kana",
                "お名前（漢字）【必須】": "name",
                "貴社名": "company",
                "ご役職": "title",
                "業種をお選びください": "industry",
                "PR文(30字以内)": "pr_line",
            },
        ),
        # a chapter's sheet
        (
            "No.,参加者氏名,ふりがな,カテゴリー,会社名,招待者,備考,種別,ステータス",
            {
                "参加者氏名": "name",
                "ふりがな": "name_kana",
                "カテゴリー": "profession",
                "会社名": "company",
                "種別": "role",
                "ステータス": "status",
            },
        ),
        (
            "姓,名,姓（フリガナ）,名（フリガナ）,会社名フリガナ,会社名,※E-mail *,性別",
            {
                "姓": "last_name",
                "名": "first_name",
                "姓（フリガナ）": "last_kana",
                "名（フリガナ）": "first_kana",
                "会社名": "company",
                "※E-mail *": "email",
            },
        ),
        # what people like to talk about, and what they are at the event
        (
            "氏名,話したいこと（3つまで）,会員区分,役割,今回が初参加ですか？,業種区分",
            {
                "氏名": "name",
                "話したいこと（3つまで）": "talk_tags",
                "役割": "role",
                "今回が初参加ですか？": "first_time",
                "業種区分": "industry",
            },
        ),
        (
            "Full name,Company name,Your email address,Job Title,Event name",
            {
                "Full name": "name",
                "Company name": "company",
                "Your email address": "email",
                "Job Title": "title",
            },
        ),
    ],
)
def test_headers_of_known_services_are_understood(headers: str, fields: dict[str, str]) -> None:
    names = headers.split(",")
    found = {n: f for n, f in zip(names, guess_columns(names), strict=True) if f}
    assert found == fields


@pytest.mark.parametrize("language", ["ja", "en"])
def test_our_own_labels_are_understood_in_both_languages(app: Flask, language: str) -> None:
    fields = fields_in(Surface.IMPORT)
    with force_locale(language):
        labels = [str(field.label) for field in fields]
    assert list(guess_columns(labels)) == [field.key for field in fields]


def test_no_field_is_taken_from_two_columns() -> None:
    columns = guess_columns(["名前", "氏名", "メール", "メールアドレス(確認用)", "お名前", "氏名"])
    assert columns == ("", "name", "email", "", "", "")
    assert set(columns) <= {*known_columns(), ""}


def test_the_header_may_stand_below_a_title() -> None:
    lines = [
        Line(1, ("さくら異業種交流会 参加者名簿",)),
        Line(3, ("10月8日", "さくら会館")),
        Line(4, ("氏名", "会社名")),
        Line(5, ("山田", "さくら")),
    ]
    assert find_header(lines) == 2


@pytest.mark.parametrize(
    "headers", [("氏名", "備考"), ("氏名", "好きな色"), ("お名前を教えてください", "好きな色")]
)
def test_a_name_beside_columns_we_do_not_use_will_do(headers: tuple[str, ...]) -> None:
    assert find_header([Line(1, headers), Line(2, ("名前 太郎", "x"))]) == 0


def test_a_list_of_names_alone_will_do() -> None:
    assert find_header([Line(1, ("氏名",)), Line(2, ("山田",))]) == 0


def test_without_a_column_for_the_name_the_headers_seen_are_told() -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        find_header([Line(1, ("会社名", "", "電話")), Line(2, ("さくら", "", "03"))])
    assert (refusal.value.flaw, refusal.value.seen) == (FileFlaw.NO_NAME_COLUMN, "会社名, 電話")
