"""The two articles that come with the program."""

from __future__ import annotations

import pytest

from chatbot.articles.article import Article
from chatbot.articles.folder import bundled_folder
from chatbot.passages.corpus import read_corpus
from chatbot.passages.passage import PASSAGE_WORD_LIMIT, split_passages

ALLIES, STATES = read_corpus(bundled_folder()).articles

SECTIONS = {
    ALLIES.name: [
        None,
        "China: steun met mate",
        "Rusland: handen vol met Oekraïne",
        "Iran: hulp langs een omweg",
        "Cuba en Nicaragua: de kleinere vrienden",
        "Houdt de Venezolaanse economie een oorlog vol?",
    ],
    STATES.name: [
        None,
        "1. Waarom heeft Amerika het op Venezuela gemunt?",
        "Drugs dienen als voorwendsel",
        "Oude rekeningen, olie en machtsvertoon",
        "2. Wat haalt Trumps dreigement over een gesloten luchtruim uit?",
        "3. Onderhoudt het bewind van Maduro contacten met de drugskartels?",
        "Een regime met connecties is nog geen kartel",
        "4. Wat is de Venezolaanse krijgsmacht waard?",
        "Drones dankzij Iran en trouwe generaals",
        "5. Kan Maduro op Chinese en Russische steun rekenen?",
        "Moskou en Beijing ontzien Trump liever",
    ],
}

both = pytest.mark.parametrize("article", [ALLIES, STATES], ids=lambda article: str(article.name))


@pytest.mark.parametrize(
    ("article", "name", "title"),
    [
        (ALLIES, "bondgenoten-van-venezuela.txt", "Op wie kan Venezuela rekenen als het oorlog wordt?"),
        (STATES, "verenigde-staten-tegen-venezuela.txt", "Waarom Amerika Venezuela de duimschroeven aandraait"),
    ],
    ids=["allies", "states"],
)
def test_each_has_its_name_and_title(article: Article, name: str, title: str) -> None:
    assert (article.name, article.title, article.language) == (name, title, "nl")


@both
def test_every_section_has_passages_in_the_order_of_the_text(article: Article) -> None:
    assert list(dict.fromkeys(passage.section for passage in split_passages(article))) == SECTIONS[article.name]


@both
def test_passages_are_long_enough_to_answer_and_short_enough_to_read(article: Article) -> None:
    for passage in split_passages(article):
        assert 10 <= len(passage.text.split()) <= PASSAGE_WORD_LIMIT
        assert passage.text == article.text[passage.start : passage.end]


@both
def test_every_passage_ends_with_a_sentence(article: Article) -> None:
    assert {passage.text.rstrip("’”)")[-1] for passage in split_passages(article)} <= set(".?!")


@both
def test_no_sentence_is_cut_at_an_abbreviation(article: Article) -> None:
    for passage in split_passages(article):
        for start, end in passage.sentences:
            assert not article.text[start].islower()
            assert not article.text[end - 1].isalnum()


@both
def test_the_text_has_no_stray_white_space_or_hidden_characters(article: Article) -> None:
    assert all(character == "\n" or character.isprintable() for character in article.text)
    assert [line for line in article.text.split("\n") if line != line.strip() or "  " in line] == []
    assert article.text.endswith("\n")
