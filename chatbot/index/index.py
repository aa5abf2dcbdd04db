"""The index: everything that is known of the passages of a corpus before a question comes.

Where one machine ends. BM25 is not what ends first: on two cores a million passages of 80 words are
indexed in 54 seconds, kept in 0.6 GB and asked in 2 ms, or 11 ms with function words
(`python -m tests.bench --full`). The vectors are: of a passage with its five sentences they take
3 kB in 8 bits (`vectors`), at least 10 ms to make, once, and every question reads all of them, a
hundred thousand vectors in some 12 ms. That is 0.3 GB, half an hour and 0.07 s for 100,000 passages,
and ten times as much of each for a million.

Where the memory goes then, in GB, measured over 20,000 articles of 50 passages, 80 words of 11 letters in five
sentences under a heading each:

    what                                                      of the process    mapped from the cache
    texts of the articles                                                0.9
    vectors of 5,000,000 sentences                                                                2.6
    vectors of 1,000,000 passages                                                                 0.5
    postings: 74 million of 320,000 terms                                                         0.6
    words by article: 48 million of 750,000                                                       0.4
    blocks of the articles, spans and keys                                                        0.2
    vocabulary: vectors of 420,000 forms and what is told from them                               0.4
    the light encoder                                                                             0.1
    terms by number, arrays of the length of the corpus, modules         0.3
    together                                                             1.2                      4.8

Of what is mapped, a question reads the vectors and its own postings: after two the process had 5.2 GB resident, of
which the system can take back 4.0. A start with all of it in the cache takes 15 s. The articles are analysed in 3.6 GB
of the process's own, and embedded in less than 5, most of it the vectors that are not in one file yet.

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

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.articles.article import Article
from chatbot.encoders.encoder import Encoder, StrongEncoder
from chatbot.index.best import Scores
from chatbot.index.bm25 import Bm25, PassageNumbers
from chatbot.index.meanings import Meanings
from chatbot.index.query import QueryTerm, own_terms, query_terms
from chatbot.index.second_opinion import SecondOpinion
from chatbot.passages.analysed import Analysed
from chatbot.passages.known_articles import analyse_articles
from chatbot.passages.passage_list import PassageList
from chatbot.progress import Report, embed_all, silent
from chatbot.storage.cache import Cache
from chatbot.text.answer_type import ANSWER_TYPES, AnswerType
from chatbot.text.language import Language


@dataclass(frozen=True, slots=True)
class Similarities:
    """The cosines of one question with every passage, and with every sentence of every passage.

    `opinion` is what a strong encoder makes of every passage, where there is one. All cosines are 0 where
    `words_only`: while the passages are not embedded yet.
    """

    passages: NDArray[np.float32]
    sentences: NDArray[np.float32]
    opinion: Scores | None = None
    words_only: bool = False


class Index:
    """The passages of a corpus with their terms, their words' vectors and their own.

    Sentences are numbered through all passages; those of passage `i` are `sentence_range(i)`.
    `lengths` are those of the passages, in words, and `article_numbers` tell which article each is of.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        encoder: Encoder,
        strong: StrongEncoder | None = None,
        *,
        cache: Cache | None = None,
        earlier: Index | None = None,
        embed: bool = True,
        report: Report = silent,
    ) -> None:
        """Analyse and embed the articles, but for those that the cache or an `earlier` index knows.

        Without `embed`, only the words themselves are known until somebody has `meanings` embed the rest. The strong
        encoder embeds nothing yet in any case: whoever asked for it has `second_opinion` add its vectors.
        """
        self.analysed: Analysed = analyse_articles(articles, cache, earlier.analysed if earlier else None, report)
        self.passages = PassageList(articles, self.analysed)
        self.languages: frozenset[Language] = frozenset(article.language for article in articles)
        self.bm25 = Bm25(self.analysed.terms, self.analysed.passage_lengths)
        self.meanings: Meanings = Meanings(
            self.analysed, self.passages, encoder, cache, earlier.meanings if earlier else None
        )
        self.second_opinion: SecondOpinion | None = (
            SecondOpinion(self.passages, strong, cache, earlier.second_opinion if earlier else None) if strong else None
        )
        if embed:
            embed_all(self.meanings, "embedding", report)
        self.lengths: Scores = self.analysed.passage_words.astype(np.float64)
        self.article_numbers = self.passages.article_numbers
        self.first_sentences = self.passages.first_sentences
        self.sentence_range = self.passages.sentence_range

    def query(self, question: str, language: Language) -> tuple[QueryTerm, ...]:
        """The words of the question, each with the terms of this corpus that may answer to it."""
        if not self.meanings.is_ready:
            return own_terms(question, language, self.bm25)
        return query_terms(
            question, language, self.bm25, self.meanings.vocabulary, self.meanings.encoder, self.languages
        )

    def similarities(self, question: str) -> Similarities:
        """How alike in meaning the question is to every passage and sentence."""
        opinion = self.second_opinion.scores(question) if self.second_opinion else None
        if not self.meanings.is_ready:
            none = np.zeros(len(self.analysed.sentence_spans), dtype=np.float32)
            return Similarities(none[: len(self.passages)], none, opinion, words_only=True)
        (vector,) = self.meanings.encoder.encode([question])
        return Similarities(self.meanings.passages.cosines(vector), self.meanings.sentences.cosines(vector), opinion)

    def centrality(self, passage: int) -> NDArray[np.float32]:
        """How alike in meaning each sentence of a passage is to the passage as a whole; 0 before that is known."""
        sentences = self.sentence_range(passage)
        if not self.meanings.is_ready:
            return np.zeros(sentences.stop - sentences.start, dtype=np.float32)
        (whole,) = self.meanings.passages.rows(slice(passage, passage + 1))
        return np.asarray(self.meanings.sentences.rows(sentences) @ whole, dtype=np.float32)

    def sentences_that_hold(self, kind: AnswerType) -> NDArray[np.bool_]:
        """Which sentences have anything that looks like an answer of that type."""
        return self.analysed.answer_types[:, ANSWER_TYPES.index(kind)]

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
