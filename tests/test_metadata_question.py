"""Questions about an article itself: who wrote it and when, told from its head or the properties of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from chatbot.text.talk import Talk, talk_of
from chatbot.text.talk_data import Told
from chatbot.text.talk_words import Situation
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot

POOL = """---
title: Zwembad dicht
author: [Piet Boon, Eva Slot]
date: 5 maart 2024
---
Het zwembad in de Kerkstraat gaat dicht. De leidingen lekken al jaren.
"""
FERRY = """The ferry of Lowick

By Ann Smith

The ferry of Lowick has crossed the river since 1931. It carries twelve cars.
"""
MILL = "De molen van Hoek maalt sinds 1824 graan. De molenaar woont er met zijn dochter.\n"


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    texts = {"pool.md": POOL, "ferry.txt": FERRY, "2019-04-02 molen.txt": MILL}
    return small_chatbot(write_articles(tmp_path_factory.mktemp("told"), texts), encoder=encoder)


@pytest.mark.parametrize(
    ("question", "told", "name"),
    [
        ("Wie schreef het artikel over de windmolens?", "author", "het artikel over de windmolens"),
        ("wie heeft dit stuk geschreven", "author", ""),
        ("Door wie is het nieuwsbericht over de brand geschreven?", "author", "het nieuwsbericht over de brand"),
        ("Wie is de auteur van het artikel over de brand?", "author", "het artikel over de brand"),
        ("Who wrote the article about the zoo, and when?", "author", "the article about the zoo"),
        ("Who was the piece on the zoo written by?", "author", "the piece on the zoo"),
        ("Wanneer verscheen het artikel over de sluis?", "date", "het artikel over de sluis"),
        ("Wanneer is het artikel over de sluis gepubliceerd?", "date", "het artikel over de sluis"),
        ("Van wanneer is de column over de sluis?", "date", "de column over de sluis"),
        ("When was the story about the zoo published?", "date", "the story about the zoo"),
        ("What is the date of this article?", "date", ""),
        ("who wrote the zoo article and when", "author", "the zoo article"),
        ("Wie schreef het brand-artikel?", "author", "het brand-artikel"),
        ("who wrote the zoo one?", "author", "the zoo one"),
        ("Wanneer is dat zwembadartikel gepubliceerd?", "date", "dat zwembadartikel"),
        ("wie schreef het krantenartikel", "author", ""),
        ("wie schreef dat over de brand, en wanneer", "author", "dat over de brand"),
        ("who wrote about the zoo?", "author", "about the zoo"),
    ],
)
def test_a_question_about_an_article_names_what_is_asked_and_of_which(question: str, told: Told, name: str) -> None:
    assert talk_of(question) == Talk("metadata", name, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wie heeft dat geschreven?", "author"),
        ("en wie schreef dit, en wanneer?", "author"),
        ("who wrote that one?", "author"),
        ("who's the author?", "author"),
        ("And when was it published?", "date"),
        ("wanneer is het verschenen", "date"),
    ],
)
def test_an_article_may_be_pointed_at(question: str, told: Told) -> None:
    assert talk_of(question) == Talk("metadata", told=told, points=True)


@pytest.mark.parametrize(
    ("question", "told"), [("En wanneer?", "date"), ("when was that?", "date"), ("by whom", "author")]
)
def test_what_goes_on_after_such_a_question_is_one(question: str, told: Told) -> None:
    assert talk_of(question) == Talk("answer")
    assert talk_of(question, Situation(after="metadata")) == Talk("metadata", told=told)


def test_there_is_no_article_beyond_the_last(bot: Chatbot) -> None:
    assert bot.ask("who wrote the fifth article?").opening == message("reply so few articles", "en", count=3)


@pytest.mark.parametrize("question", ["who wrote the second article?", "Wie schreef het tweede artikel?"])
def test_an_article_may_be_named_by_its_place_in_the_list(bot: Chatbot, question: str) -> None:
    assert "Ann Smith" in bot.ask(question).opening


@pytest.mark.parametrize(
    "question",
    [
        "Wie schreef het boek over de windmolens?",
        "Wie schreef dat de brug te laag is?",
        "Who wrote the report on the fire?",
        "Wanneer is het zwembad geopend?",
    ],
)
def test_a_question_about_the_contents_is_none(question: str) -> None:
    assert talk_of(question) == Talk("answer")


def test_who_wrote_and_when_are_quoted_from_the_head(bot: Chatbot) -> None:
    answer = bot.ask("Wie schreef het artikel over het zwembad?")
    assert (answer.kind, answer.certainty) == ("metadata", "answered")
    assert answer.opening == "“Zwembad dicht” is van Piet Boon, Eva Slot en dateert van 5 maart 2024."
    assert [one.text for one in answer.key_sentences] == ["author: [Piet Boon, Eva Slot]", "date: 5 maart 2024"]
    (citation,) = answer.citations
    assert citation.text == POOL[citation.start : citation.end] == "author: [Piet Boon, Eva Slot]\ndate: 5 maart 2024"
    assert (citation.author, citation.date) == ("Piet Boon, Eva Slot", "2024-03-05")


@pytest.mark.parametrize("question", ["Wie schreef “Zwembad dicht”?", "Who wrote 'zwembad dicht'?"])
def test_an_article_may_be_named_by_its_title(bot: Chatbot, question: str) -> None:
    assert "Piet Boon" in bot.ask(question).opening


def test_another_title_is_none_of_an_article(bot: Chatbot) -> None:
    assert bot.ask("Wie schreef “De avonden van het zwembad”?").kind == "answer"


def test_a_byline_answers_too(bot: Chatbot) -> None:
    answer = bot.ask("Who wrote the article about the ferry?")
    assert answer.opening == "“The ferry of Lowick” is by Ann Smith."
    assert [one.text for one in answer.key_sentences] == ["By Ann Smith"]


def test_what_the_name_of_the_file_tells_is_told_above_the_beginning_of_the_text(bot: Chatbot) -> None:
    answer = bot.ask("Wanneer verscheen het artikel over de molen?")
    assert answer.opening.endswith("dateert van 2 april 2019.")
    assert [one.text for one in answer.key_sentences] == [MILL.split(". ")[0] + "."]


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Welke artikelen schreef Eva Slot?", "Van Eva Slot:"),
        ("Wat heeft Piet Boon geschreven?", "Van Piet Boon:"),
        ("articles by slot", "By Eva Slot:"),
        ("What did Piet Boon write?", "By Piet Boon:"),
        ("welke artikels zijn er van eva slot", "Van Eva Slot:"),
        ("anything by Piet Boon?", "By Piet Boon:"),
        ("wie is Eva Slot?", "Van Eva Slot:"),
    ],
)
def test_the_articles_of_an_author_are_listed(bot: Chatbot, question: str, opening: str) -> None:
    answer = bot.ask(question)
    assert (answer.kind, answer.opening) == ("articles", opening)
    assert [one.article for one in answer.citations] == ["pool.md"]
    assert bot.ask(question, only={"ferry.txt"}).kind == "answer"


@pytest.mark.parametrize(
    "question", ["Wat schreef de molenaar?", "Which articles did Jan write?", "Wat heeft de molen?"]
)
def test_what_is_written_by_nobody_who_is_known_is_looked_for_in_the_text(bot: Chatbot, question: str) -> None:
    assert bot.ask(question).kind == "answer"


def test_an_article_that_does_not_tell_says_so_with_what_comes_closest_in_it(bot: Chatbot) -> None:
    answer = bot.ask("Wie schreef het artikel over de molen?")
    (mill,) = {sentence.article for sentence in answer.key_sentences}
    title = next(article.title for article in bot.corpus.articles if article.name == mill)
    assert answer.opening == message("reply no author", "nl", title=title)
    assert (answer.kind, answer.found) == ("metadata", False)


def test_this_article_is_the_open_one_or_the_one_quoted_last(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    assert conversation.ask("Who wrote this article?").kind == "answer"
    assert "Piet Boon" in conversation.ask("Who wrote this article?", open_article="pool.md").opening
    conversation.ask("How many cars does the ferry carry?")
    assert "Ann Smith" in conversation.ask("Who wrote this article?").opening


def test_it_is_the_article_quoted_last_unless_that_tells_of_something_written(tmp_path: Path, encoder: Encoder) -> None:
    song = "The song of Lowick\n\nThe song of Lowick was written by the cook of the ferry in 1931, on a rainy day."
    chatbot = small_chatbot(write_articles(tmp_path, {"ferry.txt": FERRY, "song.txt": song}), encoder=encoder)
    conversation = chatbot.conversation("en")
    conversation.ask("How many cars does the ferry carry?")
    assert "Ann Smith" in conversation.ask("Who wrote it?").opening
    conversation.ask("What is the song of Lowick?")
    answer = conversation.ask("Who wrote it?")
    assert (answer.kind, "the cook" in answer.key_sentences[0].text) == ("answer", True)


def test_other_works_of_the_author_may_be_asked_for(bot: Chatbot) -> None:
    conversation = bot.conversation("en")
    conversation.ask("Who wrote the article about the ferry?")
    assert conversation.ask("What else did she write?").opening == "By Ann Smith:"


@pytest.mark.parametrize(("question", "author"), [("Who wrote the English article?", "Ann Smith")])
def test_the_only_article_in_a_language_is_named_by_it(bot: Chatbot, question: str, author: str) -> None:
    assert author in bot.ask(question).opening


def test_a_date_may_be_asked_for_after_the_author(bot: Chatbot) -> None:
    conversation = bot.conversation("nl")
    conversation.ask("Wie schreef het artikel over het zwembad?")
    assert conversation.ask("En wanneer?").opening.endswith("dateert van 5 maart 2024.")


def test_an_article_that_is_not_searched_tells_nothing(bot: Chatbot) -> None:
    assert bot.ask("Who wrote the article about the ferry?", only={"pool.md"}).kind == "answer"
    assert "Piet Boon" in bot.ask("Who wrote this article?", only={"pool.md"}).opening


def test_an_article_that_tells_goes_before_one_that_does_not(tmp_path: Path, encoder: Encoder) -> None:
    texts = {
        "sluis.txt": "De sluis van Hoek\n\nDe sluis van Hoek wordt elk voorjaar door de gemeente nagekeken.",
        "deur.md": "---\ndate: 2022-01-30\n---\nDe nieuwe deur van de sluis van Hoek is vandaag geplaatst.\n",
    }
    chatbot = small_chatbot(write_articles(tmp_path, texts), encoder=encoder)
    answer = chatbot.ask("Wanneer verscheen het artikel over de nieuwe deur van de sluis van Hoek?")
    assert answer.opening.endswith("dateert van 30 januari 2022.")
