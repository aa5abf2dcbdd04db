"""The amount asked for: passages that give it come first, and where the nearest give none there is no answer."""

from __future__ import annotations

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.confidence import FLOOR
from chatbot.encoders.encoder import Encoder
from chatbot.messages import message
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot

ARTICLES = {
    "ferry.txt": (
        "The ferry of Skerry Point\n\n"
        "The boat\n\nThe ferry was built in 1931 in Leith. The hull of the ferry is of steel, painted blue.\n\n"
        "The crossing\n\nThe ferry takes forty minutes and carries twelve cars. Its captain lives on the island.\n\n"
        "The harbour\n\nThe harbour wall of the ferry is 210 metres long. Cars wait for the ferry on the quay.\n\n"
        "The fire\n\nIn 1956 the ferry burned. Nine passengers were lost that night, and the captain went to prison.\n"
    ),
    "molen.txt": (
        "De molen van Rijp\n\n"
        "De bouw\n\nDe molen werd in 1772 gebouwd. Het bouwjaar staat op de balk boven de deur van de molen.\n\n"
        "De wieken\n\nDe vier molenwieken zijn elk dertien meter lang. De molenaar hijst de zeilen op de wieken.\n"
    ),
    "wachter.txt": "De wachter vertelt\n\nHoeveel geiten houdt de wachter?\n\nVeertien. Ze eten zijn hoed.\n",
    "koeken.txt": "De bakker van Rijp\n\nDe bakker maakt speltkoeken. Op de open dag werden er 1.200 verkocht.\n",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(tmp_path_factory.mktemp("amounts"), ARTICLES), encoder=encoder)


def highlighted(answer: Answer) -> str:
    citation = answer.citations[0]
    ((start, end),) = citation.highlights
    return citation.text[start - citation.start : end - citation.start]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many cars does the ferry carry?", "twelve cars"),
        ("How long is the wall of the ferry?", "210 metres"),
        ("How many people died on the ferry?", "Nine passengers"),
        ("Hoeveel auto's neemt de veerboot mee?", "twelve cars"),
        ("Hoeveel wieken heeft de molen?", "vier molenwieken"),
        ("Hoeveel geiten heeft de wachter?", "Veertien"),
        ("Hoeveel speltkoeken verkochten ze op de open dag?", "er 1.200 verkocht"),
    ],
)
def test_the_sentence_with_the_amount_is_the_one_that_is_highlighted(
    bot: Chatbot, question: str, sentence: str
) -> None:
    answer = bot.ask(question)
    assert answer.found
    assert sentence in highlighted(answer)


@pytest.mark.parametrize(
    "question",
    [
        "How much did the ferry cost?",
        "How heavy is the ferry?",
        "How many lifeboats does the ferry have?",
        "Wat kost een kaartje voor de veerboot?",
        "Hoeveel bezoekers krijgt de molen?",
    ],
)
def test_where_the_nearest_passages_do_not_give_it_there_is_no_answer(bot: Chatbot, question: str) -> None:
    answer = bot.ask(question)
    assert not answer.found
    assert answer.confidence < FLOOR
    assert answer.opening == message("amount missing", answer.language)
    assert answer.citations[0].article == ("molen.txt" if "molen" in question else "ferry.txt")


def test_the_same_subject_is_answered_where_no_amount_is_asked_for(bot: Chatbot) -> None:
    assert bot.ask("Where was the ferry built?").found
    assert bot.ask("Waar staat het bouwjaar van de molen?").found


def test_a_year_counts_nothing_unless_what_is_counted_follows(bot: Chatbot) -> None:
    assert not bot.ask("How many ferries burned?").found
