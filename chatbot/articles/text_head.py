"""The head of a plain text: labelled lines as of an e-mail, or a title with a byline and a date below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from chatbot.articles.blocks import heading_label
from chatbot.articles.metadata import (
    AUTHOR_NAMES,
    DATE_NAMES,
    TITLE_NAMES,
    Head,
    Metadata,
    iso_date,
    metadata_of,
    told_date,
    without_date,
)

MOST_LINES = 60  # lines of a head: those of an e-mail name every machine that it came by
MOST_ABOVE = 6  # the most fields above those that tell of the article
LONGEST_LINE = 120  # the most code points of a line that is a byline or a date
MOST_NAME_WORDS = 10  # words of the names of those who wrote a text
TITLE_WORD_LIMIT = 14  # a first line of more words than this is running text, not a title

_LINE = re.compile(r"^[ \t]*(?P<line>\S(?:.*\S)?)", re.MULTILINE)
FIELD = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_][\w .-]{0,24}?)[*_]{0,2}[ \t]*::?[*_]{0,2}(?=\s|$)[ \t]*(?P<value>.*)")
TOLD_NAMES = frozenset((*TITLE_NAMES, *AUTHOR_NAMES, *DATE_NAMES))
_OTHER_NAMES = frozenset(
    "to aan naar cc bcc message received importance belang bijlage bijlagen attachments bron source krant publicatie "
    "medium publication editie edition pagina page pages blz sectie section rubriek url link tags taal language "
    "words".split()
)
"""Names of fields that are not told of an article; those with a hyphen, as e-mails have, are not listed."""

_CAPITAL = r"[^\W\d_a-zà-ÿ][\w.’'-]*"
_PARTICLE = r"(?:en|and|van|de|der|den|ten|ter|het|von|’t|'t)\b"
_DESK = r"(?:redact|verslagge|correspond|report|editor|staff)\w*"
_NAMES = rf"{_CAPITAL}(?:[ ,&]+(?:{_PARTICLE}|{_CAPITAL}))"
_DONE_DUTCH = r"geschreven|opgetekend|opgesteld|samengesteld|tekst|interview|verslag|reportage|recensie|column|notulen"
_DONE_ENGLISH = r"written|compiled|prepared|story|words|text|report(?:ing)?|interview|review|column|minutes"
_BY_DUTCH = rf"(?i:(?:(?:{_DONE_DUTCH})\s)?door)|[Tt]ekst"
_BY_ENGLISH = rf"(?i:(?:(?:{_DONE_ENGLISH})\s)?by)"
_BYLINE = re.compile(
    rf"[*_]{{0,2}}(?:(?:{_BY_DUTCH}|{_BY_ENGLISH})\b:?\s+(?P<name>{_NAMES}+)"
    rf"|(?:[Vv]an|[Dd]oor|[Bb]y) (?P<desk>(?:(?:onze|een|de|our|an?|the) )?(?:[\w-]+ )?{_DESK})"
    rf"(?:,? (?P<staff>{_NAMES}*))?)[*_]{{0,2}}"
)
"""A line that names who wrote the text: two words with capitals at least, or an office."""

_PLACE_OPENING = (
    r"(?:New|Den|Los|San|Santa|Sint|Saint|St|La|Las|El|Rio|Hong|Tel|Port|Fort|Cape|North|South|The|De|Het)\b"
)
_BARE_NAME = re.compile(rf"[*_]{{0,2}}(?!{_PLACE_OPENING})(?P<name>{_NAMES}{{1,3}})[*_]{{0,2}}")
"""A name alone, which below a title and beside a date or above one is that of the author; not of two words' place."""

_PLACE = re.compile(rf"^[*_]{{0,2}}{_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}},\s+")
"""Where a text was written, before the date: "Tilburg, 9 november 2024"."""

_BESIDE_DATE = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)da[gy]"
    r"|(?:laatst )?(?:gepubliceerd|geplaatst|gewijzigd|geüpdatet|bijgewerkt)|(?:last )?(?:published|updated|posted)"
    r"|op|on|datum|date|(?:p|blz|pag|pagina|page)\b\.? ?\d+)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:om |at )?\d\d?[.:]\d\d(?: ?uur| ?[ap]\.?m\b\.?)?", re.IGNORECASE)


class Line(NamedTuple):
    """A line that is not blank: its text, where it ends, and whether it follows the one before without a gap."""

    text: str
    end: int
    is_next: bool
    is_indented: bool


def text_head(text: str, start: int) -> Head | None:
    """The head of a text from `start` on; None where nothing tells an author, a date or a title.

    All lines with fields belong to it, as in an e-mail; below a title, those that say no more than what is told.
    """
    lines = list(head_lines(text, start))
    return _fields_head(lines) or _head_below(lines) or _bylines(lines, start)


def byline(line: str) -> str | None:
    """Who wrote the text, of a line that says no more than that."""
    found = _BYLINE.fullmatch(line) if len(line) <= LONGEST_LINE else None
    return found["name"] or found["staff"] or found["desk"] if found else None


