"""BM25: rank-bm25's scores with an idf that is never negative."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from chatbot.index.bm25 import K1, B, Bm25, Scores

TERMS = list("abcdefg")
passages_of_terms = st.lists(st.lists(st.sampled_from(TERMS), max_size=12), min_size=1, max_size=12).filter(any)


def scores_of(bm25: Bm25, query: list[str]) -> Scores:
    """What the terms of a query add up to for each passage."""
    scores = np.zeros(bm25.size)
    for term in query:
        passages, added = bm25.postings(term)
        scores[passages] += added
    return scores


def lucene_idf(passages: list[list[str]], term: str) -> float:
    count = sum(term in passage for passage in passages)
    return math.log(1 + (len(passages) - count + 0.5) / (count + 0.5))


@given(passages_of_terms, st.lists(st.sampled_from(TERMS), max_size=5))
def test_given_the_same_idf_the_stock_model_scores_the_same(passages: list[list[str]], query: list[str]) -> None:
    stock = BM25Okapi(passages, k1=K1, b=B)
    stock.idf = {term: lucene_idf(passages, term) for term in TERMS}
    np.testing.assert_allclose(scores_of(Bm25(passages), query), stock.get_scores(query), rtol=0, atol=1e-9)


@given(passages_of_terms)
def test_a_passage_scores_on_a_term_exactly_where_it_has_it(passages: list[list[str]]) -> None:
    bm25 = Bm25(passages)
    assert bm25.terms == {term for passage in passages for term in passage}
    for term in TERMS:
        where, added = bm25.postings(term)
        assert where.tolist() == [number for number, passage in enumerate(passages) if term in passage]
        assert (added > 0).all()


@given(passages_of_terms)
def test_the_idf_is_positive_and_greater_for_a_rarer_term(passages: list[list[str]]) -> None:
    bm25 = Bm25(passages)
    by_rarity = sorted(bm25.terms, key=lambda term: sum(term in passage for passage in passages))
    idfs = [bm25.idf(term) for term in by_rarity]
    assert idfs == sorted(idfs, reverse=True)
    assert min(idfs) > 0


def test_passages_may_have_no_terms_at_all() -> None:
    bm25 = Bm25([[], []])
    assert (bm25.size, len(bm25.terms)) == (2, 0)
    assert scores_of(bm25, ["leger"]).tolist() == [0, 0]


def test_the_passages_may_come_one_by_one() -> None:
    assert Bm25(iter([["leger"], ["olie"]])).postings("olie")[0].tolist() == [1]


def test_a_term_of_every_passage_still_counts_where_the_stock_model_gives_up() -> None:
    passages = [["leger", "olie"], ["leger", "kust"], ["leger", "olie", "kust"]]
    assert (scores_of(Bm25(passages), ["leger"]) > 0).all()
    assert max(BM25Okapi(passages).get_scores(["leger"])) <= 0


def test_a_term_that_no_passage_has_is_as_rare_as_one_in_a_single_passage() -> None:
    bm25 = Bm25([["leger"], ["olie", "kust"], ["olie"]])
    assert bm25.idf("zee") == bm25.idf("leger") == max(map(bm25.idf, bm25.terms))


def test_of_two_passages_with_a_term_the_shorter_fits_better() -> None:
    short, long = scores_of(Bm25([["leger"], ["leger", "olie", "kust", "zee"]]), ["leger"])
    assert short > long


def test_a_term_that_is_repeated_fits_better_but_not_twice_as_well() -> None:
    once, twice = scores_of(Bm25([["leger", "olie"], ["leger", "leger"]]), ["leger"])
    assert once < twice < 2 * once
