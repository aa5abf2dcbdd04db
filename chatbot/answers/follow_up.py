"""Follow-up questions: whether a question points back to earlier ones, and which words it takes over from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import takewhile, zip_longest
from operator import itemgetter

from chatbot.text.analysis import is_stop_word
from chatbot.text.language_code import Language
from chatbot.text.preamble import QUESTION_WORD
from chatbot.text.question import Question
from chatbot.text.talk import is_filler
from chatbot.text.words import Word, whole_words

CONTEXT_WORD_LIMIT = 3
"""Words that a question takes over: with two 5 % of the follow-up questions of a development set lose their answer."""


NEGATIONS = frozenset("geen niet niets nooit niemand no not none never nothing nobody without zonder".split())
"""Content words that say nothing of what a question is about."""

PREPOSITIONS = frozenset(
    "van in op bij met voor uit naar over aan tot tegen door sinds vanaf onder tijdens na "
    "of on at by with for from to about into since under during after".split()
)

_OPENING = re.compile(
    r"\W*(?:en|maar|dus|of|ook|hoe zit het met|and|but|so|or|also|what about|how about)\b", re.IGNORECASE
)
"""How a question begins that goes on with the one before."""

_NAMING = re.compile(rf"(?!.*\b{QUESTION_WORD})[^?]*\?+\s*", re.IGNORECASE)
"""A question without a question word, which may do no more than name something: "In 2020?"."""

_WHICH = re.compile(rf"\W*(?:(?:{'|'.join(PREPOSITIONS)})\s+)?(?:welke?|which)\b", re.IGNORECASE)
"""A question that chooses: "tot welke leeftijd?"."""

_WHY = re.compile(r"\W*(?:hoezo|waarom|why|y|how\s+come)(?:\s+(?:niet|not|dan|wel|so|then))*\W*", re.IGNORECASE)
"""A question for the reason of what was said before."""

_PRONOUNS = frozenset(
    "hij ie zij ze haar hem hun hen zijn deze dit daar daarvan daarvoor daarmee daarna daarbij daardoor daarom toen "
    "ervan ervoor ermee erin erop eraan erbij "
    "he she it they these those him her his their its them then".split()
)
"""Words that stand for something said before.

"Het", "er" and "there" are not here, as they mostly stand for nothing, nor is "eruit": "hoe zag de brug eruit?".
"""

_IT = re.compile(
    r"\b(?:mag|mogen|kan|kun|kunt|kunnen|moet|moeten|wil|willen|zal|zullen|zou|zouden|ga|gaan)"
    r"\s+(?:ik|je|jij|u|ge|gij|men|hij|zij|ze|we|wij)\s+het\s+[^\W\d_]+n\W*$",
    re.IGNORECASE,
)
"""Where "het" stands for something: "wanneer mag ik het aansnijden?"."""

_DEMONSTRATIVES = frozenset("die dat this that".split())
"""The same where they open or close a question; within it they mostly begin a clause."""

_POINTING = _DEMONSTRATIVES | frozenset("deze dit these those".split())
"""Words that point at what is named after them."""

_OPENING_WORDS = 4

LONGEST_OPENED = 3
"""Content words: a question of more that opens with "and" says itself what it is about.

