"""Metadata: the title, the author and the date of an article, from fields that files name in many ways."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chatbot.articles.blocks import LONGEST_HEADING
from chatbot.articles.dates import iso_date

LONGEST_DATE = 40  # the most code points of a date that is kept as it stands

TITLE_NAMES = "title titel headline kop subject onderwerp betreft hd".split()
AUTHOR_NAMES = (
    "author authors author(s) auteur auteurs auteur(s) byline by door creator schrijver journalist redacteur "
    "verslaggever from van afzender"
).split()
DATE_NAMES = (
    *"date datum published gepubliceerd publicatiedatum publishdate publish_date pubdate published_at pd".split(),
    *("publication date", "publication-date", "date published", "datum publicatie"),
    *"verzonden verstuurd sent created aangemaakt load-date".split(),
    *("date created", "publication info"),
)
"""The names, in lower case, under which files give each; the first that has a value counts."""

_DUTCH_DATE_NAMES = frozenset(
    ("datum", "gepubliceerd", "publicatiedatum", "datum publicatie", "verzonden", "verstuurd", "aangemaakt")
)
_NOBODY = re.compile(
    r"\W*(?:anonymous|anoniem|python-docx|microsoft\b.*|windows user|gebruiker|user|(?:system )?admin\w*|unknown"
    r"|onbekend|owner|eigenaar)\W*",
    re.IGNORECASE,
)
"""What programs and people put for an author where there is none."""

_MAIL_ADDRESS = re.compile(r"\s*[<(\[][^<>()\[\]]*@[^<>()\[\]]*[>)\]]")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_BY = re.compile(
    r"(?:(?:door|by|auteurs?|authors?):?\s+|van\s+(?=onze|een|de redactie))"
    r"(?:(?:onze|our)\s+(?:[\w-]+\s+)?(?:redact|verslagge|correspond|report|editor)\w*,?\s+(?=\S))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is told of an article apart from its text, on one line each.

    `date` is the day as ISO 8601 has it where that is certain ("2024-03-05"), and otherwise as the file has it.
    """

    title: str | None = None
    author: str | None = None
    date: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """The same, with what is missing from another source."""
        return Metadata(self.title or other.title, self.author or other.author, self.date or other.date)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before an article in its text: where it ends (code points), what it tells, and where the text ends.

    The text is followed by nothing where `body_end` is None.
    """

    end: int
    metadata: Metadata
    body_end: int | None = None


def metadata_of(fields: Mapping[str, object]) -> Metadata:
    """The metadata in fields by their names in lower case; values are texts, or lists or mappings of them, or dates."""
    (_, title), (_, author), (date_name, date) = (
        next(((name, line) for name in names if (line := _line(fields.get(name)))), ("", ""))
        for names in (TITLE_NAMES, AUTHOR_NAMES, DATE_NAMES)
    )
    return Metadata(title or None, author_name(author), told_date(date_name, date) or None)


def author_name(text: str) -> str | None:
    """The name in a byline or the head of an e-mail, without the address, or None for none."""
    name = _LINK.sub(r"\1", _MAIL_ADDRESS.sub("", text)).strip(" \"'*_;,")
    name = name[found.end() :] if (found := _BY.match(name)) else name
    return None if _NOBODY.fullmatch(name) else name or None


def told_date(name: str, text: str) -> str:
    """The day in a field in ISO 8601 where that is certain, else the beginning of the text.

    A name in Dutch, in lower case, makes "5-6-2024" certain.
    """
    return iso_date(text, day_first=name in _DUTCH_DATE_NAMES) or text[:LONGEST_DATE].strip()


def _line(value: object) -> str | None:
    """A field's value on one line; of a person who is described by fields, the name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("naam")
    if isinstance(value, list):
        value = ", ".join(filter(None, map(_line, value)))
    if value is None or isinstance(value, Mapping):
        return None
    line = " ".join(str(value).split())
    return line if 0 < len(line) <= LONGEST_HEADING else None
