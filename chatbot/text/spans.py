"""Spans: slices of a text by their offsets."""

from __future__ import annotations

Span = tuple[int, int]
"""Start and end of a slice, in code points, the end not included."""
