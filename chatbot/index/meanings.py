"""The meanings of a corpus: the vectors of its words, passages and sentences, and what is told from them."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from chatbot.encoders.encoder import Encoder
from chatbot.encoders.vectors import EXACT_ROWS, KeptVectors
from chatbot.index.embedding import Embedder, Embedding
from chatbot.index.vocabulary import Vocabulary, variants
from chatbot.passages.analyse import passage_in_context, sentence_in_context
from chatbot.storage.array_fields import from_arrays, to_arrays
from chatbot.storage.cache import Cache, source_key
from chatbot.text.text_keys import text_keys

if TYPE_CHECKING:
    from chatbot.passages.analysed import Analysed
    from chatbot.passages.passage_list import PassageList

BATCH_SIZES = (512, 32, 128)
"""Words, passages and sentences that are embedded at a time: each about a tenth of a second, on several cores."""

KEPT_TOGETHER = 4096
"""Texts that are put in the cache at a time: about ten seconds of work."""

KIND = "vocabulary"


class Meanings:
    """What the light encoder makes of a corpus; it can be asked for nothing until it `is_ready`."""

    vocabulary: Vocabulary
    passages: KeptVectors
    sentences: KeptVectors
    is_ready: bool

    def __init__(
        self,
        analysed: Analysed,
        passages: PassageList,
        encoder: Encoder,
        cache: Cache | None = None,
        earlier: Meanings | None = None,
    ) -> None:
        """Take what there is from the cache and from the `earlier` meanings of much the same corpus; embed nothing."""
        self.encoder = encoder
        self._analysed = analysed
        self._cache = cache
        self._earlier_vocabulary = earlier.vocabulary if earlier and earlier.is_ready else None
        self._known = cache.load(KIND, self._made_by, analysed.key) if cache else None
        keys = self._known["hubs.keys"] if self._known else text_keys(form for _, form in self._pairs)
        words, wholes, parts = (
            Embedder(encoder.identity, encoder.encode, size, KEPT_TOGETHER, EXACT_ROWS) for size in BATCH_SIZES
        )
        before = earlier.embeddings if earlier else ()
        self.embeddings: tuple[Embedding, ...] = (
            Embedding(keys, lambda number: self._pairs[number][1], words, cache, before),
            Embedding(
                analysed.passage_keys, lambda number: passage_in_context(passages[number]), wholes, cache, before
            ),
            Embedding(
                analysed.sentence_keys,
                lambda number: sentence_in_context(*passages.sentence(number)),
                parts,
                cache,
                before,
            ),
        )
        self.is_ready = False
        self._adding = Lock()
        if not self.left:
            self._complete()

    @property
    def total(self) -> int:
        """How many texts there are."""
        return sum(len(embedding.keys) for embedding in self.embeddings)

    @property
    def left(self) -> int:
        """How many of them have no vector yet."""
        return sum(embedding.left for embedding in self.embeddings)

    def add_next_batch(self) -> bool:
        """Embed some more texts, and tell what they tell once there are all; says whether there is more to do."""
        with self._adding:
            unfinished = next((embedding for embedding in self.embeddings if embedding.left), None)
            if unfinished:
                unfinished.add_next_batch()
            if not self.left and not self.is_ready:
                self._complete()
            return not self.is_ready

    def _complete(self) -> None:
        forms, self.passages, self.sentences = (self._vectors(embedding) for embedding in self.embeddings)
        vector_arrays = to_arrays(forms, "vectors.")
        if self._known:
            self.vocabulary = from_arrays(Vocabulary, {**self._known, **vector_arrays})
        else:
            keys = self.embeddings[0].keys
            self.vocabulary = Vocabulary.of_vectors(self._pairs, keys, forms, self._earlier_vocabulary)
            self._earlier_vocabulary = None
            if self._cache:
                arrays = to_arrays(self.vocabulary)
                kept = {name: array for name, array in arrays.items() if name not in vector_arrays}
                self._cache.save(KIND, self._made_by, self._analysed.key, kept)
        self.is_ready = True

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """The words to embed, each with its term; the commonest spellings of each."""
        strings = list(self._analysed.forms.strings)
        forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for string, count in zip(strings, self._analysed.forms.totals().tolist(), strict=True):
            term, _, form = string.partition("\t")
            forms[term][form] = count
        return [(term, form) for term, counted in sorted(forms.items()) for form in variants(counted)]

    def _vectors(self, embedding: Embedding) -> KeptVectors:
        return embedding.vectors or KeptVectors.of(self.encoder.encode([]))

    @property
    def _made_by(self) -> str:
        return f"{self.encoder.identity}, {source_key()}"
