"""Introductions: the sentences that say who or what the subject of a question is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.index.query import NEARLY_AS_LIKE, QueryTerm
from chatbot.passages.passage import Passage
from chatbot.text.analysis import terms
from chatbot.text.language_code import Language
from chatbot.text.question import Question
from chatbot.text.words import Word

FULL_SENTENCE_WORDS = 5  # the words of a full sentence: a shorter one seldom answers a question or introduces anything
TITLE_SHARE = 0.5  # the share of a title's words that the subject must have for the article to be about it

_IS_A = re.compile(
    r"(?:^|[\s,)»”\"'])(?:is|was|zijn|waren|are|were)\s+(?:an?|the|een|de|het|one|éen|één)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"\W*(?:(?:de|het|een|the|an?)\s+)?(?:\w+\s+)?", re.IGNORECASE)

_OFFICE = re.compile(
    r"\W*(?:wie|who)(?:\s+(?:is|was|zijn|waren|are|were)|['’]s)\s+(?:(?:de|het|een|the|an?)\s+)?(?P<office>[^\W\d_][\w-]+)",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r"\s+[^\W\d_a-zà-ÿ][\w'’-]+")
"""The name after an office: "Mayor Anna Bell"."""

_NAME_BEFORE = re.compile(r"[^\W\d_a-zà-ÿ][\w'’-]+,\s+(?:(?:de|het|een|the|an?)\s+)?(?:[\w-]+\s+)?$")
"""The name before an office: "Anna Bell, the new mayor"."""

Place = tuple[int, int]  # the place of a passage in a list, and the number of a sentence in it


def introductions(question: Question, query: Sequence[QueryTerm], passages: Sequence[Passage]) -> frozenset[Place]:
    """The sentences that introduce what the question asks about, one of each article; none if it asks something else.

    That is where the sentence defines it ("X is a …"), or else where the article first mentions it as a name. If an
    article is about it, by its title, any mention will do and other articles do not count. Who holds an office is
    introduced by each sentence that names somebody beside it.
    """
    if not question.subject:
        return _holders(question, query, passages)
    subject = [_likest(word, query) for word in question.subject]
    about = {one.article.name for one in passages if _is_title(one.article.title, one.article.language, subject)}
    defining: dict[str, Place] = {}
    naming: dict[str, Place] = {}
    for place, passage in sorted(enumerate(passages), key=lambda item: item[1].start):
        name = passage.article.name
        for number in range(len(passage.sentences)) if not about or name in about else ():
            words = _mentions(passage, number, subject)
            if words and _defines(passage, number, words[0]):
                defining.setdefault(name, (place, number))
            if words and (name in about or _is_name(passage.sentences[number][0], words)):
                naming.setdefault(name, (place, number))
    return frozenset((naming | defining).values())


def _holders(question: Question, query: Sequence[QueryTerm], passages: Sequence[Passage]) -> frozenset[Place]:
    """The sentences that name somebody as what a question asks for: "Who is the director of …?"."""
    asked = _OFFICE.match(question.text)
    if not asked:
        return frozenset()
    office = _likest(asked["office"].lower(), query)
    return frozenset(
        (place, number)
        for place, passage in enumerate(passages)
        for number, (start, end) in enumerate(passage.sentences)
        for term, word in terms(passage.article.plain, passage.article.language, start, end)
        if term in office
        and (
            _NAME_AFTER.match(passage.article.plain, word.end, end)
            or _NAME_BEFORE.search(passage.article.plain, start, word.start)
        )
    )


def _likest(word: str, query: Sequence[QueryTerm]) -> frozenset[str]:
    """The terms of the articles that mean most nearly the same as a word of the question.

    Weaker matches do not count, or one name would stand for another.
    """
    return frozenset(
        term
        for query_term in query
        if word in query_term.text.split()
        for term, alternative in query_term.alternatives.items()
        if alternative.weight >= NEARLY_AS_LIKE * max(one.weight for one in query_term.alternatives.values())
    )


def _is_title(title: str, language: Language, subject: Sequence[frozenset[str]]) -> bool:
    """Whether a title has the whole subject, and little else."""
    present = [term for term, _ in terms(title, language)]
    named = sum(any(term in word for word in subject) for term in present)
    return not any(word.isdisjoint(present) for word in subject) and named >= TITLE_SHARE * len(present)


def _mentions(passage: Passage, number: int, subject: Sequence[frozenset[str]]) -> list[Word]:
    """The words of the subject in a sentence; none where it lacks one of them or is too short to introduce anything."""
    article = passage.article
    found = [
        (term, word)
        for term, word in terms(article.plain, article.language, *passage.sentences[number])
        if any(term in alternatives for alternatives in subject)
    ]
    present = {term for term, _ in found}
    is_full = len(passage.sentence_text(number).split()) >= FULL_SENTENCE_WORDS
    return [word for _, word in found] if is_full and not any(map(present.isdisjoint, subject)) else []


def _defines(passage: Passage, number: int, first: Word) -> bool:
    """Whether a sentence begins with the subject and says what it is: "Grain is the name of …"."""
    start, end = passage.sentences[number]
    text = passage.article.plain[start:end]
    opening = _ARTICLE.match(text)
    return first.start - start <= (opening.end() if opening else 0) and bool(_IS_A.search(text, first.end - start))


def _is_name(start: int, words: Sequence[Word]) -> bool:
    """Whether the subject is written with capitals within the sentence that starts there, as names are."""
    return all(word.form[0].isupper() or word.form[0].isdigit() for word in words) and words[-1].start > start
