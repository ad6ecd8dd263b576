"""The whole evening in Chromium, from the printed link to the badge in front of the camera."""

import csv
import re
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.camera import camera_flags, film_of
from tests.browser.chromium import LAPTOP, PHONE, Watch, chromium, open_context
from tests.browser.paper import codes, cut_out, pictures, texts
from tests.browser.served import Served

pytestmark = pytest.mark.browser

TITLE = "第13回 さくら異業種交流会"
GUESTS = (
    ("髙橋 優子", "たかはし ゆうこ", "株式会社はなみち", "insurance", "life_ins"),
    ("𠮷田 剛", "よしだ つよし", "吉田税理士事務所", "", ""),
    ("渡邉 﨑男", "ワタナベ サキオ", "", "", ""),
)
FIRST_CARD = (14.0, 11.0, 91.0, 55.0)
"""Where A-one 51002 has its first card, in millimetres."""


def test_the_whole_evening(app_served: Served, playwright: Playwright, tmp_path: Path) -> None:
    watch = Watch(app_served.base)
    with chromium(playwright, tmp_path) as browser:
        page = open_context(browser, watch, LAPTOP).new_page()
        _sign_up(page, app_served.link, watch)
        event_url = _create_the_event(page, watch)
        _register_three(browser, page, watch)
        _import_the_others(page, event_url, watch, tmp_path)
        _assign_tables(page, event_url, watch)
        badges = _print_everything(page, event_url, watch)
        _take_the_workbook(page, event_url)
        signed_in = page.context.storage_state()
    first = pictures(badges)[0]
    film = film_of(cut_out(first, FIRST_CARD), tmp_path / "badge.mjpeg")
    with chromium(playwright, tmp_path, *camera_flags(film)) as browser:
        context = open_context(browser, watch, PHONE, storage_state=signed_in)
        _check_in_by_camera(context.new_page(), event_url, watch)
        _undo_and_find_by_name(context.new_page(), event_url)
    assert not watch.troubles, "\n".join(watch.troubles)


def _sign_up(page: Page, link: str, watch: Watch) -> None:
    page.goto(link)
    watch.accessible(page)
    page.get_by_label("お名前").fill("桜井 あい")
    page.get_by_label("メールアドレス").fill("ai@example.jp")
    page.get_by_label("パスワード").fill("short")
    page.get_by_role("button", name="はじめる").click()
    expect(page.get_by_text("10文字以上200文字以内で入力してください。")).to_be_visible()
    expect(page.get_by_label("お名前")).to_have_value("桜井 あい")
    page.get_by_label("パスワード").fill("sakura-no-yoru")
    page.get_by_role("button", name="はじめる").click()
    expect(page.get_by_role("link", name="第12回 さくら異業種交流会")).to_be_visible()
    watch.accessible(page)


def _create_the_event(page: Page, watch: Watch) -> str:
    """Set the event up and return its overview's address."""
    page.get_by_role("button", name="交流会を作る").click()
    page.get_by_label("交流会の名称").fill(TITLE)
    page.get_by_label("会場").fill("さくら会館 3階")
    page.get_by_label("日付").fill((date.today() + timedelta(days=30)).isoformat())  # noqa: DTZ011 - any day ahead
    page.get_by_label("終了").fill("19:30")
    expect(page.get_by_text("時間内に収まりません。60分超過しています。")).to_be_visible()
    page.get_by_label("終了").fill("21:00")
    expect(page.get_by_text("時間内に収まります。30分の余裕があります。")).to_be_visible()
    watch.accessible(page)
    page.get_by_role("button", name="保存する").click()
    expect(page.get_by_role("heading", name="概要")).to_be_visible()
    watch.accessible(page)
    return page.url


def _register_three(browser: Browser, page: Page, watch: Watch) -> None:
    public = page.locator("#public-link").inner_text()
    for name, kana, company, industry, profession in GUESTS:
        context = open_context(browser, watch, PHONE)
        guest = context.new_page()
        guest.goto(public)
        watch.accessible(guest)
        guest.locator("#name").fill(name)
        guest.locator("main button").click()
        expect(guest.locator("#email-error")).to_be_visible()
        expect(guest.locator("#name")).to_have_value(name)
        guest.locator("#name_kana").fill(kana)
        guest.locator("#company").fill(company)
        guest.locator("#industry").select_option(industry)
        guest.locator("#profession").select_option(profession)
        guest.locator("#email").fill(f"guest{len(name)}{len(kana)}@example.com")
        guest.locator("#roster_consent").check()
        guest.locator("main button").click()
        expect(guest).not_to_have_url(public)
        watch.accessible(guest)
        context.close()


