"""The bridge between the languages over a large vocabulary: `python -m tests.bench.bridge [FORMS]`.

The vocabulary is made up, of real parts. The words of the articles, of the questions about them and of the program's
own sources are embedded, some three thousand. Each further form lies between two of those, nearer to the first, with
as much added at random as sets it 0.75 to 0.95 from there, as the forms of one word and words of one meaning lie in the
space of the encoder; it is spelt with the beginning of the first and the end of the second.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np

from chatbot.encoders.encoder import UniversalSentenceEncoder, Vectors
from chatbot.encoders.vectors import KeptVectors
from chatbot.index.query import ALTERNATIVE_LIMIT, SIMILARITY_FLOOR
from chatbot.index.vocabulary import Vocabulary
from chatbot.text.text_keys import text_keys
from chatbot.text.words import has_digit, split_words

FORMS = 500_000
ROUNDS = 20
ROOT = Path(__file__).parent.parent.parent
WORDS = (
    ("generals", "Venezuelan", "army", "Venezuelan army"),
    ("stuurt", "China", "troepen", "Caribische", "Zee", "stuurt China", "Caribische Zee"),
    ("keeps", "Venezuela", "buying", "spare", "parts", "fighter", "jets", "spare parts", "fighter jets"),
    ("landen", "steunen", "regering", "president", "Maduro", "president Maduro"),
)
"""What four questions ask for, each in words and pairs of neighbours."""


def main(forms: int = FORMS) -> None:
    """Write what the bridge costs, and how much of what is nearest it finds."""
    sys.stdout.writelines(f"{line}\n" for line in bridge_lines(forms))


def bridge_lines(forms: int) -> Iterator[str]:
    """What it takes to make a vocabulary of so many forms ready and to ask it, each as it is known."""
    encoder = UniversalSentenceEncoder()
    spellings, vectors = _vocabulary(forms, encoder)
    kept = KeptVectors.of(vectors)
    began = process_time()
    vocabulary = Vocabulary.of_vectors([(f"{form}@nl", form) for form in spellings], text_keys(spellings), kept)
    yield f"{forms:,} forms, made ready in {process_time() - began:.1f} s of one core"
    for words in WORDS:
        near = _time(partial(vocabulary.nearest, encoder.encode(words), SIMILARITY_FLOOR))
        alike = sum(_time(partial(vocabulary.spellings.alike, word)) for word in words)
        yield f"{len(words)} words and pairs: {near + alike:.1f} ms ({near:.1f} by meaning, {alike:.1f} by spelling)"
    asked = encoder.encode([word for words in WORDS for word in words])
    yield f"of the {ALTERNATIVE_LIMIT} nearest forms it finds {_recall(vocabulary, vectors, asked):.1%}"


def _time(work: Callable[[], object]) -> float:
    """The median of the milliseconds of one core that it takes."""
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        work()
        times.append(1000 * (process_time() - began))
    return median(times)


def _recall(vocabulary: Vocabulary, vectors: Vectors, asked: Vectors) -> float:
    """The share of the nearest forms of each vector, if they are near enough to count, that the vocabulary gives."""
    found = nearest = 0
    for vector, neighbours in zip(asked, vocabulary.nearest(asked, SIMILARITY_FLOOR), strict=True):
        similarities = vectors @ vector - vocabulary.hubness
        best = np.argsort(-similarities)[:ALTERNATIVE_LIMIT]
        best = best[similarities[best] >= SIMILARITY_FLOOR]
        nearest += len(best)
        found += len(np.intersect1d(best, neighbours.numbers[:ALTERNATIVE_LIMIT]))
    return found / nearest


def _vocabulary(count: int, encoder: UniversalSentenceEncoder) -> tuple[list[str], Vectors]:
    """Forms and their vectors, as the module says."""
    real = sorted(set(_real_words()))
    embedded = encoder.encode(real)
    random = np.random.default_rng(0)
    firsts, seconds = random.integers(len(real), size=(2, count))
    spellings = [
        real[first][: -(-2 * len(real[first]) // 3)] + real[second][len(real[second]) // 2 :]
        for first, second in zip(firsts, seconds, strict=True)
    ]
    vectors = np.empty((count, embedded.shape[1]), dtype=np.float32)
    for start in range(0, count, 10_000):
        rows = slice(start, start + 10_000)
        nearness = random.uniform(0.75, 0.95, size=(len(firsts[rows]), 1))
        noise = random.standard_normal((len(firsts[rows]), embedded.shape[1])) / embedded.shape[1] ** 0.5
        aside = _unit(embedded[seconds[rows]] + noise)
        vectors[rows] = _unit(nearness * embedded[firsts[rows]] + (1 - nearness**2) ** 0.5 * aside)
    return spellings, vectors


def _real_words() -> Iterator[str]:
    paths = [*ROOT.glob("corpus/*"), *ROOT.glob("tests/*.jsonl"), *ROOT.glob("chatbot/**/*.py")]
    for path in sorted(paths):
        for word in islice(split_words(path.read_text(encoding="utf-8")), 20_000):
            if len(word.form) > 2 and not has_digit(word.form):
                yield word.form


def _unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
