"""The benchmark: a corpus that is like a language, and tables that are printed (`python -m tests.bench`)."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from pathlib import Path

import numpy as np
import pytest

from chatbot.passages.corpus import read_corpus
from tests.bench.corpus import PASSAGE_WORDS, passages, questions, write_articles
from tests.bench.start import BY_WORDS, ONE_WORD_APP, seconds_to_draw, seconds_to_end
from tests.bench.tables import ratio, seconds


def test_the_corpus_is_the_same_each_time_and_a_larger_one_begins_with_a_smaller() -> None:
    assert list(passages(1500)) == list(islice(passages(3000), 1500))
    assert {len(passage) for passage in passages(30)} == {PASSAGE_WORDS}


def test_a_word_is_as_frequent_as_its_rank_says_and_no_question_has_the_commonest() -> None:
    counts = Counter(chain.from_iterable(passages(2000)))
    ranks = np.arange(1, 201)
    frequencies = sorted(counts.values(), reverse=True)[: len(ranks)]
    slope, _ = np.polyfit(np.log(ranks), np.log(frequencies), 1)
    assert slope == pytest.approx(-1, abs=0.05)
    assert len(counts) > 20_000  # and most words are rare
    commonest = {word for word, _ in counts.most_common(100)}
    assert commonest.isdisjoint(chain.from_iterable(questions(50)))


def test_articles_of_as_many_passages_as_are_wanted_are_written_in_both_languages(tmp_path: Path) -> None:
    write_articles(tmp_path, 90)
    corpus = read_corpus(tmp_path)
    assert [len(record.passages) for record in corpus.records] == [40, 40, 10]
    assert [article.language for article in corpus.articles] == ["nl", "en", "nl"]


def test_a_ratio_is_told_with_its_spread_and_a_time_in_its_unit() -> None:
    assert ratio([2.0, 9.0, 4.0], [1.0, 3.0, 1.0]) == "3 (2–4)"
    assert ratio([1234.5], [1.0]) == "1,234"
    assert [seconds([time]) for time in (12.34, 0.0123, 0.00001234)] == ["12.3 s", "12.3 ms", "12.3 µs"]


def test_search_is_measured_at_every_size() -> None:
    pytest.importorskip("bm25s")
    from tests.bench.search import search_tables

    building, asking = search_tables({20: 2, 200: 1})
    assert building.startswith("BM25: to build")
    assert asking.startswith("BM25: a question of 8 words")
    for printed in (building, asking):
        assert [line.split()[1] for line in printed.splitlines()[4:]] == ["20", "200"]


def test_what_starts_is_timed_until_it_has_answered_or_drawn(tmp_path: Path) -> None:
    assert seconds_to_end(tmp_path, "-c", BY_WORDS) > 0
    assert seconds_to_draw("ready", tmp_path, "-c", ONE_WORD_APP) > 0
