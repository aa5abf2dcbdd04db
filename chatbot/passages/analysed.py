"""What analysis finds in articles, as arrays: it takes little room, can be kept in a file and taken over in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.passages.occurrences import Numbers, Occurrences
from chatbot.passages.string_table import StringTable
from chatbot.storage.array_file import Array
from chatbot.storage.cache import content_key
from chatbot.text.text_keys import Keys


@dataclass(frozen=True, slots=True)
class Analysed:
    """Articles cut into passages and sentences, with their terms and words; numbers run through all articles.

    `keys` are those of the articles, `heads` and `blocks` their records, `passage_counts` and `sentence_counts` say how
    many passages an article and how many sentences a passage has. Spans are code points in the article, `passage_words`
    are lengths in words and `passage_lengths` those in terms. `answer_types` has a column for each type. `passage_keys`
    and `sentence_keys` stand for the texts that are embedded. `terms` occur in passages; `forms` are a term, a tab and
    one of its words, and occur in articles.
    """

    keys: StringTable
    heads: StringTable
    blocks: StringTable
    passage_counts: Numbers
    passage_spans: Numbers
    passage_words: Numbers
    passage_lengths: Numbers
    passage_keys: Keys
    sentence_counts: Numbers
    sentence_spans: Numbers
    sentence_keys: Keys
    answer_types: NDArray[np.bool_]
    terms: Occurrences
    forms: Occurrences

    @property
    def key(self) -> str:
        """A key for these articles, in this order."""
        return content_key(self.keys.text.tobytes())

    @classmethod
    def assembled(cls, parts: Sequence[Analysed], articles: Sequence[tuple[int, int]]) -> Analysed:
        """Articles of several parts, each given as the number of its part and its number there, in that order."""
        chosen = np.array(articles, dtype=np.int64).reshape(-1, 2)
        first_articles = _firsts([len(part.keys) for part in parts])
        article_numbers = first_articles[chosen[:, 0]] + chosen[:, 1]
        passage_counts = _joined(part.passage_counts for part in parts)
        passage_numbers = _members(passage_counts, article_numbers)
        sentence_counts = _joined(part.sentence_counts for part in parts)
        sentence_numbers = _members(sentence_counts, passage_numbers)

        def numbers(name: str, chosen: NDArray[np.int64]) -> Array:
            return _joined(getattr(part, name) for part in parts)[chosen]

        def strings(name: str) -> StringTable:
            return StringTable.of(getattr(parts[part], name)[article] for part, article in articles)

        return cls(
            keys=strings("keys"),
            heads=strings("heads"),
            blocks=strings("blocks"),
            passage_counts=passage_counts[article_numbers],
            passage_spans=numbers("passage_spans", passage_numbers),
            passage_words=numbers("passage_words", passage_numbers),
            passage_lengths=numbers("passage_lengths", passage_numbers),
            passage_keys=numbers("passage_keys", passage_numbers),
            sentence_counts=sentence_counts[passage_numbers],
            sentence_spans=numbers("sentence_spans", sentence_numbers),
            sentence_keys=numbers("sentence_keys", sentence_numbers),
            answer_types=numbers("answer_types", sentence_numbers),
            terms=Occurrences.joined(
                [part.terms for part in parts],
                _new_places(passage_numbers, [len(part.passage_spans) for part in parts]),
            ),
            forms=Occurrences.joined(
                [part.forms for part in parts], _new_places(article_numbers, [len(part.keys) for part in parts])
            ),
        )


def _firsts(counts: Sequence[int]) -> NDArray[np.int64]:
    """The number of the first member of each group."""
    return np.concatenate(([0], np.cumsum(np.asarray(counts, dtype=np.int64))))[:-1]


def _members(counts: Numbers, groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of the members of those groups, in their order."""
    lengths = counts[groups].astype(np.int64)
    firsts = np.cumsum(counts, dtype=np.int64) - counts
    return np.repeat(firsts[groups] - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))


def _new_places(chosen: NDArray[np.int64], sizes: Sequence[int]) -> list[NDArray[np.int64]]:
    """For each part, the place that each of its members gets among the chosen, or -1."""
    places = np.full(sum(sizes), -1, dtype=np.int64)
    places[chosen] = np.arange(len(chosen))
    return np.split(places, np.cumsum(sizes)[:-1])


def _joined(arrays: Iterator[Array]) -> Array:
    return np.concatenate(list(arrays))