def _import_the_others(page: Page, event_url: str, watch: Watch, folder: Path) -> None:
    path = folder / "名簿.csv"
    path.write_bytes(_list_in_cp932(57))
    page.goto(f"{event_url}/attendees/import")
    watch.accessible(page)
    page.locator("input[type=file]").set_input_files(path)
    page.locator("main form button").first.click()
    expect(page.get_by_text("濵田 57郎")).to_be_visible()
    watch.accessible(page)
    page.get_by_role("button", name="57").click()
    expect(page.get_by_text("60 / 60")).to_be_visible()
    watch.accessible(page)


def _list_in_cp932(count: int) -> bytes:
    """Return a list as Japanese Excel saves it: Shift_JIS with Windows' own characters."""
    industries = ["保険", "士業", "IT・Web", "建設・住宅", "飲食"]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["氏名", "フリガナ", "会社名", "役職", "業種", "メールアドレス"])
    for n in range(1, count + 1):
        row = [f"濵田 {n}郎", f"ﾊﾏﾀﾞ {n}ﾛｳ", f"㈱髙見{n}", "部長", industries[n % 5]]
        writer.writerow([*row, f"hamada{n}@example.com"])
    return text.getvalue().encode("cp932")


def _assign_tables(page: Page, event_url: str, watch: Watch) -> None:
    page.goto(f"{event_url}/tables")
    watch.accessible(page)
    page.get_by_role("button", name="席割りを作る").click()
    expect(page.locator(".plan-figures")).to_be_visible(timeout=60_000)
    expect(page.locator(".table-card")).to_have_count(10)
    watch.accessible(page)


def _print_everything(page: Page, event_url: str, watch: Watch) -> bytes:
    """Download each PDF, check what is on it, and return the badges."""
    page.goto(f"{event_url}/print")
    watch.accessible(page)
    badges = _download(page, "#print-badges")
    expect(page.locator(".since-badges")).to_be_visible()  # without loading the page again
    _every_code_leads_to_an_attendee(badges, page)
    sheets = texts(_download(page, "form[action$='tables.pdf'] button"))
    assert len(sheets) == 30
    assert all("テーブル" in sheet for sheet in sheets)
    expect(page.locator(".since")).to_have_count(1)
    expect(page.locator("#sheet-cards .tag.good")).to_have_count(1)
    page.locator(".people summary").click()
    page.locator("#find").fill("よしだ")
    expect(page.locator("#people li")).to_have_text([re.compile("𠮷田 剛")])
    schedule = "".join(texts(_download(page, "form[action$='pr-time.pdf'] button")))
    assert "18:40" in schedule
    assert schedule.count("𠮷田 剛") == 3
    return badges


def _every_code_leads_to_an_attendee(badges: bytes, page: Page) -> None:
    found = [code for picture in pictures(badges) for code in codes(picture)]
    assert len(found) == len(set(found)) == 60
    host = urlsplit(page.url).netloc.upper()
    assert all(code.startswith(f"HTTP://{host}/C/") for code in found)
    shown = [page.context.request.get(code.replace("HTTP://", "http://")) for code in found]
    assert all(answer.ok for answer in shown)
    pages = "".join(answer.text() for answer in shown)
    assert all(name in pages for name, *_ in GUESTS)
    assert all(f"濵田 {n}郎" in pages for n in range(1, 58))


def _take_the_workbook(page: Page, event_url: str) -> None:
    page.goto(f"{event_url}/attendees")
    book = load_workbook(BytesIO(_download(page, "a[href$='attendees.xlsx']")))
    attendees, seats, _arrivals = book.worksheets
    assert attendees.freeze_panes is not None
    names = {cell.value for row in attendees.iter_rows() for cell in row}
    assert {name for name, *_ in GUESTS} <= names
    assert seats.max_row >= 61


def _download(page: Page, selector: str) -> bytes:
    with page.expect_download() as waiting:
        page.locator(selector).first.click()
    return Path(waiting.value.path()).read_bytes()


def _check_in_by_camera(page: Page, event_url: str, watch: Watch) -> None:
    page.goto(f"{event_url}/door")
    watch.accessible(page)
    page.locator("#scan-start").click()
    verdict = page.locator("#verdict")
    expect(verdict).to_have_attribute("data-verdict", "welcome")
    expect(page.locator("#count")).to_contain_text("1")
    watch.accessible(page)
    expect(verdict).to_have_attribute("data-verdict", "already_in", timeout=30_000)
    page.locator("#scan-start").click()


def _undo_and_find_by_name(page: Page, event_url: str) -> None:
    page.goto(f"{event_url}/door")
    page.locator("#q").fill("𠮷田")
    line = page.locator("#found li")
    expect(line).to_contain_text("𠮷田 剛")
    line.get_by_role("button").click()
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "welcome")
    expect(page.locator("#count strong")).to_have_text("2")
