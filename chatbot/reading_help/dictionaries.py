"""Dictionaries: the Dutch-English ones in dictd format that lie on the system, read where they are.

That is the format of the DICT server of Linux systems (RFC 2229, dictfmt). `NAME.index` has a line for each headword,
with the place and the length of its entry in `NAME.dict` in bytes, both in base 64; `NAME.dict.dz` is the same text,
compressed so that gzip can read it. An entry is the headword, which FreeDict follows with its pronunciation, and below
it the senses, whose meanings are parted by commas:

    bank /bɑŋk/
    1. bank
    2. bench
"""

from __future__ import annotations

import errno
import gzip
import os
import re
import zlib
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

from chatbot.errors import Trouble
from chatbot.settings import DEFAULT_DICTIONARIES
from chatbot.storage.ordinary_file import read_bytes
from chatbot.text.language_code import Language
from chatbot.text.word_lists import word_count

DICTIONARY_LIMIT = 100_000_000
"""The most bytes of an index or of the text: FreeDict's largest dictionary has 40 MB of text."""

LONGEST_MEANING = 40  # code points: a longer meaning is an explanation, which no gloss has room for
WRONG_PLACES = 0.1  # the share of entries that may begin with another word than the index says; in FreeDict's none does
_ABOUT_ITSELF = ("00database", "00-database")  # how the headwords begin that describe the dictionary itself

_PRONUNCIATION = re.compile(r"\s*(?:/[^/]*/|<[^>]*>)\s*$")
_NUMBER = re.compile(r"^\s*\d+\.\s*")
_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '-]+[^\W\d_]+)*")
"""What a meaning is made of; one with markup, control characters or digits is none."""

Entries = Mapping[str, tuple[str, ...]]  # the meanings of each word, both as they are written


def read_dictd(base: Path) -> Entries:
    """The meanings of each headword, those of all its senses, in their order; 0.2 s for 20,000 headwords.

    `base` is the path without its endings. Raises Trouble where a file cannot be read, or the two do not belong
    together.
    """
    try:
        index = read_bytes(base.with_name(f"{base.name}.index"), DICTIONARY_LIMIT).decode("utf-8")
        return _parse(index, _read_text(base))
    except (EOFError, zlib.error, gzip.BadGzipFile, ValueError) as error:
        raise Trouble("dictionary damaged", path=base) from error
    except OSError as error:
        raise Trouble("dictionary unreadable", path=base, reason=error.strerror) from error


def _parse(index: str, text: bytes) -> Entries:
    """The meanings of each headword; raises ValueError where the index does not belong to the text."""
    meanings: dict[str, tuple[str, ...]] = {}
    total = wrong = 0
    for headword, entry in _entries(index, text):
        total += 1
        first, _, senses = entry.partition("\n")
        written = _clean(_PRONUNCIATION.sub("", first))
        if _letters(written) != _letters(headword):
            wrong += 1
        elif _WORDS.fullmatch(written):
            meanings[written] = _distinct((*meanings.get(written, ()), *_meanings(senses)))
    if wrong > WRONG_PLACES * total:
        raise ValueError
    return meanings


def _read_text(base: Path) -> bytes:
    plain, packed = (base.with_name(base.name + ending) for ending in (".dict", ".dict.dz"))
    if not packed.exists():
        return read_bytes(plain, DICTIONARY_LIMIT)
    with gzip.open(BytesIO(read_bytes(packed, DICTIONARY_LIMIT))) as unpacked:
        text = unpacked.read(DICTIONARY_LIMIT + 1)
    if len(text) > DICTIONARY_LIMIT:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return text


def _entries(index: str, text: bytes) -> Iterator[tuple[str, str]]:
    """Headwords as the index has them, each with its entry; the order of the index says nothing. Raises ValueError."""
    for line in index.splitlines():
        headword, place, size = line.split("\t")[:3]
        start = _number(place)
        end = start + _number(size)
        if end > len(text):
            raise ValueError
        if not headword.startswith(_ABOUT_ITSELF):
            yield headword, text[start:end].decode("utf-8", "replace")


def _number(digits: str) -> int:
    return int.from_bytes(b64decode(digits.rjust(8, "A"), validate=True))


