"""The dialogue state: what the next text of a conversation may lean on, after the turns so far."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer, KeySentence
from chatbot.answers.follow_up import CONTEXT_WORD_LIMIT
from chatbot.text.kind import Kind
from chatbot.text.language_code import Language
from chatbot.text.question import Question, parse_question
from chatbot.text.talk import Talk
from chatbot.text.talk_data import Told, unnamed_words

if TYPE_CHECKING:
    from chatbot.passages.corpus import Corpus

SHOWING_KINDS: frozenset[Kind] = frozenset({"about-subject", "metadata", "open", "outline", "scope"})
"""Kinds of replies that put an article at hand, which a question that points back after them is about."""

LISTING_KINDS: frozenset[Kind] = frozenset({"articles", "about-subject"})
"""Kinds of replies that are a list of articles, in which "the second one" has its place."""


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What the next text may lean on.

    `language` is what a question is taken for that shows none, and `subject` has the words of what is talked about.
    `question` is the last one about the contents, with the `context` that it leant on, the sentences that were `shown`
    for it, and the articles that alone were `searched`. After a list of the articles about a subject that subject is
    the question. After an outline or the beginning of an article there is none, and more is what follows the sentences;
    in an article that `is_read` up to its end.

    Articles go by their names: the one `at_hand` was last quoted first, or asked about; those `listed` are of the list
    that was shown last, until a question is answered; to those in `only` the conversation is limited. `told` is what
    was last asked of an article itself.
    """

    language: Language
    subject: tuple[str, ...] = ()
    question: Question | None = None
    context: tuple[str, ...] = ()
    shown: tuple[KeySentence, ...] = ()
    searched: Collection[str] = ()
    is_read: bool = False
    at_hand: str | None = None
    listed: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    told: Told | None = None

    def within(self, corpus: Corpus) -> DialogueState:
        """The state without what leans on articles that the corpus no longer has."""
        state = self
        if not all(map(corpus.article, (*self.searched, *(one.article for one in self.shown)))):
            state = replace(self, question=None, context=(), shown=(), searched=(), is_read=False)
        return replace(
            state,
            at_hand=next(filter(corpus.article, filter(None, [self.at_hand])), None),
            listed=self.listed if all(map(corpus.article, self.listed)) else (),
            only=tuple(filter(corpus.article, self.only)),
        )

    def reading(self, told: Answer | None) -> DialogueState:
        """The state in which the article is read on from the best sentence of what was `told`, or from where it was."""
        if self.is_read or told is None:
            return self
        return replace(self, shown=told.key_sentences[::-1], is_read=True)

    def after_reply(self, reply: Answer, talk: Talk, last: Answer | None) -> DialogueState:
        """The state after a reply to what is no question about the contents; `last` is what was told before it."""
        kind, articles = reply.kind, tuple(dict.fromkeys(one.article for one in reply.key_sentences))
        if kind == "navigation":
            return DialogueState(self.language)
        is_of_article = talk.kind == "metadata" and talk.told not in (None, "authors", "works")
        state = replace(
            self,
            at_hand=articles[0] if len(articles) == 1 else self.at_hand,
            listed=tuple(one.article for one in reply.citations) if kind in LISTING_KINDS else self.listed,
            only=articles if kind == "scope" and reply.found and not talk.told else self.only,
            told=talk.told if is_of_article else self.told,
        )
        if kind == "more":
            state = state.reading(last) if talk.told else state
            return replace(state, shown=(*state.shown, *reply.key_sentences))
        if kind not in SHOWING_KINDS or not articles:
            return state
        asked = parse_question(talk.name, reply.language)
        named = tuple(word for word in asked.content_words if word.lower() not in unnamed_words())
        stays = not named and articles == (self.at_hand,)
        state = replace(state, subject=self.subject if stays else named[:CONTEXT_WORD_LIMIT])
        if kind == "metadata":
            return state
        question = asked if kind == "about-subject" else None
        is_read = kind in ("open", "scope")
        return replace(state, question=question, context=(), shown=reply.key_sentences, searched=(), is_read=is_read)
