"""The benchmark: a corpus that is like a language, and tables that are printed (`python -m tests.bench`)."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.bench.__main__ import report
from tests.bench.corpus import FUNCTION_WORDS, PASSAGE_WORDS, QUESTION_WORDS, passages, questions
from tests.bench.peers import peers
from tests.bench.tables import ratio, seconds


def test_the_corpus_is_the_same_each_time_and_a_larger_one_begins_with_a_smaller() -> None:
    assert list(passages(1500)) == list(islice(passages(3000), 1500))
    assert {len(passage) for passage in passages(30)} == {PASSAGE_WORDS}


def test_a_word_is_as_frequent_as_its_rank_says() -> None:
    counts = sorted(Counter(chain.from_iterable(passages(2000))).values(), reverse=True)
    ranks = np.arange(1, 201)
    slope, _ = np.polyfit(np.log(ranks), np.log(counts[: len(ranks)]), 1)
    assert slope == pytest.approx(-1, abs=0.05)
    assert len(counts) > 20_000  # and most words are rare


def test_questions_have_the_words_of_the_passages_with_function_words_or_without() -> None:
    ranks = {
        kind: [int(word.removeprefix("word")) for word in chain(*questions(50, function_words=kind))]
        for kind in (True, False)
    }
    assert all(len(words) == 50 * QUESTION_WORDS for words in ranks.values())
    assert min(ranks[True]) <= FUNCTION_WORDS < min(ranks[False])


def test_every_peer_is_asked_the_same_and_this_project_is_the_first() -> None:
    assert [peer.name for peer in peers()] == ["this project", "bm25s", "rank-bm25"]


def test_a_ratio_is_told_with_its_spread_and_a_time_in_its_unit() -> None:
    assert ratio([2.0, 9.0, 4.0], [1.0, 3.0, 1.0]) == "3 (2–4)"
    assert ratio([1234.5], [1.0]) == "1,234"
    assert [seconds([time]) for time in (12.34, 0.0123, 0.00001234)] == ["12.3 s", "12.3 ms", "12.3 µs"]


def test_the_tables_are_printed_and_the_picture_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "growth.svg"
    report({20: 2, 200: 1}, start_rounds=1, words=600, picture=picture)
    printed = capsys.readouterr().out
    titles = (
        "Start-up",
        "The bridge over 599 words",
        "Build",
        "A question of 8 words, every",
        "A question of 8 words, no function",
        "Memory",
    )
    assert all(f"\n\n{title}" in f"\n\n{printed}" for title in titles)
    for row in ("`chatbot --help`", "first `chatbot ask`", "second `chatbot ask`", "first paint of `chatbot`"):
        assert f"\n| {row}" in printed
    assert printed.count("\n| 20 ") == printed.count("\n| 200 ") == 4
    elements = ElementTree.parse(picture).iter()  # noqa: S314 - our own file
    texts = [element.text for element in elements if element.tag.endswith("text")]
    assert {"● this project", "● bm25s", "● rank-bm25", "memory kept, MB"} <= set(texts)
