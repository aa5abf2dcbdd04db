"""Passages: verbatim slices of whole sentences, short enough to read at a glance."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.article import Article
from chatbot.articles.blocks import Block, heading_label
from chatbot.passages.passage import (
    OVERLAP_WORD_LIMIT,
    PASSAGE_WORD_LIMIT,
    SENTENCE_WORD_LIMIT,
    UNPUNCTUATED_LIMIT,
    Passage,
    split_passages,
)
from chatbot.text.sentences import sentence_spans
from chatbot.text.words import unhyphenated
from tests.articles import article_of, article_texts

names = st.sampled_from(["a.txt", "a.md"])
articles = st.builds(article_of, names, article_texts)
_LINE = st.builds(
    lambda mark, count, end: f"{mark}{' '.join(['Woord', 'en'] * count)}{end}",
    st.sampled_from(["", "", "", "1. ", "- ", "# ", "### "]),
    st.integers(1, 8),
    st.sampled_from(["", "", "", ".", "?", ":", "\n---"]),
)
articles_of_lines = st.builds(
    article_of,
    names,
    st.lists(st.tuples(_LINE, st.sampled_from(["\n", "\n", "\n\n"])).map("".join), min_size=1, max_size=12).map(
        "".join
    ),
)
"""Lists, poems and programmes: lines of any length with and without blank ones between them."""


def passages_of(text: str, name: str = "a.txt") -> list[Passage]:
    return list(split_passages(article_of(name, text)))


def blocks_of(passage: Passage) -> list[Block]:
    """The blocks that a passage has text of."""
    return [block for block in passage.article.blocks if block.start < passage.end and passage.start < block.end]


def sentence(words: int, name: str = "woord") -> str:
    return " ".join([name.capitalize(), *[name] * (words - 1)]) + "."


@given(articles)
def test_a_passage_is_a_stripped_slice_within_the_word_limit(article: Article) -> None:
    for passage in split_passages(article):
        assert passage.text == article.text[passage.start : passage.end]
        assert passage.text == passage.text.strip() != ""
        assert passage.words == len(passage.text.split()) <= PASSAGE_WORD_LIMIT


@given(articles)
def test_passages_begin_and_end_ever_further_on(article: Article) -> None:
    for one, other in pairwise(split_passages(article)):
        assert one.start < other.start
        assert one.end < other.end


@given(articles)
def test_a_passage_is_of_paragraphs_of_one_section_or_of_headings_without_text(article: Article) -> None:
    followed = zip_longest(article.blocks, article.blocks[1:])
    headings = {block.start for block, following in followed if following is None or following.is_heading}
    for passage in split_passages(article):
        blocks = blocks_of(passage)
        if blocks[0].is_heading:
            assert {block.start for block in blocks} <= headings
            assert passage.section is None
        else:
            assert not any(block.is_heading for block in blocks)
            assert {block.section for block in blocks} == {passage.section}


@given(articles | articles_of_lines)
def test_every_letter_is_in_a_passage_or_in_the_title_or_section_of_one(article: Article) -> None:
    passages = list(split_passages(article))
    cited = {place for passage in passages for place in range(passage.start, passage.end)}
    named = {article.title, *(passage.section for passage in passages)}
    for line in re.finditer(r"[^\n]+", article.text):
        lost = [place for place in range(*line.span()) if article.text[place].isalnum() and place not in cited]
        assert not lost or heading_label(line.group().strip()) in named


@given(articles)
def test_a_passage_is_made_of_whole_sentences_or_of_parts_of_overlong_ones(article: Article) -> None:
    rows = {(block.start, block.end) for block in article.blocks if block.row}
    paragraphs = [block for block in article.blocks if not block.row]
    whole = rows | {span for block in paragraphs for span in sentence_spans(article.text, block.start, block.end)}
    whole |= {block.label_span(article.text) for block in article.blocks}
    overlong = [span for span in whole if len(article.text[slice(*span)].split()) > UNPUNCTUATED_LIMIT]
    for passage in split_passages(article):
        assert (passage.sentences[0][0], passage.sentences[-1][1]) == (passage.start, passage.end)
        for (_, end), (start, _) in pairwise(passage.sentences):
            assert end <= start
            assert not any(map(str.isalnum, article.text[end:start]))
        for span in passage.sentences:
            assert span in whole or any(start <= span[0] < span[1] <= end for start, end in overlong)


def test_short_paragraphs_of_one_section_share_a_passage() -> None:
    text = "Een zin.\n\nNog een zin.\n\nEn nog een zin."
    assert [passage.text for passage in passages_of(text)] == [text]


def test_a_heading_begins_another_passage() -> None:
    passages = passages_of("Titel\n\nVooraf.\n\nHet begin\n\nEen zin.\n\nHet eind\n\nDe laatste zin.")
    assert [(passage.section, passage.text) for passage in passages] == [
        (None, "Vooraf."),
        ("Het begin", "Een zin."),
        ("Het eind", "De laatste zin."),
    ]


def test_neighbouring_passages_share_a_sentence_where_there_is_room() -> None:
    first, second = passages_of(" ".join(sentence(30, name) for name in ("een", "twee", "drie", "vier", "vijf")))
    assert first.sentences[-1] == second.sentences[0]
    assert second.start < first.end


def test_a_long_sentence_is_not_shared() -> None:
    long = OVERLAP_WORD_LIMIT + 1
    first, second = passages_of(f"{sentence(20, 'kort')} {sentence(long, 'lang')} {sentence(70, 'slot')}")
    assert first.end < second.start


def test_a_section_is_not_left_with_a_short_end() -> None:
    passages = passages_of(" ".join([sentence(10)] * 13))
    assert len(passages) == 2
    assert all(len(passage.text.split()) >= 60 for passage in passages)


@pytest.mark.parametrize("words", [1, SENTENCE_WORD_LIMIT])
def test_a_sentence_that_fits_is_never_cut(words: int) -> None:
    (passage,) = passages_of(sentence(words))
    assert passage.sentences == ((0, len(passage.text)),)


def test_a_long_sentence_is_cut_after_a_clause_within_its_passage() -> None:
    clause = sentence(SENTENCE_WORD_LIMIT - 10).removesuffix(".")
    (passage,) = passages_of(f"{clause}, {clause}.")
    assert [passage.text[start:end] for start, end in passage.sentences] == [f"{clause},", f"{clause}."]


def test_an_overlong_sentence_is_cut_after_a_clause() -> None:
    clause = " ".join(["woord"] * 57)
    (passage,) = passages_of(f"Kortom, een {clause}; een {clause}.")
    assert [passage.text[start:end] for start, end in passage.sentences] == [f"Kortom, een {clause};", f"een {clause}."]


def test_an_overlong_sentence_without_clauses_is_cut_between_words() -> None:
    passages = passages_of(sentence(250))
    assert {end - start for passage in passages for start, end in passage.sentences} <= {30 * 6 - 1, 10 * 6}


def test_speech_without_punctuation_is_cut_before_conjunctions() -> None:
    text = "we gingen met de boot naar het eiland waar de wachter woonde die Gerlof heette en " * 9
    (passage, *_) = passages_of(text)
    assert {text[start:end] for start, end in passage.sentences[1:-1]} == {
        "en we gingen met de boot naar het eiland waar de wachter woonde die Gerlof heette"
    }


def test_a_heading_without_text_is_a_passage() -> None:
    passages = passages_of("# Titel\n\n## Kop ##\n\n### Nog een\nEen zin.\n\n## Het slot", "a.md")
    assert [(passage.section, passage.text) for passage in passages] == [
        (None, "Kop"),
        ("Nog een", "Een zin."),
        (None, "Het slot"),
    ]


def test_a_text_of_one_heading_is_a_passage() -> None:
    assert [passage.text for passage in passages_of("# Alleen een kop", "a.md")] == ["Alleen een kop"]


@given(articles)
def test_what_is_embedded_is_the_passage_without_signs_under_its_heading(article: Article) -> None:
    for passage in split_passages(article):
        if any(map(passage.row, range(len(passage.sentences)))):
            continue
        plain = unhyphenated(article.plain[passage.start : passage.end])
        assert passage.embedded_text in (plain, f"{passage.heading}. {plain}")
        for number, (start, end) in enumerate(passage.sentences):
            assert passage.sentence_text(number) == unhyphenated(article.plain[start:end])
