"""Words: what a text is made of for ranking, with the place where each stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chatbot.text.spans import Span

SHORTEST_HYPHENATED_PART = 3
"""The part of a hyphenated word is a word of its own from this many letters on: `boten` in
`X-boten`, but not the `X`, which would match any other X."""

SHORTEST_COMPOUND_PART = 4
"""Letters of a word that may be part of a compound, as "rollen" is of "boekrollen": shorter ones are found in most."""

LONGEST_WORD = 100
"""The most code points of a word, twice as many as any dictionary's longest has: a longer run is data of some sort."""

COMMON_WORDS = 50_000
"""Words of which is remembered what was found for them: nearly all of a text is made of fewer than these."""

_RAISED = "⁰¹²³⁴-⁹"  # the mark of a note is written to a word, and no part of it
_LETTER = rf"(?:[^\W_{_RAISED}]|[\u0300-\u036f])"  # with the accents that stand as characters of their own
_LETTERS = rf"{_LETTER}(?:{_LETTER}|\xad+(?={_LETTER}))*"
_LINE_END = r"[ \t]*\n[ \t]*(?:\n\s*(?=[a-zà-ÿ]))?(?!(?:en|of|and|or|tot|to)\b)"
"""The end of a line that a word is broken over, but not of "zee- en luchtmacht"; a scan has blank lines between."""

_HYPHEN = rf"[-\u2010\u2011](?:{_LINE_END})?"
_SIMPLE = rf"{_LETTERS}(?:['’]{_LETTERS})*"
_WORD = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:[-\u2010\u2011]?{_LETTERS})*|(?:[kcdm]?m|ft)[²³](?!\w)|{_SIMPLE}(?:{_HYPHEN}{_SIMPLE})*"
)
"""Numbers with what is written to them, such as 1.500, 19:45, 3rd and 1980-1981, and words such as don't and F-16."""

_PART = re.compile(r"[^-\u2010\u2011\s]+")
_NOTED = re.compile(r"(?P<name>[^\W\d_]{3,})\d{1,2}")
_HYPHENATION = re.compile(
    rf"\xad|(?<=[a-zà-ÿ])[-\u2010]{_LINE_END}(?=[a-zà-ÿ])|(?<=[^\W\d_][-\u2010\u2011]){_LINE_END}(?=[^\W_])"
    rf"|(?<=\d[-\u2010\u2011]){_LINE_END}(?=[^\W\d_])"
)
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_POSSESSIVE = re.compile(r"'(?:s|)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in a text, offsets in code points: `form` is `text[start:end]` without hyphenation."""

    form: str
    start: int
    end: int


def split_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]` in order; a hyphenated word is followed by its longer parts.

    One that ends in one or two digits, which may be the mark of a note, is followed by what stands before them.
    Runs of more than `LONGEST_WORD` code points are left out.
    """
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        if found.end() - found.start() > LONGEST_WORD:
            continue
        form = found.group()
        yield Word(form if form.isalnum() else unhyphenated(form), found.start(), found.end())
        parts = list(_PART.finditer(form))
        if len(parts) > 1:
            for part in parts:
                if len(part.group()) >= SHORTEST_HYPHENATED_PART:
                    yield Word(part.group(), found.start() + part.start(), found.start() + part.end())
        elif noted := _NOTED.fullmatch(form):
            yield Word(noted["name"], found.start(), found.start() + noted.end("name"))


def hyphenations(text: str) -> Iterator[Span]:
    """What is left out of words that are broken over two lines, so that they are whole."""
    return (found.span() for found in _HYPHENATION.finditer(text))


def unhyphenated(text: str) -> str:
    """`text` with those words whole that are broken over two lines; beside a capital or a figure the hyphen stays."""
    return _HYPHENATION.sub("", text)


def normal_form(form: str) -> str:
    """The word as it is compared: lower case, no accents, hyphens, apostrophes or thousands marks.

    A possessive ending goes with its apostrophe: `Trump's` and `Trumps'` are `trump` and `trumps`.
    """
    if form.isascii() and form.isalpha():  # which most are, and of which there is nothing to take off
        return form.lower()
    decomposed = unicodedata.normalize("NFKD", form.lower().replace("’", "'"))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    if bare[:1].isdigit():
        return _THOUSANDS.sub("", bare)
    return re.sub(r"['\-\u2010\u2011]", "", _POSSESSIVE.sub("", bare))


def has_digit(form: str) -> bool:
    """Whether the word is a number, a year or a name with a number, all of which match only themselves."""
    return any(character.isdigit() for character in form)


def whole_words(words: Iterable[Word]) -> list[Word]:
    """The words without those that are parts of a hyphenated one."""
    whole: list[Word] = []
    for word in words:
        if not whole or word.start >= whole[-1].end:
            whole.append(word)
    return whole
