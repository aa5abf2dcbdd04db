"""What analysis finds: the same whether articles are analysed together, one by one or taken over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.article import Article, article_key
from chatbot.articles.article_record import blocks_record, head_record, recorded_article
from chatbot.articles.corpus import bundled_folder, read_corpus
from chatbot.articles.source_text import SourceText
from chatbot.passages.analyse import analyse
from chatbot.passages.analysed import Analysed
from chatbot.passages.passage import Passage, split_passages
from chatbot.passages.passage_list import PassageList
from chatbot.storage.array_fields import from_arrays, to_arrays
from tests.articles import MIXED, article_of, article_texts

ARTICLES = tuple(article_of(name, text) for name, text in MIXED.items()) + read_corpus(bundled_folder()).articles
SOME_ARTICLES = st.lists(st.sampled_from(ARTICLES), unique=True, min_size=1)


def same(one: Analysed, other: Analysed) -> bool:
    ones, others = to_arrays(one), to_arrays(other)
    return ones.keys() == others.keys() and all(
        ones[name].dtype == others[name].dtype and np.array_equal(ones[name], others[name]) for name in ones
    )


@given(before=SOME_ARTICLES, after=SOME_ARTICLES)
def test_what_is_taken_over_makes_no_difference(before: list[Article], after: list[Article]) -> None:
    assert same(analyse(after, [analyse(before)]), analyse(after))


@pytest.mark.parametrize("size", [1, 20, 1000])
def test_nor_does_it_make_a_difference_how_much_is_moved_at_a_time(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    together = analyse(ARTICLES)
    monkeypatch.setattr("chatbot.passages.occurrences.RUN_SIZE", size)
    assert same(analyse(ARTICLES, [analyse(ARTICLES[1::2]), analyse(ARTICLES[::-2])]), together)


def test_nor_does_it_make_a_difference_how_many_are_analysed_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    together = analyse(ARTICLES)
    monkeypatch.setattr("chatbot.passages.analyse.BLOCK_SIZE", 1)
    assert same(analyse(ARTICLES), together)


def test_what_is_known_is_not_analysed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = analyse(ARTICLES[:2])
    analysed: list[Article] = []

    def listen(article: Article) -> Iterator[Passage]:
        analysed.append(article)
        return split_passages(article)

    monkeypatch.setattr("chatbot.passages.analyse.split_passages", listen)
    analyse(ARTICLES, [known])
    assert analysed == list(ARTICLES[2:])


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    analyse(ARTICLES, report=lambda *progress: told.append(progress))
    assert told == [("analysing", 0, len(ARTICLES))]


def test_the_passages_are_those_of_the_articles() -> None:
    passages = PassageList(ARTICLES, analyse(ARTICLES))
    assert list(passages) == [passage for article in ARTICLES for passage in split_passages(article)]
    assert passages[-1] == list(passages)[-1]
    assert passages[1:3] == tuple(passages)[1:3]
    with pytest.raises(IndexError):
        passages[len(passages)]


def test_the_sentences_are_numbered_through_all_passages() -> None:
    passages = PassageList(ARTICLES, analyse(ARTICLES))
    sentences = [(passage.article, sentence) for passage in passages for sentence in passage.sentences]
    assert [passages.sentence(number) for number in range(len(sentences))] == sentences


def test_arrays_hold_all_of_it() -> None:
    analysed = analyse(ARTICLES)
    arrays = to_arrays(analysed)
    assert same(from_arrays(Analysed, arrays), analysed)
    del arrays["terms.counts"]
    with pytest.raises(KeyError):
        from_arrays(Analysed, arrays)


@given(article_texts, st.sampled_from(["a.txt", "a.md", "a\udcff.txt"]))
def test_an_article_comes_back_from_its_record(text: str, name: str) -> None:
    article = article_of(name, text)
    back = recorded_article(head_record(article), partial(blocks_record, article), name, article.source, article.key)
    assert back == article
    assert hash(back) == hash(article)
    assert (len(back.blocks), back.blocks[1:]) == (len(article.blocks), article.blocks[1:])


def test_the_blocks_of_a_known_article_are_not_read_before_they_are_needed() -> None:
    article = ARTICLES[0]
    reads: list[str] = []

    def record() -> str:
        reads.append(article.name)
        return blocks_record(article)

    back = recorded_article(head_record(article), record, article.name, article.source, article.key)
    assert (back.title, back.language, back.has_text, reads) == (article.title, article.language, True, [])
    assert back.blocks[0] == article.blocks[0]
    assert back.section_at(len(article.text)) == article.section_at(len(article.text))
    assert reads == [article.name]


def test_an_article_is_another_one_when_its_name_or_text_is() -> None:
    sources = [("a", "b"), ("a", "c"), ("b", "b"), ("ab", ""), ("", "ab")]
    titled = [("a", SourceText("b", title="")), ("a", SourceText("", title="b"))]
    keys = {article_key(*article) for article in [*((name, SourceText(text)) for name, text in sources), *titled]}
    assert len(keys) == 7
