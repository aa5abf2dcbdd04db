"""Several questions in one text, "Who built it? And what did it cost?", and the one answer to all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest

from chatbot.answers.answer import Answer, KeySentence, quotations
from chatbot.answers.key_sentences import MOST_KEY_SENTENCES
from chatbot.messages import message
from chatbot.text.preamble import QUESTION_WORD
from chatbot.text.question import QUESTION_LIMIT
from chatbot.text.subject import asked_subject
from chatbot.text.talk import question_proper

_END = re.compile(r"(?<=[?!.])\s+|\n+|\s+(?=\d[).]\s)")
_NUMBER = re.compile(
    r"^\W*(?:\d[).]\s+|(?:(?:my|de|mijn|the)\s+)?(?:first|second|third|last|eerste|tweede|derde|laatste)"
    r"(?:\s+(?:question|vraag|one))?\s*:\s+)",
    re.IGNORECASE,
)
"""How a list numbers its questions: "1) ", "Second question: "."""

_SHORTEST_WISH = 4  # words of "tell me about X"; a name with nothing around it adds to the question before it
_GOING_ON = re.compile(r"\W*(?:en|maar|dus|and|but|so|also|ook)\W+", re.IGNORECASE)
_VERB = (
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
    r"|zijn|waren|heeft|hebben|had|hadden|kan|kunnen|kon|wordt|worden|werd|werden|zal|zullen|zou|moet|moeten|mag|gaat)\b"
)
_ASKING = re.compile(rf"\W*(?:(?:\w+\s+){{0,2}}?{QUESTION_WORD}|{_VERB}.*\?)", re.IGNORECASE)
"""How a sentence begins that asks: with a question word, maybe after a preposition, or with a verb."""


def questions_in(text: str) -> list[str]:
    """The questions that a text puts one after the other, each with what is told before it.

    There is one in a text in which not each of several sentences that ask begins as a question: "Who was he? A king?".
    """
    if len(text) > QUESTION_LIMIT:
        return [text]
    found: list[str] = []
    told = ""
    for sentence in map(str.strip, _END.split(text)):
        bare = _NUMBER.sub("", sentence)
        if _asks(bare):
            found.append(f"{told} {bare}".strip())
            told = ""
        elif bare.endswith("?"):
            return [text]
        else:
            told = f"{told} {bare}"
    return found if len(found) > 1 and not told.strip() else [text]


def _asks(sentence: str) -> bool:
    proper, _ = question_proper(_GOING_ON.sub("", sentence, count=1) if _GOING_ON.match(sentence) else sentence)
    wishes = len(proper.split()) >= _SHORTEST_WISH and asked_subject(proper) is not None
    return wishes or _ASKING.match(proper) is not None


def answer_to_all(text: str, questions: Sequence[str], answers: Sequence[Answer]) -> Answer:
    """One answer to several questions: the best sentences of each in turn, at most three, by their questions.

    It says which of the questions it leaves open; where that is all of them, it shows what comes closest to the first.
    """
    found = [answer for answer in answers if answer.found] or answers[:1]
    best = islice(filter(None, chain.from_iterable(zip_longest(*map(_quoted, found)))), MOST_KEY_SENTENCES)
    in_order = sorted(best, key=lambda pair: found.index(pair[0]))
    citations, sentences = quotations((answer.citations[one.citation - 1], one) for answer, one in in_order)
    doubtful = next((answer for answer in found if answer.certainty != "answered"), found[0])
    left_open = [one for one, answer in zip(questions, answers, strict=True) if not answer.found]
    unanswered = [message("left open", found[0].language, question=one) for one in left_open if found[0].found]
    return replace(
        doubtful,
        question=text,
        confidence=min(answer.confidence for answer in found),
        opening=" ".join([*unanswered, doubtful.opening]),
        citations=citations,
        corrected=" ".join(answer.corrected or one for one, answer in zip(questions, answers, strict=True))
        if any(answer.corrected for answer in answers)
        else None,
        key_sentences=sentences,
    )


def _quoted(answer: Answer) -> list[tuple[Answer, KeySentence]]:
    return [(answer, sentence) for sentence in answer.key_sentences]
