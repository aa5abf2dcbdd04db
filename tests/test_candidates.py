"""Candidates: the first stage of retrieval picks the passages that are worth reading, of any folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.index.candidates import Candidates, find_candidates
from chatbot.index.index import Index
from chatbot.index.query import Alternative
from chatbot.passages.corpus import read_corpus
from chatbot.text.analysis import term
from chatbot.text.language_code import Language
from chatbot.text.question import parse_question
from tests.articles import write_articles
from tests.letter_encoder import LetterEncoder
from tests.small_chatbot import small_chatbot

QUESTIONS: list[tuple[str, Language]] = [
    ("Hoeveel generaals heeft het Venezolaanse leger?", "nl"),
    ("Why did airlines stop flying over Venezuela?", "en"),
    ("En hoe is het daar?", "nl"),  # stop words only
    ("zxqv blorp 1066", "en"),  # nothing that the corpus knows
]


def candidates_of(index: Index, text: str, language: Language = "en", depth: int = 1_000) -> Candidates:
    return find_candidates(index, index.query(parse_question(text, language)), text, depth)


@pytest.fixture(scope="module")
def equals(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of passages many of which are equal."""
    texts = ["The keeper lit the lamp.", "The keeper went home.", "Bees sleep in winter."]
    articles = {f"{number:02}.txt": texts[number % 3] for number in range(20)}
    return small_chatbot(write_articles(tmp_path_factory.mktemp("equals"), articles)).index


@pytest.mark.parametrize(("question", "language"), QUESTIONS)
def test_the_best_come_first_with_what_each_was_found_by(index: Index, question: str, language: Language) -> None:
    found = candidates_of(index, question, language)
    assert sorted(found.numbers.tolist()) == list(range(len(index.passages)))
    assert (np.diff(found.scores) <= 0).all()
    assert ((found.coverage >= 0) & (found.coverage <= 1 + 1e-9)).all()
    assert (np.abs(found.similarity) <= 1.001).all()
    assert np.isfinite(found.scores).all()


@given(depth=st.integers(1, 25), question=st.sampled_from(["Who lit the lamp?", "bees", "Why is that so?"]))
def test_a_few_are_the_beginning_of_all_and_equal_ones_stay_in_order(equals: Index, depth: int, question: str) -> None:
    every, few = candidates_of(equals, question), candidates_of(equals, question, depth=depth)
    ranks = list(zip((-every.scores).tolist(), every.numbers.tolist(), strict=True))
    assert ranks == sorted(ranks)
    assert few.numbers.tolist() == every.numbers.tolist()[:depth]
    assert few.scores.tolist() == every.scores.tolist()[:depth]


def test_three_translations_of_one_word_are_no_better_than_one(tmp_path: Path) -> None:
    texts = ["aap vuur schaap", "aap noot mies", "noot mies maan"]  # each translation is in two passages
    articles = {f"{number}.txt": text for number, text in enumerate(texts)}
    index = Index(read_corpus(write_articles(tmp_path, articles)), LetterEncoder())
    assert {passage.article.language for passage in index.passages} == {"nl"}
    translations = {term(word, "nl"): Alternative(weight=0.5, similarity=0.5) for word in ("aap", "noot", "mies")}
    (asked,) = index.query(parse_question("monkey", "en"))
    found = find_candidates(index, (replace(asked, alternatives=translations),), "monkey", 3)
    assert found.numbers.tolist() == [0, 1, 2]
    assert found.scores == pytest.approx([found.scores[0]] * 3)


def test_a_passage_with_all_words_comes_before_one_that_repeats_the_rarest(tmp_path: Path) -> None:
    articles = {
        "0.txt": "Tulips, tulips, tulips and once more tulips grow in every field behind the dunes.",
        "1.txt": "The Dutch painter sold his tulips on the market for a price that nobody believed.",
        "2.txt": "The Dutch market opens at nine, and a painter sits there now and then with his dog.",
        "3.txt": "The Dutch painter went to the market at a price, and came home without his dog.",
    }
    index = Index(read_corpus(write_articles(tmp_path, articles)), LetterEncoder())
    found = candidates_of(index, "At what price did the Dutch painter sell tulips on the market?")
    assert found.numbers[0] == 1
    assert found.coverage[0] == found.coverage.max()


def test_a_passage_is_found_by_the_words_of_its_title_and_section(tmp_path: Path) -> None:
    text = "Bees and beekeepers\n\nThe winter\n\nThey eat what is left.\n\nThe spring\n\nThey fly out again."
    index = small_chatbot(write_articles(tmp_path, {"a.txt": text})).index
    assert index.passages[candidates_of(index, "winter").numbers[0]].text == "They eat what is left."


def test_before_the_passages_are_embedded_only_words_count(tmp_path: Path) -> None:
    index = Index(
        read_corpus(write_articles(tmp_path, {"a.txt": "Bees sleep.", "b.txt": "Cats sleep."})), LetterEncoder()
    )
    found = candidates_of(index, "Do cats sleep?")
    assert found.numbers.tolist() == [1, 0]
    assert found.similarity.tolist() == [0, 0]
