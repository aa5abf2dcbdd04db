"""Before the articles are embedded: questions are answered by their own words, and the answers say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.articles.corpus import read_corpus
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from tests.articles import MIXED, write_articles

QUESTION = "How many eggs does the queen lay?"


@pytest.fixture
def waiting(tmp_path: Path, encoder: Encoder) -> Chatbot:
    """A chatbot that has embedded nothing yet."""
    return Chatbot(read_corpus(write_articles(tmp_path, MIXED)), encoder, embed=False)


def test_an_answer_is_found_by_the_words_and_says_so(waiting: Chatbot) -> None:
    answer = waiting.ask(QUESTION)
    assert answer.found
    assert answer.opening.startswith("The meaning of the words is not compared yet")
    assert "two thousand eggs" in answer.citations[0].text
    assert {match.similarity for match in answer.citations[0].matches} == {1}


def test_it_is_said_in_the_language_of_the_question(waiting: Chatbot) -> None:
    assert waiting.ask("Hoeveel molens staan er?").opening.startswith(message("words only", "nl"))


def test_what_has_none_of_the_words_is_not_found(waiting: Chatbot) -> None:
    assert not waiting.ask("Hoeveel eieren legt de koningin?").found


def test_no_model_is_loaded_for_it(tmp_path: Path) -> None:
    class Never:
        identity = "never"

        def encode(self, texts: object) -> None:
            raise AssertionError(texts)

    corpus = read_corpus(write_articles(tmp_path, MIXED))
    assert Chatbot(corpus, Never(), embed=False).ask(QUESTION).found  # type: ignore[arg-type]


def test_once_all_is_embedded_the_answers_are_those_of_a_chatbot_that_waited(
    waiting: Chatbot, encoder: Encoder
) -> None:
    ((stage, work),) = waiting.unfinished
    assert stage == "embedding"
    left = [work.left]
    while work.add_next_batch():
        left.append(work.left)
    assert left == sorted(left, reverse=True)
    assert waiting.unfinished == ()
    for question in (QUESTION, "Hoeveel eieren legt de koningin?"):
        assert waiting.ask(question) == Chatbot(waiting.corpus, encoder).ask(question)
