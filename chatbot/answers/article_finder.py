"""Article finder: which article of the corpus is meant by its name, its title, its author or its place in a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from chatbot.answers.confidence import FLOOR, confidence
from chatbot.text.analysis import terms
from chatbot.text.question import Question, parse_question
from chatbot.text.words import normal_form, split_words

if TYPE_CHECKING:
    from chatbot.answers.answerer import Answerer
    from chatbot.articles.article import Article
    from chatbot.text.language_code import Language
    from chatbot.text.metadata_question import Told

SEARCHED_PASSAGES = 20
"""Passages that are looked through for a name that no title has."""

_GENERAL = re.compile(
    r"^(?:(?:the|that|het|dat)\s+)?(?:article|piece|story|text|artikel|stuk|verhaal|tekst)\s+(?:by|about|on|van|door|over)\s+",
    re.IGNORECASE,
)
"""What may stand before the name of an article or its author."""


class ArticleFinder:
    """Finds articles of one corpus for names in one language."""

    def __init__(self, answerer: Answerer, language: Language, listed: Sequence[str] = ()) -> None:
        """`listed` has the names of the articles of the list that was shown last, in its order."""
        self._answerer = answerer
        self._language = language
        self._listed = listed

    @cached_property
    def in_order(self) -> tuple[Article, ...]:
        """The articles as they were listed last, or as the corpus has them."""
        corpus = self._answerer.corpus
        return tuple(filter(None, map(corpus.article, self._listed))) or corpus.articles

    def at(self, place: int) -> Article | None:
        """The article at that place of the list, from 0, or from -1 backwards; None where there are not as many."""
        return self.in_order[place] if place < len(self.in_order) else None

    def meant(self, place: int | None, name: str, reading: str | None) -> Article | None:
        """The article at that place or of that name, or else the one that is being read; None where there is none."""
        if place is not None:
            return self.at(place)
        if name:
            return self.named(name)
        articles = self._answerer.corpus.articles
        return self._answerer.corpus.article(reading) if reading else articles[0] if len(articles) == 1 else None

    def named(self, name: str, told: Told | None = None) -> Article | None:
        """The article whose title, file or author a name fits best, or one that answers to it; None where none does.

        With `told`, one that answers to it and tells that goes before one that does not tell it.
        """
        name = _GENERAL.sub("", name)
        if by_author := self.by_author(name):
            return by_author[0]
        question = parse_question(name, self._language)
        fits = self._fits(question)
        findings = self._answerer.find(question, SEARCHED_PASSAGES)
        found = findings.cited[0].passage.article
        best = max(self._answerer.corpus.articles, key=lambda one: (fits[one.name], one.name == found.name))
        tells = [(one.author if told == "author" else one.date) is not None for one in (best, found)]
        if fits[best.name] > fits[found.name] and not (told and tells == [False, True]):
            return best
        return found if fits[found.name] or confidence(findings.ranking) >= FLOOR else None

    def titled(self, title: str) -> Article | None:
        """The article of that title, whatever its punctuation."""
        words = [word.form.lower() for word in split_words(title)]
        articles = self._answerer.corpus.articles
        return next((one for one in articles if [word.form.lower() for word in split_words(one.title)] == words), None)

    def by_author(self, name: str, only: Collection[str] = ()) -> list[Article]:
        """The articles, of those in `only` if any, of the author of that name, which may be a part of it."""
        words = _name_words(name)
        searched = [one for one in self._answerer.corpus.articles if not only or one.name in only]
        return [one for one in searched if words and words <= _name_words(one.author or "")]

    def _fits(self, question: Question) -> dict[str, float]:
        """For each article by its name, the share of the words of a question that its title or file answers to."""
        asked = [{*one.alternatives} for one in self._answerer.index.query(question) if not one.is_pair]
        fits: dict[str, float] = {}
        for article in self._answerer.corpus.articles:
            words = f"{article.title} {re.sub(r'[-_./]', ' ', article.name)}"
            present = {term for term, _ in terms(words, article.language)}
            fits[article.name] = sum(not present.isdisjoint(found) for found in asked) / max(1, len(asked))
        return fits


def full_name(name: str, authors: str) -> str:
    """The author, of several with commas between them, of whose name this is a part; all of them where none is."""
    words = _name_words(name)
    return next((author for author in authors.split(", ") if words <= _name_words(author)), authors)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(normal_form(word.form) for word in split_words(name))
