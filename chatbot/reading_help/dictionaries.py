"""Dictionaries: the Dutch-English ones in dictd format that lie on the system, read where they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from chatbot.errors import Trouble
from chatbot.reading_help.dictd import read_dictd
from chatbot.reading_help.run_together import separated
from chatbot.settings import DEFAULT_DICTIONARIES
from chatbot.text.language_code import Language
from chatbot.text.word_lists import dictionary_languages

Entries = Mapping[str, tuple[str, ...]]  # the meanings of each word, both as they are written

INSTALL_COMMAND = "sudo apt install dict-freedict-nld-eng"
"""What installs a dictionary on Debian, Ubuntu and what descends from them."""

_DUTCH_ENGLISH = re.compile(r"(?:\b|_)(?:nld|dut|nl|dutch)[-_](?:eng|en|english)(?:\b|_)", re.IGNORECASE)
"""How the name of a Dutch-English dictionary shows it: freedict-nld-eng."""

_ENDING = re.compile(r"\.(?:index|dict|dict\.dz)$")

ENTRY_SAMPLE_SIZE = 500  # headwords and meanings by which the languages of a dictionary are recognised

LEAST_KNOWN_ENTRIES = 0.5
"""The least share of them that the word lists of both languages have; they have 94 and 87 % of FreeDict's, and 22 % of
the headwords of its English-Dutch one."""


Item = TypeVar("Item")


def find_dictionaries(places: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Trouble, ...]]:
    """The Dutch-English dictionaries at the places, by their paths without endings, and the places that are no good.

    A place is a folder, in which dictionaries of other languages do not count, or a file of a dictionary. That the
    default folder is not there is no trouble.
    """
    found: list[Path] = []
    troubles: list[Trouble] = []
    for place in places:
        try:
            if place.is_dir():
                indexes = sorted(place.glob("*.index"))
                found += [index.with_suffix("") for index in indexes if _DUTCH_ENGLISH.search(index.stem)]
                continue
            base = place.with_name(_ENDING.sub("", place.name))
            if base.with_name(f"{base.name}.index").exists():
                found.append(base)
            elif place not in DEFAULT_DICTIONARIES:
                troubles.append(Trouble("dictionary absent", path=place))
        except OSError as error:  # a folder that may not be entered
            troubles.append(Trouble("dictionary unreadable", path=place, reason=error.strerror))
    return tuple(dict.fromkeys(found)), tuple(troubles)


class Dictionaries:
    """What the dictionaries at some places give, together, from Dutch to English and the other way round."""

    def __init__(self, places: Sequence[Path]) -> None:
        """Read them all; what is wrong with one leaves out that one alone."""
        paths, troubles = find_dictionaries(places)
        self.troubles = list(troubles)
        meanings: defaultdict[str, list[str]] = defaultdict(list)
        for path in paths:
            try:
                entries = read_dictd(path)
                _check_languages(path, entries)
            except Trouble as trouble:
                self.troubles.append(trouble)
                continue
            for headword, of_headword in entries.items():
                meanings[headword] += of_headword
        self._dutch = {headword: _distinct(of_headword) for headword, of_headword in meanings.items()}

    def has(self, word: str, language: Language) -> bool:
        """Whether a word of that language is there as it is written."""
        return word in (self._dutch if language == "nl" else self._english)

    def meanings(self, word: str, language: Language) -> tuple[str, ...]:
        """The meanings of a word of that language as it is written; none where it is not there."""
        if language == "en":
            return self._english.get(word, ())
        return _distinct(separated(_without_accents(meaning)) for meaning in self._dutch.get(word, ()))

    @cached_property
    def _english(self) -> Mapping[str, tuple[str, ...]]:
        """The Dutch-English dictionaries turned round: FreeDict's English-Dutch one lacks 94 of the commonest words."""
        headwords: defaultdict[str, list[str]] = defaultdict(list)
        for headword, meanings in self._dutch.items():
            for meaning in meanings:
                headwords[_without_accents(meaning).removeprefix("to ")].append(headword)
        return {meaning: _distinct(words) for meaning, words in headwords.items()}


def _check_languages(path: Path, entries: Entries) -> None:
    """Raises Trouble where the headwords are not Dutch, or the meanings not English."""
    firsts = [separated(meanings[0]).split(" ")[0] for meanings in _sample(list(filter(None, entries.values())))]
    if min(_known_share(_sample(list(entries)), "nl"), _known_share(firsts, "en")) < LEAST_KNOWN_ENTRIES:
        raise Trouble("dictionary of others", path=path)


def _sample(items: Sequence[Item]) -> Sequence[Item]:
    return items[:: -(-len(items) // ENTRY_SAMPLE_SIZE)] if items else items


def _known_share(texts: Iterable[str], language: Language) -> float:
    """The share of words that a list of the language has, of those texts that are one word."""
    words = [text for text in texts if text.isalpha()]
    return sum(language in dictionary_languages(word) for word in words) / max(1, len(words))


def _without_accents(meaning: str) -> str:
    """The meaning as English mostly writes it: regime, decor."""
    return meaning if meaning.isascii() else "".join(filter(str.isascii, normalize("NFKD", meaning)))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
