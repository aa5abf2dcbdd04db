"""Search: what building and asking BM25 costs, beside bm25s and rank-bm25 over the same words.

In each round every peer is built and asked once, one after the other, and the ratios are those within a round, so that
a machine that slows down meanwhile slows all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import perf_counter
from types import SimpleNamespace
from typing import cast

import bm25s
import numpy as np
from rank_bm25 import BM25Okapi

from chatbot.index.bm25 import K1, B, Bm25
from chatbot.index.candidates import find_candidates
from chatbot.index.index import Index
from chatbot.index.query import Alternative, QueryTerm
from tests.bench import corpus
from tests.bench.corpus import Words
from tests.bench.tables import ratio, seconds, table

TOP = 10
"""Passages that are found for a question."""

Ask = Callable[[Sequence[Words]], object]
"""Has all the questions answered."""


def this_project(passages: list[Words]) -> Ask:
    """Asked as a question asks before the passages are embedded, for whole scores and not for those of BM25 alone."""
    lengths = np.array([len(words) for words in passages], dtype=np.float64)
    bm25 = Bm25(passages)
    index = cast(Index, SimpleNamespace(bm25=bm25, lengths=lengths, is_embedded=False))
    own = Alternative(1.0, 1.0)

    def ask(questions: Sequence[Words]) -> None:
        for question in questions:
            query = tuple(QueryTerm(word, {word: own}, 1.0, bm25.idf(word)) for word in dict.fromkeys(question))
            find_candidates(index, query, " ".join(question), TOP)

    return ask


def with_bm25s(passages: list[Words]) -> Ask:
    bm25 = bm25s.BM25(method="lucene", k1=K1, b=B, backend="numpy")
    bm25.index(passages, show_progress=False)
    return lambda questions: bm25.retrieve(list(questions), k=min(TOP, len(passages)), show_progress=False)


def with_rank_bm25(passages: list[Words]) -> Ask:
    bm25 = BM25Okapi(passages, k1=K1, b=B)
    return lambda questions: [bm25.get_scores(question) for question in questions]  # without finding the best


PEERS = {"this project": (this_project, 200), "bm25s": (with_bm25s, 200), "rank-bm25": (with_rank_bm25, 3)}
"""How each is built, and how many questions it is asked."""


def search_tables(rounds_of_sizes: Mapping[int, int]) -> Iterator[str]:
    """How long each peer takes to build and for a question, beside this project, at each number of passages."""
    own, *others = PEERS
    header = ["passages", own, *(column for name in others for column in (name, f"{name} / it"))]
    building: list[list[str]] = []
    asking: list[list[str]] = []
    for size, rounds in rounds_of_sizes.items():
        passages = list(corpus.passages(size))
        costs = [{name: _cost(*peer, passages) for name, peer in PEERS.items()} for _ in range(rounds)]
        for place, rows in enumerate((building, asking)):
            times = {name: [cost[name][place] for cost in costs] for name in PEERS}
            beside = ([seconds(times[name]), ratio(times[name], times[own])] for name in others)
            rows.append([f"{size:,}", seconds(times[own]), *(cell for cells in beside for cell in cells)])
    yield table("BM25: to build, from lists of words", header, building)
    yield table(f"BM25: a question of {corpus.QUESTION_WORDS} words, none a function word", header, asking)


def _cost(build: Callable[[list[Words]], Ask], count: int, passages: list[Words]) -> tuple[float, float]:
    """Seconds to build, and a question, after one that does not count."""
    first, *questions = corpus.questions(count + 1)
    began = perf_counter()
    ask = build(passages)
    built = perf_counter()
    ask([first])
    ready = perf_counter()
    ask(questions)
    return built - began, (perf_counter() - ready) / count
