"""BM25: rank-bm25's scores with an idf that is never negative."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from chatbot.index.bm25 import K1, B, Bm25, inverse_document_frequency
from chatbot.passages.occurrences import Occurrences

TERMS = list("abcdefg")
passages_of_terms = st.lists(st.lists(st.sampled_from(TERMS), max_size=12), min_size=1, max_size=12).filter(any)


def indexed(passages: list[list[str]]) -> Bm25:
    """The model over passages, each a list of terms."""
    return Bm25(Occurrences.of(passages), np.array(list(map(len, passages)), dtype=np.int32))


def lucene_idf(passages: list[list[str]], term: str) -> float:
    count = sum(term in passage for passage in passages)
    return math.log(1 + (len(passages) - count + 0.5) / (count + 0.5))


@given(passages_of_terms, st.lists(st.sampled_from(TERMS), max_size=5))
def test_given_the_same_idf_the_stock_model_scores_the_same(passages: list[list[str]], query: list[str]) -> None:
    stock = BM25Okapi(passages, k1=K1, b=B)
    stock.idf = {term: lucene_idf(passages, term) for term in TERMS}
    bm25 = indexed(passages)
    np.testing.assert_allclose(bm25.get_scores(query), stock.get_scores(query), rtol=0, atol=1e-9)
    some = [len(passages) - 1, 0]
    np.testing.assert_allclose(
        bm25.get_batch_scores(query, some), stock.get_batch_scores(query, some), rtol=0, atol=1e-9
    )


@given(passages_of_terms, st.lists(st.sampled_from(TERMS), max_size=5), st.integers(1, 15))
def test_the_top_is_that_of_all_passages_that_hold_a_word_of_the_query(
    passages: list[list[str]], query: list[str], count: int
) -> None:
    bm25 = indexed(passages)
    scores = bm25.get_scores(query)
    holders = [number for number, passage in enumerate(passages) if set(passage) & set(query)]
    assert bm25.get_top_n(query, range(len(passages)), count) == sorted(holders, key=lambda n: -scores[n])[:count]


@given(passages_of_terms)
def test_a_passage_scores_on_a_term_exactly_where_it_has_it(passages: list[list[str]]) -> None:
    bm25 = indexed(passages)
    assert bm25.terms == {term for passage in passages for term in passage}
    for term in bm25.terms:
        where, added = bm25.term_scores(term)
        assert where.tolist() == [number for number, passage in enumerate(passages) if term in passage]
        assert (added > 0).all()


@given(st.integers(1, 10_000).flatmap(lambda total: st.tuples(st.just(total), st.integers(0, total))))
def test_the_idf_is_always_positive(counts: tuple[int, int]) -> None:
    assert inverse_document_frequency(*counts) > 0


@given(st.integers(2, 10_000).flatmap(lambda total: st.tuples(st.just(total), st.integers(1, total))))
def test_the_idf_is_greater_for_a_rarer_term(counts: tuple[int, int]) -> None:
    passages, with_term = counts
    assert inverse_document_frequency(passages, with_term - 1) > inverse_document_frequency(passages, with_term)


def test_a_term_of_every_passage_still_counts_where_the_stock_model_gives_up() -> None:
    passages = [["leger", "olie"], ["leger", "kust"], ["leger", "olie", "kust"]]
    assert (indexed(passages).get_scores(["leger"]) > 0).all()
    assert max(BM25Okapi(passages).get_scores(["leger"])) <= 0


def test_a_term_that_no_passage_has_is_as_rare_as_the_rarest() -> None:
    bm25 = indexed([["leger"], ["olie", "kust"], ["olie"]])
    assert bm25.unseen_idf() == max(lucene_idf([["leger"], ["olie", "kust"], ["olie"]], term) for term in bm25.terms)


def test_of_two_passages_with_a_term_the_shorter_fits_better() -> None:
    short, long = indexed([["leger"], ["leger", "olie", "kust", "zee"]]).get_scores(["leger"])
    assert short > long


def test_a_term_that_is_repeated_fits_better_but_not_twice_as_well() -> None:
    once, twice = indexed([["leger", "olie"], ["leger", "leger"]]).get_scores(["leger"])
    assert once < twice < 2 * once
