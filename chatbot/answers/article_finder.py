"""Article finder: which articles of the corpus are meant.

By a name, an author or a place in a list, or by what `article_choice` finds that a text asks for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

from chatbot.answers.article_choice import ArticleChoice, asked_choice
from chatbot.answers.confidence import FLOOR, confidence
from chatbot.text.analysis import terms
from chatbot.text.language import QUOTED
from chatbot.text.question import Question, parse_question
from chatbot.text.talk_data import choice_pattern
from chatbot.text.words import normal_form, split_words

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot
    from chatbot.articles.article import Article
    from chatbot.text.language_code import Language
    from chatbot.text.talk_data import Told

SEARCHED_PASSAGES = 20  # passages that are looked through for a name that no title has

LIKE_MARGIN = 0.1
"""How much more than the median article one is like a subject (see `Index.likeness`) that it stands out for."""

LEAST_LIKE = 0.45  # one that is less like a subject is not shown for it
NEAREST = 3  # the most articles that are shown where none stands out


FIELDS: Mapping[Told, str] = {"author": "author", "date": "date", "title": "title", "length": "words"}
"""The fields of an article that tell what is asked of it."""


class ArticleFinder:
    """Finds articles of one corpus for names in one language."""

    def __init__(
        self, chatbot: Chatbot, language: Language, listed: Sequence[str], at_hand: str | None, only: Collection[str]
    ) -> None:
        """Articles go by their names.

        Those `listed` are of the list that was shown last, in its order; the one `at_hand` is meant where none is
        named, and only those in `only` are searched, if any.
        """
        self._chatbot = chatbot
        self._language = language
        self._articles = chatbot.corpus.articles
        self._listed = listed
        self._at_hand = at_hand
        self._only = only

    @cached_property
    def in_order(self) -> tuple[Article, ...]:
        """The articles as they were listed last, or as the corpus has them."""
        return tuple(filter(None, map(self._chatbot.corpus.article, self._listed))) or self._articles

    def choice(self, said: str, name: str = "") -> ArticleChoice:
        """The articles that a text asks for, and a name in it, by what is known of them."""
        return asked_choice(said, name, {(one.date or "")[:4] for one in self._articles})

    def meant(self, said: str, name: str, told: Told | None = None, *, or_at_hand: bool = True) -> list[Article]:
        """The articles at those places, of that name or otherwise asked for, or else the one at hand.

        There are none where one that is asked for is not there. What is `said` tells whether the name is that of a
        subject. With `told`, an article that answers to the name and tells that goes before one that does not.
        """
        if QUOTED.fullmatch(name):
            return [*filter(None, [self.fitting(name)])]
        choice = self.choice(said, name)
        if choice.places:
            count = len(self.in_order)
            is_there = all(-count <= place < count for place in choice.places)
            return [self.in_order[place] for place in choice.places] if is_there else []
        if is_other(name):
            others = [one for one in self.in_order if one.name != self._at_hand]
            return others if len(others) == 1 else []
        bare = _bare(choice.subject)
        if bare:
            chosen = choice._replace(order=None).among(self._articles)
            is_subject = bool(choice_pattern("ABOUT").search(said[: said.rfind(bare)]))
            return choice.among(self._named(bare, chosen, told, is_subject=is_subject)) if chosen else []
        if choice.is_narrow:
            return choice.among(self._articles)
        article = self._chatbot.corpus.article(self._at_hand) if self._at_hand and or_at_hand else None
        return [article] if article else [*self._articles] if len(self._articles) == 1 else []

    def _named(self, name: str, among: list[Article], told: Told | None, *, is_subject: bool) -> list[Article]:
        """The articles whose author, title or file a name fits best, or the one that answers to it.

        Only where no article is about the name of a subject can it be that of an author. Several are named by parts
        that each fit a title, "the ferry and that about the mill".
        """
        only = {one.name for one in among}
        by_author = self.by_author(name, only)
        if by_author and not is_subject:
            return by_author
        question = parse_question(name, self._language)
        fits = self._fits(question)
        each = [self.fitting(part) for part in choice_pattern("JOINED").split(name)]
        if len(each) > 1 and max(fits.values()) < 1 and all(one in among for one in each):
            return [*dict.fromkeys(filter(None, each))]
        findings = self._chatbot.find(question, SEARCHED_PASSAGES, only=only)
        found = findings.cited[0].passage.article
        best = max(among, key=lambda one: (fits[one.name], one.name == found.name))
        telling = [one for one in (best, found) if told is None or getattr(one, FIELDS[told])]
        best = telling[0] if telling else best
        return [best] if fits[best.name] or confidence(findings.ranking) >= FLOOR else by_author

    def among(self, said: str, name: str) -> tuple[list[Article], str]:
        """The articles that a list asks for, and the subject that it has for them, by what a name in it says.

        "Bees by Helen Marsh in English"; of "other" articles the one at hand is left out.
        """
        choice = self.choice(said, name)
        subject, *authors = choice_pattern("BY").split(choice.subject)
        by_author = self.by_author(authors[-1]) if authors else []
        of_list = choice.is_sorted or choice_pattern("OF_LIST").search(said)
        articles = [*(by_author or (self.in_order if of_list else self._articles))]
        if choice_pattern("OTHER").search(said):
            articles = [one for one in articles if one.name != self._at_hand]
        return choice.among(articles), subject if by_author else choice.subject

    def nearest(self, subject: str, among: Collection[Article]) -> tuple[list[Article], bool]:
        """The articles that stand out as like a subject, the likest first, or else a few, and which it is."""
        names = [one.name for one in self._articles]
        like = dict(zip(names, self._chatbot.index.likeness(subject), strict=True))
        floor = max(LEAST_LIKE, median(like.values()) + LIKE_MARGIN)
        likest = sorted((one for one in among if like[one.name] >= LEAST_LIKE), key=lambda one: -like[one.name])
        found = [one for one in likest if like[one.name] >= floor]
        return (found, True) if found else (likest[:NEAREST], False)

    def by_author(self, name: str, only: Collection[str] = ()) -> list[Article]:
        """The articles, of those in `only` if any, of the author of that name, which may be a part of it."""
        words = _name_words(name)
        searched = [one for one in self._articles if not only or one.name in only]
        return [one for one in searched if words and words <= _name_words(one.author or "")]

    def fitting(self, name: str) -> Article | None:
        """The article that has all words of a name in its title or file."""
        fits = self._fits(parse_question(_bare(name), self._language))
        return next((one for one in self._articles if fits[one.name] == 1), None)

    def _fits(self, question: Question) -> dict[str, float]:
        """For each article by its name, the share of the words of a question that its title or file answers to."""
        asked = [{*one.alternatives} for one in self._chatbot.index.query(question) if not one.is_pair]
        fits: dict[str, float] = {}
        for article in self._articles:
            words = f"{article.title} {re.sub(r'[-_./]', ' ', article.name)}"
            present = {term for term, _ in terms(words, article.language)}
            fits[article.name] = sum(not present.isdisjoint(found) for found in asked) / max(1, len(asked))
        return fits


def _bare(name: str) -> str:
    """A name without what stands before and after it; empty where it is no more than a word for an article."""
    bare = choice_pattern("AROUND").sub("", " ".join(name.split()))
    return "" if choice_pattern("NAMELESS").fullmatch(bare) else bare


def is_other(name: str) -> bool:
    """Whether a name is that of the article that is not being read, of two."""
    return choice_pattern("OTHER").fullmatch(name) is not None


def split_works(name: str) -> tuple[str, str]:
    """The author and the subject, or none, of a name that has both: "Ann Smith also about ferries"."""
    author, *subject = choice_pattern("ON").split(name, maxsplit=1)
    return author, "".join(subject)


def full_name(name: str, authors: str) -> str:
    """The author, of several with commas between them, of whose name this is a part; all of them where none is."""
    words = _name_words(name)
    return next((author for author in authors.split(", ") if words <= _name_words(author)), authors)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(normal_form(word.form) for word in split_words(name))
