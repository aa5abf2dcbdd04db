"""Embedding: the vectors of many texts, from the cache or else made batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import Vectors
from chatbot.encoders.vectors import KeptVectors, in_eight_bits
from chatbot.index.places import places_in
from chatbot.storage.cache import Cache, content_key
from chatbot.text.text_keys import Keys

KIND = "vectors"

MOST_FILES = 32
"""Files that the vectors of a list may be spread over; then they are put in one again."""

EXACT, EIGHT_BITS = "exact", "8 bits"


@dataclass(frozen=True, slots=True)
class Embedder:
    """What makes vectors, and how: `made_by` names it, so that vectors of one name are the same.

    `batch_size` texts are embedded at a time, after which progress can be told or a reader may have quit, and every
    `kept_together` are put in the cache, so that no more of them are lost when the program is killed. Of more than
    `exact_rows` texts the vectors are kept in 8 bits.
    """

    made_by: str
    encode: Callable[[Sequence[str]], Vectors]
    batch_size: int
    kept_together: int
    exact_rows: float


class Embedding:
    """The vectors of a list of texts, as far as there are any yet; each text is embedded once, however often it occurs.

    One thread may add vectors while others use those of `is_there`.
    """

    def __init__(
        self,
        keys: Keys,
        text: Callable[[int], str],
        embedder: Embedder,
        cache: Cache | None = None,
        earlier: Sequence[Embedding] = (),
    ) -> None:
        """Take what `earlier` ones, or else the cache, have of the texts with these keys; `text` gives one by number.

        Where earlier ones are of use the cache is not looked through, and keeps nothing but what is new: files with
        all vectors would be read and written whenever an article changes, and a start puts the parts together.
        """
        self.keys = keys
        self.is_there: NDArray[np.bool_] = np.zeros(len(keys), dtype=np.bool_)
        self.vectors: KeptVectors | None = None
        self._text = text
        self._embedder = embedder
        self._form = EXACT if len(keys) <= embedder.exact_rows else EIGHT_BITS
        self._cache = cache
        self._adding = Lock()
        self._files: set[str] = set()
        self._is_renewed = self._take_over(earlier)
        is_whole = not self._is_renewed and self._take_whole()
        if not is_whole and not self._is_renewed:
            self._take_parts()
        missing = np.flatnonzero(~self.is_there)
        _, firsts = np.unique(keys[missing], return_index=True)
        self._missing = missing[np.sort(firsts)]
        self._made = self._kept = 0
        self._by_key = np.argsort(keys, kind="stable") if len(missing) else missing
        self._sorted_keys = keys[self._by_key]
        if not is_whole and not self.left:
            self._keep()

    @property
    def left(self) -> int:
        """How many texts have no vector yet."""
        return len(self._missing) - self._made

    def add_next_batch(self) -> bool:
        """Embed some more texts; tells whether there are any left after those."""
        with self._adding:
            batch = self._missing[self._made : self._made + self._embedder.batch_size]
            if len(batch):
                vectors = self._embedder.encode([self._text(int(number)) for number in batch])
                self._put(batch, vectors)
                self._made += len(batch)
                self._keep()
            return self.left > 0

    def _put(self, numbers: NDArray[np.int64], vectors: Vectors) -> None:
        kept = self._room_for(vectors.shape[1])
        firsts = np.searchsorted(self._sorted_keys, self.keys[numbers])
        lengths = np.searchsorted(self._sorted_keys, self.keys[numbers], side="right") - firsts
        places = np.repeat(firsts - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))
        rows = self._by_key[places]
        _assign(kept, rows, KeptVectors(np.repeat(vectors, lengths, axis=0), np.empty(0, dtype=np.float32)))
        self.is_there[rows] = True

    def _room_for(self, dimensions: int) -> KeptVectors:
        if self.vectors is None:
            shape = (len(self.keys), dimensions)
            if self._form == EXACT:
                self.vectors = KeptVectors(np.zeros(shape, dtype=np.float32), np.empty(0, dtype=np.float32))
            else:
                self.vectors = KeptVectors(np.zeros(shape, dtype=np.int8), np.zeros(shape[0], dtype=np.float32))
        return self.vectors

    def _take_whole(self) -> bool:
        """Take all vectors from the cache, as they are, if it has them."""
        whole = self._cache.load(KIND, self._maker(self._form), _file_key(self.keys)) if self._cache else None
        if whole is None:
            return False
        self.vectors = KeptVectors(whole["numbers"], whole["scales"])
        self._files.add(_file_key(self.keys))
        self.is_there[:] = True
        return True

    def _take_over(self, earlier: Sequence[Embedding]) -> bool:
        """Take the vectors that earlier ones have in this form, or in the exact one; tells whether they have any."""
        for other in earlier:
            if other.vectors is None or other._embedder.made_by != self._embedder.made_by:
                continue
            if self._form == EIGHT_BITS or other.vectors.is_exact:
                is_used = self._take_from(other.keys, other.vectors, np.flatnonzero(other.is_there))
                if is_used and other._form == self._form:
                    self._go_on_using(other._files)
            if self.is_there.all():
                break
        return bool(self.is_there.any())

    def _go_on_using(self, files: set[str]) -> None:
        """Have the cache keep the files that hold what was taken over, for the next start."""
        self._files |= files
        if self._cache:
            for file in files:
                self._cache.use(KIND, self._maker(self._form), file)

    def _take_parts(self) -> None:
        """Take the vectors that any file of the cache has in this form, or in the exact one.

        The files stay there until all vectors are in one: else the first that is saved might push them out.
        """
        if self._cache is None:
            return
        for form in dict.fromkeys((self._form, EXACT)):
            for arrays in self._cache.load_all(KIND, self._maker(form)):
                vectors = KeptVectors(arrays["numbers"], arrays["scales"])
                if self._take_from(arrays["keys"], vectors, np.arange(len(vectors))):
                    self._cache.use(KIND, self._maker(form), _file_key(arrays["keys"]))
                if self.is_there.all():
                    return

    def _take_from(self, keys: Keys, vectors: KeptVectors, rows: NDArray[np.int64]) -> bool:
        """Take those of the vectors in these rows, each with its key, that are not there yet; tells whether any is."""
        rows = rows[np.argsort(keys[rows], kind="stable")]
        wanted = np.flatnonzero(~self.is_there)
        places, is_in = places_in(keys[rows], self.keys[wanted])
        if is_in.any():
            taken = wanted[is_in]
            _assign(self._room_for(vectors.numbers.shape[1]), taken, _rows(vectors, rows[places[is_in]]))
            self.is_there[taken] = True
        return bool(is_in.any())

    def _keep(self) -> None:
        """Put in the cache what was made since the last time, if it is enough, or else all once it is complete."""
        if self._cache is None or self.vectors is None:
            return
        if not self.left and (not self._is_renewed or len(self._files) >= MOST_FILES):
            if self._save(self._cache, self.keys, self.vectors):
                self._files = {_file_key(self.keys)}
                self._drop_parts(self._cache)
                self._take_whole()  # mapped, so that they need not stay in memory
        elif self._made - self._kept >= (self._embedder.kept_together if self.left else 1):
            rows = self._missing[self._kept : self._made]
            self._save(self._cache, self.keys[rows], _rows(self.vectors, rows))
            self._kept = self._made

    def _save(self, cache: Cache, keys: Keys, vectors: KeptVectors) -> bool:
        arrays = {"keys": keys, "numbers": vectors.numbers, "scales": vectors.scales}
        is_saved = cache.save(KIND, self._maker(self._form), _file_key(keys), arrays)
        if is_saved:
            self._files.add(_file_key(keys))
        return is_saved

    def _drop_parts(self, cache: Cache) -> None:
        """Drop the files that hold no vector but those of the whole that was saved."""
        maker = self._maker(self._form)
        ordered = np.sort(self.keys)
        for arrays in cache.load_all(KIND, maker):
            part = arrays["keys"]
            if len(part) < len(ordered) and places_in(ordered, part)[1].all():
                cache.drop(KIND, maker, _file_key(part))

    def _maker(self, form: str) -> str:
        return f"{self._embedder.made_by}, {form}"


def _file_key(keys: Keys) -> str:
    return content_key(np.ascontiguousarray(keys).tobytes())


def _rows(vectors: KeptVectors, rows: NDArray[np.int64]) -> KeptVectors:
    return KeptVectors(vectors.numbers[rows], vectors.scales if vectors.is_exact else vectors.scales[rows])


def _assign(kept: KeptVectors, rows: NDArray[np.int64], vectors: KeptVectors) -> None:
    """Put vectors, in one form or the exact one, in those rows."""
    if kept.is_exact:
        kept.numbers[rows] = vectors.numbers
    elif vectors.is_exact:
        kept.numbers[rows], kept.scales[rows] = in_eight_bits(np.asarray(vectors.numbers, dtype=np.float32))
    else:
        kept.numbers[rows], kept.scales[rows] = vectors.numbers, vectors.scales
