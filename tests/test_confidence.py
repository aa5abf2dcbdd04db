"""Confidence: how sure an answer is, and when there is none."""

from __future__ import annotations

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.confidence import FLOOR

ANSWERED = ["Hoeveel generaals heeft het Venezolaanse leger?", "Why did airlines stop flying over Venezuela?"]
ELSEWHERE = ["Hoe bak ik een appeltaart?", "How do I boil an egg?", "zxqv blorp"]


@pytest.mark.parametrize("question", [*ANSWERED, *ELSEWHERE])
def test_an_answer_counts_as_found_from_the_floor_on(chatbot: Chatbot, question: str) -> None:
    answer = chatbot.ask(question)
    assert 0 <= answer.confidence <= 1
    assert answer.found == (answer.confidence >= FLOOR)


def test_questions_that_the_articles_answer_are_surer_than_those_on_other_subjects(chatbot: Chatbot) -> None:
    answered = [chatbot.ask(question).confidence for question in ANSWERED]
    elsewhere = [chatbot.ask(question).confidence for question in ELSEWHERE]
    assert min(answered) > FLOOR > max(elsewhere)


@pytest.mark.parametrize("question", ["", "?!", "a " * 5000])
def test_what_cannot_be_asked_has_no_confidence(chatbot: Chatbot, question: str) -> None:
    assert chatbot.ask(question).confidence == 0
