"""The peers: this project's BM25, rank-bm25's own and bm25s, built from the same words and asked the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from rank_bm25 import BM25Okapi

from chatbot.index.bm25 import K1, B, Bm25
from chatbot.passages.analyse import BLOCK_SIZE, MOST_BLOCKS
from chatbot.passages.occurrences import Occurrences

TOP = 10
"""Passages that each peer finds for a question."""

PASSAGES_AN_ARTICLE = 50
"""As a long report has."""

Words = list[str]
Ask = Callable[[Sequence[Words]], object]
"""Has all the questions answered."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A BM25 that can be built and asked; `largest` is the most passages that it can reasonably be given."""

    name: str
    build: Callable[[list[Words]], Ask]
    questions: int
    largest: int | None = None


def peers() -> list[Peer]:
    """This project first, then the others that are installed.

    rank-bm25 keeps a dictionary a passage, and would take gigabytes and seconds a question for 1,000,000.
    """
    others = [Peer("bm25s", _bm25s, 200)] if find_spec("bm25s") else []
    return [Peer("this project", _this_project, 200), *others, Peer("rank-bm25", _rank_bm25, 3, 100_000)]


def _this_project(passages: list[Words]) -> Ask:
    bm25 = Bm25(_joined_blocks(passages), np.array(list(map(len, passages)), dtype=np.int32))
    numbers = range(len(passages))
    return lambda questions: [bm25.get_top_n(question, numbers, TOP) for question in questions]


def _joined_blocks(passages: list[Words]) -> Occurrences:
    """The terms as the program finds them: block by block, which are then joined."""
    size = max(BLOCK_SIZE * PASSAGES_AN_ARTICLE, len(passages) // MOST_BLOCKS)
    starts = range(0, len(passages), size)
    blocks = [Occurrences.of(passages[start : start + size]) for start in starts]
    places = [np.arange(start, min(start + size, len(passages))) for start in starts]
    return Occurrences.joined(blocks, places)


def _rank_bm25(passages: list[Words]) -> Ask:
    bm25 = BM25Okapi(passages, k1=K1, b=B)
    # Scores alone: finding the best of them would take it longer still.
    return lambda questions: [bm25.get_scores(question) for question in questions]


def _bm25s(passages: list[Words]) -> Ask:
    import bm25s

    bm25 = bm25s.BM25(method="lucene", k1=K1, b=B, backend="numpy")
    bm25.index(passages, show_progress=False)
    top = min(TOP, len(passages))
    return lambda questions: bm25.retrieve(list(questions), k=top, show_progress=False)
