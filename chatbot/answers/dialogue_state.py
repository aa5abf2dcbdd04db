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
from chatbot.text.talk_data import Told

if TYPE_CHECKING:
    from chatbot.passages.corpus import Corpus

SHOWING_KINDS: frozenset[Kind] = frozenset({"about-subject", "metadata", "open", "outline", "scope"})
"""Kinds of replies that put an article at hand, which a question that points back after them is about."""

LISTING_KINDS: frozenset[Kind] = frozenset({"articles", "about-subject"})
"""Kinds of replies that are a list of articles, in which "the second one" has its place."""

_READ_KINDS: frozenset[Kind] = frozenset({"open", "scope"})


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

    def after_answer(
        self,
        answer: Answer,
        question: Question,
        subject: tuple[str, ...],
        context: tuple[str, ...],
        only: Collection[str],
    ) -> DialogueState:
        """The state after a question was answered that leant on a context, after which the subject is this one."""
        return replace(
            self,
            language=answer.language,
            subject=subject,
            question=question,
            context=context,
            shown=answer.key_sentences,
            searched=only,
            is_read=False,
            at_hand=answer.key_sentences[0].article,
            listed=(),
        )

    def after_reply(self, reply: Answer, talk: Talk) -> DialogueState:
        """The state after a reply to what is no question about the contents."""
        if reply.kind == "navigation":
            return DialogueState(self.language)
        state, articles = self, tuple(dict.fromkeys(one.article for one in reply.key_sentences))
        if reply.kind == "more":
            state = replace(state, shown=(*self.shown, *reply.key_sentences))
        elif reply.kind in SHOWING_KINDS and articles:
            words = parse_question(talk.name, reply.language).content_words[:CONTEXT_WORD_LIMIT]
            stays = not words and articles == (self.at_hand,)
            state = replace(state, subject=self.subject if stays else words)
            if reply.kind != "metadata":
                asked = parse_question(talk.name, reply.language) if reply.kind == "about-subject" else None
                is_read = reply.kind in _READ_KINDS
                state = replace(
                    state, question=asked, context=(), shown=reply.key_sentences, searched=(), is_read=is_read
                )
        if reply.kind == "scope" and reply.found and not talk.told:
            state = replace(state, only=articles)
        if reply.kind in LISTING_KINDS:
            state = replace(state, listed=tuple(one.article for one in reply.citations))
        return replace(state, at_hand=articles[0]) if len(articles) == 1 else state
