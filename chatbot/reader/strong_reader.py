"""The reader with a strong encoder: cosines of windows of two sentences, and late interaction of tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from threading import Lock

import numpy as np

from chatbot.encoders.encoder import StrongEncoder, TokenStates
from chatbot.passages.passage import Passage
from chatbot.reader.language_means import centred
from chatbot.reader.reading import Reading, packed_reading, unpacked_reading, windows
from chatbot.reader.relevance import Calibration, Comparison, ReadingReport, Relevance, length_share
from chatbot.storage.store import Key, Store, row_key
from chatbot.text.language_code import Language

WINDOW_WEIGHT = 4.2
"""Weight of the cosine of the question and the nearest window, beside the scores of the first stage."""

TOKEN_WEIGHT = 9.0
"""Weight of MaxSim, the mean over the tokens of the question of the cosine with the most similar token of the passage.

Khattab and Zaharia (2020, ColBERT) trained for it; the states of an encoder that was not serve as well. Both weights
were fitted by logistic regression over the candidates of all questions of four sets in two languages.
"""

TOKEN_LOGIT, LENGTH_LOGIT = 14.9, 1.1
"""Weights of the MaxSim of a sentence's own tokens, and of its length."""

CALIBRATION = Calibration(
    answer=0.5,
    words_logit=0.3,
    similarity=19.2,
    relevance=2.61,
    coverage=0.0,
    across_languages=1.46,
    size=-1.51,
    intercept=-8.65,
)

READING_VERSION = 1
"""To be raised with every change to what a cached reading holds."""

BATCH_SIZE = 4
"""Passages that are read at a time, in 0.2 s on two cores: so long a question or its cancellation waits at most."""

CACHE_SIZE = 512
"""Readings that are held in memory, 60 kB each, packed."""


class StrongReader:
    """Reads passages when questions bring them up, or ahead; each once, as the store caches the readings."""

    def __init__(self, encoder: StrongEncoder, store: Store | None = None) -> None:
        self._encoder = encoder
        self._store = store
        self._maker = f"{encoder.identity}, reading {READING_VERSION}"
        self._cache: dict[Key, bytes] = {}
        self._reading = Lock()

    def compare(
        self, question: str, language: Language, passages: Sequence[Passage], report: ReadingReport
    ) -> Comparison:
        """The relevance of each passage; those that were not read yet are read first (40 ms each on two cores)."""
        asked = centred(self._encoder.encode_question(question), "question", language)
        keys = [self._key(passage) for passage in passages]
        readings = self._known(keys)
        unread = [(key, passage) for key, passage in zip(keys, passages, strict=True) if key not in readings]
        for start in range(0, len(unread), BATCH_SIZE):
            report(start, len(unread))
            rows = self._read(dict(unread[start : start + BATCH_SIZE]))
            readings |= {key: unpacked_reading(row) for key, row in rows.items()}
        relevances = tuple(
            _relevance(asked, passage, readings[key]) for key, passage in zip(keys, passages, strict=True)
        )
        return Comparison(relevances, CALIBRATION)

    def unread(self, passages: Sequence[Passage]) -> Iterator[Passage]:
        """Those of the passages that the store does not have yet."""
        keys = [self._key(passage) for passage in passages]
        known = {*self._cache, *(self._store.known(keys) if self._store else ())}
        return (passage for key, passage in zip(keys, passages, strict=True) if key not in known)

    def read_ahead(self, passages: Sequence[Passage]) -> None:
        """Read some passages that no question has brought up yet."""
        self._read({self._key(passage): passage for passage in passages})

    def _known(self, keys: Sequence[Key]) -> dict[Key, Reading]:
        """The readings that are in memory or in the store; a row that holds none is left out."""
        cached = dict(self._cache)  # which reading ahead may evict from
        rows = {key: cached[key] for key in keys if key in cached}
        if self._store:
            rows |= self._store.load(key for key in keys if key not in rows)
        readings: dict[Key, Reading] = {}
        for key, row in rows.items():
            with suppress(ValueError):
                readings[key] = unpacked_reading(row)
        return readings

    def _read(self, passages: Mapping[Key, Passage]) -> dict[Key, bytes]:
        with self._reading:
            rows = {key: self._cache[key] for key in passages if key in self._cache}  # read while this waited
            texts = {key: windows(passage) for key, passage in passages.items() if key not in rows}
            states = iter(self._encoder.encode_passages([text for own in texts.values() for text in own]))
            new = {key: packed_reading(passages[key], [next(states) for _ in own]) for key, own in texts.items()}
            for key in list(self._cache)[: max(0, len(self._cache) + len(new) - CACHE_SIZE)]:
                del self._cache[key]
            self._cache |= new
        if self._store:
            self._store.save(new)
        return rows | new

    def _key(self, passage: Passage) -> Key:
        parts = (part for window in windows(passage) for part in window)
        return row_key(self._maker, passage.article.language, *parts)


def _relevance(question: TokenStates, passage: Passage, reading: Reading) -> Relevance:
    (asked,) = question.parts
    none = (0.0,) * len(passage.sentences)
    if not len(asked):
        return Relevance(0.0, none, none)
    nearest_window = float((reading.windows @ question.vector).max())
    most_similar = [(asked @ tokens.T).max(axis=1, initial=-1.0) for tokens in reading.sentences]
    max_sim = float(np.max(most_similar, axis=0).mean())
    logits = tuple(
        TOKEN_LOGIT * float(own.mean()) + LENGTH_LOGIT * length_share(passage.sentence_text(number))
        for number, own in enumerate(most_similar)
    )
    return Relevance(WINDOW_WEIGHT * nearest_window + TOKEN_WEIGHT * max_sim, none, logits)
