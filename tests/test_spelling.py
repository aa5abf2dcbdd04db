"""Spelling: a misspelt question is offered as it may have been meant, and no other question is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.spelling import LONGEST_WORD, MISSPELT_LIMIT, Lexicon, corrected, is_in_dictionary
from chatbot.text.language import Language
from chatbot.text.question import parse_question

QUESTIONS = Path(__file__).parent / "questions.jsonl"


@pytest.fixture(scope="module")
def lexicon(chatbot: Chatbot) -> Lexicon:
    return Lexicon(chatbot.index.bm25.terms, chatbot.index.forms)


def correction(question: str, language: Language, lexicon: Lexicon, *, with_dictionary: bool = True) -> str | None:
    return corrected(parse_question(question, language), lexicon, with_dictionary=with_dictionary)


def swapped(question: str) -> str:
    """The question with two letters of its longest word swapped, the first that differ after the first letter."""
    longest = max(re.findall(r"[^\W\d_]+", question), key=len)
    at = next(at for at in range(2, len(longest)) if longest[at - 1] != longest[at])
    return question.replace(longest, longest[: at - 1] + longest[at] + longest[at - 1] + longest[at + 1 :])


@pytest.mark.parametrize(
    ("question", "language", "meant"),
    [
        ("Hoeveel genreaals heeft het leger?", "nl", "Hoeveel generaals heeft het leger?"),
        ("Wie is maduor?", "nl", "Wie is Maduro?"),
        ("How many generls and soldirs are there?", "en", "How many generals and soldiers are there?"),
        ("Chna?", "en", "China?"),
        ("Is dat Oekriane?", "nl", "Is dat Oekraïne?"),
        ("What did Veenzuela buy?", "en", "What did Venezuela buy?"),
    ],
)
def test_a_misspelt_word_is_put_right_by_the_articles_or_else_by_the_language(
    lexicon: Lexicon, question: str, language: Language, meant: str
) -> None:
    assert correction(question, language, lexicon) == meant


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hoeveel generaals heeft het leger?", "nl"),
        ("What colour is the defence ministry?", "en"),
        ("Who is Zxqvbeth?", "en"),
        ("F-61 of 1989?", "nl"),
        ("Wat is dta?", "nl"),
        ("x" * (LONGEST_WORD + 1), "nl"),
        (" ".join(["genreaals", "leeger", "Veenzuela", "maduor"][: MISSPELT_LIMIT + 1]), "nl"),
        ("", "en"),
    ],
    ids=["known", "British", "like nothing", "numbers", "short", "long", "too many unknown", "empty"],
)
def test_what_is_no_misspelling_is_left_alone(lexicon: Lexicon, question: str, language: Language) -> None:
    assert correction(question, language, lexicon) is None


def test_without_the_dictionary_only_words_of_the_articles_are_offered(lexicon: Lexicon) -> None:
    question = "Waar koken de genreaals hun aardapelen?"
    assert correction(question, "nl", lexicon) == "Waar koken de generaals hun aardappelen?"
    assert correction(question, "nl", lexicon, with_dictionary=False) == "Waar koken de generaals hun aardapelen?"


@pytest.mark.parametrize("with_dictionary", [True, False])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_well_spelt_question_is_taken_for_a_misspelt_one(
    lexicon: Lexicon, language: Language, with_dictionary: bool
) -> None:
    questions = [json.loads(line)[language] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    wrong = [text for text in questions if correction(text, language, lexicon, with_dictionary=with_dictionary)]
    assert wrong == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_most_questions_with_two_letters_swapped_in_a_long_word_are_put_right(
    lexicon: Lexicon, language: Language
) -> None:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    questions = [row[language] for row in rows if row["gold"]]
    put_right = [correction(swapped(question), language, lexicon) == question for question in questions]
    assert sum(put_right) >= 0.75 * len(put_right)


@pytest.mark.parametrize(
    ("word", "is_known"),
    [("aardappel", True), ("Potato", True), ("colour", True), ("litre", True), ("zxqv", False), ("aardapel", False)],
)
def test_the_dictionaries_know_the_words_of_both_languages_in_british_spelling_too(word: str, is_known: bool) -> None:
    assert is_in_dictionary(word) is is_known


@given(st.text(max_size=40) | st.text(st.sampled_from("aeglnrsté -'’\u0301\udcff"), max_size=80))
def test_anything_can_be_looked_at(lexicon: Lexicon, question: str) -> None:
    assert correction(question, "nl", lexicon) != question


def test_an_answer_offers_what_may_have_been_meant(chatbot: Chatbot) -> None:
    answer = chatbot.ask("Hoeveel genreaals heeft het Venezolaanse leger?")
    assert answer.suggestion == "Hoeveel generaals heeft het Venezolaanse leger?"
    assert chatbot.ask(answer.suggestion).suggestion is None


def test_what_the_articles_would_not_answer_either_is_not_offered(chatbot: Chatbot, lexicon: Lexicon) -> None:
    question = "How do I bake a sponge with chocolat icing?"
    assert correction(question, "en", lexicon) is not None
    assert chatbot.ask(question).suggestion is None
