"""Headings, paragraphs and rows of tables: how the lines of a text group into blocks.

Plain text marks headings by nothing but their looks, and some writers end a paragraph with a
blank line, some with a single line end, and some break lines in the middle of a sentence. The
rules here read all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from chatbot.articles.markdown import FENCED_CODE
from chatbot.articles.tables import LINE, Row, find_tables, has_columns
from chatbot.text.sentences import sentence_spans
from chatbot.text.spans import Span

HEADING_WORD_LIMIT = 10  # the most words that a line of plain text may have to be taken for a heading
NUMBERED_HEADING_WORD_LIMIT = 24  # the same for a numbered line that ends in a question mark, as in a list of questions
BARE_HEADING_WORD_LIMIT = 6  # the most words of a heading that has no text of its own, only another heading below it
LONGEST_HEADING = 300  # the most code points of a heading: a longer line is text, whatever it looks like
WRAP_COLUMNS = 100  # lines broken in the middle of a sentence are taken to be at most this many code points long

USUAL_WRAP_COLUMNS = 60
"""Columns of a text of which too few lines run on to tell: a line with room for the next word was ended on purpose."""

SHORTEST_CUT_LINE = 40
"""A line of at least this many code points without a stop goes on over a blank line, if a small letter follows."""

_MARKDOWN_LINE = re.compile(rf"{FENCED_CODE}|{LINE.pattern}", re.MULTILINE)
_RUNS_ON = re.compile(rf"^[ \t]*(?P<line>\S.{{19,{WRAP_COLUMNS - 1}}})\n(?=[ \t]*[a-zà-ÿ])", re.MULTILINE)
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]++[ \t#]*+\S|(={2,6}|\*{3})[ \t]+\S[^\n]*[ \t]\1$")  # or as wikis have it
_UNDERLINE = re.compile(r"[ \t]*\n[ \t]*(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"[-=*_~#+ \t]+")
_SYMBOL = r"[^\w\s\"'“”‘’„«»()\[\]{}<>|#$€£%&@/\\=.,:;!?…]"
_BULLET = re.compile(rf"{_SYMBOL}{{1,3}}[ \t]+\S")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}(?:\)|\.\)?)|[A-Za-z]\))[ \t]+(?P<first>\S)")
_STAMPED = re.compile(r"\u200e?(?:[\[(]?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s|[\[(])\d{1,2}:\d\d")
"""A line of a chat or a log begins with a day and a time, or with a time in brackets."""

_TURN = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]* ){0,2}[A-ZÀ-Þ][\w.'’-]*:\s+[\"'“‘„]?[A-ZÀ-Þ]")
"""What somebody says begins with a name, and other lines with what they are about."""

_CUT = re.compile(r"[\w,]$")
_HYPHENATED = re.compile(r"[^\W\d_][-\u2010]$")
_NUMBERED_QUESTION = re.compile(r"\d{1,3}[.)][ \t]+\S.*\?$")
_SENTENCE_END = re.compile(r"[.!?;:,…][\"'”’»)\]]*$")
_OPEN_END = re.compile(
    r"\b(?:de|der|den|van|met|naar|tot|tussen|en|of|the|an?|from|with|into|to|and|or)$", re.IGNORECASE
)
"""What no heading ends on, though a line does that goes on; "op" and "over" end one with a verb."""

_WORD_START = re.compile(r"[\"'“‘„«(]*[^\W_]")


class Block(Struct, frozen=True, array_like=True):
    """A heading, a paragraph or a row of a table: the slice `text[start:end]` of its article, in code points.

    `section` is the label of the heading that it stands under (a heading stands under itself),
    `words` its number of words. `row` is None but for the row of a table.
    """

    start: int
    end: int
    is_heading: bool
    words: int
    section: str | None = None
    row: Row | None = None

    def label(self, text: str) -> str:
        """The block as a reader would name it: without the signs of a heading, on one line."""
        return heading_label(text[self.start : self.end])

    def label_span(self, text: str) -> Span:
        """The slice of a heading that its label is, or all of the block where lines are broken within that."""
        label = self.label(text)
        start = text.find(label, self.start, self.end)
        return (start, start + len(label)) if start >= 0 else (self.start, self.end)


def heading_label(line: str) -> str:
    """The words of a heading, without the signs where `#` makes it one, and with single spaces."""
    return " ".join((line.strip("#=*") if _is_marked(line) else line).split())


def split_blocks(text: str, start: int = 0, *, markdown: bool = False) -> tuple[Block, ...]:
    """The blocks of `text` from offset `start` on, in order, with their sections; rules are in none."""
    section: str | None = None
    blocks: list[Block] = []
    for block in _settle_headings(text, list(_candidates(text, start, markdown=markdown))):
        section = block.label(text) if block.is_heading else section
        blocks.append(replace(block, section=section))
    return tuple(blocks)


def looks_like_title(text: str, block: Block) -> bool:
    """Whether the first block of a plain text may be its title, though it stands among more lines like it."""
    return not _NUMBERED.match(text, block.start) and _looks_like_heading(text[block.start : block.end], markdown=False)


def _candidates(text: str, start: int, *, markdown: bool) -> Iterator[Block]:
    """What looks like a heading, the paragraphs, the code blocks and the rows of tables."""
    columns = _wrap_columns(text)
    top = start
    for table in (*find_tables(text, start), None):
        stop = table.start if table else len(text)
        for first, last in _lines(text, start, stop, columns, is_top=start == top, markdown=markdown):
            line = text[first:last]
            is_heading = _is_underlined(text, first, last) or _looks_like_heading(line, markdown=markdown)
            yield Block(first, last, is_heading, len(line.split()))
        if table:
            for first, last in table.rows:
                words = len(text[first:last].split())
                yield Block(first, last, is_heading=False, words=words, row=Row(table.start, table.header))
            start = table.end


def _lines(text: str, start: int, stop: int, text_columns: float, *, is_top: bool, markdown: bool) -> Iterator[Span]:
    """The spans of paragraphs, headings and code blocks, without the white space around them.

    A blank line ends a block, and a line end does too, unless the next line goes on with the sentence.
    """
    columns = text_columns
    block: Span | None = None
    line: Span | None = None
    for found in (_MARKDOWN_LINE if markdown else LINE).finditer(text, start, stop):
        following = found.span()
        if block and line and _is_joined(text, line, following, columns, markdown=markdown):
            block, columns = (block[0], following[1]), text_columns
        else:
            if block:
                yield block
            # A title may be long, and runs on only before a small letter.
            is_title = is_top and line is None and _looks_like_heading(text[slice(*following)], markdown=False)
            columns = inf if is_title else text_columns
            block = None if _RULE.fullmatch(text, *following) else following
        line = following
    if block:
        yield block


def _wrap_columns(text: str) -> float:
    """How many code points the lines of a text have that was broken into lines: those that run on tell."""
    lengths = [len(found["line"].rstrip()) for found in _RUNS_ON.finditer(text)]
    return median(lengths) if len(lengths) > 1 else USUAL_WRAP_COLUMNS


def _is_joined(text: str, line: Span, following: Span, columns: float, *, markdown: bool) -> bool:
    """Whether a line is of one paragraph with the next: scans may have a blank line below each line."""
    one, other = text[slice(*line)], text[slice(*following)]
    if text.count("\n", line[1], following[0]) == 1:
        return _continues(one, other, columns, markdown=markdown)
    is_cut = _HYPHENATED.search(one) or (len(one) >= SHORTEST_CUT_LINE and _CUT.search(one))
    return bool(is_cut) and other[0].islower() and not (markdown or _NUMBERED.match(other))


def _continues(line: str, following: str, columns: float, *, markdown: bool) -> bool:
    """Whether `following` goes on with the paragraph that `line` is in."""
    if any(_is_marked(one) or _RULE.fullmatch(one) or "\n" in one for one in (line, following)):
        return False
    if _BULLET.match(following) or _NUMBERED.match(following) or _STAMPED.match(following):
        return False
    if markdown:
        return True
    is_turn = _SENTENCE_END.search(line) and _TURN.match(following)
    if is_turn or len(line) > WRAP_COLUMNS or len(following) > WRAP_COLUMNS:
        return False
    first_word = following.split(maxsplit=1)[0]
    return following[0].islower() or _HYPHENATED.search(line) is not None or len(line) + 1 + len(first_word) > columns


def _is_marked(line: str) -> bool:
    """Whether Markdown's `#` signs make a heading of the line."""
    return _MARKDOWN_HEADING.match(line) is not None


