"""Replies: what is said to what is no question about the contents, in messages and in the articles' own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer, KeySentence, Quotations
from chatbot.answers.article_finder import ArticleFinder, full_name, is_other
from chatbot.answers.article_sentences import (
    central_sentences,
    first_sentence,
    following,
    is_shown,
    metadata_lines,
    with_cited,
)
from chatbot.answers.confidence import FLOOR, confidence
from chatbot.answers.key_sentences import MOST_KEY_SENTENCES, key_sentences, nearest_sentences
from chatbot.articles.dates import date_in_words
from chatbot.messages import message
from chatbot.text.analysis import term_language, terms
from chatbot.text.question import parse_question
from chatbot.text.scope import asked_place
from chatbot.text.spans import Span

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.findings import Findings
    from chatbot.articles.article import Article
    from chatbot.index.query import QueryTerm
    from chatbot.passages.passage import Passage
    from chatbot.text.kind import Kind
    from chatbot.text.language_code import Language
    from chatbot.text.talk import Talk
    from chatbot.text.talk_data import Told

LISTED = 20  # articles that a reply names; the list of the interface has all

ABOUT_MARGIN = 2.0
"""A passage that scores at most this much less than the best is about the subject, whatever words it has for it."""

ABOUT_SHARE = 0.6
"""A passage that names the subject is about it if its coverage is at least this share of the best passage's."""

ALL_COVERED = 0.999  # coverage of a passage that has all words of a subject, but for rounding
MORE_MARGIN = 6.0  # logits below the best sentence for a question to which more is still shown for it

_ALL = frozenset(
    "alles alle allemaal overal map all everything everywhere entire folder stop longer"
    " forget remove lift drop clear delete filter vergeet verwijder haal hef wis beperking".split()
)
"""Words that ask for all articles, whichever is open, or for the end of a limit."""


