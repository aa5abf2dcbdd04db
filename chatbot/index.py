"""The index: everything that is known of the passages of a corpus before a question comes.

Where one machine ends. BM25 is not what ends first: on two cores a million passages of 80 words are
indexed in 40 seconds, kept in 0.8 GB and asked in 2 ms, or 12 ms with function words
(`python -m tests.bench --full`). The vectors are: of a passage with its five sentences they take
13 kB, at least 10 ms to make, and every question reads all of them, at some 5 GB a second. That is
1.3 GB, half an hour and a third of a second for 100,000 passages, and ten times as much of each for
a million, which is more than most machines hold in memory.

What lies beyond is for an engine that spreads postings and vectors over machines, and the same
query suits it. In OpenSearch or Elasticsearch, with the terms of `analysis` in a field `terms` that
is split at white space and has a BM25 similarity with the same K1 and B:

    {"bool": {"should": [
        {"dis_max": {"boost": 1.0, "queries": [
            {"term": {"terms": {"value": "warship@en", "boost": 1.0}}},
            {"term": {"terms": {"value": "oorlogsschip@nl", "boost": 0.62}}}]}},
        {"dis_max": {"boost": 0.5, "queries": [ ... ]}}]}}

A `dis_max` is a `QueryTerm`, its boost the weight of that, and the boost of a term the weight of its
`Alternative`. Without `tie_breaker` only the best alternative counts, as in `Index.met`. Lucene's idf
is that of `bm25`; its scores lack the factor K1 + 1, which changes no order. The idf is a shard's
own unless the search type is `dfs_query_then_fetch`. What `ranking` adds, the share of the question,
the cosines and the length, is then worked out for the best thousand passages by words and the best
thousand by vectors (`knn`), rather than for all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.analysis import terms
from chatbot.answer_type import ANSWER_TYPES, AnswerType, holds
from chatbot.article import Article
from chatbot.best import Scores
from chatbot.bm25 import Bm25, PassageNumbers
from chatbot.encoder import Encoder, StrongEncoder, Vectors
from chatbot.language import Language
from chatbot.passages import Passage, split_passages
from chatbot.query import QueryTerm, query_terms
from chatbot.second_opinion import SecondOpinion
from chatbot.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Similarities:
    """The cosines of one question with every passage, and with every sentence of every passage.

    `opinion` is what a strong encoder makes of every passage, where there is one.
    """

    passages: NDArray[np.float32]
    sentences: NDArray[np.float32]
    opinion: Scores | None = None


class Index:
    """The passages of a corpus with their terms, their words' vectors and their own.

    Sentences are numbered through all passages; those of passage `i` are `sentence_range(i)`.
    `lengths` are those of the passages, in words, and `article_numbers` tell which article each is of.
    """

    def __init__(self, articles: Sequence[Article], encoder: Encoder, strong: StrongEncoder | None = None) -> None:
        """Split, analyse and embed the articles (about 10 ms a passage, most of it embedding).

        A strong encoder embeds nothing yet: whoever asked for it has `second_opinion` add its vectors.
        """
        self._encoder = encoder
        self.passages: tuple[Passage, ...] = tuple(
            passage for article in articles for passage in split_passages(article)
        )
        forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.bm25 = Bm25(_passage_terms(passage, forms) for passage in self.passages)
        self._vocabulary = Vocabulary(forms, encoder)
        self._passage_vectors: Vectors = encoder.encode([_in_context(passage) for passage in self.passages])
        self.second_opinion = SecondOpinion(self.passages, strong) if strong else None
        sentences = [passage.article.text[start:end] for passage in self.passages for start, end in passage.sentences]
        titles = [passage.article.title for passage in self.passages for _ in passage.sentences]
        self._sentence_vectors: Vectors = encoder.encode(
            [f"{title}. {sentence}" for title, sentence in zip(titles, sentences, strict=True)]
        )
        self._answer_types: Mapping[AnswerType, NDArray[np.bool_]] = {
            kind: np.array([holds(sentence, kind) for sentence in sentences]) for kind in ANSWER_TYPES
        }
        counts = [len(passage.sentences) for passage in self.passages]
        self.first_sentences: NDArray[np.int_] = np.concatenate(([0], np.cumsum(counts)))
        numbers = {article.name: number for number, article in enumerate(articles)}
        self.article_numbers: NDArray[np.int_] = np.array(
            [numbers[passage.article.name] for passage in self.passages], dtype=np.int_
        )
        self.lengths: Scores = np.array([len(passage.text.split()) for passage in self.passages], dtype=np.float64)

    def sentence_range(self, passage: int) -> slice:
        """Where the sentences of a passage stand among all sentences."""
        return slice(int(self.first_sentences[passage]), int(self.first_sentences[passage + 1]))

    def query(self, question: str, language: Language) -> tuple[QueryTerm, ...]:
        """The words of the question, each with the terms of this corpus that may answer to it."""
        return query_terms(question, language, self.bm25, self._vocabulary, self._encoder)

    def similarities(self, question: str) -> Similarities:
        """How alike in meaning the question is to every passage and sentence."""
        (vector,) = self._encoder.encode([question])
        opinion = self.second_opinion.scores(question) if self.second_opinion else None
        return Similarities(self._passage_vectors @ vector, self._sentence_vectors @ vector, opinion)

    def sentences_that_hold(self, kind: AnswerType) -> NDArray[np.bool_]:
        """Which sentences have anything that looks like an answer of that type."""
        return self._answer_types[kind]

    def met(self, query_term: QueryTerm) -> tuple[PassageNumbers, Scores, Scores]:
        """What one word of the question finds: in which passages, its BM25 score there, and how well each meets it.

        Both are those of the best alternative in the passage; how well runs from 0, not at all, to 1, by itself.
        A passage with several alternatives is named as often, each time with the same two figures.
        """
        found = [(self.bm25.term_scores(term), other.weight) for term, other in query_term.alternatives.items()]
        scores: Scores = np.zeros(len(self.passages))
        weights: Scores = np.zeros(len(self.passages))
        for (passages, term_scores), weight in found:
            np.maximum.at(scores, passages, weight * term_scores)
            np.maximum.at(weights, passages, weight)
        met = np.concatenate([np.empty(0, dtype=np.int32), *(passages for (passages, _), _ in found)])
        return met, scores[met], weights[met]

    def idf(self, query_term: QueryTerm) -> float:
        """The idf of the question's word itself; that of an unseen term where no passage has it."""
        own = [self.bm25.idf[term] for term, found in query_term.alternatives.items() if found.weight == 1]
        return max(own, default=self.bm25.unseen_idf())


def _passage_terms(passage: Passage, forms: defaultdict[str, Counter[str]]) -> list[str]:
    """The terms of a passage and of the title and section that it stands under; counts their forms."""
    article = passage.article
    found = [*terms(article.text, article.language, passage.start, passage.end)]
    found += terms(f"{article.title} {passage.section or ''}", article.language)
    for term, word in found:
        forms[term][word.form] += 1
    return [term for term, _ in found]


def _in_context(passage: Passage) -> str:
    """The passage as it is embedded: title and section tell what its pronouns stand for."""
    return ". ".join(filter(None, (passage.article.title, passage.section, passage.text)))