def _meanings(senses: str) -> Iterator[str]:
    for line in senses.splitlines():
        for meaning in re.split("[,;]", _REMARK.sub("", _NUMBER.sub("", line))):
            bare = _clean(meaning).strip(" .…?!")
            if len(bare) <= LONGEST_MEANING and _WORDS.fullmatch(bare):
                yield bare


def _clean(text: str) -> str:
    """The text with accents composed, and plain letters for the ligature ĳ, hyphens and apostrophes."""
    return normalize("NFC", text).translate(_PLAIN).strip(" .…")


_PLAIN = str.maketrans({"ĳ": "ij", "Ĳ": "IJ", "\u2010": "-", "\u2011": "-", "’": "'", "\xa0": " "})


def _letters(headword: str) -> str:
    """All of a headword that dictfmt may be told to compare."""
    return "".join(filter(str.isalnum, _clean(headword))).casefold()


INSTALL_COMMAND = "sudo apt install dict-freedict-nld-eng"
"""What installs a dictionary on Debian, Ubuntu and what descends from them."""

_DUTCH_ENGLISH = re.compile(r"(?:\b|_)(?:nld|dut|nl|dutch)[-_](?:eng|en|english)(?:\b|_)", re.IGNORECASE)
"""How the name of a Dutch-English dictionary shows it: freedict-nld-eng."""

_ENDING = re.compile(r"\.(?:index|dict|dict\.dz)$")

ENTRY_SAMPLE_SIZE = 500  # headwords and meanings by which the languages of a dictionary are recognised

LEAST_KNOWN_ENTRIES = 0.5
"""The least share of them that the word lists of both languages have; they have 94 and 83 % of FreeDict's, and 22 % of
the headwords of its English-Dutch one."""


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
            elif (index := place.with_name(f"{_ENDING.sub('', place.name)}.index")).exists():
                found.append(index.with_suffix(""))
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
                meanings[headword] += map(_without_accents, of_headword)
        self._dutch = {headword: _distinct(of_headword) for headword, of_headword in meanings.items()}

    def has(self, word: str, language: Language) -> bool:
        """Whether a word of that language is there as it is written."""
        return word in (self._dutch if language == "nl" else self._english)

    def meanings(self, word: str, language: Language) -> tuple[str, ...]:
        """The meanings of a word of that language as it is written; none where it is not there.

        A fifth of FreeDict's English meanings have lost a space, "fightagainst": they are left out beside others.
        """
        if language == "en":
            return self._english.get(word, ())
        meanings = self._dutch.get(word, ())
        known = (one for one in meanings if all(word_count(part, "en") for part in re.split("[ -]", one)))
        return tuple(known) or meanings

    @cached_property
    def _english(self) -> Mapping[str, tuple[str, ...]]:
        """The Dutch-English dictionaries turned round: FreeDict's English-Dutch one lacks 94 of the commonest words."""
        headwords: defaultdict[str, list[str]] = defaultdict(list)
        for headword, meanings in self._dutch.items():
            for meaning in meanings:
                headwords[meaning.removeprefix("to ")].append(headword)
        return {meaning: _distinct(words) for meaning, words in headwords.items()}


def _check_languages(path: Path, entries: Entries) -> None:
    """Raises Trouble where the headwords are not Dutch, or the meanings not English."""
    firsts = [meanings[0].split(" ")[0] for meanings in entries.values() if meanings]
    if min(_known_share(list(entries), "nl"), _known_share(firsts, "en")) < LEAST_KNOWN_ENTRIES:
        raise Trouble("dictionary of others", path=path)


def _known_share(texts: Sequence[str], language: Language) -> float:
    """The share of words that a list of the language has, of those texts of a sample that are one word."""
    words = [text for text in texts[:: -(-len(texts) // ENTRY_SAMPLE_SIZE) or 1] if text.isalpha()]
    return sum(word_count(word, language) > 0 for word in words) / max(1, len(words))


def _without_accents(meaning: str) -> str:
    """The meaning as English mostly writes it: regime, decor."""
    return meaning if meaning.isascii() else "".join(filter(str.isascii, normalize("NFKD", meaning)))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
