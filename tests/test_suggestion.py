"""Suggestions: a misspelt question is offered as it may have been meant, and no other question is."""

from __future__ import annotations

import gzip
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
import spellchecker
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.suggestion import LONGEST_WORD, UNKNOWN_LIMIT, corrected
from chatbot.articles.corpus import bundled_folder, read_corpus
from chatbot.text.language import Language
from tests.lexicons import lexicon_of

QUESTIONS = Path(__file__).parent / "questions.jsonl"
LEXICON = lexicon_of(read_corpus(bundled_folder()).articles)


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
    question: str, language: Language, meant: str
) -> None:
    assert corrected(question, language, LEXICON) == meant


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hoeveel generaals heeft het leger?", "nl"),
        ("What colour is the defence ministry?", "en"),
        ("Who is Zxqvbeth?", "en"),
        ("F-61 of 1989?", "nl"),
        ("Wat is dta?", "nl"),
        ("x" * (LONGEST_WORD + 1), "nl"),
        (" ".join(["genreaals", "leeger", "Veenzuela", "maduor"][: UNKNOWN_LIMIT + 1]), "nl"),
        ("", "en"),
    ],
    ids=["known", "British", "like nothing", "numbers", "short", "long", "too many unknown", "empty"],
)
def test_what_is_no_misspelling_is_left_alone(question: str, language: Language) -> None:
    assert corrected(question, language, LEXICON) is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_well_spelt_question_is_taken_for_a_misspelt_one(language: Language) -> None:
    questions = [json.loads(line)[language] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert [question for question in questions if corrected(question, language, LEXICON)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_most_questions_with_two_letters_swapped_in_a_long_word_are_put_right(language: Language) -> None:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    questions = [row[language] for row in rows if row["gold"]]
    put_right = [corrected(swapped(question), language, LEXICON) == question for question in questions]
    assert sum(put_right) >= 0.75 * len(put_right)


def test_a_dictionary_is_in_order_so_that_each_of_its_words_is_found() -> None:
    for language in ("nl", "en"):
        file = files(spellchecker) / "resources" / f"{language}.json.gz"
        words = list(json.loads(gzip.decompress(file.read_bytes())))
        assert words == sorted(words)
        assert all(LEXICON.knows(word) for word in [*words[:9], *words[9:-9:997], *words[-9:]])


@given(st.text(max_size=40) | st.text(st.sampled_from("aeglnrsté -'’\u0301\udcff"), max_size=80))
def test_anything_can_be_looked_at(question: str) -> None:
    assert corrected(question, "nl", LEXICON) != question


def test_an_answer_offers_what_may_have_been_meant(chatbot: Chatbot) -> None:
    answer = chatbot.ask("Hoeveel genreaals heeft het Venezolaanse leger?")
    assert answer.suggestion == "Hoeveel generaals heeft het Venezolaanse leger?"
    assert chatbot.ask(answer.suggestion).suggestion is None


def test_what_the_articles_would_not_answer_either_is_not_offered(chatbot: Chatbot) -> None:
    assert corrected("How do I bake a sponge with chocolat icing?", "en", LEXICON) is not None
    assert chatbot.ask("How do I bake a sponge with chocolat icing?").suggestion is None
