"""Ranking: the candidates for a question in the order in which they answer it, once they have been read."""

from __future__ import annotations

from itertools import pairwise
from math import isfinite
from pathlib import Path

import pytest

from chatbot.answers.chatbot import DEPTH, Chatbot
from chatbot.answers.engine import Engine
from chatbot.encoders.encoder import Encoder
from chatbot.passages.corpus import read_corpus
from chatbot.text.language_code import Language
from tests.articles import write_articles
from tests.rankings import ranking_of
from tests.small_chatbot import small_chatbot

QUESTIONS: list[tuple[str, Language]] = [
    ("Hoeveel generaals heeft het Venezolaanse leger?", "nl"),
    ("Why did airlines stop flying over Venezuela?", "en"),
    ("En hoe is het daar?", "nl"),  # stop words only
    ("zxqv blorp 1066", "en"),  # nothing that the corpus knows
]


@pytest.mark.parametrize(("question", "language"), QUESTIONS)
def test_every_candidate_has_its_place_and_none_scores_more_than_the_one_before(
    chatbot: Chatbot, question: str, language: Language
) -> None:
    ranking = ranking_of(chatbot, question, language)
    places = {(one.passage.article.name, one.passage.start) for one in ranking.passages}
    assert len(places) == len(ranking.passages) == min(DEPTH, len(chatbot.index.passages))
    assert all(first.score >= second.score for first, second in pairwise(ranking.passages))
    assert all(isfinite(one.score) for one in ranking.passages)


@pytest.mark.parametrize(("question", "language"), QUESTIONS)
def test_each_sentence_of_a_passage_is_looked_at(chatbot: Chatbot, question: str, language: Language) -> None:
    for one in ranking_of(chatbot, question, language).passages:
        assert len(one.typed) == len(one.introducing) == len(one.passage.sentences)


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("Hoeveel generaals telt Venezuela?", "nl", "tweeduizend generaals"),
        ("Wat meldt Flightradar24?", "nl", "Flightradar24"),
        ("Who is Hugo Carvajal?", "en", "alias El Pollo"),
        ("Wat onderschepte The Washington Post?", "nl", "onderschepte brief"),
        ("airlines cancelling flights", "en", "luchtvaartmaatschappijen staakten"),
    ],
)
def test_the_passage_with_the_words_of_the_question_comes_first(
    chatbot: Chatbot, question: str, language: Language, words: str
) -> None:
    assert words in ranking_of(chatbot, question, language).passages[0].passage.text


def test_a_question_of_stop_words_is_ranked_by_meaning_alone(chatbot: Chatbot) -> None:
    ranking = ranking_of(chatbot, "Waarom is dat zo?", "nl")
    assert ranking.query == ()
    assert len({one.score for one in ranking.passages}) > 1


def test_equal_passages_keep_the_order_of_the_articles(tmp_path: Path, encoder: Encoder) -> None:
    text = "# The lamp\n\nThe keeper of the lighthouse lit the lamp every evening."
    chatbot = small_chatbot(write_articles(tmp_path, {f"{name}.md": text for name in "abc"}), encoder=encoder)
    ranking = ranking_of(chatbot, "Who lit the lamp?", "en")
    assert [one.passage.article.name for one in ranking.passages] == ["a.md", "b.md", "c.md"]


def test_of_passages_that_fit_alike_the_one_with_the_number_asked_for_comes_first(
    tmp_path: Path, encoder: Encoder
) -> None:
    cars = {"a": "many", "b": "many", "c": "many", "d": "nine"}
    articles = {f"{name}.txt": f"The ferry of the island carries {many} cars every day." for name, many in cars.items()}
    chatbot = small_chatbot(write_articles(tmp_path, articles), encoder=encoder)
    ranking = ranking_of(chatbot, "How many cars does the ferry carry?", "en")
    assert [one.passage.article.name for one in ranking.passages] == ["d.txt", "a.txt", "b.txt", "c.txt"]
    assert not ranking.lacks_amount


ENGLISH_DISPUTE = """# Tension between Tarn and Ostrava

Ostrava has sent four warships to the strait. The government of Tarn speaks of a threat to its very existence.

## How strong is the army of Tarn?

Tarn has an army of two thousand, most of whom have not held a weapon for years. If Ostrava were to attack, the border
of Tarn could hardly be defended for a week, say former officers of both countries.

## Why is Ostrava threatening Tarn?

According to the general who has been in power since spring, smugglers from Tarn flood his country with cheap tobacco.
Critics think that he is after the natural gas below the strait, which would pay for all that he promised his voters.

## Who stands by Tarn?

Tarn has few friends. The queen of Lemm called the threat by Ostrava a disgrace and offered Tarn two ships, but her own
parliament wants to go on selling grain to Ostrava.
"""
DUTCH_DISPUTE = """# Spanning tussen Tarn en Ostrava

Ostrava heeft vier oorlogsschepen naar de zeestraat gestuurd. De regering van Tarn spreekt van een bedreiging van het
voortbestaan van het land.

## Hoe sterk is het leger van Tarn?

Tarn heeft een leger van tweeduizend man, van wie de meesten al jaren geen wapen hebben vastgehouden. Als Ostrava zou
aanvallen, is de grens van Tarn nog geen week te verdedigen, zeggen oud-officieren uit beide landen.

## Waarom bedreigt Ostrava Tarn?

Volgens de generaal die sinds het voorjaar aan de macht is, overspoelen smokkelaars uit Tarn zijn land met goedkope
tabak. Critici denken dat hij uit is op het aardgas onder de zeestraat, waarmee hij zijn beloften zou kunnen betalen.

## Wie staat er achter Tarn?

Tarn heeft weinig vrienden. De koningin van Lemm noemde de dreiging van Ostrava een schande en bood Tarn twee schepen
aan, maar haar eigen parlement wil graan blijven verkopen aan Ostrava.
"""


@pytest.mark.parametrize("engine_name", ["engine", "strong_engine"])
@pytest.mark.parametrize(
    ("article", "question"),
    [
        (ENGLISH_DISPUTE, "Why is Ostrava threatening Tarn?"),
        (ENGLISH_DISPUTE, "How strong is the army of Tarn?"),
        (DUTCH_DISPUTE, "Waarom bedreigt Ostrava Tarn?"),
        (DUTCH_DISPUTE, "Wie staat er achter Tarn?"),
    ],
)
def test_a_section_whose_heading_is_the_question_comes_first(
    tmp_path: Path, request: pytest.FixtureRequest, engine_name: str, article: str, question: str
) -> None:
    engine: Engine = request.getfixturevalue(engine_name)
    chatbot = Chatbot(read_corpus(write_articles(tmp_path, {"dispute.md": article})), engine)
    list(chatbot.index.embed())
    answer = chatbot.ask(question)
    assert answer.found
    assert answer.citations[0].section == question