With 2 two points fewer of the follow-up questions have their answer among three key sentences, with more as many.
"""

SHORT_QUESTION = 2  # content words of a question that is short

SHORTEST_ALONE = 3
"""Words: a question for a person, a time or a place, or for one of a kind, of no more says too little of it."""

_LONGEST_NAME = 3
"""The most words after its opening in a question that only names something, as in "En de Verenigde Staten?"."""


def is_pronoun(name: str) -> bool:
    """Whether a name is no more than a word for somebody or something said before."""
    return name.lower() in _PRONOUNS | _DEMONSTRATIVES


def names_another(question: Question) -> bool:
    """Whether a question that points back does no more than name another thing: "En Rusland?", "What about Iran?"."""
    words = opened_words(question)
    content = [word for word in words if not is_stop_word(word.form, question.language)]
    return len(words) <= _LONGEST_NAME and any(word.form.lower() not in _PRONOUNS for word in content)


def opened_words(question: Question) -> list[Word]:
    """The words after those with which a question goes on with the one before; none where it does not.

    All are of one that is no more than a number, or stands after a preposition: "5?", "for children?".
    """
    words = whole_words(question.words)
    if opening := _OPENING.match(question.text):
        return [word for word in words if word.start >= opening.end()]
    is_bare = len(words) <= _LONGEST_NAME and _NAMING.fullmatch(question.text)
    is_opened = question.text.rstrip(" ?").isdecimal() or {word.form.lower() for word in words[:1]} <= PREPOSITIONS
    return words if is_bare and is_opened else []


def is_short(question: Question) -> bool:
    """Whether the question says so little that it may stay with the article that was quoted last: "who paid?"."""
    return len(question.content_words) <= SHORT_QUESTION and not question.subject


def points_back(question: Question) -> bool:
    """Whether the question cannot be understood alone: "En Rusland?", "Why did they do that?", "Waarom?".

    On the development set's conversations the first three citations answer 87 % of the follow-up
    questions with this rule, and 82 % where all questions of one or two words of their own lean on
    the earlier ones, which drags new questions that are short to the old subject.
    """
    goes_on = opened_words(question) and len(question.content_words) <= LONGEST_OPENED
    if not question.content_words or goes_on or _WHY.fullmatch(question.text) or _IT.search(question.text):
        return True
    asks = question.answer_type or _WHICH.match(question.text)
    if asks and not question.subject and len(whole_words(question.words)) <= SHORTEST_ALONE:
        return True
    lower = [
        word.form.lower()
        for word, following in zip_longest(question.words, question.words[1:])
        if word.form.lower() != "zijn" or (following and not is_stop_word(following.form, question.language))
    ]  # before a function word, or at the end, "zijn" is a verb and no possessive: "hoeveel schepen zijn er?"
    has_name = any(word.form[0].isupper() for word in question.words[1:])  # "wie is die meneer Benali?"
    at_the_edges = set() if has_name else {*lower[:_OPENING_WORDS], *lower[-1:]}
    return not _PRONOUNS.isdisjoint(lower) or not _DEMONSTRATIVES.isdisjoint(at_the_edges)


def _is_adjective(form: str, language: Language) -> bool:
    """Whether a word looks like a Dutch adjective, where a noun follows it."""
    return language == "nl" and form.islower() and form.endswith("e")


def _pointed_at(question: Question) -> list[str]:
    """The words of what a question points at by its name: "that new hall", and not "the hall that seats many".

    Or puts first, to ask something of it: "and the tour, when does that begin?".
    """
    is_content = [word.form in question.content_words for word in question.words]
    topic_end = question.text.find(",")
    found = [word.form for word, has in zip(question.words, is_content, strict=True) if has and word.end <= topic_end]
    for place, word in enumerate(question.words):
        if word.form.lower() in _POINTING and not any(is_content[max(0, place - 1) : place]):
            after = zip(question.words[place + 1 :], is_content[place + 1 :], strict=True)
            found += [one.form for one, _ in takewhile(itemgetter(1), after)]
    return found


def subject_after(
    question: Question,
    named: tuple[str, ...],
    subject: tuple[str, ...],
    met: Collection[str],
    *,
    leaning: bool,
    is_name: Callable[[str], bool],
) -> tuple[str, ...]:
    """What the conversation is about after a question that found something: at most three of its words.

    What it has `named` in the place of something else comes first, then names, then other words, of those the later
    ones, which are mostly nouns. If it was `leaning` on the `subject` before, the words of that which were `met` by
    what was found stay; a subject none of whose words is met was left. `is_name` knows names by the articles.
    """
    nothing = NEGATIONS | _PRONOUNS
    whole = whole_words(question.words)
    words = [
        word.form
        for word, following in zip_longest(whole, whole[1:])
        if word.form in question.content_words
        and word.form.lower() not in nothing
        and not is_filler(word.form)
        and not (following and following.form in question.content_words and _is_adjective(word.form, question.language))
    ]
    pointed = [word for word in _pointed_at(question) if word in words] if leaning else []
    names = [word for word in words if is_name(word)]
    others = sorted((word for word in reversed(words) if word not in names), key=lambda word: word not in met)
    kept = [word for word in subject if word in met] if leaning else []
    return tuple(dict.fromkeys((*named, *pointed, *kept, *names, *(() if kept else others))))[:CONTEXT_WORD_LIMIT]
