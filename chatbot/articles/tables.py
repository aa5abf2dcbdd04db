"""Tables: neighbouring lines that are rows of cells, with pipes between them as in Markdown, tabs, spaces or dots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from msgspec import Struct

from chatbot.articles.table_rows import LINE, ROW_WORD_LIMIT, SEPARATORS, cell_spans, is_filled, matched_cells
from chatbot.text.spans import Span

_RULE = re.compile(r"(?=.*[-=])(?=.*(?:[|+\t]|  ))[-=:|+ \t]+|[-=_]{3,}")
_LIST_MARK = re.compile(r"(?:[*•‣–—-]|\d{1,3}[.)])(?:\t| +)(?:(?!\t|  ).)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


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
