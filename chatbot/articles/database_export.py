"""Exports of newspaper databases: many articles in one text, each between lines that say what it is.

LexisNexis puts "2 of 14 DOCUMENTS" before an article or "End of Document" behind it, ProQuest "Document 2 of 14" before
it, and Factiva a number of its own behind it; others draw a line between articles, or begin each with the same field.
Newspaper and date stand above or below the headline, byline and length under names, and below the text come the date of
loading and the rights. Above the first article may stand a page that lists all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
)
from chatbot.articles.text_head import FIELD, TOLD_NAMES, Line, bare_name, byline, head_lines, text_head
from chatbot.text.spans import Span

LONGEST_TAIL = 3_000  # the most code points below the text of an article: more is text
FEWEST_WORDS = 10  # words of an article below its fields

_COUNT = r"\d+ (?:of|van|von|de|sur) \d+"
_START, _END = r"^[ \t\ufeff\f]*(?:[#*_]+[ \t]*)?", r"[*_ \t]*$"
"""What may stand around a mark on its line: white space, and signs of Markdown."""

_BEFORE = re.compile(
    rf"{_START}(?:(?:FOCUS - )?{_COUNT} DOCUMENT\w*|(?:Document|Dokument) {_COUNT}){_END}", re.MULTILINE
)
_AFTER = re.compile(
    rf"{_START}(?:End of Document|Einde (?:van )?(?:het )?[Dd]ocument"
    rf"|(?:AN\s+)?Document [A-Z][A-Za-z0-9]{{3,}}\d{{6}}[A-Za-z0-9]*){_END}",
    re.MULTILINE,
)
_COVER = re.compile(r"[\s\ufeff#*_]*(?:User Name|Date and Time|Documents? \(\d+\))")
_LISTED = re.compile(rf"{_START}1\.[ \t]+(?P<title>\S.*?){_END}", re.MULTILINE)
_PAPER = re.compile(
    r"[\s\ufeff#*_]*+\S[^\n]{0,100}? - (?P<date>[^\n]{0,40}\d{4})[ \t]*\n"
    r"[ \t]*(?:Pagina|Page|Blz)\.? \S.*\n\s*(?P<title>\S.*)(?:\n|\Z)"
)
"""The head that GoPress puts before an article: newspaper and date, page, headline."""

_RIGHTS = re.compile(r"(?:copyright|©|\(c\)) .*\d{4}.*|all rights reserved.*", re.IGNORECASE)
_TAIL = re.compile(
    r"^[ \t]*(?:(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE|DOCUMENT-TYPE|CLASSIFICATION|TAAL|LAADDATUM"
    rf"|SUBJECT|LOCATION|PUBLICATION (?:TITLE|YEAR|DATE))\s*:|{_RIGHTS.pattern})",
    re.IGNORECASE | re.MULTILINE,
)
_RULE = re.compile(r"^[ \t]*([-=_*~#])\1{7,}[ \t]*$\n?", re.MULTILINE)
_OWN_NAMES = frozenset("byline section length lengte wc words".split())  # names of fields that only exports have

_NAMES = {*_OWN_NAMES, *TITLE_NAMES, *AUTHOR_NAMES, "dateline", "series", "rubriek", "sectie", "publication info"}
_CODE = re.compile(r"(?P<name>HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY)(?:[ \t]+(?P<value>\S.*))?")
"""The names that fields have in an export of Factiva."""

_WORDS = re.compile(r"\d[\d.,]* (?:words|woorden)")
_BODY = re.compile(rf"\s*{_START}(?:Body|Full text:|LP|TD)(?:[*_]+(?=\s)|(?=\s))", re.MULTILINE)
_CAPITALS = re.compile(r"^[ \t]*(?P<name>[^\Wa-zà-ÿ\d_][^a-zà-ÿ\d\n]* [^a-zà-ÿ\d\n]*[^\Wa-zà-ÿ\d_])\s*\Z", re.MULTILINE)


def split_export(text: str) -> tuple[Span, ...]:
    """The articles of a text as slices of it that leave nothing out; a text that is no export is one slice."""
    starts = [found.start() for found in _BEFORE.finditer(text)][1:]
    ends = [found.end() for found in _AFTER.finditer(text) if text[found.end() :].strip()]
    return tuple(pairwise((0, *(starts or ends or _repeated_heads(text) or _ruled_off(text)), len(text))))


def _repeated_heads(text: str) -> list[int]:
    """Where the other articles begin in a text that begins with a field such as "Titel:" as each of them does."""
    opening = next(head_lines(text, 0), None)
    field = FIELD.fullmatch(opening.text) if opening else None
    if not field or field["name"].lower() not in TOLD_NAMES:
        return []
    name = re.escape(field["name"])
    starts = [found.start() for found in re.finditer(rf"^{name}[ \t]*:.*\n{FIELD.pattern}$", text, re.MULTILINE)]
    edges = [0, *starts[1:], len(text)]
    have_text = all(_has_text(text[start:end]) for start, end in pairwise(edges))
    return starts[1:] if have_text else []


def _ruled_off(text: str) -> list[int]:
    """Where the other articles begin in a text whose parts, between rules, all tell of whom or of when they are.

    The first of more than two may tell nothing: a list of those that follow.
    """
    ends = [found.end() for found in _RULE.finditer(text)]
    while ends and not _has_text(text[ends[-1] :]):
        ends.pop()
    parts = [text[start:end] for start, end in pairwise((0, *ends, len(text)))]
    if not all(map(_has_text, parts[1:])):
        return []
    heads = [export_head(part, 0) or text_head(part, 0) for part in parts]
    is_first = heads[0] is not None and _has_text(parts[0])
    return ends if len(parts) > 1 and all(heads[1:]) and (is_first or len(parts) > 2) else []


def _has_text(article: str) -> bool:
    """Whether there is more than fields, as there is not in a list of books."""
    return sum(len(line.split()) for line in article.splitlines() if not FIELD.fullmatch(line)) >= FEWEST_WORDS


def export_head(text: str, start: int) -> Head | None:
    """The head of the exported article that begins at `start`; None for any other text."""
    start = _below_cover(text, start)
    if paper := _PAPER.match(text, start):
        return _paper_head(text, paper)
    before = _BEFORE.search(text, start)  # above the first stands what was searched for
    lines = list(head_lines(text, before.end() if before else start))
    fields, first, last = _fields(lines)
    is_marked = before or _AFTER.search(text, start)
    if not fields or not (is_marked or len(_OWN_NAMES & fields.keys()) > 1):
        return None
    above = lines[:first]
    if "words" in fields and len(above) > 1 and not above[-1].is_next and (author := bare_name(above[-1].text)):
        fields.setdefault("byline", author)
        above = above[:-1]
    day = next((number for number, line in enumerate(above) if iso_date(line.text)), None)
    if day is not None:
        fields["date"] = above[day].text
    headline = _headline(above, day, is_newer=not before, is_alone="words" in fields)
    body = _BODY.match(text, lines[last].end)
    body_start = body.end() if body else lines[last].end
    body_end = _body_end(text, body_start)
    below = filter(None, (FIELD.fullmatch(line.strip()) for line in text[body_end:].splitlines()))
    dates = {found["name"].lower(): found["value"] for found in below if found["name"].lower() in DATE_NAMES}
    return Head(body_start, metadata_of(dates | fields).or_else(Metadata(headline)), body_end)


def _below_cover(text: str, start: int) -> int:
    """Where the first article begins: below a page that lists it, at its title; at `start` where there is none."""
    listed = _LISTED.search(text, start) if _COVER.match(text, start) else None
    title = re.compile(rf"{_START}{re.escape(listed['title'])}{_END}", re.MULTILINE) if listed else None
    found = title.search(text, listed.end()) if title and listed else None
    return found.start() if found else start


def _paper_head(text: str, paper: re.Match[str]) -> Head:
    """The head that ends with the headline, and who wrote the article, whom the last line names in capitals."""
    end = _body_end(text, paper.end())
    author = _CAPITALS.search(text, paper.end(), end)
    told = Metadata(heading_label(paper["title"]), author["name"] if author else None, told_date("date", paper["date"]))
    return Head(paper.end(), told, author.start() if author else end)


def _body_end(text: str, start: int) -> int:
    """Where the text that begins at `start` ends: at the first mark below which there is little, and no sentence."""
    near = max(start, len(text) - LONGEST_TAIL)
    ends = sorted(found.start() for pattern in (_TAIL, _AFTER) for found in pattern.finditer(text, near))
    return next((end for end in ends if not any(map(_is_sentence, text[end:].splitlines()))), len(text))


def _is_sentence(line: str) -> bool:
    is_long = len(line.split()) >= FEWEST_WORDS and line.rstrip().endswith((".", "!", "?", "”", '"'))
    return is_long and not FIELD.fullmatch(line.strip()) and not _RIGHTS.match(line.strip())


def _fields(lines: Sequence[Line]) -> tuple[dict[str, object], int, int]:
    """The named fields of a head, and the numbers of the lines of the first and the last."""
    fields: dict[str, str] = {}
    name, first, last = "", 0, 0
    for number, line in enumerate(lines):
        field = _field(line.text) or (("date", line.text) if fields and iso_date(line.text) else None)
        if field:
            first, last = first if fields else number, number
            name = field[0]
            fields.setdefault(*field)
        elif fields and not line.is_next:
            break
        elif name in TITLE_NAMES or (name and not fields[name]):
            fields[name] = f"{fields[name]} {line.text}".strip()
            last = number
    return {**fields}, first, last


def _field(line: str) -> tuple[str, str] | None:
    """The name of a field and its value, if a line has one."""
    field = FIELD.fullmatch(line)
    if field and field["name"].lower() in _NAMES:
        return field["name"].lower(), field["value"]
    if code := _CODE.fullmatch(line):
        return code["name"].lower(), code["value"] or ""
    if name := byline(line):
        return "byline", name
    if _WORDS.fullmatch(line):
        return "words", line
    return ("rights", line) if _RIGHTS.fullmatch(line) else None


def _headline(above: Sequence[Line], day: int | None, *, is_newer: bool, is_alone: bool) -> str | None:
    """The headline among the lines above the fields: it stands below newspaper and date, or in newer exports above.

    The name of the edition stands below the date in either; where there is no date, that of the section may stand above
    a headline that is alone.
    """
    if not above:
        return None
    if day is None or is_newer:
        number = -1 if day is None and is_alone else max(0, (day or 0) - 2)
        return heading_label(above[number].text)
    between = above[day + 1 :]
    first = max((number for number, line in enumerate(between) if number == 0 or not line.is_next), default=0)
    return " ".join(heading_label(line.text) for line in between[first:]) or heading_label(above[0].text)
