"""Pieces of text on a PDF page: its glyphs, joined wherever no wide gap parts them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import cos, radians, sin
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace as with_changes

if TYPE_CHECKING:
    from pdf_oxide.pdf_oxide import TextChar

WIDE_GAP = 0.8
"""A gap of more ems than this parts two pieces: columns of LaTeX stand 1 em apart, words mostly a third of one."""

WORD_GAP = 0.15
"""A gap of more ems than this is a space that the page does not write."""

SAME_BASELINE = 0.15
"""Glyphs whose baselines differ by at most this many ems stand on one line."""

RAISED = 0.5
"""A note mark, or a figure in a formula, stands at most this many ems above or below its line."""

SMALLER = 0.87
"""Such a glyph is smaller than this share of its line: browsers take five sixths, LaTeX seven tenths."""

INITIAL = 1.8
"""An initial that is set into the lines of a paragraph is at least this many times as large as they are."""

SMALLEST = 1.0
"""Nobody reads type of fewer points than this."""

UNKNOWN_WIDTH = 0.8
"""The width of a glyph that is not told, as in lines that run upwards, in ems: at least that of most letters."""

_BOLD = {"SemiBold", "Bold", "ExtraBold", "Black"}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_NOTE_MARK = re.compile(r"^([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?=\w)")
_SIGNS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc", "•")  # the marks of Word's lists, in the font Symbol
_SIGNS |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


Rule = tuple[float, float, float]
"""An upright rule: how far it stands from the left, and where it begins and ends from the bottom, in points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one baseline; `left`, `right`, `base` and `size`, that of its type, are in points, `base` upwards.

    `is_bold` where all its letters are, and `space` is the widest between its words, 0 where it is one word. What
    `is_cell` is all that a cell of a ruled table holds.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    space: float = 0.0
    is_cell: bool = False


class _Glyph(Struct, frozen=True):
    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


def pieces(chars: Iterable[TextChar], rules: Sequence[Rule] = ()) -> list[Piece]:
    """The pieces of a page, from top to bottom, parted by its upright rules too.

    What does not run as most of the page does is a stamp, and left out.
    """
    glyphs = _upright(chars)
    runs = [run for strip in _strips(glyphs) for run in _split(strip, 1 / SMALLER)]
    runs.sort(key=lambda run: -run[0].base)
    heights = [-run[0].base for run in runs]
    reach = RAISED * max((run[0].size for run in runs), default=0.0)
    leveled: list[_Glyph] = []
    for run, height in zip(runs, heights, strict=True):
        around = slice(bisect_left(heights, height - reach), bisect_right(heights, height + reach))
        leveled += _leveled(run, runs[around])
    whole = [run for strip in _strips(leveled) for run in _split(strip, INITIAL)]
    found = [_piece(part) for run in whole for part in (_ruled(run, rules) if rules else [run])]
    return _with_initials([piece for piece in found if piece.text])


def joined_pieces(pieces: Sequence[Piece]) -> Piece:
    """Pieces as one, with spaces between."""
    longest = max(pieces, key=lambda piece: len(piece.text))
    return replace(
        longest,
        text=" ".join(piece.text for piece in pieces),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        is_bold=all(piece.is_bold for piece in pieces),
    )


def _upright(chars: Iterable[TextChar]) -> list[_Glyph]:
    """The glyphs that run in the commonest direction of the page, turned so that it is from left to right."""
    readable = (char for char in chars if char.font_size >= SMALLEST)
    shown = [(text, char.rotation_degrees, char) for char in readable if (text := char.char) >= " "]
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
            glyphs.append(_Glyph(_SIGNS.get(text, text), left, right, y * across - x * up, size, is_bold))
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


def _split(strip: Sequence[_Glyph], factor: float) -> Iterator[list[_Glyph]]:
    """The runs of a strip without a wide gap, and without a change of size by that factor."""
    run: list[_Glyph] = []
    last = None  # the last glyph that is no space: the advance of a space may reach over a gap
    for glyph in strip:
        if glyph.text.isspace():
            if run:
                run.append(glyph)
            continue
        if last and glyph.text == last.text and glyph.left - last.left < 0.1 * glyph.size:
            continue  # drawn twice, to look bold
        is_other_size = last and not 1 / factor < glyph.size / last.size < factor
        if last and (is_other_size or glyph.left - last.right > WIDE_GAP * max(glyph.size, last.size)):
            yield run
            run = []
        run.append(glyph)
        last = glyph
    if run:
        yield run


def _ruled(run: Sequence[_Glyph], rules: Sequence[Rule]) -> Iterator[list[_Glyph]]:
    """The parts of a run between the rules that go through it."""
    places = sorted(x for x, low, high in rules if low < run[0].base < high)
    for _, part in groupby(run, key=lambda glyph: bisect_left(places, (glyph.left + glyph.right) / 2)):
        shown = list(part)
        if any(not glyph.text.isspace() for glyph in shown):
            yield shown


def _leveled(run: Sequence[_Glyph], runs: Sequence[Sequence[_Glyph]]) -> Sequence[_Glyph]:
    """The run, on the baseline of the larger one that it touches; figures of it as those that are raised or lowered."""
    left, right = run[0].left, run[-1].right
    for other in runs:
        size = other[0].size
        if not size / INITIAL < run[0].size < SMALLER * size:
            continue
        rise = run[0].base - other[0].base
        if abs(rise) > RAISED * size:
            continue
        if all(min(abs(left - glyph.right), abs(glyph.left - right)) > WORD_GAP * size for glyph in other):
            continue
        figures = _SUPERSCRIPTS if rise > SAME_BASELINE * size else _SUBSCRIPTS if rise < 0 else {}
        return [with_changes(glyph, base=other[0].base, text=glyph.text.translate(figures)) for glyph in run]
    return run


def _with_initials(found: Sequence[Piece]) -> list[Piece]:
    """The pieces with a large initial before the first of the lines beside it, which then begin where it does."""
    result = list(found)
    for initial in found:
        if len(initial.text) > 1 or not initial.text.isupper():
            continue
        beside = [
            number
            for number, piece in enumerate(result)
            if INITIAL * piece.size < initial.size
            and -SAME_BASELINE * piece.size < piece.base - initial.base < initial.size
            and 0 <= piece.left - initial.right < piece.size
        ]
        for number in beside:
            text = initial.text + result[number].text if number == beside[0] else result[number].text
            result[number] = replace(result[number], text=text, left=initial.left)
        if beside:
            result.remove(initial)
    return result


def _piece(run: Sequence[_Glyph]) -> Piece:
    parts = [run[0].text]
    for before, glyph in pairwise(run):
        if glyph.left - before.right > WORD_GAP * glyph.size:
            parts.append(" ")
        parts.append(glyph.text)
    shown = [glyph for glyph in run if not glyph.text.isspace()]
    sizes = [glyph.size for glyph in shown]
    gaps = [gap for one, other in pairwise(shown) if (gap := other.left - one.right) > WORD_GAP * one.size]
    return Piece(
        text=_NOTE_MARK.sub(r"\1 ", unicodedata.normalize("NFC", " ".join("".join(parts).split()))),
        left=shown[0].left,
        right=max(glyph.right for glyph in shown),
        base=run[0].base,
        size=max(set(sizes), key=sizes.count),
        is_bold=all(glyph.is_bold for glyph in shown),
        space=max(gaps, default=0.0),
    )
