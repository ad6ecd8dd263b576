"""Print badges and make their codes, and say how fast beside other ways to do so.

`python -m tests.benchmarks.bench_badges` prints the tables of docs/printables.md. All ways run in
turns within the same process, and a ratio is the median of the turns' ratios, because the speed
of a shared machine wanders. Memory is measured in fresh processes.
"""

import argparse
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import product
from pathlib import Path
from statistics import median

import qrcode
import zxingcpp

from printables import Badge, find_stock, read_image, render_badges
from printables.cards.badges import layout_badges
from printables.cards.imposition import Placement
from printables.page.boxes import Code, Group, Item, Page, Picture
from printables.page.draw import render_pages
from printables.page.qr import MASK, encode

# Surnames and given names with their readings, parts of firms, trades and titles.
NAMES = Path(__file__).with_name("badge_names.txt").read_text(encoding="utf-8")
SURNAMES, GIVEN, FIRMS, TRADES, TITLES = (block.split() for block in NAMES.split("\n\n"))
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
STOCK = find_stock("aone-51002")


def people(count: int) -> list[Badge]:
    """Return up to 6,400 people, no two of the same name, the same ones each time."""
    dice = random.Random(1)
    names = dice.sample(list(product(SURNAMES, GIVEN)), count)
    return [_person(number, *name, dice) for number, name in enumerate(names)]


def _person(number: int, surname: str, given: str, dice: random.Random) -> Badge:
    (family, family_kana), (own, own_kana) = _split(surname), _split(given)
    firm, trade = dice.choice(FIRMS), dice.choice(TRADES)
    code = "".join(dice.choices(CODE_LETTERS, k=12))
    return Badge(
        name=f"{family} {own}",
        url=f"HTTPS://EVENTS.EXAMPLE.JP/C/{code}",
        name_kana=f"{family_kana} {own_kana}",
        company=f"株式会社{firm}{dice.choice(FIRMS)}{trade}{number % 97}",
        title=dice.choice(TITLES),
        industry=trade,
        event="第12回 さくら異業種交流会",
        route=tuple(dice.choices("ABCDEFGHIJ", k=3)),
    )


def _split(name: str) -> tuple[str, str]:
    """Divide kanji from the katakana behind them."""
    at = next(i for i, char in enumerate(name) if "ァ" <= char <= "ヶ")
    return name[:at], name[at:]


def with_images(badges: Sequence[Badge]) -> bytes:
    """Print as most programs do: `qrcode` makes an image of each code, the PDF embeds it."""
    assert STOCK
    return render_pages(_pages_with_images(badges), title="Badges")


def _pages_with_images(badges: Sequence[Badge]) -> Iterator[Page]:
    assert STOCK
    for page in layout_badges(badges, Placement(STOCK)):
        groups = [Group(g.x, g.y, tuple(map(_imaged, g.items))) for g in page.groups]
        yield Page(page.w, page.h, tuple(groups))


def _imaged(item: Item) -> Item:
    if not isinstance(item, Code):
        return item
    out = BytesIO()
    qrcode.make(item.url, error_correction=qrcode.constants.ERROR_CORRECT_M).save(out)
    return Picture(item.box, read_image(out.getvalue()))


def speeds(count: int, *, turns: int, images: int) -> tuple[float, float, float, float, int]:
    """Return badges a second with codes, without, as images, the ratio to none, and bytes."""
    assert STOCK
    badges = people(count)
    bare = [replace(badge, url="") for badge in badges]
    with_codes, without, ratios = [], [], []
    size = 0
    for _ in range(turns):
        started = time.perf_counter()
        size = len(render_badges(badges, Placement(STOCK)))
        halfway = time.perf_counter()
        render_badges(bare, Placement(STOCK))
        ended = time.perf_counter()
        with_codes.append(count / (halfway - started))
        without.append(count / (ended - halfway))
        ratios.append((ended - halfway) / (halfway - started))
    started = time.perf_counter()
    with_images(badges[:images])
    ordinary = images / (time.perf_counter() - started)
    return median(with_codes), median(without), ordinary, median(ratios), size


def code_speeds(*, turns: int) -> tuple[float, float, float]:
    """Return codes a second, and how many times as many as `qrcode` and zxing-cpp alone make."""
    urls = [badge.url for badge in people(5000)]
    size = encode(urls[0]).side
    ours, to_qrcode, to_zxing = [], [], []
    for _ in range(turns):
        encode.cache_clear()
        ours.append(_rate(encode, urls))
        to_qrcode.append(ours[-1] / _rate(_with_qrcode, urls[:200]))
        to_zxing.append(ours[-1] / _rate(partial(_with_zxing, size), urls))
    return median(ours), median(to_qrcode), median(to_zxing)


def _rate(make: Callable[[str], object], urls: Sequence[str]) -> float:
    started = time.perf_counter()
    for url in urls:
        make(url)
    return len(urls) / (time.perf_counter() - started)


def _with_qrcode(url: str) -> None:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, mask_pattern=MASK)
    code.add_data(url)
    code.make()


def _with_zxing(side: int, url: str) -> None:
    """Make a code of as many modules; zxing-cpp takes the best level for them."""
    options = f"version={(side - 17) // 4},dataMask={MASK}"
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, options=options)
    code.to_image(scale=1, add_quiet_zones=True)


def _peak(count: int) -> float:
    """Return the most memory the whole process took, in megabytes."""
    assert STOCK
    render_badges(people(count), Placement(STOCK))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--badges", type=int, nargs="*", default=[1000, 5000])
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--images", type=int, default=100, help="badges of the ordinary way")
    options = parser.parse_args()
    render_badges(people(20), Placement(STOCK))  # parse the fonts
    write = sys.stdout.write
    write("| badges | badges/s | without QR | ratio | as images | times | file | peak memory |\n")
    write("|---|---|---|---|---|---|---|---|\n")
    for count in options.badges:
        speed, bare, ordinary, ratio, size = speeds(
            count, turns=options.turns, images=options.images
        )
        with multiprocessing.get_context("spawn").Pool(1) as process:
            peak = process.apply(_peak, (count,))
        write(
            f"| {count:,} | {speed:,.0f} | {bare:,.0f} | {ratio:.2f} | {ordinary:,.0f} "
            f"| {speed / ordinary:.1f} | {size / 1e6:.2f} MB | {peak:.0f} MB |\n"
        )
    codes, to_qrcode, to_zxing = code_speeds(turns=options.turns)
    write("\n| codes/s | times `qrcode` | times zxing-cpp |\n|---|---|---|\n")
    write(f"| {codes:,.0f} | {to_qrcode:.0f} | {to_zxing:.1f} |\n")


if __name__ == "__main__":
    main()
