"""The picture of how costs grow with the corpus, as SVG: both axes are logarithmic."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, MARGIN = 250, 200, 55
"""Of a panel's field, and what lies around it, in pixels."""

COLOURS = ("#1f6feb", "#d9822b", "#8250df")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Panel:
    """One figure against the number of passages: the points of every peer, both coordinates positive."""

    title: str
    lines: Mapping[str, Sequence[Point]]


def growth_plot(panels: Sequence[Panel]) -> str:
    """The panels beside each other, with the names of the peers below."""
    width, height = len(panels) * (WIDTH + MARGIN) + MARGIN, HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"'
        f' font-size="12">\n<rect width="{width}" height="{height}" fill="white"/>'
    ]
    for number, panel in enumerate(panels):
        parts += [
            f'<g transform="translate({MARGIN + number * (WIDTH + MARGIN)},{MARGIN - 20})">',
            *_panel(panel),
            "</g>",
        ]
    names = dict.fromkeys(name for panel in panels for name in panel.lines)
    for (name, colour), x in zip(zip(names, COLOURS, strict=False), range(MARGIN, width, 120), strict=False):
        parts.append(f'<text x="{x}" y="{height - 12}" fill="{colour}">● {name}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _panel(panel: Panel) -> Iterable[str]:
    xs, ys = zip(*(point for line in panel.lines.values() for point in line), strict=True)
    left, right = _decades(xs)
    bottom, top = _decades(ys)

    def across(x: float) -> float:
        return (math.log10(x) - left) / (right - left) * WIDTH

    def up(y: float) -> float:
        return HEIGHT - (math.log10(y) - bottom) / (top - bottom) * HEIGHT

    yield f'<text y="-10">{panel.title}</text>'
    for power in range(left, right + 1):
        x = across(10.0**power)
        yield f'<path d="M{x:.1f} 0V{HEIGHT}" stroke="#ddd"/>'
        yield f'<text x="{x:.1f}" y="{HEIGHT + 18}" text-anchor="middle">{_label(power)}</text>'
    for power in range(bottom, top + 1):
        y = up(10.0**power)
        yield f'<path d="M0 {y:.1f}H{WIDTH}" stroke="#ddd"/>'
        yield f'<text x="-6" y="{y + 4:.1f}" text-anchor="end">{_label(power)}</text>'
    for line, colour in zip(panel.lines.values(), COLOURS, strict=False):
        places = [(across(x), up(y)) for x, y in line]
        yield f'<path d="M{" L".join(f"{x:.1f} {y:.1f}" for x, y in places)}" stroke="{colour}" fill="none"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)


def _decades(values: Iterable[float]) -> tuple[int, int]:
    """The powers of ten that the values lie between; at least one apart."""
    powers = [math.log10(value) for value in values]
    lowest = math.floor(min(powers))
    return lowest, max(math.ceil(max(powers)), lowest + 1)


def _label(power: int) -> str:
    """A power of ten as people write it: 0.001, 1,000, 1M."""
    return f"{10 ** (power - 6)}M" if power >= 6 else f"{10**power:,}" if power >= 0 else f"{10.0**power:.{-power}f}"
