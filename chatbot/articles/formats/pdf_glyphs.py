"""Pieces of text on PDF pages: glyphs, joined wherever no wide gap parts them, without the margins of the pages."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from math import cos, radians, sin
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from pdf_oxide.pdf_oxide import TextChar

WIDE_GAP = 0.8
"""A gap of more ems than this parts two pieces: columns of LaTeX stand 1 em apart, words mostly a third of one."""

WORD_GAP = 0.15  # a gap of more ems than this is a space that the page does not write
SAME_BASELINE = 0.15  # glyphs whose baselines differ by at most this many ems stand on one line
SAME_LINE = 0.4  # pieces whose baselines differ by at most this many ems are on one line of a column
RAISED = 0.5  # a note mark, or a figure in a formula, stands at most this many ems above or below its line
SMALLER = 0.87  # such a glyph is smaller than this share of its line: browsers take five sixths, LaTeX seven tenths
INITIAL = 1.8  # an initial that is set into the lines of a paragraph is at least this many times as large as they are
SMALLEST = 1.0  # nobody reads type of fewer points than this

UNKNOWN_WIDTH = 0.8
"""The width of a glyph that is not told, as in lines that run upwards, in ems: at least that of most letters."""

_BOLD = {"SemiBold", "Bold", "ExtraBold", "Black"}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_NOTE_MARK = re.compile(r"^([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?=\w)")
_SIGNS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc", "•")  # the marks of Word's lists, in the font Symbol
_SIGNS |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}

MOST_LINES = 3  # the most lines that a running head or foot has
PLACE = 6.0  # heads and feet whose baselines differ by less than about this many points are at the same place
APART = 1.5  # the distance between a running head and the text is more than this many ems; that between lines seldom is

LARGER = 1.15
"""A line of type this many times as large as most of the text is a heading, unless other pages have just that line."""

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:[Pp]age|[Pp]agina|[Pp]ag|[Pp]|[Bb]lz)\.?\s*)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:/|of|van)\s*\d{1,4})?\W*"
)
_PRINTED = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?|\d{1,4}/\d{1,4}")
"""What browsers print in the margin: date and time, and the page of how many."""

_FIRST_NUMBER = re.compile(r"\W*(\d{1,4})\b")
_LAST_NUMBER = re.compile(r".*\b(\d{1,4})\W*")


class Piece(Struct, frozen=True):
    """A glyph or text on one baseline; `left`, `right`, `base` and `size`, that of its type, are in points.

    `base` is counted upwards. `is_bold` where all its letters are, and `space` is the widest between its words, 0 where
    it is one word. What `is_cell` is all that a cell of a ruled table holds.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    space: float = 0.0
    is_cell: bool = False


def glyphs(chars: Iterable[TextChar]) -> list[Piece]:
    """The glyphs of a page, those that are raised or lowered as such signs on the baseline of what they belong to.

    What does not run as most of the page does is a stamp, and left out.
    """
    runs = [run for row in rows(_upright(chars), SAME_BASELINE) for run in _split(row, 1 / SMALLER)]
    runs.sort(key=lambda run: -run[0].base)
    heights = [-run[0].base for run in runs]
    reach = RAISED * max((run[0].size for run in runs), default=0.0)
    leveled: list[Piece] = []
    for run, height in zip(runs, heights, strict=True):
        around = slice(bisect_left(heights, height - reach), bisect_right(heights, height + reach))
        leveled += _leveled(run, runs[around])
    return leveled


def pieces(glyphs: Iterable[Piece]) -> list[Piece]:
    """The pieces of a page, from top to bottom."""
    found = [joined(run) for row in rows(glyphs, SAME_BASELINE) for run in _split(row, INITIAL)]
    return _with_initials([piece for piece in found if piece.text])


def rows(pieces: Iterable[Piece], tolerance: float) -> list[list[Piece]]:
    """The pieces of each line from left to right, the highest line first.

    Baselines that differ by at most `tolerance` ems are one.
    """
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        first = found[-1][0] if found else piece
        if not found or first.base - piece.base > tolerance * min(first.size, piece.size):
            found.append([])
        found[-1].append(piece)
    return [sorted(row, key=lambda piece: piece.left) for row in found]


def joined(parts: Sequence[Piece]) -> Piece:
    """Pieces as one, with a space where the page has room for it, or another line."""
    texts = [parts[0].text]
    for before, part in pairwise(parts):
        is_beside = abs(part.base - before.base) <= SAME_BASELINE * part.size
        texts += [part.text] if is_beside and part.left - before.right <= WORD_GAP * part.size else [" ", part.text]
    shown = [part for part in parts if not part.text.isspace()]
    gaps = [gap for one, other in pairwise(shown) if (gap := other.left - one.right) > WORD_GAP * one.size]
    return Piece(
        text=_NOTE_MARK.sub(r"\1 ", unicodedata.normalize("NFC", " ".join("".join(texts).split()))),
        left=min(part.left for part in shown),
        right=max(part.right for part in shown),
        base=shown[0].base,
        size=usual_size(shown),
        is_bold=all(part.is_bold for part in shown),
        space=max([*gaps, *(part.space for part in shown)]),
    )


