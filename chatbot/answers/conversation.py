"""Conversations: questions that lean on the ones before them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer, KeySentence
from chatbot.answers.ellipsis import spelt_out, tells_of
from chatbot.answers.follow_up import CONTEXT_WORD_LIMIT, is_pronoun, is_short, opened_words, points_back, subject_after
from chatbot.answers.once_more import last_told
from chatbot.answers.question_problem import question_problem
from chatbot.answers.replies import Replies
from chatbot.answers.several_questions import answer_to_all, questions_in
from chatbot.messages import message
from chatbot.reader.relevance import ReadingReport, unreported
from chatbot.settings import DEFAULT_TOP
from chatbot.text.kind import Kind
from chatbot.text.language import detect_language
from chatbot.text.language_code import Language
from chatbot.text.question import QUESTION_LIMIT, Question, parse_question
from chatbot.text.scope import Scope, asked_scope, asked_topic
from chatbot.text.talk import Talk, is_filler, question_proper, talk_of
from chatbot.text.talk_data import Told
from chatbot.text.talk_words import Situation, without_neutral_words

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot


SHOWING_KINDS: frozenset[Kind] = frozenset({"about-subject", "metadata", "open", "outline", "scope"})
"""Kinds of replies that put an article at hand, which a question that points back after them is about."""

MORE_DEPTH = 8  # passages from which more is taken for the last question


@dataclass(slots=True)
class _Last:
    """The last question about the contents, what it leant on, the sentences that were shown, and its articles.

    After a list of the articles about a subject that subject is the question. After an outline or the beginning of an
    article there is none, and more is what follows its sentences; in an article that `is_read` up to its end.
    """

    question: Question | None
    context: tuple[str, ...]
    shown: list[KeySentence]
    only: Collection[str] = ()
    is_read: bool = False


def _proper(question: str, situation: Situation) -> tuple[str, Scope | None]:
    """The question proper, without what is said around it and the article that it is limited to, and that article."""
    if len(question) > QUESTION_LIMIT:
        return question, None
    rest, _ = question_proper(question, situation)
    scope = asked_topic(rest) or asked_scope(rest)
    return (scope.rest if scope else rest), scope


class Conversation:
    """The turns of one conversation, and what the next question may take from them."""

    def __init__(self, chatbot: Chatbot, language: Language = "en") -> None:
        """Begin a conversation; `language` is what a first question that shows none is taken for."""
        self.answers: list[Answer] = []
        self._chatbot = chatbot
        self._language = language
        self._subject: tuple[str, ...] = ()
        self._last: _Last | None = None
        self._topic: tuple[str, ...] = ()
        """The content words of what the last reply was asked about: "bats" of "is there anything about bats?"."""
        self._only: Collection[str] = ()
        self._at_hand: str | None = None
        """The name of the article that was last quoted first, or asked about."""
        self._listed: Sequence[str] = ()
        """The names of the articles of the list that was shown last, until a question is answered."""
        self._told: Told | None = None
        """What was asked last of an article itself."""

    def go_on_with(self, chatbot: Chatbot) -> None:
        """Have the following questions answered over another corpus, as after its articles have changed."""
        self._chatbot = chatbot
        shown = (one.article for one in self._last.shown) if self._last else ()
        if self._last and not all(map(chatbot.corpus.article, (*self._last.only, *shown))):
            self._last = None  # more of an article that has gone cannot be had
        self._listed = self._listed if all(map(chatbot.corpus.article, self._listed)) else ()
        self._only = tuple(filter(chatbot.corpus.article, self._only))
        if self._at_hand and not chatbot.corpus.article(self._at_hand):
            self._at_hand = None

    def ask(
        self,
        question: str,
        top: int = DEFAULT_TOP,
        *,
        held: Language | None = None,
        alone: bool = False,
        as_typed: bool = False,
        open_article: str | None = None,
        only: Collection[str] | None = None,
        report: ReadingReport = unreported,
    ) -> Answer:
        """The answer to `question`, understood in the light of the earlier turns unless it stands `alone`.

        Misspelt words are corrected unless it is to be asked `as_typed`. `open_article` names the article that is open.
        With names of articles in `only`, or where the question names one ("in the second article"), others are left
        out; without `only` those that an earlier turn has limited the conversation to are searched.

        A question that points back takes over words of the last one that found something; one that shows no language is
        in that of the last turn, unless it is `held` to one. What cannot be asked leaves no trace.
        """
        questions = questions_in(question)
        if len(questions) > 1 and all(talk_of(one, self._situation).kind == "answer" for one in questions):
            ask_one = partial(
                self.ask, top=top, held=held, alone=alone, as_typed=as_typed, open_article=open_article, only=only
            )
            answers = [ask_one(one, report=report) for one in questions]
            self.answers[-len(questions) :] = [answer_to_all(question, questions, answers)]
            return self.answers[-1]
        is_limited = only is None and bool(self._only)
        only = self._only if only is None else only
        talk = talk_of(question, self._situation)
        shown = question if talk.kind == "answer" else without_neutral_words(question)
        language = held or detect_language(shown, self._language)
        if reply := self._reply(talk, question, language, open_article, only):
            return self._keep(reply)
        rest, scope = _proper(question, self._situation)
        if scope:
            replies = self._replies(language)
            articles = replies.finder.meant(scope.said, scope.name, open_article or self._at_hand)
            if not articles and (scope.name or replies.finder.choice(scope.said).places):
                return self._keep(replies.no_article(question, scope.name))
            only = tuple(article.name for article in articles) or only
        parsed = parse_question(rest, language)
        spoken = held or self._language
        ask = partial(self._chatbot.answer, top=top, language=spoken, as_typed=as_typed, report=report)
        answer = ask(parsed, only=only) if alone else self._in_context(parsed, ask, only)
        named = " ".join(parsed.subject or [word.form for word in opened_words(parsed)])
        if named and not answer.found and (works := self._replies(language).works(question, named, only)):
            return self._keep(works)  # of who may have written an article
        if is_limited and answer.found and only == self._only:
            opening = (
                f"{message('searched in', answer.language, titles=self._chatbot.corpus.titles(only))} {answer.opening}"
            )
            answer = replace(answer, opening=opening)
        answer = replace(answer, question=question)
        self._remember(answer, answer.corrected or rest, only)
        return answer

    @property
    def _situation(self) -> Situation:
        """What the next text may lean on."""
        last = self.answers[-1].kind if self.answers else None
        return Situation(last, self._last is not None, self._chatbot.has_word)

    def _in_context(self, question: Question, ask: Callable[..., Answer], only: Collection[str]) -> Answer:
        """The answer to a question, by `ask`, in the light of what was said and shown before it."""
        leans = question_problem(question) is None and points_back(question)
        ask = partial(ask, at_hand=self._at_hand if is_short(question) else None)
        last = next((answer for answer in reversed(self.answers) if answer.kind != "more"), None)
        shown = {one.article for one in last.key_sentences} if last and last.kind in SHOWING_KINDS else set()
        if leans and shown:
            answer = ask(question, context=self._topic, only=only or shown)
            if answer.found:
                self._subject = self._topic
                return answer
        meant = self._spelt_out(question) if leans else None
        if meant:
            full, context = meant
            kept = [one for one in full.content_words if one not in question.content_words and not is_filler(one)]
            carried = tuple(dict.fromkeys((*context, *kept)))[:CONTEXT_WORD_LIMIT]
            answer = ask(full, context=context, only=only)
            if not (answer.found and tells_of(answer, question.content_words)):
                return ask(question, context=carried, only=only)
            return replace(answer, context=carried)
        ask = partial(ask, question)
        context = self._subject if leans else ()
        if leans and self._at_hand and not question.content_words and (not only or self._at_hand in only):
            answer = ask(context=context, only=(self._at_hand,))  # "wanneer was dat?", of what was just quoted
            if answer.found:
                return answer
        return ask(context=context, only=only)

    def _spelt_out(self, question: Question) -> tuple[Question, tuple[str, ...]] | None:
        """The last question of the thing that this one names, "How many has Iran?" for "And Iran?", and its context."""
        if self._last is None or self._last.question is None:
            return None
        is_name = self._chatbot.lexicon.is_name
        meant = spelt_out(question, self._last.question, self._last.context, is_name, self._likeness)
        if meant is None:
            return None
        full = parse_question(meant[0], self._last.question.language)
        return replace(full, language=question.language), meant[1]  # which is that of the reply

    def _likeness(self, text: str, others: Sequence[str]) -> list[float]:
        own, *vectors = self._chatbot.engine.light.encode([text, *others])
        return [float(own @ vector) for vector in vectors]

    def _keep(self, reply: Answer) -> Answer:
        """Add a reply to the turns; an only article in it is then at hand, and "the second one" is of its list."""
        self.answers.append(reply)
        names = {one.article for one in reply.key_sentences}
        if len(names) == 1:
            self._at_hand = names.pop()
        if reply.kind in ("articles", "about-subject"):
            self._listed = [citation.article for citation in reply.citations]
        return reply

    def _metadata(
        self, talk: Talk, said: str, replies: Replies, open_article: str | None, only: Collection[str]
    ) -> Answer | None:
        """What is asked of an article: of the one that is open, or was quoted last, where none is named."""
        told = talk.told or self._told
        self._told = self._told if told in ("authors", "works") else told
        default = next(filter(None, (open_article, self._at_hand, *only)), None)
        after_answer = bool(self.answers) and self.answers[-1].kind == "answer"
        return replies.asked_metadata(said, talk, told, default, only, after_answer=after_answer)

    def _replies(self, language: Language) -> Replies:
        return Replies(self._chatbot, language, self._listed)

    def _reply(
        self, talk: Talk, said: str, language: Language, open_article: str | None, only: Collection[str]
    ) -> Answer | None:
        """The reply to what is no question about the contents, which leaves no context; None for what is one."""
        if talk.kind == "answer":
            return None
        replies = self._replies(language)
        if talk.kind == "metadata":
            self._topic = ()
            return self._metadata(talk, said, replies, open_article, only)
        if is_pronoun(talk.name):  # "what do you think of him?"
            talk = replace(talk, name=" ".join(self._subject))
        if talk.kind != "more":
            self._topic = parse_question(talk.name, language).content_words[:CONTEXT_WORD_LIMIT]
        is_listed = len(self._listed) > 1 and self.answers[-1].kind in ("articles", "about-subject")
        at_hand = open_article or (None if is_listed else self._at_hand)
        if at_hand is None and len(only) == 1:
            (at_hand,) = only
        told = last_told(self.answers)
        match talk.kind:
            case "more" if told and told.found and (self._last or talk.told):
                return self._more(replies, said, told.key_sentences if talk.told else ())
            case "translation" | "sources" | "repeat" | "shorter" | "more":
                return replies.once_more(said, talk, self.answers)
            case "scope" if talk.told:
                return replies.limit(said, self._chatbot.corpus.titles(only))
            case "navigation":
                self._subject, self._last, self._only, self._at_hand, self._listed = (), None, (), None, ()
        return self._shown(replies.reply(talk, said, at_hand=at_hand, is_again=bool(self.answers)), talk.name)

    def _shown(self, answer: Answer, name: str) -> Answer:
        """A reply, after which more is what follows its sentences, and what was talked of before has been left."""
        if answer.kind in ("about-subject", "open", "outline", "scope") and answer.key_sentences:
            asked = parse_question(name, answer.language) if answer.kind == "about-subject" else None
            self._last = _Last(asked, (), list(answer.key_sentences), is_read=answer.kind in ("open", "scope"))
        if answer.kind in SHOWING_KINDS and answer.found:
            self._subject = ()
        if answer.kind == "scope" and answer.found:
            self._only = tuple(one.article for one in answer.key_sentences)
        return answer

    def _more(self, replies: Replies, said: str, read: Sequence[KeySentence]) -> Answer:
        """More sentences for the last question, or of articles outlined last, or what follows the first one `read`."""
        last = self._last or _Last(None, (), [])
        if read and not last.is_read:
            last = self._last = replace(last, shown=[*reversed(read)], is_read=True)
        asked = None if last.is_read else last.question
        found = self._chatbot.find(asked, MORE_DEPTH, last.context, last.only) if asked else None
        answer = replies.more(said, found, last.shown, reads_on=last.is_read)
        last.shown.extend(answer.key_sentences)
        return answer

    def resume(self, answers: Iterable[Answer]) -> None:
        """Go on after these turns as if they had just been held."""
        for answer in answers:
            asked = questions_in(answer.corrected or answer.question)[-1]
            self._remember(answer, _proper(asked, self._situation)[0])

    def _remember(self, answer: Answer, asked: str, only: Collection[str] = ()) -> None:
        self.answers.append(answer)
        if answer.kind != "answer":
            return
        self._listed = () if answer.found else self._listed
        question, context = parse_question(asked, answer.language), answer.context
        meant = self._spelt_out(question) if context else None
        named = question.content_words if meant else ()
        question, context = meant or (question, context)
        if question_problem(question) is None:
            self._language = answer.language
        if answer.found:
            is_name = self._chatbot.lexicon.is_name
            met = {word for one in answer.citations for match in one.matches for word in match.query.split()}
            leaning = bool(context)
            self._subject = subject_after(question, named, self._subject, met, leaning=leaning, is_name=is_name)
            self._last = _Last(question, context, list(answer.key_sentences), only)
            self._at_hand = answer.key_sentences[0].article if answer.key_sentences else self._at_hand
