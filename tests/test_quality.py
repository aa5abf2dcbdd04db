"""The quality of the answers about the bundled articles, on `questions.jsonl`.

The questions were written from the articles alone, before anyone looked at what the program answers to them, and none
was changed afterwards. The floors lie some three points below what was measured: a change that falls through one has
made the answers worse.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from chatbot.chatbot import Chatbot
from chatbot.evaluation import Figures, KnownQuestion, evaluate, read_questions
from chatbot.language import Language

QUESTIONS = Path(__file__).parent / "questions.jsonl"
KINDS = {"fact", "number", "who", "why", "how", "when", "where", "list", "definition", "unanswerable"}


@pytest.fixture(scope="module")
def questions(chatbot: Chatbot) -> tuple[KnownQuestion, ...]:
    return read_questions(QUESTIONS, chatbot.corpus.articles)


@pytest.fixture(scope="module")
def figures(chatbot: Chatbot, questions: tuple[KnownQuestion, ...]) -> dict[Language, Figures]:
    languages: tuple[Language, ...] = ("nl", "en")
    return {language: evaluate(chatbot, questions, language) for language in languages}


def at_least(figure: float | None, floor: float) -> bool:
    return figure is not None and figure >= floor


def test_the_questions_are_of_every_kind_about_every_section(
    chatbot: Chatbot, questions: tuple[KnownQuestion, ...]
) -> None:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert {row["kind"] for row in rows} == KINDS
    assert all((row["kind"] == "unanswerable") == (row["gold"] == []) == (row["article"] is None) for row in rows)
    answerable = [question for question in questions if question.gold]
    assert len(answerable) >= 64
    assert len(questions) - len(answerable) >= 20
    for article in chatbot.corpus.articles:
        asked = {
            article.section_at(place.start)
            for question in answerable
            for place in question.gold
            if place.article == article.name
        }
        assert asked == {block.section for block in article.blocks if not block.is_heading}


def test_no_question_is_asked_twice(questions: tuple[KnownQuestion, ...]) -> None:
    said = Counter(text.lower() for question in questions for text in (question.id, question.nl, question.en))
    assert [text for text, times in said.items() if times > 1] == []


@pytest.mark.parametrize(("language", "recall", "mrr"), [("nl", 0.91, 0.78), ("en", 0.90, 0.70)])
def test_answers_are_found_and_stand_high(
    figures: dict[Language, Figures], language: Language, recall: float, mrr: float
) -> None:
    assert at_least(figures[language].recall_at_5, recall), figures[language].missed
    assert at_least(figures[language].mrr, mrr)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_citation_is_verbatim(figures: dict[Language, Figures], language: Language) -> None:
    assert figures[language].verbatim == 1.0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_language_of_a_question_is_told(figures: dict[Language, Figures], language: Language) -> None:
    assert at_least(figures[language].lang, 0.97)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_questions_about_other_subjects_are_refused(figures: dict[Language, Figures], language: Language) -> None:
    assert at_least(figures[language].refused_off_topic, 0.90)  # one of the twelve may slip through


@pytest.mark.parametrize(("language", "ceiling"), [("nl", 0.18), ("en", 0.17)])
def test_few_questions_that_can_be_answered_are_refused(
    figures: dict[Language, Figures], language: Language, ceiling: float
) -> None:
    refusals = figures[language].false_refusals
    assert refusals is not None
    assert refusals <= ceiling
