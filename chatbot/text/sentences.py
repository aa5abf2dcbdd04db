"""Sentences: where a paragraph may be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.note_marks import NOTE_MARK
from chatbot.text.spans import Span

_BOUNDARY = re.compile(
    rf"""
    (?<![.!?…]) (?P<stop>[.!?…]++)                              # the end of a sentence,
    (?P<closing>["'”’»)\]*_]*+ (?:{NOTE_MARK.pattern})*+)        # of any emphasis, and the marks of its notes
    (?: \s++ (?=["'“‘„«(\[*_]*+[^\W_a-zà-ÿ]                    # then white space and a capital or a digit
              | ['’‘][a-z]\s)                                   # or a clitic: "'s Avonds"
      | (?=[A-ZÀ-Ý][a-zà-ÿ]) )                                  # or a capitalised word that lost its space
    """,
    re.VERBOSE,
)

_ABBREVIATIONS = frozenset(
    # Dutch
    "a.d b.v bijv blz ca d.d d.i d.w.z dhr dr drs e.v excl fig geb gem ing ir incl i.c i.o i.p.v i.v.m jl jo kol lt "
    "m.a.w m.b.t m.b.v m.i mej mevr mr mw n.a.v nr nrs o.a o.b.v o.l.v o.m ong overl pag plm prof resp sgt st t.a.v "
    "t.e.m t.g.v t.o.v t.w tel v v.a vgl vnl z.g zgn zog "
    # English
    "approx capt cf col dept e.g ed eds fr gen gov hon i.e lt maj messrs mrs ms mt nos p.a pp pres prop rep rev sen "
    "vol vs".split()
)
"""Abbreviations that stand before something, so that the capital after them begins no sentence; in lower case, without
the last stop. Those that end a list or a name ("etc.", "Jr.") are not here: a capital after them does begin one."""

_OPEN_ABBREVIATIONS = frozenset(
    "afd alg bv co corp gebr inc maatsch nv secr apr aug dec feb febr jan jul jun mrt nov oct okt sep sept".split()
)
"""Abbreviations that stand before something and at the end of sentences both."""

_BEFORE_DIGIT = re.compile(r"[^\W\d_][a-zà-ÿ]{0,3}°?|§")
"""Before a digit any short word may be an abbreviation: "geb. 4 mei", "max. 120", "art. 5". Few sentences begin so."""

_STARTERS = (DUTCH | ENGLISH) - {"an", "may", "will"}
"""Words that, with a capital, begin a sentence: no name is written like them."""

_PARTICLES = frozenset("de den der des het 't 's te ten ter van".split())
"""Words that belong to a name after initials."""

LONGEST_TOKEN = 60
"""How far back, in code points, the word before a stop is looked for: all abbreviations are shorter."""

_LAST_TOKEN = re.compile(r"[^\s(\[\"'“‘„«*_/]+$")
_NEXT_WORD = re.compile(r"[\"'“‘„«(\[*_]*+(?P<word>\d|[^\W\d_]+)?")
_INITIALS = re.compile(r"[A-ZÀ-Ý](?:(?:\.-?|-)[A-ZÀ-Ý])*")
_SINGLE_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_NO_VOWELS = re.compile(r"[b-df-hj-np-tv-xz]{2,5}", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\d{1,3}|[A-Za-z]")


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]` in order, without the white space between them."""
    first = start
    for found in _BOUNDARY.finditer(text, start, end):
        if not _ends_sentence(text, first, found):
            continue
        yield first, found.end("closing")
        first = found.end()
    if first < end:
        yield first, end


def _ends_sentence(text: str, first: int, found: re.Match[str]) -> bool:
    """Whether the boundary ends the sentence that begins at `first`, and not an abbreviation or a number."""
    if _ITEM_NUMBER.fullmatch(text, first, found.start()) and found["closing"] in ("", ")"):
        return False
    if found["stop"] != "." or found["closing"]:
        return first < found.start()
    token = _LAST_TOKEN.search(text, max(first, found.start() - LONGEST_TOKEN), found.start())
    if token is None:
        return False
    word = token.group()
    if found.end() == found.end("closing"):  # no white space: "etc.The", not "N.V." or "www.Site"
        return word.isalpha() and len(word) > 3
    following = _NEXT_WORD.match(text, found.end())
    next_word = (following["word"] or "").lower() if following else ""
    if word.lower() in _ABBREVIATIONS or (next_word.isdigit() and _BEFORE_DIGIT.fullmatch(word)):
        return False
    if _INITIALS.fullmatch(word):
        return next_word in _STARTERS - _PARTICLES
    return next_word in _STARTERS if _may_be_abbreviation(word) else True


def _may_be_abbreviation(word: str) -> bool:
    """Whether the word may be one that is written short: "a.m", "mln", "Ltd", but not "TV"."""
    return bool(
        word.lower() in _OPEN_ABBREVIATIONS
        or _SINGLE_LETTERS.fullmatch(word)
        or (_NO_VOWELS.fullmatch(word) and not word.isupper())
    )