def _is_underlined(text: str, start: int, end: int) -> bool:
    """Whether a line of equals signs or hyphens below it makes a heading of the line."""
    line = text[start:end]
    is_text = "\n" not in line and len(line) <= LONGEST_HEADING and line[0] not in ">|"
    return is_text and _UNDERLINE.match(text, end) is not None and not (_BULLET.match(line) or _NUMBERED.match(line))


def _looks_like_heading(line: str, *, markdown: bool) -> bool:
    if len(line) > LONGEST_HEADING or "\n" in line:
        return False
    if _is_marked(line):
        return True
    if (markdown and line[-1] != "?") or has_columns(line) or not _WORD_START.match(line) or _STAMPED.match(line):
        return False
    words = len(line.split())
    if _NUMBERED_QUESTION.match(line):
        return words <= NUMBERED_HEADING_WORD_LIMIT
    numbered = _NUMBERED.match(line)
    first = numbered["first"] if numbered else line.lstrip("\"'“‘„«(")[0]
    if words > HEADING_WORD_LIMIT or first.islower():
        return False
    line = line.rstrip(".") if line.isupper() else line  # old books end a heading with a stop: "CHAPTER II."
    is_open = _SENTENCE_END.search(line) or _OPEN_END.search(line) or len(list(sentence_spans(line, 0, len(line)))) > 1
    return line.endswith("?") or not is_open


