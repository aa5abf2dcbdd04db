"""The chatbot: questions in two languages about articles in either."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chatbot import open_folder
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import Engine
from chatbot.articles.folder import bundled_folder
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from chatbot.passages.corpus import read_corpus
from chatbot.settings import DEFAULT_TOP
from chatbot.text.language_code import Language
from chatbot.text.question import QUESTION_LIMIT
from tests.articles import BEES, ENGLISH, MIXED, WINDMILLS, write_articles
from tests.small_chatbot import small_chatbot

DUTCH_QUESTION = "Hoeveel generaals heeft het Venezolaanse leger?"
ENGLISH_QUESTION = "How many generals does the Venezuelan army have?"


@pytest.fixture(scope="module")
def english_chatbot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(tmp_path_factory.mktemp("english"), ENGLISH), encoder=encoder)


@pytest.fixture(scope="module")
def mixed_chatbot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(tmp_path_factory.mktemp("mixed"), MIXED), encoder=encoder)


@pytest.mark.parametrize(
    ("question", "language", "opening"),
    [
        (DUTCH_QUESTION, "nl", "Dit staat erover in de artikelen:"),
        (ENGLISH_QUESTION, "en", "This is what the articles, which are in Dutch, say about it:"),
    ],
)
def test_both_languages_find_the_generals_and_answer_in_their_own(
    chatbot: Chatbot, question: str, language: Language, opening: str
) -> None:
    answer = chatbot.ask(question)
    assert answer.found
    assert "tweeduizend generaals" in answer.citations[0].text
    assert (answer.question, answer.language, answer.opening) == (question, language, opening)
    assert len(answer.citations) == DEFAULT_TOP


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hoeveel eieren legt de koningin?", "two thousand eggs a day"),
        ("Wanneer wordt de honing geoogst?", "in August"),
        ("Hoeveel treden telt de trap van de vuurtoren?", "199 steps"),
        ("Waarom werd de vuurtoren gebouwd?", "three ships ran aground"),
        ("How long does a queen bee live?", "lives for four years"),
        ("How many steps lead up the lighthouse?", "199 steps"),
    ],
)
def test_english_articles_answer_questions_in_both_languages(
    english_chatbot: Chatbot, question: str, words: str
) -> None:
    answer = english_chatbot.ask(question)
    assert answer.found
    assert words in answer.citations[0].text


@pytest.mark.parametrize("question", ["Why is America threatening Venezuela?", "Waarom bedreigt Amerika Venezuela?"])
def test_with_both_encoders_a_question_finds_the_section_that_asks_it(strong_engine: Engine, question: str) -> None:
    chatbot = Chatbot(read_corpus(bundled_folder()), strong_engine)
    list(chatbot.index.embed())
    answer = chatbot.ask(question)
    assert answer.found
    assert answer.citations[0].section == "1. Waarom heeft Amerika het op Venezuela gemunt?"


def test_a_dutch_answer_says_that_the_articles_are_in_english(english_chatbot: Chatbot) -> None:
    answer = english_chatbot.ask("Waarom werd de vuurtoren gebouwd?")
    assert answer.opening == "Dit staat erover in de artikelen, die in het Engels zijn:"


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Hoeveel windmolens staan er in de polder?", "kinderdijk.txt"),
        ("What did the windmills do with the water?", "kinderdijk.txt"),
        ("Hoeveel eieren legt de koningin?", "nature/bees.md"),
        ("How many ships ran aground?", "lighthouse.txt"),
        ("Hoeveel schepen liepen op de rotsen?", "lighthouse.txt"),
    ],
)
def test_a_corpus_may_mix_both_languages(mixed_chatbot: Chatbot, question: str, article: str) -> None:
    answer = mixed_chatbot.ask(question)
    assert answer.found
    assert answer.citations[0].article == article


def test_an_answer_from_articles_of_both_languages_names_neither(mixed_chatbot: Chatbot) -> None:
    answer = mixed_chatbot.ask("How many windmills, eggs and ships are there?", top=6)
    languages = {article.name: article.language for article in mixed_chatbot.corpus.articles}
    assert {languages[sentence.article] for sentence in answer.key_sentences} == {"nl", "en"}
    assert answer.opening == "This is what the articles say about it:"


@pytest.mark.parametrize(
    ("question", "language"),
    [("How many ministers does Norway have?", "en"), ("Wie leidt de oppositie in Brazilië?", "nl")],
)
def test_a_question_on_another_subject_gets_the_closest_sentences_as_no_answer(
    chatbot: Chatbot, question: str, language: Language
) -> None:
    answer = chatbot.ask(question)
    assert (answer.certainty, answer.found) == ("not found", False)
    assert answer.opening == message("closest sentences", language)
    assert answer.citations
    assert answer.key_sentences


@pytest.mark.parametrize(
    ("question", "language"), [("What is the best recipe for apple pie?", "en"), ("Hoe bak ik een appeltaart?", "nl")]
)
def test_where_nothing_comes_close_no_sentence_is_shown(chatbot: Chatbot, question: str, language: Language) -> None:
    answer = chatbot.ask(question)
    assert (answer.found, answer.key_sentences) == (False, ())
    assert answer.opening == message("nothing found", language)


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        ("", "The question is empty."),
        (" \n\t", "The question is empty."),
        ("?! …", "There is no word in the question."),
        ("🦊", "There is no word in the question."),
        (
            "Is dat zo? " * QUESTION_LIMIT,
            f"De vraag telt {11 * QUESTION_LIMIT} tekens, en meer dan {QUESTION_LIMIT} kan",
        ),
    ],
    ids=["empty", "white space", "punctuation", "a picture", "too long"],
)
def test_what_is_no_question_gets_a_complaint_and_no_citations(chatbot: Chatbot, question: str, complaint: str) -> None:
    answer = chatbot.ask(question)
    assert not answer.found
    assert answer.opening.startswith(complaint)
    assert answer.citations == ()


def test_a_question_may_be_as_long_as_the_limit(chatbot: Chatbot) -> None:
    assert chatbot.ask(("Hoeveel generaals? " * QUESTION_LIMIT)[:QUESTION_LIMIT]).citations


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_question_that_shows_no_language_is_taken_for_the_one_given(chatbot: Chatbot, language: Language) -> None:
    assert chatbot.ask("Maduro?", language=language).language == language


@pytest.mark.parametrize("question", [DUTCH_QUESTION, ENGLISH_QUESTION, "Is there a recipe for apple pie?"])
def test_the_same_question_gets_the_same_answer(chatbot: Chatbot, question: str) -> None:
    answer = chatbot.ask(question)
    chatbot.ask("Wie zou het Cartel de los Soles leiden?")
    assert chatbot.ask(question) == answer


def test_a_new_chatbot_over_the_same_articles_gives_the_same_answer(english_chatbot: Chatbot, encoder: Encoder) -> None:
    question = "How many ships ran aground?"
    again = small_chatbot(english_chatbot.corpus.folder, encoder=encoder)
    assert again.ask(question) == english_chatbot.ask(question)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_may_be_written_either_way(chatbot: Chatbot, form: Literal["NFC", "NFD"]) -> None:
    question = unicodedata.normalize(form, "Waarom kan Rusland door Oekraïne niet helpen?")
    assert "Oekraïne" in chatbot.ask(question).citations[0].text


@given(question=st.text(st.characters(exclude_categories=()), max_size=40))
@example(question="leger \udcff")  # what is left of an argument that is not UTF-8
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_text_may_be_asked(english_chatbot: Chatbot, question: str) -> None:
    answer = english_chatbot.ask(question)
    assert answer.question == question
    assert answer.citations or not answer.found


@pytest.mark.filterwarnings("error")
def test_an_article_of_stop_words_only_is_read_without_a_warning(tmp_path: Path, encoder: Encoder) -> None:
    folder = write_articles(tmp_path, {"het.txt": "Het is er en het was er."})
    assert len(small_chatbot(folder, encoder=encoder).ask("Wat is er?").citations) == 1


def test_a_folder_is_opened_in_one_line(tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.answers.engine.LightEncoder", lambda _folder: encoder)
    opened = open_folder(str(write_articles(tmp_path, {"bees.md": BEES, "molens.txt": WINDMILLS})))
    answer = opened.ask("How long does the queen live?")
    assert answer.citations[0].article == "bees.md"
