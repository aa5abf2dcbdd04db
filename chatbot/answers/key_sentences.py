"""Key sentences: the sentences that answer, ranked against each other among all sentences of the cited passages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chatbot.answers.answer import KeySentence
from chatbot.answers.duplicates import is_dispute, is_duplicate
from chatbot.answers.introduction import FULL_SENTENCE_WORDS
from chatbot.answers.ranking import RankedPassage, Ranking
from chatbot.articles.tables import is_filled
from chatbot.index.query import QueryTerm
from chatbot.passages.passage import Passage
from chatbot.passages.quoted import quoted_span
from chatbot.text.analysis import terms
from chatbot.text.language_code import Language
from chatbot.text.spans import overlaps

MOST_KEY_SENTENCES = 3  # key sentences of an answer

SHOWN_MARGIN = 4.0
"""Logits: a sentence that lies farther below the first is not shown, so that one that stands out may stand alone.

With 3.0 one point fewer of the questions have their answer among those shown, with 2.0 three.
"""

ANSWER_LOGIT = 1.8  # weight of a sentence's having what the question asks for
INTRODUCTION_LOGIT = 3.0  # weight of a sentence's introducing what the question wants introduced
FIRST_LOGIT = 0.7  # weight of its standing in the best passage

LONG_SENTENCE_WORDS = 30
"""Words from which on a sentence is as good as a longer one; a short one answers little ("So it was.")."""

SHORT_PENALTY = 3.0
"""Penalty of a sentence of fewer than `FULL_SENTENCE_WORDS` words: it is shown only if no longer one is at hand."""

QUESTION_PENALTY = 4.0
"""Penalty of a sentence that is itself a question: it has the question's words, and seldom answers."""

LINKS_PENALTY = 6.0  # penalty of a line of a collection of links: it has the question's words and never the answer

ROW_PENALTY = 6.0
"""Penalty of a header or caption row, and of a row when another row of its table fits the question clearly better.

Rows share a header, so all score alike.
"""

MET_GAP = 0.1  # by how much more of the question the own cells of that other row must answer to

