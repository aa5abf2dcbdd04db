"""The words of a corpus, and those among them that answer to the words of a question."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from chatbot.articles.corpus import bundled_folder, read_corpus
from chatbot.encoders.encoder import Encoder, UniversalSentenceEncoder
from chatbot.index.index import Index
from chatbot.index.query import ALTERNATIVE_LIMIT, CONTEXT_SHARE, QueryTerm, outweighed, with_context
from chatbot.index.vocabulary import Vocabulary
from chatbot.text.analysis import term, term_language
from chatbot.text.language import Language

ENGLISH_ARTICLES = Path(__file__).parent / "english"
QUESTION = "How many generals does the Venezuelan army have?"


def query_term(index: Index, text: str, question: str, language: Language) -> QueryTerm:
    """The term of the query that a question makes which is `text`."""
    (found,) = (query_term for query_term in index.query(question, language) if query_term.text == text)
    return found


def texts(index: Index, question: str, language: Language, *, pairs: bool = False) -> list[str]:
    return [query_term.text for query_term in index.query(question, language) if query_term.is_pair == pairs]


@pytest.fixture(scope="module")
def vocabulary(encoder: Encoder) -> Vocabulary:
    forms = {"leger": "leger", "gener": "generaals", "olie": "olie", "vliegtuig": "vliegtuigen", "oorlog": "Oorlog"}
    return Vocabulary.of({term: Counter([form]) for term, form in forms.items()}, encoder)


@pytest.mark.parametrize(
    ("english", "term"), [("army", "leger"), ("generals", "gener"), ("oil", "olie"), ("aircraft", "vliegtuig")]
)
def test_an_english_word_lies_nearest_to_the_dutch_word_of_its_meaning(
    vocabulary: Vocabulary, encoder: Encoder, english: str, term: str
) -> None:
    (nearest,) = vocabulary.nearest(encoder.encode([english]), floor=0.3)
    assert vocabulary.terms[int(nearest.numbers[0])] == term
    assert nearest.cosines[0] == nearest.cosines.max()


@pytest.mark.parametrize("form", ["leger", "Oorlog", "oorlog"])
def test_a_word_of_the_corpus_lies_on_itself_with_and_without_its_capital(
    vocabulary: Vocabulary, encoder: Encoder, form: str
) -> None:
    (nearest,) = vocabulary.nearest(encoder.encode([form]), floor=0.3)
    assert nearest.cosines.max() == pytest.approx(1, abs=1e-3)


def test_a_vocabulary_may_be_empty(encoder: Encoder) -> None:
    (nearest,) = Vocabulary.of({}, encoder).nearest(encoder.encode(["leger"]), floor=-1)
    assert list(nearest) == []


@pytest.mark.parametrize("text", ["leger", "How many generals?", "日本 🦊", "\udcff", ""])
def test_any_text_has_a_vector_of_length_one(encoder: Encoder, text: str) -> None:
    (vector,) = encoder.encode([text])
    assert vector.shape == (UniversalSentenceEncoder.DIMENSIONS,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, UniversalSentenceEncoder.DIMENSIONS)


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
    for asked in index.query(question, "en"):
        assert set(asked.alternatives) <= index.bm25.terms
        assert len([found for found in asked.alternatives.values() if found.weight < 1]) <= ALTERNATIVE_LIMIT
        for found in asked.alternatives.values():
            assert 0 < found.weight <= 1
            assert -1 <= found.similarity <= 1


def test_words_of_one_language_leave_room_for_those_of_the_other(index: Index, encoder: Encoder) -> None:
    articles = [*read_corpus(bundled_folder()).articles, *read_corpus(ENGLISH_ARTICLES).articles]
    asked = query_term(Index(articles, encoder), "soldaten", "Waar waren de soldaten?", "nl")
    per_language = Counter(term_language(found) for found, other in asked.alternatives.items() if other.weight < 1)
    assert per_language["nl"] >= ALTERNATIVE_LIMIT / 2
    assert per_language["en"] >= ALTERNATIVE_LIMIT / 2
    assert per_language.total() > ALTERNATIVE_LIMIT
    assert term("soldier", "en") in asked.alternatives
    alone = query_term(index, "soldaten", "Waar waren de soldaten?", "nl")
    assert {term_language(found) for found in alone.alternatives} == {"nl"}


def test_the_words_of_a_query_outweigh_those_of_a_longer_one_together(index: Index) -> None:
    query = index.query("En China?", "nl")
    context = outweighed(index.query("Hoeveel vliegtuigen en generaals heeft het leger?", "nl"), query)
    assert sum(added.weight for added in context if not added.is_pair) == pytest.approx(CONTEXT_SHARE)
    assert outweighed(context, query) == context
    assert outweighed((), query) == ()


def test_context_adds_the_words_that_the_question_lacks_at_a_lower_weight(index: Index) -> None:
    query = index.query("En het leger?", "nl")
    both = with_context(query, index.query("Hoeveel vliegtuigen heeft het leger?", "nl"))
    assert both[: len(query)] == query
    (added,) = (query_term for query_term in both[len(query) :] if not query_term.is_pair)
    assert added.text == "vliegtuigen"
    assert 0 < added.weight < query[0].weight
