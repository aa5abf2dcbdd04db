"""Key sentences: the sentences that answer, ranked against each other among all sentences of the cited passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chatbot.answers.answer import KeySentence
from chatbot.answers.ranking import RankedPassage
from chatbot.passages.passage import Passage
from chatbot.text.language_code import Language
from chatbot.text.spans import Span
from chatbot.text.words import normal_form, split_words

MOST = 3
"""Key sentences of an answer."""

PASSAGE_LOGIT = 4.0
"""Weight of the score of its passage, beside the logits of a sentence.

Of 1.0 to 4.0 it puts the right sentence first for the most questions of four sets, and among three for as many.
"""

MARGIN = 4.0
"""Logits: a sentence that lies farther below the first is not shown, so that one that stands out may stand alone.

With 5.0 or more as many of the sentences shown are right, with 3.0 two points fewer.
"""

FEWEST_WORDS = 5
"""A shorter sentence seldom answers; it gets a penalty, so that it is shown where there is no longer one at hand."""

SHORT_PENALTY = 3.0

LINKS_PENALTY = 6.0
"""Penalty of a line of a collection of links: it has the question's words and never the answer."""

LONGEST = 70
"""Words of a key sentence together with the one that it goes with: more has to be searched in."""

_LINKS = re.compile(
    r"\W*(?:externe links?|zie ook|bron(?:nen)?|literatuur|voetnoten|noten|external links?|see also|references|sources"
    r"|further reading|bibliography|notes)\s*(?::|$)",
    re.IGNORECASE,
)
"""A section of links, or a line that begins one."""

_POINTING: dict[Language, frozenset[str]] = {
    "nl": frozenset("hij zij ze dit dat deze die hun haar zijn daarom daardoor daarmee daarna daarbij".split()),
    "en": frozenset("he she it they this that these those his her their its".split()),
}
"""Opening words that stand for something in the sentence before."""

_POINTING_PAIRS = frozenset({("de", "twee"), ("beide", "partijen"), ("the", "two"), ("both", "of")})


def key_sentences(cited: Sequence[RankedPassage]) -> tuple[KeySentence, ...]:
    """At most three sentences of these passages, of which the first is citation 1, the best sentence first.

    None is shown twice, and none that lies far below the first.
    """
    ranked = sorted(_candidates(cited), key=lambda candidate: -candidate.score)
    chosen: list[KeySentence] = []
    for candidate in ranked:
        is_near = not chosen or candidate.score >= chosen[0].score - MARGIN
        if is_near and len(chosen) < MOST and not any(_is_same(candidate, other) for other in chosen):
            chosen.append(candidate)
    return tuple(chosen)


def _candidates(cited: Sequence[RankedPassage]) -> Iterator[KeySentence]:
    for citation, ranked in enumerate(cited, 1):
        passage = ranked.passage
        for number, logit in enumerate(ranked.sentence_logits):
            start, end = _self_contained(passage, number)
            score = logit + PASSAGE_LOGIT * ranked.score - _penalty(passage, number)
            yield KeySentence(
                citation, passage.article.name, start, end, passage.article.text[start:end], round(score, 4)
            )


def _self_contained(passage: Passage, number: int) -> Span:
    """The span of a sentence, with the one before that it points back to, or after that its colon announces."""
    first = last = number
    if number and _points_back(passage, number):
        first -= 1
    if passage.sentence_text(number).rstrip().endswith(":") and number + 1 < len(passage.sentences):
        last += 1
    start, end = passage.sentences[first][0], passage.sentences[last][1]
    is_short = len(passage.article.text[start:end].split()) <= LONGEST
    return (start, end) if is_short else passage.sentences[number]


def _points_back(passage: Passage, number: int) -> bool:
    words = (normal_form(word.form) for word in split_words(passage.sentence_text(number)))
    first, second = next(words, ""), next(words, "")
    return first in _POINTING[passage.article.language] or (first, second) in _POINTING_PAIRS


def _penalty(passage: Passage, number: int) -> float:
    text = passage.sentence_text(number)
    is_link = _LINKS.match(text.lstrip()) or _LINKS.match(passage.section or "")
    return LINKS_PENALTY * bool(is_link) + SHORT_PENALTY * (len(text.split()) < FEWEST_WORDS)


def _is_same(one: KeySentence, other: KeySentence) -> bool:
    """Whether two sentences share a part of an article, or say the same to the letter."""
    overlap = one.article == other.article and one.start < other.end and other.start < one.end
    return overlap or one.text.split() == other.text.split()