def _settle_headings(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Keep as headings those that head something; a line that heads nothing, or is one of a list, is text.

    Lists lose their marks in plain text, and their items look like headings: an item is told by the lines that it
    stands among, or by its having no text below it and more words than a heading above a heading has.
    """
    for position, block in enumerate(blocks):
        before = blocks[position - 1] if position else None
        after = blocks[position + 1] if position + 1 < len(blocks) else None
        if block.is_heading and not _is_certain(text, block):
            is_short = before is None or block.words <= BARE_HEADING_WORD_LIMIT  # a title may be long
            heads_something = after is not None and (is_short or not after.is_heading)
            if not heads_something or _is_in_list(text, before, block, after):
                yield replace(block, is_heading=False)
                continue
        yield block


def _is_certain(text: str, block: Block) -> bool:
    """Whether signs make a heading of the block, not its looks alone."""
    return _is_marked(text[block.start : block.end]) or _is_underlined(text, block.start, block.end)


def _is_in_list(text: str, before: Block | None, block: Block, after: Block | None) -> bool:
    """Whether a line that looks like a heading stands among lines like it, as a name in a list does."""
    above, below = (one if one and not _is_certain(text, one) else None for one in (before, after))
    is_numbered, is_number_above, is_number_below = (
        one is not None and _NUMBERED.match(text, one.start) is not None for one in (block, above, below)
    )
    if is_numbered and (is_number_above or is_number_below):
        return True
    if above and below and above.is_heading and below.is_heading:
        return True
    if below and below.is_heading and text.count("\n", block.end, below.start) == 1:
        return True
    if below and _STAMPED.match(text, below.start):
        return True
    return (
        above is not None
        and text.count("\n", above.end, block.start) == 1
        and above.end - above.start <= WRAP_COLUMNS
        and not _SENTENCE_END.search(text[above.start : above.end])
    )
