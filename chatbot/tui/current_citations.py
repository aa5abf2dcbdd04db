"""The current citations: those of the answer that is being read, and the one of them that is open."""

from __future__ import annotations

from chatbot.tui.citation_card import CitationCard
from chatbot.tui.turn import Turn


class CurrentCitations:
    """Knows to which citations the keys go: those of the newest answer, or of the one opened last."""

    def __init__(self) -> None:
        self.turn: Turn | None = None
        self._open_card: CitationCard | None = None

    @property
    def cards(self) -> list[CitationCard]:
        """The citations of the answer, in their order; several may be of one passage, and have its number."""
        return self.turn.cards if self.turn else []

    @property
    def current(self) -> CitationCard | None:
        """The citation that is open, else the first of the answer."""
        return self._open_card or next(iter(self.cards), None)

    def open(self, card: CitationCard) -> None:
        """Mark the citation as the open one, and read the answer that it belongs to."""
        if card is not self._open_card:
            self.close()
        card.is_open = True
        self._open_card = card
        self.turn = card.query_ancestor(Turn)

    def close(self) -> None:
        """Mark the citation that was open as one like the others."""
        if self._open_card:
            self._open_card.is_open = False
        self._open_card = None

    def neighbour(self, step: int) -> CitationCard | None:
        """The citation so many after the open one, round and round; without an open one the first or the last."""
        if self._open_card in self.cards:
            return self.cards[(self.cards.index(self._open_card) + step) % len(self.cards)]
        return next(iter(self.cards if step > 0 else reversed(self.cards)), None)

    def numbered(self, text: str) -> CitationCard | None:
        """The citation that `text` is the number of."""
        return next((card for card in self.cards if str(card.citation.number) == text), None)
