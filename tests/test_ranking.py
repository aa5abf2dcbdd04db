"""Ranking: the passages of an index in the order in which they fit a question."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from chatbot.answers.ranking import Ranking, rank_passages
from chatbot.encoders.encoder import Encoder
from chatbot.index.index import Index, Similarities
from chatbot.index.query import Alternative, QueryTerm
from chatbot.text.analysis import term
from chatbot.text.answer_type import answer_type
from chatbot.text.language import Language
from tests.articles import article_of

QUESTIONS: list[tuple[str, Language]] = [
    ("Hoeveel generaals heeft het Venezolaanse leger?", "nl"),
    ("Why did airlines stop flying over Venezuela?", "en"),
    ("En hoe is het daar?", "nl"),  # stop words only
    ("zxqv blorp 1066", "en"),  # nothing that the corpus knows
]


def rank(index: Index, question: str, language: Language) -> Ranking:
    return rank_passages(index, index.query(question, language), index.similarities(question), answer_type(question))


@pytest.mark.parametrize(("question", "language"), QUESTIONS)
def test_every_passage_has_its_place_and_none_scores_more_than_the_one_before(
    index: Index, question: str, language: Language
) -> None:
    ranking = rank(index, question, language)
    assert sorted(ranking.order) == list(range(len(index.passages)))
    assert (np.diff(ranking.scores[ranking.order]) <= 0).all()
    assert np.isfinite(ranking.scores).all()


def test_reading_the_best_first_comes_by_every_passage_in_order(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.answers.ranking.FIRST_SORTED", 3)
    ranking = rank(index, *QUESTIONS[0])
    assert list(ranking.best_first()) == ranking.order.tolist()


@pytest.mark.parametrize(("question", "language"), QUESTIONS)
def test_there_is_a_cosine_for_every_passage_and_sentence(index: Index, question: str, language: Language) -> None:
    similarities = rank(index, question, language).similarities
    assert similarities.passages.shape == (len(index.passages),)
    assert similarities.sentences.shape == (sum(len(passage.sentences) for passage in index.passages),)
    assert index.sentence_range(len(index.passages) - 1).stop == len(similarities.sentences)
    assert np.abs(similarities.sentences).max() <= 1.001


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("Hoeveel generaals telt Venezuela?", "nl", "tweeduizend generaals"),
        ("Wat meldt Flightradar24?", "nl", "Flightradar24"),
        ("Who is Hugo Carvajal?", "en", "alias El Pollo"),
        ("Wat onderschepte The Washington Post?", "nl", "onderschepte brief"),
        ("airlines cancelling flights", "en", "luchtvaartmaatschappijen staakten"),
    ],
)
def test_the_passage_with_the_words_of_the_question_comes_first(
    index: Index, question: str, language: Language, words: str
) -> None:
    assert words in index.passages[rank(index, question, language).order[0]].text


def test_a_question_of_stop_words_is_ranked_by_meaning_alone(index: Index) -> None:
    ranking = rank(index, "Waarom is dat zo?", "nl")
    assert ranking.query == ()
    assert len(set(ranking.scores.tolist())) > 1


def test_equal_passages_keep_the_order_of_the_articles(encoder: Encoder) -> None:
    text = "# The lamp\n\nThe keeper of the lighthouse lit the lamp every evening."
    index = Index([article_of(f"{name}.md", text) for name in "abc"], encoder)
    assert rank(index, "Who lit the lamp?", "en").order.tolist() == [0, 1, 2]


def test_three_translations_of_one_word_are_no_better_than_one(encoder: Encoder) -> None:
    texts = ["aap vuur schaap", "aap noot mies", "noot mies maan"]  # each translation is in two passages
    index = Index([replace(article_of("a.txt", text), language="nl") for text in texts], encoder)
    translations = {term(word, "nl"): Alternative(weight=0.5, similarity=0.5) for word in ("aap", "noot", "mies")}
    alike = Similarities(np.zeros(3, dtype=np.float32), np.zeros(3, dtype=np.float32))
    scores = rank_passages(index, (QueryTerm("monkey", translations, 1.0),), alike, None).scores
    assert scores == pytest.approx([scores[0]] * 3)


def test_a_passage_is_found_by_the_words_of_its_title_and_section(encoder: Encoder) -> None:
    text = "Bees and beekeepers\n\nThe winter\n\nThey eat what is left.\n\nThe spring\n\nThey fly out again."
    index = Index([article_of("a.txt", text)], encoder)
    assert index.passages[rank(index, "winter", "en").order[0]].text == "They eat what is left."
