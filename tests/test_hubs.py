"""Hubs: told anew only of the words that a change of the vocabulary concerns, with the same outcome."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.encoders.encoder import Vectors
from chatbot.encoders.vectors import KeptVectors
from chatbot.index.hubs import BLOCK, Hubs
from chatbot.text.text_keys import text_keys

WORDS = [f"word{number}" for number in range(600)]
DIMENSIONS = 16


def vectors_of(words: list[str], exact_rows: int) -> KeptVectors:
    random = np.random.default_rng(1)
    all_vectors = random.standard_normal((len(WORDS), DIMENSIONS)).astype(np.float32)
    all_vectors[::7] += 2  # some words lie near to many
    chosen: Vectors = all_vectors[[WORDS.index(word) for word in words]]
    return KeptVectors.of(chosen / np.linalg.norm(chosen, axis=1, keepdims=True), exact_rows)


def hubs_of(words: list[str], exact_rows: int) -> Hubs:
    return Hubs.of(text_keys(words), vectors_of(words, exact_rows))


@pytest.fixture(autouse=True)
def small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.index.hubs.SAMPLE_SIZE", 100)
    monkeypatch.setattr("chatbot.index.hubs.NEIGHBOURS", 10)


@pytest.mark.parametrize("exact_rows", [0, 1000])
def test_renewed_hubs_are_those_of_the_new_words(exact_rows: int) -> None:
    @given(
        gone=st.sets(st.sampled_from(WORDS[:500]), max_size=60), new=st.sets(st.sampled_from(WORDS[500:]), max_size=60)
    )
    def check(gone: set[str], new: set[str]) -> None:
        before = WORDS[:500]
        after = [word for word in WORDS if (word in before and word not in gone) or word in new]
        fresh = hubs_of(after, exact_rows)
        renewed = hubs_of(before, exact_rows).renewed(
            vectors_of(before, exact_rows), text_keys(after), vectors_of(after, exact_rows)
        )
        assert np.array_equal(renewed.sample, fresh.sample)
        assert np.allclose(renewed.hubness(), fresh.hubness(), atol=1e-6)
        assert np.allclose(renewed.reach, fresh.reach, atol=1e-6)

    check()


def test_few_words_are_compared_with_all_of_the_sample_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = WORDS[:599], WORDS
    hubs = hubs_of(before, 0)
    compared: list[int] = []
    measure = Hubs._measure

    def listen(self: Hubs, words: np.ndarray[tuple[int], np.dtype[np.int64]], vectors: KeptVectors) -> None:
        compared.append(len(words))
        measure(self, words, vectors)

    monkeypatch.setattr(Hubs, "_measure", listen)
    hubs.renewed(vectors_of(before, 0), text_keys(after), vectors_of(after, 0))
    assert len(compared) == 1
    assert compared[0] < len(after) / 2 < BLOCK


def test_where_most_of_the_words_are_others_all_are_compared() -> None:
    before, after = WORDS[:300], WORDS[300:]
    renewed = hubs_of(before, 0).renewed(vectors_of(before, 0), text_keys(after), vectors_of(after, 0))
    assert np.array_equal(renewed.nearness, hubs_of(after, 0).nearness)


@pytest.mark.parametrize("words", [[], WORDS[:1], WORDS[:5]])
def test_there_may_be_fewer_words_than_neighbours(words: list[str]) -> None:
    renewed = hubs_of(words, 0).renewed(vectors_of(words, 0), text_keys(words), vectors_of(words, 0))
    assert np.array_equal(renewed.hubness(), hubs_of(words, 0).hubness())
