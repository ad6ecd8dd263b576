"""Colleagues are recognised however they wrote their company."""

import pytest

from organizer.people.keys import company_key


@pytest.mark.parametrize(
    "other",
    [
        "さくら商事株式会社",
        "㈱さくら商事",
        "（株）さくら商事",
        "(株) さくら商事",
        "さくら 商事",
        "さくら・商事",
        "株式會社サクラ商事",
    ],
)
def test_legal_forms_spaces_and_scripts_do_not_count(other: str) -> None:
    assert company_key(other) == company_key("株式会社さくら商事")


@pytest.mark.parametrize(
    "other",
    [
        "SAKURA CO., LTD.",
        "Ｓａｋｕｒａ Inc.",
        "sakura llc",
        "K.K. Sakura",
        "Sakura KK",
        "Sakura Corporation",
        "Sakura Company, Limited",
        "Sakura & Co.",
        "Sakurá",
    ],
)
def test_latin_spellings_of_one_company_are_equal(other: str) -> None:
    assert company_key(other) == company_key("Sakura")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋商店", "高橋商店"),
        ("A〜Z企画", "Ａ～Ｚ企画"),
        ("A−Z企画", "A-Z企画"),
        ("A‐Z企画", "A―Z企画"),
        ("B&B", "Ｂ＆Ｂ"),
        ("B & B", "B and B"),
        ("BアンドB", "B&B株式会社"),
        ("コンピュータ研究所", "コンピューター研究所"),
        ("キャノン", "キヤノン"),
        ("さくら税理士法人", "税理士法人さくら"),
        ("医療法人社団桜会", "桜会"),
    ],
)
def test_signs_and_letters_that_are_easily_mixed_up_make_no_difference(
    one: str, other: str
) -> None:
    assert company_key(one) == company_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社さくら商事", "株式会社さくら商会"),
        ("ガス工業", "カス工業"),
        ("GKデザイン", "デザイン"),
        ("C&C", "C+C"),
        ("C#研究会", "C研究会"),
        ("アンドー商会", "アンド商会合"),
        ("Incubator", "ubator"),
    ],
)
def test_different_companies_differ(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        "　",
        "個人事業主",
        "フリーランス",
        "フリー",
        "なし",
        "無し",
        "-",
        "−",
        "N/A",
        "株式会社",
        "Freelancer",
        "self-employed",
    ],
)
def test_the_self_employed_are_nobodys_colleagues(nothing: str) -> None:
    assert company_key(nothing) == ""
