"""QR codes: `qrcode` makes them, and links of one length share what it made.

With version, level, mask and mode given, every module of a code is an affine function over GF(2)
of the bits of its text: pairs of characters are stored as plain numbers, 45 a + b in 11 bits
(ISO/IEC 18004, 7.4.4), Reed-Solomon codes are linear (7.5), and a mask is added by XOR (7.8).
So the code of a text is the code of "0101…" XOR what each pair changes in it, and what a pair
changes is the XOR of what its bits change, which `qrcode` shows once for a length. The text to
begin with is not "000…", for `qrcode` cannot divide a block of zeros.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import compress, count, product, repeat
from operator import xor

from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.main import QRCode
from qrcode.util import ALPHA_NUM, MODE_ALPHA_NUM, QRData, optimal_data_chunks

from printables.errors import Cause, PrintError

QUIET = 4  # modules of white on each side (ISO/IEC 18004, 6.3.8)
LONGEST = 200  # characters; more would need modules too small for a badge
LEVELS = (ERROR_CORRECT_H, ERROR_CORRECT_Q, ERROR_CORRECT_M)
# The standard lets an encoder choose among eight masks for contrast, and a reader takes any.
# One mask for all codes lets zlib find what they have in common: a quarter less of each code.
MASK = 2

# Texts that `qrcode` stores as one run of alphanumeric characters, and that are short enough
# for what is made for their length to pay: digits alone, or 20 in a row, it stores as numbers.
_IN_PAIRS = re.compile(r"(?!\d+$)(?!.*\d{20})[0-9A-Z $%*+\-./:]{1,80}")
_CHARACTERS = ALPHA_NUM.decode()
_VALUES = {char: value for value, char in enumerate(_CHARACTERS)}
_VALUES |= {a + b: 45 * _VALUES[a] + _VALUES[b] for a, b in product(_CHARACTERS, repeat=2)}
_USUAL = _VALUES["01"]  # of each pair, and of a last single character, of the text to begin with
_FLAGS = bytes.maketrans(b"01", b"\0\1")


@dataclass(frozen=True, slots=True)
class Modules:
    """A code of `side` x `side` modules.

    `bits` are the modules row by row, the first one highest, 1 for dark. A white one ends each
    row, so that no dark run goes on into the next.
    """

    side: int
    bits: int

    def rectangles(self) -> Iterable[str]:
        """Return the dark runs as PDF operators, one module being one unit, y downwards."""
        return map(_rectangle, *self._spans(), repeat(self.side + 1))

    def runs(self) -> list[tuple[int, int, int]]:
        """Return the dark runs as column, row and length."""
        stride = self.side + 1
        spans = zip(*self._spans(), strict=True)
        return [(start % stride, start // stride, end - start) for start, end in spans]

    def _spans(self) -> tuple[list[int], list[int]]:
        """Return where the dark runs begin, and where they end: each place unlike the one before.

        Every code begins with the dark corner of a finder pattern, so no leading 0 is lost.
        """
        unlike = f"{self.bits ^ self.bits >> 1:b}".encode().translate(_FLAGS)
        places = list(compress(count(), unlike))
        return places[::2], places[1::2]


@lru_cache(maxsize=64)  # layout asks how many modules there are, drawing which are dark
def encode(url: str) -> Modules:
    """Return the QR code of a text.

    Error correction is level M, or higher where it costs no modules. Text in capitals is
    stored in the alphanumeric mode. Raises PrintError if there is no text, or too much of it.
    """
    if not url or len(url) > LONGEST:
        raise PrintError(Cause.CODE_TOO_LONG, most=LONGEST, length=len(url))
    if _IN_PAIRS.fullmatch(url):
        return _of_pairs(url)
    return _make(list(optimal_data_chunks(url, minimum=20)))


def quiet_zone(url: str, *, side: float) -> float:
    """Return the white that a code as wide as `side` needs around it; 0 if it cannot be drawn."""
    if not 0 < len(url) <= LONGEST:
        return 0.0
    return QUIET * side / encode(url).side


def _of_pairs(text: str) -> Modules:
    usual = _with_pair(len(text), 0, _USUAL)
    bits = usual.bits
    for at in range(0, len(text), 2):
        bits ^= _change(len(text), at, text[at : at + 2])
    return Modules(usual.side, bits)


@lru_cache(maxsize=20_000)  # an event of thousands has 6,000: few places vary, in few characters
def _change(length: int, at: int, pair: str) -> int:
    """Return which modules differ from the usual ones if this pair stands at a place."""
    differs, usual = _VALUES[pair] ^ _USUAL, _with_pair(length, 0, _USUAL).bits
    powers = (1 << bit for bit in range(differs.bit_length()) if differs >> bit & 1)
    changed = (_with_pair(length, at, _USUAL ^ power).bits ^ usual for power in powers)
    return reduce(xor, changed, 0)


@lru_cache(maxsize=5_000)  # 220 for links of 40 characters
def _with_pair(length: int, at: int, value: int) -> Modules:
    """Return the code of the usual text with a pair, or last character, of this value somewhere."""
    pair = "".join(_CHARACTERS[digit] for digit in divmod(value, 45))
    usual = "01" * (length // 2) + "1" * (length % 2)
    text = usual[:at] + (pair if at + 1 < length else pair[1:]) + usual[at + 2 :]
    return _make([QRData(text, mode=MODE_ALPHA_NUM)])


def _make(chunks: Sequence[QRData]) -> Modules:
    """Return a code as `qrcode` makes it, at the best level that needs no more than M does."""
    codes = [_fitted(chunks, level) for level in LEVELS]
    code = next(code for code in codes if code.version == codes[-1].version)
    code.make(fit=False)
    dark = ("1" if module else "0" for row in code.modules for module in (*row, False))
    return Modules(code.modules_count, int("".join(dark), 2))


def _fitted(chunks: Sequence[QRData], level: int) -> QRCode:
    code = QRCode(error_correction=level, mask_pattern=MASK)
    for chunk in chunks:
        code.add_data(chunk)
    code.best_fit()
    return code


@lru_cache(maxsize=20_000)  # there are few places for a run, and many runs
def _rectangle(start: int, end: int, stride: int) -> str:
    row, column = divmod(start, stride)
    return f"{column} {row} {end - start} 1 re"
