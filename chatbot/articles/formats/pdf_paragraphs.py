"""The paragraphs of a PDF: its lines put together again, over columns and pages too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chatbot.articles.formats.pdf_columns import Line

SMALL = 0.93
"""A note is set at most this large, of the size of the text."""

INDENT = 0.8
"""A line that begins this many ems to the right of the one above begins a paragraph."""

EXTRA_LEADING = 1.25
"""A paragraph begins where the distance between lines is this many times the usual one."""

FEWEST_DISTANCES = 3
"""A distance between lines is the usual one if it is found at least this often."""

USUAL_LEADING = 1.2
"""The usual distance between lines, in ems, where those of that size are too few to tell it."""

SHORT_LINE = 0.6
"""A line shorter than this share of its column was ended on purpose, though the next one begins with a small letter."""

SPACE = 0.25
"""The width of a space, in ems."""

NARROWEST_COLUMN = 10
"""Lines that all are shorter than this, in ems, are no column: each was ended on purpose."""

FEWEST_LINES = 6
"""A page with fewer lines does not tell by them how wide the others are."""

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\w+$")
LIST_MARK = re.compile(r"(?:[•●▪■◦‣–—*-]|\d{1,2}[.)]|[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its page and its region, counted from 0.

    `left` is where the region begins, and `right` how far its lines of that size reach (points).
    """

    line: Line
    page: int
    region: int
    left: float
    right: float

    def has_room_for(self, following: Line) -> bool:
        """Whether the first word of `following` would have fitted at the end of this line."""
        if self.right - self.left < NARROWEST_COLUMN * self.line.size:
            return True
        share = len(following.text.split(maxsplit=1)[0]) / len(following.text)
        word = share * (following.right - following.left)
        return self.line.right + SPACE * self.line.size + word < self.right

    @property
    def is_short(self) -> bool:
        """Whether the line ends long before the region does."""
        return self.line.right - self.left < SHORT_LINE * (self.right - self.left)


Paragraph = Sequence[PlacedLine]
"""The lines of a paragraph, of a heading or of a row of a table; they are all of one size."""


@dataclass(frozen=True, slots=True)
class Typography:
    """How a document is set: the size of its text, and the usual distance between lines of each size (points)."""

    body: float
    leading: Mapping[float, float]


def typography(pages: Sequence[Sequence[Sequence[Line]]]) -> Typography:
    """The commonest size, and of each size the commonest distance."""
    sizes: Counter[float] = Counter()
    distances: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for page in pages:
        for region in page:
            for line in region:
                sizes[line.size] += len(line.text)
            for line, following in pairwise(region):
                distance = round(line.base - following.base, 1)
                if line.size == following.size and distance < 3 * line.size:
                    distances[line.size][distance] += 1
    commonest = {size: counts.most_common(1)[0] for size, counts in distances.items() if counts}
    leading = {size: distance for size, (distance, count) in commonest.items() if count >= FEWEST_DISTANCES}
    return Typography(max(sizes, key=lambda size: sizes[size], default=0.0), leading)


def paragraphs(pages: Sequence[Sequence[Sequence[Line]]], type_: Typography) -> Iterator[Paragraph]:
    """The paragraphs of pages, each of them regions of lines; the notes of a page before one that runs on over its end.

    So the pages of the lines only ever go up.
    """
    current: list[PlacedLine] = []
    notes: list[PlacedLine] = []
    for flow, foot in _regions(pages, type_):
        for placed in flow:
            if current and not _goes_on(current, placed, type_):
                yield current
                current = []
            if notes and notes[-1].page < placed.page:
                yield from _divided(notes, type_)
                notes = []
            current.append(placed)
        notes += foot
    if current:
        yield current
    yield from _divided(notes, type_)


def _regions(
    pages: Sequence[Sequence[Sequence[Line]]], type_: Typography
) -> Iterator[tuple[list[PlacedLine], list[PlacedLine]]]:
    """The lines of each region, and those of the notes at its foot."""
    whole = max((line.right for regions in pages if len(regions) == 1 for line in regions[0]), default=0.0)
    number = 0
    for page, regions in enumerate(pages):
        for region in regions:
            left, reach = min(line.left for line in region), defaultdict[float, float](float)
            for line in region:
                is_lone = len(regions) == 1 and len(region) < FEWEST_LINES
                reach[line.size] = max(reach[line.size], line.right, whole if is_lone else 0.0)
            placed = [PlacedLine(line, page, number, left, reach[line.size]) for line in region]
            foot = len(placed)
            while foot and region[foot - 1].size <= SMALL * type_.body:
                foot -= 1
            yield placed[:foot], placed[foot:]
            number += 1


def _divided(lines: Sequence[PlacedLine], type_: Typography) -> Iterator[Paragraph]:
    current: list[PlacedLine] = []
    for placed in lines:
        if current and not _goes_on(current, placed, type_):
            yield current
            current = []
        current.append(placed)
    if current:
        yield current


def _goes_on(paragraph: Sequence[PlacedLine], placed: PlacedLine, type_: Typography) -> bool:
    """Whether the line goes on with the paragraph."""
    before = paragraph[-1]
    last, line = before.line, placed.line
    has_small_letter = line.text[0].islower()
    if last.size != line.size or last.cells or line.cells or placed.page > before.page + 1:
        return False
    if _LEADERS.search(last.text):
        return False
    if last.is_bold != line.is_bold and not has_small_letter:
        return False
    is_ended = SENTENCE_END.search(last.text) is not None
    if before.region != placed.region:
        if LIST_MARK.match(line.text) or is_ended:
            return False
        return has_small_letter or not before.has_room_for(line)
    if not 0 < last.base - line.base <= EXTRA_LEADING * type_.leading.get(line.size, USUAL_LEADING * line.size):
        return False
    if line.size > type_.body:
        return True
    if _is_set_apart(paragraph, line) or (LIST_MARK.match(line.text) and (is_ended or before.has_room_for(line))):
        return False
    if has_small_letter and not is_ended:
        return not before.is_short
    return not before.has_room_for(line)


def _is_set_apart(paragraph: Sequence[PlacedLine], line: Line) -> bool:
    """Whether the line begins farther to the right than the one above, or to the left of a paragraph of several."""
    first, last = paragraph[0].line, paragraph[-1].line
    is_listed = LIST_MARK.match(first.text) is not None
    is_alone = len(paragraph) == 1
    shift = (line.left - last.left) / line.size
    return not (is_alone and is_listed) if shift > INDENT else shift < -INDENT and (is_listed or not is_alone)
