"""Search: what building, asking and keeping a BM25 cost, of every peer in turn.

Times are those of the wall clock. In each round every peer is built and asked once, one after the other, and the
ratios are those within a round, so that a machine that slows down meanwhile slows all of them. Memory is what Python
and NumPy have allocated (tracemalloc) once the index is built, and at most while it is, the passages themselves left
out.
"""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter

from tests.bench import corpus
from tests.bench.peers import Ask, Peer, Words
from tests.bench.tables import ratio, seconds, table

KINDS = {"every word": True, "no function words": False}
"""The kinds of questions, and whether they have the commonest words, which the program itself does not ask for."""


@dataclass(slots=True)
class Cost:
    """What one peer costs at one size: seconds, once a round, and bytes."""

    peer: str
    passages: int
    build: list[float] = field(default_factory=list)
    question: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    kept: int = 0
    peak: int = 0


def measure(size: int, peers: Sequence[Peer], rounds: int) -> list[Cost]:
    """What each peer costs that can be given so many passages; this project is the first."""
    passages = list(corpus.passages(size))
    fit = {peer.name: peer for peer in peers if peer.largest is None or size <= peer.largest}
    costs = [Cost(name, size) for name in fit]
    for _ in range(rounds):
        for cost in costs:
            began = perf_counter()
            ask = fit[cost.peer].build(passages)
            cost.build.append(perf_counter() - began)
            for kind, times in cost.question.items():
                times.append(_per_question(ask, fit[cost.peer].questions, function_words=KINDS[kind]))
            del ask
            gc.collect()
    for cost in costs:
        cost.kept, cost.peak = _memory(fit[cost.peer], passages)
    return costs


def _per_question(ask: Ask, count: int, *, function_words: bool) -> float:
    """Seconds a question, after one that does not count."""
    first, *asked = corpus.questions(count + 1, function_words=function_words)
    ask([first])
    began = perf_counter()
    ask(asked)
    return (perf_counter() - began) / count


def _memory(peer: Peer, passages: list[Words]) -> tuple[int, int]:
    """The bytes that the built index takes, and the most that were taken meanwhile."""
    tracemalloc.start()
    try:
        kept_alive = peer.build(passages)
        gc.collect()
        return tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        del kept_alive


def build_table(costs: Sequence[Cost]) -> str:
    """How long each peer takes to build, beside this project."""
    times = {(cost.peer, cost.passages): cost.build for cost in costs}
    return _times_table("Build, from lists of words", times)


def question_table(costs: Sequence[Cost], kind: str) -> str:
    """How long each peer takes for a question, beside this project."""
    times = {(cost.peer, cost.passages): cost.question[kind] for cost in costs}
    return _times_table(f"A question of {corpus.QUESTION_WORDS} words, {kind}", times)


def memory_table(costs: Sequence[Cost]) -> str:
    """What each peer keeps, and the most that it takes while it is built."""
    rows: dict[int, dict[str, str]] = {}
    for cost in costs:
        rows.setdefault(cost.passages, {})[cost.peer] = f"{cost.kept / 1e6:,.1f} ({cost.peak / 1e6:,.1f})"
    names = list(dict.fromkeys(cost.peer for cost in costs))
    return table(
        "Memory: MB kept (MB at most while building)",
        ["passages", *names],
        [[f"{size:,}", *(row.get(name, "–") for name in names)] for size, row in rows.items()],
    )


def _times_table(title: str, times: dict[tuple[str, int], list[float]]) -> str:
    names = list(dict.fromkeys(name for name, _ in times))
    own, *others = names
    rows = []
    for size in dict.fromkeys(size for _, size in times):
        row = [f"{size:,}", seconds(times[own, size])]
        for name in others:
            both = (name, size) in times
            row += [seconds(times[name, size]), ratio(times[name, size], times[own, size])] if both else ["–", "–"]
        rows.append(row)
    header = ["passages", own, *(column for name in others for column in (name, f"{name} / {own}"))]
    return table(title, header, rows)