def bare_name(line: str) -> str | None:
    """The name that a line is, of two words with capitals at least."""
    found = _BARE_NAME.fullmatch(line) if len(line) <= LONGEST_LINE else None
    return found["name"] if found else None


def head_lines(text: str, start: int) -> Iterator[Line]:
    """The first lines of a text from `start` on, without the blank ones."""
    before = start
    for _, found in zip(range(MOST_LINES), _LINE.finditer(text, start), strict=False):
        first, last = found.span("line")
        gap = text[before:first]
        yield Line(found["line"], last, gap.count("\n") <= 1, gap.endswith((" ", "\t")))
        before = last


def _fields_head(lines: Sequence[Line]) -> Head | None:
    """The lines with fields that a text begins with, if two of them are told, as in an e-mail."""
    fields: dict[str, str] = {}
    name, end = "", 0
    for line in (*lines[:1], *takewhile(lambda one: one.is_next, lines[1:])):
        field = FIELD.fullmatch(line.text)
        if name and line.is_indented:
            fields[name] += f" {line.text}"
        elif field and (field["name"].lower() in TOLD_NAMES | _OTHER_NAMES or "-" in field["name"]):
            name = field["name"].lower()
            fields.setdefault(name, field["value"])
        else:
            break
        end = line.end
    return Head(end, metadata_of(fields)) if len(TOLD_NAMES & fields.keys()) > 1 else None


def _head_below(lines: Sequence[Line]) -> Head | None:
    """The fields, with a title among them, that stand below other fields, such as what was searched for."""
    for number, line in enumerate(lines[:MOST_ABOVE], 1):
        if not FIELD.fullmatch(line.text):
            return None
        if (head := _fields_head(lines[number:])) and head.metadata.title:
            return head
    return None


def _bylines(lines: list[Line], start: int) -> Head | None:
    """A title, if any, and below it lines that tell who wrote the text and when, each once."""
    fields: dict[str, str] = {}
    title, end, is_whole = "", start, True
    for number, line in enumerate(lines):
        if not re.search(r"\w", line.text):  # a rule, as below a title
            continue
        told = _told(line.text) if len(line.text) <= LONGEST_LINE else {}
        if title and not fields and (author := _bare_author(line, lines[number + 1 :])):
            told = {"author": author} | ({"date": line.text} if iso_date(line.text) else {})
        if not told and number == 0 and len(line.text.split()) <= TITLE_WORD_LIMIT:
            title = heading_label(line.text)
            continue
        if not told or told.keys() & fields.keys():
            break
        fields |= told
        is_whole = is_whole and not (told.keys() == {"date"} and _says_more(line.text))
        end = line.end if is_whole else end
    if not fields:
        return None
    told_of = metadata_of(fields)
    if title and told_of.title:
        return Head(start, told_of)
    return Head(end, told_of.or_else(Metadata(title or None)))


def _bare_author(line: Line, below: Sequence[Line]) -> str | None:
    """The name that a line below the title is, or begins with before a date; that or the next line has a date."""
    name = bare_name(_without_day(line.text))
    dated = (line.text, *(one.text for one in below[:1] if not _is_more_than_date(one.text)))
    return name if name and line.text.lstrip("*_").startswith(name) and any(map(iso_date, dated)) else None


def _told(line: str) -> dict[str, str]:
    """What a line tells of the article, if it does: its title, author or date, or who wrote it and when."""
    field = FIELD.fullmatch(line)
    name, value = (field["name"].lower(), field["value"]) if field else ("", "")
    if name in TITLE_NAMES and value:
        return {"title": value}
    if name in AUTHOR_NAMES and _may_be_names(value) and not iso_date(value):
        return {"author": value}
    if name in DATE_NAMES and re.search(r"\d", value):
        return {"date": told_date(name, value)}
    if author := byline(line) or byline(_without_day(line)):
        return {"author": author} | ({"date": line} if iso_date(line) else {})
    is_date = iso_date(line) and not _is_more_than_date(_PLACE.sub("", _TIME.sub("", line)))
    return {"date": line} if is_date else {}


def _says_more(line: str) -> bool:
    """Whether a line with a date says more than is kept of it."""
    field = FIELD.fullmatch(line)
    return _is_more_than_date(field["value"]) if field else _PLACE.match(line) is not None


def _without_day(line: str) -> str:
    """The line without its date, and without what stands between that and the rest."""
    return _BESIDE_DATE.sub("", without_date(_TIME.sub("", line))).strip(" ,;:|·•–—-*_()")


def _may_be_names(value: str) -> bool:
    return 0 < len(value.split()) <= MOST_NAME_WORDS and not value.endswith((".", "!", "?", ":"))


def _is_more_than_date(line: str) -> bool:
    return re.search(r"\w", _BESIDE_DATE.sub("", without_date(line))) is not None
