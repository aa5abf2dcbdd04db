"""Sentences: where a paragraph may be cut, and the marks in it that point to notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.spans import Span

_PAGE = r":\d{1,4}(?:[-–]\d{1,4})?(?!\w)"
_BRACKETED = rf"\[\^?(?:[0-9]{{1,3}}|[a-z])\](?:{_PAGE})?"  # [1], [^1], [12]:45

_NOTE_MARK = re.compile(
    rf"(?:{_BRACKETED}|[⁰¹²³⁴-⁹†‡]{{1,3}}"
    r"|(?<=[.!?…\])])\[[^\[\]\n]{2,30}\]"  # what encyclopedias write to a sentence: "[citation needed]", "[note 3]"
    r"|(?<=[a-zà-ÿ]{2}[.!?])\^?\d{1,2}(?:[,–-]\d{1,2})*(?=\s+[A-ZÀ-Ý]|\s*$)"  # once raised: "the gate.3 Since"
    r")"
)
"""A mark of a note, which is no word, written to the end of a word or a sentence."""

_AT_END = re.compile(rf"(?<=[.!?…\"'”’»)\]*_])(?:{_NOTE_MARK.pattern})+$")
_IN_TEXT = re.compile(rf"(?<=[\w.,;:!?\"'”’)\]>*]){_BRACKETED}")

_BOUNDARY = re.compile(
    rf"""
    (?<![.!?…]) (?!(?<=\()[!?]\)) (?P<stop>[.!?…]++)            # the end of a sentence, not "(!)",
    (?P<closing>["'”’»)\]*_]*+ (?:{_NOTE_MARK.pattern})*+)        # of any emphasis, and the marks of its notes
    (?: \s++ (?=["'“‘„«(\[*_]*+ (?:[€$£]\s?)?+ [^\W_a-zà-ÿ]    # then white space and a capital, a digit or an amount
              | ['’‘][a-z][\s-])                                # or a clitic: "'s Avonds"
      | (?=[A-ZÀ-Ý][a-zà-ÿ]) )                                  # or a capitalised word that lost its space
    """,
    re.VERBOSE,
)

_ABBREVIATIONS = frozenset(
    # Dutch
    "a.d a.h.v b.v bijv blz burg burgem c.q ca d.d d.i d.m.v d.w.z dhr dr drs ds evt excl fam geref i.c i.h.b i.o "
    "i.p.v i.s.m i.t.t i.v.m incl ing ir jhr jkvr jo kapt kard kol lt m.a.w m.b.t m.b.v m.i m.m.v m.n m.u.v mej mevr "
    "mgr mr mw n.a.v nr nrs o.a o.b.v o.i.v o.l.v o.m ong pag plm plv prof prot resp sgt ste stg t.a.v t.b.v t.e.m "
    "t.g.v t.h.v t.n.v t.o.v t.w v v.a vgl vnl weth wnd z.g zgn zog "
    # English
    "a.k.a adm approx brig capt cf cmdr dept e.g eds esp fr gov hon i.e insp maj messrs mrs ms mt nos p.a pp pres "
    "rev sen supt viz vs "
    # first names
    "chas geo jas thos wm".split()
)
"""Abbreviations that stand before something, so that the capital after them begins no sentence; in lower case, without
the last stop. Those that end a list ("etc.") are not here: a capital after them does begin one."""

_OPEN_ABBREVIATIONS = frozenset(
    "afd alg apr assn assoc aug ave bros bv co col corp dec ed fa feb febr gebr gem gen inc joh jul jun maatsch mrt "
    "nov nv oct okt prop rep seb secr sep sept st univ mon tue tues wed thu thur thurs fri".split()
)
"""Abbreviations that stand before something and at the end of sentences both, or are written like another word."""

_BEFORE_DIGIT = re.compile(r"[^\W\d_][a-zà-ÿ]{0,3}°?|§")
"""Before a digit any short word may be an abbreviation: "geb. 4 mei", "max. 120", "art. 5". Few sentences begin so."""

_BEFORE_NUMBERS = frozenset(
    "afl al app art bl bijl ch est fig geb gest h hst jan kap mar max min n° no nbr op overl par sec tel vol §".split()
)
"""Abbreviations only where a Roman numeral follows: other words are written alike."""

_SYMBOLS = frozenset("cd cl cm dm dvd gb hl hz kb kg km kw ml mm pc tb tv wc".split())
"""Words without vowels that are written without a stop, so that the stop after them ends a sentence."""

_CAPITALISED = frozenset("Arch Det Kon Min Ned Past Ver".split())
"""Abbreviations only with a capital, within a sentence: "de Kon. Marine" and "Past. Kok", but not "in the past"."""

_STARTERS = (DUTCH | ENGLISH | frozenset("niemand niets nobody nothing none later".split())) - {"an", "may", "will"}
"""Words that, with a capital, begin a sentence: no name is written like them."""

_UNIT = re.compile(r"\d\s?[ghmu]$")  # after a number: "om 13.30 u.", "over 5 m."
_PARTICLES = frozenset("de den der des te ten ter van".split())  # words that belong to a name after initials
_FIRM = re.compile(r"\b[^\W\d_a-zà-ÿ][\w'’-]*+,? (?:B\.V|N\.V|C\.V|V\.O\.F)$")  # the form of a firm behind its name
LONGEST_MARKS = 100  # code points before the end of a sentence among which the marks of its notes are looked for
LONGEST_TOKEN = 60  # how far back, in code points, the word before a stop is looked for: all abbreviations are shorter

_WORD_PART = r"[^\s(\[\"'“‘„«*_/]++"
_LAST_TOKEN = re.compile(rf"{_WORD_PART}(?:'{_WORD_PART})*+$")
_NEXT_WORD = re.compile(r"[\"'“‘„«(\[*_€$£]*+\s?(?P<word>\d|(?![A-ZÀ-Ý]\.)[^\W\d_]+)?")  # no initial: "J. A. Bos"
_INITIALS = re.compile(r"(?:IJ|[A-ZÀ-Ý])(?:(?:\.-?|-)(?:IJ|[A-ZÀ-Ý]))*")
_SHORT_PARTS = re.compile(r"[^\W\d_]|[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")
_NUMERAL = re.compile(r"\d|[IVXLC]{2,}")
_NO_VOWELS = re.compile(r"[b-df-hj-np-tv-xz]{2,5}", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-z]")


def blank_note_marks(text: str) -> str:
    """`text` with spaces for the marks of its notes, so that they are no words and offsets hold."""
    return _IN_TEXT.sub(lambda found: " " * len(found[0]), text)


def end_before_note_marks(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` ends without the marks of notes behind its last stop."""
    found = _AT_END.search(text, max(start, end - LONGEST_MARKS), end)
    return found.start() if found else end


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
    if found["stop"] != "." or found["closing"].strip(")]*_"):
        return first < found.start()
    token = _LAST_TOKEN.search(text, max(first, found.start() - LONGEST_TOKEN), found.start())
    if token is None:  # it ends a quotation or emphasis, or is one of ". . ."
        return first < found.start()
    word = token.group()
    if found.end() == found.end("closing"):  # no white space: "etc.The", not "N.V." or "www.Site" or "Prof.Bos"
        return word.isalpha() and len(word) > 3 and word.lower() not in _ABBREVIATIONS | _OPEN_ABBREVIATIONS
    following = _NEXT_WORD.match(text, found.end())
    next_word = (following["word"] if following else None) or ""
    if _INITIALS.fullmatch(word):
        is_firm = _FIRM.search(text, max(first, found.start() - LONGEST_TOKEN), found.start())
        names = frozenset() if is_firm else _PARTICLES
        return next_word.lower() in _STARTERS - names
    word = word.rpartition("-")[2] if "." in word else word  # "De Rooij-v.d. Berg"
    before_number = word.lower() in _BEFORE_NUMBERS or (text[found.end()].isdigit() and _BEFORE_DIGIT.fullmatch(word))
    if word.lower() in _ABBREVIATIONS or (before_number and _NUMERAL.fullmatch(next_word)):
        return False
    if not _may_be_abbreviation(word) or _UNIT.search(text, max(first, found.start() - 3), found.start()):
        return True
    return next_word.lower() in _STARTERS


def _may_be_abbreviation(word: str) -> bool:
    """Whether the word may be one that is written short: "a.m", "Ph.D", "mln", "Ltd", but not "TV" or "km"."""
    return bool(
        word.lower() in _OPEN_ABBREVIATIONS
        or word in _CAPITALISED
        or _SHORT_PARTS.fullmatch(word)
        or (_NO_VOWELS.fullmatch(word) and not word.isupper() and word.lower() not in _SYMBOLS)
    )
