"""Sentences: where a paragraph may be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatbot.text.spans import Span

_BOUNDARY = re.compile(
    r"""
    (?<![.!?…]) (?P<stop>[.!?…]++) (?P<closing>["'”’»)\]*_]*+)  # the end of a sentence, and of any emphasis
    (?: \s++ (?=["'“‘„«(\[*_]*+[^\W_a-zà-ÿ])                   # then white space and a capital or a digit
      | (?=[A-ZÀ-Ý][a-zà-ÿ]) )                                  # or a capitalised word that lost its space
    """,
    re.VERBOSE,
)

_ABBREVIATIONS = frozenset(
    # Dutch
    "a.d b.v bijv blz ca d.d d.i d.w.z dhr dr drs e.v excl fig gem ir incl ing i.c i.o i.p.v i.v.m jl kol lt m.a.w "
    "m.b.t m.b.v m.i mej mevr mr mw n.a.v nr nrs o.a o.b.v o.l.v o.m ong pag plm prof resp sgt st t.a.v t.e.m t.g.v "
    "t.o.v t.w tel v.a vgl vnl z.g zgn zog "
    # English
    "approx capt cf col dept e.g ed eds fr gen gov hon i.e lt maj messrs mrs ms mt nos p.a pp pres prop rep rev sen "
    "u.k u.s vol vs".split()
)
"""Abbreviations that stand before something, so that the capital after them begins no sentence; in lower case, without
the last stop. Those that end a list or a name ("etc.", "Jr.") are not here: a capital after them does begin one."""

LONGEST_TOKEN = 60
"""How far back, in code points, the word before a stop is looked for: all abbreviations are shorter."""

_LAST_TOKEN = re.compile(r"[^\s(\[\"'“‘„«]+$")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.?)(?:-?[A-ZÀ-Ý]\.?)*$")
_ITEM_NUMBER = re.compile(r"\d{1,3}$")


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
    if found["stop"] != "." or found["closing"]:
        return first < found.start()
    token = _LAST_TOKEN.search(text, max(first, found.start() - LONGEST_TOKEN), found.start())
    if token is None:
        return False
    word = token.group()
    if _INITIALS.fullmatch(word) and len(word.replace(".", "")) < 3:
        return False
    if _ITEM_NUMBER.fullmatch(word) and token.start() == first:
        return False
    if found.end() == found.end("closing"):  # no white space: "etc.The", not "N.V." or "www.Site"
        return word.isalpha() and len(word) > 3
    return word.lower() not in _ABBREVIATIONS
