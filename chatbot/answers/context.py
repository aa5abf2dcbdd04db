"""Context: what a question may take from the ones before it in a conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chatbot.answers.reference import only_names
from chatbot.text.question import Question

MOST_WORDS = 3
"""Words that a question takes over: with two 5 % of the follow-up questions of a development set lose their answer."""


NEGATIONS = frozenset("geen niet niets nooit niemand no not none never nothing nobody without zonder".split())
"""Content words that say nothing of what a question is about."""


@dataclass(frozen=True, slots=True)
class Context:
    """The last question that found something: its `subject`, names and nouns, and what it `asked` of it.

    "En Rusland?" after "Hoeveel generaals heeft Venezuela?" takes over what was asked, "En waarom?" the subject.
    """

    subject: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def words_for(self, question: Question) -> tuple[str, ...]:
        """The words that a question takes over which points back."""
        return self.asked if only_names(question) else self.subject

    def after(self, question: Question, *, leaning: bool, is_name: Callable[[str], bool]) -> Context:
        """The context after a question that found something, `leaning` on this one or not.

        A verb may be among the words, but nouns mostly come later in a question, and names are told by the articles.
        """
        words = tuple(word for word in question.content_words if word.lower() not in NEGATIONS)
        if leaning and only_names(question):
            return Context(words[:MOST_WORDS], self.asked)
        names = tuple(word for word in words if is_name(word))
        others = tuple(word for word in words if word not in names)
        asked = (*others, *names)[:MOST_WORDS] or self.asked
        subject = (*self.subject, *names) if leaning else (*names, *reversed(others))
        return Context(tuple(dict.fromkeys(subject))[:MOST_WORDS], asked)
