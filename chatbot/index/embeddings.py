"""Embeddings: the vectors of many texts, from the store or else computed batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.storage.store import Key, Store, row_key

BATCH_SIZE = 512  # texts that are embedded between two reports of progress: 0.1 s of words, 1 s of passages


class Embeddings:
    """The vectors of a list of texts; equal texts are embedded once.

    One thread may embed while others look at `left`.
    """

    def __init__(
        self, names: Sequence[str | bytes], text: Callable[[int], str], encoder: Encoder, store: Store | None = None
    ) -> None:
        """Take from the store what it has, and embed nothing yet.

        `names` are the texts or their digests, by which the store has their vectors; `text` gives the text of a number,
        and is only asked for those that have no vector.
        """
        self._encoder = encoder
        self._store = store
        self._text = text
        identity = encoder.identity  # once: to look a version up takes 0.1 ms
        self._keys = [row_key(identity, name) for name in names]
        self._rows: dict[Key, bytes] = store.load(self._keys) if store else {}
        numbers = {key: number for number, key in enumerate(self._keys)}
        self._missing = [(key, number) for key, number in numbers.items() if key not in self._rows]
        self.total = len(names)

    @property
    def left(self) -> int:
        """How many different texts have no vector yet."""
        return len(self._missing)

    def add_next_batch(self) -> None:
        """Embed some more texts."""
        batch = self._missing[:BATCH_SIZE]
        vectors = self._encoder.encode([self._text(number) for _, number in batch])
        new = {key: vector.tobytes() for (key, _), vector in zip(batch, vectors, strict=True)}
        if self._store:
            self._store.save(new)
        self._rows |= new
        self._missing = self._missing[len(batch) :]

    def take_vectors(self) -> Vectors:
        """The vectors of all texts, in their order, once none is left; they can be taken once, as they may be many."""
        if not self.total:
            return self._encoder.encode([])
        joined = b"".join(self._rows[key] for key in self._keys)
        self._rows, self._keys = {}, []
        return np.frombuffer(joined, dtype=np.float32).reshape(self.total, -1)
