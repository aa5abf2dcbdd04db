"""Tables of figures, in Markdown: medians, and ratios with their spread."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table under its title; the first column is set to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    ruler = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [
        "| " + " | ".join([cells[0].ljust(widths[0]), *map(str.rjust, cells[1:], widths[1:])]) + " |"
        for cells in (header, ruler, *rows)
    ]
    return "\n".join([title, "", *lines, ""])


def seconds(times: Sequence[float]) -> str:
    """The median of some times, in the unit that suits it."""
    middle = median(times)
    for unit, factor in (("s", 1.0), ("ms", 1e3)):
        if middle * factor >= 1:
            return f"{_figure(middle * factor)} {unit}"
    return f"{_figure(middle * 1e6)} µs"


def ratio(times: Sequence[float], own: Sequence[float]) -> str:
    """How many times as long something takes as its own counterpart of the same round: the median and the spread."""
    ratios = [time / other for time, other in zip(times, own, strict=True)]
    spread = f" ({_figure(min(ratios))}–{_figure(max(ratios))})" if len(ratios) > 1 else ""
    return f"{_figure(median(ratios))}{spread}"


def _figure(number: float) -> str:
    """Three significant digits, or a whole number."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
