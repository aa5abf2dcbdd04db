"""The query: the words of a question, each with the terms of the corpus that may answer to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import repeat

from chatbot.encoders.encoder import Encoder
from chatbot.index.bm25 import Bm25
from chatbot.index.bridge import Bridge
from chatbot.text.analysis import term, term_language
from chatbot.text.false_friends import is_false_friend
from chatbot.text.language_code import LANGUAGES, Language
from chatbot.text.question import Question, means_only_itself

SIMILARITY_FLOOR = 0.55  # words less alike than this, after the penalty for hubs, are not taken for each other

ALTERNATIVE_LIMIT = 8
"""The most terms of the corpus, in each language, that are taken for one word of the question, beside its own.

With one limit for both languages, the many words of the one leave no room for those of the other: over Dutch and
English articles together 83 % of the Dutch questions about English ones have their answer among the first five, and
77 % the other way.
"""

LOOKED_AT = 256  # the nearest forms among which alternatives are looked for: of two languages, one may have few words
SIMILARITY_POWER = 2  # an alternative weighs its similarity to this power: near ones count, far ones hardly

NEARLY_AS_LIKE = 0.85
"""The least weight, as a share of the largest, of a term that matches a word of the question as well as the best."""

SPELLING_WEIGHT = 0.5
"""Weight of a word that is only spelt like the question's, times the square of how alike the spellings are.

Such words are looked for where the corpus does not have the question's word itself, as with names (Hussein, Hoessein).
"""

PAIR_WEIGHT = 0.5  # weight of two neighbouring words as one
CONTEXT_WEIGHT = 0.6  # weight of a word of an earlier question, beside the words of the question itself

CONTEXT_SHARE = 0.5
"""If a question only names another thing, the earlier words together weigh at most this share of its own words.

Without it those of a long question swamp the one name. On the development set's conversations the first three citations
answer 87 % of the follow-up questions with and without it, and 82 % where it holds for every follow-up question.
"""


@dataclass(frozen=True, slots=True)
class Alternative:
    """How much a term of the corpus weighs for a word of the question, from 0 to 1, and how alike they are.

    `similarity` is the cosine of the two words, or, where they are only `spelt_alike`, how alike their spellings are.
    """

    weight: float
    similarity: float
    spelt_alike: bool = False


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word, or a pair of words, of the question; a passage scores its best alternative only.

    That is a structured query: a passage with three translations of one word is no better than one with a single
    translation (Pirkola 1998). `weight` is that of the word within the question, and `idf` that of the word itself, or
    of a word in a single passage if none has it.
    """

    text: str
    alternatives: Mapping[str, Alternative]
    weight: float
    idf: float

    @property
    def is_pair(self) -> bool:
        """Whether it is two words of the question taken as one."""
        return " " in self.text


def query_terms(
    question: Question, bm25: Bm25, bridge: Bridge | None, encoder: Encoder, languages: Collection[Language]
) -> tuple[QueryTerm, ...]:
    """The query of the question's words; with a bridge also of its pairs, and with the words that mean the same.

    `languages` are those of the articles.
    """
    texts = (*question.content_words, *(question.pairs if bridge else ()))
    nearest = bridge.nearest(encoder.encode(texts), SIMILARITY_FLOOR, LOOKED_AT) if bridge else repeat([])
    query = []
    for text, neighbours in zip(texts, nearest, strict=False):
        is_pair = text in question.pairs
        alternatives = {} if is_pair else _own_terms(text, question.language, bm25)
        is_known, idf = bool(alternatives), _idf(alternatives, bm25)
        if bridge and not means_only_itself(text):
            alternatives |= _similar(neighbours, _spelt_the_same(text), languages)
            if not is_known:
                for candidate, likeness in bridge.spelt_alike(text).items():
                    weight = SPELLING_WEIGHT * likeness**2
                    if candidate not in alternatives or alternatives[candidate].weight < weight:
                        alternatives[candidate] = Alternative(weight, likeness, spelt_alike=True)
        query.append(QueryTerm(text, alternatives, PAIR_WEIGHT if is_pair else 1.0, idf))
    return tuple(query)


def with_context(
    query: tuple[QueryTerm, ...], context: tuple[QueryTerm, ...], *, outweighed: bool
) -> tuple[QueryTerm, ...]:
    """The query with the words of earlier questions added, at a lower weight than its own.

    With `outweighed`, all of them together weigh at most `CONTEXT_SHARE` of the query.
    """
    own = {query_term.text for query_term in query}
    added: dict[str, QueryTerm] = {}
    for query_term in context:
        if query_term.text not in own:
            added.setdefault(query_term.text, query_term)
    factor = CONTEXT_WEIGHT
    if outweighed:
        own_weight, weight = (
            sum(query_term.weight for query_term in terms if not query_term.is_pair)
            for terms in (query, added.values())
        )
        factor *= min(1.0, CONTEXT_SHARE * own_weight / (CONTEXT_WEIGHT * weight)) if weight else 1.0
    return query + tuple(replace(query_term, weight=factor * query_term.weight) for query_term in added.values())


def _own_terms(form: str, language: Language, bm25: Bm25) -> dict[str, Alternative]:
    """The terms of the word itself: a name or a loan word is the same in both languages.

    A false friend is that of the question's language, unless only articles in the other one have it.
    """
    own = _spelt_the_same(form) & bm25.terms
    if is_false_friend(form):
        own = own & {term(form, language)} or own
    return dict.fromkeys(sorted(own), Alternative(1.0, 1.0))


def _spelt_the_same(form: str) -> frozenset[str]:
    return frozenset(term(form, language) for language in LANGUAGES)


def _idf(own: Iterable[str], bm25: Bm25) -> float:
    return max(map(bm25.idf, own), default=bm25.idf(""))


def _similar(
    neighbours: list[tuple[str, float, float]], itself: Collection[str], languages: Collection[Language]
) -> dict[str, Alternative]:
    """The nearest terms but for those of the word `itself`, `ALTERNATIVE_LIMIT` of each language."""
    left = dict.fromkeys(languages, ALTERNATIVE_LIMIT)
    similar: dict[str, Alternative] = {}
    for candidate, cosine, similarity in neighbours:
        language = term_language(candidate)
        if language and left[language] and candidate not in itself and candidate not in similar:
            left[language] -= 1
            similar[candidate] = Alternative(min(1.0, similarity) ** SIMILARITY_POWER, min(1.0, cosine))
    return similar
