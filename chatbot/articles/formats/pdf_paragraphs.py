"""The paragraphs of a PDF: its lines put together again, over columns and pages too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from chatbot.articles.formats.pdf_glyphs import usual_size
from chatbot.articles.formats.pdf_lines import Line

SMALL = 0.93  # a note is set at most this large, of the size of the text
INDENT = 0.8  # a line that begins this many ems to the right of the one above begins a paragraph
EXTRA_LEADING = 1.25  # a paragraph begins where the distance between lines is this many times the usual one
FEWEST_DISTANCES = 3  # a distance between lines is the usual one if it is found at least this often
USUAL_LEADING = 1.2  # the usual distance between lines, in ems, where those of that size are too few to tell it

SHORT_LINE = 0.6
"""A line shorter than this share of its column was ended on purpose, though the next one begins with a small letter."""

SPACE = 0.25  # the width of a space, in ems
RUNNING_SHARE = 0.2  # where fewer of the lines begin with a small letter, they are a list: in prose seven in ten do
FEWEST_IN_LIST = 4  # a region with fewer lines may have none that begins with a small letter and still be prose

FEWEST_WORDS = 8
"""A paragraph of at least this many words that ends without a stop, at the end of a page, goes on on the next one."""

FEWEST_LINES = 6  # a page with fewer lines does not tell by them how wide the others are

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\w+$")
_BROKEN = re.compile(r"\w[-‐\N{SOFT HYPHEN}]$")
LIST_MARK = re.compile(r"(?:[•●▪■◦‣–—*-]|\d{1,2}[.)]|[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its page and its region, counted from 0.

    `left` is where the region begins, and `right` how far its lines of that size reach (points); `length` is that of
    the longest of them (code points). What is `in_list` does not run on: each line was ended on purpose.
    """

    line: Line
    page: int
    region: int
    left: float
    right: float
    length: int
    in_list: bool

    def has_room_for(self, following: Line) -> bool:
        """Whether the first word of `following` would have fitted at the end of this line.

        Some programs break lines by their width, and some by their number of characters.
        """
        word = len(following.text.split(maxsplit=1)[0])
        width = word / len(following.text) * (following.right - following.left)
        fits = self.line.right + SPACE * self.line.size + width < self.right
        return self.in_list or (fits and len(self.line.text) + 1 + word <= self.length)

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
    regions = list(chain(*pages))
    distances: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for line, following in chain(*map(pairwise, regions)):
        distance = round(line.base - following.base, 1)
        if line.size == following.size and distance < 3 * line.size:
            distances[line.size][distance] += 1
    commonest = {size: counts.most_common(1)[0] for size, counts in distances.items()}
    leading = {size: distance for size, (distance, count) in commonest.items() if count >= FEWEST_DISTANCES}
    return Typography(usual_size(chain(*regions)), leading)


def paragraphs(pages: Sequence[Sequence[Sequence[Line]]], type_: Typography) -> Iterator[Paragraph]:
    """The paragraphs of pages, each of them regions of lines; the notes of a page before one that runs on over its end.

    So the pages of the lines only ever go up, unless a paragraph has a whole page to itself but for its notes.
    """
    flow: list[PlacedLine] = []
    beside: list[PlacedLine] = []
    for text, around in _regions(pages, type_):
        flow += text
        beside += around
    of_pages = groupby(beside, key=lambda placed: placed.page)
    notes = [paragraph for _, of_page in of_pages for paragraph in _divided(of_page, type_)]
    for paragraph in _divided(flow, type_):
        while notes and paragraph[0].page >= notes[0][0].page < paragraph[-1].page:
            yield notes.pop(0)
        yield paragraph
    yield from notes


def _regions(
    pages: Sequence[Sequence[Sequence[Line]]], type_: Typography
) -> Iterator[tuple[list[PlacedLine], list[PlacedLine]]]:
    """The lines of each region, and those of the notes at its foot and, but on page 0, of the captions at its head."""
    lone = _reach([line for regions in pages if len(regions) == 1 for line in regions[0]])
    number = 0
    for page, regions in enumerate(pages):
        for region in regions:
            left = min(line.left for line in region)
            running = sum(line.text[0].islower() for line in region)
            is_list = len(region) >= FEWEST_IN_LIST and running < RUNNING_SHARE * len(region)
            reach = lone if len(regions) == 1 and len(region) < FEWEST_LINES else _reach(region)
            placed = [PlacedLine(line, page, number, left, *reach[line.size], is_list) for line in region]
            is_text = [line.size > SMALL * type_.body for line in region]
            head = is_text.index(True) if page and any(is_text) else 0
            foot = len(region) - is_text[::-1].index(True) if any(is_text) else 0
            yield placed[head:foot], placed[:head] + placed[foot:]
            number += 1


def _reach(lines: Sequence[Line]) -> Mapping[float, tuple[float, int]]:
    """How far the lines of each size reach, and how many characters the longest has."""
    reach: defaultdict[float, tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for line in lines:
        right, length = reach[line.size]
        reach[line.size] = max(right, line.right), max(length, len(line.text))
    return reach


def _divided(lines: Iterable[PlacedLine], type_: Typography) -> Iterator[Paragraph]:
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
    is_alike = last.size == line.size and (last.is_bold == line.is_bold or line.text[0].islower())
    if not is_alike or last.cells or line.cells or _LEADERS.search(last.text):
        return False
    if before.region != placed.region:
        return placed.page <= before.page + 1 and _runs_on(paragraph, placed)
    leading = type_.leading.get(line.size, USUAL_LEADING * line.size)
    if not 0 < last.base - line.base <= EXTRA_LEADING * leading:
        return False
    if line.size > type_.body or _BROKEN.search(last.text):
        return True
    is_ended = SENTENCE_END.search(last.text) is not None
    if _is_set_apart(paragraph, line) or (LIST_MARK.match(line.text) and (is_ended or before.has_room_for(line))):
        return False
    if line.text[0].islower() and not is_ended:
        first = paragraph[0].line
        is_hanging = LIST_MARK.match(first.text) and line.left - first.left > SPACE * line.size
        return bool(is_hanging) or not before.is_short
    return not before.has_room_for(line)


def _runs_on(paragraph: Sequence[PlacedLine], placed: PlacedLine) -> bool:
    """Whether the last line of a region runs on in the first one of another."""
    before, line = paragraph[-1], placed.line
    if LIST_MARK.match(line.text) or SENTENCE_END.search(before.line.text):
        return False
    if _BROKEN.search(before.line.text) or line.text[0].islower() or not before.has_room_for(line):
        return True
    is_prose = sum(len(one.line.text.split()) for one in paragraph) >= FEWEST_WORDS and not before.in_list
    return is_prose and not placed.is_short and not LIST_MARK.match(paragraph[0].line.text)


def _is_set_apart(paragraph: Sequence[PlacedLine], line: Line) -> bool:
    """Whether the line begins farther to the right than the one above, or to the left of a paragraph of several."""
    first, last = paragraph[0].line, paragraph[-1].line
    is_listed = LIST_MARK.match(first.text) is not None
    is_alone = len(paragraph) == 1
    shift = (line.left - last.left) / line.size
    return not (is_alone and is_listed) if shift > INDENT else shift < -INDENT and (is_listed or not is_alone)
