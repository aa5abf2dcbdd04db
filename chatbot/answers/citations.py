"""Citations: the best passages of a ranking, each once, with what made it fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from chatbot.answers.answer import Citation, Match
from chatbot.answers.ranking import RankedPassage, Ranking
from chatbot.index.query import Alternative, QueryTerm
from chatbot.passages.passage import Passage
from chatbot.text.analysis import terms
from chatbot.text.spans import Span

DUPLICATE_SHARE = 0.8
"""Of two passages that share this much of the shorter one's runs of words, one is shown."""

NEARLY_AS_LIKE = 0.85
"""Words of the passage that weigh at least this share of the likest one are told as matches too."""

MATCH_FLOOR = 0.38
"""Words that weigh less than this for a word of the question are no reason that a reader would see.

They may have helped the ranking. Of some twenty drawn by chance from below it about half made no sense, and from 0.45
on one in five.
"""

SPELLING_FLOOR = 0.65
"""The same for words that are only spelt alike, by how alike they are."""

RUN_WORDS = 4
"""Words in a run that two near-duplicates are compared by."""


def distinct(ranking: Ranking, top: int) -> list[RankedPassage]:
    """The first `top` passages of a ranking, near-duplicates left out."""
    chosen: list[RankedPassage] = []
    shown: list[frozenset[tuple[str, ...]]] = []
    for ranked in ranking.passages:
        runs = _runs(ranked.passage.text)
        if len(chosen) < top and not any(_is_duplicate(runs, other) for other in shown):
            shown.append(runs)
            chosen.append(ranked)
    return chosen


def cite(number: int, ranked: RankedPassage, query: Sequence[QueryTerm]) -> Citation:
    """A ranked passage as the citation of that number, with the words of the question that it met."""
    passage, best = ranked.passage, ranked.best_sentence
    return Citation(
        number=number,
        article=passage.article.name,
        title=passage.article.title,
        section=passage.section,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        score=round(ranked.score, 4),
        highlights=(best,),
        matches=tuple(_matches(passage, query, best)),
        page=passage.article.page_at(passage.start),
    )


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.lower().split()
    return frozenset(zip(*(words[offset:] for offset in range(RUN_WORDS)), strict=False)) or frozenset({tuple(words)})


def _is_duplicate(runs: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return len(runs & other) >= DUPLICATE_SHARE * min(len(runs), len(other))


def _is_reason(alternative: Alternative) -> bool:
    if alternative.spelt_alike:
        return alternative.similarity >= SPELLING_FLOOR
    return alternative.weight >= MATCH_FLOOR


def _matches(passage: Passage, query: Sequence[QueryTerm], best: Span) -> Iterator[Match]:
    """For each word of the question, the likest words of the passage, those of the best sentence first.

    A pair of words is told only where it met a word that neither of the two had met alone.
    """
    article = passage.article
    places: defaultdict[str, list[tuple[bool, int, int]]] = defaultdict(list)
    for term, word in terms(article.plain, article.language, passage.start, passage.end):
        places[term].append((not best[0] <= word.start < best[1], word.start, word.end))
    told: set[int] = set()
    for query_term in query:
        present = {
            term: alternative
            for term, alternative in query_term.alternatives.items()
            if term in places and _is_reason(alternative)
        }
        likest = max((alternative.weight for alternative in present.values()), default=0.0)
        for term in sorted(term for term, found in present.items() if found.weight >= NEARLY_AS_LIKE * likest):
            for _, start, end in sorted(places[term]):
                if query_term.is_pair and start in told:
                    continue
                told.add(start)
                form = article.text[start:end]
                yield Match(query_term.text, form, round(present[term].similarity, 3), start, end)
