"""The passages of a corpus in order, made when they are asked for: a hundred thousand take long, and much room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from chatbot.articles.article import Article
from chatbot.passages.analysed import Analysed
from chatbot.passages.passage import Passage
from chatbot.text.spans import Span


class PassageList(Sequence[Passage]):
    """The passages of articles that have been analysed; their sentences are numbered through all passages."""

    def __init__(self, articles: Sequence[Article], analysed: Analysed) -> None:
        """The articles in the order in which they were analysed."""
        self._articles = articles
        self._analysed = analysed
        self.article_numbers: NDArray[np.int_] = np.repeat(np.arange(len(articles)), analysed.passage_counts)
        self.first_sentences: NDArray[np.int_] = np.concatenate(([0], np.cumsum(analysed.sentence_counts)))

    def __len__(self) -> int:
        return len(self._analysed.passage_spans)

    @overload
    def __getitem__(self, number: int) -> Passage: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, number: int | slice) -> Passage | tuple[Passage, ...]:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(*number.indices(len(self))))
        number = range(len(self))[number]
        article = self._articles[int(self.article_numbers[number])]
        start, end = self._analysed.passage_spans[number].tolist()
        sentences = self._analysed.sentence_spans[self.sentence_range(number)].tolist()
        return Passage(
            article, article.section_at(start), start, end, tuple((first, last) for first, last in sentences)
        )

    def sentence_range(self, passage: int) -> slice:
        """Where the sentences of a passage stand among all sentences."""
        return slice(int(self.first_sentences[passage]), int(self.first_sentences[passage + 1]))

    def sentence(self, number: int) -> tuple[Article, Span]:
        """A sentence: its article and where it stands there."""
        passage = int(np.searchsorted(self.first_sentences, number, side="right")) - 1
        start, end = self._analysed.sentence_spans[number].tolist()
        return self._articles[int(self.article_numbers[passage])], (start, end)
