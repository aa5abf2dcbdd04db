"""Ellipsis: a question that only names another thing, of which the last question is asked: "And Iran?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from chatbot.answers.follow_up import PREPOSITIONS, names_another, opened_words
from chatbot.text.analysis import is_stop_word
from chatbot.text.question import Question
from chatbot.text.words import whole_words

_DETERMINERS = frozenset("de het een die dat deze dit the a an this that these those".split())
_PRONOUNS = frozenset("hij ze zij hem haar he she it him they them".split())

_DETERMINED = "the"
_PRONOUN = "pronoun"

LEAST_LIKE = 0.2  # cosine: a word that is less like the thing that is named is not replaced by it

OTHER_OPENING = 0.3
"""Taken from the cosine of one that does not stand after the same preposition, or like it after a determiner or not."""


class Place(NamedTuple):
    """A name or another content word of a question, with its sort, the preposition before it and whether a determiner.

    A word of an earlier question has no place in the text: its `start` and `end` are None.
    """

    text: str
    sort: str
    opening: str
    start: int | None = None
    end: int | None = None


def spelt_out(
    question: Question,
    last: Question,
    context: tuple[str, ...],
    is_name: Callable[[str], bool],
    likeness: Callable[[str, Sequence[str]], Sequence[float]],
    *,
    corrects: bool = False,
) -> tuple[str, tuple[str, ...]] | None:
    """The last question about the thing that this one names, and the `context` that it then leans on.

    The thing takes the place of the name, the number or the other word that is most like it; where none is, that of a
    pronoun, or it is added: "How many ships has Iran?", "How many are left in Iran?". None where this question names
    nothing, or asks something else of it than the last one. What `corrects` the last question takes the place of
    something, however little they are alike. `is_name` knows names by the articles; `likeness` has the
    cosines of a text with others.
    """
    asks, asked = ((one.answer_type, one.quantity is not None) for one in (question, last))
    if not names_another(question) or (any(asks) and asks != asked):
        return None
    words = opened_words(question)
    content = [word for word in words if not is_stop_word(word.form, question.language)]
    end = content[-1].end
    opening = ""
    for word in words[: words.index(content[0])]:
        opening = _opening(word.form, opening) or opening
    thing = _place(question.text[content[0].start : end], opening, is_name)
    of_last = _places(last, is_name)
    earlier = (_place(word, thing.opening, is_name) for word in context)
    places = [place for place in (*of_last, *earlier) if place.sort == thing.sort]
    if corrects and not places:
        places = [place for place in of_last if place.opening]
    cosines = likeness(thing.text, [place.text for place in places])
    scores = [
        cosine - OTHER_OPENING * (thing.opening not in (place.opening, *place.opening.split()[1:]))
        for place, cosine in zip(places, cosines, strict=True)
    ]
    is_like = bool(scores) and (corrects or max(scores) >= LEAST_LIKE)
    best = places[scores.index(max(scores))] if is_like else None
    kept = tuple(word for word in context if best is None or best.start is not None or word != best.text)
    if (best is None or best.start is None) and thing.opening in ("", _DETERMINED):
        best = next((place for place in of_last if place.sort == _PRONOUN), best)
    if best and best.start is not None:
        return f"{last.text[: best.start]}{thing.text}{last.text[best.end :]}", kept
    return f"{last.text.rstrip(' ?!.')} {question.text[words[0].start : end]}?", kept


def _places(question: Question, is_name: Callable[[str], bool]) -> list[Place]:
    """The names of a question, each as a whole, and its other content words."""
    found: list[Place] = []
    opening = ""
    for number, word in enumerate(opened_words(question) or whole_words(question.words)):
        if is_stop_word(word.form, question.language):
            if word.form.lower() in _PRONOUNS:
                found.append(Place(word.form, _PRONOUN, "", word.start, word.end))
            opening = _opening(word.form, opening)
            continue
        place = _place(word.form if number else word.form.lower(), opening, is_name)
        place = place._replace(text=word.form, start=word.start, end=word.end)
        last = found[-1] if found else place
        if last.sort == place.sort == "name" and last.end and not question.text[last.end : word.start].strip():
            found[-1:] = [last._replace(text=question.text[last.start : word.end], end=word.end)]
        else:
            found.append(place)
        opening = ""
    return found


def _opening(form: str, before: str) -> str:
    """A preposition, and whether a determiner stands after it, with one more word: all determiners count alike."""
    lower = form.lower()
    if lower in _DETERMINERS:
        return f"{before.removesuffix(_DETERMINED).strip()} {_DETERMINED}".strip()
    return lower if lower in PREPOSITIONS else ""


def _place(text: str, opening: str, is_name: Callable[[str], bool]) -> Place:
    """What stands after an opening; only what is of one sort can be replaced by each other.

    Several words that are neither a name nor after a determiner replace nothing. A name may have a determiner or none.
    """
    if any(map(str.isdigit, text)):
        return Place(text, "number", opening)
    first, *rest = text.split()
    is_determined = opening.endswith(_DETERMINED)
    if first[0].isupper() or (is_name(first) and not is_determined):
        return Place(text, "name", opening.removesuffix(_DETERMINED).strip())
    return Place(text, "phrase" if rest and not is_determined else "word", opening)
