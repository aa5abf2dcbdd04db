"""A folder of a thousand passages in two languages, each much like the others: the right one is found and quoted."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.encoders.encoder import Encoder
from tests.articles import write_articles
from tests.small_chatbot import small_chatbot

COUNT = 1_000
PASSAGES_AN_ARTICLE = 40
ASKED_ABOUT = 9

TITLES = ("Dorpen in de provincie", "Villages in the province")
PEOPLE = ("Het dorp {village} telt {people} inwoners.", "The village of {village} has {people} inhabitants.")
CHURCH = ("De kerk werd gebouwd in {year}.", "Its church was built in {year}.")
QUESTIONS = ("Hoeveel inwoners heeft {village}?", "How many inhabitants does {village} have?")

SYLLABLES = [first + second for first in "bdfgklmnprstv" for second in "aeiou"]


@pytest.fixture(scope="module")
def sentences() -> dict[str, str]:
    """How many people live in each village: every second article says it in Dutch, the others in English."""
    random = Random(1)  # noqa: S311 - the same villages each time
    said: dict[str, str] = {}
    while len(said) < COUNT:
        village = "".join(random.choices(SYLLABLES, k=3)).capitalize()
        sentence = PEOPLE[len(said) // PASSAGES_AN_ARTICLE % 2]
        said.setdefault(village, sentence.format(village=village, people=random.randint(100, 9_999)))
    return said


@pytest.fixture(scope="module")
def large_chatbot(sentences: dict[str, str], tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    villages = list(sentences)
    articles = {}
    for number, start in enumerate(range(0, COUNT, PASSAGES_AN_ARTICLE)):
        passages = [
            f"## {village}\n\n{sentences[village]} {CHURCH[number % 2].format(year=1100 + (start + place) % 800)}"
            for place, village in enumerate(villages[start : start + PASSAGES_AN_ARTICLE])
        ]
        articles[f"{number:02}.md"] = "\n\n".join([f"# {TITLES[number % 2]}", *passages])
    folder: Path = tmp_path_factory.mktemp("large")
    return small_chatbot(write_articles(folder, articles), encoder=encoder)


def test_a_question_in_either_language_finds_the_passage_among_a_thousand_in_either(
    large_chatbot: Chatbot, sentences: dict[str, str]
) -> None:
    assert len(large_chatbot.index.passages) == COUNT
    assert {article.language for article in large_chatbot.corpus.articles} == {"nl", "en"}
    texts = {article.name: article.text for article in large_chatbot.corpus.articles}
    for village in list(sentences)[:: COUNT // ASKED_ABOUT]:
        for question in QUESTIONS:
            answer = large_chatbot.ask(question.format(village=village))
            assert answer.certainty == "answered"
            first, *_ = answer.key_sentences
            assert first.text == sentences[village]
            assert first.text == texts[first.article][first.start : first.end]
