"""Tables: neighbouring lines that are rows of cells, with pipes between them as in Markdown, or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from msgspec import Struct

from chatbot.text.spans import Span

ROW_WORD_LIMIT = 60
"""Lines with tabs that have more words are no rows: a transcript has the name of the speaker before a tab."""

_LINE = re.compile(r"\S(?:.*\S)?")
_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_TABS = re.compile(r"\t[\t ]*")
_RULE = re.compile(r"(?=.*[-=])(?=.*[|+\t])[-=:|+ \t]+")
_LIST_MARK = re.compile(r"(?:[*•‣–—-]|\d{1,3}[.)])\t[^\t]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")


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

    The header is the first row that has more than one cell with text, for above it may stand what the table is called,
    if there is a rule below it or, in a table without rules, if it looks like one.
    """
    for lines in _runs(text, start):
        texts = [text[slice(*line)] for line in lines]
        is_rule = [_RULE.fullmatch(line) is not None for line in texts]
        numbers = [number for number, line in enumerate(texts) if line.strip("| \t") and not is_rule[number]]
        if not numbers or not _are_rows(texts, has_rule=any(is_rule)):
            continue
        first = next((number for number in numbers if _is_filled(texts[number])), numbers[0])
        is_named = is_rule[first + 1 : first + 2] == [True] if any(is_rule) else _looks_like_header(texts[first:])
        rows = tuple(lines[number] for number in numbers)
        yield Table(lines[0][0], lines[-1][1], rows, lines[first] if is_named and first < numbers[-1] else None)


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
    separator = _PIPE if "|" in row else _TABS if aligned else _TAB
    return [found.span() for found in separator.finditer(row)]


def named_cells(row: str, header: str | None) -> list[tuple[str, Span]]:
    """The cells of a row, each after the name of its column, which is empty where it has none.

    Some writers line up columns with several tabs: that is taken for granted where only so the row is as long as its
    header.
    """
    for aligned in (False, True):
        spans = cell_spans(row, aligned=aligned)
        names = [(header or "")[start:end] for start, end in cell_spans(header or "", aligned=aligned)]
        if len(names) == len(spans):
            break
    known = names if len(names) <= len(spans) or "|" in row else []
    return [(known[place] if place < len(known) else "", span) for place, span in enumerate(spans)]


def labelled(row: str, header: str | None) -> str:
    """The cells that are not empty, each after the name of its column: "Year: 2021; Pupils: 45"."""
    cells = ((name, row[start:end]) for name, (start, end) in named_cells(row, header))
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in cells if cell).replace(r"\|", "|")


def pipe_rows(rows: Sequence[Sequence[str]], *, has_header: bool) -> str:
    """A table as Markdown has it, with a rule below the first row if that is the header."""
    lines = []
    for row in rows:
        escaped = (_PIPE.sub(r"\|", " ".join(cell.split())) for cell in row)
        lines.append(f"| {' | '.join(escaped)} |")
    if has_header:
        lines.insert(1, f"|{'---|' * len(rows[0])}")
    return "\n".join(lines)


def _stripped(row: str, start: int, end: int) -> Span:
    found = _LINE.search(row, start, end)
    return found.span() if found else (end, end)


def _runs(text: str, start: int) -> Iterator[list[Span]]:
    """Lines without a blank one between them, whose parts are separated by the same sign."""
    run: list[Span] = []
    separator = ""
    for found in _LINE.finditer(text, start):
        own = _separator(found.group())
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
    return "\t" if "\t" in line and not _LIST_MARK.fullmatch(line) else ""


def _are_rows(lines: Sequence[str], *, has_rule: bool) -> bool:
    """Whether lines that all have the separator make a table, and do not have it by chance."""
    if "|" in lines[0] or lines[0][0] == "+":
        return has_rule or all(len(line) > 1 and line[0] == line[-1] == "|" for line in lines)
    return len(lines) > 1 and all(len(line.split()) <= ROW_WORD_LIMIT for line in lines)


def _is_filled(row: str) -> bool:
    return sum(start < end for start, end in cell_spans(row)) > 1


def _looks_like_header(lines: Sequence[str]) -> bool:
    """Whether the first row names the columns: a word, or two years, above columns of figures."""
    names, *others = ([line[start:end] for _, (start, end) in named_cells(line, lines[0])] for line in lines)
    if len(names) < 2 or not all(names[1:]) or any(_DIGIT.search(name) and not _YEAR.fullmatch(name) for name in names):
        return False
    columns = [list(filter(None, column)) for column in zip_longest(*others, fillvalue="")]
    figures = [
        (name, column)
        for name, column in zip(names, columns, strict=False)
        if column and all(map(_DIGIT.search, column))
    ]
    years = [column for name, column in figures if _YEAR.fullmatch(name)]
    return len(figures) > (len(years) == 1) and not any(all(map(_YEAR.fullmatch, column)) for column in years)
