"""Conversations: questions that lean on the ones before them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from chatbot.answers.answer import Answer
from chatbot.answers.dialogue_state import SHOWING_KINDS, DialogueState
from chatbot.answers.ellipsis import spelt_out
from chatbot.answers.follow_up import CONTEXT_WORD_LIMIT, is_pronoun, is_short, opened_words, points_back, subject_after
from chatbot.answers.once_more import last_told
from chatbot.answers.question_problem import question_problem
from chatbot.answers.replies import Replies
from chatbot.answers.several_questions import answer_to_all, questions_in
from chatbot.messages import message
from chatbot.reader.relevance import ReadingReport, unreported
from chatbot.settings import DEFAULT_TOP
from chatbot.text.language import detect_language
from chatbot.text.language_code import Language
from chatbot.text.question import QUESTION_LIMIT, Question, parse_question
from chatbot.text.scope import Scope, asked_scope, asked_topic
from chatbot.text.talk import Talk, is_filler, question_proper, talk_of
from chatbot.text.talk_words import Situation, without_neutral_words

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot


class _Proper(NamedTuple):
    """The question proper, without what is said around it and the article that it is limited to, and that article.

    It `corrects` the last one where it says what was meant: "no, the boat".
    """

    text: str
    scope: Scope | None = None
    corrects: bool = False


def _proper(question: str, situation: Situation) -> _Proper:
    """The question proper of a text."""
    if len(question) > QUESTION_LIMIT:
        return _Proper(question)
    rest, corrects = question_proper(question, situation)
    scope = asked_topic(rest) or asked_scope(rest)
    return _Proper(scope.rest if scope else rest, scope, corrects)


class Conversation:
    """The turns of one conversation, and what the next question may take from them."""

    def __init__(self, chatbot: Chatbot, language: Language = "en") -> None:
        """Begin a conversation; `language` is what a first question that shows none is taken for."""
        self.answers: list[Answer] = []
        self._chatbot = chatbot
        self._state = DialogueState(language)

    def go_on_with(self, chatbot: Chatbot) -> None:
        """Have the following questions answered over another corpus, as after its articles have changed."""
        self._chatbot = chatbot
        self._state = self._state.within(chatbot.corpus)

    def resume(self, answers: Iterable[Answer]) -> None:
        """Go on after these turns as if they had just been held; of several questions in one, the last counts."""
        for answer in answers:
            asked = questions_in(answer.corrected or answer.question)[-1]
            talk = self._talk_of(asked)
            self._take(answer, talk, _proper(asked, self._situation), self._state.only)

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
        in that of the last turn, unless it is `held` to one. What cannot be asked, or fails, leaves no trace.
        """
        questions = questions_in(question)
        if len(questions) > 1 and all(talk_of(one, self._situation).kind == "answer" for one in questions):
            ask_one = partial(
                self.ask, top=top, held=held, alone=alone, as_typed=as_typed, open_article=open_article, only=only
            )
            before = self.answers[:], self._state
            try:
                answers = [ask_one(one, report=report) for one in questions]
            except BaseException:
                self.answers, self._state = before
                raise
            self.answers[-len(questions) :] = [answer_to_all(question, questions, answers)]
            return self.answers[-1]
        is_limited = only is None and bool(self._state.only)
        only = self._state.only if only is None else only
        talk = self._talk_of(question)
        shown = question if talk.kind == "answer" else without_neutral_words(question)
        language = held or detect_language(shown, self._state.language)
        replies = Replies(self._chatbot, language, self._state, self.answers, only, open_article)
        asks = talk.kind == "answer" or (
            talk.told == "citation" and self._spelt_out(parse_question(question, language))
        )
        if not asks and (reply := replies.reply(talk, question)):  # "5?", after a question about the fourth, asks
            return self._take(reply, talk)
        proper = _proper(question, self._situation)
        if scope := proper.scope:
            articles = replies.meant(scope.said, scope.name)
            if not articles and (scope.name or replies.choice(scope.said).places):
                return self._take(replies.no_article(question, scope.name), talk)
            only = tuple(article.name for article in articles) or only
        parsed = parse_question(proper.text, language)
        spoken = held or self._state.language
        ask = partial(self._chatbot.answer, top=top, language=spoken, as_typed=as_typed, report=report)
        answer = ask(parsed, only=only) if alone else self._in_context(parsed, ask, only, corrects=proper.corrects)
        named = " ".join(parsed.subject or [word.form for word in opened_words(parsed)])
        if named and not answer.found and (works := replies.works(question, named)):
            return self._take(works, talk)  # of who may have written an article
        if is_limited and answer.found and only == self._state.only:
            searched = message("searched in", answer.language, titles=self._chatbot.corpus.titles(only))
            answer = replace(answer, opening=f"{searched} {answer.opening}")
        return self._take(
            replace(answer, question=question), talk, proper._replace(text=answer.corrected or proper.text), only
        )

    @property
    def _situation(self) -> Situation:
        """What the next text may lean on."""
        last = self.answers[-1].kind if self.answers else None
        return Situation(last, bool(self._state.shown), self._chatbot.has_word)

    def _talk_of(self, said: str) -> Talk:
        """What kind of thing a text is; the name in it that is no more than "him" is who was talked about."""
        talk = talk_of(said, self._situation)
        is_him = is_pronoun(talk.name) and talk.kind != "metadata"
        return replace(talk, name=" ".join(self._state.subject)) if is_him else talk

    def _in_context(
        self, question: Question, ask: Callable[..., Answer], only: Collection[str], *, corrects: bool
    ) -> Answer:
        """The answer to a question, by `ask`, in the light of what was said and shown before it."""
        leans = question_problem(question) is None and points_back(question)
        at_hand = self._state.at_hand
        ask = partial(ask, at_hand=at_hand if is_short(question) else None)
        last = next((answer for answer in reversed(self.answers) if answer.kind != "more"), None)
        near = {one.article for one in last.key_sentences} if last and last.kind in SHOWING_KINDS else set()
        if not near and at_hand and not question.content_words:
            near = {at_hand}  # "wanneer was dat?", of what was just quoted
        near = near.intersection(only) if only else near
        context = self._state.subject if leans else ()
        if leans and near and (answer := ask(question, context=context, only=near)).found:
            return answer
        meant = self._spelt_out(question, corrects=corrects) if leans else None
        if meant:
            full, context = meant
            kept = [one for one in full.content_words if one not in question.content_words and not is_filler(one)]
            carried = tuple(dict.fromkeys((*context, *kept)))[:CONTEXT_WORD_LIMIT]
            answer = ask(full, context=context, only=only)
            if answer.tells_of(_own_words(question, full, answer)):
                return replace(answer, context=carried)
            answer = ask(question, context=carried, only=only)
            return answer if answer.tells_of(_own_words(question, question, answer)) else answer.as_closest
        return ask(question, context=context, only=only)

    def _spelt_out(self, question: Question, *, corrects: bool = False) -> tuple[Question, tuple[str, ...]] | None:
        """The last question of the thing that this one names, "How many has Iran?" for "And Iran?", and its context."""
        last = self._state.question
        if last is None:
            return None
        is_name, context = self._chatbot.lexicon.is_name, self._state.context
        meant = spelt_out(question, last, context, is_name, self._likeness, corrects=corrects)
        if meant is None:
            return None
        full = parse_question(meant[0], last.language)
        return replace(full, language=question.language), meant[1]  # which is that of the reply

    def _likeness(self, text: str, others: Sequence[str]) -> list[float]:
        own, *vectors = self._chatbot.engine.light.encode([text, *others])
        return [float(own @ vector) for vector in vectors]

    def _take(self, answer: Answer, talk: Talk, asked: _Proper | None = None, only: Collection[str] = ()) -> Answer:
        """Add an answer to the turns, to a question that `asked` something of the articles in `only`, if it was one."""
        state, told = self._state, last_told(self.answers)
        self.answers.append(answer)
        if asked is None or answer.kind != "answer":
            self._state = state.after_reply(answer, talk, told)
            return answer
        question, context = parse_question(asked.text, answer.language), answer.context
        if answer.found:
            meant = self._spelt_out(question, corrects=asked.corrects) if context else None
            named = question.content_words if meant else ()
            question, context = meant or (question, context)
            met = {word for one in answer.citations for match in one.matches for word in match.query.split()}
            is_name = self._chatbot.lexicon.is_name
            subject = subject_after(question, named, state.subject, met, leaning=bool(context), is_name=is_name)
            self._state = replace(
                state,
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
        elif question_problem(question) is None:
            self._state = replace(state, language=answer.language)
        return answer


def _own_words(question: Question, asked: Question, answer: Answer) -> list[str]:
    """The content words of a question as they were spelt where it was `asked` with others."""
    others = {*asked.content_words}.difference(question.content_words)
    spelt = parse_question(answer.corrected, question.language) if answer.corrected else asked
    return [word for word in spelt.content_words if word not in others]
