"""Questions that nobody should ask: each gets a friendly answer, in the language of whoever asks, and soon."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.spelling import Lexicon
from chatbot.answers.third_language import is_third_language, shows_third_language
from chatbot.console.json_lines import answer_line
from chatbot.console.plain_text import answer_text
from chatbot.text.language_code import Language
from chatbot.text.question import parse_question
from tests.articles import MIXED, write_articles
from tests.small_chatbot import small_chatbot

QUESTIONS = Path(__file__).parent / "questions.jsonl"


@pytest.fixture(scope="module")
def quick_chatbot(tmp_path_factory: pytest.TempPathFactory) -> Chatbot:
    return small_chatbot(write_articles(tmp_path_factory.mktemp("mixed"), MIXED))


@pytest.fixture(scope="module")
def lexicon(chatbot: Chatbot) -> Lexicon:
    return Lexicon(chatbot.index.bm25.terms, chatbot.index.forms)


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
SPOILT = st.text(st.sampled_from("aeinrstwh ?'’-\n\t\x1b[m0\u0301\u200b\u202e🦊日ب\udcff"), max_size=200)


@given(questions=st.lists(ANY_TEXT | SPOILT, min_size=1, max_size=3), held=st.sampled_from(["nl", "en", None]))
@example(questions=["Who tends the bees?", "En de \udcff?"], held="nl")
def test_any_conversation_is_answered_and_can_be_shown(
    quick_chatbot: Chatbot, questions: list[str], held: Language | None
) -> None:
    conversation = quick_chatbot.conversation()
    for question in questions:
        answer = conversation.ask(question, held=held)
        assert answer.question == question
        assert answer.opening
        assert held is None or answer.language == held
        assert not {"\x1b", "\u202e"} & set(answer_text(answer))
        assert answer_line(answer).isascii()


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("x" * 20_000, "The question has 20000 characters"),
        ("Why? " * 4_000, "The question has 20000 characters"),
        ("🦊" * 20_000, "The question has 20000 characters"),
        ("🦊 🦊", "There is no word in the question."),
        ("What is the?", "This question does not say what it is about."),
        ("今天天气怎么样？", "This question does not seem to be in Dutch or English."),
        ("كيف حال الطقس اليوم", "This question does not seem to be in Dutch or English."),
        ("¿Cuántos pájaros tiene aquel jardín lejano?", "This question does not seem to be in Dutch or English."),
    ],
    ids=["letters", "words", "pictures", "two pictures", "stop words", "Chinese", "Arabic", "Spanish"],
)
def test_a_reply_says_what_to_do(chatbot: Chatbot, question: str, reply: str) -> None:
    answer = chatbot.conversation("en").ask(question)
    assert not answer.found
    assert answer.opening.startswith(reply)


def test_a_question_in_another_language_is_answered_in_that_of_the_reader(chatbot: Chatbot) -> None:
    question = "¿Cuántos pájaros tiene aquel jardín lejano?"
    assert chatbot.ask(question, language="nl").opening.startswith("Deze vraag lijkt niet in het Nederlands")
    assert chatbot.conversation("nl").ask(question, held="en").language == "en"


@pytest.mark.parametrize(
    "question",
    [
        "Quels sont les alliés du Venezuela ?",
        "Warum üben die Vereinigten Staaten Druck auf Venezuela aus?",
        "Wie viele Generäle hat die venezolanische Armee?",
        "¿Quiénes son los aliados de Venezuela?",
        "من هم حلفاء فنزويلا؟",
    ],
)
def test_what_is_found_for_a_question_in_another_language_is_shown_with_a_warning(
    chatbot: Chatbot, question: str
) -> None:
    answer = chatbot.ask(question, language="nl")
    assert answer.opening.startswith("Deze vraag lijkt niet in het Nederlands of het Engels te zijn")
    assert (answer.language, answer.found, len(answer.citations)) == ("nl", True, 3)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het Cartel de los Soles?",
        "Who was in the Movimiento al Socialismo y la Paz?",
        "What is Sturm und Drang?",
        "La vie en rose",
        "Wie schreef Les fleurs du mal?",
    ],
)
def test_a_name_in_another_language_does_not_make_the_question_one(question: str) -> None:
    assert not shows_third_language(question)


@pytest.mark.parametrize(
    "question",
    ["narco", "Diosdado Cabello", "Kinderdijk polder molenaar wieken", "", "1984 2017 2025 3000", "honey bees wax"],
)
def test_names_and_key_words_are_in_no_other_language(lexicon: Lexicon, question: str) -> None:
    assert not is_third_language(parse_question(question, "nl"), lexicon)


@pytest.mark.parametrize("longer_words_only", [False, True])
def test_no_question_about_the_articles_is_in_another_language(lexicon: Lexicon, longer_words_only: bool) -> None:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    languages: tuple[Language, ...] = ("nl", "en")
    questions = [
        parse_question(
            " ".join(word for word in row[language].split() if len(word) > 3 or not longer_words_only), language
        )
        for row in rows
        for language in languages
    ]
    assert [question.text for question in questions if is_third_language(question, lexicon)] == []


def test_a_language_that_is_held_is_that_of_every_question(chatbot: Chatbot) -> None:
    conversation = chatbot.conversation("en")
    assert conversation.ask("Hoeveel molens staan er?", held="en").language == "en"
    assert conversation.ask("Hoeveel molens staan er?").language == "nl"
