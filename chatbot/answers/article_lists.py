"""Lists of articles: those that are asked for, by what is known of them, by their author or by a subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer, KeySentence, Quotations
from chatbot.answers.article_finder import ArticleFinder, full_name, split_works
from chatbot.answers.article_sentences import first_sentence, quoted
from chatbot.answers.confidence import FLOOR, confidence
from chatbot.answers.follow_up import is_pronoun
from chatbot.articles.metadata import date_in_words
from chatbot.messages import message
from chatbot.text.analysis import term_language, terms
from chatbot.text.question import parse_question
from chatbot.text.talk_data import choice_pattern

if TYPE_CHECKING:
    from chatbot.answers.findings import Findings
    from chatbot.articles.article import Article
    from chatbot.index.query import QueryTerm
    from chatbot.passages.passage import Passage
    from chatbot.text.kind import Kind

LISTED = 20  # articles that a reply names; the list of the interface has all

ABOUT_SHARE = 0.6
"""A passage that names the subject is about it if its coverage is at least this share of the best passage's."""

TRANSLATION = 0.7
"""The least cosine of words of two languages that mean the same.

"Dutje" has .70 with "nap", and "gezondheid" .63 with "medical".
"""

ALL_COVERED = 0.999  # coverage of a passage that has all words of a subject, but for rounding


class ArticleLists(ArticleFinder):
    """Lists of the articles of one corpus, in one language."""

    @cached_property
    def _passages(self) -> dict[str, tuple[Passage, ...]]:
        """The passages of each article, by its name."""
        in_order = groupby(self._chatbot.index.passages, key=lambda one: one.article.name)
        return {name: tuple(own) for name, own in in_order}

    def listed(self, said: str, name: str) -> Answer:
        """The articles that are asked for, or all; of `name` as a subject those about it."""
        articles, subject = self.among(said, name)
        if not articles:
            is_dated = self.choice(said, name).order
            return self._say(said, "articles", "no dates" if is_dated else "no such articles", found=bool(is_dated))
        if subject:
            return self._about(said, subject, articles)
        choice, (first, *_), count = self.choice(said, name), articles, len(articles)
        shown = self._beginnings(articles)
        if choice.order and not choice.is_sorted:
            day = date_in_words(first.date, self._language) if first.date else ""
            return self._say(said, "articles", choice.order, shown, title=first.title, words=first.words, date=day)
        opening = "one article" if count == 1 else "articles" if count <= LISTED else "many articles"
        return self._say(said, "articles", opening, shown, count=count, listed=LISTED)

    def works(self, said: str, name: str) -> Answer | None:
        """The articles of the author of that name, which may be a part of it, or be followed by a subject.

        A name that only points at an author is that of the article at hand. None where there are no articles.
        """
        choice = self.choice(said, name)
        author, subject = split_works(choice.subject)
        if self._at_hand and (is_pronoun(author) or choice_pattern("SAME_AUTHOR").search(author)):
            article = self._chatbot.corpus.article(self._at_hand)
            author = (article and article.author) or ""
        articles = choice.among(self.by_author(author, self._only))
        if not articles:
            return None
        if subject:
            return self._about(said, subject, articles)
        author = full_name(author, articles[0].author or author)
        return self._say(said, "articles", "by author", self._beginnings(articles), author=author)

    def authors(self, said: str) -> Answer:
        """The authors of the articles, those of most articles first, and how many each has if that is more than one."""
        names = (name for one in self._chatbot.corpus.articles for name in (one.author or "").split(", ") if name)
        counts = Counter(names).most_common(LISTED)
        if not counts:
            return self._say(said, "articles", "no authors", found=False)
        authors = ", ".join(f"{name} ({count})" if count > 1 else name for name, count in counts)
        return self._say(said, "articles", "authors", authors=authors)

    def _about(self, said: str, subject: str, articles: Sequence[Article]) -> Answer:
        """Those of the articles that are about a subject, each with the sentence that shows it.

        They are those that name it, where it is likely that they say anything on it, or else have all of its words; and
        unless one of them does so at its beginning, those that are like it.
        """
        findings = self._find(subject, LISTED, {one.name for one in articles})
        terms_of = self._naming_terms(findings.ranking.query)
        is_likely = confidence(findings.ranking) >= FLOOR
        least = ABOUT_SHARE * max(one.coverage for one in findings.cited) if is_likely else ALL_COVERED
        naming: dict[str, KeySentence] = {}
        is_main = False
        for one in findings.sentences:
            ranked = findings.cited[one.quoted.citation - 1]
            if ranked.coverage >= least and _names(ranked.passage, terms_of):
                naming.setdefault(one.quoted.article, one.quoted)
                is_main = is_main or ranked.passage is self._passages[one.quoted.article][0]
        near, stands_out = self.nearest(subject, [one for one in articles if one.name not in naming])
        near = [] if is_main or (naming and not stands_out) else near
        shown = self._beginnings(near, findings.quoting(tuple(naming.values())))
        places = f"[1]–[{len(naming)}]" if len(naming) > 1 else "[1]"
        name = "about and near" if naming and near else "about-subject" if naming else "about the like"
        name = name if naming or near else "about nothing"
        found = bool(naming) or stands_out
        return self._say(said, "about-subject", name, shown, found=found, subject=subject, places=places)

    def _naming_terms(self, query: tuple[QueryTerm, ...]) -> list[frozenset[str]]:
        """For each word of a subject, its own terms and the other language's for it: coffee is not tea."""
        return [
            frozenset(
                term
                for term, one in query_term.alternatives.items()
                if one.spelt_alike or one.similarity >= (1 if term_language(term) == self._language else TRANSLATION)
            )
            for query_term in query
            if not query_term.is_pair
        ]

    def _say(
        self,
        said: str,
        kind: Kind,
        name: str,
        shown: Quotations = ((), ()),
        *,
        found: bool = True,
        **values: object,
    ) -> Answer:
        """A reply with the message of that name, filled in with these values, and what it quotes."""
        opening = message(f"reply {name}", self._language, **values)
        return Answer(
            question=said,
            language=self._language,
            certainty="answered" if found else "not found",
            confidence=float(found),
            opening=opening,
            citations=shown[0],
            key_sentences=shown[1],
            kind=kind,
        )

    def _beginnings(self, articles: Sequence[Article], before: Quotations = ((), ())) -> Quotations:
        """The first sentence of each article, of the first twenty, after what is quoted before."""
        opened = [self._passages[article.name][0] for article in articles[:LISTED]]
        return quoted(((passage, first_sentence(passage)) for passage in opened), before)

    def _find(self, text: str, top: int, only: Collection[str] = ()) -> Findings:
        return self._chatbot.find(parse_question(text, self._language), top, only=only)


def _names(passage: Passage, named: list[frozenset[str]]) -> bool:
    """Whether a passage has one of the terms of each word of a subject."""
    article = passage.article
    present = {term for term, _ in terms(article.plain, article.language, passage.start, passage.end)}
    return bool(named) and all(not own.isdisjoint(present) for own in named)
