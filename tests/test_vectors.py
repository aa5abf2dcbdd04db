"""Vectors that are kept: few as they are, many in a quarter of the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor

import numpy as np
import pytest

from chatbot.encoders.blas import one_core_each
from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.encoders.vectors import KeptVectors
from chatbot.index.outline import Outline
from chatbot.index.vocabulary import Vocabulary
from chatbot.passages.string_table import StringTable
from chatbot.text.text_keys import text_keys

DIMENSIONS = 96


def clustered(count: int, seed: int) -> Vectors:
    """Vectors of length 1, of which each lies near some others, as those of words do."""
    random = np.random.default_rng(seed)
    centres = np.random.default_rng(0).standard_normal((max(1, count // 20), DIMENSIONS))
    vectors = centres[random.integers(len(centres), size=count)] + 0.6 * random.standard_normal((count, DIMENSIONS))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def in_eight_bits(vectors: Vectors) -> KeptVectors:
    return KeptVectors.of(vectors, exact_rows=0)


@pytest.fixture
def threads() -> Iterator[Executor]:
    with one_core_each() as threads:
        yield threads


def test_few_vectors_are_kept_as_they_are() -> None:
    vectors = clustered(100, seed=1)
    kept = KeptVectors.of(vectors)
    assert kept.is_exact
    assert kept.numbers is vectors
    assert np.array_equal(kept.cosines(vectors[0]), vectors @ vectors[0])


def test_many_take_a_quarter_of_the_room_and_keep_their_cosines_to_a_thousandth() -> None:
    vectors = clustered(1500, seed=1)
    kept = in_eight_bits(vectors)
    assert not kept.is_exact
    assert kept.numbers.nbytes == vectors.nbytes / 4
    assert np.abs(kept.cosines(vectors[7]) - vectors @ vectors[7]).max() < 0.003
    assert np.allclose(kept.rows(slice(None)), vectors, atol=0.004)


def test_the_cosines_of_some_are_those_among_all() -> None:
    vectors = clustered(1500, seed=1)
    some = np.array([3, 700, 1499])
    for kept in (KeptVectors.of(vectors), in_eight_bits(vectors)):
        assert np.allclose(kept.cosines_of(some, vectors[7]), kept.cosines(vectors[7])[some], atol=1e-6)


def test_a_vector_of_no_length_stays_one() -> None:
    kept = in_eight_bits(np.zeros((2, DIMENSIONS), dtype=np.float32))
    assert not kept.rows(slice(None)).any()
    assert not kept.cosines(clustered(1, seed=1)[0]).any()


@pytest.mark.parametrize("count", [0, 1, 1100])
def test_texts_are_embedded_in_parts_where_they_are_many(count: int) -> None:
    vectors = clustered(1100, seed=1)
    asked: list[int] = []

    class Numbered(Encoder):
        identity = "numbered"

        def encode(self, texts: Sequence[str]) -> Vectors:
            asked.append(len(texts))
            return vectors[[int(text) for text in texts]]

    texts = [str(number) for number in range(count)]
    few, many = KeptVectors.embed(texts, Numbered()), KeptVectors.embed(texts, Numbered(), exact_rows=1000)
    assert np.array_equal(few.numbers, vectors[:count])
    assert np.allclose(many.rows(slice(None)), vectors[:count], atol=0.004)
    assert many.is_exact == (count <= 1000)
    assert len(asked) == 2 or max(asked[1:]) < count


def test_an_outline_points_out_nearly_all_that_lie_nearest(threads: Executor) -> None:
    vectors, questions = clustered(20_000, seed=1), clustered(20, seed=2)
    outline = Outline.of(in_eight_bits(vectors), vectors[::8], np.zeros(len(vectors), dtype=np.float32))
    found = outline.best(questions, 1000, threads)
    nearest = np.argsort(-(questions @ vectors.T), axis=1)[:, :8]
    assert all(200 < len(numbers) < 5000 for numbers in found)
    assert np.mean([np.isin(best, numbers).mean() for best, numbers in zip(nearest, found, strict=True)]) > 0.97


def test_an_outline_leaves_out_what_is_held_back(threads: Executor) -> None:
    vectors = clustered(2000, seed=1)
    held_back = np.zeros(len(vectors), dtype=np.float32)
    held_back[5] = 2
    (found,) = Outline.of(in_eight_bits(vectors), vectors, held_back).best(vectors[5:6], 64, threads)
    assert 5 not in found
    (found,) = Outline.of(in_eight_bits(vectors), vectors, 0 * held_back).best(vectors[5:6], 64, threads)
    assert 5 in found


def test_a_large_vocabulary_finds_what_a_small_one_finds() -> None:
    vectors, questions = clustered(12_000, seed=1), clustered(10, seed=2)
    pairs = [(f"term{number // 3}", f"form{number}") for number in range(len(vectors))]
    keys = text_keys(form for _, form in pairs)
    exact = Vocabulary.of_vectors(pairs, keys, KeptVectors.of(vectors))
    large = Vocabulary.of_vectors(pairs, keys, in_eight_bits(vectors))
    assert exact.outline is None
    assert large.outline
    for whole, part in zip(exact.nearest(questions, 0.3), large.nearest(questions, 0.3), strict=True):
        assert len(np.intersect1d(whole.numbers[:8], part.numbers[:9])) >= 7
        assert part.similarities[:8] == pytest.approx(whole.similarities[:8], abs=0.01)
        assert (np.diff(part.similarities) <= 0).all()
        assert (part.similarities >= 0.3).all()


@pytest.mark.parametrize("strings", [[], [""], ["leger", "", "één", "🦊", "\ud800", "leger"]])
def test_a_table_gives_its_strings_back(strings: list[str]) -> None:
    table = StringTable.of(strings)
    assert [table[number] for number in range(len(table))] == strings


def test_a_vocabulary_is_made_of_arrays_that_can_be_taken_apart_and_put_together(encoder: Encoder) -> None:
    made = Vocabulary.of({"leger@nl": Counter(["leger", "Leger"]), "olie@nl": Counter(["olie"])}, encoder)
    again = Vocabulary(made.terms, made.vectors, made.hubs, made.hubness, made.outline, made.spellings)
    (first,), (second,) = (vocabulary.nearest(encoder.encode(["army"]), 0.0) for vocabulary in (made, again))
    assert list(first) == list(second)