def usual_size(pieces: Iterable[Piece]) -> float:
    """The size of most of the letters (points)."""
    lengths: Counter[float] = Counter()
    for piece in pieces:
        lengths[piece.size] += len(piece.text)
    return max(lengths, key=lambda size: lengths[size], default=0.0)


def _upright(chars: Iterable[TextChar]) -> list[Piece]:
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
            glyphs.append(Piece(_SIGNS.get(text, text), left, right, y * across - x * up, size, is_bold))
    return glyphs


def _split(row: Sequence[Piece], factor: float) -> Iterator[list[Piece]]:
    """The runs of a row without a wide gap, and without a change of size by that factor."""
    run: list[Piece] = []
    last = None  # the last glyph that is no space: the advance of a space may reach over a gap
    for glyph in row:
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


def _leveled(run: Sequence[Piece], runs: Sequence[Sequence[Piece]]) -> Sequence[Piece]:
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
        return [replace(glyph, base=other[0].base, text=glyph.text.translate(figures)) for glyph in run]
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


def without_margins(pages: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], int | None]:
    """The pages without the lines at their edges that other pages have too, and the number printed on the first.

    The number of a page may differ from those of the others.
    """
    lines = [rows(page, SAME_LINE) for page in pages]
    edges = [[*page[:MOST_LINES], *page[-MOST_LINES:]] for page in lines]
    large = LARGER * usual_size(chain(*pages))
    keys = [[_keys(row, page, large) for row in edge] for page, edge in enumerate(edges)]
    counts = Counter(key for edge in keys for key in set(chain(*edge)))
    repeated = {key for key, count in counts.items() if count > 1}
    firsts = Counter(
        found
        for page, edge in enumerate(edges)
        for found in {(number - page, _place(row)) for row in edge for number in _numbers(row)}
    )
    (first_number, place), count = firsts.most_common(1)[0] if firsts else ((0, 0), 0)
    is_numbered = count > 1 and 2 * count >= len(pages)
    kept = []
    for page, own in enumerate(lines):
        number = first_number + page if is_numbered else None
        is_margin = [
            _has_page_number(row, number if _place(row) == place and row[0].size < large else None)
            or not repeated.isdisjoint(_keys(row, page, large))
            for row in own
        ]
        first = _leading(own, is_margin)
        last = len(own) - _leading(own[first:][::-1], is_margin[first:][::-1])
        kept.append(list(chain(*own[first:last])))
    return kept, first_number if is_numbered else None


def _text(row: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in row)


def _place(row: Sequence[Piece]) -> int:
    """A number for how high a line stands on its page."""
    return round(row[0].base / PLACE)


def _keys(row: Sequence[Piece], page: int, large: float) -> set[tuple[str, int]]:
    """What a running head may have in common with those of other pages: its words, and where it is.

    One of its numbers may count the pages; in type of at least the size `large` they number sections.
    """
    text, place = _text(row), _place(row)
    counted = _NUMBER.finditer(text) if row[0].size < large else ()
    shown = ((*found.span(), int(found[0]) - page if found[0].isdecimal() else "") for found in counted)
    return {(text, place), *((f"{text[:start]}#{number}{text[end:]}", place) for start, end, number in shown)}


def _numbers(row: Sequence[Piece]) -> set[int]:
    """The numbers at either end of a line."""
    text = _text(row)
    return {int(found[1]) for found in (_FIRST_NUMBER.match(text), _LAST_NUMBER.fullmatch(text)) if found}


def _has_page_number(row: Sequence[Piece], page_number: int | None) -> bool:
    """Whether a line has the number of the page at either end, or what browsers print."""
    is_number = page_number in _numbers(row) or _PAGE_NUMBER.fullmatch(_text(row)) is not None
    return is_number or any(_PRINTED.fullmatch(piece.text) for piece in row)


def _leading(lines: Sequence[Sequence[Piece]], is_margin: Sequence[bool]) -> int:
    """How many lines from the first on belong to the margin, which stands apart from the text."""
    found = 0
    for number, (row, following) in enumerate(pairwise(lines[: MOST_LINES + 1]), 1):
        if not is_margin[number - 1]:
            break
        if abs(row[0].base - following[0].base) > APART * row[0].size:
            found = number
    return found
