"""The reader with a strong encoder: cosines of windows of two sentences, and late interaction of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import StrongEncoder, TokenStates, Vectors
from chatbot.passages.passage import Passage
from chatbot.passages.quoted import quoted_numbers
from chatbot.progress import Work
from chatbot.reader.language_means import centred
from chatbot.reader.reading import Reading, packed_reading, unpacked_reading, windows
from chatbot.reader.relevance import Calibration, Comparison, ReadingReport, Relevance, unreported
from chatbot.storage.store import Key, Store, row_key
from chatbot.text.language_code import Language

WINDOW_WEIGHT = 4.2  # weight of the cosine of the question and the nearest window, beside the scores of the first stage

TOKEN_WEIGHT = 9.0
"""Weight of MaxSim, the mean over the tokens of the question of the cosine with the most similar token of the passage.

Khattab and Zaharia (2020, ColBERT) trained for it; the states of an encoder that was not serve as well. Both weights
were fitted by logistic regression over the candidates of all questions of four sets in two languages.
"""

TOKEN_LOGIT = 2.0
"""Weight of the MaxSim of a sentence as it is quoted, each token's cosines standardised over all of the sentences.

Standardised, a name that some sentences have to the letter does not outweigh all else that is asked: of four sets of
questions 60 % have their answer first, 58 % with plain MaxSim, and 56 % where a sentence is read without the neighbour
that it is quoted with.
"""

NEIGHBOUR_LOGIT = 9.0
"""Weight of how much nearer the window is that ends with a sentence than the one that it opens.

The encoder lets the states of a sentence's tokens take in the sentence after it, which may be the one that answers.
"""

LEAST_DEVIATION = 0.01  # added to the standard deviation of a token's cosines, which may be 0

CALIBRATION = Calibration(
    answer=0.5,
    other_language=0.6,
    passage_logit=0.56,
    words_logit=0.3,
    length_logit=0.9,
    similarity=3.0,
    relevance=2.5,
    coverage=1.0,
    across_languages=1.5,
    size=-1.0,
    intercept=-8.3,
)
"""`other_language` was chosen on a folder of articles in both languages with 556 questions, where it raises R@1 from
.752 to .757 and lowers false refusals from .047 to .041. On another with 120 questions R@1 goes from .683 to .692, and
false refusals go from .050 to .008. From 0.4 to 1.0 it does as much.
"""

READING_VERSION = 1  # to be raised with every change to what a cached reading holds

BATCH_SIZE = 4
"""Passages that are read at a time, in 0.2 s on two cores: so long a question or its cancellation waits at most."""

CACHE_SIZE = 512  # readings that are held in memory, 60 kB each, packed


class StrongReader:
    """Reads passages when questions bring them up, or ahead; each once, as the store caches the readings."""

    def __init__(self, encoder: StrongEncoder, store: Store | None = None) -> None:
        self._encoder = encoder
        self._store = store
        self._maker = f"{encoder.identity}, reading {READING_VERSION}"
        self._cache: dict[Key, bytes] = {}
        self._asked = lru_cache(maxsize=1)(self._encoded)  # passages are compared with a question, and then sentences
        self._reading = Lock()

    def compare(
        self, question: str, language: Language, passages: Sequence[Passage], report: ReadingReport
    ) -> Comparison:
        """The relevance of each passage; those that were not read yet are read first (40 ms each on two cores)."""
        asked = self._asked(question, language)
        readings = self._readings(passages, report)
        return Comparison(tuple(_relevance(asked, reading) for reading in readings), CALIBRATION)

    def sentence_logits(
        self, question: str, language: Language, passages: Sequence[Passage]
    ) -> tuple[tuple[float, ...], ...]:
        """For each sentence of some passages, by how much its meaning makes it the one that answers."""
        asked = self._asked(question, language)
        readings = self._readings(passages, unreported)
        cosines = np.array(
            [
                _nearest(asked.parts[0], reading, quoted_numbers(passage, number))
                for passage, reading in zip(passages, readings, strict=True)
                for number in range(len(passage.sentences))
            ]
        )
        standardised = (cosines - cosines.mean(axis=0)) / (cosines.std(axis=0) + LEAST_DEVIATION)
        max_sim = iter(standardised.mean(axis=1).tolist())
        return tuple(
            tuple(TOKEN_LOGIT * next(max_sim) + NEIGHBOUR_LOGIT * lead for lead in _leads(asked, reading))
            for reading in readings
        )

    def read_ahead(self, passages: Sequence[Passage]) -> Work:
        """Read those of the passages that the store does not have yet."""
        keys = [self._key(passage) for passage in passages]
        known = {*self._cache, *(self._store.known(keys) if self._store else ())}
        unread = [pair for pair in zip(keys, passages, strict=True) if pair[0] not in known]
        for start in range(0, len(unread), BATCH_SIZE):
            yield len(passages) - len(unread) + start, len(passages)
            self._read(dict(unread[start : start + BATCH_SIZE]))

    def _encoded(self, question: str, language: Language) -> TokenStates:
        return centred(self._encoder.encode_question(question), "question", language)

    def _readings(self, passages: Sequence[Passage], report: ReadingReport) -> list[Reading]:
        """The readings of the passages; those that were not read yet are read now."""
        keys = [self._key(passage) for passage in passages]
        rows = self._cache.copy()  # which reading ahead may evict from
        if self._store:
            rows |= self._store.load(key for key in keys if key not in rows)
        unread = [pair for pair in zip(keys, passages, strict=True) if pair[0] not in rows]
        for start in range(0, len(unread), BATCH_SIZE):
            report(start, len(unread))
            rows |= self._read(dict(unread[start : start + BATCH_SIZE]))
        return [unpacked_reading(rows[key]) for key in keys]

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


def _relevance(question: TokenStates, reading: Reading) -> Relevance:
    """What the passage as a whole adds, whichever of its sentences is looked at."""
    nearest_window = float((reading.windows @ question.vector).max())
    max_sim = float(_nearest(question.parts[0], reading, range(len(reading.sentences))).mean())
    return (WINDOW_WEIGHT * nearest_window + TOKEN_WEIGHT * max_sim,) * len(reading.sentences)


def _nearest(asked: Vectors, reading: Reading, numbers: Iterable[int]) -> NDArray[np.float32]:
    """For each token of the question, the cosine with the most similar token of some sentences of a passage."""
    tokens = np.concatenate([reading.sentences[number] for number in numbers])
    return np.asarray((asked @ tokens.T).max(axis=1, initial=-1.0))


def _leads(question: TokenStates, reading: Reading) -> list[float]:
    """For each sentence, by how much the window that ends with it is nearer to the question than the one it opens."""
    cosines = (reading.windows @ question.vector).tolist()
    middle = [max(0.0, ending - opened) for ending, opened in pairwise(cosines)]
    return [0.0, *middle, 0.0][: len(reading.sentences)]
