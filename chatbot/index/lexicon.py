"""The lexicon: the words of the articles and those of Dutch and English, to tell a misspelt word from a rare one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Set
from functools import cache, cached_property
from importlib.resources import files

import msgspec
import spellchecker
from isal import isal_zlib
from spellchecker import SpellChecker

from chatbot.passages.occurrences import Occurrences
from chatbot.text.analysis import term
from chatbot.text.language import Language
from chatbot.text.words import normal_form

SHORTEST_WORD = 4
"""Words of fewer letters than this have too many neighbours to tell which was meant."""

SHORTEST_DICTIONARY_WORD = 6
"""The same for words that the articles do not have: dictionaries have far more of them."""

_LANGUAGES: tuple[Language, ...] = ("nl", "en")

_BRITISH_AND_AMERICAN = (
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ll", "l"),
)
"""What British and American spelling do differently (colour, realise, litre, defence): the dictionary is American."""

_GZIP_BITS = 16 + isal_zlib.MAX_WBITS
"""What zlib and its like call the format of gzip."""

_WORD = b'\n"'
"""What stands before each word in the file of a dictionary."""


class Lexicon:
    """The words of a corpus, and behind them the dictionaries of both languages."""

    def __init__(self, terms: Set[str], forms: Occurrences) -> None:
        """The terms of the articles, and their words as analysis found them; these are looked at when first needed."""
        self._terms = terms
        self._found = forms

    def knows(self, form: str) -> bool:
        """Whether the articles have the word, in any form of it, or a dictionary does."""
        if any(term(form, language) in self._terms for language in _LANGUAGES):
            return True
        return _is_in_dictionary(form.lower()) or _is_in_dictionary(normal_form(form))

    def correction(self, form: str, language: Language) -> str | None:
        """The word that is written with one letter more, fewer or another, or with two letters swapped.

        Those are 80 % of all errors (Damerau 1964); the first letter, where people seldom err (Yannakoudakis and
        Fawthrop 1983), stays. The commonest word of the articles is taken, else that of the language. None where there
        is no such word, or one that is a form of the same word.
        """
        normal = normal_form(form)
        near = set(self._checker.candidates(normal) or ()) & self._forms.keys()
        words = [self._forms[word] for word in self._forms if word in near and word[0] == normal[0]]
        if not words and len(normal) >= SHORTEST_DICTIONARY_WORD:
            frequencies = _dictionary(language)
            candidates = {word for word in _speller(language).candidates(normal) or () if word[0] == normal[0]}
            words = sorted(candidates, key=lambda word: (-frequencies.get(word, 0), word))
        if not words or term(words[0], language) == term(form, language):
            return None
        return words[0].capitalize() if form[0].isupper() and words[0].islower() else words[0]

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The words of the articles as they mostly stand there, by their normal form, the commonest first."""
        counts: Counter[str] = Counter()
        for string, count in zip(self._found.strings, self._found.totals().tolist(), strict=True):
            form = string.partition("\t")[2]
            if form.isalpha() and len(form) >= SHORTEST_WORD:
                counts[form] += count
        forms: dict[str, str] = {}
        for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            forms.setdefault(normal_form(form), form)
        return forms

    @cached_property
    def _checker(self) -> SpellChecker:
        checker = SpellChecker(language=None, distance=1)
        checker.word_frequency.load_words(list(self._forms))
        return checker


def _is_in_dictionary(form: str) -> bool:
    """Whether the word, in lower case, is in that of either language; British spelling counts."""
    american = [form.replace(british, there) for british, there in _BRITISH_AND_AMERICAN if british in form]
    return any(_has_word("en", word) for word in (form, *american)) or _has_word("nl", form)


def _has_word(language: Language, word: str) -> bool:
    """Whether a language has the word, by bisecting its dictionary as it stands: to decode that takes far longer."""
    text = _dictionary_text(language)
    wanted = word.encode("utf-8", "surrogatepass")
    places = range(text.rindex(_WORD) + 1)

    def word_from(place: int) -> bytes:
        start = text.index(_WORD, place) + len(_WORD)
        return text[start : text.index(b'"', start)]

    place = bisect_left(places, wanted, key=word_from)
    return place < len(places) and word_from(place) == wanted


@cache
def _dictionary_text(language: Language) -> bytes:
    """The words of one language with their frequencies: pyspellchecker's file, JSON with a word a line, in order."""
    packed = (files(spellchecker) / "resources" / f"{language}.json.gz").read_bytes()
    return isal_zlib.decompress(packed, _GZIP_BITS)


@cache
def _dictionary(language: Language) -> dict[str, int]:
    """The same, decoded: a third of what pyspellchecker takes itself."""
    return msgspec.json.decode(_dictionary_text(language), type=dict[str, int])


@cache
def _speller(language: Language) -> SpellChecker:
    """What finds the words of one language that are written much like another, half a second after it is first used."""
    return SpellChecker(language=language, distance=1)
