"""The margin: which cited passages stand beside a line of an article, and which of them starts there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from chatbot.answers.answer import Citation
from chatbot.tui.page import Kind, Line

MARGIN_WIDTH = 5
"""The cells left of the text: a passage has its number there where it starts, and a bar beside all of it."""

_NUMBER_CELLS = 3
_BAR = "▌"


class MarginPiece(NamedTuple):
    """A part of the margin of one line, with the citation that it is about."""

    text: str
    citation: Citation | None


class Margin:
    """The passages that `cited` has from one article; where they overlap, the open one goes first."""

    def __init__(self, article: str, cited: Sequence[Citation] = (), *, open_citation: Citation | None = None) -> None:
        in_order = sorted(cited, key=lambda citation: (citation is not open_citation, citation.start))
        self._cited = [citation for citation in in_order if citation.article == article]

    def citation_at(self, line: Line) -> Citation | None:
        """The citation that starts in the line or else goes on there."""
        return self._starting_in(line) or self._beside(line)

    def pieces(self, line: Line) -> tuple[MarginPiece, MarginPiece]:
        """The number and the bar, together `MARGIN_WIDTH` cells wide."""
        starting, beside = self._starting_in(line), self._beside(line)
        number = (f"[{starting.number}]" if starting else "").rjust(_NUMBER_CELLS)
        bar = (_BAR if beside else "").ljust(MARGIN_WIDTH - len(number))
        return MarginPiece(number, starting), MarginPiece(bar, beside)

    def _starting_in(self, line: Line) -> Citation | None:
        return self._first(line, lambda citation: line.start <= citation.start < line.end)

    def _beside(self, line: Line) -> Citation | None:
        return self._first(line, lambda citation: citation.start < line.end and citation.end > line.start)

    def _first(self, line: Line, fits: Callable[[Citation], bool]) -> Citation | None:
        return next(filter(fits, self._cited), None) if line.kind is Kind.PARAGRAPH else None
