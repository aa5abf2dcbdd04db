"""The query: the words of a question, and those of the corpus that answer to them."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from chatbot.articles.folder import bundled_folder
from chatbot.encoders.encoder import Encoder
from chatbot.index.index import Index
from chatbot.index.query import ALTERNATIVE_LIMIT, CONTEXT_SHARE, QueryTerm, with_context
from chatbot.passages.corpus import read_corpus
from chatbot.text.analysis import term, term_language
from chatbot.text.language_code import LANGUAGES, Language
from chatbot.text.question import parse_question
from tests.small_chatbot import small_chatbot

ENGLISH_ARTICLES = Path(__file__).parent / "english"
QUESTION = "How many generals does the Venezuelan army have?"


def query(index: Index, question: str, language: Language) -> tuple[QueryTerm, ...]:
    return index.query(parse_question(question, language))


def query_term(index: Index, text: str, question: str, language: Language) -> QueryTerm:
    """The term of the query that a question makes which is `text`."""
    (found,) = (one for one in query(index, question, language) if one.text == text)
    return found


def texts(index: Index, question: str, language: Language, *, pairs: bool = False) -> list[str]:
    return [one.text for one in query(index, question, language) if one.is_pair == pairs]


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        (QUESTION, "en", ["generals", "Venezuelan", "army"]),
        ("Hoeveel generaals heeft het Venezolaanse leger?", "nl", ["generaals", "Venezolaanse", "leger"]),
        ("China, China en nog eens China", "nl", ["China"]),
        ("En hoe is het daar?", "nl", []),
        ("", "en", []),
    ],
)
def test_each_word_that_is_no_stop_word_is_asked_once(
    index: Index, question: str, language: Language, words: list[str]
) -> None:
    assert texts(index, question, language) == words


@pytest.mark.parametrize(
    ("question", "pairs"),
    [
        (QUESTION, ["Venezuelan army"]),
        ("oil trade, war", ["oil trade"]),
        ("the war on drugs", []),
        ("army of 2017 soldiers", []),
        ("F-16 fighter jets", ["fighter jets"]),
    ],
)
def test_neighbouring_words_are_asked_as_one_too_as_they_may_be_one_in_dutch(
    index: Index, question: str, pairs: list[str]
) -> None:
    assert texts(index, question, "en", pairs=True) == pairs


def test_a_pair_weighs_less_than_a_word(index: Index) -> None:
    pair = query_term(index, "Venezuelan army", QUESTION, "en")
    assert 0 < pair.weight < query_term(index, "army", QUESTION, "en").weight


def test_a_word_that_the_corpus_has_answers_to_itself_fully(index: Index) -> None:
    own = query_term(index, "leger", "Hoe groot is het leger?", "nl").alternatives[term("leger", "nl")]
    assert (own.weight, own.similarity) == (1, 1)


def test_a_name_is_the_same_word_in_both_languages(index: Index) -> None:
    for language in ("nl", "en"):
        assert query_term(index, "Maduro", "Maduro?", language).alternatives[term("Maduro", "nl")].weight == 1


@pytest.mark.parametrize(
    ("english", "dutch"),
    [("generals", "generaals"), ("weapons", "wapens"), ("aircraft", "vliegtuig"), ("debts", "schulden")],
)
def test_an_english_word_is_answered_by_the_dutch_word_of_its_meaning(index: Index, english: str, dutch: str) -> None:
    assert term(dutch, "nl") in query_term(index, english, f"What about the {english}?", "en").alternatives


@pytest.mark.parametrize(("number", "answers"), [("2017", {"2017"}), ("1066", set()), ("F-16", {"f16"})])
def test_a_number_is_answered_by_itself_only(index: Index, number: str, answers: set[str]) -> None:
    assert set(query_term(index, number, f"What about {number}?", "en").alternatives) == answers


@pytest.mark.parametrize("question", [QUESTION, "Why did airlines stop flying over the Caribbean Sea?", "zxqv blorp"])
def test_alternatives_are_few_terms_of_the_corpus_of_positive_weight(index: Index, question: str) -> None:
    for asked in query(index, question, "en"):
        assert set(asked.alternatives) <= index.bm25.terms
        others = [found for found in asked.alternatives.values() if found.weight < 1 and not found.spelt_alike]
        assert len(others) <= ALTERNATIVE_LIMIT
        for found in asked.alternatives.values():
            assert 0 < found.weight <= 1
            assert -1 <= found.similarity <= 1


def test_a_word_that_is_only_spelt_alike_says_so_and_weighs_less(index: Index) -> None:
    alternatives = query_term(index, "generls", "How many generls?", "en").alternatives
    (found,) = (alternative for alternative in alternatives.values() if alternative.spelt_alike)
    assert found.weight < found.similarity < 1


def test_words_of_one_language_leave_room_for_those_of_the_other(
    index: Index, encoder: Encoder, tmp_path: Path
) -> None:
    for folder in (bundled_folder(), ENGLISH_ARTICLES):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    both = small_chatbot(tmp_path, encoder=encoder).index
    asked = query_term(both, "soldaten", "Waar waren de soldaten?", "nl")
    per_language = Counter(term_language(found) for found, other in asked.alternatives.items() if other.weight < 1)
    assert per_language["nl"] >= ALTERNATIVE_LIMIT / 2
    assert per_language["en"] >= ALTERNATIVE_LIMIT / 2
    assert per_language.total() > ALTERNATIVE_LIMIT
    assert term("soldier", "en") in asked.alternatives
    alone = query_term(index, "soldaten", "Waar waren de soldaten?", "nl")
    assert {term_language(found) for found in alone.alternatives} == {"nl"}


@pytest.mark.parametrize(
    ("question", "language", "found"),
    [
        ("What brand?", "en", {"en"}),
        ("Welke brand?", "nl", {"nl"}),
        ("What tanker?", "en", {"nl", "en"}),  # the same in both
        ("What kade?", "en", {"nl"}),
        ("What room?", "en", {"nl"}),  # no English article has it: better the wrong room than none
    ],
)
def test_a_false_friend_is_answered_in_the_language_of_the_question_if_an_article_has_it(
    encoder: Encoder, tmp_path: Path, question: str, language: Language, found: set[Language]
) -> None:
    (tmp_path / "kade.txt").write_text("De brand aan de kade\n\nBij de brand op de tanker vatte ook de room vlam.\n")
    (tmp_path / "bikes.txt").write_text("Bikes on the quay\n\nThe tanker carried twelve bikes of the brand Stormby.\n")
    index = small_chatbot(tmp_path, encoder=encoder).index
    (asked,) = query(index, question, language)
    itself = {term(asked.text, language) for language in LANGUAGES}
    assert {term_language(one) for one in asked.alternatives if one in itself} == found


def test_before_the_words_of_the_corpus_are_embedded_a_word_is_answered_by_itself_only(encoder: Encoder) -> None:
    waiting = Index(read_corpus(bundled_folder()), encoder)
    assert [(one.text, set(one.alternatives)) for one in query(waiting, "Hoe groot is het leger? 1066", "nl")] == [
        ("groot", {term("groot", "nl")}),
        ("leger", {term("leger", "nl")}),
        ("1066", set()),
    ]


# context


def test_the_words_of_a_query_outweigh_those_of_a_longer_one_together(index: Index) -> None:
    own = query(index, "En China?", "nl")
    long = query(index, "Hoeveel vliegtuigen en generaals heeft het leger?", "nl")
    both = with_context(own, long, outweighed=True)
    assert both[: len(own)] == own
    assert sum(added.weight for added in both[len(own) :] if not added.is_pair) == pytest.approx(CONTEXT_SHARE)


@pytest.mark.parametrize("outweighed", [True, False])
def test_a_short_context_weighs_as_much_either_way_and_none_adds_nothing(index: Index, outweighed: bool) -> None:
    own, short = query(index, "En China en Rusland?", "nl"), query(index, "olie", "nl")
    assert with_context(own, short, outweighed=outweighed) == with_context(own, short, outweighed=False)
    assert with_context(own, (), outweighed=outweighed) == own
    assert with_context((), short, outweighed=False)[0].weight < short[0].weight


def test_context_adds_the_words_that_the_question_lacks_at_a_lower_weight(index: Index) -> None:
    own = query(index, "En het leger?", "nl")
    both = with_context(own, query(index, "Hoeveel vliegtuigen heeft het leger?", "nl"), outweighed=False)
    assert both[: len(own)] == own
    (added,) = (one for one in both[len(own) :] if not one.is_pair)
    assert added.text == "vliegtuigen"
    assert 0 < added.weight < own[0].weight
