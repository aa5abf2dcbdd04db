"""Pieces of text on a PDF page: its glyphs, joined wherever no wide gap parts them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from pdf_oxide.pdf_oxide import TextChar

WIDE_GAP = 0.8
"""A gap of more ems than this parts two pieces: columns of LaTeX stand 1 em apart, words mostly a third of one."""

WORD_GAP = 0.2
"""A gap of more ems than this is a space that the page does not write."""

SAME_BASELINE = 0.15
"""Glyphs whose baselines differ by at most this many ems stand on one line."""

RAISED = 0.5
"""A note mark, or a figure in a formula, stands at most this many ems above or below its line."""

SMALLER = 0.87
"""Such a glyph is at most this large, of the size of its line: browsers take five sixths, LaTeX seven tenths."""

UNKNOWN_WIDTH = 0.8
"""The width of a glyph that is not told, as in lines that run upwards, in ems: at least that of most letters."""

_BOLD = {"SemiBold", "Bold", "ExtraBold", "Black"}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_NOTE_MARK = re.compile(r"^([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?=\w)")
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one baseline; `left`, `right`, `base` and `size`, that of its type, are in points, `base` upwards.

    `is_bold` where all its letters are.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


class _Glyph(Struct, frozen=True):
    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


def pieces(chars: Iterable[TextChar]) -> list[Piece]:
    """The pieces of a page, from top to bottom; what does not run as most of the page does is a stamp, and left out."""
    glyphs = _upright(chars)
    runs = [run for strip in _strips(glyphs) for run in _split(strip, with_sizes=True)]
    leveled = [glyph for run in runs for glyph in _leveled(run, runs)]
    found = [_piece(run) for strip in _strips(leveled) for run in _split(strip)]
    return [piece for piece in found if piece.text]


def _upright(chars: Iterable[TextChar]) -> list[_Glyph]:
    """The glyphs that run in the commonest direction of the page, turned so that it is from left to right."""
    shown = [(text, char.rotation_degrees, char) for char in chars if (text := char.char) >= " "]
    if not shown:
        return []
    ((angle, _),) = Counter(degrees for _, degrees, _ in shown).most_common(1)
    across, up = cos(radians(angle)), sin(radians(angle))
    glyphs = []
    for text, degrees, char in shown:
        if degrees == angle:
            x, y, size = char.origin_x, char.origin_y, round(char.font_size, 1)
            left = x * across + y * up
            right = left + (char.advance_width or UNKNOWN_WIDTH * size)
            is_bold = char.font_weight in _BOLD or not text.isalnum()
            glyphs.append(_Glyph(_LIGATURES.get(text, text), left, right, y * across - x * up, size, is_bold))
    return glyphs


def _strips(glyphs: Sequence[_Glyph]) -> Iterator[list[_Glyph]]:
    """The glyphs of each baseline from left to right, the highest baseline first."""
    strip: list[_Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if strip and strip[-1].base - glyph.base > SAME_BASELINE * min(strip[-1].size, glyph.size):
            yield sorted(strip, key=lambda glyph: glyph.left)
            strip = []
        strip.append(glyph)
    if strip:
        yield sorted(strip, key=lambda glyph: glyph.left)


def _split(strip: Sequence[_Glyph], *, with_sizes: bool = False) -> Iterator[list[_Glyph]]:
    """The runs of a strip without a wide gap, and, `with_sizes`, without a change of size."""
    run: list[_Glyph] = []
    last = None  # the last glyph that is no space: the advance of a space may reach over a gap
    for glyph in strip:
        if glyph.text.isspace():
            if run:
                run.append(glyph)
            continue
        if last and glyph.text == last.text and glyph.left - last.left < 0.1 * glyph.size:
            continue  # drawn twice, to look bold
        is_other_size = with_sizes and last and not SMALLER < glyph.size / last.size < 1 / SMALLER
        if last and (is_other_size or glyph.left - last.right > WIDE_GAP * max(glyph.size, last.size)):
            yield run
            run = []
        run.append(glyph)
        last = glyph
    if run:
        yield run


def _leveled(run: Sequence[_Glyph], runs: Sequence[Sequence[_Glyph]]) -> Sequence[_Glyph]:
    """The run, on the baseline of the larger one that it touches; figures of it as those that are raised or lowered."""
    left, right = run[0].left, run[-1].right
    for other in runs:
        size = other[0].size
        if run[0].size > SMALLER * size:
            continue
        rise = run[0].base - other[0].base
        if abs(rise) > RAISED * size:
            continue
        if all(min(abs(left - glyph.right), abs(glyph.left - right)) > WORD_GAP * size for glyph in other):
            continue
        figures = _SUPERSCRIPTS if rise > SAME_BASELINE * size else _SUBSCRIPTS if rise < 0 else {}
        return [replace(glyph, base=other[0].base, text=glyph.text.translate(figures)) for glyph in run]
    return run


def _piece(run: Sequence[_Glyph]) -> Piece:
    parts = [run[0].text]
    for before, glyph in pairwise(run):
        if glyph.left - before.right > WORD_GAP * glyph.size:
            parts.append(" ")
        parts.append(glyph.text)
    shown = [glyph for glyph in run if not glyph.text.isspace()]
    sizes = [glyph.size for glyph in shown]
    return Piece(
        text=_NOTE_MARK.sub(r"\1 ", unicodedata.normalize("NFC", " ".join("".join(parts).split()))),
        left=shown[0].left,
        right=max(glyph.right for glyph in shown),
        base=run[0].base,
        size=max(set(sizes), key=sizes.count),
        is_bold=all(glyph.is_bold for glyph in shown),
    )
