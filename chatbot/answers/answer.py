"""Defines Answer and KeySentence, a sentence that answers and stands in a citation.

Every screen shows the key sentences as Excerpts, those of one citation under its number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from chatbot.answers.citation import Citation
from chatbot.articles.tables import labelled
from chatbot.messages import message
from chatbot.text.kind import Kind
from chatbot.text.language_code import Language
from chatbot.text.spans import Span

Certainty = Literal["answered", "perhaps", "not found"]
"""Whether an answer is one: "perhaps" where it lies near, but what was asked for is not plainly there."""


@dataclass(frozen=True, slots=True)
class KeySentence:
    """A sentence that answers: `text` is the slice `[start:end]`, in code points, of the article of that name.

    `citation` is the number of the citation that it stands in, and `score` what key sentences are ordered by. `also_in`
    has the names of other articles that say the same, and `disputed` says that one says it with another number, date
    or name. `table_header` has, for a sentence that is a row of a table, the row that names the columns as it stands in
    the article, or the empty text where there is none.
    """

    citation: int
    article: str
    start: int
    end: int
    text: str
    score: float
    also_in: tuple[str, ...] = ()
    disputed: bool = False
    table_header: str | None = None

    @property
    def shown(self) -> str:
        """The sentence as it is shown: of a row of a table each cell after the name of its column."""
        return labelled(self.text, self.table_header) if self.table_header is not None else self.text


Quotations = tuple[tuple[Citation, ...], tuple[KeySentence, ...]]
"""Citations, and those of their sentences that are shown."""


def quotations(quoted: Iterable[tuple[Citation, KeySentence]], others: Iterable[Citation] = ()) -> Quotations:
    """Sentences, each once, with the citations that they stand in, which are numbered as they come; then the others."""
    citations: dict[tuple[str, int], Citation] = {}
    sentences: dict[tuple[str, int], KeySentence] = {}
    for cited, sentence in quoted:
        citation = citations.setdefault((cited.article, cited.start), replace(cited, number=len(citations) + 1))
        sentences.setdefault((sentence.article, sentence.start), replace(sentence, citation=citation.number))
    for other in others:
        citations.setdefault((other.article, other.start), replace(other, number=len(citations) + 1))
    return tuple(citations.values()), tuple(sentences.values())


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a citation: its key sentences in the order in which they stand there; `best` is one of them."""

    citation: Citation
    best: KeySentence
    sentences: tuple[KeySentence, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The slices of the article that the sentences take up: one where only white space lies between two of them."""
        spans: list[Span] = []
        for sentence in self.sentences:
            start, base = sentence.start, self.citation.start
            if spans and not self.citation.text[spans[-1][1] - base : sentence.start - base].strip():
                start, _ = spans.pop()
            spans.append((start, sentence.end))
        return tuple(spans)

    @property
    def pieces(self) -> tuple[tuple[str, KeySentence], ...]:
        """Each sentence after what is shown between it and the one before: an ellipsis where something is left out."""
        after_gap = {start for start, _ in self.spans}
        signs = [""]
        for last, one in pairwise(self.sentences):
            has_rows = last.table_header is not None or one.table_header is not None  # a row ends in no stop
            signs.append(" … " if one.start in after_gap else "; " if has_rows else " ")
        return tuple(zip(signs, self.sentences, strict=True))

    @property
    def also_in(self) -> tuple[str, ...]:
        """The names of other articles that say the same as one of the sentences."""
        return tuple(dict.fromkeys(name for sentence in self.sentences for name in sentence.also_in))

    @property
    def disputed(self) -> bool:
        """Whether another article says one of them with another number, date or name."""
        return any(sentence.disputed for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question.

    `opening` is its first line, in the language of the question; the rest is the citations and, the best first, those
    of their sentences that answer, the `key_sentences`. Where nothing is found, these are no more than what comes
    closest, one sentence an article. `confidence`, from 0 to 1, is how likely the answer is among the citations.
    `context` has the words of earlier questions that weighed in, as they were typed. `corrected` is the question that
    was answered in the place of the one that was typed, where a word of it was misspelt. `kind` says what it replies
    to: an "answer" to a question about the contents, anything else to what else a person may say.
    """

    question: str
    language: Language
    certainty: Certainty
    confidence: float
    opening: str
    citations: tuple[Citation, ...]
    context: tuple[str, ...] = ()
    corrected: str | None = None
    key_sentences: tuple[KeySentence, ...] = ()
    kind: Kind = "answer"

    @property
    def found(self) -> bool:
        """Whether the citations answer the question, or may do so."""
        return self.certainty != "not found"

    def tells_of(self, words: Collection[str]) -> bool:
        """Whether the first sentence has a word that answers to one of these, or the title above it has one."""
        if not self.found:
            return False
        first = self.key_sentences[0]
        citation = self.citations[first.citation - 1]
        met = {match.query for match in citation.matches if first.start <= match.start < first.end}
        return any(word in met or word.lower() in citation.title.lower() for word in words)

    @property
    def as_closest(self) -> Answer:
        """The answer as no more than what comes closest."""
        if not self.found:
            return self
        closest = {one.article: one for one in reversed(self.key_sentences)}
        shown = ((self.citations[one.citation - 1], one) for one in closest.values())
        citations, sentences = quotations(reversed([*shown]), self.citations)
        opening = message("closest sentences", self.language)
        return replace(self, certainty="not found", opening=opening, citations=citations, key_sentences=sentences)

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The key sentences by their citations, in the order of the best sentence of each."""
        cited: defaultdict[int, list[KeySentence]] = defaultdict(list)
        for sentence in self.key_sentences:
            cited[sentence.citation].append(sentence)
        return tuple(
            Excerpt(self.citations[number - 1], sentences[0], tuple(sorted(sentences, key=attrgetter("start"))))
            for number, sentences in cited.items()
        )

    @property
    def is_listed(self) -> bool:
        """Whether the sentences show articles, a line each, rather than answer."""
        return not self.found or self.kind in ("articles", "about-subject")
