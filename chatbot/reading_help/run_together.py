"""Words that stand run together: "fightagainst", as a fifth of FreeDict's Dutch-English meanings have lost a space."""

from __future__ import annotations

import math

from chatbot.text.word_lists import dictionary_languages, total_count, word_counts

SHORTEST_TEXT = 4  # letters: shorter words are not cut
LONGEST_SEPARATED = 16  # letters of the longest word that is looked for

LEAST_SEPARATED_COUNT = 500
"""The least count of a word of more than one letter: rarer ones are names, misprints and syllables."""

CUT_COST = 2.0  # what each word costs beside its own rarity, in nats, so that few long words go before many short ones
HIGHEST_COST = 14.0  # nats a word: above this the words are syllables of one that no list has


def separated(text: str) -> str:
    """English words that stand run together with spaces between them; what is a word already stays.

    The cut is the one of least cost, where a word costs the negative logarithm of its share in the language (Viterbi).
    """
    return " ".join(map(_cut, text.split(" ")))


def _cut(text: str) -> str:
    if len(text) < SHORTEST_TEXT or not (text.isascii() and text.isalpha() and text.islower()):
        return text
    if "en" in dictionary_languages(text):
        return text
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(text) + 1):
        cuts = [
            (best[start][0] + _cost(text[start:end]), (*best[start][1], text[start:end]))
            for start in range(max(0, end - LONGEST_SEPARATED), end)
        ]
        best.append(min(cuts))
    cost, words = best[-1]
    return " ".join(words) if cost <= HIGHEST_COST * len(words) else text


def _cost(word: str) -> float:
    count = word_counts("en").get(word, 0)
    if count < LEAST_SEPARATED_COUNT or (len(word) == 1 and word != "a"):
        return math.inf
    return CUT_COST - math.log(count / total_count("en"))