class Replies:
    """Replies about the articles of one corpus, in one language."""

    def __init__(self, chatbot: Chatbot, language: Language, listed: Sequence[str] = ()) -> None:
        """`listed` has the names of the articles of the list that was shown last, in its order."""
        self.finder = ArticleFinder(chatbot, language, listed)
        self._chatbot = chatbot
        self._language = language

    @cached_property
    def _passages(self) -> dict[str, tuple[Passage, ...]]:
        """The passages of each article, by its name."""
        in_order = groupby(self._chatbot.index.passages, key=lambda one: one.article.name)
        return {name: tuple(own) for name, own in in_order}

    def reply(self, talk: Talk, said: str, *, at_hand: str | None, is_again: bool) -> Answer:
        """The reply to a text of a kind that neither asks about the contents nor leans on the last answer.

        `at_hand` names the article that is meant where none is named, and `is_again` says that this is not the first
        turn.
        """
        match talk.kind:
            case "articles":
                return self._articles(said)
            case "outline" | "open" | "scope":
                return self._of_article(said, talk, at_hand)
            case "about-subject":
                return self._about(said, talk.name)
            case "unsupported" if talk.name:
                return self._unsupported(said, talk.name)
            case "greeting" if is_again:
                return self._say(said, talk.kind, "greeting again")
            case "remark" if not is_again:
                return self._say(said, talk.kind, "remark first")
            case kind:
                return self._say(said, kind, kind, found=kind != "unsupported")

    def more(
        self, said: str, findings: Findings | None, shown: Sequence[KeySentence], *, reads_on: bool = False
    ) -> Answer:
        """The best sentences for the last question that were not shown, then those that follow the last one shown.

        Where there was no question but an outline, those that follow its sentences; in an article that is being read,
        `reads_on`, the next ones up to its end.
        """
        if not shown:
            return self._say(said, "more", "nothing yet")
        citations, chosen = self._fresh(findings, shown) if findings else ((), ())
        if len(chosen) < MOST_KEY_SENTENCES:
            last = shown[-1:] if findings or reads_on else shown
            after = following(last, (*shown, *chosen), self._passages, within_section=not reads_on)
            citations, chosen = with_cited(citations, chosen, after[: MOST_KEY_SENTENCES - len(chosen)])
        none_left = "whole article" if reads_on else "no more"
        return self._say(said, "more", "more" if chosen else none_left, (citations, chosen))

    def _fresh(self, findings: Findings, shown: Sequence[KeySentence]) -> Quotations:
        """The best sentences that were found for a question, without those that were shown."""
        floor = findings.sentences[0].quoted.score - MORE_MARGIN
        near = (one for one in findings.sentences if one.quoted.score >= floor)
        fresh = (one for one in near if not is_shown(one.quoted.article, (one.quoted.start, one.quoted.end), shown))
        return findings.quoting(key_sentences(tuple(fresh), findings.ranking))

    def once_more(self, said: str, kind: Kind, last: Answer | None) -> Answer:
        """The sentences of the last answer once more: to translate them, say where they stand, or have the best alone.

        Reading help stands below those of the other language.
        """
        if kind == "translation":
            return self._translation(said, last)
        if last is None:
            return self._say(said, kind, "nothing yet")
        sentences = last.key_sentences[:1] if kind == "shorter" else last.key_sentences
        return self._say(said, kind, kind, (last.citations, sentences))

    def metadata(self, said: str, told: Told, article: Article) -> Answer:
        """Who wrote an article and when, quoted where its text says so; where it does not, what comes closest in it."""
        author, date = article.author, article.date
        if not (author if told == "author" else date):
            findings = self._find(said, MOST_KEY_SENTENCES, only=(article.name,))
            closest = findings.quoting(nearest_sentences(findings.sentences))
            return self._say(said, "metadata", f"no {told}", closest, found=False, title=article.title)
        lines = metadata_lines(article, told)
        quoted = with_cited((), (), lines) if lines else self._beginnings([article])
        name = "author and date" if author and date else told
        day = date_in_words(date, self._language) if date else None
        return self._say(said, "metadata", name, quoted, title=article.title, author=author, date=day)

    def tells(self, question: str, article: Article) -> bool:
        """Whether an article answers a question, and the sentence that fits it best has a word that answers to one."""
        findings = self._find(question, MOST_KEY_SENTENCES, only=(article.name,))
        (citation, *_), (best, *_) = findings.quoting([findings.sentences[0].quoted])
        return confidence(findings.ranking) >= FLOOR and any(
            best.start <= match.start < best.end for match in citation.matches
        )

    def by_author(self, said: str, name: str, only: Collection[str]) -> Answer | None:
        """The articles of the author of that name, which may be a part of it; None where there are none."""
        articles = self.finder.by_author(name, only)
        if not articles:
            return None
        author = full_name(name, articles[0].author or name)
        return self._say(said, "articles", "by author", self._beginnings(articles), author=author)

    def _translation(self, said: str, last: Answer | None) -> Answer:
        names = {one.article for one in last.key_sentences} if last else set()
        articles = filter(None, map(self._chatbot.corpus.article, names))
        if last and any(article.language != self._language for article in articles):
            return self._say(said, "translation", "translation", (last.citations, last.key_sentences))
        languages = {article.language for article in self._chatbot.corpus.articles}
        which = next(iter(languages)) if len(languages) == 1 else "both"
        return self._say(said, "translation", f"translation {which}")

    def no_article(self, said: str, name: str, kind: Kind = "answer") -> Answer:
        """That there is no article of that name or, where it is empty, not as many articles as the text counts to."""
        if name:
            return self._say(said, kind, "about nothing", found=False, subject=name)
        return self._say(said, kind, "so few articles", found=False, count=len(self._chatbot.corpus.articles))

    def _say(
        self,
        said: str,
        kind: Kind,
        name: str,
        quoted: Quotations = ((), ()),
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
            citations=quoted[0],
            key_sentences=quoted[1],
            kind=kind,
        )

    def _beginnings(self, articles: Sequence[Article]) -> Quotations:
        """The first sentence of each article, of the first twenty."""
        opened = [self._passages[article.name][0] for article in articles[:LISTED]]
        return with_cited((), (), [(passage, first_sentence(passage)) for passage in opened])

    def _articles(self, said: str) -> Answer:
        """The list of the articles, or of those that are asked for."""
        choice = self.finder.choice(said)
        articles = choice.articles if choice else self._chatbot.corpus.articles
        if not articles:
            return self._say(said, "articles", "no dates" if choice and choice.order else "no such articles")
        quoted = self._beginnings(articles)
        if choice and choice.order:
            (first,) = articles
            day = date_in_words(first.date, self._language) if first.date else ""
            return self._say(said, "articles", choice.order, quoted, title=first.title, words=first.words, date=day)
        count = len(articles)
        name = "one article" if count == 1 else "articles" if count <= LISTED else "many articles"
        return self._say(said, "articles", name, quoted, count=count, listed=LISTED)

    def _about(self, said: str, name: str) -> Answer:
        """The articles about a subject, each with the sentence that shows it, or those on what is like it.

        That is so of what is near to it, and of what names it; where it is not likely that the articles say anything on
        it, only of what has all of its words.
        """
        findings = self._find(name, LISTED)
        named = self._naming_terms(findings.ranking.query)
        is_likely = confidence(findings.ranking) >= FLOOR
        floor = findings.ranking.passages[0].score - ABOUT_MARGIN
        least = ABOUT_SHARE * max(one.coverage for one in findings.cited) if is_likely else ALL_COVERED
        best: dict[str, KeySentence] = {}
        is_named = False
        for one in findings.sentences:
            passage = findings.cited[one.quoted.citation - 1]
            names = passage.coverage >= least and _names(passage.passage, named)
            if names or (is_likely and passage.score >= floor):
                best.setdefault(one.quoted.article, one.quoted)
                is_named = is_named or names
        citations, sentences = findings.quoting(tuple(best.values()))
        opening = "about-subject" if is_named else "about the like" if best else "about nothing"
        quoted = citations[: len(best)], sentences
        return self._say(said, "about-subject", opening, quoted, found=bool(best), subject=name)

    def _naming_terms(self, query: tuple[QueryTerm, ...]) -> list[frozenset[str]]:
        """For each word of a subject, its own terms and the other language's for it: coffee is not tea."""
        return [
            frozenset(
                term
                for term, alternative in query_term.alternatives.items()
                if alternative.similarity == 1 or alternative.spelt_alike or term_language(term) != self._language
            )
            for query_term in query
            if not query_term.is_pair
        ]

    def _unsupported(self, said: str, name: str) -> Answer:
        """That the program only quotes, and what the articles say on the subject."""
        findings = self._find(name, MOST_KEY_SENTENCES)
        if confidence(findings.ranking) < FLOOR:
            return self._say(said, "unsupported", "unsupported", found=False)
        quoted = findings.quoting(key_sentences(findings.sentences, findings.ranking))
        return self._say(said, "unsupported", "unsupported about", quoted)

    def _of_article(self, said: str, talk: Talk, at_hand: str | None) -> Answer:
        """An outline of the article that is meant, or of each; or that it may be opened, or is searched alone."""
        place = asked_place(said, talk.name)
        wants_all = not _ALL.isdisjoint(re.findall(r"\w+", said.lower()))
        article = self.finder.meant(said, place, talk.name, None if wants_all else at_hand)
        if article is None and is_other(talk.name):  # of more than two
            return self._articles(said)
        if article is None and (place is not None or talk.name):
            return self.no_article(said, talk.name if place is None else "", talk.kind)
        if talk.kind == "outline":
            return self._outline(said, article)
        if article is None:
            frees = talk.kind == "scope" and wants_all
            return self._say(said, "scope", "scope all") if frees else self._articles(said)
        return self._say(said, talk.kind, talk.kind, self._beginnings([article]), title=article.title)

    def _central(self, article: Article) -> list[tuple[Passage, Span]]:
        return central_sentences(self._passages[article.name], self._chatbot.engine.light)

    def _outline(self, said: str, article: Article | None) -> Answer:
        """The introducing sentence of an article and one of each of its parts, or two sentences of each article."""
        if article is not None:
            quoted = with_cited((), (), self._central(article))
            return self._say(said, "outline", "outline", quoted, title=article.title)
        of_each = (self._central(one)[:2] for one in self._chatbot.corpus.articles[:LISTED])
        quoted = with_cited((), (), [pair for pairs in of_each for pair in pairs])
        return self._say(said, "outline", "outline of all", quoted)

    def _find(self, text: str, top: int, only: Collection[str] = ()) -> Findings:
        return self._chatbot.find(parse_question(text, self._language), top, only=only)


def _names(passage: Passage, named: list[frozenset[str]]) -> bool:
    """Whether a passage has one of the terms of each word of a subject."""
    article = passage.article
    present = {term for term, _ in terms(article.plain, article.language, passage.start, passage.end)}
    return bool(named) and all(not own.isdisjoint(present) for own in named)
