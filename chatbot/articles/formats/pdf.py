"""PDF: the text of the pages, and where each begins; pypdf opens the file, pdf_oxide tells where its glyphs stand."""

from __future__ import annotations

import dataclasses
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count as count_from
from itertools import pairwise, zip_longest
from operator import or_

from msgspec.structs import replace
from pdf_oxide import PdfDocument
from pypdf import PdfReader

from chatbot.articles.formats.document import author_and_date, title_of
from chatbot.articles.formats.pdf_glyphs import Piece, glyphs, pieces, without_margins
from chatbot.articles.formats.pdf_lines import Line, regions, ruled_cells
from chatbot.articles.formats.pdf_paragraphs import (
    SENTENCE_END,
    Paragraph,
    PlacedLine,
    Typography,
    paragraphs,
    typography,
)
from chatbot.articles.source_text import TEXT_LIMIT, SourceText, UnreadableFileError
from chatbot.text.words import unhyphenated

PAGE_LIMIT = 5_000  # the most pages of one file

LARGER = 1.04
"""A heading of larger type is at least this many times as large as the text; 11.5 points beside 11 are 1.045."""

UNEVEN = 1.15
"""By less than this factor differ the sizes of lines that were recognised in a picture and are of one size there."""

HEADING_WORD_LIMIT = 20  # the most words of a heading in larger type or in bold
PLAIN_HEADING_WORD_LIMIT = 10  # the most words of a heading in the type of the text
FEWEST_LETTERS = 3  # a heading has at least this many letters: an initial may be as large

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_NO_HEADING_END = re.compile(r"[.;,…-]$")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[^\W\d_]")
_BULLET = re.compile(r"[•●▪■◦‣*–—-]\s")


def read(data: bytes) -> SourceText:
    """The text of the pages with Markdown's signs, and its title.

    That is the title of the properties, where the first page shows it, on a line of its own if it is one word. Else it
    is what the first page has in the largest type.
    """
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFileError("file encrypted")
    if len(reader.pages) > PAGE_LIMIT:
        raise UnreadableFileError("file too large inside")
    told: Mapping[str, object] = reader.metadata or {}
    title = " ".join(str(told.get("/Title", "")).split())
    created = str(told.get("/CreationDate", ""))[:10]  # "D:20240305…"
    author, date = author_and_date(str(told.get("/Author", "")), created)
    pages = _pages(data)
    if not any(pages):
        raise UnreadableFileError("pages without text")
    body, first_number = without_margins(pages)
    found = _read_text([regions(page) for page in body])
    first_page = [piece.text.lower() for piece in pages[0]]
    is_shown = title.lower() in first_page or (" " in title and title.lower() in " ".join(first_page))
    return dataclasses.replace(
        found,
        title=title if is_shown else found.title or title_of(title, found.text),
        page_labels=_told(tuple(reader.page_labels), len(pages), first_number),
        author=author,
        date=date,
    )


def _told(labels: tuple[str, ...], count: int, first_number: int | None) -> tuple[str, ...]:
    """What the pages are called: by the file, else by the numbers printed on them; nothing where those count from 1.

    A page before the first that is numbered has the number of its sheet, in square brackets as in bibliographies.
    """
    sheets = tuple(str(number + 1) for number in range(count))
    if len(labels) == count and labels != sheets:
        return labels
    if first_number in {None, 1}:
        return ()
    return tuple(
        str(number) if number > 0 else f"[{sheet}]"
        for sheet, number in zip(sheets, count_from(first_number), strict=False)
    )


def _pages(data: bytes) -> list[list[Piece]]:
    document = PdfDocument.from_bytes(data)
    document.authenticate("")
    pages: list[list[Piece]] = []
    length = 0
    for number in range(int(document.page_count)):
        boxes = [drawn["bbox"] for drawn in (*document.extract_lines(number), *document.extract_rects(number))]
        cells, rest = ruled_cells(glyphs(document.extract_chars(number)), boxes)
        pages.append(sorted([*cells, *pieces(rest)], key=lambda piece: -piece.base))
        length += sum(len(piece.text) for piece in pages[-1])
        if length > TEXT_LIMIT:
            raise UnreadableFileError("file too large inside")
    return pages


def _read_text(pages: Sequence[Sequence[Sequence[Line]]]) -> SourceText:
    """The text of pages, each of them regions of lines, and the title that the largest type gives."""
    pages = _with_even_sizes(pages)
    type_ = typography(pages)
    found = list(_without_repeated_headers(paragraphs(pages, type_)))
    headings = _headings(found, type_)
    on_first = (one for one, heads in zip(found, headings, strict=True) if heads and one[0].page == 0)
    larger = [paragraph for paragraph in on_first if _is_larger(paragraph, type_)]
    title = max(larger, key=lambda paragraph: paragraph[0].line.size, default=None)
    parts: list[str] = []
    starts: list[int] = []
    length = columns = 0
    for paragraph, is_heading in zip(found, headings, strict=True):
        above, columns = columns, len(paragraph[0].line.cells)
        gap = "\n" if 0 < columns == above else "\n\n" if parts else ""
        mark = "# " if paragraph is title else "## " if is_heading else ""
        for page, text in _texts(paragraph):
            starts += [length + len(gap)] * (page + 1 - len(starts))
            parts.append(gap + mark + text)
            length += len(parts[-1])
            gap = mark = ""
    starts += [length] * (len(pages) - len(starts))
    label = "".join(text for _, text in _texts(title)) if title else None
    return SourceText("".join(parts), label, page_starts=tuple(starts), is_markdown=True)


