"""Queries: the words of a question, each with the words of the corpus that may answer to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from chatbot.encoders.encoder import Encoder
from chatbot.index.bm25 import Bm25
from chatbot.index.vocabulary import Neighbours, Vocabulary
from chatbot.text.analysis import is_stop_word, term, term_language
from chatbot.text.language import Language
from chatbot.text.words import Word, has_digit, split_words

SIMILARITY_FLOOR = 0.55
"""Words less alike than this, after hubs are held back, are not taken for each other."""

ALTERNATIVE_LIMIT = 8
"""The most terms of the corpus, in each language, that are taken for one word of the question, beside its own.

Where both languages shared one limit, the many words of the one left no room for those of the other: over the
development set's Dutch articles and four English ones together, 83 % of the Dutch questions about the English ones have
their answer among the first five so, and 77 % the other way.
"""

LOOKED_AT = 256
"""The nearest forms among which alternatives are looked for: of two languages, one may have few words."""

SIMILARITY_POWER = 2
"""An alternative weighs its similarity to this power: near ones count, far ones hardly."""

SPELLING_WEIGHT = 0.5
"""What a word that is only spelt like the question's weighs, times the square of how alike the spellings are."""

PAIR_WEIGHT = 0.5
"""What two neighbouring words weigh as one: English writes two words where Dutch writes one."""

CONTEXT_WEIGHT = 0.4
"""What a word of an earlier question weighs beside the words of the question itself."""

CONTEXT_SHARE = 0.5
"""The most that all words of earlier questions weigh, as a share of a question's own that only names another thing.

Those of a long question swamp the one name else. On the development set's conversations the first three citations
answer 87 % of the follow-up questions with it as without it, and 82 % where it holds for every follow-up question.
"""

SHORTEST_WORD = 3
"""Shorter words than this, in letters, mean too little to have alternatives."""


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

    That is a structured query: a passage with three translations of one word is no better than one
    with a single translation (Pirkola 1998). `weight` is that of the word within the question.
    """

    text: str
    alternatives: Mapping[str, Alternative]
    weight: float

    @property
    def is_pair(self) -> bool:
        """Whether it is two words of the question taken as one."""
        return " " in self.text


def query_terms(
    question: str,
    language: Language,
    index: Bm25,
    vocabulary: Vocabulary,
    encoder: Encoder,
    languages: Collection[Language],
) -> tuple[QueryTerm, ...]:
    """The query that `question` makes over the words of a corpus; empty where it has stop words only.

    `languages` are those that the articles are in.
    """
    words = _words(question, language)
    texts = {word.form: 1.0 for word in words} | dict.fromkeys(_pairs(question, language), PAIR_WEIGHT)
    if not texts:
        return ()
    own = {word.form: _own_terms(word.form, index) for word in words}
    nearest = vocabulary.nearest(encoder.encode(list(texts)), SIMILARITY_FLOOR)
    return tuple(
        QueryTerm(text, _alternatives(text, own.get(text, ()), neighbours, vocabulary, languages), weight)
        for (text, weight), neighbours in zip(texts.items(), nearest, strict=True)
    )


def own_terms(question: str, language: Language, index: Bm25) -> tuple[QueryTerm, ...]:
    """The query of the question's own words alone, for as long as there are no vectors of the corpus's words."""
    forms = dict.fromkeys(word.form for word in _words(question, language))
    return tuple(QueryTerm(form, dict.fromkeys(_own_terms(form, index), Alternative(1.0, 1.0)), 1.0) for form in forms)


def with_context(query: tuple[QueryTerm, ...], context: tuple[QueryTerm, ...]) -> tuple[QueryTerm, ...]:
    """The query with the words of earlier questions added, at a lower weight than its own."""
    own = {query_term.text for query_term in query}
    return query + tuple(
        replace(query_term, weight=CONTEXT_WEIGHT * query_term.weight)
        for query_term in context
        if query_term.text not in own
    )


def outweighed(context: tuple[QueryTerm, ...], query: tuple[QueryTerm, ...]) -> tuple[QueryTerm, ...]:
    """The words of earlier questions with their weights lowered so far that those of the query outweigh them all."""
    weight, own_weight = (
        sum(query_term.weight for query_term in terms if not query_term.is_pair) for terms in (context, query)
    )
    share = min(1.0, CONTEXT_SHARE * own_weight / weight) if weight else 1.0
    return tuple(replace(query_term, weight=share * query_term.weight) for query_term in context)


def _words(question: str, language: Language) -> list[Word]:
    return [word for word in split_words(question) if not is_stop_word(word.form, language)]


def _own_terms(form: str, index: Bm25) -> tuple[str, ...]:
    """The terms of the word itself: a name or a loan word is the same in both languages."""
    candidates: tuple[Language, ...] = ("nl", "en")
    return tuple(sorted({term(form, language) for language in candidates} & index.terms))


def _pairs(question: str, language: Language) -> Iterator[str]:
    """The neighbouring words of the question that may be one word in the other language."""
    whole: list[Word] = []
    for word in split_words(question):
        if not whole or word.start >= whole[-1].end:
            whole.append(word)
    for first, second in pairwise(whole):
        if question[first.end : second.start].strip():
            continue
        if not any(is_stop_word(word.form, language) or _stands_alone(word.form) for word in (first, second)):
            yield f"{first.form} {second.form}"


def _stands_alone(form: str) -> bool:
    """Whether a word has no alternatives: numbers mean only themselves, letters next to nothing."""
    return has_digit(form) or len(form) < SHORTEST_WORD


def _alternatives(
    text: str,
    own_terms: tuple[str, ...],
    neighbours: Neighbours,
    vocabulary: Vocabulary,
    languages: Collection[Language],
) -> dict[str, Alternative]:
    found = {own: Alternative(1.0, 1.0) for own in own_terms}
    if _stands_alone(text):
        return found
    left = dict.fromkeys(languages, ALTERNATIVE_LIMIT)
    for form, cosine, similarity in islice(neighbours, LOOKED_AT):
        if not any(left.values()):
            break
        candidate = vocabulary.terms[form]
        language = term_language(candidate)
        if language and left[language] and candidate not in found:
            left[language] -= 1
            found[candidate] = Alternative(min(1.0, similarity) ** SIMILARITY_POWER, min(1.0, cosine))
    for candidate, likeness in vocabulary.spellings.alike(text).items():
        weight = SPELLING_WEIGHT * likeness**2
        if candidate not in found or found[candidate].weight < weight:
            found[candidate] = Alternative(weight, likeness, spelt_alike=True)
    return found
