"""Findings: what was found for a question, and the citations and sentences in which it is quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.answers.answer import KeySentence, Quotations, quotations
from chatbot.answers.citation import Citation, Match
from chatbot.answers.duplicates import is_duplicate
from chatbot.answers.key_sentences import RankedSentence
from chatbot.answers.ranking import RankedPassage, Ranking
from chatbot.index.query import NEARLY_AS_LIKE, Alternative, QueryTerm
from chatbot.passages.passage import Passage
from chatbot.text.analysis import terms
from chatbot.text.spans import Span

MATCH_FLOOR = 0.38
"""Words that weigh less than this for a word of the question are no reason that a user would see.

They may have helped the ranking. Of some twenty drawn by chance from below it about half made no sense, and from 0.45
on one in five.
"""

SPELLING_MATCH_FLOOR = 0.65  # the same for words that are only spelt alike, by how alike they are


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for a question: the passages that are cited, and all of their sentences, the best first."""

    ranking: Ranking
    cited: tuple[RankedPassage, ...]
    sentences: tuple[RankedSentence, ...]

    def quoting(self, sentences: Sequence[KeySentence]) -> Quotations:
        """The passages as citations, and these of their sentences.

        Those that no sentence stands in follow by rank. Each has its best sentence.
        """
        best = {one.quoted.citation: (one.quoted.start, one.quoted.end) for one in reversed(self.sentences)}
        ranked = enumerate(self.cited, 1)
        cited = [cite(one.passage, best[place], self.ranking.query, one.score) for place, one in ranked]
        return quotations(((cited[one.citation - 1], one) for one in sentences), cited)


def distinct(ranking: Ranking, top: int) -> tuple[RankedPassage, ...]:
    """The first `top` passages of a ranking, near-duplicates left out."""
    chosen: list[RankedPassage] = []
    for ranked in ranking.passages:
        text = ranked.passage.text
        if len(chosen) < top and not any(is_duplicate(text, other.passage.text) for other in chosen):
            chosen.append(ranked)
    return tuple(chosen)


def cite(passage: Passage, best: Span, query: Sequence[QueryTerm] = (), score: float = 0.0) -> Citation:
    """A passage as a citation, yet without its own number, with its best sentence and the words that met the query."""
    headers = [passage.article.text[slice(*header)] for header in passage.headers_above]
    return Citation(
        number=1,
        article=passage.article.name,
        title=passage.article.title,
        section=passage.section,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        score=round(score, 4),
        highlights=(best,),
        matches=tuple(_matches(passage, query, best)),
        page=passage.article.page_at(best[0]),
        page_label=passage.article.page_label_at(best[0]),
        table_header=headers[0] if headers else None,
        author=passage.article.author,
        date=passage.article.date,
    )


def _is_reason(alternative: Alternative) -> bool:
    if alternative.spelt_alike:
        return alternative.similarity >= SPELLING_MATCH_FLOOR
    return alternative.weight >= MATCH_FLOOR


def _matches(passage: Passage, query: Sequence[QueryTerm], best: Span) -> Iterator[Match]:
    """For each word of the question, the likest words of the passage, those of the best sentence first.

    A pair of words is a match only of a word that neither of the two matched alone.
    """
    article = passage.article
    places: defaultdict[str, list[tuple[bool, int, int]]] = defaultdict(list)
    for term, word in terms(article.plain, article.language, passage.start, passage.end):
        places[term].append((not best[0] <= word.start < best[1], word.start, word.end))
    matched: set[int] = set()
    for query_term in query:
        present = {
            term: alternative
            for term, alternative in query_term.alternatives.items()
            if term in places and _is_reason(alternative)
        }
        likest = max((alternative.weight for alternative in present.values()), default=0.0)
        for term in sorted(term for term, found in present.items() if found.weight >= NEARLY_AS_LIKE * likest):
            for _, start, end in sorted(places[term]):
                if query_term.is_pair and start in matched:
                    continue
                matched.add(start)
                form = article.text[start:end]
                yield Match(query_term.text, form, round(present[term].similarity, 3), start, end)
