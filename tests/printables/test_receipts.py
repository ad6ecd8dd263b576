import dataclasses

import pytest

from printables import Cause, Issuer, PrintError, Receipt, TaxLine, layout_receipts
from tests.printables import samples
from tests.printables.printing import printed
from tests.printables.reading import text_of
from tests.printables.samples import DAY

ISSUER = Issuer("さくら会", registration="T1234567890123")


def a_receipt(**changes):
    plain = Receipt("1", "林", 3000, "参加費", DAY, DAY, Issuer("さくら会"))
    return dataclasses.replace(plain, **changes)


def test_a_qualified_invoice_says_all_that_it_must():
    found = text_of(printed(layout_receipts, samples.receipts()))
    for text in (
        "領収書",
        "No.2026-0013",
        "渡邉税理士法人",
        "様",
        "¥66,240-",
        "但し11月20日異業種交流会協賛金・お茶代として",
        "取引日2026年11月20日",
        "10%対象",
        "¥63,000",
        "¥5,727",
        "8%対象※",
        "※軽減税率対象",
        "登録番号T1234567890123",
        "再発行",
        "収入印紙",
    ):
        assert text in found


def test_a_plain_receipt_says_nothing_of_taxes():
    found = text_of(printed(layout_receipts, [a_receipt()]))
    for text in ("対象", "税込", "登録番号", "再発行", "収入印紙"):
        assert text not in found


@pytest.mark.parametrize(
    ("changes", "stamp"),
    [
        ({"yen": 49_999}, False),
        ({"yen": 50_000}, True),
        ({"yen": 50_000, "by_card": True}, False),
        ({"yen": 54_999, "tax": (TaxLine(10, 54_999, 4999),)}, True),
        ({"yen": 54_998, "tax": (TaxLine(10, 54_998, 4999),)}, False),
    ],
)
def test_a_stamp_is_due_from_50000_yen_without_tax_unless_paid_by_card(changes, stamp):
    receipt = a_receipt(**changes)
    assert receipt.needs_stamp == stamp
    assert ("収入印紙" in text_of(printed(layout_receipts, [receipt]))) == stamp


@pytest.mark.parametrize(
    "changes",
    [
        {"yen": 0},
        {"tax": (TaxLine(10, 2000, 181),)},
        {"tax": (TaxLine(10, 3000, 3000),)},
        {"tax": (TaxLine(10, 3000, -1),)},
        {"tax": (TaxLine(10, 600, 50),) * 5},
        {"issuer": ISSUER},
    ],
)
def test_a_receipt_that_contradicts_itself_is_refused(changes):
    with pytest.raises(PrintError):
        a_receipt(**changes)


@pytest.mark.parametrize("registration", ["1234567890123", "T123", "T12345678901234"])
def test_a_registration_number_that_cannot_be_is_refused(registration):
    with pytest.raises(PrintError, match="13 digits"):
        Issuer("さくら会", registration=registration)


def test_a_refusal_says_its_cause_and_figures_as_values():
    with pytest.raises(PrintError) as refused:
        Receipt("7", "", 0, "", DAY, DAY, Issuer("x"))
    assert refused.value.cause is Cause.ODD_AMOUNT
    assert refused.value.values == {"receipt": "7", "yen": 0}
    assert str(refused.value) == "Receipt 7 is for 0 yen."