_LINKS = re.compile(
    r"\W*(?:externe links?|zie ook|bron(?:nen)?|literatuur|voetnoten|noten|external links?|see also|references|sources"
    r"|further reading|bibliography|notes)\s*(?::|$)",
    re.IGNORECASE,
)
"""A section of links, or a line that begins one."""


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence of a cited passage as it may be quoted; `is_typed` where it has what the question asks for.

    Of a row of a table `met` is the share of the question's words that its own cells answer to, without its header.
    """

    quoted: KeySentence
    is_typed: bool
    met: float = 0.0


def rank_sentences(
    ranking: Ranking, cited: Sequence[RankedPassage], logits: Sequence[Sequence[float]]
) -> tuple[RankedSentence, ...]:
    """All sentences of the cited passages, the best first; `logits` has what the reader finds of each of them."""
    candidates = [
        sentence
        for citation, (ranked, own) in enumerate(zip(cited, logits, strict=True), 1)
        for sentence in _scored(ranking, citation, ranked, own)
    ]
    return tuple(sorted(_rows_set_apart(candidates), key=lambda sentence: -sentence.quoted.score))


def _rows_set_apart(sentences: Sequence[RankedSentence]) -> Iterator[RankedSentence]:
    """The sentences, with a penalty for rows of a table of which the question means another row."""
    most_met: defaultdict[tuple[str, str | None], float] = defaultdict(float)
    for sentence in sentences:
        table = sentence.quoted.article, sentence.quoted.table_header
        most_met[table] = max(most_met[table], sentence.met)
    for sentence in sentences:
        quoted = sentence.quoted
        if sentence.met < most_met[quoted.article, quoted.table_header] - MET_GAP:
            quoted = replace(quoted, score=round(quoted.score - ROW_PENALTY, 4))
        yield replace(sentence, quoted=quoted)


def key_sentences(ranked: Sequence[RankedSentence], ranking: Ranking) -> tuple[KeySentence, ...]:
    """The first sentences of a ranking, at most three: none twice, and none that lies far below the first."""
    chosen: list[KeySentence] = []
    for candidate in (sentence.quoted for sentence in ranked):
        is_near = not chosen or candidate.score >= chosen[0].score - SHOWN_MARGIN
        if is_near and len(chosen) < MOST_KEY_SENTENCES and not any(_is_same(candidate, other) for other in chosen):
            chosen.append(candidate)
    found = {
        (ranked.passage.article.name, ranked.passage.article.text[slice(*quoted_span(ranked.passage, number))])
        for ranked in ranking.passages
        for number in range(len(ranked.passage.sentences))
    }
    in_order = sorted(found)
    return tuple(_compared(sentence, in_order) for sentence in chosen)


def nearest_sentences(ranked: Sequence[RankedSentence]) -> tuple[KeySentence, ...]:
    """The best sentence of each article, at most three: what there is where nothing answers."""
    best = {sentence.quoted.article: sentence.quoted for sentence in reversed(ranked)}
    return tuple(sorted(best.values(), key=lambda sentence: -sentence.score)[:MOST_KEY_SENTENCES])


def _compared(sentence: KeySentence, found: Sequence[tuple[str, str]]) -> KeySentence:
    """The sentence with what other articles say in nearly the same words: `found` pairs articles with sentences."""
    others = [(article, text) for article, text in found if article != sentence.article]
    also_in = dict.fromkeys(article for article, text in others if is_duplicate(sentence.text, text))
    disputed = any(is_dispute(sentence.text, text) for _, text in others)
    return replace(sentence, also_in=tuple(also_in), disputed=disputed)


def _scored(
    ranking: Ranking, citation: int, ranked: RankedPassage, logits: Sequence[float]
) -> Iterator[RankedSentence]:
    """The sentences of one passage with their scores."""
    passage, weights = ranked.passage, ranking.calibration
    for number, logit in enumerate(logits):
        start, end = quoted_span(passage, number)
        text, row = passage.article.text[start:end], passage.row(number)
        searched = passage.searched(number) if row else (passage.article.plain, start, end)
        score = (
            logit
            + weights.passage_logit * ranked.score
            + weights.words_logit * _words_met(ranking.query, passage.article.language, *searched)
            + weights.length_logit
            * min(len(passage.sentence_text(number).split()), LONG_SENTENCE_WORDS)
            / LONG_SENTENCE_WORDS
            + ANSWER_LOGIT * ranked.typed[number]
            + INTRODUCTION_LOGIT * ranked.introducing[number]
            + FIRST_LOGIT * (citation == 1)
            - _penalty(passage, number, text)
        )
        header = passage.article.table_header(start)
        quoted = KeySentence(citation, passage.article.name, start, end, text, round(score, 4), table_header=header)
        own = _words_met(ranking.query, passage.article.language, passage.article.plain, start, end) if row else 0.0
        yield RankedSentence(quoted, ranked.typed[number], own)


def _words_met(query: Sequence[QueryTerm], language: Language, text: str, start: int, end: int) -> float:
    """The share of the question's words, by their weight and idf, that those of `text[start:end]` answer to."""
    present = {term for term, _ in terms(text, language, start, end)}
    met = asked = 0.0
    for query_term in query:
        weight = query_term.weight * query_term.idf
        found = present & query_term.alternatives.keys()
        met += weight * max((query_term.alternatives[term].weight for term in found), default=0.0)
        asked += weight
    return met / (asked or 1.0)


def _penalty(passage: Passage, number: int, quoted: str) -> float:
    text, row = passage.sentence_text(number), passage.row(number)
    if row:
        return ROW_PENALTY * (row.header == passage.sentences[number] or not is_filled(quoted))
    is_link = _LINKS.match(text.lstrip()) or _LINKS.match(passage.section or "")
    return (
        LINKS_PENALTY * bool(is_link)
        + SHORT_PENALTY * (len(quoted.split()) < FULL_SENTENCE_WORDS)
        + QUESTION_PENALTY * quoted.rstrip(" \"'”’»)").endswith("?")
    )


def _is_same(one: KeySentence, other: KeySentence) -> bool:
    """Whether two sentences share a part of an article, or say the same."""
    is_overlap = one.article == other.article and overlaps((one.start, one.end), (other.start, other.end))
    return is_overlap or is_duplicate(one.text, other.text)
