"""Tables: neighbouring lines that are rows of cells, with pipes between them, tabs, spaces, dots or semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from msgspec import Struct

from chatbot.text.spans import Span

ROW_WORD_LIMIT = 60
"""Lines with tabs that have more words are no rows: a transcript has the name of the speaker before a tab."""

RULES_WITH_HEADER = 3  # the rules of a frame that has but one between its rows, which is that below the header

LINE = re.compile(r"\S(?:.*\S)?")  # a line, or a part of one, without the white space around it

_TABS = re.compile(r"\t[\t ]*")
_PATTERNS = (r"(?<!\\)\|", r"\t", r" ?\.{4,} ?", r" {2,}", r";(?! )")
SEPARATORS = dict(zip(("|", "\t", "....", "  ", ";"), map(re.compile, _PATTERNS), strict=True))
"""What separates cells, by the sign that tells it; the first that a line has counts."""

_COLUMNS = re.compile(r"\S(?:\t+| {3,}| ?\.{4,} ?)\S")

_FRAME_RULE = r"[+\u2500-\u257f][-=:+\u2500-\u257f]{2,}"
_FRAMED = re.compile(
    rf"^[ \t]*{_FRAME_RULE}[ \t]*\n(?:[ \t]*(?:{_FRAME_RULE}|[|│┃║].*[|│┃║])[ \t]*(?:\n|\Z))++", re.MULTILINE
)
_FRAME_SIGNS = dict.fromkeys(range(0x2500, 0x2580), "+") | str.maketrans("│┃║─━═", "|||--=")
_RULE = re.compile(r"(?=.*[-=])(?=.*(?:[|+\t]|  ))[-=:|+ \t]+|[-=_]{3,}")
_LIST_MARK = re.compile(r"(?:[*•·‣–—-]|\d{1,3}[.)])(?:\t| +)(?:(?!\t|  ).)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def cell_spans(row: str, *, aligned: bool = False) -> list[Span]:
    """Where the cells of a row stand in it, the empty ones too; `aligned` where several tabs stand for one."""
    edges = cell_edges(row, aligned=aligned)
    starts, ends = [0, *(end for _, end in edges)], [*(start for start, _ in edges), len(row)]
    spans = [_stripped(row, start, end) for start, end in zip(starts, ends, strict=True)]
    if "|" not in row:
        return spans
    closes = len(spans) > 1 and spans[-1][0] == len(row)
    return spans[row.startswith("|") : len(spans) - closes]


def cell_edges(row: str, *, aligned: bool = False) -> list[Span]:
    """Where the signs stand that separate the cells of a row, and those around them."""
    sign = next((sign for sign in SEPARATORS if sign in row), "|")
    separator = _TABS if aligned and sign == "\t" else SEPARATORS[sign]
    return [found.span() for found in separator.finditer(row)]


def has_columns(line: str) -> bool:
    """Whether a line has room or dots within it as only a row has, be it of a table or not."""
    return _COLUMNS.search(line) is not None


def named_cells(row: str, header: str | None) -> list[tuple[str, Span]]:
    """The cells of a row that are not empty, each after the name of its column, which is empty where it has none.

    Of two cells without a header the first is the name of the other.
    """
    spans, names = matched_cells(row, header or "")
    cells = [(name, span) for name, span in zip(names, spans, strict=True) if span[0] < span[1]]
    if not header and len(cells) == 2:
        (_, (start, end)), (_, value) = cells
        return [(row[start:end], value)]
    return cells


def labelled(row: str, header: str | None) -> str:
    """The cells that are not empty, each after the name of its column: "Year: 2021; Pupils: 45"."""
    cells = ((name, row[start:end]) for name, (start, end) in named_cells(row, header))
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in cells).replace(r"\|", "|")


def is_filled(row: str) -> bool:
    """Whether more than one cell has text."""
    return sum(start < end for start, end in cell_spans(row)) > 1


def pipe_rows(rows: Sequence[Sequence[str]], *, has_header: bool) -> str:
    """A table as Markdown has it, with a rule below the first row if that is the header."""
    lines = []
    for row in rows:
        escaped = (SEPARATORS["|"].sub(r"\|", " ".join(cell.split())) for cell in row)
        lines.append(f"| {' | '.join(escaped)} |")
    if has_header:
        lines.insert(1, f"|{'---|' * len(rows[0])}")
    return "\n".join(lines)


def without_frames(text: str) -> str:
    """The text with its tables that are drawn in frames as Markdown has them, a line for each row."""
    return _FRAMED.sub(_unframed, text)


def _unframed(framed: re.Match[str]) -> str:
    """A line is a row, but goes on with the one before where all rows have rules between them.

    That is so below a header that is marked by "=", and where a line has an empty cell.
    """
    lines = [line.strip().translate(_FRAME_SIGNS) for line in framed[0].splitlines()]
    rules = [line for line in lines if _RULE.fullmatch(line)]
    groups = groupby(lines, key=lambda line: _RULE.fullmatch(line) is not None)
    is_drawn = len(rules) == RULES_WITH_HEADER
    is_marked = len(rules) >= RULES_WITH_HEADER and "=" in rules[1]
    is_grid = is_marked and "=" not in rules[0]
    rows: list[list[str]] = []
    for cells in ([SEPARATORS["|"].split(line[1:-1]) for line in group] for is_rule, group in groups if not is_rule):
        has_gaps = len(rules) > RULES_WITH_HEADER and any(not cell.strip() for row in cells[1:] for cell in row)
        whole = [" ".join(column) for column in zip_longest(*cells, fillvalue="")]
        rows += [whole] if is_grid or has_gaps else cells
    return f"{pipe_rows(rows, has_header=is_drawn or is_marked)}\n" if rows else framed[0]


def matched_cells(row: str, header: str) -> tuple[list[Span], list[str]]:
    """The cells of a row and for each the name of its column.

    Some writers line up columns with several tabs: that is taken for granted where only so the row is as long as its
    header.
    """
    spans, names = cell_spans(row), _texts(header)
    if len(spans) != len(names) and len(aligned := cell_spans(row, aligned=True)) == len(_texts(header, aligned=True)):
        return aligned, _texts(header, aligned=True)
    is_end_known = "|" in row or ("\t" in row and all(names))
    if len(spans) < len(names) and not is_end_known:  # any of the cells may be left out, not the last ones
        names = []
    return spans, [*names, *[""] * len(spans)][: len(spans)]


def _texts(row: str, *, aligned: bool = False) -> list[str]:
    return [row[start:end] for start, end in cell_spans(row, aligned=aligned)]


def _stripped(row: str, start: int, end: int) -> Span:
    found = LINE.search(row, start, end)
    return found.span() if found else (end, end)


class Row(Struct, frozen=True, array_like=True):
    """What a row knows of its table: where that starts in the text, and the row that names its columns, if any."""

    table: int
    header: Span | None


class Table(NamedTuple):
    """A table: the slice `text[start:end]`, its rows in order, without rules, and the one that names the columns."""

    start: int
    end: int
    rows: tuple[Span, ...]
    header: Span | None


def find_tables(text: str, start: int) -> Iterator[Table]:
    """The tables of `text` from offset `start` on, in order.

    The header is the first row with several filled cells (a caption may stand above it), if a rule follows or, in a
    table without rules, if it looks like one.
    """
    for lines in _runs(text, start):
        texts = [text[slice(*line)] for line in lines]
        is_rule = [_RULE.fullmatch(line) is not None for line in texts]
        numbers = [number for number, line in enumerate(texts) if line.strip("| \t") and not is_rule[number]]
        rows = tuple(lines[number] for number in numbers)
        if not rows or not _are_rows(text, rows, has_rule=any(is_rule)):
            continue
        first = next((number for number in numbers if is_filled(texts[number])), numbers[0])
        is_named = is_rule[first + 1 : first + 2] == [True] if any(is_rule) else _looks_like_header(texts[first:])
        yield Table(lines[0][0], lines[-1][1], rows, lines[first] if is_named and first < numbers[-1] else None)


def _runs(text: str, start: int) -> Iterator[list[Span]]:
    """Lines without a blank one between them, whose parts are separated by the same sign."""
    run: list[Span] = []
    separator = ""
    for found in LINE.finditer(text, start):
        own = separator if run and separator != "|" and _RULE.fullmatch(found.group()) else _separator(found.group())
        if run and (own != separator or text.count("\n", run[-1][1], found.start()) > 1):
            yield run
            run = []
        separator = own
        if own:
            run.append(found.span())
    if run:
        yield run


def _separator(line: str) -> str:
    if "|" in line or (line[0] == "+" and _RULE.fullmatch(line)):
        return "|"
    return "" if _LIST_MARK.fullmatch(line) else next((sign for sign in SEPARATORS if sign in line), "")


def _are_rows(text: str, lines: Sequence[Span], *, has_rule: bool) -> bool:
    """Whether lines that all have the separator make a table, and do not have it by chance."""
    rows = [text[slice(*line)] for line in lines]
    separator = _separator(rows[0])
    if separator == "|":
        return has_rule or all(len(row) > 1 and row[0] == row[-1] == "|" for row in rows)
    if len(rows) < 2 or any(len(row.split()) > ROW_WORD_LIMIT for row in rows):
        return False
    if separator == ";":
        return all(map(is_filled, rows)) and len({len(cell_spans(row)) for row in rows}) == 1
    return separator != "  " or _line_up(text, lines)


def _line_up(text: str, lines: Sequence[Span]) -> bool:
    """Whether all lines have as many cells, each beginning or ending below the one above it."""
    rows = []
    for start, end in lines:
        indent = start - text.rfind("\n", 0, start)
        rows.append([(indent + first, indent + last) for first, last in cell_spans(text[start:end])])
    if len(set(map(len, rows))) > 1:
        return False
    columns = zip(*rows, strict=True)
    return all(len({start for start, _ in column}) == 1 or len({end for _, end in column}) == 1 for column in columns)


def _looks_like_header(lines: Sequence[str]) -> bool:
    """Whether the first row names the columns: a word, or at least two years, above columns of figures."""
    names, *others = ([line[start:end] for start, end in matched_cells(line, lines[0])[0]] for line in lines)
    columns = [list(filter(None, column)) for column in zip_longest(*others, fillvalue="")]
    named = list(zip(names, columns, strict=False))
    if len(names) < 2 or not all(names[1:]) or not all(_may_name(name, column) for name, column in named):
        return False
    figures = [name for name, column in named if column and all(map(_DIGIT.search, column))]
    years = [name for name in figures if _YEAR.fullmatch(name)]
    return len(years) > 1 or len(figures) > len(years)


def _may_name(name: str, column: Sequence[str]) -> bool:
    """Whether a cell may be the name of the cells below it: if it is itself a figure, they are of another kind."""
    if not _DIGIT.search(name):
        return True
    are_years = bool(column) and all(map(_YEAR.fullmatch, column))
    are_words = any(map(_LETTER.search, column))
    return not are_years and not are_words and (name[0].isalpha() or _YEAR.fullmatch(name) is not None)
