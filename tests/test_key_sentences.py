"""Key sentences: the sentences that answer, the best first, chosen among all sentences of the cited passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.key_sentences import MOST_KEY_SENTENCES, nearest_sentences
from chatbot.encoders.encoder import Encoder
from chatbot.text.question import parse_question
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot

FERRY = """The ferry of Lowick

The ferry was built in 1931. It carries twelve cars and sixty passengers across the river. The toll is four pounds.

The crew

The crew of the ferry consists of the following people: a captain, an engineer and two deckhands. Their quarters are
below deck.

See also

See also: List of ferries that carry cars across a river
"""

COPY = """The ferry of Lowick, again

It is often said of the ferry. It carries twelve cars and sixty passengers across the river.
"""

CROSSING = "On most days the old ferry of Lowick carries {} cars and some sixty passengers across the river."


@pytest.fixture
def chatbot_of_ferries(tmp_path: Path, encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(tmp_path, {"ferry.txt": FERRY, "copy.txt": COPY}), encoder=encoder)


def texts(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.key_sentences]


@pytest.mark.parametrize(
    "question", ["Hoeveel generaals heeft het Venezolaanse leger?", "Why did airlines stop flying over Venezuela?"]
)
def test_each_is_a_verbatim_part_of_the_citation_that_it_names(chatbot: Chatbot, question: str) -> None:
    answer = chatbot.ask(question)
    assert 1 <= len(answer.key_sentences) <= MOST_KEY_SENTENCES
    for sentence in answer.key_sentences:
        citation = answer.citations[sentence.citation - 1]
        assert citation.article == sentence.article
        assert citation.start <= sentence.start < sentence.end <= citation.end
        article = chatbot.corpus.article(sentence.article)
        assert article
        assert article.text[sentence.start : sentence.end] == sentence.text
    scores = [sentence.score for sentence in answer.key_sentences]
    assert scores == sorted(scores, reverse=True)


def test_the_sentence_that_answers_comes_first(chatbot: Chatbot) -> None:
    assert "tweeduizend generaals" in texts(chatbot.ask("How many generals does the Venezuelan army have?"))[0]


def test_a_sentence_that_points_back_comes_with_the_one_before(chatbot_of_ferries: Chatbot) -> None:
    first = texts(chatbot_of_ferries.ask("How many cars does the ferry carry?"))[0]
    assert first in {
        "The ferry was built in 1931. It carries twelve cars and sixty passengers across the river.",
        "It is often said of the ferry. It carries twelve cars and sixty passengers across the river.",
    }


def test_a_line_of_a_collection_of_links_is_shown_last_if_at_all(chatbot_of_ferries: Chatbot) -> None:
    found = texts(chatbot_of_ferries.ask("Which ferries carry cars across a river?"))
    assert not found[0].startswith("See also")


def test_nothing_is_shown_twice(chatbot_of_ferries: Chatbot) -> None:
    answer = chatbot_of_ferries.ask("How many cars does the ferry carry?", 5)
    spans = [(one.article, one.start, one.end) for one in answer.key_sentences]
    assert len(set(texts(answer))) == len(spans)
    assert all(
        one[0] != other[0] or one[2] <= other[1] or other[2] <= one[1]
        for number, one in enumerate(spans)
        for other in spans[:number]
    )


def test_a_sentence_tells_which_other_articles_say_the_same(tmp_path: Path, encoder: Encoder) -> None:
    articles = {f"{name}.txt": CROSSING.format("twelve") for name in "abc"}
    answer = small_chatbot(write_articles(tmp_path, articles), encoder=encoder).ask("How many cars does it carry?")
    (sentence,) = answer.key_sentences
    assert {sentence.article, *sentence.also_in} == set(articles)
    assert len(sentence.also_in) == 2
    assert not sentence.disputed


def test_of_sentences_that_contradict_each_other_both_are_shown(tmp_path: Path, encoder: Encoder) -> None:
    articles = {f"{number}.txt": CROSSING.format(number) for number in ("twelve", "twenty")}
    answer = small_chatbot(write_articles(tmp_path, articles), encoder=encoder).ask("How many cars does it carry?")
    assert {sentence.article for sentence in answer.key_sentences} == set(articles)
    assert all(sentence.disputed and not sentence.also_in for sentence in answer.key_sentences)


def test_what_comes_closest_is_the_best_sentence_of_each_article(chatbot_of_ferries: Chatbot) -> None:
    findings = chatbot_of_ferries.find(parse_question("What is the capital of Norway?", "en"), 5)
    nearest = nearest_sentences(findings.sentences)
    assert {sentence.article for sentence in nearest} == {"ferry.txt", "copy.txt"}
    assert len(nearest) == 2


HOUSES = "# Houses built\n\n| Village | Houses in 2022 | Grant |\n|---|---|---|\n" + "\n".join(
    f"| {name} | {number} | {number},5 |"
    for number, name in enumerate("Aldwick Burnham Cotgrave Dunmore Eastry Fenwick Gorsley Hapton Ingleby".split(), 11)
)


@pytest.fixture
def chatbot_of_houses(tmp_path: Path, encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(tmp_path, {"houses.md": HOUSES, "ferry.txt": FERRY}), encoder=encoder)


def test_of_a_table_the_row_that_is_asked_for_is_quoted_alone_and_tells_its_columns(chatbot_of_houses: Chatbot) -> None:
    answer = chatbot_of_houses.ask("How many houses were built in Fenwick in 2022?")
    assert answer.found
    assert texts(answer)[0] == "| Fenwick | 16 | 16,5 |"
    assert answer.key_sentences[0].table_header == "| Village | Houses in 2022 | Grant |"
    assert answer.key_sentences[0].shown == "Village: Fenwick; Houses in 2022: 16; Grant: 16,5"
    assert not any("|" in text for text in texts(answer)[1:])


def test_the_row_that_names_the_columns_answers_nothing(chatbot_of_houses: Chatbot) -> None:
    answer = chatbot_of_houses.ask("houses in 2022 and grant by village")
    assert not texts(answer)[0].startswith("| Village")


HARBOURS = """Two harbours

Cray sent three boats of grain to the island, and nobody there had asked for grain or for boats.

The council of Marrow promised grain as well, but it has sent no boats so far and may never do so.
"""


@pytest.mark.parametrize(("named", "sentence"), [("And Marrow?", "The council of Marrow"), ("And Cray?", "Cray sent")])
def test_after_another_question_a_sentence_with_what_is_named_instead_comes_first(
    tmp_path: Path, encoder: Encoder, named: str, sentence: str
) -> None:
    conversation = small_chatbot(write_articles(tmp_path, {"a.txt": HARBOURS}), encoder=encoder).conversation()
    conversation.ask("Which harbour sent boats of grain to the island?")
    assert texts(conversation.ask(named))[0].startswith(sentence)
