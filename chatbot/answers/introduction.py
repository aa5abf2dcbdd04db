"""Introductions: the sentences that say who or what the subject of a question is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.index.query import NEARLY_AS_LIKE, QueryTerm
from chatbot.passages.passage import Passage
from chatbot.text.analysis import terms
from chatbot.text.question import Question
from chatbot.text.words import Word

FULL_SENTENCE_WORDS = 5
"""The words of a full sentence: a shorter one seldom answers a question or introduces anything."""

TITLE_SHARE = 0.5
"""The share of a title's words that the subject must have for the article to be about it."""

_IS_A = re.compile(
    r"(?:^|[\s,)»”\"'])(?:is|was|zijn|waren|are|were)\s+(?:an?|the|een|de|het|one|éen|één)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"\W*(?:(?:de|het|een|the|an?)\s+)?(?:\w+\s+)?", re.IGNORECASE)

Place = tuple[int, int]
"""The place of a passage in a list, and the number of a sentence in it."""


def introductions(question: Question, query: Sequence[QueryTerm], passages: Sequence[Passage]) -> frozenset[Place]:
    """The sentences that introduce what the question asks about, one of each article; none if it asks something else.

    That is where the sentence defines it ("X is a …"), or else where the article first mentions it. If an article is
    about it, by its title, others do not count.
    """
    if not question.subject:
        return frozenset()
    subject = _Subject(question, query)
    articles: dict[str, list[Place]] = {}
    in_order = sorted(enumerate(passages), key=lambda item: item[1].start)
    for place, passage in in_order:
        own = articles.setdefault(passage.article.name, [])
        own.extend((place, number) for number in range(len(passage.sentences)))
    about = {name for name, own in articles.items() if subject.is_title_of(passages[own[0][0]])}
    found = (
        subject.introduced(passages, places, is_title=name in about)
        for name, places in articles.items()
        if not about or name in about
    )
    return frozenset(place for place in found if place)


def _likest(word: str, query: Sequence[QueryTerm]) -> frozenset[str]:
    """The terms of the articles that mean most nearly the same as a word of the question.

    Weaker matches do not count, or one name would stand for another.
    """
    return frozenset(
        term
        for query_term in query
        if word in query_term.text.split()
        for term, alternative in query_term.alternatives.items()
        if alternative.weight >= NEARLY_AS_LIKE * max(one.weight for one in query_term.alternatives.values())
    )


class _Subject:
    """The words of a subject, each with the terms of the articles that mention it."""

    def __init__(self, question: Question, query: Sequence[QueryTerm]) -> None:
        self._terms = [_likest(word, query) for word in question.subject]

    def is_title_of(self, passage: Passage) -> bool:
        """Whether the title of the passage's article is the subject."""
        title = [term for term, _ in terms(passage.article.title, passage.article.language)]
        named = sum(any(term in found for found in self._terms) for term in title)
        return self._is_in(title) and named >= TITLE_SHARE * len(title)

    def introduced(self, passages: Sequence[Passage], places: Sequence[Place], *, is_title: bool) -> Place | None:
        """The place of the sentence of one article that introduces the subject, `places` being those of all."""
        mentions = [place for place in places if self._mentions(passages[place[0]], place[1])]
        defining = (place for place in mentions if self._defines(passages[place[0]], place[1]))
        names = (place for place in mentions if is_title or self._is_name(passages[place[0]], place[1]))
        return next(defining, None) or next(names, None)

    def _is_in(self, present: Sequence[str]) -> bool:
        return all(not found.isdisjoint(present) for found in self._terms)

    def _words(self, passage: Passage, number: int) -> list[Word]:
        """The words of a sentence that mention one of the subject."""
        article = passage.article
        of_sentence = terms(article.plain, article.language, *passage.sentences[number])
        return [word for term, word in of_sentence if any(term in found for found in self._terms)]

    def _mentions(self, passage: Passage, number: int) -> bool:
        article = passage.article
        present = [term for term, _ in terms(article.plain, article.language, *passage.sentences[number])]
        return self._is_in(present) and len(passage.sentence_text(number).split()) >= FULL_SENTENCE_WORDS

    def _defines(self, passage: Passage, number: int) -> bool:
        """Whether the sentence begins with the subject and says what it is: "Grain is the name of …"."""
        start, end = passage.sentences[number]
        text = passage.article.plain[start:end]
        first = self._words(passage, number)[0]
        opening = _ARTICLE.match(text)
        return first.start - start <= (opening.end() if opening else 0) and bool(_IS_A.search(text, first.end - start))

    def _is_name(self, passage: Passage, number: int) -> bool:
        """Whether the subject is written with capitals within the sentence, as names are."""
        start = passage.sentences[number][0]
        return all(word.form[0].isupper() or word.form[0].isdigit() for word in self._words(passage, number)) and any(
            word.start > start for word in self._words(passage, number)
        )
