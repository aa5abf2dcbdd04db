"""Citations: numbered passages of the articles, each with the words of the question that it met."""

from __future__ import annotations

from dataclasses import dataclass

from chatbot.text.spans import Span
from chatbot.text.words import normal_form


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the question that met a word of the cited passage.

    `similarity` is 1 for the same word or another form of it, and the cosine of the two words'
    embeddings otherwise. `start` and `end` are where the passage's word stands in its article.
    """

    query: str
    passage: str
    similarity: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered passage: `text` is the slice `[start:end]`, in code points, of its article.

    `article` is the article's name, `highlights` the spans in it of the sentence that fits the
    question best, and `score` how well the passage fits. `page` is the number of the page that
    the sentence begins on, from 1, and `page_label` what a viewer calls that page; None in a format without pages.
    `table_header` is the row that names the columns of a table which the passage goes on with, as it stands there.
    `author` and `date` are the article's, or None if they are not known.
    """

    number: int
    article: str
    title: str
    section: str | None
    text: str
    start: int
    end: int
    score: float
    highlights: tuple[Span, ...]
    matches: tuple[Match, ...]
    page: int | None = None
    table_header: str | None = None
    page_label: str | None = None
    author: str | None = None
    date: str | None = None

    def is_in(self, text: str) -> bool:
        """Whether the passage stands in an article's text where it was cited from; the article may have changed."""
        return text[self.start : self.end] == self.text


def match_pairs(citation: Citation) -> tuple[tuple[str, str, bool], ...]:
    """Why a passage was cited: each word of the question with the word it met, and whether they are the same."""
    pairs = {(match.query, normal_form(match.passage)): match.passage for match in reversed(citation.matches)}
    return tuple((query, word, normal_form(query) == normal) for (query, normal), word in reversed(pairs.items()))
