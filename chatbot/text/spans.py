"""Spans: slices of a text by their offsets."""

from __future__ import annotations

Span = tuple[int, int]  # start and end of a slice, in code points, the end not included


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a code point."""
    return one[0] < other[1] and other[0] < one[1]
