"""Before the articles are embedded: questions are answered by their own words, and the answers say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import Engine
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from chatbot.passages.corpus import read_corpus
from chatbot.reader.reader import Reader
from tests.articles import MIXED, write_articles
from tests.small_chatbot import small_chatbot
from tests.strong import LetterCounts

QUESTION = "How many eggs does the queen lay?"


@pytest.fixture
def waiting(tmp_path: Path, engine: Engine) -> Chatbot:
    """A chatbot that has embedded nothing yet."""
    return Chatbot(read_corpus(write_articles(tmp_path, MIXED)), engine)


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


def test_no_model_is_asked_for_anything(tmp_path: Path) -> None:
    class Never:
        identity = "never"

        def encode(self, texts: object) -> None:
            raise AssertionError(texts)

    strong = LetterCounts()
    never: Encoder = Never()  # type: ignore[assignment]
    corpus = read_corpus(write_articles(tmp_path, MIXED))
    assert Chatbot(corpus, Engine(never, Reader(never, lambda: strong))).ask(QUESTION).found
    assert not strong.questions
    assert not strong.read


def test_once_all_is_embedded_the_answers_are_those_of_a_chatbot_that_waited(
    waiting: Chatbot, encoder: Encoder
) -> None:
    steps = list(waiting.index.embed())
    assert steps == sorted(steps)
    assert len({total for _, total in steps}) == 1
    assert waiting.index.is_embedded
    for question in (QUESTION, "Hoeveel eieren legt de koningin?"):
        assert waiting.ask(question) == small_chatbot(waiting.corpus.folder, encoder=encoder).ask(question)
