"""Sentences of an article that a reply quotes, where no question has picked them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, starmap
from typing import TYPE_CHECKING

import numpy as np

from chatbot.answers.answer import KeySentence, Quotations, quotations
from chatbot.answers.citation import Citation
from chatbot.answers.findings import cite
from chatbot.answers.introduction import FULL_SENTENCE_WORDS
from chatbot.articles.metadata import iso_date
from chatbot.encoders.encoder import Encoder
from chatbot.passages.passage import Passage
from chatbot.passages.quoted import quoted_span
from chatbot.text.spans import Span, overlaps

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.text.talk_data import Told

_CLOSING = " \n\"'”’»)]"  # what may stand after the stop of a sentence

_LINE = re.compile(r"\S(?:.*\S)?")


def central_sentences(passages: Sequence[Passage], encoder: Encoder) -> list[tuple[Passage, Span]]:
    """The introducing sentence of the article of these passages, and of each section the one nearest to all others.

    Where there are no sections, of each passage.
    """
    chosen = [(passages[0], first_sentence(passages[0]))]
    has_sections = any(passage.section for passage in passages)
    for _, group in groupby(passages, key=lambda passage: passage.section if has_sections else passage.start):
        candidates = [
            (passage, quoted_span(passage, number))
            for passage in group
            for number in range(len(passage.sentences))
            if len(passage.sentence_text(number).split()) >= FULL_SENTENCE_WORDS and not passage.row(number)
        ]
        fresh = [pair for pair in candidates if not overlaps(pair[1], chosen[0][1])]
        if fresh:
            vectors = encoder.encode([passage.article.plain[slice(*span)] for passage, span in fresh])
            chosen.append(fresh[int(np.argmax(vectors @ vectors.mean(axis=0)))])
    return chosen


def first_sentence(passage: Passage) -> Span:
    """The first sentence of a passage that is long enough to say something, and no headline that lacks its stop."""
    texts = [passage.sentence_text(number).rstrip(_CLOSING) for number in range(len(passage.sentences))]
    long = [number for number, text in enumerate(texts) if len(text.split()) >= FULL_SENTENCE_WORDS]
    whole = (number for number in long if texts[number].endswith((".", "!", "?", "…")))
    return quoted_span(passage, next(whole, next(iter(long), 0)))


def paragraph(passages: Sequence[Passage], number: int) -> list[tuple[Passage, Span]]:
    """The sentences of the paragraph of that number of the article of these passages, or of the one nearest to it."""
    blocks = [block for block in passages[0].article.blocks if not block.is_heading] or passages[0].article.blocks
    block = blocks[max(-len(blocks), min(number, len(blocks) - 1))]
    spans = {span: passage for passage in passages for span in passage.sentences}
    return [(passage, span) for span, passage in sorted(spans.items()) if block.start <= span[0] < block.end]


def metadata_lines(article: Article, told: Told) -> list[tuple[Passage, Span]]:
    """The lines above the first block that name author and date, the one that is asked for first, in one passage.

    There are none if author and date come from a document's properties or the name of its file.
    """
    names = tuple(filter(None, (article.author or "").split(", ")))
    lines: dict[Told, Span] = {}
    for found in _LINE.finditer(article.text, 0, article.blocks[0].start):
        line = found.group()
        if any(name in line for name in names):
            lines.setdefault("author", found.span())
        if article.date and (article.date in line or article.date == iso_date(line)):
            lines.setdefault("date", found.span())
    if told not in lines:
        return []
    spans = sorted({*lines.values()})
    passage = Passage(article, None, tuple(spans))
    asked = lines[told]
    return [(passage, asked), *((passage, span) for span in spans if span != asked)]


def following(
    shown: Sequence[KeySentence],
    seen: Sequence[KeySentence],
    passages_of: Mapping[str, Sequence[Passage]],
    *,
    within_section: bool,
) -> list[tuple[Passage, Span]]:
    """The sentences that come after these in their sections, or articles, without those that were seen.

    Of one sentence all that follow, of several the next after each.
    """
    found: dict[tuple[str, Span], Passage] = {}
    for last in shown:
        passages = passages_of.get(last.article, ())
        section = next((one.section for one in passages if one.start <= last.start < one.end), None)
        fresh = [
            (span, passage)
            for passage in passages
            if passage.section == section or not within_section
            for span in passage.sentences
            if span[0] >= last.end and not is_shown(last.article, span, seen)
        ]
        for span, passage in sorted(fresh, key=lambda pair: pair[0])[: len(fresh) if len(shown) == 1 else 1]:
            found[last.article, span] = passage
    return [(passage, span) for (_, span), passage in found.items()]


def quoted(pairs: Iterable[tuple[Passage, Span]], before: Quotations = ((), ())) -> Quotations:
    """Sentences, each in a citation of its passage, after those that are quoted `before`, and no other citations."""
    cited, sentences = before
    return quotations([*((cited[one.citation - 1], one) for one in sentences), *starmap(_cited, pairs)])


def _cited(passage: Passage, span: Span) -> tuple[Citation, KeySentence]:
    article, (start, end) = passage.article, span
    header = article.table_header(start)
    sentence = KeySentence(1, article.name, start, end, article.text[start:end], 0.0, table_header=header)
    return cite(passage, span), sentence


def is_shown(article: str, span: Span, shown: Sequence[KeySentence]) -> bool:
    """Whether a span of the article of that name overlaps one of the sentences."""
    return any(one.article == article and overlaps(span, (one.start, one.end)) for one in shown)
