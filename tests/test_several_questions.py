"""Several questions in one text: each is answered, and what is left open is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answers.conversation import Conversation
from chatbot.answers.several_questions import answer_to_all, questions_in
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot


@pytest.fixture
def conversation(tmp_path: Path) -> Conversation:
    texts = {
        "pont.txt": "De pont\n\nDe pont bij Wilp is gebouwd door de firma Harlinga uit Sneek. "
        "De bouw kostte de gemeente drie miljoen euro in totaal.\n",
        "molen.txt": "De molen\n\nDe molen van Eefde maalt elke zaterdag graan voor de bakker. "
        "Molenaar Joris Tamsma kreeg het vak van zijn oom geleerd.\n",
    }
    return small_chatbot(write_articles(tmp_path, texts)).conversation("nl")


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Who built the ferry? And what did it cost?", ["Who built the ferry?", "And what did it cost?"]),
        ("1) wie bouwde de pont 2) wat kostte hij", ["wie bouwde de pont", "wat kostte hij"]),
        ("First question: who built it? Second question: in which year?", ["who built it?", "in which year?"]),
        ("Vertel iets over de pont. Is hij oud?", ["Vertel iets over de pont.", "Is hij oud?"]),
        ("I live in Wilp. Who built the ferry? When?", ["I live in Wilp. Who built the ferry?", "When?"]),
    ],
)
def test_questions_one_after_the_other_are_told_apart(text: str, questions: list[str]) -> None:
    assert questions_in(text) == questions


@pytest.mark.parametrize(
    "text",
    [
        "Who built the ferry?",
        "Who was he? A builder?",
        "Who built the ferry? I forgot.",
        "Wat kostte de pont? Drie miljoen? Of vier?",
        "Who? " * 1000,
    ],
)
def test_a_guess_or_a_remark_after_a_question_is_a_part_of_it(text: str) -> None:
    assert questions_in(text) == [text]


def test_each_question_has_its_best_sentence_in_one_answer(conversation: Conversation) -> None:
    text = "Door wie is de pont gebouwd? En wie maalt er graan voor de bakker?"
    answer = conversation.ask(text)
    assert answer.question == text
    assert [sentence.article for sentence in answer.key_sentences[:1]] == ["pont.txt"]
    assert answer.key_sentences[-1].article == "molen.txt"
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    for sentence in answer.key_sentences:
        assert sentence.text in answer.citations[sentence.citation - 1].text
    assert conversation.answers == [answer]


def test_a_question_that_is_left_open_is_named(conversation: Conversation) -> None:
    questions = ["Door wie is de pont gebouwd?", "En wie was de koning?"]
    found, other = map(conversation.ask, questions)
    answer = answer_to_all(" ".join(questions), questions, [found, replace(other, certainty="not found")])
    assert answer.found
    assert answer.opening.startswith("Op “En wie was de koning?” vind ik geen antwoord.")
    assert answer.key_sentences == found.key_sentences
