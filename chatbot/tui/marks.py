"""Marks: what is to be shown of a citation, and of what a reader looks for, in a text, apart from how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from chatbot.answers.answer import Citation


class Role(Enum):
    """Why a part of an article is marked; the values end the names of component classes."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    SIGN = "sign"
    PASSAGE = "passage"
    BEST = "best"
    MATCH = "match"
    HIT = "hit"
    CURRENT_HIT = "current-hit"
    SELECTED = "selected"


class Mark(NamedTuple):
    """A marked span of an article, in code points."""

    start: int
    end: int
    role: Role


class Piece(NamedTuple):
    """A slice of an article over which the same roles hold."""

    start: int
    end: int
    roles: tuple[Role, ...]


def citation_marks(citation: Citation) -> tuple[Mark, ...]:
    """The passage, the sentence that fits the question best, and the words that met the question."""
    best = (Mark(start, end, Role.BEST) for start, end in citation.highlights)
    matches = (Mark(match.start, match.end, Role.MATCH) for match in citation.matches)
    return (Mark(citation.start, citation.end, Role.PASSAGE), *best, *matches)


def cut(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The slice `[start:end]` cut where a mark starts or ends, in order and without gaps."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(max(start, mark.start) for mark in inside), *(min(end, mark.end) for mark in inside)})
    for first, last in pairwise(edges):
        covering = (mark.role for mark in inside if mark.start <= first and mark.end >= last)
        yield Piece(first, last, tuple(dict.fromkeys(covering)))
