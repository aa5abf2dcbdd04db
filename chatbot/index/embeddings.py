"""Embeddings: the vectors of many texts, from the store or else computed batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

import numpy as np

from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.storage.store import Store, row_key

BATCH_SIZE = 512  # texts that are embedded between two reports of progress: 0.1 s of words, 1 s of passages


def embedded(
    names: Sequence[str | bytes], text: Callable[[int], str], encoder: Encoder, store: Store | None
) -> Generator[tuple[int, int], None, Vectors]:
    """Give the vectors of some texts, in their order; equal texts are embedded once.

    `names` are the texts or their digests, by which the store has their vectors; `text` gives the text of a number, and
    is only asked for those that have no vector. Before each batch it yields how many of how many texts are done.
    """
    identity = encoder.identity  # once: to look a version up takes 0.1 ms
    keys = [row_key(identity, name) for name in names]
    rows = store.load(keys) if store else {}
    last = {key: number for number, key in enumerate(keys)}
    missing = [(key, number) for key, number in last.items() if key not in rows]
    for start in range(0, len(missing), BATCH_SIZE):
        yield len(keys) - len(missing) + start, len(keys)
        batch = missing[start : start + BATCH_SIZE]
        vectors = encoder.encode([text(number) for _, number in batch])
        new = {key: vector.tobytes() for (key, _), vector in zip(batch, vectors, strict=True)}
        if store:
            store.save(new)
        rows |= new
    if not keys:
        return encoder.encode([])
    joined: Vectors = np.empty((len(keys), len(rows[keys[0]]) // np.dtype(np.float32).itemsize), np.float32)
    for number, key in enumerate(keys):  # and each row is freed, as all of them twice are a lot of memory
        joined[number] = np.frombuffer(rows[key] if number < last[key] else rows.pop(key), np.float32)
    return joined


def all_embedded(texts: Sequence[str], encoder: Encoder, store: Store | None) -> Vectors:
    """The vectors of some texts, in their order."""
    work = embedded(texts, texts.__getitem__, encoder, store)
    while True:
        try:
            next(work)
        except StopIteration as end:
            vectors: Vectors = end.value
            return vectors
