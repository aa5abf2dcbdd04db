"""Ellipsis: a question that only names another thing, of which the last question is asked: "And Iran?"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from chatbot.answers.answer import Answer
from chatbot.answers.follow_up import names_another, opened_words
from chatbot.text.analysis import is_stop_word
from chatbot.text.question import Question
from chatbot.text.words import whole_words

_DETERMINERS = frozenset("de het een the a an".split())
_PREPOSITIONS = frozenset(
    "van in op bij met voor uit naar over aan tot tegen door sinds vanaf onder tijdens na "
    "of on at by with for from to about into since under during after".split()
)

LEAST_LIKE = 0.2  # cosine: a word that is less like the thing that is named is not replaced by it

OTHER_PREPOSITION = 0.3
"""Taken from the cosine of one that does not stand after the same preposition, or after none either."""


class Place(NamedTuple):
    """A name or another content word of a question, with its sort and the preposition before it, if any.

    A word of an earlier question has no place in the text: its `start` and `end` are None.
    """

    text: str
    sort: str
    preposition: str
    start: int | None = None
    end: int | None = None


def spelt_out(
    question: Question,
    last: Question,
    context: tuple[str, ...],
    is_name: Callable[[str], bool],
    likeness: Callable[[str, Sequence[str]], Sequence[float]],
) -> tuple[str, tuple[str, ...]] | None:
    """The last question about the thing that this one names, and the `context` that it then leans on.

    The thing takes the place of the name, the number or the other word that is most like it; where none is, it is
    added: "How many ships has Iran?", "How many are left in Iran?". None where this question names nothing, or asks
    something else of it than the last one. `is_name` knows names by the articles; `likeness` has the cosines of a text
    with others.
    """
    asks, asked = ((one.answer_type, one.quantity is not None) for one in (question, last))
    if not names_another(question) or (any(asks) and asks != asked):
        return None
    words = opened_words(question)
    content = [word for word in words if not is_stop_word(word.form, question.language)]
    thing, end = question.text[content[0].start : content[-1].end], content[-1].end
    first = words[0].form.lower()
    preposition, sort = first if first in _PREPOSITIONS else "", _sort(thing, is_name)
    earlier = (Place(word, _sort(word, is_name), preposition) for word in context)
    places = [place for place in (*_places(last, is_name), *earlier) if place.sort == sort]
    cosines = likeness(thing, [place.text for place in places])
    scores = [
        cosine - OTHER_PREPOSITION * (place.preposition != preposition)
        for place, cosine in zip(places, cosines, strict=True)
    ]
    best = places[scores.index(max(scores))] if max(scores, default=0.0) >= LEAST_LIKE else None
    if best and best.start is not None:
        return f"{last.text[: best.start]}{thing}{last.text[best.end :]}", context
    kept = tuple(word for word in context if best is None or word != best.text)
    return f"{last.text.rstrip(' ?!.')} {question.text[words[0].start : end]}?", kept


def tells_of(answer: Answer, words: Collection[str]) -> bool:
    """Whether the first sentence has a word that answers to one of these."""
    first = answer.key_sentences[0]
    matches = answer.citations[first.citation - 1].matches
    return any(match.query in words and first.start <= match.start < first.end for match in matches)


def _places(question: Question, is_name: Callable[[str], bool]) -> list[Place]:
    """The names of a question, each as a whole, and its other content words."""
    found: list[Place] = []
    preposition = ""
    for number, word in enumerate(opened_words(question) or whole_words(question.words)):
        lower = word.form.lower()
        if is_stop_word(word.form, question.language):
            if lower not in _DETERMINERS:
                preposition = lower if lower in _PREPOSITIONS else ""
            continue
        place = Place(word.form, _sort(word.form if number else lower, is_name), preposition, word.start, word.end)
        last = found[-1] if found else place
        if last.sort == place.sort == "name" and last.end and not question.text[last.end : word.start].strip():
            found[-1:] = [last._replace(text=question.text[last.start : word.end], end=word.end)]
        else:
            found.append(place)
        preposition = ""
    return found


def _sort(text: str, is_name: Callable[[str], bool]) -> str:
    """Only what is of one sort can be replaced by each other; several words that are no name replace nothing."""
    if any(map(str.isdigit, text)):
        return "number"
    first, *rest = text.split()
    return "name" if first[0].isupper() or is_name(first) else "phrase" if rest else "word"
