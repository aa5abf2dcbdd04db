"""Article finder: which articles of the corpus are meant.

By a name, an author or a place in a list, or by their language, their year, their age or length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from chatbot.answers.confidence import FLOOR, confidence
from chatbot.articles.dates import month_number
from chatbot.text.analysis import is_stop_word, terms
from chatbot.text.question import Question, parse_question
from chatbot.text.words import normal_form, split_words

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot
    from chatbot.articles.article import Article
    from chatbot.text.language_code import Language
    from chatbot.text.talk_data import Told

SEARCHED_PASSAGES = 20  # passages that are looked through for a name that no title has

_GENERAL = re.compile(
    r"^(?:(?:the|that|this|het|dat|dit|de|die|deze)\s+)?(?:(?:(?:news\s+|newspaper\s+)?(?:article|piece|story|text|one)"
    r"|\w*(?:artikel|stuk|bericht)|verhaal|tekst)\s+)?(?:by|about|on|van|door|over)\s+"
    r"|^(?:the|that|this|het|dat|dit|de|die|deze)\s+|[\s-]+(?:article|piece|story|text|one|verhaal|tekst)$"
    r"|[\s-]*(?:artikel|stuk|bericht)$",
    re.IGNORECASE,
)
"""What may stand before and after the name of an article or its author."""

_ABOUT = re.compile(r"\b(?:about|on|over)\s+(?:(?:the|an?|de|het|een)\s+)?$", re.IGNORECASE)
"""What stands before the subject of an article, and not before its author."""

_ARTICLE_WORDS = frozenset("article piece story text one artikel stuk bericht verhaal tekst".split())
_LANGUAGES: Mapping[str, Language] = {
    **dict.fromkeys(("nederlands", "nederlandse", "vlaams", "dutch", "flemish"), "nl"),
    **dict.fromkeys(("engels", "engelse", "english"), "en"),
}
_OTHER_LANGUAGES = frozenset("frans franse french duits duitse german spaans spaanse spanish italiaans italian".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST: Mapping[str, str] = {
    **dict.fromkeys(("newest", "latest", "recent", "nieuwste", "nieuwst", "recentste", "recente"), "newest"),
    **dict.fromkeys(("oldest", "oudste", "oudst"), "oldest"),
    **dict.fromkeys(("longest", "largest", "langste", "langst"), "longest"),
    **dict.fromkeys(("shortest", "kortste", "kortst"), "shortest"),
}
"""Words for the article that comes first in an order, with the name of the order."""
_OTHER = frozenset("ander andere other".split())  # names for the article that is not being read


class Choice(NamedTuple):
    """The articles that are asked for; `order` is named where it is the first in an order: "newest", "longest"."""

    articles: Sequence[Article]
    order: str | None = None


class ArticleFinder:
    """Finds articles of one corpus for names in one language."""

    def __init__(self, chatbot: Chatbot, language: Language, listed: Sequence[str] = ()) -> None:
        """`listed` has the names of the articles of the list that was shown last, in its order."""
        self._chatbot = chatbot
        self._language = language
        self._listed = listed

    @cached_property
    def in_order(self) -> tuple[Article, ...]:
        """The articles as they were listed last, or as the corpus has them."""
        corpus = self._chatbot.corpus
        return tuple(filter(None, map(corpus.article, self._listed))) or corpus.articles

    def meant(
        self, said: str, place: int | None, name: str, at_hand: str | None, told: Told | None = None
    ) -> Article | None:
        """The article at that place or of that name, or else the one `at_hand`; None where there is none.

        Places of the list are counted from 0, or from -1 backwards; one that the list does not have is a place among
        all articles. What is `said` tells whether the name is that of a subject. With `told`, an article that answers
        to the name and tells that goes before one that does not.
        """
        if place is not None:
            articles = self.in_order if place < len(self.in_order) else self._chatbot.corpus.articles
            return articles[place] if place < len(articles) else None
        if is_other(name):
            others = [one for one in self.in_order if one.name != at_hand]
            return others[0] if len(others) == 1 else None
        if name:
            bare = _GENERAL.sub("", name)
            return self._named(bare, told, is_subject=bool(_ABOUT.search(said[: said.rfind(bare)])))
        articles = self._chatbot.corpus.articles
        return self._chatbot.corpus.article(at_hand) if at_hand else articles[0] if len(articles) == 1 else None

    def _named(self, name: str, told: Told | None, *, is_subject: bool) -> Article | None:
        """The article whose author, title or file a name fits best, or one that answers to it; None where none does.

        Only where no article is about the name of a subject can it be that of an author.
        """
        by_author = self.by_author(name)
        if by_author and not is_subject:
            return by_author[0]
        choice = None if is_subject or self._says_more(name) else self.choice(name)
        if choice and choice.articles and (choice.order or len(choice.articles) == 1):
            return choice.articles[0]
        question = parse_question(name, self._language)
        fits = self._fits(question)
        findings = self._chatbot.find(question, SEARCHED_PASSAGES)
        found = findings.cited[0].passage.article
        best = max(self._chatbot.corpus.articles, key=lambda one: (fits[one.name], one.name == found.name))
        telling = [one for one in (best, found) if told is None or (one.author if told == "author" else one.date)]
        best = telling[0] if telling else best
        if fits[best.name] or confidence(findings.ranking) >= FLOOR:
            return best
        return by_author[0] if by_author else None

    def _says_more(self, name: str) -> bool:
        """Whether a name has words beside those that choose an article by its language, year, age or length."""
        choosing = {*_FIRST, *_LANGUAGES, *_OTHER_LANGUAGES, *_ARTICLE_WORDS}
        return any(
            not (word in choosing or word.isdigit() or month_number(word) or is_stop_word(word, self._language))
            for word in re.findall(r"\w+", name.lower())
        )

    def choice(self, said: str) -> Choice | None:
        """The articles that a text asks for by their language, year, age or length; None where it does not."""
        articles = self._chatbot.corpus.articles
        words = re.findall(r"\w+", said.lower())
        if order := next((_FIRST[word] for word in words if word in _FIRST), None):
            if order in ("longest", "shortest"):
                in_order = sorted(articles, key=lambda one: one.words)
            else:
                in_order = sorted((one for one in articles if one.date), key=lambda one: one.date or "")
            return Choice(in_order[-1:] if order in ("longest", "newest") else in_order[:1], order)
        languages = {_LANGUAGES.get(word) for word in words if word in _LANGUAGES or word in _OTHER_LANGUAGES}
        months = [number for word in words if (number := month_number(word))]
        times = tuple(f"{word}-{months[0]:02}" if months else word for word in words if _YEAR.fullmatch(word))
        if not languages and not times:
            return None
        of_languages = [one for one in articles if not languages or one.language in languages]
        return Choice([one for one in of_languages if not times or (one.date or "").startswith(times)])

    def titled(self, title: str) -> Article | None:
        """The article of that title, whatever its punctuation."""
        words = [word.form.lower() for word in split_words(title)]
        articles = self._chatbot.corpus.articles
        return next((one for one in articles if [word.form.lower() for word in split_words(one.title)] == words), None)

    def by_author(self, name: str, only: Collection[str] = ()) -> list[Article]:
        """The articles, of those in `only` if any, of the author of that name, which may be a part of it."""
        words = _name_words(name)
        searched = [one for one in self._chatbot.corpus.articles if not only or one.name in only]
        return [one for one in searched if words and words <= _name_words(one.author or "")]

    def _fits(self, question: Question) -> dict[str, float]:
        """For each article by its name, the share of the words of a question that its title or file answers to."""
        asked = [{*one.alternatives} for one in self._chatbot.index.query(question) if not one.is_pair]
        fits: dict[str, float] = {}
        for article in self._chatbot.corpus.articles:
            words = f"{article.title} {re.sub(r'[-_./]', ' ', article.name)}"
            present = {term for term, _ in terms(words, article.language)}
            fits[article.name] = sum(not present.isdisjoint(found) for found in asked) / max(1, len(asked))
        return fits


def is_other(name: str) -> bool:
    """Whether a name is that of the article that is not being read, of two."""
    return name.lower() in _OTHER


def full_name(name: str, authors: str) -> str:
    """The author, of several with commas between them, of whose name this is a part; all of them where none is."""
    words = _name_words(name)
    return next((author for author in authors.split(", ") if words <= _name_words(author)), authors)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(normal_form(word.form) for word in split_words(name))