def _with_even_sizes(pages: Sequence[Sequence[Sequence[Line]]]) -> Sequence[Sequence[Sequence[Line]]]:
    """The pages with one size for all of their text where hardly two lines have the same, as below scanned pages."""
    lines = [line for page in pages for region in page for line in region]
    letters = sorted(line.size for line in lines for _ in line.text)
    middle = letters[len(letters) // 2] if letters else 0.0
    near = Counter(size for size in letters if 1 / UNEVEN < size / middle < UNEVEN)
    if not near or 2 * max(near.values()) > near.total():
        return pages
    return [
        [[replace(line, size=middle) if line.size in near else line for line in region] for region in page]
        for page in pages
    ]


def _without_repeated_headers(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs without the first row of a table where it stands once more, on another page."""
    first: PlacedLine | None = None
    for paragraph in found:
        placed = paragraph[0]
        first = (first or placed) if placed.line.cells else None
        if first and first.page < placed.page and first.line.cells == placed.line.cells:
            continue
        yield paragraph


def _headings(found: Sequence[Paragraph], type_: Typography) -> list[bool]:
    """Which of the paragraphs are headings: by their type or, where that tells of one at most, by what is around them.

    A line in larger type or in bold heads nothing above one of at least its size: so do the names below a title. But
    the first line of all does head another of its size: a title may be set as the headings are. Nothing is headed that
    begins with a small letter.
    """
    lengths = [(placed.line.is_bold, len(placed.line.text)) for paragraph in found for placed in paragraph]
    is_bold = 2 * sum(length for bold, length in lengths if bold) > sum(length for _, length in lengths)
    is_set = [
        _may_head(paragraph, HEADING_WORD_LIMIT)
        and (_is_larger(paragraph, type_) or (paragraph[0].line.is_bold and not is_bold))
        for paragraph in found
    ]
    by_type = [
        is_set[number]
        and not following[0].line.text[0].islower()
        and not (is_set[number + 1] and following[0].line.size >= paragraph[0].line.size)
        for number, (paragraph, following) in enumerate(pairwise(found))
    ]
    if by_type and all(is_set[:2]) and found[0][0].line.size == found[1][0].line.size:
        by_type[0] = True
    is_of_one_type = sum(by_type) <= 1
    by_place = [
        not (is_set[number] or is_set[number + 1])
        and _stands_above(found[number - 1] if number else None, paragraph, following, is_of_one_type=is_of_one_type)
        for number, (paragraph, following) in enumerate(pairwise(found))
    ]
    return [*map(or_, by_type, by_place), False] if found else []


def _stands_above(above: Paragraph | None, paragraph: Paragraph, following: Paragraph, *, is_of_one_type: bool) -> bool:
    """Whether a paragraph looks like a heading of what follows, without larger or bolder type."""
    text = paragraph[0].line.text
    if len(paragraph) > 1 or text.endswith(("!", ":")) or not _is_text(following):
        return False
    if not _may_head(paragraph, PLAIN_HEADING_WORD_LIMIT):
        return False
    if _NUMBERED.match(text):
        return above is None or not _NUMBERED.match(above[0].line.text)
    is_first = above is None or _is_text(above) or above[-1].page < paragraph[0].page
    return is_of_one_type and is_first and text[0].isupper()


def _is_text(paragraph: Paragraph) -> bool:
    """Whether the paragraph has sentences, as far as its last line tells."""
    return SENTENCE_END.search(paragraph[-1].line.text) is not None


def _is_larger(paragraph: Paragraph, type_: Typography) -> bool:
    return paragraph[0].line.size >= LARGER * type_.body


def _may_head(paragraph: Paragraph, word_limit: int) -> bool:
    text = " ".join(placed.line.text for placed in paragraph)
    return (
        not any(placed.line.is_gapped for placed in paragraph)
        and len(text.split()) <= word_limit
        and sum(map(str.isalpha, text)) >= FEWEST_LETTERS
        and not _NO_HEADING_END.search(text)
        and not _BULLET.match(text)
    )


def _texts(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """The text of each line with what joins it to the next one, and its page; a word that is broken is whole."""
    for placed, following in zip_longest(paragraph, paragraph[1:]):
        line = placed.line
        text = f"| {' | '.join(line.cells)} |" if line.cells else line.text
        if following:
            rest = following.line.text.replace(SOFT_HYPHEN, "")
            whole = unhyphenated(f"{re.sub(f'{SOFT_HYPHEN}$', '-', text)}\n{rest}")
            text = f"{text} " if "\n" in whole else whole.removesuffix(rest)
        yield placed.page, text.replace(SOFT_HYPHEN, "")
