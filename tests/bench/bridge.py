"""The bridge between the languages: what it takes to find the words of a corpus that a question's words are like.

The corpus's words are the commonest of the two languages, from the dictionaries that the program has for misspelt
words: half a million is nearly all of them. Beside it, each word is compared with every one of them as floats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter

import numpy as np
from spellchecker import SpellChecker

from chatbot.encoders.blas import THREADS, one_core_each
from chatbot.encoders.encoder import UniversalSentenceEncoder, Vectors
from chatbot.encoders.vectors import KeptVectors
from chatbot.index.query import ALTERNATIVE_LIMIT, SIMILARITY_FLOOR
from chatbot.index.vocabulary import Vocabulary
from chatbot.text.analysis import term
from chatbot.text.language import Language
from chatbot.text.text_keys import text_keys
from tests.bench.tables import ratio, seconds, table

LANGUAGES: tuple[Language, ...] = ("nl", "en")
SHORTEST_WORD = 3
ROUNDS = 20
BATCH = 512
QUESTIONS = (
    ("generals", "Venezuelan", "army", "Venezuelan army"),
    ("landen", "steunen", "regering", "president", "Maduro", "president Maduro"),
    ("stuurt", "China", "troepen", "Caribische", "Zee", "stuurt China", "Caribische Zee"),
    ("keeps", "Venezuela", "buying", "spare", "parts", "fighter", "jets", "spare parts", "fighter jets"),
)
"""What four questions ask for, each in words and pairs of neighbours."""


def bridge_table(count: int) -> str:
    """What the bridge costs a question over a vocabulary of so many words, and how much of what is nearest it finds."""
    encoder = UniversalSentenceEncoder()
    pairs = sorted((term(word, language), word) for language, word in _words(count))
    forms = [form for _, form in pairs]
    vectors = np.concatenate([encoder.encode(forms[at : at + BATCH]) for at in range(0, len(forms), BATCH)])
    vocabulary = Vocabulary.of_vectors(pairs, text_keys(forms), KeptVectors.of(vectors))
    rows = []
    for words in QUESTIONS:
        asked = encoder.encode(words)
        meaning = _times(partial(vocabulary.nearest, asked, SIMILARITY_FLOOR))
        spelling = _times(partial(_spelt_alike, vocabulary, words))
        all_compared = _times(partial(_all_cosines, vectors, asked))
        both = [one + other for one, other in zip(meaning, spelling, strict=True)]
        rows.append([str(len(words)), *map(seconds, (both, meaning, spelling)), ratio(all_compared, meaning)])
    recall = _recall(vocabulary, vectors, encoder.encode([word for words in QUESTIONS for word in words]))
    title = f"The bridge over {len(forms):,} words; of the {ALTERNATIVE_LIMIT} nearest it finds {recall:.1%}"
    header = ["words and pairs of a question", "it", "by meaning", "by spelling", "every word compared / by meaning"]
    return table(title, header, rows)


def _times(work: Callable[[], object]) -> list[float]:
    """The seconds that it takes each time."""
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return times


def _spelt_alike(vocabulary: Vocabulary, words: Sequence[str]) -> None:
    for word in words:
        vocabulary.spellings.alike(word)


def _all_cosines(vectors: Vectors, asked: Vectors) -> list[Vectors]:
    with one_core_each() as threads:
        return list(threads.map(lambda part: asked @ part.T, np.array_split(vectors, THREADS)))


def _recall(vocabulary: Vocabulary, vectors: Vectors, asked: Vectors) -> float:
    """The share of the nearest words to each vector, if they are near enough to count, that the vocabulary gives."""
    found = nearest = 0
    for vector, neighbours in zip(asked, vocabulary.nearest(asked, SIMILARITY_FLOOR), strict=True):
        similarities = vectors @ vector - vocabulary.hubness
        best = np.argsort(-similarities)[:ALTERNATIVE_LIMIT]
        best = best[similarities[best] >= SIMILARITY_FLOOR]
        nearest += len(best)
        found += len(np.intersect1d(best, neighbours.numbers[:ALTERNATIVE_LIMIT]))
    return found / nearest


def _words(count: int) -> Iterator[tuple[Language, str]]:
    """So many words of both languages, of each the same share of those that its dictionary has, the commonest first."""
    frequencies = {language: SpellChecker(language=language).word_frequency for language in LANGUAGES}
    known = {
        language: sorted(
            (word for word in counts.words() if len(word) >= SHORTEST_WORD), key=lambda word: (-counts[word], word)
        )
        for language, counts in frequencies.items()
    }
    total = sum(map(len, known.values()))
    for language, words in known.items():
        yield from ((language, word) for word in words[: count * len(words) // total])
