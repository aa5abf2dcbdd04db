"""Spelling: a misspelt question is answered as it was meant, and any other as it was typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.spelling import LONGEST_CORRECTED, MISSPELT_LIMIT, Lexicon, corrected
from chatbot.settings import DEFAULT_TOP
from chatbot.text.language_code import Language
from chatbot.text.question import parse_question
from chatbot.text.word_lists import dictionary_languages
from tests.articles import ENGLISH, write_articles
from tests.small_chatbot import small_chatbot

QUESTIONS = Path(__file__).parent / "questions.jsonl"


@pytest.fixture(scope="module")
def lexicon(chatbot: Chatbot) -> Lexicon:
    return chatbot.lexicon


def correction(question: str, language: Language, lexicon: Lexicon) -> str | None:
    return corrected(parse_question(question, language), lexicon)


def longest_word(question: str) -> str:
    words: list[str] = re.findall(r"[^\W\d_]+", question)
    return max(words, key=len)


def swapped(question: str) -> str:
    """The question with two letters of its longest word swapped, the first that differ after the first letter."""
    longest = longest_word(question)
    at = next(at for at in range(2, len(longest)) if longest[at - 1] != longest[at])
    return question.replace(longest, longest[: at - 1] + longest[at] + longest[at - 1] + longest[at + 1 :])


@pytest.mark.parametrize(
    ("question", "language", "meant"),
    [
        ("Hoeveel genreaals heeft het leger?", "nl", "Hoeveel generaals heeft het leger?"),
        ("Wie is maduor?", "nl", "Wie is Maduro?"),
        ("What did Madro and Trumpp say?", "en", "What did Maduro and Trump say?"),
        ("Chna?", "en", "China?"),
        ("Is dat Oekriane?", "nl", "Is dat Oekraïne?"),
        ("What did Veenzuela buy?", "en", "What did Venezuela buy?"),
    ],
)
def test_a_misspelt_word_is_put_right_by_the_articles(
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
        ("x" * (LONGEST_CORRECTED + 1), "nl"),
        (" ".join(["genreaals", "leeger", "Veenzuela", "maduor"][: MISSPELT_LIMIT + 1]), "nl"),
        ("Waar koken zij hun aardapelen?", "nl"),
        ("What does the armee do?", "en"),
        ("", "en"),
    ],
    ids="known British like-nothing numbers short long too-many not-in-articles foreign empty".split(),
)
def test_what_is_no_misspelling_is_left_alone(lexicon: Lexicon, question: str, language: Language) -> None:
    assert correction(question, language, lexicon) is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_well_spelt_question_is_taken_for_a_misspelt_one(lexicon: Lexicon, language: Language) -> None:
    questions = [json.loads(line)[language] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert [text for text in questions if correction(text, language, lexicon)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_most_words_of_the_articles_with_two_letters_swapped_are_put_right(
    lexicon: Lexicon, language: Language
) -> None:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    questions = [row[language] for row in rows if lexicon.is_in_articles(longest_word(row[language]))]
    put_right = [correction(swapped(question), language, lexicon) == question for question in questions]
    assert sum(put_right) >= 0.75 * len(put_right)


@pytest.mark.parametrize(
    ("word", "languages"),
    [
        ("aardappel", {"nl"}),
        ("Potato", {"en"}),
        ("museum", {"nl", "en"}),
        ("colour", {"en"}),
        ("litre", {"en"}),
        ("realise", {"en"}),
        ("zxqv", set()),
        ("aardapel", set()),
    ],
)
def test_the_dictionaries_know_the_words_of_each_language_in_british_spelling_too(
    word: str, languages: set[Language]
) -> None:
    assert dictionary_languages(word) == languages


@pytest.mark.parametrize(
    ("word", "is_name"),
    [("Maduro", True), ("maduro", True), ("Venezuela", True), ("leger", False), ("Het", False), ("Zxqv", False)],
)
def test_a_name_is_a_word_that_the_articles_mostly_write_with_a_capital(
    lexicon: Lexicon, word: str, is_name: bool
) -> None:
    assert lexicon.is_name(word) is is_name


@given(st.text(max_size=40) | st.text(st.sampled_from("aeglnrsté -'’\u0301\udcff"), max_size=80))
def test_anything_can_be_looked_at(lexicon: Lexicon, question: str) -> None:
    assert correction(question, "nl", lexicon) != question


MISSPELT, MEANT = "Hoeveel genreaals heeft het Venezolaanse leger?", "Hoeveel generaals heeft het Venezolaanse leger?"


def test_a_misspelt_question_is_answered_as_it_was_meant(chatbot: Chatbot) -> None:
    answer, meant = chatbot.ask(MISSPELT), chatbot.ask(MEANT)
    assert (answer.question, answer.corrected) == (MISSPELT, MEANT)
    assert (answer.citations, answer.key_sentences) == (meant.citations, meant.key_sentences)
    assert meant.corrected is None


def test_it_may_be_asked_as_it_was_typed(chatbot: Chatbot) -> None:
    question = parse_question(MISSPELT, "nl")
    typed = chatbot.answer(question, DEFAULT_TOP, language="en", as_typed=True)
    assert (typed.question, typed.corrected) == (MISSPELT, None)
    assert chatbot.conversation().ask(MISSPELT, as_typed=True) == typed
    assert chatbot.conversation().ask(MISSPELT) == chatbot.ask(MISSPELT)


def test_a_question_that_follows_leans_on_what_was_meant(tmp_path: Path) -> None:
    conversation = small_chatbot(write_articles(tmp_path, ENGLISH)).conversation()
    assert conversation.ask("Who built the lighthuose?").found
    assert "lighthouse" in conversation.ask("And why?").context
