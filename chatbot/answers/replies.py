"""Replies: what is said to what is no question about the contents, in messages and in the articles' own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer, Quotations
from chatbot.answers.article_choice import asked_limit, asked_paragraph, beside
from chatbot.answers.article_finder import FIELDS, is_other
from chatbot.answers.article_lists import LISTED, ArticleLists
from chatbot.answers.article_sentences import (
    central_sentences,
    following,
    is_shown,
    metadata_lines,
    paragraph,
    quoted,
)
from chatbot.answers.dialogue_state import LISTING_KINDS, DialogueState
from chatbot.answers.key_sentences import MOST_KEY_SENTENCES, key_sentences, nearest_sentences
from chatbot.answers.once_more import last_told, once_more
from chatbot.articles.metadata import date_in_words
from chatbot.text.question import Question, parse_question
from chatbot.text.talk_data import choice_pattern

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot
    from chatbot.articles.article import Article
    from chatbot.text.kind import Kind
    from chatbot.text.language_code import Language
    from chatbot.text.talk import Talk
    from chatbot.text.talk_data import Told

MORE_DEPTH = 8  # passages from which more is taken for the last question
MORE_MARGIN = 6.0  # logits below the best sentence for a question to which more is still shown for it


class Replies(ArticleLists):
    """Replies about the articles of one corpus, in one language."""

    def __init__(
        self,
        chatbot: Chatbot,
        language: Language,
        state: DialogueState,
        answers: Sequence[Answer],
        only: Collection[str],
        open_article: str | None,
    ) -> None:
        """After these answers, with the state that they left, the articles that are searched, and the open one."""
        at_hand = open_article or state.at_hand or (next(iter(only)) if len(only) == 1 else None)
        super().__init__(chatbot, language, state.listed, at_hand, only)
        self._state = state
        self._answers = answers
        self._is_open = open_article is not None

    def reply(self, talk: Talk, said: str) -> Answer | None:
        """The reply to a text; None for what turns out to ask about the contents."""
        is_left_out = choice_pattern("LEFT_OUT").search(beside(said, talk.name))
        if is_left_out and talk.kind in ("articles", "outline", "open", "about-subject", "scope"):
            return self._say(said, talk.kind, "no leaving out", found=False)
        match talk.kind:
            case "articles" | "about-subject":
                return self.listed(said, talk.name)
            case "outline" | "open" | "scope":
                return self._of_articles(said, talk)
            case "metadata":
                return self._asked_metadata(said, talk)
            case "more" | "sources" | "repeat" | "shorter":
                return self._of_last(said, talk)
            case "translation":
                return self._translation(said)
            case "unsupported" if talk.name:
                return self._unsupported(said, talk.name)
            case kind:
                is_again = bool(self._answers) and kind in ("greeting", "remark")
                name = f"{kind} again" if is_again else talk.told or kind
                return self._say(said, kind, name, found=kind != "unsupported")

    def _of_last(self, said: str, talk: Talk) -> Answer | None:
        """What was told last once more, or more of it where anything was shown that it can be of."""
        told = last_told(self._answers)
        if talk.kind == "more" and told and told.found and (self._state.shown or talk.told):
            return self._more(said, self._state.reading(told) if talk.told else self._state)
        return once_more(partial(self._say, said, talk.kind), said, talk, self._answers)

    def _more(self, said: str, state: DialogueState) -> Answer:
        """The best sentences for the last question that were not shown, then those that follow the last one shown.

        Where there was no question but an outline, those that follow its sentences; in an article that is being read,
        the next ones up to its end.
        """
        shown, asked = state.shown, None if state.is_read else state.question
        citations, chosen = self._fresh(asked, state) if asked else ((), ())
        if len(chosen) < MOST_KEY_SENTENCES:
            last = shown[-1:] if asked or state.is_read else shown
            after = following(last, (*shown, *chosen), self._passages, within_section=not state.is_read)
            citations, chosen = quoted(after[: MOST_KEY_SENTENCES - len(chosen)], (citations, chosen))
        none_left = "whole article" if state.is_read else "no more"
        return self._say(said, "more", "more" if chosen else none_left, (citations, chosen))

    def _fresh(self, asked: Question, state: DialogueState) -> Quotations:
        """The best sentences for a question, without those that were shown."""
        findings, shown = self._chatbot.find(asked, MORE_DEPTH, state.context, state.searched), state.shown
        floor = findings.sentences[0].quoted.score - MORE_MARGIN
        near = (one for one in findings.sentences if one.quoted.score >= floor)
        fresh = (one for one in near if not is_shown(one.quoted.article, (one.quoted.start, one.quoted.end), shown))
        return findings.quoting(key_sentences(tuple(fresh), findings.ranking))

    def _asked_metadata(self, said: str, talk: Talk) -> Answer | None:
        """What is asked of the article that a text is about, or what somebody wrote; None where that is not told.

        "Who wrote it?" after an answer is a question about the contents where its article tells of something written.
        """
        told = talk.told or self._state.told
        if told is None:
            return None
        if told == "authors":
            return self.authors(said)
        if told == "works":
            return self.works(said, talk.name)
        if talk.points and talk.told is None:
            articles = [*filter(None, [self.fitting(talk.name)])]
        else:
            articles = self.meant(said, talk.name, told)
        if not articles and self.choice(said, talk.name).places:
            return self.no_article(said, talk.name)
        if not articles or (talk.name and self._only and articles[0].name not in self._only):
            return None
        after_answer = bool(self._answers) and self._answers[-1].kind == "answer"
        if talk.points and after_answer and self._tells(said, articles[0]):
            return None
        return self._metadata(said, told, articles)

    def _metadata(self, said: str, told: Told, articles: Sequence[Article]) -> Answer:
        """What is told of an article, quoted where its text says so; where it is not, what comes closest in it.

        Of several, a list with all that is known of each.
        """
        article, *others = articles
        if others:
            return self._say(said, "articles", "articles", self._beginnings(articles), count=len(articles))
        author, date = article.author, article.date
        if not getattr(article, FIELDS[told]):
            findings = self._find(said, MOST_KEY_SENTENCES, only=(article.name,))
            closest = findings.quoting(nearest_sentences(findings.sentences))
            return self._say(said, "metadata", f"no {told}", closest, found=False, title=article.title)
        lines = metadata_lines(article, told)
        shown = quoted(lines) if lines else self._beginnings([article])
        name = "author and date" if told in ("author", "date") and author and date else told
        day = date_in_words(date, self._language) if date else None
        title, words = article.title, article.words
        return self._say(said, "metadata", name, shown, title=title, author=author, date=day, words=words)

    def _tells(self, question: str, article: Article) -> bool:
        """Whether an article answers a question, with a word that answers to one of it."""
        asked = parse_question(question, self._language)
        return self._answer(asked, only=(article.name,)).tells_of(asked.content_words)

    def _answer(self, asked: Question, only: Collection[str] = ()) -> Answer:
        return self._chatbot.answer(asked, MOST_KEY_SENTENCES, language=self._language, only=only)

    def _translation(self, said: str) -> Answer:
        """The last sentences, with help with reading below those in the other language, or that this is how it goes."""
        last = last_told(self._answers)
        names = {one.article for one in last.key_sentences} if last else set()
        articles = filter(None, map(self._chatbot.corpus.article, names))
        if last and any(article.language != self._language for article in articles):
            return self._say(said, "translation", "translation", (last.citations, last.key_sentences))
        return self._say(said, "translation", "no translation")

    def no_article(self, said: str, name: str, kind: Kind = "answer") -> Answer:
        """That there is no article at that place of the list, or of that name, or that is as it is wanted."""
        places, count = self.choice(said, name).places, len(self.in_order)
        reason = "so few articles" if places else "about nothing" if name else "no such articles"
        return self._say(said, kind, reason, found=False, subject=name, count=count)

    def _unsupported(self, said: str, name: str) -> Answer:
        """That the program only quotes, and what the articles say on the subject."""
        answer = self._answer(parse_question(name, self._language))
        if not answer.found:
            return self._say(said, "unsupported", "unsupported", found=False)
        return self._say(said, "unsupported", "unsupported about", (answer.citations, answer.key_sentences))

    def _of_articles(self, said: str, talk: Talk) -> Answer:
        """An outline of the articles that are meant, or of all; or that one may be opened, or are searched alone."""
        if talk.told:  # where is searched
            titles = self._chatbot.corpus.titles(self._only)
            return self._say(said, "scope", "limit" if titles else "scope all", titles=titles)
        wants_all = talk.kind != "open" and choice_pattern("ALL").search(said) is not None
        is_of_one = self._is_open or len(self._only) == 1
        was_listed = len(self._state.listed) > 1 and self._answers[-1].kind in LISTING_KINDS and not is_of_one
        articles = self.meant(said, talk.name, or_at_hand=not (wants_all or was_listed))
        if talk.kind == "scope" and talk.name and choice_pattern("SEVERAL").search(beside(said, talk.name)):
            names = {one.article for one in self.listed(said, talk.name).key_sentences}
            articles = [one for one in self._chatbot.corpus.articles if one.name in names]
        if not articles and is_other(talk.name):  # of more than two
            return self.listed(said, "")
        choice = self.choice(said, talk.name)
        if not articles and (choice.places or choice.is_narrow or choice.subject):
            return self.no_article(said, talk.name, talk.kind)
        if talk.kind == "outline":
            every = self._chatbot.corpus.articles if wants_all else self.in_order
            return self._outline(said, articles or every)
        if not articles:
            frees = talk.kind == "scope" and wants_all
            return self._say(said, "scope", "scope all") if frees else self.listed(said, "")
        first, *others = articles
        if talk.kind == "open" and not others:
            part = asked_paragraph(beside(said, talk.name))
            if part is not None:
                shown = quoted(paragraph(self._passages[first.name], part))
                return self._say(said, "open", "part", shown, title=first.title)
        name: str = talk.kind
        if others:
            is_few = len(articles) <= LISTED
            name = "articles" if talk.kind == "open" else "scope several" if is_few else "scope too many"
        return self._say(
            said,
            talk.kind,
            name,
            self._beginnings(articles),
            found=name != "scope too many",
            title=first.title,
            count=len(articles),
            listed=LISTED,
        )

    def _outline(self, said: str, articles: Sequence[Article]) -> Answer:
        """The introducing sentence of an article and one of each of its parts, or two sentences of each of several."""
        several = len(articles) > 1
        most = asked_limit(said) or (2 if several else None)
        encoder = self._chatbot.engine.light
        of_each = (central_sentences(self._passages[one.name], encoder)[:most] for one in articles[:LISTED])
        shown = quoted(chain.from_iterable(of_each))
        name = "outline of several" if several else "outline"
        return self._say(said, "outline", name, shown, title=articles[0].title)
