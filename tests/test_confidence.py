"""Confidence: how sure an answer is, and when there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chatbot.answers.answer import Certainty, KeySentence
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.confidence import FLOOR, NUMBER_GAP, SURE, certainty
from chatbot.answers.key_sentences import ANSWER_LOGIT, RankedSentence
from tests.rankings import ranking_of

ANSWERED = ["Hoeveel generaals heeft het Venezolaanse leger?", "Why did airlines stop flying over Venezuela?"]
ELSEWHERE = ["Hoe bak ik een appeltaart?", "How do I boil an egg?", "zxqv blorp"]
BEST = KeySentence(1, "a.txt", 0, 9, "A sentence.", 9.0)


@pytest.mark.parametrize("question", [*ANSWERED, *ELSEWHERE])
def test_an_answer_counts_as_found_from_the_floor_on(chatbot: Chatbot, question: str) -> None:
    answer = chatbot.ask(question)
    assert 0 <= answer.confidence <= 1
    assert answer.found == (answer.certainty != "not found") == (answer.confidence >= FLOOR)


def test_questions_that_the_articles_answer_are_surer_than_those_on_other_subjects(chatbot: Chatbot) -> None:
    answered = [chatbot.ask(question).confidence for question in ANSWERED]
    elsewhere = [chatbot.ask(question).confidence for question in ELSEWHERE]
    assert min(answered) > FLOOR > max(elsewhere)


@pytest.mark.parametrize("question", ["", "?!", "a " * 5000])
def test_what_cannot_be_asked_has_no_confidence(chatbot: Chatbot, question: str) -> None:
    assert chatbot.ask(question).confidence == 0


@pytest.mark.parametrize(
    ("question", "has_what_is_asked", "confidence", "expected"),
    [
        ("How many generals are there?", True, 1.0, "answered"),
        ("How many generals are there?", False, 1.0, "perhaps"),
        ("How often do they fly?", False, 1.0, "perhaps"),
        ("Who leads the army?", False, 1.0, "answered"),
        ("Who leads the army?", True, SURE - 0.01, "perhaps"),
        ("Who leads the army?", True, FLOOR - 0.01, "not found"),
        ("How many generals are there?", False, FLOOR - 0.01, "perhaps"),  # as the best passage gives their number
        ("How many generals are there?", False, FLOOR / 2 - 0.01, "not found"),
        ("How many lighthouses are there?", False, FLOOR - 0.01, "not found"),
        ("Which Maduro?", False, FLOOR - 0.01, "perhaps"),  # as the best passage has the only word
        ("Which lighthouse?", False, FLOOR - 0.01, "not found"),
    ],
)
def test_an_answer_is_given_as_perhaps_one_where_it_is_less_sure_or_a_number_is_missing(
    chatbot: Chatbot, question: str, has_what_is_asked: bool, confidence: float, expected: Certainty
) -> None:
    ranking = ranking_of(chatbot, question, "en")
    assert certainty(ranking, [RankedSentence(BEST, is_typed=has_what_is_asked)], confidence) == expected


@pytest.mark.parametrize(("gap", "expected"), [(NUMBER_GAP - 0.1, "answered"), (NUMBER_GAP + 0.1, "perhaps")])
def test_a_sentence_with_a_number_that_lies_far_below_the_best_gives_none(
    chatbot: Chatbot, gap: float, expected: Certainty
) -> None:
    with_number = replace(BEST, score=BEST.score - gap + ANSWER_LOGIT)
    sentences = [RankedSentence(BEST, is_typed=False), RankedSentence(with_number, is_typed=True)]
    assert certainty(ranking_of(chatbot, "How many generals are there?", "en"), sentences, 1.0) == expected


def test_a_name_that_the_articles_do_not_have_makes_an_answer_doubtful(chatbot: Chatbot) -> None:
    assert chatbot.ask("Who is the president of Kyrgyzstan?").certainty != "answered"
    assert chatbot.ask("Who is the president of Venezuela?").certainty == "answered"


@pytest.mark.parametrize(("is_at_hand", "expected"), [(True, "perhaps"), (False, "not found")])
def test_what_is_not_sure_may_be_the_answer_in_the_article_at_hand(
    chatbot: Chatbot, is_at_hand: bool, expected: Certainty
) -> None:
    ranking = ranking_of(chatbot, "Who leads the army?", "en")
    at_hand = ranking.passages[0].passage.article.name if is_at_hand else "other.txt"
    assert certainty(ranking, [RankedSentence(BEST, is_typed=True)], FLOOR - 0.01, at_hand) == expected
