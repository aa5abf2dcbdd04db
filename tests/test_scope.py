"""Scope: questions that are asked of one article only."""

from __future__ import annotations

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.text.scope import Scope, asked_citation, asked_scope, asked_topic

ALLIES, PRESSURE = "bondgenoten-van-venezuela.txt", "verenigde-staten-tegen-venezuela.txt"


@pytest.mark.parametrize(
    ("question", "scope"),
    [
        ("Wat levert Iran volgens het tweede artikel?", Scope("Wat levert Iran ?", "volgens het tweede artikel", "")),
        (
            "In the article about allies, what does Iran offer?",
            Scope("what does Iran offer?", "In the article about allies,", "allies"),
        ),
        ("what is said of oil in the last article", Scope("what is said of oil", "in the last article", "")),
    ],
)
def test_a_question_may_name_the_article_to_search(question: str, scope: Scope) -> None:
    assert asked_scope(question) == scope


@pytest.mark.parametrize(
    "question", ["Wat staat er in het artikel?", "In the second article", "Which article bans it?", ""]
)
def test_other_questions_are_of_all_articles(question: str) -> None:
    assert asked_scope(question) is None


@pytest.mark.parametrize(
    ("question", "scope"),
    [
        (
            "wat zegt het tweede artikel over olie?",
            Scope("wat staat er over olie", "wat zegt het tweede artikel over", ""),
        ),
        (
            "Wat staat er in het eerste artikel over de olie",
            Scope("wat staat er over de olie", "Wat staat er in het eerste artikel over", ""),
        ),
        (
            "what does the article about bees say about honey?",
            Scope("what is said about honey", "what does the article about bees say about", "bees"),
        ),
        (
            "and what does the last article say about oil?",
            Scope("what is said about oil", "and what does the last article say about", ""),
        ),
    ],
)
def test_what_an_article_says_on_a_topic_is_asked_of_it_alone(question: str, scope: Scope) -> None:
    assert asked_topic(question) == scope


@pytest.mark.parametrize(
    "question",
    ["what does the second article say?", "wat staat er in het artikel over bijen", "wat zegt Cuba over olie"],
)
def test_what_is_asked_of_no_topic_or_no_article_is_no_scope(question: str) -> None:
    assert asked_topic(question) is None


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Wat levert Iran volgens het eerste artikel?", ALLIES),
        ("Wat levert Iran volgens het tweede artikel?", PRESSURE),
        ("Wat levert Iran in het artikel over de bondgenoten?", ALLIES),
        ("wat zegt het tweede artikel over drugs", PRESSURE),
        ("What does the first article say about Russia?", ALLIES),
    ],
)
def test_it_is_answered_from_that_article(chatbot: Chatbot, question: str, article: str) -> None:
    answer = chatbot.ask(question)
    assert answer.question == question
    assert {citation.article for citation in answer.citations} == {article}


def test_a_question_that_is_reopened_leaves_the_name_of_its_article_out_of_what_follows(chatbot: Chatbot) -> None:
    held, reopened = chatbot.conversation(), chatbot.conversation()
    answer = held.ask("Wat levert Iran volgens het tweede artikel?")
    reopened.resume([answer])
    assert reopened.ask("En Rusland?").context == held.ask("En Rusland?").context


def test_the_articles_may_be_named_beside_the_question(chatbot: Chatbot) -> None:
    answer = chatbot.ask("Wat levert Iran?", only=[PRESSURE])
    assert {citation.article for citation in answer.citations} == {PRESSURE}


def test_more_comes_from_the_same_article(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation()
    conversation.ask("Wat levert Iran volgens het tweede artikel?")
    answer = conversation.ask("vertel meer")
    assert {citation.article for citation in answer.citations} == {PRESSURE}


@pytest.mark.parametrize(
    "question", ["in het derde artikel: hoeveel generaals?", "How many generals in the article about tulips?"]
)
def test_an_article_that_is_not_there_is_not_replaced_by_another(chatbot: Chatbot, question: str) -> None:
    answer = chatbot.ask(question)
    assert not answer.found
    assert answer.citations == ()


def test_where_nothing_is_found_the_answer_says_what_was_searched(chatbot: Chatbot) -> None:
    answer = chatbot.ask("Hoe bak ik een appeltaart?", only=[PRESSURE])
    assert answer.opening.startswith("Er is alleen gezocht in “Waarom Amerika Venezuela")


def test_an_article_that_has_gone_is_named_and_no_other_is_searched(chatbot: Chatbot) -> None:
    answer = chatbot.ask("Wat levert Iran?", only=["verdwenen.txt"])
    assert not answer.found
    assert "verdwenen.txt" in answer.opening
    assert answer.citations == ()


def test_a_citation_is_asked_for_by_no_more_than_its_number() -> None:
    assert [asked_citation(text) for text in (" 2 ", "[12]", "[2", "2]", "1972", "²", "2?", "")] == [2, 12, *[None] * 6]
