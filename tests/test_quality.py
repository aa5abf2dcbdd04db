"""The quality of the answers about two sets of articles: the Dutch ones that are bundled, and four in English.

The questions were written from the articles alone, before anyone looked at what the program answers to them, and none
was changed afterwards. The floors lie some three points below what was measured: a change that falls through one has
made the answers worse.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.evaluation import DEPTH, Figures, KnownQuestion, Place, rank, read_questions, score
from chatbot.articles.corpus import read_corpus
from chatbot.encoders.encoder import Encoder
from chatbot.text.language import Language

HERE = Path(__file__).parent
QUESTIONS = {"Dutch": HERE / "questions.jsonl", "English": HERE / "english-questions.jsonl"}
ENGLISH_ARTICLES = HERE / "english"
KINDS = {"fact", "number", "who", "why", "how", "when", "where", "list", "definition", "unanswerable"}


@dataclass(frozen=True)
class Floors:
    """What is asked of the answers to the questions in one language about the articles in one language."""

    articles: str
    language: Language
    recall_at_5: float
    mrr: float
    key_sentence: float
    refused_off_topic: float
    refused_near_topic: float
    false_refusals: float


FLOORS = [
    Floors("Dutch", "nl", 0.92, 0.80, 0.65, 0.90, 0.40, 0.06),
    Floors("Dutch", "en", 0.92, 0.70, 0.64, 0.90, 0.30, 0.08),
    Floors("English", "nl", 0.92, 0.80, 0.69, 0.80, 0.10, 0.13),
    Floors("English", "en", 0.94, 0.88, 0.75, 0.80, 0.10, 0.04),
]


@dataclass(frozen=True)
class Measured:
    """How the questions about one set of articles were answered."""

    questions: tuple[KnownQuestion, ...]
    figures: dict[Language, Figures]
    key_sentences: dict[Language, float]


@pytest.fixture(scope="module")
def chatbots(chatbot: Chatbot, encoder: Encoder) -> dict[str, Chatbot]:
    return {"Dutch": chatbot, "English": Chatbot(read_corpus(ENGLISH_ARTICLES), encoder)}


@pytest.fixture(scope="module")
def measured(chatbots: dict[str, Chatbot]) -> dict[str, Measured]:
    return {articles: measure(chatbot, QUESTIONS[articles]) for articles, chatbot in chatbots.items()}


def measure(chatbot: Chatbot, path: Path) -> Measured:
    questions = read_questions(path, chatbot.corpus.articles)
    texts = {article.name: article.text for article in chatbot.corpus.articles}
    figures: dict[Language, Figures] = {}
    key_sentences: dict[Language, float] = {}
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        answers = [chatbot.ask(question.phrased(language), DEPTH) for question in questions]
        figures[language] = score(questions, answers, language, texts)
        key_sentences[language] = key_sentence_share(questions, answers)
    return Measured(questions, figures, key_sentences)


def key_sentence_share(questions: Sequence[KnownQuestion], answers: Sequence[Answer]) -> float:
    """Of the first passages that hold an answer, the share whose highlighted sentence is that answer."""
    right = []
    for question, answer in zip(questions, answers, strict=True):
        place = rank(answer, question.gold)
        if place is not None:
            citation = answer.citations[place - 1]
            right.append(any(is_highlighted(gold, citation.article, citation.highlights) for gold in question.gold))
    return sum(right) / len(right)


def is_highlighted(gold: Place, article: str, highlights: Sequence[tuple[int, int]]) -> bool:
    """Whether at least half of the answer, or of the highlight where that is shorter, is in both."""
    return gold.article == article and any(
        2 * (min(end, gold.end) - max(start, gold.start)) >= min(end - start, gold.end - gold.start)
        for start, end in highlights
    )


def at_least(figure: float | None, floor: float) -> bool:
    return figure is not None and figure >= floor


@pytest.mark.parametrize(("articles", "answerable", "unanswerable"), [("Dutch", 64, 20), ("English", 40, 12)])
def test_there_are_enough_questions_of_every_kind(articles: str, answerable: int, unanswerable: int) -> None:
    rows = [json.loads(line) for line in QUESTIONS[articles].read_text(encoding="utf-8").splitlines()]
    assert {row["kind"] for row in rows} == KINDS
    assert all((row["kind"] == "unanswerable") == (row["gold"] == []) == (row["article"] is None) for row in rows)
    assert sum(row["gold"] != [] for row in rows) >= answerable
    assert sum(row["gold"] == [] for row in rows) >= unanswerable


def test_the_questions_about_the_bundled_articles_are_about_every_section(
    chatbot: Chatbot, measured: dict[str, Measured]
) -> None:
    for article in chatbot.corpus.articles:
        asked = {
            article.section_at(place.start)
            for question in measured["Dutch"].questions
            for place in question.gold
            if place.article == article.name
        }
        assert asked == {block.section for block in article.blocks if not block.is_heading}


@pytest.mark.parametrize("articles", QUESTIONS)
def test_no_question_is_asked_twice(measured: dict[str, Measured], articles: str) -> None:
    questions = measured[articles].questions
    said = Counter(text.lower() for question in questions for text in (question.id, question.nl, question.en))
    assert [text for text, times in said.items() if times > 1] == []


@pytest.mark.parametrize("articles", QUESTIONS)
def test_an_article_is_in_the_language_that_it_is_taken_for(chatbots: dict[str, Chatbot], articles: str) -> None:
    languages = {article.language for article in chatbots[articles].corpus.articles}
    assert languages == {"nl" if articles == "Dutch" else "en"}


@pytest.mark.parametrize("floors", FLOORS, ids=lambda floors: f"{floors.articles}-{floors.language}")
class TestTheAnswers:
    """What holds for the questions in either language about the articles in either."""

    def test_are_found_and_stand_high(self, measured: dict[str, Measured], floors: Floors) -> None:
        figures = measured[floors.articles].figures[floors.language]
        assert at_least(figures.recall_at_5, floors.recall_at_5), figures.missed
        assert at_least(figures.mrr, floors.mrr)

    def test_are_verbatim(self, measured: dict[str, Measured], floors: Floors) -> None:
        assert measured[floors.articles].figures[floors.language].verbatim == 1.0

    def test_have_the_right_sentence_highlighted(self, measured: dict[str, Measured], floors: Floors) -> None:
        assert measured[floors.articles].key_sentences[floors.language] >= floors.key_sentence

    def test_are_in_the_language_of_the_question(self, measured: dict[str, Measured], floors: Floors) -> None:
        assert at_least(measured[floors.articles].figures[floors.language].lang, 0.97)

    def test_are_refused_on_other_subjects(self, measured: dict[str, Measured], floors: Floors) -> None:
        figures = measured[floors.articles].figures[floors.language]
        assert at_least(figures.refused_off_topic, floors.refused_off_topic)

    def test_are_refused_where_the_articles_leave_them_open(
        self, measured: dict[str, Measured], floors: Floors
    ) -> None:
        figures = measured[floors.articles].figures[floors.language]
        assert at_least(figures.refused_near_topic, floors.refused_near_topic)

    def test_are_seldom_refused_where_there_is_one(self, measured: dict[str, Measured], floors: Floors) -> None:
        refusals = measured[floors.articles].figures[floors.language].false_refusals
        assert refusals is not None
        assert refusals <= floors.false_refusals
