"""The dictd format: a bilingual dictionary as the DICT server of Linux systems keeps it (RFC 2229, dictfmt).

`NAME.index` has a line for each headword, with the place and the length of its entry in `NAME.dict` in bytes, both in
base 64; `NAME.dict.dz` is the same text, compressed so that gzip can read it. An entry is the headword, which FreeDict
follows with its pronunciation, and below it the senses, whose meanings are parted by commas:

    bank /bɑŋk/
    1. bank
    2. bench
"""

from __future__ import annotations

import gzip
import re
import unicodedata
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from chatbot.errors import Trouble
from chatbot.storage.ordinary_file import TooLargeError, read_bytes

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


def read_dictd(base: Path) -> Mapping[str, tuple[str, ...]]:
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


def _parse(index: str, text: bytes) -> Mapping[str, tuple[str, ...]]:
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
            meanings[written] = tuple(dict.fromkeys((*meanings.get(written, ()), *_meanings(senses))))
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
        raise TooLargeError
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
    composed = unicodedata.normalize("NFC", text)
    return " ".join(composed.translate(_PLAIN).split(" ")).strip(" .…")


_PLAIN = str.maketrans({"ĳ": "ij", "Ĳ": "IJ", "\u2010": "-", "\u2011": "-", "’": "'", "\xa0": " "})


def _letters(headword: str) -> str:
    """All of a headword that dictfmt may be told to compare."""
    return "".join(filter(str.isalnum, _clean(headword))).casefold()
