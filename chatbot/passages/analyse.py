"""The analysis of articles: cut into passages and sentences, with their terms and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from chatbot.articles.article import Article
from chatbot.articles.article_record import blocks_record, head_record
from chatbot.passages.analysed import Analysed
from chatbot.passages.occurrences import Occurrences
from chatbot.passages.passage import Passage, split_passages
from chatbot.passages.string_table import StringTable
from chatbot.progress import Report, silent
from chatbot.text.analysis import terms
from chatbot.text.answer_type import ANSWER_TYPES, holds
from chatbot.text.spans import Span
from chatbot.text.text_keys import text_keys

BLOCK_SIZE = 128
"""Articles whose terms are counted at a time, so that no more than theirs are in memory as Python strings."""

MOST_BLOCKS = 64
"""Of more articles, as many more are analysed at a time: each block may become a file that is open until the end."""

Keep = Callable[[Analysed], Analysed]
"""Is given what was found in some articles, and gives it back as it may be held until the others are analysed."""


def analyse(
    articles: Sequence[Article],
    known: Sequence[Analysed] = (),
    report: Report = silent,
    keep: Keep = lambda analysed: analysed,
) -> Analysed:
    """What there is in the articles; what is known of one of them already is taken over.

    `report` is told how many of the others have been analysed (about 3 ms a passage); where they are analysed in
    several blocks, each goes through `keep`.
    """
    keys = [article.key for article in articles]
    places = {key: (part, number) for part, analysed in enumerate(known) for number, key in enumerate(analysed.keys)}
    new = [(key, article) for key, article in zip(keys, articles, strict=True) if key not in places]
    parts = list(known)
    block_size = max(BLOCK_SIZE, len(new) // MOST_BLOCKS)
    for start in range(0, len(new), block_size):
        report("analysing", start, len(new))
        block = new[start : start + block_size]
        places.update((key, (len(parts), number)) for number, (key, _) in enumerate(block))
        analysed = _analysed([article for _, article in block])
        parts.append(keep(analysed) if len(new) > block_size else analysed)
    return Analysed.assembled(parts, [places[key] for key in keys])


def passage_in_context(passage: Passage) -> str:
    """The passage as it is embedded: title and section tell what its pronouns stand for."""
    return ". ".join(filter(None, (passage.article.title, passage.section, passage.plain)))


def sentence_in_context(article: Article, sentence: Span) -> str:
    """The sentence as it is embedded, under the title of its article."""
    return f"{article.title}. {article.plain[slice(*sentence)]}"


def _analysed(articles: Sequence[Article]) -> Analysed:
    by_article = [list(split_passages(article)) for article in articles]
    passages = [passage for own in by_article for passage in own]
    sentences = [(passage.article, sentence) for passage in passages for sentence in passage.sentences]
    forms: list[list[str]] = [[] for _ in articles]
    found = [_terms(passage, own_forms) for own, own_forms in zip(by_article, forms, strict=True) for passage in own]
    return Analysed(
        keys=StringTable.of(article.key for article in articles),
        heads=StringTable.of(map(head_record, articles)),
        blocks=StringTable.of(map(blocks_record, articles)),
        passage_counts=np.array([len(own) for own in by_article], dtype=np.int32),
        passage_spans=_spans((passage.start, passage.end) for passage in passages),
        passage_words=np.array([len(passage.text.split()) for passage in passages], dtype=np.int32),
        passage_lengths=np.array(list(map(len, found)), dtype=np.int32),
        passage_keys=text_keys(map(passage_in_context, passages)),
        sentence_counts=np.array([len(passage.sentences) for passage in passages], dtype=np.int32),
        sentence_spans=_spans(sentence for _, sentence in sentences),
        sentence_keys=text_keys(sentence_in_context(*sentence) for sentence in sentences),
        answer_types=np.array(
            [[holds(article.plain[slice(*span)], kind) for kind in ANSWER_TYPES] for article, span in sentences],
            dtype=np.bool_,
        ).reshape(-1, len(ANSWER_TYPES)),
        terms=Occurrences.of(found),
        forms=Occurrences.of(forms),
    )


def _spans(spans: Iterable[Span]) -> NDArray[np.int32]:
    return np.array(list(spans), dtype=np.int32).reshape(-1, 2)


def _terms(passage: Passage, forms: list[str]) -> list[str]:
    """The terms of a passage and of the title and section that it stands under; adds their forms."""
    article = passage.article
    found = [*terms(article.plain, article.language, passage.start, passage.end)]
    found += terms(f"{article.title} {passage.section or ''}", article.language)
    forms.extend(f"{term}\t{word.form}" for term, word in found)
    return [term for term, _ in found]
