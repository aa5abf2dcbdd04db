"""Metadata: the title, the author and the date of an article, from front matter and other fields; and dates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chatbot.articles.blocks import LONGEST_HEADING
from chatbot.text.language_code import Language

_MONTHS = (
    "jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|mar(?:ch)?|maart|apr(?:il)?|mei|may|june?|juni|july?|juli|"
    "aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NAMES: dict[Language, list[str]] = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_MONTH_NUMBERS = {"mrt": 3} | {
    name[:3].lower(): number for names in _NAMES.values() for number, name in enumerate(names, 1)
}
"""The months by the three letters that they begin with in either language."""

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?<!\d)(?P<day>\d\d?)"
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR})(?P<sign>[-/.]?)(?P<month>\d\d|(?<=[-/.])\d)(?P=sign)(?P<day>\d\d|(?<=[-/.])\d)(?!\d)"
)
_DAY_FIRST = re.compile(
    rf"{_DAY}(?:st|nd|rd|th|e)?[ .-]{{1,2}}(?P<name>{_MONTHS})\b[.,]?[ -](?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<name>{_MONTHS})\b\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_NUMBERS = re.compile(rf"{_DAY}(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<year>{_YEAR})(?!\d)")
_PATTERNS = (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST, _NUMBERS)

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

LONGEST_FRONT_MATTER = 20_000  # the most code points of front matter; what is longer is text between two rules

_FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?\n)?(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
"""YAML stands between hyphens, TOML between plus signs."""

_LINES = r"%[ \t]*(?P<{}>.*(?:\n[ \t]+\S.*)*)(?:\n|\Z)"
_TITLE_BLOCK = re.compile(f"(?=% ){_LINES.format('title')}(?:{_LINES.format('author')}(?:{_LINES.format('date')})?)?")


def iso_date(line: str, *, day_first: bool = False) -> str | None:
    """The first day that `line` names, as ISO 8601 has it, or None where no day or no month can be told.

    Of "5-6-2024" it can only with `day_first`: the Dutch begin with the day, Americans with the month.
    """
    found = sorted((one for pattern in _PATTERNS for one in pattern.finditer(line)), key=lambda one: one.start())
    days = (_day(one, day_first=day_first) for one in found)
    return next((day.isoformat() for day in days if day), None)


def month_number(word: str) -> int | None:
    """The number of the month of that name, from 1; None where it is none."""
    return _MONTH_NUMBERS[word[:3].lower()] if re.fullmatch(_MONTHS, word, re.IGNORECASE) else None


def date_in_words(iso: str, language: Language) -> str:
    """A date as a sentence has it, "5 March 2024", of one in ISO 8601; any other text as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_NAMES[language][day.month - 1]} {day.year}"


def without_date(line: str) -> str:
    """`line` without the days that it names."""
    for pattern in _PATTERNS:
        line = pattern.sub(" ", line)
    return line


def _day(found: re.Match[str], *, day_first: bool) -> date | None:
    parts = found.groupdict()
    name = parts.get("name")
    month = _MONTH_NUMBERS[name[:3].lower()] if name else int(parts["month"])
    day = int(parts["day"])
    if found.re is _NUMBERS and month <= 12 and day <= 12 and day != month and not day_first:
        return None
    if found.re is _NUMBERS and month > 12:
        day, month = month, day
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


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
    if isinstance(value, list):  # lists within lists can be made to multiply
        named = (one.get("name") or one.get("naam") if isinstance(one, Mapping) else one for one in value)
        value = ", ".join(str(one) for one in named if one and not isinstance(one, (list, Mapping)))
    if value is None or isinstance(value, Mapping):
        return None
    line = " ".join(str(value).split())
    return line if 0 < len(line) <= LONGEST_HEADING else None


def front_matter(text: str, start: int) -> Head | None:
    """The front matter at `start`; None where there is none, as before text between two rules.

    YAML that is none, mostly for a colon within a title, is read line by line.
    """
    if found := _FENCED.match(text, start, start + LONGEST_FRONT_MATTER):
        parse = _yaml_fields if found["fence"] == "---" else _toml_fields
        fields = parse(found["fields"] or "")
        if fields is None:
            return None
        return Head(found.end(), metadata_of({name.lower(): value for name, value in fields.items()}))
    block = _TITLE_BLOCK.match(text, start)
    if block is None:
        return None
    authors = (block["author"] or "").replace(";", ",")
    return Head(block.end(), metadata_of({"title": block["title"], "author": authors, "date": block["date"]}))


def _yaml_fields(written: str) -> Mapping[str, object] | None:
    """The fields of YAML; its texts stay as they are written, so that a title "No" is no truth value."""
    if not written.strip():
        return {}
    import yaml  # only here, as most texts have no front matter

    try:
        read = yaml.BaseLoader(written).get_single_data()
    except (yaml.YAMLError, RecursionError, ValueError):
        return _fields_by_line(written, ":")
    is_fields = isinstance(read, dict) and any(isinstance(name, str) and " " not in name for name in read)
    return {str(name): value for name, value in read.items()} if is_fields else None


def _toml_fields(written: str) -> Mapping[str, object] | None:
    try:
        read = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError):
        return _fields_by_line(written, "=")
    params = read.get("params")
    return {**params, **read} if isinstance(params, dict) else read


def _fields_by_line(text: str, sign: str) -> Mapping[str, str] | None:
    """The fields of a text in which every line has one, or goes on with it; None for any other text."""
    fields: dict[str, str] = {}
    name = None
    for line in text.splitlines():
        key, found, value = line.partition(sign)
        if found and re.fullmatch(r"[\w-]+[ \t]*", key):
            name = key.strip()
            fields.setdefault(name, value.strip().strip("\"'"))
        elif line.strip() and (name is None or not line.startswith((" ", "\t", "-", "#"))):
            return None
    return fields
