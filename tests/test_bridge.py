"""The bridge: words of the corpus that mean the same as a word of the question, or are spelt like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answers.chatbot import Chatbot
from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.index.bridge import HUB_NEIGHBOURS, SPELT_ALIKE_FLOOR, Bridge, hubness, variants

FORMS = {"leger": "leger", "generaals": "gener", "olie": "olie", "vliegtuigen": "vliegtuig", "Oorlog": "oorlog"}
SPELLINGS = ["Hoessein", "Brussel", "Oekraïne", "generaals", "nee", "F-16", "baldakijn"]


def bridge_of(terms: Sequence[str], forms: Sequence[str], encoder: Encoder) -> Bridge:
    vectors = encoder.encode(forms)
    return Bridge(terms, forms, vectors, hubness(vectors))


def spelt(*words: str) -> Bridge:
    """A bridge by which only spellings can be compared; the term of each word is the word in lower case."""
    nothing: Vectors = np.zeros((len(words), 2), dtype=np.float32)
    return Bridge([word.lower() for word in words], words, nothing, hubness(nothing))


@pytest.fixture(scope="module")
def bridge(encoder: Encoder) -> Bridge:
    forms = [variant for form in FORMS for variant in variants([form], {form: 1})]
    return bridge_of([FORMS.get(form) or FORMS[form.capitalize()] for form in forms], forms, encoder)


# meaning


@pytest.mark.parametrize(
    ("english", "term"), [("army", "leger"), ("generals", "gener"), ("oil", "olie"), ("aircraft", "vliegtuig")]
)
def test_an_english_word_lies_nearest_to_the_dutch_word_of_its_meaning(
    bridge: Bridge, encoder: Encoder, english: str, term: str
) -> None:
    (nearest,) = bridge.nearest(encoder.encode([english]), floor=0.3, limit=10)
    assert nearest[0][0] == term
    assert nearest[0][1] == max(cosine for _, cosine, _ in nearest)


@pytest.mark.parametrize("form", ["leger", "Oorlog", "oorlog"])
def test_a_word_of_the_corpus_lies_on_itself_with_and_without_its_capital(
    bridge: Bridge, encoder: Encoder, form: str
) -> None:
    (nearest,) = bridge.nearest(encoder.encode([form]), floor=0.3, limit=10)
    assert max(cosine for _, cosine, _ in nearest) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("floor", [-2.0, 0.3, 0.6])
@pytest.mark.parametrize("limit", [1, 3, 10])
def test_the_nearest_come_first_none_below_the_floor_and_no_more_than_the_limit(
    bridge: Bridge, encoder: Encoder, floor: float, limit: int
) -> None:
    for nearest in bridge.nearest(encoder.encode(["army", "oil", "war"]), floor, limit):
        similarities = [similarity for _, _, similarity in nearest]
        assert similarities == sorted(similarities, reverse=True)
        assert all(similarity >= floor for similarity in similarities)
        assert len(nearest) <= limit
        assert floor > -2 or len(nearest) == min(limit, 6)


def test_a_corpus_may_have_no_words(encoder: Encoder) -> None:
    empty = bridge_of([], [], encoder)
    assert list(empty.nearest(encoder.encode(["leger"]), floor=-2, limit=10)) == [[]]
    assert empty.spelt_alike("Hussein") == {}


# hubs


def unit_vectors(count: int) -> Vectors:
    """Vectors of which some lie near to many."""
    vectors = np.random.default_rng(1).standard_normal((count, 16)).astype(np.float32)
    vectors[::7] += 2
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("count", [1, 2, HUB_NEIGHBOURS, 500])
def test_hubness_is_how_much_nearer_than_average_the_nearest_words_lie(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.index.bridge.HUB_BLOCK", 64)
    vectors = unit_vectors(count)
    nearest = [sorted(row, reverse=True)[: HUB_NEIGHBOURS + 1] for row in (vectors @ vectors.T).tolist()]
    nearness = [sum(row) / len(row) for row in nearest]  # the word itself among them, which all have
    mean = sum(nearness) / count
    np.testing.assert_allclose(hubness(vectors), [one - mean for one in nearness], atol=1e-5)


def test_of_a_large_vocabulary_a_sample_tells_nearly_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = unit_vectors(2_000)
    whole = hubness(vectors)
    monkeypatch.setattr("chatbot.index.bridge.HUB_SAMPLE_SIZE", 1_000)
    monkeypatch.setattr("chatbot.index.bridge.HUB_NEIGHBOURS", HUB_NEIGHBOURS // 2)
    assert np.corrcoef(hubness(vectors), whole)[0, 1] > 0.9


def test_a_word_near_to_many_is_held_back() -> None:
    vectors = np.eye(40, dtype=np.float32)
    hub = np.full(40, 40**-0.5, dtype=np.float32)
    words = np.concatenate([vectors, hub[np.newaxis]])
    penalties = hubness(words)
    assert penalties.argmax() == 40
    (nearest,) = Bridge([str(number) for number in range(41)], ["word"] * 41, words, penalties).nearest(
        vectors[:1], floor=-1, limit=41
    )
    similarity = {term: (cosine, similarity) for term, cosine, similarity in nearest}
    assert similarity["40"][1] < similarity["40"][0]


def test_no_words_have_no_hubs() -> None:
    assert hubness(np.empty((0, 16), dtype=np.float32)).tolist() == []


# forms


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"leger": 2}, ["leger"]),
        ({"Leger": 1}, ["Leger", "leger"]),
        ({"Leger": 1, "leger": 3, "legers": 1}, ["leger", "legers"]),
        ({"Oekraine": 1, "Oekraïne": 3}, ["Oekraïne", "oekraïne"]),
    ],
)
def test_of_each_form_of_a_term_the_commonest_spelling_is_embedded_and_it_in_lower_case(
    counts: dict[str, int], expected: list[str]
) -> None:
    assert variants(counts, Counter(counts)) == expected


# spelling


@pytest.mark.parametrize(
    ("form", "meets"),
    [("Hussein", "hoessein"), ("Brussels", "brussel"), ("oekraine", "oekraïne"), ("generals", "generaals")],
)
def test_a_name_meets_its_other_spelling(form: str, meets: str) -> None:
    assert list(spelt(*SPELLINGS).spelt_alike(form)) == [meets]


@pytest.mark.parametrize("form", ["Maduro", "ne", "F-15", "", "Hoessein Brussel"])
def test_what_is_spelt_otherwise_short_or_has_digits_meets_nothing(form: str) -> None:
    assert spelt(*SPELLINGS).spelt_alike(form) == {}


@given(st.lists(st.text(min_size=1, max_size=12), max_size=20), st.text(max_size=12))
def test_likeness_runs_from_the_floor_to_one_and_is_one_for_the_word_itself(words: list[str], form: str) -> None:
    alike = spelt(*words, "venezuela").spelt_alike(form)
    assert all(SPELT_ALIKE_FLOOR <= likeness <= 1 for likeness in alike.values())
    assert spelt(*words, "Venezuela").spelt_alike("venezuela")["venezuela"] == 1


def common_letters(one: str, other: str) -> int:
    """The length of the longest common subsequence."""
    lengths = [0] * (len(other) + 1)
    for letter in one:
        before = 0
        for place, its in enumerate(other, 1):
            before, lengths[place] = (
                lengths[place],
                before + 1 if letter == its else max(lengths[place - 1 : place + 1]),
            )
    return lengths[-1]


@given(st.sets(st.text("aben", min_size=4, max_size=9), min_size=1, max_size=30), st.text("aben", min_size=4))
def test_likeness_is_the_share_of_letters_that_both_have_in_the_same_order(words: set[str], form: str) -> None:
    likeness = {word: 2 * common_letters(word, form) / (len(word) + len(form)) for word in words}
    expected = {word: like for word, like in likeness.items() if like >= SPELT_ALIKE_FLOOR}
    assert spelt(*words).spelt_alike(form) == pytest.approx(expected)


def test_an_english_spelling_finds_the_dutch_one(chatbot: Chatbot) -> None:
    answer = chatbot.ask("Saddam Hussein")
    assert "Sadam Hoessein" in answer.citations[0].text
    assert ("Hussein", "Hoessein") in {(match.query, match.passage) for match in answer.citations[0].matches}
